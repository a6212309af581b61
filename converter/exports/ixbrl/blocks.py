"""Text blocks in a page: the elements around what stands between two edges, and what is in them.

A note may begin in the middle of one element and end in another, which no element can be around. So its content is a
chain (Inline XBRL 1.1, 4.1 and 13): `ix:nonNumeric` around the first stretch of siblings, `ix:continuation` around each
further one. What stands at the very beginning of an element begins before it, and texts and tables are cut in two, so
that most chains have one element.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from lxml import etree

from converter.exports.ixbrl.tags import IX
from converter.exports.ixbrl.xhtml import XHTML, local, made
from converter.exports.ixbrl.xhtml import attributes as named
from converter.report import TextBlock

EDGE = "edge"
"""The element that marks where blocks begin and end until they are made; its attribute `at` is the place's offset."""

_CUT = frozenset({"pre", "table"})
"""What is cut in two at an edge: in parts it would lose its lines, or cannot be put into an element."""
_WITHOUT_TEXT = frozenset({"table", "tr", "colgroup"})
"""What holds no element but its own kind's."""
_EMPTY = frozenset({"br", "hr", "col"})
_CLOSE = "margin-top:0;margin-bottom:0"
"""The style of halves of a text, which have no space between them."""
_LOOKED_AT = 3
"""Elements without content, such as anchors, that may stand before what begins an element."""


def attributes(block: TextBlock) -> dict[str, str]:
    """The attributes of a block's first element in a fixed order."""
    fact = block.fact
    return {"name": str(fact.concept), "contextRef": fact.context, "id": fact.id, "escape": "true"}


def edges(blocks: Sequence[TextBlock]) -> list[int]:
    """The offsets at which blocks begin and end, in order, each once."""
    return sorted({edge for block in blocks for edge in (block.span.start, block.span.end)})


def wrap(root: etree._Element, blocks: Sequence[TextBlock]) -> dict[str, list[etree._Element]]:
    """Puts the elements of the blocks into a page that has their edges, and takes the edges out.

    Args:
        blocks: in reading order, policies inside notes; an edge that is missing is the end of the page.

    Returns:
        The chain of elements of each block, by the id of its fact.
    """
    for edge in reversed(list(root.iter(EDGE))):
        _lift(edge, root)
    chains: dict[str, list[etree._Element]] = {}
    for level in (False, True):
        there = [block for block in blocks if block.policy == level]
        _Wrapping(root, there, chains).walk(root)
    for edge in list(root.iter(EDGE)):
        _take_out(edge)
    return chains


def content(chain: Sequence[etree._Element]) -> str:
    """The XHTML in a chain of elements, without what Inline XBRL added, as the value of its fact has it."""
    return "".join(piece for element in chain for piece in _inner(element))


class _Wrapping:
    """One level of blocks, which do not overlap."""

    def __init__(
        self, root: etree._Element, blocks: Sequence[TextBlock], chains: dict[str, list[etree._Element]]
    ) -> None:
        self._starting = {str(block.span.start): block for block in blocks}
        self._ending = {str(block.span.end) for block in blocks}
        self._chains = chains
        self._current: TextBlock | None = None
        self._chunk: etree._Element | None = None
        self._holding = _holding(edge for edge in root.iter(EDGE) if self._is_ours(edge))

    def walk(self, node: etree._Element) -> None:
        """Wraps what stands in an element that holds edges, or that no element can be around."""
        holds_text = local(node) not in _WITHOUT_TEXT
        self._chunk = None
        if holds_text and self._current and (node.text or "").strip():
            chunk = self._new()
            chunk.text, node.text = node.text, None
            node.insert(0, chunk)
        for child in [each for each in node if each is not self._chunk]:
            if child.tag == EDGE and self._is_ours(child):
                self._at(str(child.get("at")))
            elif child in self._holding or (self._current and not holds_text):
                self.walk(child)
                self._chunk = None
            elif self._current:
                if self._chunk is None:
                    child.addprevious(self._new())
                self._into_chunk(child)
                continue
            if holds_text and self._current and (child.tail or "").strip():
                chunk = self._new()
                chunk.text, child.tail = child.tail, None
                child.addnext(chunk)
        self._chunk = None

    def _is_ours(self, edge: etree._Element) -> bool:
        """Whether a block of this level begins or ends at an edge."""
        at = edge.get("at", "")
        return at in self._starting or at in self._ending

    def _at(self, edge: str) -> None:
        self._chunk = None
        if edge in self._ending:
            self._current = None
        self._current = self._starting.get(edge, self._current)

    def _into_chunk(self, child: etree._Element) -> None:
        if self._chunk is not None:
            self._chunk.append(child)

    def _new(self) -> etree._Element:
        """The next element of the current block's chain."""
        if self._current is None:
            raise ValueError("no block is open")
        fact = self._current.fact
        chain = self._chains.setdefault(fact.id, [])
        if not chain:
            self._chunk = etree.Element(f"{{{IX}}}nonNumeric", attributes(self._current))
        else:
            name = f"{fact.id}.{len(chain) + 1}"
            chain[-1].set("continuedAt", name)
            self._chunk = etree.Element(f"{{{IX}}}continuation", id=name)
        chain.append(self._chunk)
        return self._chunk


def _holding(edges_: Iterable[etree._Element]) -> set[etree._Element]:
    """The elements that edges stand in."""
    found: set[etree._Element] = set()
    for edge in edges_:
        parent = edge.getparent()
        while parent is not None and parent not in found:
            found.add(parent)
            parent = parent.getparent()
    return found


def _lift(edge: etree._Element, root: etree._Element) -> None:
    """Moves an edge out of the elements that it begins, and between the halves of what is cut there."""
    parent = edge.getparent()
    while parent is not None and parent is not root:
        if _is_first(edge, parent):
            _give_tail(edge, parent)
        elif local(parent) in _CUT:
            parent = _rest(edge, parent)
        else:
            return
        parent.addprevious(edge)
        parent = edge.getparent()


def _give_tail(edge: etree._Element, parent: etree._Element) -> None:
    """Gives the text behind an edge, which is to go, to what stands before it."""
    before = edge.getprevious()
    if before is not None:
        before.tail = f"{before.tail or ''}{edge.tail or ''}" or None
    else:
        parent.text = f"{parent.text or ''}{edge.tail or ''}" or None
    edge.tail = None


def _rest(edge: etree._Element, parent: etree._Element) -> etree._Element:
    """The half of an element behind an edge, as an element beside it."""
    if local(parent) == "pre":
        parent.set("style", ";".join(filter(None, (parent.get("style"), _CLOSE))))
    rest = made(local(parent))
    for name, said in parent.attrib.items():
        if name != "id":
            rest.set(name, said)
    rest.text, edge.tail = edge.tail, None
    for child in list(edge.itersiblings()):
        rest.append(child)
    parent.addnext(rest)
    return rest


def _is_first(edge: etree._Element, parent: etree._Element) -> bool:
    """Whether nothing is printed in an element before an edge."""
    for number, before in enumerate(edge.itersiblings(preceding=True)):
        if number == _LOOKED_AT or len(before) or local(before) == "hr":
            return False
        if f"{before.text or ''}{before.tail or ''}".strip():
            return False
    return not (parent.text or "").strip()


def _take_out(edge: etree._Element) -> None:
    parent = edge.getparent()
    if parent is not None:
        _give_tail(edge, parent)
        parent.remove(edge)


def _inner(element: etree._Element) -> Iterator[str]:
    """The markup in an element."""
    yield escape(element.text or "", quote=False)
    for child in element:
        yield from _outer(child)
        yield escape(child.tail or "", quote=False)


def _outer(element: etree._Element) -> Iterator[str]:
    name = etree.QName(element)
    if name.namespace != XHTML:
        yield from _inner(element)
        return
    attributes = "".join(f' {key}="{_quoted(text)}"' for key, text in sorted(named(element).items()))
    if name.localname in _EMPTY:
        yield f"<{name.localname}{attributes}/>"
        return
    yield f"<{name.localname}{attributes}>"
    yield from _inner(element)
    yield f"</{name.localname}>"


def _quoted(text: str) -> str:
    """A value as it stands between the quotes of an attribute."""
    return escape(text, quote=False).replace('"', "&quot;")
