"""One printed line: where its caption ends and its values begin.

The values of a line are the run of numbers, dashes and marks at its right end. A number that is part of the caption
("liquidation value $10,000,000") is told apart by the gap before it: a value stands at least two spaces, a leader or a
`$` away from the words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from converter.tables.leaders import leader
from converter.tables.limits import shortened

# Digits are taken whole: a search that began anew at each of them would take time in the square of their number.
# A few have their point set apart: `0 .50`, `1,212 .4`.
_NUMBER = (
    r"(?:[0-9]{1,3}(?:,\s?[0-9]{3})++(?:\.[0-9]++|\ \.[0-9](?![0-9,%]))?+"
    r"|(?<![0-9.,])[0-9]{1,3}(?:\ \.[0-9](?![0-9,%])|(?:\ \.\ ?|\.\ )[0-9]{2}(?![0-9,]))"
    r"|(?<![0-9])[0-9]++(?:\.[0-9]++)?+|(?<!\.)\.[0-9]++)"
)
# Behind a value stands space, a rule of a box, or the sign or bracket of the next column; behind its mark even the next
# number: `100.0(a)155.0`.
_BEHIND = rf"(?:(?=[\s|$]|$|\([$\s]{{0,12}}{_NUMBER})|(?<=\([a-zA-Z]\))(?={_NUMBER}))"
# What may stand in a value column. Signs and `$` may stand apart from their number: `($   39.0)`, `$ (1,234 )`.
_VALUE = re.compile(
    rf"""
      (?P<number> (?:\(\s{{0,12}})? (?:\$\s*)? (?:\(\s{{0,12}})? -?{_NUMBER} (?:\s{{0,2}}\)){{0,2}}
      (?:\s?%\)?|-(?=\s|$))? )
      (?P<mark> (?:\s?\([0-9]{{1,2}}\)|\s?\([a-zA-Z]{{1,2}}\)|\s?\*++|\s?\#|\s?\[[a-z0-9]\]){{0,3}} ) {_BEHIND}
    | (?P<dash> (?:\$\s*)? \(?(?:-0-|-(?:\ ?-){{0,3}}|-{{5,7}}|[\u2013\u2014\u0096\u0097]++)\)? (?:\s?%)? (?=[\s|$]|$) )
    | (?P<nil> (?:\$\s*)? (?:nil|none|None|NIL|NONE) (?=\s|$) )
    | (?P<none> (?:N/?A|N/?M|n/?a|n/?m|N\.M\.|n\.m\.|\(?[A-Za-z]\)|\*{{1,3}}
      |(?<![0-9])[0-9]++(?:\.[0-9]++)?+[xX]|\$|\||%) (?=\s|$|\|) )
    """,
    re.X,
)
_SPAN_OF_NUMBER = re.compile(rf"\(?\s*\$?\s*(\(?\s*-?{_NUMBER}(?:\s*\)+)?(?:-(?=\s|$))?)")
_RULE = re.compile(r"[\s|$+]*+(?:[-=_\u2013\u2014~*][\s|$+]*+){3,}+$")
_YEAR = re.compile(r"(?:19[7-9][0-9]|20[0-4][0-9])$")
_MARK_ONLY = re.compile(r"\([0-9]{1,2}\)$")
_TAG = re.compile(r"</?[A-Za-z][^>\n]{0,60}>")
_SPACES = re.compile(r"\s+")
_LAST_WORD = re.compile(r".*[A-Za-z]")
# Words that stand in value columns; where one ends the line's words, the whole line is searched for values.
_VALUE_WORD = re.compile(r"(?:^|[\s$|.(])(?:nil|none|n/?[am]|n\.m|[a-z]{1,2}|[0-9]+x)$", re.I)
_MIN_GAP = 2
_SHORTEST_RULE = 5
"""Characters of a rule beside a caption: fewer are a nil."""


class Token(NamedTuple):
    """A value on a line; `x0`, `x1` are character columns, `start`, `end` the number's characters within the line."""

    text: str
    x0: int
    x1: int
    start: int
    end: int
    loose: bool  # nothing but a single space parts it from the words before it


class RawLine(NamedTuple):
    """A line of the source without its end: `shifts` is how far each character stands from `offset` there, where that
    is not as far as in the text.
    """

    offset: int
    text: str
    shifts: tuple[int, ...] = ()


@dataclass(slots=True)
class PrintedLine:
    """A line with its place and its parts.

    Attributes:
        offset: of the line's first kept character in the document.
        text: tabs expanded, dash escapes undone, SGML tags blanked out.
        stub: the caption, leaders removed.
        indent: of the caption.
        values: its value tokens, left to right.
        rule: `-` or `=` if the line is a rule.
        marked: it holds EDGAR's `<S>`, below which the captions and values of a table stand.
        shifts: where lines have tabs or markup, how far every character of `text` is from `offset`; empty otherwise.
    """

    offset: int
    text: str
    stub: str = ""
    indent: int = 0
    values: tuple[Token, ...] = ()
    rule: str = ""
    page: bool = False
    marked: bool = False
    shifts: tuple[int, ...] = ()

    @property
    def blank(self) -> bool:
        return not self.text.strip()

    @property
    def years_only(self) -> bool:
        """All values are bare years, or marks of footnotes beside them: a line of a column head."""
        others = [token for token in self.values if not _YEAR.match(token.text)]
        return len(others) < len(self.values) and all(_MARK_ONLY.match(token.text) for token in others)

    def at(self, x: int) -> int:
        """The document offset of the character in column `x`."""
        if not self.shifts:
            return self.offset + x
        return self.offset + (self.shifts[x] if x < len(self.shifts) else self.shifts[-1] + 1)


def read_long_line(line: RawLine) -> PrintedLine:
    """A line that is too long for one of a statement: words, whatever it prints."""
    read = read_line(line._replace(text=shortened(line.text)))
    read.values = ()
    return read


def read_line(line: RawLine) -> PrintedLine:
    """Parse one line."""
    offset, raw, shifts = line.offset, line.text.rstrip(), line.shifts
    if raw.startswith("- -"):  # the escape of Privacy Enhanced Mail for lines that start with a dash
        raw, offset, shifts = raw[2:], offset + 2, tuple(shift - 2 for shift in shifts[2:])
    page = "<PAGE>" in raw or "\f" in raw
    marked = "<S>" in raw or "<s>" in raw
    if "<" in raw:
        raw = _TAG.sub(lambda tag: " " * len(tag[0]), raw)
    if "\t" in raw:
        raw, expanded = _expand(raw)
        shifts = tuple(shifts[at] for at in expanded) if shifts else expanded
    if not raw.isascii() or "\f" in raw:
        raw = raw.replace("\xa0", " ").replace("\f", " ")
    read = PrintedLine(offset, raw, page=page, marked=marked, shifts=shifts)
    text = raw.strip()
    if not text or page:
        return read
    if _RULE.match(text):
        read.rule = "=" if "=" in text else "-"
        if not _is_nil_row(text):
            return read
        read.rule = ""
    rules = _rules_beside(raw)
    values, begin = _values(raw)
    if rules < len(raw) and not _values(raw[:rules])[0]:
        values, begin = (), rules
    read.values = values
    stub = raw[:begin]
    read.indent = len(stub) - len(stub.lstrip())
    read.stub = clean_stub(stub)
    return read


def clean_stub(text: str) -> str:
    """A caption without its leader, white space collapsed."""
    text = text.rstrip()
    return " ".join(text[: _leader(text)].split())


def _leader(text: str) -> int:
    """Where a leader at the end of a text begins: dots, one dot set apart, or a line; its length if there is none."""
    dots = leader(text)
    if dots < len(text):
        return dots
    if text.endswith(".") and text[-2:-1].isspace():
        return len(text[:-1].rstrip())
    words = text.rstrip()
    unlined = words.rstrip("_")
    return len(unlined.rstrip()) if len(words) - len(unlined) > 1 else len(text)


def _rules_beside(raw: str) -> int:
    """Where the line's end begins that is made of rules; they are such where no value stands before them, in whose
    place they are: `Weighted average common and   ======   ======`. The length of the line if there are none.
    """
    words = len(raw.rstrip("-= |$"))
    pieces = raw[words:].split()
    return words if pieces and all(len(piece) >= _SHORTEST_RULE for piece in pieces) else len(raw)


def _is_nil_row(text: str) -> bool:
    """A line of a few short dashes far apart is a row of nils without a caption, not a rule."""
    pieces = text.split()
    return all(len(piece) <= 2 and set(piece) <= set("-$") for piece in pieces) and len(pieces) <= 8 and "   " in text


def _expand(raw: str) -> tuple[str, tuple[int, ...]]:
    out: list[str] = []
    shifts: list[int] = []
    for at, char in enumerate(raw):
        width = 8 - len(out) % 8 if char == "\t" else 1
        out.extend(" " * width if char == "\t" else char)
        shifts.extend([at] * width)
    return "".join(out), tuple(shifts)


def _values(raw: str) -> tuple[tuple[Token, ...], int]:
    """The value run at the right end, and the column where it begins."""
    words = _LAST_WORD.match(raw)
    tail = words.end() if words and not _VALUE_WORD.search(raw, max(0, words.end() - 6), words.end()) else 0
    found = list(_VALUE.finditer(raw, tail))
    run: list[re.Match[str]] = []
    begin = len(raw)
    for match in reversed(found):
        between = raw[match.end() : begin]
        if between.strip(" |"):
            break
        run.append(match)
        begin = match.start()
    run.reverse()
    while run and not (_parted(raw, run[0]) or _loose(raw, run)):
        run.pop(0)
    run = run[max(_counted_by_year(raw, run), _closing(run)) :]
    begin = run[0].start() if run else len(raw)
    tokens = [_token(raw, match) for match in run if match["none"] is None]
    return _without_marks(tokens), begin


def _counted_by_year(raw: str, run: list[re.Match[str]]) -> int:
    """How many values of a run are of the caption: a year, a dash and what it counts, `1998 - 3,105,220`."""
    for at in range(len(run) - 3, -1, -1):
        year, dash, count = run[at : at + 3]
        beside = count.start() - year.end() - len(dash[0]) <= _MIN_GAP
        if beside and dash["dash"] and count["number"] and _YEAR.match(year[0]):
            return at + 3
    return 0


def _closing(run: list[re.Match[str]]) -> int:
    """How many values of a run are of the caption, whose bracket they close: `- 309,667,975)` below `issued (2023`."""
    for at in range(len(run) - 3, -1, -1):
        dash, count = run[at : at + 2]
        closes = count["number"] and count[0].rstrip().endswith(")") and "(" not in count[0]
        if dash["dash"] and closes and count.start() - dash.end() < _MIN_GAP:
            return at + 2
    return 0


def _parted(raw: str, match: re.Match[str]) -> bool:
    before = raw[: match.start()]
    words = before.rstrip(" |")
    if not words:
        return True
    gap = len(before) - len(words)
    if gap >= _MIN_GAP or _leader(before) < len(before):
        return True
    text = match[0]
    return gap >= 1 and text.startswith("$") and words[-1] not in "ofr(" and match["number"] is not None and " " in text


def _loose(raw: str, run: list[re.Match[str]]) -> bool:
    """Only one space before it, but other values well apart behind it: the columns of the table have to decide."""
    first = run[0]
    if len(run) < 2 or first["number"] is None or raw[first.start() - 1] != " ":
        return False
    if all(_YEAR.match(match[0]) for match in run[1:]):  # "June 30      1997    1998" is a head
        return False
    return run[1].start() - first.end() >= _MIN_GAP


def _token(raw: str, match: re.Match[str]) -> Token:
    loose = match.start() > 0 and not _parted(raw, match)
    if match["number"] is None:
        text = match[0]
        core = text.lstrip("$ ")
        start = match.end() - len(core)
        return Token(text.strip(), match.start(), match.end(), start, match.end(), loose)
    number = match["number"]
    inner = _SPAN_OF_NUMBER.search(number)
    start, end = match.start() + inner.start(1), match.start() + inner.end(1)  # type: ignore[union-attr]
    if number.startswith("(") and ")" in number and raw[start] != "(":
        start = match.start()
    return Token(_SPACES.sub(" ", number), match.start(), match.start() + len(number), start, end, loose)


def _without_marks(tokens: list[Token]) -> tuple[Token, ...]:
    """Drop `(1)` right behind a number: a footnote mark, not a value of its own."""
    kept: list[Token] = []
    for token in tokens:
        if kept and _MARK_ONLY.match(token.text) and token.x0 - kept[-1].x1 < _MIN_GAP:
            continue
        kept.append(token)
    return tuple(kept)
