"""What stands under what in a statement: its headings as the tree of abstracts that a presentation shows.

Reading has said of every row which headings it stands under (`Item.headings`). Here headings become nodes: one that
wraps over two rows is one, what only says how the table is to be read (`(In millions)`) is none, and neither is one
that no line stands under.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from converter.assembly.names import lc3
from converter.grammars.scales import SCALE
from converter.statements.statement import Item

TOP = -1
"""In place of a heading's row: right under the statement's root."""

_REMARK = re.compile(
    r"(?:(?:all|dollars?|amounts|figures|numbers|stated|expressed|are|u\.?s\.?)\s+){0,5}"
    rf"in\s+(?:[a-z.]+\s+of\s+)?{SCALE}s\b.*|{SCALE}s\s+(?:of\s+(?:u\.?s\.?\s+)?dollars|except)\b.*"
    r"|(?:un)?audited|continued|(?:as\s+)?restated|(?:the\s+)?(?:accompanying\s+)?notes?\s+(?:to|are)\b.*"
    r"|see\b.*\bnotes?\b.*|.*\baccompanying\s+notes\b.*|page\s+\d+",
    re.IGNORECASE,
)
_OPEN_END = re.compile(
    r"(?:,|-|&|/|\b(?:and|or|of|to|in|for|from|by|on|with|the|at|per|than|as|that|which|its|an?|net|cash\s+provided))$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[a-z(]|(?:TO|OF|AND|FOR|FROM|BY|IN|PROVIDED|USED)\b")


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings of a statement that lines stand under, and for each row the heading that it stands under.

    Attributes:
        captions: of the headings, by their first rows; as printed, joined where they wrap.
        parents: for each row the first row of the heading above it, or `TOP`.
    """

    captions: Mapping[int, str]
    parents: Sequence[int]

    def depth(self, row: int) -> int:
        """The level of a row, 0 right under the root."""
        level = 0
        while (row := self.parents[row]) != TOP:
            level += 1
        return level


def outline(items: Sequence[Item], is_line: Callable[[int], bool]) -> Outline:
    """The outline of a statement's rows.

    Args:
        is_line: whether a row, by its index, is shown as a line; all others are headings, or nothing.
    """
    captions: dict[int, str] = {}
    parents: list[int] = []
    held: set[int] = set()
    opened: list[tuple[str, int]] = []  # what rows call a heading, and the first row of its node
    for row, item in enumerate(items):
        _close(opened, item)
        parent = opened[-1][1] if opened else TOP
        parents.append(parent)
        if is_line(row):
            _hold(parent, parents, held)
            if not item.amounts:
                opened.append((_plain(item.caption), parent))
        elif item.caption and not item.amounts:
            if is_remark(item.caption):
                node = parent
            elif parent in captions and _wraps(opened[-1][0], items[row - 1].caption, item.caption):
                captions[parent] += f" {item.caption}"
                node = parent
            else:
                captions[row] = item.caption
                node = row
            opened.append((_plain(item.caption), node))
    return Outline({row: caption for row, caption in captions.items() if row in held}, parents)


def is_remark(caption: str) -> bool:
    """Whether a heading only says how the table is to be read, or leads elsewhere: no abstract."""
    text = caption.strip(" \t:.()[]*_-=")
    return not lc3(text) or _REMARK.fullmatch(text) is not None


def _plain(caption: str) -> str:
    return caption.rstrip(": ")


def _close(opened: list[tuple[str, int]], item: Item) -> None:
    """Closes the headings that a row does not say it stands under."""
    kept = 0
    for (text, _), wanted in zip(opened, item.headings, strict=False):
        if text != _plain(wanted):
            break
        kept += 1
    del opened[kept:]


def _hold(row: int, parents: Sequence[int], held: set[int]) -> None:
    """A line stands under a heading, and so under all above that."""
    while row != TOP and row not in held:
        held.add(row)
        row = parents[row]


def _wraps(opened: str, upper: str, lower: str) -> bool:
    """Whether the heading opened last is the row above, and goes on in this row."""
    goes_on = _OPEN_END.search(upper) or _GOES_ON.match(lower)
    return opened == _plain(upper) and not upper.endswith(":") and goes_on is not None
