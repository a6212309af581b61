"use strict";
// A list of documents, or of captions, of which only what is in view is in the page: ten thousand rows stay fast.
const HEIGHT = 26, BEYOND = 20;
const list = document.getElementById("list"), body = list.querySelector("tbody"), head = list.querySelector("thead");
let state = JSON.parse(document.getElementById("data").textContent), view = "documents", sorted = { key: "", down: false }, shown = [];

const LINK = state.link || ["d/", ""];
const COLUMNS = {
  documents: state.columns || [["name", "Document"], ["company", "Company"], ["form", "Form"], ["period", "Period"], ["risk", "Risk", "n"], ["statements", "Statements"], ["missing", "Missing", "warn"],
    ["open", "To review", "n"], ["confirmed", "Confirmed", "n"], ["approved", "Approved", "n"], ["contested", "Contested", "n"], ["rows", "Rows", "n"], ["contradicted", "Contradicted", "n"], ["warnings", "Warnings", "n"]],
  captions: [["caption", "Caption"], ["statement", "Statement"], ["concept", "Concept now"], ["count", "Documents", "n"]],
};

function make(tag, attributes, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

const classOf = (kind) => kind === "n" || kind === "share" ? "n" : "";

const STATES = {
  open: (row) => (row.open ?? row.to_review) > 0, missing: (row) => row.missing !== "", contradicted: (row) => row.contradicted > 0, accepted: (row) => row.accepted > 0, approved: (row) => row.approved > 0, contested: (row) => row.contested > 0, done: (row) => row.open === 0 && !row.contested, failed: (row) => row.status !== "done",
};

/** What a row is found by. */
const texts = new WeakMap();
function text(row) {
  if (!texts.has(row)) texts.set(row, Object.values(row).join(" ").toLowerCase());
  return texts.get(row);
}

function rows() {
  const wanted = document.getElementById("search").value.trim().toLowerCase(), only = STATES[document.getElementById("state").value];
  let found = view === "documents" ? state.documents : state.captions.map((row) => ({ ...row, count: row.documents.length }));
  if (wanted) found = found.filter((row) => text(row).includes(wanted));
  if (only && view === "documents") found = found.filter(only);
  if (sorted.key) {
    const way = sorted.down ? -1 : 1, key = sorted.key;
    const none = (value) => value === null || value === undefined;  // what has no value comes last, either way
    found = [...found].sort((one, other) => none(one[key]) || none(other[key]) ? none(one[key]) - none(other[key]) :
      one[key] < other[key] ? -way : one[key] > other[key] ? way : 0);
  }
  return found;
}

function refresh() {
  shown = rows();
  head.replaceChildren(make("tr", {}, ...COLUMNS[view].map(([key, title, kind]) => make("th", { scope: "col", class: classOf(kind),
    "aria-sort": sorted.key === key ? (sorted.down ? "descending" : "ascending") : "none" }, make("button", { type: "button", "data-key": key }, title)))));
  const progress = document.getElementById("progress"), failed = Object.entries(state.failed || {});
  progress.textContent = state.columns ? `${shown.length.toLocaleString("en")} of ${state.documents.length.toLocaleString("en")} shown` : `${state.progress.done} of ${state.progress.of} rows decided` +
    (state.waiting ? `; ${state.waiting} outputs are being made anew` : "") +
    failed.map(([name, why]) => `; ${name}: ${why}`).join("");
  progress.classList.toggle("bad", failed.length > 0);
  draw();
}

/** Columns as wide as their longest text, so that they stand still while rows come and go. */
function measure() {
  const all = view === "documents" ? state.documents : state.captions;
  const widths = COLUMNS[view].map(([key, title, kind]) => kind === "links" ? 20 :
    Math.min(innerWidth > 900 ? 48 : 26, all.reduce((most, row) => Math.max(most, String(row[key] ?? "").length), title.length + 2)));
  list.firstElementChild.style.width = `calc(${widths.reduce((sum, width) => sum + width, 0)}ch + ${20 * widths.length}px)`;
  list.querySelector("colgroup").replaceChildren(...widths.map((width) => make("col", { style: `width: calc(${width}ch + 20px)` })));
}

function draw() {
  const width = COLUMNS[view].length, first = Math.max(0, Math.floor(list.scrollTop / HEIGHT) - BEYOND);
  const last = Math.min(shown.length, first + Math.ceil(list.clientHeight / HEIGHT) + 2 * BEYOND);
  const pad = (count) => make("tr", { class: "pad", "aria-hidden": "true" }, make("td", { colspan: width, style: `height: ${count * HEIGHT}px` }));
  body.replaceChildren(pad(first), ...shown.slice(first, last).map(line), pad(shown.length - last));
  if (!shown.length) body.replaceChildren(make("tr", {}, make("td", { colspan: width }, (view === "documents" ? state.documents : state.captions).length ? "Nothing matches." : "There is nothing here.")));
}

function line(row) {
  const name = encodeURIComponent(view === "documents" ? row.name : row.documents[0]);
  return make("tr", {}, ...COLUMNS[view].map(([key, , kind], at) => {
    const told = kind === "share" ? row[key]?.toFixed(1) ?? "" : String(row[key] ?? "");
    if (kind === "links") return make("td", {}, ...(row.linked ? state.files : []).map(([title, file]) => make("a", { href: `${name}/${file}` }, title)));
    const isBad = (kind === "warn" && told !== "") || (kind === "status" && told !== "done");
    const link = at === 0 && row.linked !== false, way = view === "captions" ? `#caption=${encodeURIComponent(row.caption)}` : "";
    return make("td", { class: isBad ? "bad" : classOf(kind), title: told }, link ? make("a", { href: `${LINK[0]}${name}${LINK[1]}${way}` }, told) : told);
  }));
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element && event.target.closest("button");
  if (!button) return;
  if (button.dataset.view) {
    view = button.dataset.view;
    sorted = { key: "", down: false };
    for (const each of document.querySelectorAll("[data-view]")) each.setAttribute("aria-pressed", String(each === button));
    list.scrollTop = 0;
    document.getElementById("state").disabled = view !== "documents";
    measure();
  } else if (button.dataset.key) sorted = { key: button.dataset.key, down: sorted.key === button.dataset.key && !sorted.down };
  refresh();
});
document.getElementById("search").addEventListener("input", () => { list.scrollTop = 0; refresh(); });
document.getElementById("state").addEventListener("change", () => { list.scrollTop = 0; refresh(); });
list.addEventListener("scroll", draw);
addEventListener("resize", draw);
document.addEventListener("keydown", (event) => {
  const search = document.getElementById("search");
  if (event.key === "/" && event.target !== search) { event.preventDefault(); search.focus(); }
  if (event.key === "Escape" && event.target === search) { search.value = ""; refresh(); }
});
setInterval(async () => {
  if (!state.waiting) return;
  try { state = await (await fetch("api/queue")).json(); measure(); refresh(); } catch { /* the review has ended */ }
}, 1500);
measure();
refresh();
document.documentElement.dataset.ready = "";
