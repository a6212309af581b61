"use strict";
// Choosing a number and telling of it. One script with `rows.js`, which finds rows, `panes.js`, which moves the panes, and
// `events.js`, which listens and begins.
// The positions in the lists of the data, as converter/exports/html/data.py writes them.
const FACT = { concept: 0, context: 1, value: 2, unit: 3, decimals: 4, tier: 5, decision: 6, proof: 7 };
const PLACE = { fact: 0, mark: 1, statement: 2, printed: 3, line: 4, column: 5, scale: 6 };
const data = JSON.parse(document.getElementById("data").textContent);
const source = byId("source"), statements = byId("statements"), details = byId("details"), tip = byId("tip");
const said = byId("said"), hint = details.firstElementChild;
const placesOf = data.facts.map(() => []);
data.places.forEach((place, number) => placesOf[place[PLACE.fact]].push(number));
const footingsOf = new Map();
data.footings.forEach((footing, number) => footing[3].forEach((column) => push(footingsOf, column[1], number)));
let current = -1;

function byId(id) { return document.getElementById(id); }
function push(map, key, value) { map.has(key) ? map.get(key).push(value) : map.set(key, [value]); }

/** An element; strings among its content are text, never markup. */
function make(tag, attributes, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
  element.append(...content.flat(Infinity).filter((part) => part !== null && part !== ""));
  return element;
}

/** The place that an element of the page stands for: a cell `p12`, or a mark `m7` with the places it states. */
function placesAt(target) {
  const link = target instanceof Element && target.closest("a[id], tr[id], [data-place]");
  if (!link) return [];
  if (link.dataset.place) return [Number(link.dataset.place)];
  if (/^p\d+$/.test(link.id)) return [Number(link.id.slice(1))];
  if (/^m\d+$/.test(link.id)) return data.marks[Number(link.id.slice(1))];
  return [];
}

// Choosing a number

function choose(place, from) {
  for (const old of document.querySelectorAll(".on, .also")) {
    old.classList.remove("on", "also");
    old.removeAttribute("aria-current");
  }
  current = place;
  const fact = data.places[place][PLACE.fact];
  for (const other of placesOf[fact]) for (const element of elementsOf(other)) element?.classList.add("also");
  const [cell, mark] = elementsOf(place);
  for (const element of [cell, mark]) {
    if (!element) continue;
    element.classList.replace("also", "on");
    element.setAttribute("aria-current", "true");
    stopAt(element);
  }
  const row = cell && cell.closest("tr");
  if (row) row.classList.add("on");
  describe(place);
  if (mark && from !== source) mark.scrollIntoView({ block: "center", inline: "nearest" });
  if (cell && from !== statements) cell.scrollIntoView({ block: "center", inline: "nearest" });
  else if (cell) cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  tip.hidden = true;
  remember(`#p${place}`);
}

function elementsOf(place) {
  const mark = data.places[place][PLACE.mark];
  return [byId(`p${place}`), mark === undefined || mark < 0 ? null : byId(`m${mark}`)];
}

function remember(hash) {
  try { history.replaceState(null, "", hash); } catch { /* a page in a sandbox has no address of its own */ }
}

function close() {
  for (const old of document.querySelectorAll(".on, .also")) old.classList.remove("on", "also");
  current = -1;
  details.replaceChildren(hint);
  opened(false);
}

// What there is to tell

function describe(place) {
  const at = data.places[place], fact = data.facts[at[PLACE.fact]];
  const [concept, label] = data.concepts[fact[FACT.concept]];
  const [sign, tier] = data.tiers[fact[FACT.tier]];
  const panel = make("div", { class: fact[FACT.tier] },
    make("h3", {}, make("i", { title: tier }, sign), make("span", { class: "concept" }, breakable(concept)),
      make("button", { type: "button", class: "dock", "data-dock": "" }, make("i")),
      make("button", { type: "button", "data-close": "", "aria-label": "Close" }, "×")),
    together(place),
    make("p", { class: "caption" }, label),
    mappingLine(place),
    make("div", { class: "grid" }, aboutValue(at, fact), aboutDecision(fact), findings(place), footings(at)));
  details.replaceChildren(panel);
  details.scrollTop = 0;
  opened(true);
  said.textContent = [short(fact[FACT.concept]), `${fact[FACT.value]} ${fact[FACT.unit]}`, data.contexts[fact[FACT.context]][1], tier].join(", ");
}

/** The line of a mapping file that makes the chosen row what it is, under the key where it belongs, to be copied. */
function mappingLine(place) {
  const row = byId(`p${place}`)?.closest("tr[data-map]");
  if (!row) return "";
  const line = row.dataset.map;
  return make("p", { class: "line" }, make("small", {}, `${row.dataset.key}:`), make("code", {}, line),
    make("button", { type: "button", "data-copy": line }, "Copy mapping line"));
}

async function copy(button) {
  try { await navigator.clipboard.writeText(button.dataset.copy); button.textContent = "Copied"; } catch {
    getSelection().selectAllChildren(button.previousSibling);
    button.textContent = "Selected: copy it";
  }
}

/** The facts that one printed number states, to choose among. */
function together(place) {
  const mark = data.places[place][PLACE.mark];
  const all = mark === undefined || mark < 0 ? [] : data.marks[mark];
  if (all.length < 2) return "";
  const chip = (other) => {
    const fact = data.facts[data.places[other][PLACE.fact]], [, , , over, end] = data.contexts[fact[FACT.context]];
    return make("button", { type: "button", "data-place": other, "aria-pressed": String(other === place), class: fact[FACT.tier] },
      short(fact[FACT.concept]), " ", make("small", {}, `${over} ${end}`.trim()));
  };
  return make("div", { class: "chips" }, "This number states ", all.map(chip));
}

function aboutValue(at, fact) {
  const [context, period, dates] = data.contexts[fact[FACT.context]];
  const lines = [
    ["Value", fact[FACT.unit] ? [fact[FACT.value], " ", make("small", {}, fact[FACT.unit])] : fact[FACT.value], "big value"],
    ["Period", [period, make("br"), make("small", {}, dates)], "period"],
  ];
  if (at.length > 1) {
    lines.push(["Printed", [make("code", {}, at[PLACE.printed].replace(/\s+/g, " ")), ` at line ${at[PLACE.line]}:${at[PLACE.column]}`], "printed"]);
    if (at[PLACE.scale]) lines.push(["Scale", at[PLACE.scale]]);
  } else lines.push(["Printed", "nowhere; the document tells it otherwise"]);
  if (fact[FACT.decimals]) lines.push(["Decimals", fact[FACT.decimals]]);
  const places = placesOf[at[PLACE.fact]];
  if (places.length > 1) lines.push(["Places", places.map((other) => [jump(other, where(other)), make("br")]), "places"]);
  lines.push(["Context", make("code", {}, context)]);
  return make("div", {}, listed(lines));
}

function aboutDecision(fact) {
  const lines = [], own = data.extensions[fact[FACT.concept]];
  if (fact[FACT.decision] < 0) lines.push(["Rule", "none: taken from the document"]);
  else {
    const [rule, confidence, alternatives, steps] = data.decisions[fact[FACT.decision]];
    const meter = make("meter", { min: 0, max: 100, low: data.steps[0], high: data.steps[1], optimum: 100, value: confidence, "aria-label": "Confidence" });
    lines.push(["Confidence", [meter, `${confidence} % ${own ? "that no standard concept fits" : data.tiers[fact[FACT.tier]][1]}`], "confidence"]);
    lines.push(["Proof", fact[FACT.proof], "proof"]);
    lines.push(["Rule", make("code", {}, breakable(rule)), "rule"]);
    lines.push(["Alternatives", alternatives.length
      ? alternatives.map(([name, score]) => [breakable(name), " ", make("small", {}, `${score} %`), make("br")]) : "none", "alternatives"]);
    if (steps.length) lines.push(["Steps", steps.map(([stage, concept, reason]) => [
      make("b", {}, stage), " ", concept ? breakable(concept) : "own concept", " ", make("small", {}, breakable(reason)), make("br")]), "trace"]);
  }
  if (own) {
    const [type, balance, period, anchor] = own;
    lines.push(["Own concept", `${type}, ${[balance, period].filter(Boolean).join(", ")}`], ["Anchor", anchor ? breakable(anchor) : "none", "anchor"]);
  }
  return make("div", {}, listed(lines));
}

function findings(place) {
  const numbers = data.notes[place] || [];
  if (!numbers.length) return "";
  return make("div", { class: "wide" }, make("h4", {}, "Findings"), make("ol", { class: "notes" }, numbers.map((number) => {
    const copy = byId(`n${number}`).cloneNode(true);
    copy.removeAttribute("id");
    return copy;
  })));
}

/** Whether a person has footings open: until they say, those are that do not add up. */
let unfolded = null;

/** Each footing that the fact is the total of: the parts, their sum and what is printed, a column for each period. */
function footings(at) {
  const numbers = (footingsOf.get(at[PLACE.fact]) || []).filter((number) => at[PLACE.statement] === undefined ||
    at[PLACE.statement] < 0 || data.footings[number][0] === at[PLACE.statement]);
  return numbers.map((number) => {
    const [statement, total, parts, columns] = data.footings[number];
    const cells = (each) => columns.map((column, index) =>
      make("td", { class: column[1] === at[PLACE.fact] ? "here" : "" }, each(column, index)));
    const shown = (fact) => fact < 0 ? "" : jump(nearest(fact, statement), data.facts[fact][FACT.value]);
    const held = columns.filter((column) => column[5]).length, holds = held === columns.length;
    const fold = make("details", { class: "wide footing" }, make("summary", {}, make("h4", {}, "Footing"),
      make("span", { class: holds ? "good" : "bad" }, holds ? " ✓ adds up" : ` ≠ adds up in ${held} of ${columns.length} periods`)), make("table", {},
      make("thead", {}, make("tr", {}, make("th", {}, ""), columns.map((column) => make("th", {}, make("span", {}, data.contexts[column[0]][3]), data.contexts[column[0]][4])))),
      make("tbody", {},
        parts.map(([concept, weight], index) => make("tr", {},
          make("td", {}, weight < 0 ? "− " : "+ ", breakable(short(concept))), cells((column) => shown(column[2][index])))),
        make("tr", { class: "sum" }, make("td", {}, "Sum of the parts"), cells((column) => column[3])),
        make("tr", {}, make("td", {}, breakable(short(total))), cells((column) => shown(column[1]))),
        make("tr", {}, make("td", {}, "Difference"), cells((column) =>
          make("span", { class: column[5] ? "good" : "bad" }, `${column[4]} ${column[5] ? "✓" : "≠"}`))))));
    fold.open = unfolded ?? !holds;
    fold.firstChild.addEventListener("click", () => { unfolded = !fold.open; });
    return fold;
  });
}

function listed(lines) {
  return make("dl", {}, lines.map(([name, content, kind]) => [make("dt", {}, name), make("dd", { class: kind || "" }, content)]));
}

/** A path or name that breaks after its slashes and colons and at its capitals alone. */
function breakable(path) {
  return path.split(/(?<=[/:])|(?<=[a-z\d])(?=[A-Z])/).map((piece) => [make("span", { class: "nowrap" }, piece), make("wbr")]);
}

function jump(place, text) { return make("button", { type: "button", "data-place": place }, text); }

function short(concept) { return data.concepts[concept][0].replace(/^us-gaap:/, ""); }

function nearest(fact, statement) {
  return placesOf[fact].find((place) => data.places[place][PLACE.statement] === statement) ?? placesOf[fact][0];
}

function where(place) {
  const [, , statement, printed, line, column] = data.places[place];
  const title = statement < 0 ? "" : `, ${data.titles[statement]}`;
  return `${printed.replace(/\s+/g, " ")} at ${line}:${column}${title}`;
}

// Hovering

function hover(event) {
  const [place] = placesAt(event.target);
  if (place === undefined || event.target.closest("#details")) { tip.hidden = true; return; }
  const fact = data.facts[data.places[place][PLACE.fact]], decision = data.decisions[fact[FACT.decision]];
  const [sign, tier] = data.tiers[fact[FACT.tier]];
  const sure = decision && fact[FACT.tier] !== "ext" ? ` ${decision[1]} %` : "";
  tip.replaceChildren(make("b", {}, data.concepts[fact[FACT.concept]][0]),
    `${fact[FACT.value]} ${fact[FACT.unit]}`, make("br"), data.contexts[fact[FACT.context]][1], make("br"), `${sign} ${tier}${sure}`);
  tip.hidden = false;
  const box = event.target.getBoundingClientRect();
  tip.style.left = `${Math.max(6, Math.min(box.left, innerWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${box.bottom + tip.offsetHeight + 10 > innerHeight ? box.top - tip.offsetHeight - 6 : box.bottom + 6}px`;
}
