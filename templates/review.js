"use strict";
// Deciding about rows. Works on the page of report.js, whose functions it uses: make, byId, choose, step, current.
const review = JSON.parse(byId("review").textContent);
const base = location.pathname.split("/").slice(0, 2).join("/");
const status = make("output", { role: "status", "aria-live": "polite" }, `${review.progress.done} of ${review.progress.of} rows decided.`);
const LAYERS = { document: "this document", company: "all documents of the company", all: "all companies" };

document.querySelector(".bar").after(make("div", { class: "review" },
  make("a", { href: `${base}/queue` }, "Queue"),
  review.next ? make("a", { href: `${base}/d/${encodeURIComponent(review.next)}` }, "Next document") : "",
  make("a", { href: `${base}/audit.csv` }, "Audit trail"),
  make("a", { href: `${base}/package/${encodeURIComponent(review.document)}` }, "Package with the trail"),
  review.earlier.length > 1 ? besides() : "",
  make("button", { type: "button", "data-act": "undo", title: "u" }, "Undo the last decision"),
  status));
for (const [id, row] of Object.entries(review.rows)) if (row.contested) byId(`r${id}`)?.classList.add("contested");
if (review.beside) {
  const { document: name, rows, gone, restated } = review.beside;
  for (const [id, was] of Object.entries(rows)) if (was[3]) byId(`r${id}`)?.classList.add("changed");
  for (const id of Object.keys(review.rows)) if (!rows[id]) byId(`r${id}`)?.classList.add("new");
  byId("findings").before(make("section", { class: "sheet", id: "earlier" }, make("h2", {}, `Beside ${name}`),
    make("p", { class: "about" }, `≠ another concept than there, + not there; ${gone.length} rows are no longer here.`),
    restated.length ? [make("h3", {}, "Restated"), make("ul", {}, restated.map(([concept, period, before, now]) =>
      make("li", {}, breakable(concept), ` ${period}: ${before} then, ${now} now`)))] : "",
    gone.length ? [make("h3", {}, "No longer here"), make("ul", {}, gone.map(([kind, caption]) => make("li", {}, `${kind} ${caption}`)))] : ""));
}

/** A choice of the earlier output to stand beside this one. */
function besides() {
  const select = make("select", { "aria-label": "Beside" }, review.earlier.map((name) => make("option", { value: name }, name)));
  select.value = review.beside.document;
  select.addEventListener("change", () => { location.search = new URLSearchParams({ beside: select.value }); });
  return select;
}

/** The row of the chosen number, as `[statement, row, its data]`. */
function chosenRow() {
  const row = byId(`p${current}`)?.closest("tr[id]");
  if (!row) return null;
  const id = row.id.slice(1), [statement, number] = id.split("-").map(Number);
  return review.rows[id] ? [statement, number, review.rows[id]] : null;
}

async function ask(path, data) {
  const response = await fetch(`${base}/api/${path}`, data === undefined ? {} :
    { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(data) });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error || response.statusText);
  return answer;
}

function say(text, bad) {
  status.textContent = text;
  status.classList.toggle("bad", Boolean(bad));
}

async function guarded(work) {
  try { return await work(); } catch (error) { say(error.message, true); return null; }
}

/** The page anew, at the same row, with the same rows left, and what was done. */
function again(row, told, waiting) {
  const others = waiting ? ` ${waiting} other output${waiting > 1 ? "s are" : " is"} being made anew.` : "";
  sessionStorage.setItem("view", JSON.stringify({ row, told: `${told}.${others}`, filter: statements.dataset.filter || "all", words: byId("search").value }));
  location.reload();
}

// What there is to do with the chosen row

const ACTS = [["accept", "Accept", "a"], ["accept-statement", "Accept the statement", "A"], ["override", "Another concept", "e"], ["extension", "Own concept", ""], ["sign", "Turn the sign", ""],
  ["approve", "Approve as the second", ""], ["contest", "Contest", ""],
  ["drop-fact", "Drop this fact", ""], ["drop-row", "Drop the row", ""], ["scale", "Scale", ""], ["period", "Period of the column", ""],
  ["drop-column", "Drop the column", ""], ["kind", "Kind of statement", ""], ["drop-statement", "Drop the statement", ""], ["comment", "Comment", "c"]];

new MutationObserver(() => {
  const row = chosenRow();
  if (!row || details.querySelector(".acts") || !details.querySelector("h3")) return;
  const trail = (review.decisions[row[2].place] || []).map((one) => make("li", { class: one.undone ? "undone" : "" },
    `${one.when.slice(0, 16).replace("T", " ")} ${one.by}: ${one.act} ${one.after} ${one.why}`.trim()));
  const was = review.beside?.rows[`${row[0]}-${row[1]}`];
  if (was) details.querySelector(".grid").append(make("div", { class: "earlier" }, make("h4", {}, `In ${review.beside.document}`), listed([
    ["Caption", was[0]], ["Concept", make("span", { class: was[3] ? "bad" : "" }, breakable(was[1]), was[3] ? " (another one)" : "")],
    ["Values", was[2].map(([period, value]) => [value, " ", make("small", {}, period), make("br")])]])));
  const alternatives = data.decisions[data.facts[data.places[current][PLACE.fact]][FACT.decision]]?.[2] || [];
  details.querySelector(".alternatives")?.replaceChildren(...make("dd", {}, alternatives.length ? alternatives.map(([name, score]) =>
    [make("button", { type: "button", "data-act": "override", "data-value": name }, breakable(name)), " ", make("small", {}, `${score} %`), make("br")]) : "none").childNodes);
  details.querySelector("h3").after(make("div", { class: "acts" }, ACTS.map(([name, title, key]) =>
    make("button", { type: "button", "data-act": name }, title, key ? make("kbd", {}, key) : ""))),
  trail.length ? make("ol", { class: "notes trail", "aria-label": "Decisions" }, trail) : "");
}).observe(details, { childList: true });

const titleOf = (name) => (ACTS.find(([each]) => each === name) || [name, name])[1];

function act(name, value) {
  if (name === "undo") return guarded(async () => {
    const row = chosenRow();
    say("Taking back…");
    const { act: name, caption, waiting } = await ask("undo", { document: review.document });
    again(row ? `${row[0]}-${row[1]}` : "", `Taken back: ${titleOf(name)}${caption && `, ${caption}`}`, waiting);
  });
  const row = chosenRow();
  if (!row) { say("Choose a number of a statement first.", true); return null; }
  return dialogue(name, row, value);
}

/** Asks what the act needs, shows what it changes, and takes it. */
function dialogue(name, [statement, number, row], given = "") {
  document.querySelector(".ask")?.remove();
  const place = data.places[current], at = `${place[PLACE.line]}:${place[PLACE.column]}`;
  const column = (review.columns[at] || [0, 0])[1];
  const own = name === "extension" ? "override" : name;
  const request = { document: review.document, act: own, statement, row: number, column, place: own === "drop-fact" ? at : "", value: "", layer: "document", why: "", seen: [row.place, row.concept, row.sign] };
  const title = titleOf(name), recorded = own === "comment" || own === "contest", needsWhy = own.startsWith("drop") || recorded;
  const effects = make("div", { class: "effects", "aria-live": "polite" });
  const go = make("button", { type: "button", class: "go" }, "Decide");
  const layer = make("select", { "aria-label": "For" }, Object.entries(LAYERS).map(([value, title]) => make("option", { value }, title)));
  const why = make("input", { type: "text", "aria-label": "Why", placeholder: "Why", maxlength: "500" });
  const about = `${title}: ${own !== "accept-statement" && row.caption || NAMES[review.statements[statement][0]] || review.statements[statement][0]}`;
  const panel = make("section", { class: "ask", role: "dialog", "aria-label": title }, make("h3", {}, about));
  const onConcept = ["accept", "override", "sign", "approve"].includes(own);
  let asked = 0, isShown = recorded, isWanted = false;
  const allow = () => { go.disabled = !isShown || (needsWhy && why.value.trim() === ""); };

  async function preview() {
    const mine = ++asked;
    Object.assign(request, { layer: onConcept ? layer.value : "document" });
    isShown = recorded;
    allow();
    effects.replaceChildren();
    if (recorded || (["override", "scale", "kind", "period"].includes(own) && !request.value)) return;
    effects.replaceChildren("Looking what it changes…");
    try {
      const found = await ask("preview", { ...request, why: why.value.trim() || "…" });
      if (mine !== asked) return;
      effects.replaceChildren(shown(found));
      isShown = true;
      allow();
      if (isWanted && !go.disabled && !Object.keys(found.changes).length) go.click();
      isWanted = false;
    } catch (error) { if (mine === asked) effects.replaceChildren(make("p", { class: "bad" }, error.message)); }
  }

  const value = { sign: row.sign === "negated" ? "printed" : "negated", extension: "extension" }[name];
  if (value) request.value = value;
  if (name === "override") {
    request.value = given;
    panel.append(...concepts(statement, number, (concept) => { request.value = concept; why.focus(); preview(); }, given));
  }
  if (own === "scale") panel.append(choice(["1", "1000", "1000000", "1000000000"], String(review.statements[statement][1]), (one) => { request.value = one; preview(); }));
  if (own === "kind") panel.append(choice(review.kinds, review.statements[statement][0], (one) => { request.value = one; preview(); }));
  if (own === "period") {
    const period = make("input", { type: "text", "aria-label": "Period", value: data.contexts[data.facts[place[PLACE.fact]][FACT.context]][2] });
    period.addEventListener("change", () => { request.value = period.value; preview(); });
    panel.append(make("label", {}, `Column ${column}`, period));
  }
  if (onConcept) { panel.append(make("label", {}, "For ", layer)); layer.addEventListener("change", preview); }
  panel.append(make("label", {}, "Why", why), effects,
    make("div", { class: "row" }, go, make("button", { type: "button", "data-leave": "" }, "Leave it"), make("small", {}, `as ${review.by}`)));
  why.addEventListener("input", allow);
  go.addEventListener("click", () => guarded(async () => {
    go.disabled = true;
    say("Deciding…");
    try { again(`${statement}-${number}`, about, (await ask("take", { ...request, why: why.value })).waiting); } catch (error) { effects.replaceChildren(make("p", { class: "bad" }, error.message)); throw error; }
  }));
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { panel.remove(); byId(`p${current}`)?.focus(); }
    if (event.key === "Enter" && event.target === why) { isWanted = true; if (!go.disabled) go.click(); }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key], stops = [...panel.querySelectorAll("input[type=search], .found:not([hidden]) button")];
    if (by && stops.includes(document.activeElement)) { event.preventDefault(); stops[stops.indexOf(document.activeElement) + by]?.focus(); }
    event.stopPropagation();
  });
  document.body.append(panel);
  (given ? why : panel.querySelector("[type=search], [aria-label=Value], [aria-label=Period]") || why).focus();
  return preview();
}

const NAMES = { 1: "whole units", 1000: "thousands", 1000000: "millions", 1000000000: "billions",
  BS: "balance sheet", IS: "income", CI: "comprehensive income", CF: "cash flow", EQ: "changes in equity" };

function choice(values, now, chosen) {
  const name = (one) => NAMES[one] || one;
  const select = make("select", { "aria-label": "Value" }, make("option", { value: "" }, `now ${name(now)}`),
    values.filter((one) => one !== now).map((one) => make("option", { value: one }, name(one))));
  select.addEventListener("change", () => { if (select.value) chosen(select.value); });
  return make("label", {}, "Value", select);
}

/** A search over the concepts; empty it shows the alternatives of the row. */
function concepts(statement, number, chosen, given) {
  const words = make("input", { type: "search", "aria-label": "Concept", placeholder: "Words of its name or of a caption", autocomplete: "off", spellcheck: "false" });
  const found = make("ul", { class: "found", "aria-label": "Concepts" }, make("li", {}, "Looking…"));
  let asked = 0;
  async function look() {
    const mine = ++asked;
    const query = new URLSearchParams({ document: review.document, statement, row: number, q: words.value });
    const list = await guarded(() => ask(`concepts?${query}`));
    if (mine !== asked || !list) return;
    found.replaceChildren(...(list.length ? list.map((one) => make("li", { class: one.misfit ? "misfit" : "" },
      make("button", { type: "button", "data-concept": one.name }, make("span", {}, breakable(one.name)),
        make("small", {}, one.misfit || [one.label, one.period, one.balance, one.score === undefined ? "" : `${Math.round(one.score * 100)} %`].filter(Boolean).join(", "))))) :
      [make("li", {}, words.value ? "No concept has these words." : "No alternatives; search for one.")]));
  }
  found.addEventListener("click", (event) => {
    const button = event.target.closest("[data-concept]");
    if (button) { words.value = button.dataset.concept; found.hidden = true; chosen(button.dataset.concept); }
  });
  words.value = given;
  found.hidden = given !== "";
  words.addEventListener("input", () => { found.hidden = false; look(); });
  words.addEventListener("keydown", (event) => { if (event.key === "Enter" && !found.hidden) found.querySelector("button")?.click(); });
  look();
  return [words, found];
}

/** What goes and what comes, each beside what it is in the place of: the same before its `=` or colon. */
function paired(gone, come) {
  const by = new Map();
  for (const [kind, all] of [["gone", gone], ["come", come]]) for (const one of all) push(by, one.split(/ = |: /)[0], [kind, one]);
  return [...by.values()].flat();
}

function shown(found) {
  const names = { facts: "Facts", rows: "Rows", extensions: "Own concepts", calculation: "Calculation", findings: "Findings" };
  const parts = Object.entries(found.changes).map(([name, { gone, come }]) => [
    make("h4", {}, `${names[name]} ${[gone.length && `−${gone.length}`, come.length && `+${come.length}`].filter(Boolean).join(" ")}`),
    make("ul", {}, paired(gone, come).map(([kind, one]) => make("li", { class: kind }, one)))]);
  const others = found.others.length ? make("p", {}, `The same caption stands in ${found.others.length} other document${found.others.length > 1 ? "s" : ""} under review.`) : "";
  const remade = found.remade > 1 ? make("p", {}, `${found.remade} outputs are made anew.`) : "";
  const line = found.file ? make("p", {}, make("code", {}, found.file), " ", make("code", {}, found.line)) : "";
  return make("div", {}, parts.length ? parts : "No fact, sum or finding changes.", others, remade, line);
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element && event.target.closest("button");
  if (button && button.dataset.act) act(button.dataset.act, button.dataset.value);
  else if (button && "leave" in button.dataset) button.closest(".ask").remove();
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, select, .ask")) return;
  const name = { a: "accept", A: "accept-statement", e: "override", c: "comment", u: "undo" }[event.key];
  if (name) { event.preventDefault(); act(name); }
});

// Where to begin: at the row before the page was made anew, or at a caption that the queue led to.

const caption = new URLSearchParams(location.hash.slice(1)).get("caption");
if (caption) {
  const id = Object.keys(review.rows).find((each) => review.rows[each].caption === caption), cell = id && byId(`r${id}`)?.querySelector("td a[id^=p]");
  if (cell) go(cell);
}
const before = JSON.parse(sessionStorage.getItem("view") || "null");
if (before) {
  sessionStorage.removeItem("view");
  say(`${before.told} ${status.textContent}`);
  byId("search").value = before.words;
  const button = document.querySelector(`button[data-filter="${before.filter}"]`);
  filter(button && !button.disabled ? before.filter : "all");
  const row = byId(`r${before.row}`), cells = visible();
  // What is decided may be none of the rows that are left: then the next one that is.
  const cell = row && (cells.find((each) => row.contains(each)) ||
    cells.find((each) => row.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING));
  if (cell) go(cell);
}
