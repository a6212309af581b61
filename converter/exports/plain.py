"""The content of a text block as plain text: its lines as they show, without markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

_BLOCKS = frozenset(("div", "p", "pre", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "br"))
_CELLS = frozenset(("td", "th"))
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_SPACES = re.compile(r" *\n *")
_LINES = re.compile(r"\n{3,}")


def plain(markup: str) -> str:
    """The text of a piece of XHTML: a line for each block and row, a tab between cells, `pre` as it is."""
    root = etree.fromstring(f"<div>{markup}</div>", etree.XMLParser(resolve_entities=False, huge_tree=True))
    pieces: list[str] = []
    flowing: list[str] = []

    def flow() -> None:
        shown = _SPACES.sub("\n", "".join(flowing))
        pieces.append(shown)
        flowing.clear()

    for text, fixed in _texts(root, False):
        if fixed:
            flow()
            pieces.append(text)
        else:
            flowing.append(text)
    flow()
    return _LINES.sub("\n\n", "".join(pieces)).strip("\n")


def _texts(element: etree._Element, fixed: bool) -> Iterator[tuple[str, bool]]:
    """The texts in an element, with the breaks around its parts, and whether their blanks count."""
    yield from _said(element.text, fixed)
    for child in element:
        name = str(child.tag)
        if name in _BLOCKS:
            yield "\n", False
        yield from _texts(child, fixed or name == "pre")
        if name in _CELLS:
            yield "\t", False
        elif name in _BLOCKS and name != "br":
            yield "\n", False
        yield from _said(child.tail, fixed)


def _said(text: str | None, fixed: bool) -> Iterator[tuple[str, bool]]:
    if text:
        yield (text, True) if fixed else (_BLANKS.sub(" ", text), False)
