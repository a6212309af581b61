// Events: one listener of a kind for the whole page

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : document.body;
  const button = target.closest("button");
  if (button && button.dataset.filter) filter(button.dataset.filter);
  else if (button && button.dataset.step) step(Number(button.dataset.step));
  else if (button && "close" in button.dataset) close();
  else if (button && button.dataset.copy) copy(button);
  else if (button && "unsifted" in button.dataset) unsift();
  else if (button && button.dataset.tab) show(button.dataset.tab);
  else if (button && "dock" in button.dataset) dock(side.dataset.dock === "right" ? "below" : "right");
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
byId("search").addEventListener("input", sift);
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target === byId("search")) {
    if (event.key === "Escape") { event.target.value = ""; sift(); event.target.blur(); }
    return;
  }
  if (event.target.getAttribute?.("role") === "separator") return;
  const chosen = placesAt(event.target).length > 0;
  const keys = { j: () => step(1), k: () => step(-1), "/": () => byId("search").focus(), Escape: close };
  const arrows = { ArrowRight: () => step(1), ArrowLeft: () => step(-1), ArrowDown: () => stepRow(1), ArrowUp: () => stepRow(-1),
    Home: () => step(-Infinity), End: () => step(Infinity) };
  const act = keys[event.key] || (chosen ? arrows[event.key] : undefined);
  if (act) { event.preventDefault(); act(); }
});

for (const text of document.querySelectorAll("[data-lines]")) {
  const numbers = Array.from({ length: Number(text.dataset.lines) }, (_, line) => line + 1).join("\n");
  text.prepend(make("pre", { class: "gutter", "aria-hidden": "true" }, numbers));
}
stops();
tellShares();
const [asked] = placesAt(byId(location.hash.slice(1))), beginning = source.querySelector(".m:not(.doc)");
if (asked !== undefined) choose(asked, details);
else if (beginning) source.scrollTop = beginning.getBoundingClientRect().top - source.getBoundingClientRect().top - 160;
document.documentElement.dataset.ready = "";
