"""HTML of any age as XHTML 1.1, as the schema of Inline XBRL wants it: same text, same look, sound structure.

Elements that XHTML dropped become `div` or `span` with a style; an inline element around blocks becomes a `div`; what
stands loose in a table gets a row and a cell. Scripts, comments and references that would run or load something go.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from lxml import etree
from markupsafe import Markup

from converter.exports.ixbrl.styles import ELEMENTS, style
from converter.rendering.templating import without_forbidden

XHTML = "http://www.w3.org/1999/xhtml"

Content: TypeAlias = "list[str | etree._Element]"

_INLINE = frozenset({"b", "code", "em", "i", "kbd", "samp", "small", "span", "strong", "sub", "sup", "tt", "a"})
_BLOCK = frozenset({"div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "table"})
_EMPTY = frozenset({"br", "hr"})
_DROPPED_NAMES = "script style head title object applet iframe noframes noscript map select button"
_DROPPED = frozenset(_DROPPED_NAMES.split())
_VOID_NAMES = "area base bgsound embed frame input keygen link meta param source track wbr"
_VOID = frozenset(_VOID_NAMES.split())
"""What has no content: the parser, which does not know it of all of them, takes the rest of the page for it."""
_SECTIONS = frozenset({"thead", "tbody", "tfoot", "form", "center", "font", "b"})
"""What may stand between a table and its rows, in soup: it gives its look to the rows."""

_PIECES = frozenset({"tr", "td", "th", "caption"})
_ALLOWED: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    "table": {
        "border": re.compile(r"\d{1,3}"),
        "cellpadding": re.compile(r"\d{1,3}%?"),
        "cellspacing": re.compile(r"\d{1,3}%?"),
    },
    "td": {"colspan": re.compile(r"[1-9]\d{0,2}"), "rowspan": re.compile(r"[1-9]\d{0,3}")},
    "th": {"colspan": re.compile(r"[1-9]\d{0,2}"), "rowspan": re.compile(r"[1-9]\d{0,3}")},
    "col": {"span": re.compile(r"[1-9]\d{0,2}")},
    "a": {"href": re.compile(r"(?:https?://|mailto:)[^\s\"<>]+", re.IGNORECASE)},
}


def _leads(link: etree._Element) -> bool:
    """Whether a link leads somewhere that is kept: into the page or to an address, not to a file of the source."""
    href = link.get("href") or ""
    return _leads_inside(href) or _ALLOWED["a"]["href"].fullmatch(href.strip()) is not None


def _leads_inside(href: str) -> bool:
    return len(href) > 1 and href.startswith("#")


class Converter:
    """Turns elements of an HTML tree into XHTML.

    Args:
        mark: makes the element for a marker (an element named `marker`), given its number.
        anchors: how ids begin that take the place of the source's names; several trees may stand in one page.
    """

    def __init__(self, marker: str, mark: Callable[[str, str], etree._Element], anchors: str) -> None:
        self._marker = marker
        self._mark = mark
        self._begin = anchors
        self._anchors: dict[str, str] = {}
        self._placed: set[str] = set()

    def content(self, node: etree._Element) -> Content:
        """What stands inside an element, converted."""
        found: Content = [node.text] if node.text else []
        for child in node:
            if isinstance(child.tag, str) and child.tag not in _DROPPED:
                found += self._element(child)
            if child.tail:
                found.append(child.tail)
        return found

    def body(self, node: etree._Element) -> etree._Element:
        """A `div` with the content and the look of a `body`."""
        return made("div", style("body", attributes(node)), flow(self.content(node)))

    def _element(self, node: etree._Element) -> Content:
        tag = str(node.tag).lower()
        if tag == self._marker:
            return [self._mark(node.get("n", ""), str(node.xpath("string()")))]
        if tag in _VOID:
            return self.content(node)
        if tag == "br":
            return [made("br")]
        look = style(tag, attributes(node))
        if tag == "table":
            return self._table(node, look)
        if tag == "img":
            return [self._finish(_picture(node, look), node)]
        if tag in _EMPTY:
            return [self._finish(made(tag, look), node)]
        inside = self.content(node)
        if tag in _PIECES or tag in ("col", "colgroup"):
            # Loose pieces of tables keep their kind until the element around them is known.
            return [self._finish(made(tag, look, flow(inside) if tag in ("td", "th") else inside), node)]
        if tag in ("thead", "tbody", "tfoot", "form"):
            return inside
        blocks = any(_is_block(part) for part in inside)
        if tag in _INLINE and not blocks:
            # A place that links lead to is no link (EFM 5.2.5: `a` without `href` may stand in few elements).
            name = "span" if tag == "a" and not _leads(node) else tag
            return [self._finish(made(name, look, flow(inside)), node)]
        if tag in ("p", "h1", "h2", "h3", "h4", "h5", "h6") and not blocks:
            return [self._finish(made(tag, look, flow(inside)), node)]
        shown = ";".join(part for part in (ELEMENTS.get(tag, ""), look) if part)
        name = (
            "div" if blocks or tag in ("div", "center") or "margin" in ELEMENTS.get(tag, "") or tag == "li" else "span"
        )
        return [self._finish(made(name, shown, flow(inside)), node)]

    def _finish(self, element: etree._Element, node: etree._Element) -> etree._Element:
        for name, pattern in _ALLOWED.get(local(element), {}).items():
            given = (node.get(name) or "").strip()
            if pattern.fullmatch(given):
                element.set(name, given)
        target = (node.get("name") if node.tag == "a" else None) or node.get("id")
        if target and target not in self._placed:
            self._placed.add(target)
            element.set("id", self._anchor(target))
        href = node.get("href") or ""
        if local(element) == "a" and _leads_inside(href):
            element.set("href", f"#{self._anchor(href[1:])}")
        return element

    def _anchor(self, name: str) -> str:
        """An id in place of a name of the source's, which may be anything."""
        return self._anchors.setdefault(name, f"{self._begin}-{len(self._anchors) + 1}")

    def _table(self, node: etree._Element, look: str) -> Content:
        columns: list[etree._Element] = []
        rows: list[etree._Element] = []
        captions: Content = []
        for part in self._parts(node):
            if isinstance(part, str):
                if part.strip():
                    rows.append(made("tr", "", [made("td", "", [part])]))
            elif local(part) == "tr":
                rows.append(part)
            elif local(part) in ("col", "colgroup"):
                columns += _columns(part)
            elif local(part) == "caption":
                captions.append(retagged(part, "div"))
            elif local(part) in ("td", "th"):
                rows.append(made("tr", "", [part]))
            else:
                rows.append(made("tr", "", [made("td", "", flow([part]))]))
        filled = [row for row in (_row(row) for row in rows) if row is not None]
        if not filled:
            return [*captions]
        table = self._finish(made("table", look), node)
        _append(table, columns)
        _append(table, filled)
        return [*captions, table]

    def _parts(self, node: etree._Element) -> Iterator[str | etree._Element]:
        """A table's content with its sections opened up; their look goes to the rows."""
        if node.text:
            yield node.text
        for child in node:
            tag = child.tag
            if isinstance(tag, str) and tag in _SECTIONS and child.find("tr") is not None:
                look = ";".join(part for part in (ELEMENTS.get(tag, ""), style(tag, attributes(child))) if part)
                for part in self._parts(child):
                    if not isinstance(part, str) and look:
                        part.set("style", ";".join([look, *filter(None, [part.get("style")])]))
                    yield part
            elif isinstance(tag, str) and tag not in _DROPPED:
                yield from self._element(child)
            if child.tail:
                yield child.tail


def made(tag: str, look: str = "", content: Iterable[str | etree._Element] = ()) -> etree._Element:
    """An XHTML element."""
    element = etree.Element(f"{{{XHTML}}}{tag}")
    if look:
        element.set("style", without_forbidden(look))
    _append(element, content)
    if tag not in _EMPTY and tag != "col" and element.text is None:
        # An element that is not empty by its nature needs an end tag, also for readers that take this for HTML.
        element.text = ""
    return element


def _picture(node: etree._Element, look: str) -> etree._Element:
    """The room that a picture takes, with its name: a picture would be loaded, and is no part of the output."""
    room = made("span", ";".join(part for part in ("display:inline-block", look) if part))
    room.set("title", without_forbidden(node.get("alt") or "") or "picture")
    return room


def serialised(element: etree._Element, namespaces: Mapping[str, str] | None = None) -> Markup:
    """The element's markup, without the declarations that stand at the top of the page."""
    declared: dict[str | None, str] = {None: XHTML} | dict[str | None, str](namespaces or {})
    top = etree.Element(f"{{{XHTML}}}html", nsmap=declared)  # type: ignore[arg-type]  # the stub knows no default namespace
    top.append(element)
    etree.cleanup_namespaces(top, keep_ns_prefixes=list(namespaces or ()))
    markup = etree.tostring(top, encoding="unicode")
    return Markup(markup[markup.index(">") + 1 : markup.rindex("</")])


def attributes(node: etree._Element) -> dict[str, str]:
    """The attributes of an HTML element."""
    return {str(name): str(value) for name, value in node.attrib.items()}


def local(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return etree.QName(element).localname


def retagged(element: etree._Element, tag: str) -> etree._Element:
    """The element under another name."""
    element.tag = f"{{{XHTML}}}{tag}"
    for name in ("colspan", "rowspan", "span"):
        if name in element.attrib:
            del element.attrib[name]
    return element


def flow(content: Sequence[str | etree._Element]) -> Content:
    """The content without loose pieces of tables."""
    kept: Content = []
    for part in content:
        if isinstance(part, str):
            kept.append(part)
        elif local(part) in _PIECES:
            kept.append(retagged(part, "div"))
        elif local(part) not in ("col", "colgroup"):
            kept.append(part)
    return kept


def _is_block(part: str | etree._Element) -> bool:
    return not isinstance(part, str) and (local(part) in _BLOCK or local(part) in _PIECES)


def _columns(part: etree._Element) -> list[etree._Element]:
    inside = [child for child in part if local(child) == "col"]
    if inside:
        return inside
    return [made("col", part.get("style", ""))] if local(part) == "colgroup" else [part]


def _row(row: etree._Element) -> etree._Element | None:
    """The row with everything in cells; None if it has nothing. It stays the same element: in another one the names of
    all that its cells hold would be looked up anew, each among all before it.
    """
    content: Content = [row.text] if row.text and row.text.strip() else []
    for child in list(row):
        tail, child.tail = child.tail, None
        content.append(child)
        if tail and tail.strip():
            content.append(tail)
    cells: list[etree._Element] = []
    loose: Content = []
    for part in content:
        if not isinstance(part, str) and local(part) in ("td", "th"):
            cells += [made("td", "", flow(loose))] if loose else []
            loose = []
            cells.append(part)
        else:
            loose.append(part)
    cells += [made("td", "", flow(loose))] if loose else []
    if not cells:
        return None
    look = without_forbidden(row.get("style", ""))
    row.attrib.clear()
    if look:
        row.set("style", look)
    row.text = None
    for cell in cells:
        row.append(cell)
    return row


def _append(element: etree._Element, content: Iterable[str | etree._Element]) -> None:
    last = next(element.iterchildren(reversed=True), None)
    texts: list[str] = []
    for part in (*content, None):
        if isinstance(part, str):
            texts.append(part)
            continue
        text = without_forbidden("".join(texts))
        texts = []
        if text and last is not None:
            last.tail = (last.tail or "") + text
        elif text:
            element.text = (element.text or "") + text
        if part is not None:
            part.tail = None
            element.append(part)
            last = part
