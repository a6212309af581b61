// The panes: tabs on a narrow screen, separators that a pointer or a key moves, details below or at the right.

const main = document.querySelector("main"), side = byId("side");
const narrow = matchMedia("(max-width: 900px)");

function recall(name) {
  try { return localStorage.getItem(`retroxbrl.${name}`); } catch { return null; /* a page in a sandbox keeps nothing */ }
}
function keep(name, value) {
  try { localStorage.setItem(`retroxbrl.${name}`, value); } catch { /* as above */ }
}

/** On a narrow screen one of the two panes, with the chosen number in view. */
function show(pane) {
  main.dataset.tab = pane;
  for (const button of document.querySelectorAll("button[data-tab]")) button.setAttribute("aria-pressed", String(button.dataset.tab === pane));
  if (current >= 0) elementsOf(current)[pane === "source" ? 1 : 0]?.scrollIntoView({ block: "center", inline: "nearest" });
}

const isRight = () => side.dataset.dock === "right" && !narrow.matches;

/** The separators: what they size, in percent of what, where a pointer puts them, and which key makes it larger. */
const SEPARATORS = {
  split: {
    of: () => main.getBoundingClientRect(), sized: source, name: () => "left", isAcross: () => true,
    at: (event, box) => (event.clientX - box.left) / box.width, larger: () => "ArrowRight", smaller: () => "ArrowLeft",
  },
  fold: {
    of: () => narrow.matches ? document.documentElement.getBoundingClientRect() : side.getBoundingClientRect(), sized: details,
    name: () => isRight() ? "right" : "below", isAcross: isRight,
    at: (event, box) => isRight() ? (box.right - event.clientX) / box.width : (box.bottom - event.clientY) / box.height,
    larger: () => isRight() ? "ArrowLeft" : "ArrowUp", smaller: () => isRight() ? "ArrowRight" : "ArrowDown",
  },
};

/** How much of its whole a separator gives, in percent. */
function share({ of, sized, isAcross }) {
  const whole = of(), part = sized.getBoundingClientRect();
  return Math.round(100 * (isAcross() ? part.width / whole.width : part.height / whole.height));
}

function tellShares() {
  for (const [id, separator] of Object.entries(SEPARATORS)) {
    const now = share(separator), element = byId(id);
    element.setAttribute("aria-valuenow", String(now));
    element.setAttribute("aria-valuetext", `${now} percent`);
    element.setAttribute("aria-orientation", separator.isAcross() ? "vertical" : "horizontal");
  }
}

function divide(id, percent) {
  const element = byId(id), { name } = SEPARATORS[id];
  const now = Math.min(Number(element.getAttribute("aria-valuemax")), Math.max(Number(element.getAttribute("aria-valuemin")), percent));
  main.style.setProperty(`--${name()}`, String(now));
  keep(name(), String(now));
  tellShares();
}

for (const [id, separator] of Object.entries(SEPARATORS)) {
  const element = byId(id);
  element.addEventListener("pointerdown", (event) => {
    const move = (moved) => divide(id, 100 * separator.at(moved, separator.of()));
    element.setPointerCapture(event.pointerId);
    element.addEventListener("pointermove", move);
    element.addEventListener("lostpointercapture", () => element.removeEventListener("pointermove", move), { once: true });
  });
  element.addEventListener("keydown", (event) => {
    const to = { [separator.larger()]: share(separator) + 2, [separator.smaller()]: share(separator) - 2, Home: 0, End: 100 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    divide(id, to);
  });
}

/** Where the details stand: `below` the statements, or at the `right`. */
function dock(where) {
  side.dataset.dock = where;
  keep("dock", where);
  tellDock();
  tellShares();
}

function tellDock() {
  const button = details.querySelector("[data-dock]"), other = isRight() ? "below" : "at the right";
  button?.setAttribute("aria-label", `Show the details ${other}`);
  button?.setAttribute("title", `Show the details ${other}`);
}

/** The details show a number, or none any more. */
function opened(isOpen) {
  side.toggleAttribute("data-open", isOpen);
  tellDock();
  tellShares();
}

for (const name of ["left", "right", "below"]) {
  const kept = Number(recall(name));
  if (kept) main.style.setProperty(`--${name}`, String(kept));
}
side.dataset.dock = recall("dock") === "right" ? "right" : "below";
addEventListener("resize", tellShares);
