"""From the parts of a document to its notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from converter.findings import Finding, Severity
from converter.knowledge import NoteHeadings
from converter.notes.borders import ends
from converter.notes.headings import Candidate, candidates
from converter.notes.lines import NoteLine, note_lines
from converter.notes.note import Heading, Note
from converter.notes.policies import has_policies, policies
from converter.notes.sequence import Chosen, chosen
from converter.notes.titles import look
from converter.sources.document import Document, Part
from converter.span import Span

_READ = ("EX-13", "EX-99")
"""Exhibits that may be, or hold, an annual report; contracts and plans among the others are numbered, too."""
_SECOND = 12.0
"""Weight from which on what a further part has are notes, too."""


@dataclass(frozen=True, slots=True)
class _Found:
    part: Part
    lines: Sequence[NoteLine]
    chosen: Chosen


def find_notes(
    document: Document, statements: Sequence[Span], known: NoteHeadings, findings: list[Finding]
) -> tuple[Note, ...]:
    """The notes to the financial statements of a document in reading order.

    Args:
        statements: where the statements stand; the notes are those in a part that holds one.
        known: how headings of notes read.
    """
    found = [_in_part(document, part, known) for part in _parts(document, statements)]
    best = max(found, key=lambda each: each.chosen.weight, default=None)
    if best is None or not best.chosen.headings:
        findings.append(Finding(Severity.INFO, "notes.none", "No notes to the financial statements were found."))
        return ()
    for other in found:
        if other is not best and other.chosen.weight >= _SECOND:
            findings.append(_left_out(other))
    findings.extend(_skipped(best.chosen.headings))
    return tuple(_notes(best, known))


def _parts(document: Document, statements: Sequence[Span]) -> list[Part]:
    parts = [part for part in document.parts if part.format != "other" and _may_hold(part.type.upper())]
    starts = [each.start for each in statements]
    holding = [part for part in parts if any(part.span.start <= start < part.span.end for start in starts)]
    return holding or parts


def _may_hold(kind: str) -> bool:
    return not kind.startswith("EX") or kind.startswith(_READ)


def _in_part(document: Document, part: Part, known: NoteHeadings) -> _Found:
    lines = note_lines(document, part)
    return _Found(part, lines, chosen(candidates(lines, known)))


def _notes(found: _Found, known: NoteHeadings) -> Iterator[Note]:
    lines, headings = found.lines, _with_text(found.chosen.headings, known)
    after = _end(lines, headings[-1].last + 1)
    firsts = [*(one.at for one in headings), after]
    starts = [*(one.line.begin for one in headings), lines[after].begin if after < len(lines) else found.part.span.end]
    for one, (start, stop), until in zip(headings, pairwise(starts), firsts[1:], strict=True):
        heading = Heading(one.label, one.title, Span(one.line.start, lines[one.last].end))
        inner = policies(lines, one.last + 1, until, stop, known) if has_policies(one.title) else ()
        yield Note(heading, Span(start, stop), inner)


def _end(lines: Sequence[NoteLine], first: int) -> int:
    """The line from `first` on that begins what comes behind the notes, the name of the company above it."""
    after = next((at for at in range(first, len(lines)) if ends(lines, at)), len(lines))
    while first < after < len(lines) and not lines[after].apart and look(lines[after - 1].text):
        after -= 1
    return after


def _with_text(headings: Sequence[Candidate], known: NoteHeadings) -> list[Candidate]:
    """The headings that text of their own follows, or the headings of what they are over.

    "Accounting Policies" right above "Consolidation" is over all policies up to the first heading of another note.
    """
    kept: list[Candidate] = []
    over = False  # the heading that was kept last is over the next one
    among = False  # it is over all policies
    for one, following in zip(headings, [*headings[1:], None], strict=True):
        if not (over or (among and (known.concepts(one.title, "policies") or not one.known))):
            kept.append(one)
            over = following is not None and not one.number and following.at == one.last + 1
            among = over and has_policies(one.title)
        else:
            over = False
    return kept


def _left_out(found: _Found) -> Finding:
    one = found.chosen.headings[0]
    message = (
        f"A further set of {len(found.chosen.headings)} notes, from {one.title or one.label!r}, is left out: notes of "
        "one set of statements are read."
    )
    return Finding(Severity.WARNING, "notes.further-set", message, Span(one.line.start, one.line.end))


def _skipped(headings: Sequence[Candidate]) -> Iterator[Finding]:
    """A finding for each number that is missing between two notes, which may be the print's slip or a note unseen."""
    for one, other in pairwise(headings):
        if other.number > one.number + 1:
            message = f"Between notes {one.label} and {other.label} a number is missing: what is there is one note."
            yield Finding(Severity.WARNING, "notes.number-missing", message, Span(other.line.start, other.line.end))
