"""The printed lines of a stretch of HTML, each character with its place in the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from html import unescape
from operator import attrgetter
from typing import NamedTuple

from converter.tables.html_style import is_raised, style_of

_TOKEN = re.compile(
    r"<(/?)([a-z][\w:.-]*)([^<>]*)>|<[!?][^<>]*>|(&(?:#\d{1,8}|#x[\da-f]{1,8}|[a-z][a-z\d]{1,31});?)", re.I
)
_BREAKS = frozenset(
    ("p", "div", "center", "blockquote", "li", "dd", "dt", "ul", "ol", "dl", "pre", "hr", "form", "address", "page")
).union(("h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "caption"))
_CELLS = frozenset(("td", "th"))
_SPANS = frozenset(("span", "font", "a"))
# What may be raised above a line without being part of its text: footnote marks and the signs of trade marks.
_MARK = re.compile(r"[\s(\[]*(?:[\w*†‡§#®]{1,2}|TM|SM)(?:[\s,)(\]\[]+[\w*†‡§#]{1,2})*[\s)\]]*$", re.I)
_LONGEST_MARK = 16
_LOST = str.maketrans(dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\x00", " "))
_INDENTING = "\xa0\u2002\u2003\u3000"


class Run(NamedTuple):
    """Characters that stand together in the source, one to one, or what one entity stands for."""

    at: int
    length: int
    start: int
    end: int

    @property
    def literal(self) -> bool:
        return self.end - self.start == self.length


class Line:
    """A printed line: its characters, spaces as they stand in the source, and where each of them stands there."""

    __slots__ = ("_runs", "text")

    def __init__(self, text: str, runs: list[Run]) -> None:
        self.text = text
        self._runs = runs

    @property
    def words(self) -> str:
        """The text with white space collapsed."""
        return " ".join(self.text.split())

    def start(self, index: int) -> int:
        """Where the character at `index` begins in the source."""
        run = self._run(index)
        return run.start + index - run.at if run.literal else run.start

    def end(self, index: int) -> int:
        """Where the character before `index` ends in the source."""
        run = self._run(index - 1)
        return run.start + index - run.at if run.literal else run.end

    def together(self, first: int, last: int) -> bool:
        """Whether no markup stands between two characters."""
        return self._run(first) == self._run(last)

    def stretch(self) -> tuple[int, int]:
        """The source from the first to the last printed character; empty for a blank line."""
        first = len(self.text) - len(self.text.lstrip())
        last = len(self.text.rstrip())
        if first >= last:
            return self._runs[0].start, self._runs[0].start
        return self.start(first), self.end(last)

    def _run(self, index: int) -> Run:
        return self._runs[bisect_right(self._runs, index, key=_at) - 1]


_at = attrgetter("at")


@dataclass(slots=True)
class Content:
    """The content of a cell: its lines (blank ones between others kept), the indent of its text in points, and the
    attributes of the `<hr>` it holds.
    """

    lines: list[Line]
    points: float = 0.0
    rulers: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All lines in one, white space collapsed."""
        return " ".join(words for line in self.lines if (words := line.words))

    @property
    def leading(self) -> int:
        """How many fixed spaces stand before the first word."""
        for line in self.lines:
            if line.text.strip():
                lead = line.text[: len(line.text) - len(line.text.lstrip())]
                return sum(lead.count(space) for space in _INDENTING)
        return 0


def read_content(source: str, start: int, end: int) -> Content:
    """The printed lines of the source from `start` to `end`, which stand outside of any tag."""
    if source.find("<", start, end) < 0 and source.find("&", start, end) < 0:
        text = source[start:end].translate(_LOST)
        return Content([Line(text, [Run(0, end - start, start, end)])] if text.strip() else [])
    return _Reader(source).read(start, end)


class _Reader:
    """Collects lines while the tags go by."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.content = Content([])
        self.parts: list[str] = []
        self.runs: list[Run] = []
        self.length = 0
        self.begun = False  # a word was printed, so that styles no longer say where the first line begins
        self.raised: tuple[str, int, int] | None = None  # element, depth, number of parts before it

    def read(self, start: int, end: int) -> Content:
        at = start
        for token in _TOKEN.finditer(self.source, start, end):
            if token.start() > at:
                self._add(self.source[at : token.start()], at, token.start())
            at = token.end()
            closing, name, attributes, entity = token.groups()
            if entity:
                self._add(unescape(entity), token.start(), at)
            elif name:
                self._tag(name.lower(), attributes, bool(closing), at)
        if at < end:
            self._add(self.source[at:end], at, end)
        self._break(end, keep=False)
        while self.content.lines and not self.content.lines[-1].text.strip():
            self.content.lines.pop()
        return self.content

    def _add(self, text: str, start: int, end: int) -> None:
        text = text.translate(_LOST)
        self.parts.append(text)
        self.runs.append(Run(self.length, len(text), start, end))
        self.length += len(text)
        self.begun = self.begun or not text.isspace()

    def _tag(self, name: str, attributes: str, closing: bool, at: int) -> None:
        if self.raised is not None:
            self._within_raised(name, closing)
        elif not closing and (name == "sup" or (name in _SPANS and is_raised(attributes))):
            self.raised = (name, 1, len(self.parts))
        if name == "br":
            self._break(at, keep=True)
        elif name in _BREAKS:
            self._break(at, keep=False)
            if name == "hr":
                self.content.rulers.append(attributes)
        elif name in _CELLS:
            self._add(" ", at, at)
        if not self.begun and not closing and name not in _CELLS:
            self.content.points += style_of(attributes).indent

    def _within_raised(self, name: str, closing: bool) -> None:
        """Follow the raised element to its end; there, drop its text if it is a mark."""
        if self.raised is None or name != self.raised[0]:
            return
        element, depth, before = self.raised
        depth += -1 if closing else 1
        self.raised = (element, depth, before)
        if depth:
            return
        self.raised = None
        raised = "".join(self.parts[before:])
        if len(raised) <= _LONGEST_MARK and _MARK.match(raised):
            del self.parts[before:], self.runs[before:]
            self.length -= len(raised)

    def _break(self, at: int, keep: bool) -> None:
        """End a line; one without a printed or fixed character is kept only where a `<br>` ends it."""
        text = "".join(self.parts)
        if keep or text.strip(" \t\r\n"):
            self.content.lines.append(Line(text, self.runs or [Run(0, 0, at, at)]))
        self.parts, self.runs, self.length = [], [], 0
        if self.raised is not None:
            self.raised = (self.raised[0], self.raised[1], 0)
