"use strict";
// The positions in the lists of the data, as converter/exports/html/data.py writes them.
const FACT = { concept: 0, context: 1, value: 2, unit: 3, decimals: 4, tier: 5, decision: 6, proof: 7 };
const PLACE = { fact: 0, mark: 1, statement: 2, printed: 3, line: 4, column: 5, scale: 6 };
const data = JSON.parse(document.getElementById("data").textContent);
const source = byId("source"), statements = byId("statements"), details = byId("details"), tip = byId("tip");
const hint = details.firstElementChild;
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

/** On a narrow screen one of the two panes, with the chosen number in view. */
function show(pane) {
  document.querySelector("main").dataset.tab = pane;
  for (const button of document.querySelectorAll("button[data-tab]")) button.setAttribute("aria-pressed", String(button.dataset.tab === pane));
  if (current >= 0) elementsOf(current)[pane === "source" ? 1 : 0]?.scrollIntoView({ block: "center", inline: "nearest" });
}

function remember(hash) {
  try { history.replaceState(null, "", hash); } catch { /* a page in a sandbox has no address of its own */ }
}

function close() {
  for (const old of document.querySelectorAll(".on, .also")) old.classList.remove("on", "also");
  current = -1;
  details.replaceChildren(hint);
}

// What there is to tell

function describe(place) {
  const at = data.places[place], fact = data.facts[at[PLACE.fact]];
  const [concept, label] = data.concepts[fact[FACT.concept]];
  const [sign, tier] = data.tiers[fact[FACT.tier]];
  const panel = make("div", { class: fact[FACT.tier] },
    make("h3", {}, make("i", { title: tier }, sign), make("span", { class: "concept" }, breakable(concept)),
      make("button", { type: "button", "data-close": "", "aria-label": "Close" }, "×")),
    together(place),
    make("p", { class: "caption" }, label),
    mappingLine(place),
    make("div", { class: "grid" }, aboutValue(at, fact), aboutDecision(fact), findings(place), footings(at)));
  details.replaceChildren(panel);
  details.scrollTop = 0;
}

/** The line of a mapping file that makes the chosen row what it is, to be copied and changed. */
function mappingLine(place) {
  const row = byId(`p${place}`)?.closest("tr[id]"), caption = row?.querySelector("th")?.firstChild?.textContent.trim();
  const name = row?.querySelector("td.c")?.title || "";
  if (!caption || !name) return "";
  const line = `${JSON.stringify(caption)}: ${name.startsWith("us-gaap:") ? name.slice(8) : "extension"}`;
  return make("p", { class: "line" }, make("code", {}, line), make("button", { type: "button", "data-copy": line }, "Copy mapping line"));
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
  const chip = (other) => make("button",
    { type: "button", "data-place": other, "aria-pressed": String(other === place), class: data.facts[data.places[other][0]][FACT.tier] },
    short(data.facts[data.places[other][PLACE.fact]][FACT.concept]));
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
      make("b", {}, stage), " ", concept ? breakable(concept) : "own concept", " ", make("small", {}, breakable(reason)), make("br")]), "steps"]);
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

/** Each footing that the fact is the total of: the parts, their sum and what is printed, a column for each period. */
function footings(at) {
  const numbers = (footingsOf.get(at[PLACE.fact]) || []).filter((number) => at[PLACE.statement] === undefined ||
    at[PLACE.statement] < 0 || data.footings[number][0] === at[PLACE.statement]);
  return numbers.map((number) => {
    const [statement, total, parts, columns] = data.footings[number];
    const cells = (each) => columns.map((column, index) =>
      make("td", { class: column[1] === at[PLACE.fact] ? "here" : "" }, each(column, index)));
    const shown = (fact) => fact < 0 ? "" : jump(nearest(fact, statement), data.facts[fact][FACT.value]);
    return make("div", { class: "wide footing" }, make("h4", {}, "Footing"), make("table", {},
      make("thead", {}, make("tr", {}, make("th", {}, ""), columns.map((column) => make("th", {}, make("span", {}, data.contexts[column[0]][3]), data.contexts[column[0]][4])))),
      make("tbody", {},
        parts.map(([concept, weight], index) => make("tr", {},
          make("td", {}, weight < 0 ? "− " : "+ ", breakable(short(concept))), cells((column) => shown(column[2][index])))),
        make("tr", { class: "sum" }, make("td", {}, "Sum of the parts"), cells((column) => column[3])),
        make("tr", {}, make("td", {}, breakable(short(total))), cells((column) => shown(column[1]))),
        make("tr", {}, make("td", {}, "Difference"), cells((column) =>
          make("span", { class: column[5] ? "good" : "bad" }, `${column[4]} ${column[5] ? "✓" : "≠"}`))))));
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

// Filter, search, steps

function filter(name) {
  statements.dataset.filter = name;
  for (const button of document.querySelectorAll("[data-filter]")) {
    if (button !== statements) button.setAttribute("aria-pressed", String(button.dataset.filter === name));
  }
}

function search(words) {
  const wanted = words.trim().toLowerCase(), line = /^(?:line )?(\d+)$/.exec(wanted);
  let found = 0;
  for (const row of statements.querySelectorAll("tbody tr")) {
    const cells = [...row.cells].map((cell) => cell.textContent.toLowerCase()), values = cells.slice(1).map((cell) => cell.replaceAll(",", ""));
    const met = row.querySelector("td") && ([...cells, ...values].some((cell) => cell.includes(wanted)) || (line && row.dataset.line === line[1]));
    row.classList.toggle("miss", wanted !== "" && !met);
    if (met) found += 1;
  }
  byId("nothing").hidden = wanted === "" || found > 0;
}

function visible() {
  return [...statements.querySelectorAll("tbody td a[id^=p]")].filter((cell) => cell.offsetParent !== null);
}

function step(by) {
  const cells = visible(), at = cells.findIndex((cell) => cell.id === `p${current}`);
  const next = cells[at < 0 ? (by > 0 ? 0 : cells.length - 1) : at + by];
  if (next) go(next);
}

/** To the same column of the next or previous row. */
function stepRow(by) {
  const cell = byId(`p${current}`);
  if (!cell) { step(by); return; }
  const column = cell.closest("td").cellIndex, cells = visible();
  const at = cells.indexOf(cell), ahead = by > 0 ? cells.slice(at + 1) : cells.slice(0, Math.max(at, 0)).reverse();
  const next = ahead.find((other) => other.closest("td").cellIndex === column && other.closest("tr") !== cell.closest("tr"));
  if (next) go(next);
}

function go(cell) {
  cell.focus({ preventScroll: true });
  choose(Number(cell.id.slice(1)), statements);
}

// Events: one listener of a kind for the whole page

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : document.body;
  const button = target.closest("button");
  if (button && button.dataset.filter) filter(button.dataset.filter);
  else if (button && button.dataset.step) step(Number(button.dataset.step));
  else if (button && "close" in button.dataset) close();
  else if (button && button.dataset.copy) copy(button);
  else if (button && button.dataset.tab) show(button.dataset.tab);
  else if (button && button.dataset.place) choose(Number(button.dataset.place), details);
  else if (target.closest("a[href^='#']")) follow(event, target.closest("a[href^='#']"));
  else {
    const row = target.closest("#statements tbody tr"), first = row && row.querySelector("td a[id^=p]");
    if (first) choose(Number(first.id.slice(1)), statements);
  }
});

function follow(event, link) {
  const places = placesAt(link), name = link.hash.slice(1);
  if (places.length) {
    event.preventDefault();
    const again = places.indexOf(current);
    choose(places[(again + 1) % places.length], source.contains(link) ? source : statements);
  } else if (/^[pm]\d+$/.test(name) && byId(name)) {
    event.preventDefault();
    choose(placesAt(byId(name))[0], details);
  } else if (/^at\d+$/.test(name) && byId(name)) {
    event.preventDefault();
    close();
    byId(name).classList.add("on");
    byId(name).scrollIntoView({ block: "center", inline: "nearest" });
    remember(`#${name}`);
  }
}

document.addEventListener("mouseover", hover);
document.addEventListener("scroll", () => { tip.hidden = true; }, true);
byId("search").addEventListener("input", (event) => search(event.target.value));
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target === byId("search")) {
    if (event.key === "Escape") { event.target.value = ""; search(""); event.target.blur(); }
    return;
  }
  if (event.target === byId("split")) {
    const by = { ArrowLeft: -2, ArrowRight: 2 }[event.key];
    if (by) divide((source.offsetWidth / innerWidth) * 100 + by);
    return;
  }
  const chosen = placesAt(event.target).length > 0;
  const keys = { j: () => step(1), k: () => step(-1), "/": () => byId("search").focus(), Escape: close };
  const arrows = { ArrowRight: () => step(1), ArrowLeft: () => step(-1), ArrowDown: () => stepRow(1), ArrowUp: () => stepRow(-1) };
  const act = keys[event.key] || (chosen ? arrows[event.key] : undefined);
  if (act) { event.preventDefault(); act(); }
});

function divide(percent) {
  const share = Math.min(80, Math.max(20, percent));
  document.querySelector("main").style.setProperty("--left", `${share}%`);
  byId("split").setAttribute("aria-valuenow", String(Math.round(share)));
}

byId("split").addEventListener("pointerdown", (event) => {
  const move = (moved) => divide((moved.clientX / innerWidth) * 100);
  event.target.setPointerCapture(event.pointerId);
  event.target.addEventListener("pointermove", move);
  event.target.addEventListener("pointerup", () => event.target.removeEventListener("pointermove", move), { once: true });
});

for (const text of document.querySelectorAll("[data-lines]")) {
  const numbers = Array.from({ length: Number(text.dataset.lines) }, (_, line) => line + 1).join("\n");
  text.prepend(make("pre", { class: "gutter", "aria-hidden": "true" }, numbers));
}
const [asked] = placesAt(byId(location.hash.slice(1))), beginning = source.querySelector(".m:not(.doc)");
if (asked !== undefined) choose(asked, details);
else if (beginning) source.scrollTop = beginning.getBoundingClientRect().top - source.getBoundingClientRect().top - 160;
document.documentElement.dataset.ready = "";
