"""How well text stands out from what it stands on (WCAG 2.1, contrast ratio), as Chromium has computed both."""

from __future__ import annotations

from typing import Any

_MEASURED = """(skip) => {
  const number = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const linear = (c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const light = (colour) => colour.reduce((sum, c, at) => sum + linear(c / 255) * [0.2126, 0.7152, 0.0722][at], 0);
  const over = ([r, g, b, a = 1], below) => [r, g, b].map((c, at) => a * c + (1 - a) * below[at]);
  const ground = (element) => {
    const colours = [];
    for (let at = element; at; at = at.parentElement) colours.push(number(getComputedStyle(at).backgroundColor));
    const dark = matchMedia("(prefers-color-scheme: dark)").matches ? [18, 18, 18] : [255, 255, 255];
    return colours.reverse().reduce((below, colour) => colour.length ? over(colour, below) : below, dark);
  };
  const found = [];
  const tell = (element, text, pseudo) => {
    const style = getComputedStyle(element, pseudo), below = ground(element);
    let clear = 1;
    for (let each = element; each; each = each.parentElement) clear *= Number(getComputedStyle(each).opacity);
    const ink = number(style.color), seen = over([...ink.slice(0, 3), (ink[3] ?? 1) * clear], below);
    const [least, most] = [light(seen), light(below)].sort((one, other) => one - other);
    const name = `${element.tagName}#${element.id}.${element.className}${pseudo || ""}`;
    found.push([(most + 0.05) / (least + 0.05), text.trim().slice(0, 40), name]);
  };
  for (const element of document.querySelectorAll("body *")) {
    if (!element.checkVisibility() || (skip && element.matches(skip))) continue;
    const own = [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
    if (own.length) tell(element, own[0].data, null);
    for (const pseudo of ["::before", "::after"]) {
      const text = getComputedStyle(element, pseudo).content;
      if (/\\w|[^\\s"']/.test(text) && !["none", "normal", '""'].includes(text)) tell(element, text, pseudo);
    }
    if (element.placeholder) tell(element, element.placeholder, "::placeholder");
  }
  return found;
}"""

ENOUGH = 4.5
"""For text of any size (success criterion 1.4.3, AA)."""


def faint(page: Any, skip: str = "") -> list[tuple[float, str, str]]:
    """What is harder to read than it may be: ratio, text, element.

    Args:
        skip: a selector of elements whose colours are not ours.
    """
    measured = page.evaluate(_MEASURED, skip)
    assert len(measured) > 10
    return [(round(ratio, 2), text, element) for ratio, text, element in measured if ratio < ENOUGH]
