// Finding rows: filter, search, and steps from number to number.

const figures = (text) => text.replaceAll(",", "");
/** What a row or a finding is found by: its words, its numbers with and without commas, printed and in full. */
const wordsOf = new Map();
function words(item) {
  if (!wordsOf.has(item)) {
    const facts = [...item.querySelectorAll("a[id^=p]")].map((cell) => data.facts[data.places[Number(cell.id.slice(1))][PLACE.fact]][FACT.value]);
    const texts = [...(item.cells || [item])].map((cell) => cell.textContent);
    wordsOf.set(item, [...texts, ...texts.map(figures), ...facts, ...facts.map(figures)].join("\n").toLowerCase());
  }
  return wordsOf.get(item);
}

function filter(name) {
  statements.dataset.filter = name;
  for (const button of document.querySelectorAll("button[data-filter]")) button.setAttribute("aria-pressed", String(button.dataset.filter === name));
  sift();
}

/** Leaves the rows of the filter that the search finds, the sections that have any, and says so where none has. */
function sift() {
  const asked = byId("search").value.trim(), wanted = asked.toLowerCase(), kind = statements.dataset.filter || "all";
  const line = /^(?:line )?(\d+)$/.exec(wanted);
  const met = (item) => !wanted || words(item).includes(wanted) || (line !== null && item.dataset.line === line[1]);
  let found = 0;
  for (const sheet of statements.querySelectorAll(".sheet")) {
    const items = [...sheet.querySelectorAll("tbody tr, .notes li")];
    let left = 0;
    for (const item of items) {
      const shown = (kind === "all" || item.classList.contains(kind)) && (item.matches(".head") ? !wanted : met(item));
      item.classList.toggle("miss", !shown);
      if (shown) left += 1;
    }
    const isEmpty = left === 0 && (wanted !== "" || kind !== "all");
    for (const one of [sheet, statements.querySelector(`nav a[href="#${sheet.id}"]`)]) one?.classList.toggle("miss", isEmpty);
    found += left;
  }
  const nothing = byId("nothing"), of = document.querySelector(`button[data-filter=${kind}]`).firstChild.textContent.trim();
  nothing.hidden = found > 0 || (!wanted && kind === "all");
  nothing.firstElementChild.textContent = `Nothing matches${wanted ? ` “${asked}”` : ""}${kind === "all" ? "" : ` in ${of}`}.`;
  const stop = stopOf.get(statements);
  if (stop && stop.offsetParent === null && visible().length) stopAt(visible()[0]);
}

function unsift() {
  byId("search").value = "";
  filter("all");
}

function visible() {
  return [...statements.querySelectorAll("tbody td a[id^=p]")].filter((cell) => cell.offsetParent !== null);
}

function step(by) {
  const cells = visible(), at = cells.findIndex((cell) => cell.id === `p${current}`);
  const next = at < 0 ? (by > 0 ? 0 : cells.length - 1) : Math.max(0, Math.min(cells.length - 1, at + by));
  if (cells[next]) go(cells[next]);
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

/** Chooses the number of a cell; who steps through the source stays there, if it shows the number. */
function go(cell) {
  const place = Number(cell.id.slice(1)), mark = source.contains(document.activeElement) ? elementsOf(place)[1] : null;
  (mark || cell).focus({ preventScroll: true });
  choose(place, mark ? source : statements);
  if (mark) mark.scrollIntoView({ block: "nearest", inline: "nearest" });
}

// Of all numbers of a pane one is a stop of the Tab key, from where arrows lead to the others.

const stopOf = new Map();

function stopAt(element) {
  const pane = source.contains(element) ? source : statements;
  stopOf.get(pane)?.setAttribute("tabindex", "-1");
  element.setAttribute("tabindex", "0");
  stopOf.set(pane, element);
}

function stops() {
  for (const links of [source.querySelectorAll(".m"), statements.querySelectorAll("td a[id^=p]")]) {
    for (const link of links) link.setAttribute("tabindex", "-1");
    if (links.length) stopAt(links[0]);
  }
}
