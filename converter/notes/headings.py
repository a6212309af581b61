"""The lines that may be headings of notes: numbered ones, and those that are set apart and written like titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from converter.knowledge import NoteHeadings
from converter.notes.borders import begins, opens
from converter.notes.lines import NoteLine, running_heads
from converter.notes.numbers import numbered
from converter.notes.titles import CONTINUED, Look, is_listed, is_row, look, run_in

_MOST_LINES = 3
"""Lines that a title may take."""
_LINE = 50
"""Characters from which on a line may be the first of a text."""
_TEXT = 50
"""Characters that a line of text has at least."""
_NAMED = re.compile(r"[0-9]+(?:[a-z]|\([a-z]\))")
"""What begins with a figure and is a name: 401(k), 3dfx."""
_MARKS = ".:- –—"
_UNFINISHED = re.compile(r"(?:[:,;]|\b(?:and|or|of|for|by|in|to|the|at|from|with))$", re.I)
_FIGURES = re.compile(r"[0-9$%]")
_CENTRED = 12
"""Characters by which a line is set in that stands in the middle of its page."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be the heading of a note.

    Attributes:
        at: index of its line; last: index of the last line of its title.
        style: what the headings of one set of notes have in common.
        number: its place in a sequence, from 1; 0 for one without a number.
        label: the number as printed.
        look: how its title is written.
        concept: the text block that its title stands for; empty where notes have no such title.
        region: how many times the text has come to an end before it, as an auditor's report or an item does.
        inside: the title over the notes stands before it, and no end in between.
    """

    at: int
    last: int
    style: tuple[object, ...]
    number: int
    label: str
    title: str
    look: Look
    line: NoteLine
    concept: str = ""
    region: int = 0
    inside: bool = False

    @property
    def known(self) -> bool:
        """Whether the title is one that notes have."""
        return bool(self.concept)


def candidates(lines: Sequence[NoteLine], endings: Sequence[bool], known: NoteHeadings) -> Iterator[Candidate]:
    """All lines that may be headings, in reading order.

    Args:
        endings: for each line whether it begins what comes behind the notes.
    """
    running = running_heads(lines)
    region, inside = 0, False
    for at, line in enumerate(lines):
        inside = inside or opens(line)
        if begins(line):
            inside = True
        elif endings[at]:
            region, inside = region + 1, False
        elif not is_listed(line.text) and not CONTINUED.search(line.text):
            found = [*_numbered(lines, at)]
            if not found and inside:
                found = [*_bare(lines, at)]
            for one in found:
                concept = next(iter(known.concepts(one.title)), "") if one.title else ""
                if one.number or concept or line.text not in running:
                    yield replace(one, concept=concept, region=region, inside=inside)


def _numbered(lines: Sequence[NoteLine], at: int) -> Iterator[Candidate]:
    line = lines[at]
    for one in numbered(line.text):
        rest = line.text[one.rest :]
        if not _may_follow(rest, one.marked):
            return
        last, title, seen = _title(lines, at, rest)
        title = title.rstrip(_MARKS)
        style, figures = one.style
        if seen is Look.PROSE and (style == "bare" or (style != "note" and figures != "arabic")):
            return
        yield Candidate(at, last, one.style, one.number, one.label, title, seen, line)


def _may_follow(rest: str, marked: bool) -> bool:
    """Whether what stands behind a number is no figure and no middle of a sentence."""
    if not rest or rest[0].isupper() or rest[0] in '"“(':
        return True
    return bool(_NAMED.match(rest)) or (marked and rest[0].isalpha())


def _title(lines: Sequence[NoteLine], at: int, rest: str) -> tuple[int, str, Look]:
    """The title that begins with the rest of a line: its last line, its words and how they look."""
    if not rest:  # the number has a line, or a cell, of its own
        below = at + 1
        while below < len(lines) and begins(lines[below]):
            below += 1
        if below == len(lines) or below > at + _MOST_LINES:
            return at, "", Look.PROSE
        last, title, seen = _title(lines, below, lines[below].text)
        return (last, title, seen) if title else (at, "", seen)
    block = at + 1
    while block < len(lines) and block - at <= _MOST_LINES and not lines[block].apart:
        block += 1
    if block - at <= _MOST_LINES:
        title, seen = run_in(" ".join([rest, *(line.text for line in lines[at + 1 : block])]))
        if seen:
            return (block - 1 if len(title) > len(rest) else at), title, seen
    title, seen = run_in(rest)
    last = at
    if seen is Look.CAPITALS and len(title) >= len(rest.rstrip(".:- ")):
        while last + 1 < min(block, at + _MOST_LINES) and look(lines[last + 1].text) is Look.CAPITALS:
            last += 1
            title = f"{title} {lines[last].text}"
    return last, title, seen


def has_text(lines: Sequence[NoteLine], at: int) -> bool:
    """Whether text follows a line, or a table does, and no more captions."""
    below = lines[at + 1 : at + 1 + _MOST_LINES]
    if any(line.tabular or (len(line.text) >= _TEXT and look(line.text) is Look.PROSE) for line in below):
        return True
    return bool(below) and below[0].apart and any(is_row(line.text) for line in below)


def _is_caption(lines: Sequence[NoteLine], at: int) -> bool:
    """Whether the values of a row stand right below a line, whose caption goes on there."""
    return at + 1 < len(lines) and not lines[at + 1].apart and is_row(lines[at + 1].text)


def _is_wrapped(lines: Sequence[NoteLine], at: int) -> bool:
    """Whether a line is as long as lines of text are, and the text goes on below it."""
    return len(lines[at].text) >= _LINE and at + 1 < len(lines) and not lines[at + 1].apart


def _bare(lines: Sequence[NoteLine], at: int) -> Iterator[Candidate]:
    """A line without a number that is set apart and looks like a title."""
    line = lines[at]
    if not line.apart or line.tabular:
        return
    seen = title_of_its_own(lines, at, line.text)
    if seen:
        yield Candidate(at, at, bare_style(line, seen, line.ruled), 0, "", line.text, seen, line)


def bare_style(line: NoteLine, seen: Look, ruled: bool) -> tuple[object, ...]:
    """What headings without numbers have in common."""
    return ("bare", seen, line.bold, line.indent >= _CENTRED, ruled)


def title_of_its_own(lines: Sequence[NoteLine], at: int, text: str) -> Look:
    """How a title looks that has its line for itself, with text below; prose where it is none.

    Args:
        text: the line without a letter before its title.
    """
    if _FIGURES.search(text) or "  " in text or _UNFINISHED.search(text):
        return Look.PROSE
    if _is_wrapped(lines, at) or _is_caption(lines, at) or not has_text(lines, at):
        return Look.PROSE
    return look(text)
