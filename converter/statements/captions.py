"""Rows to lines of a statement: wrapped captions joined, headings told from captions, and what stands under what.

A row without values is a heading, or the first part of a caption whose number stands on a later line, or the rest of
one whose number stood on an earlier line. The print decides: how the words end, how the next ones begin, gaps and
indents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from converter.span import Span
from converter.statements.caption_dates import BY_DATES
from converter.tables.table import Cell, Row

# What no caption ends with.
_OPEN_END = re.compile(
    r"(?:,|-|--|\u2014|\(|&|/|\b(?:and|or|of|to|in|for|from|by|on|with|the|at|per|than|as|that|which|under|its|an?))$",
    re.I,
)
# What a caption seldom ends with: what is said of the next word.
_QUALIFIED = re.compile(
    r"\b(?:net|less|before|after|other|unconsolidated|non|long|short|common|preferred|cash\s+and\s+cash|discontinued|"
    r"continuing|deferred|accumulated|comprehensive|extraordinary|additional|possible|retained|paid-in|cumulative|intangible|"
    r"(?:stock|share)holders['\u2019]|changes?\s+in\s+accounting)$",
    re.I,
)
# ... but this ends one.
_COMPLETE = re.compile(r",\s*net$", re.I)
_GOES_ON = re.compile(
    r"(?:Shares\b(?=.*\d)|(?:OF|AND|OR|TO|FOR|FROM|BY|PER|ON|WITH|AFTER|BEFORE)\b|[a-z]|\((?!increase|decrease|gain|loss|income|"
    r"used|provided|benefit)[a-z]|\((?:See\s+)?Notes?\b|\(\$?\.?\d|\d|\$|&|and\b|or\b)"
)
# Lines that count a class of stock; they belong to the caption of the amount below them, whatever they end with.
_STOCK_COUNT = re.compile(
    r"\bpar\s+value\b|\b(?:authorized|issued|outstanding)\b[^a-z]*\d|"
    r"(?<!\d)\d[\d,]*+\s+(?:shares\s+)?(?:authorized|issued|outstanding)|"
    r"\b(?:authorized|issued|outstanding)\s+(?:and\s+outstanding\s+)?shares\b[^a-z\d]*(?:\d|none\b)",
    re.I,
)
# What goes on with a class of stock: "Preferred stock - no par value", "Authorized 500,000 shares; no shares issued".
_COUNTED = re.compile(r"(?:authorized|issued|outstanding)\b.*\d", re.I)
# What goes on with a heading that names a stock: "shares: 1998 - 113; 1997 - 94".
_COUNTS = re.compile(r"shares:?\s.*\d", re.I)
# A class of stock of its own, and the end of a caption of one that has no amount: "none issued)".
_STOCK = re.compile(
    r"(?:(?:class\s+[a-z]|series\s+[a-z\d]{1,4}|[\d.]{1,5}%|serial|cumulative|non-?cumulative|convertible|redeemable|"
    r"exchangeable|participating|voting|non-?voting|junior|senior|special|restricted),?\s+){0,5}"
    r"(?:common|preferred|preference|capital|treasury)\s+(?:stock|shares)\b",
    re.I,
)
_NONE = re.compile(r"\b(?:none|no\s+shares)\b[^,;]{0,30}$|\)$", re.I)
_BRACKET = re.compile(r"[()]")
_HEADING_END = re.compile(r":\s*(?:\([a-z\d]\))?$")
_TOTAL = re.compile(r"^(?:sub-?)?total\b|^net cash\b", re.I)
_WORD = re.compile(r"[a-z]{3,}")
_SMALL = frozenset(
    ("and", "the", "for", "from", "net", "total", "provided", "used", "other", "before", "per", "with"),
)
_MAX_JOINED = 8
_NARROW = 3
"""One of so many rows without values, and captions may be wrapped after every few words."""
_MAX_CAPTION = 420
_MAX_OPEN = 30
"""Headings that lines stand under; no print nests deeper."""


@dataclass(slots=True)
class PrintedItem:
    """A line of a statement before its numbers are read."""

    caption: str
    span: Span
    indent: int
    cells: tuple[Cell, ...]
    gap: bool
    rule: str
    headings: tuple[str, ...] = ()
    heading: bool = False


def join(rows: Sequence[Row]) -> list[PrintedItem]:
    """The lines of a statement, headings among them, in printed order."""
    double_spaced = sum(row.gap for row in rows) > 0.7 * len(rows)
    hanging = _hanging(rows, double_spaced)
    items: list[PrintedItem] = []
    pending: list[Row] = []
    for at, (row, following) in enumerate(zip(rows, [*rows[1:], None], strict=True)):
        if row.cells:
            joined = _joined_to(pending, row, at in hanging, double_spaced)
            items.extend(_without_values(pending[: len(pending) - joined], double_spaced))
            items.append(_item(pending[len(pending) - joined :], row))
            pending = []
        elif not pending and _is_rest_of_last(items, row, following, double_spaced):
            items[-1].caption = f"{items[-1].caption} {row.stub}"[:_MAX_CAPTION]
        elif row.stub:
            pending.append(row)
    items.extend(_without_values(pending, double_spaced))
    _hang_under_headings(items)
    return items


def printed_captions(rows: Sequence[Row]) -> list[str]:
    """The captions of rows, line by line; of a narrow column, where most are wrapped, also as they are joined."""
    stubs = [row.stub for row in rows if row.stub]
    if sum(not row.cells for row in rows) * _NARROW < len(rows):
        return stubs
    return stubs + [item.caption for item in join(rows) if item.caption]


def _hanging(rows: Sequence[Row], double_spaced: bool) -> frozenset[int]:
    """Rows that hold the rest of a caption that had no more room: `Net income attributable to Harrow` over an indented
    `Holdings Inc.   1,203`. The captions that are wrapped by their words tell how wide the column is: no line is wider,
    and none of them had room for the next word. Such a row stands alone below the one that is full.
    """
    ends = [row.indent + len(row.stub) for row in rows]
    goes_on = [*_going_on(rows, double_spaced), False]
    wrapped = [at for at, row in enumerate(rows[:-1]) if goes_on[at] and not row.cells and rows[at + 1].stub]
    width = max(ends, default=0)
    if not wrapped or any(ends[at] + _first_word(rows[at + 1]) <= width for at in wrapped):
        return frozenset()
    full = (at + 1 for at, row in enumerate(rows[:-1]) if row.stub and ends[at] + _first_word(rows[at + 1]) > width)
    return frozenset(at for at in full if _hangs(rows[at - 1], rows[at], rows[at + 1 : at + 2]))


def _first_word(row: Row) -> int:
    """The room that a row's first word takes behind another."""
    return 1 + len(row.stub.split(" ", 1)[0])


def _hangs(upper: Row, lower: Row, following: Sequence[Row]) -> bool:
    """Whether a row alone is indented below one without values that closes no heading."""
    if upper.cells or not lower.cells or not lower.stub or lower.gap or lower.rule:
        return False
    if _HEADING_END.search(upper.stub) or (upper.stub.isupper() and not lower.stub.isupper()):
        return False
    return lower.indent > upper.indent and all(row.indent <= upper.indent for row in following)


def _joined_to(pending: list[Row], row: Row, hangs: bool, double_spaced: bool) -> int:
    """How many of the rows before `row` are the beginning of its caption.

    Args:
        hangs: whether the row holds the rest of the one before it in any case.
    """
    going_on = _going_on([*pending, row], double_spaced)
    if hangs and going_on:
        going_on[-1] = True
    count = 0
    for goes_on in reversed(going_on):
        if count >= _MAX_JOINED or not goes_on:
            break
        count += 1
    return count


def _going_on(rows: Sequence[Row], double_spaced: bool) -> list[bool]:
    """For each row but the first, whether its words go on with those of the row before."""
    inside = _in_brackets([row.stub for row in rows])
    pairs = zip(rows, rows[1:], inside[1:], strict=False)
    return [bracketed or _continues(upper, lower, double_spaced) for upper, lower, bracketed in pairs]


def _in_brackets(lines: Sequence[str]) -> list[bool]:
    """For each line, whether it begins inside a bracket that closes in one of the next few lines."""
    inside = [False] * len(lines)
    opened: list[int] = []
    for at, text in enumerate(lines):
        for sign in _BRACKET.findall(text):
            if sign == "(":
                opened.append(at)
            elif opened and at - (first := opened.pop()) <= _MAX_JOINED:
                for line in range(first + 1, at + 1):
                    inside[line] = True
    return inside


def _continues(upper: Row, lower: Row, double_spaced: bool) -> bool:
    """Whether the caption of `upper` goes on in `lower`."""
    text = upper.stub
    if BY_DATES.match(lower.stub):
        return not (lower.gap and not double_spaced)
    if _STOCK_COUNT.search(text) and re.search(r"\d", text):
        return not (lower.gap and not double_spaced) and not (_NONE.search(text) and _STOCK.match(lower.stub))
    if _STOCK.match(text) and _COUNTED.match(lower.stub) and not _HEADING_END.search(text):
        return not (lower.gap and not double_spaced)
    if _HEADING_END.search(text):
        return bool(_COUNTS.match(lower.stub)) and not (lower.gap and not double_spaced)
    if not lower.stub:
        return not lower.rule and not text.isupper() and not (lower.gap and not double_spaced)
    if text.count("(") > text.count(")"):
        return True
    parted = lower.gap and not double_spaced
    if text.isupper() and not lower.stub.isupper():
        return False
    if _OPEN_END.search(text) or _QUALIFIED.search(text):
        return not parted
    return bool(_GOES_ON.match(lower.stub)) and not parted


def _is_rest_of_last(items: list[PrintedItem], row: Row, following: Row | None, double_spaced: bool) -> bool:
    """Whether a row without values goes on with the last item, and does not rather begin the caption of the next."""
    if not items or not items[-1].cells or not _is_rest(items[-1], row, double_spaced):
        return False
    if following is None or not following.cells or not following.stub[:1].islower() or not row.stub[:1].isupper():
        return True
    return not _continues(row, following, double_spaced)


def _is_rest(item: PrintedItem, row: Row, double_spaced: bool) -> bool:
    """Whether a row without values is the rest of the caption before it, whose number stood on its first line."""
    if not item.caption or not row.stub or row.gap or row.rule or _HEADING_END.search(row.stub):
        return False
    if item.caption.count("(") > item.caption.count(")"):
        return True
    if _OPEN_END.search(item.caption):
        return True
    if _QUALIFIED.search(item.caption) and not _COMPLETE.search(item.caption) and row.indent > item.indent:
        return True
    return row.stub[0].islower() and not _TOTAL.match(item.caption)


def _item(upper: Sequence[Row], row: Row) -> PrintedItem:
    words = [other.stub for other in upper] + ([row.stub] if row.stub else [])
    first = upper[0] if upper else row
    return PrintedItem(
        caption=" ".join(words)[:_MAX_CAPTION],
        span=Span(first.stub_span.start, max(first.stub_span.end, row.stub_span.end if row.stub else 0)),
        indent=first.indent if words else 0,
        cells=row.cells,
        gap=first.gap,
        rule=first.rule or row.rule,
    )


def _without_values(rows: Sequence[Row], double_spaced: bool) -> Iterator[PrintedItem]:
    """Rows that belong to no values: headings, each a row, but for a class of stock that nothing is issued of, whose
    caption holds numbers all the same and which nothing stands under.
    """
    going_on = [*_going_on(rows, double_spaced), False]
    at = 0
    while at < len(rows):
        until = at + 1
        while going_on[until - 1]:
            until += 1
        caption = " ".join(row.stub for row in rows[at:until])[:_MAX_CAPTION]
        if _STOCK.match(caption) and _STOCK_COUNT.search(caption) and _NONE.search(caption):
            first, last = rows[at], rows[until - 1]
            span = Span(first.stub_span.start, last.stub_span.end)
            yield PrintedItem(caption, span, first.indent, (), first.gap, first.rule)
        else:
            yield from _headings(rows[at:until])
        at = until


def _headings(rows: Sequence[Row]) -> Iterator[PrintedItem]:
    """Each row, together with those that its brackets go on in."""
    inside = [*_in_brackets([row.stub for row in rows]), False]
    at = 0
    while at < len(rows):
        until = at + 1
        while inside[until]:
            until += 1
        yield _heading(rows[at:until])
        at = until


def _heading(rows: Sequence[Row]) -> PrintedItem:
    first, last = rows[0], rows[-1]
    caption = " ".join(row.stub for row in rows)[:_MAX_CAPTION]
    span = Span(first.stub_span.start, last.stub_span.end)
    return PrintedItem(caption, span, first.indent, (), first.gap, first.rule, heading=True)


@dataclass(slots=True)
class _Open:
    text: str
    indent: int
    words: frozenset[str]
    used: bool = False
    deeper: bool = False
    members: list[int] = field(default_factory=list)


def _hang_under_headings(items: list[PrintedItem]) -> None:
    """Give every line the headings it stands under, outermost first."""
    stack: list[_Open] = []
    for item in items:
        if item.heading:
            _close_for_heading(stack, item)
            del stack[_MAX_OPEN - 1 :]
            item.headings = tuple(entry.text for entry in stack)
            stack.append(_Open(item.caption.rstrip(": "), item.indent, _words(item.caption)))
            continue
        while (
            stack
            and stack[-1].deeper
            and item.indent <= stack[-1].indent
            and item.caption
            and not _TOTAL.match(item.caption)
        ):
            stack.pop()
        item.headings = tuple(entry.text for entry in stack)
        for entry in stack:
            entry.used = True
            entry.deeper = entry.deeper or item.indent > entry.indent
        if _TOTAL.match(item.caption):
            _close_for_total(stack, _words(item.caption))


def _close_for_heading(stack: list[_Open], item: PrintedItem) -> None:
    if item.caption.isupper() and len(item.caption) > 5:
        while (
            stack
            and (stack[-1].used or stack[-1].indent >= item.indent)
            and not (stack[-1].text.isupper() and not stack[-1].used)
        ):
            stack.pop()
        return
    while stack and stack[-1].used and not _is_major(stack[-1]) and item.indent <= stack[-1].indent:
        stack.pop()


def _is_major(entry: _Open) -> bool:
    return entry.text.isupper() and len(entry.text) > 5


def _close_for_total(stack: list[_Open], words: frozenset[str]) -> None:
    """`Total current assets` closes `Current assets:` and all that was opened below it."""
    for at in range(len(stack) - 1, -1, -1):
        shared = stack[at].words & words
        if shared and len(shared) >= min(len(stack[at].words), len(words)):
            del stack[at:]
            return


def _words(text: str) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in _WORD.findall(text.lower()) if word not in _SMALL)
