"""The policies in a note on accounting policies: by sub-headings of one look, on lines of their own or run in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from converter.knowledge import NoteHeadings
from converter.notes.headings import title_of_its_own
from converter.notes.lines import NoteLine
from converter.notes.note import Heading, Note
from converter.notes.titles import CONTINUED, Look, look, run_in
from converter.span import Span

_LETTERED = re.compile(r"[(\[]?[A-Za-z0-9]{1,2}[.)\]]+\s+|[A-Z]\s?(?:--|–|—)\s?")
_FEWEST = 2
"""Policies that are known, without which headings are no set of policies."""
_OF_POLICIES = re.compile(r"polic(?:y|ies)|accounting (?:practices|principles)|basis of presentation", re.I)


@dataclass(frozen=True, slots=True)
class _SubHeading:
    at: int
    title: str
    style: tuple[object, ...]
    known: bool


def has_policies(title: str) -> bool:
    """Whether a note of this title tells accounting policies."""
    return bool(_OF_POLICIES.search(title))


def policies(
    lines: Sequence[NoteLine], first: int, last: int, end: int, known: NoteHeadings, running: Collection[str]
) -> tuple[Note, ...]:
    """The policies in a note, each from its sub-heading to the next of the same look.

    Args:
        first, last: the lines below the note's heading, `last` excluded.
        end: where the note ends in the source.
        running: the heads of pages, which are no policies unless they are known as such.
    """
    sets: dict[tuple[object, ...], list[_SubHeading]] = defaultdict(list)
    for at in range(first, last):
        found = _sub_heading(lines, at, known)
        if found is not None and (found.known or lines[at].text not in running):
            sets[found.style].append(found)
    best = max(sets.values(), key=lambda each: sum(one.known for one in each), default=[])
    if sum(one.known for one in best) < _FEWEST:
        return ()
    stops = [*(lines[one.at].begin for one in best[1:]), end]
    return tuple(
        Note(Heading("", one.title, _span(lines[one.at], one.title)), Span(lines[one.at].begin, stop))
        for one, stop in zip(best, stops, strict=True)
    )


def _sub_heading(lines: Sequence[NoteLine], at: int, known: NoteHeadings) -> _SubHeading | None:
    line = lines[at]
    if not line.apart or line.tabular or CONTINUED.search(line.text):
        return None
    lettered = _LETTERED.match(line.text)
    text = line.text[lettered.end() :] if lettered else line.text
    alone = title_of_its_own(lines, at, text)
    title, seen = (_whole(lines, at, text, alone), alone) if alone else run_in(text)
    if seen is Look.PROSE or (not alone and len(title) + 2 >= len(text)):
        return None
    style = (bool(alone), bool(lettered), seen, line.bold)
    return _SubHeading(at, title.rstrip(".: "), style, bool(known.concepts(title, "policies")))


def _whole(lines: Sequence[NoteLine], at: int, text: str, seen: Look) -> str:
    """A title with the line below it where capitals go on there."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    goes_on = seen is Look.CAPITALS and below is not None and not below.apart and look(below.text) is Look.CAPITALS
    return f"{text} {below.text}" if goes_on and below is not None else text


def _span(line: NoteLine, title: str) -> Span:
    return Span(line.start, min(line.end, line.start + len(title)))
