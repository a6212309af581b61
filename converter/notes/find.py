"""From the parts of a document to its notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from converter.findings import Finding, Severity
from converter.knowledge import NoteHeadings
from converter.knowledge.notes import words_of
from converter.notes.borders import bare, begins, endings
from converter.notes.headings import Candidate, candidates, has_text
from converter.notes.lines import NoteLine, note_lines, running_heads
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
    endings: Sequence[bool]
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
        return tuple(_undivided(found, findings))
    for other in found:
        if other is not best and other.chosen.weight >= _SECOND:
            findings.append(_left_out(other))
    findings.extend(_skipped(best.chosen.headings))
    return tuple(_notes(best, known))


def _parts(document: Document, statements: Sequence[Span]) -> list[Part]:
    parts = [part for part in document.readable if _may_hold(part.type.upper())]
    starts = [each.start for each in statements]
    holding = [part for part in parts if any(part.span.start <= start < part.span.end for start in starts)]
    return holding or parts


def _may_hold(kind: str) -> bool:
    return not kind.startswith("EX") or kind.startswith(_READ)


def _in_part(document: Document, part: Part, known: NoteHeadings) -> _Found:
    lines = note_lines(document, part)
    ending = endings(lines)
    return _Found(part, lines, ending, chosen(candidates(lines, ending, known)))


def _undivided(found: Sequence[_Found], findings: list[Finding]) -> Iterator[Note]:
    """The notes as one, from the title over them to what comes behind, where nothing in them looks like a heading."""
    stretches = [(each, first, last) for each in found for first, last in _stretches(each)]
    if not stretches:
        findings.append(Finding(Severity.WARNING, "notes.none", "No notes to the financial statements were found."))
        return
    in_, first, last = max(stretches, key=lambda each: each[2] - each[1])
    title = in_.lines[first]
    span = Span(title.start, title.end)
    message = "The notes to the financial statements have no headings that tell them apart: they are one text block."
    findings.append(Finding(Severity.WARNING, "notes.undivided", message, span))
    yield Note(Heading("", bare(title.text), span), Span(title.begin, _place(in_, last)))


def _stretches(found: _Found) -> Iterator[tuple[int, int]]:
    """From a title over notes that text stands below to the line that begins what comes behind them, each once."""
    lines, last = found.lines, 0
    for first, line in enumerate(lines):
        if first >= last and begins(line) and has_text(lines, first):
            last = next((at for at in range(first, len(lines)) if found.endings[at]), len(lines))
            yield first, last


def _place(found: _Found, line: int) -> int:
    """Where a line begins, or the part ends."""
    return found.lines[line].begin if line < len(found.lines) else found.part.span.end


def _notes(found: _Found, known: NoteHeadings) -> Iterator[Note]:
    lines, headings = found.lines, _with_text(found, known)
    after, running = _end(found, headings[-1]), running_heads(lines)
    firsts = [*(one.at for one in headings), after]
    starts = [*(one.line.begin for one in headings), _place(found, after)]
    for one, (start, stop), until in zip(headings, pairwise(starts), firsts[1:], strict=True):
        heading = Heading(one.label, one.title, Span(one.line.start, lines[one.last].end))
        inner = policies(lines, one.last + 1, until, stop, known, running) if has_policies(one.title) else ()
        yield Note(heading, Span(start, stop), inner)


def _end(found: _Found, heading: Candidate) -> int:
    """The line below the last heading that begins what comes behind the notes, the name of the company above it.

    The title of a table may say what its note is called; that ends nothing.
    """
    lines, first = found.lines, heading.last + 1
    own = {*words_of(heading.title).split()}
    ending = (at for at in range(first, len(lines)) if found.endings[at] and not own.issuperset(_words(lines[at])))
    after = next(ending, len(lines))
    while first < after < len(lines) and not lines[after].apart and look(lines[after - 1].text):
        after -= 1
    return after


def _words(line: NoteLine) -> list[str]:
    return words_of(line.text).split()


def _with_text(found: _Found, known: NoteHeadings) -> list[Candidate]:
    """The headings that text of their own follows, or the headings of what they are over.

    "Accounting Policies" right above "Consolidation" is over all policies: up to the first heading of another note, one
    that stands a second time, or one right over a table, which policies do not have.
    """
    lines = found.lines
    headings = [one for one in found.chosen.headings if not _is_over_end(found, one)]
    kept: list[Candidate] = []
    over = False  # the heading that was kept last is over the next one
    among: set[str] = set()  # titles of the policies that it is over
    for one, following in zip(headings, [*headings[1:], None], strict=True):
        title = words_of(one.title)
        if among and title not in among and not _is_over_table(lines, one) and _may_be_policy(one, known):
            among.add(title)
            over = False
        elif over:
            over = False
        else:
            kept.append(one)
            over = following is not None and not one.number and following.at == one.last + 1
            among = {title} if over and has_policies(one.title) else set()
    return kept


def _is_over_end(found: _Found, one: Candidate) -> bool:
    """Whether what looks like a heading is the company's name over what comes behind the notes."""
    below = one.last + 1
    return not (one.number or one.known) and below < len(found.lines) and found.endings[below]


def _may_be_policy(one: Candidate, known: NoteHeadings) -> bool:
    return bool(known.concepts(one.title, "policies")) or not one.known


def _is_over_table(lines: Sequence[NoteLine], one: Candidate) -> bool:
    below = one.last + 1
    return below < len(lines) and lines[below].tabular


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
