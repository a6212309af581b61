"""The anchor of an extension: the nearest wider us-gaap concept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.knowledge import Knowledge
from converter.mapping.candidates import Candidate
from converter.mapping.fits import usable
from converter.mapping.maps import Stub
from converter.mapping.rows import Frame
from converter.taxonomy import Index
from converter.taxonomy.ancestry import ancestors
from converter.terms import Kind

_SPOKEN_FOR = 0.15
"""What the concepts named for a row must have together, of all that it may be, to tell what it is a part of."""

_NEAR = 2
"""Sums of sums that a total may be above a candidate; farther ones tell nothing."""

_SUPPLEMENTAL = "supplemental"
"""The section whose lines lead to no total: what was paid, and what took no cash."""


def anchor_of(frame: Frame, row: int, found: Sequence[Candidate], knowledge: Knowledge, index: Index) -> str | None:
    """What the release list names, else the nearest total that the taxonomy adds most of the row's candidates to in
    statements of this kind, if it is part of the total of the row's section, else that itself, else what all rows of
    the statement lead to: the first that is measured as the row is.

    Args:
        found: the row's candidates, the likeliest first.
    """
    line = frame.stubs[row]
    nearest = next((each for each in found if each.concept is not None or each.fit is not None), None)
    told = [nearest.anchor] if nearest is not None and nearest.anchor is not None else []
    placed = tuple(_of_section(line, knowledge))
    over = (total for total in _of_candidates(line, found, index) if not placed or _leads_to(total, placed, index))
    near = (*told, *over, *placed, *_widest(line, knowledge))
    return next((each for each in near if usable(each, line.unit, line.period_type, index)), None)


def _of_candidates(line: Stub, found: Sequence[Candidate], index: Index) -> Iterator[str]:
    """The totals over those that have more than half of what all named concepts have, near ones first.

    Where hardly anything speaks for any of them they say nothing of the row. A number inside a caption is part of no
    total.
    """
    named = {each.concept: each.share for each in found if each.concept is not None}
    whole = sum(named.values())
    if line.aspect is not None or whole < _SPOKEN_FOR:
        return
    over: dict[str, float] = {}
    for concept, share in named.items():
        for total in dict.fromkeys(total for total, _ in ancestors(concept, index, _NEAR)):
            over[total] = over.get(total, named.get(total, 0.0)) + share
    for total, share in over.items():
        if 2 * share > whole and line.kind.value in index.statements(total):
            yield total


def _leads_to(total: str, wider: Sequence[str], index: Index) -> bool:
    return total in wider or any(each in wider for each, _ in ancestors(total, index))


def _of_section(line: Stub, knowledge: Knowledge) -> Iterator[str]:
    """The totals over a section's rows. A result between the sections of an income statement is in none of them."""
    if not (line.total and line.kind is Kind.INCOME):
        yield from (knowledge.anchors[section] for section in sorted(line.sections) if section in knowledge.anchors)


def _widest(line: Stub, knowledge: Knowledge) -> Sequence[str]:
    known = line.unit is not None and _SUPPLEMENTAL not in line.sections
    return knowledge.widest.get(line.kind, ()) if known else ()
