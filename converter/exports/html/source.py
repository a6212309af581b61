"""The source with its marks: a text exactly as it was, a page cleaned until nothing in it can act."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree
from markupsafe import Markup

from converter.exports.html.places import Mark, Spot
from converter.exports.html.tiers import Tier
from converter.exports.ixbrl import html, text
from converter.exports.ixbrl.source import inside, parts
from converter.exports.ixbrl.xhtml import XHTML, local, made, serialised
from converter.findings import Severity
from converter.sources.document import Document
from converter.span import Span

_OURS = "data-ours"
"""Tells our links from those of the page until it is tamed: no attribute of this name comes through the converter."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A part as the page shows it.

    Attributes:
        lines: how many the text has, for their numbers; None for a page.
        columns: how wide the lines with marks are, 80 at least.
    """

    format: str
    content: Markup
    lines: int | None = None
    columns: int | None = None


def source(
    document: Document,
    marks: Sequence[Mark],
    spots: Sequence[Spot],
    tier: Callable[[Mark], Tier],
    severity: Callable[[Spot], Severity],
) -> list[Shown]:
    """The parts with a link for each mark, named `m7`, to the place that it states, `p12`.

    A spot becomes an element named after its first finding, `at3`; only texts have them, as a page does not say where
    between its tags an element may stand.

    Args:
        tier: the colour of a mark.
        severity: that of a spot.
    """

    def attributes(mark: Mark) -> dict[str, str]:
        return {"class": f"m {tier(mark)}", "id": f"m{mark.number}", "href": f"#p{mark.places[0]}"}

    def link(mark: Mark, printed: str) -> etree._Element:
        element = made("a", "", [printed])
        element.set(_OURS, "")
        for name, value in attributes(mark).items():
            element.set(name, value)
        return element

    def written(place: Mark | Spot, printed: Markup) -> Markup:
        if isinstance(place, Spot):
            return Markup('<span class="spot {}" id="at{}">{}</span>').format(
                severity(place).value, place.findings[0], printed
            )
        return Markup('<a class="{class}" id="{id}" href="{href}">{}</a>').format(printed, **attributes(place))

    in_order: list[Mark | Spot] = sorted([*marks, *spots], key=lambda place: (place.span.start, place.span.end))
    found = parts(document, marks)

    def as_page(span: Span) -> Shown:
        page, _ = html.body(document.text, span, marks, link)
        return Shown("html", serialised(_tamed(page)))

    def as_lines(span: Span) -> Shown:
        content, _ = text.body(document.text, span, in_order, written)
        # Lines are counted where the whole document is shown.
        lines = document.text.count("\n") + 1 if len(found) == 1 else None
        return Shown("text", _preformatted(content), lines, _columns(document.text, inside(span, marks)))

    views: Mapping[str, Callable[[Span], Shown]] = {"html": as_page, "text": as_lines}
    return [views[part.format](span) for part, span in found]


def _columns(text: str, marks: Sequence[Mark]) -> int:
    widths = (len(text[text.rfind("\n", 0, end) + 1 : end].expandtabs()) for end in (mark.span.end for mark in marks))
    return max([80, *widths]) + 1


def _preformatted(content: Markup) -> Markup:
    """The `pre` for readers of HTML, who drop its first line feed and know no carriage return."""
    lines = str(content).replace("&#13;\n", "\n").replace("&#13;", "\u240d")
    return Markup(lines.replace("<pre>", "<pre>\n", 1))


def _tamed(page: etree._Element) -> etree._Element:
    """The page without names and links, its pictures as words: nothing of it meets our own, or leads away."""
    for element in page.iter(f"{{{XHTML}}}*"):
        if _OURS in element.attrib:
            del element.attrib[_OURS]
            continue
        for name in ("id", "href"):
            if name in element.attrib:
                del element.attrib[name]
        if local(element) == "a":
            element.tag = f"{{{XHTML}}}span"
        elif "title" in element.attrib:
            element.text = f"[{element.get('title')}]"
            del element.attrib["title"]
            element.set("class", "picture")
    return page
