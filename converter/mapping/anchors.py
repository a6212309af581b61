"""The anchor of an extension: the nearest wider us-gaap concept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.knowledge import Knowledge
from converter.mapping.candidates import Candidate
from converter.mapping.fits import usable
from converter.mapping.maps import Stub
from converter.mapping.rows import Frame
from converter.taxonomy import Index
from converter.terms import Kind

_SUPPLEMENTAL = "supplemental"
"""The section whose lines lead to no total: what was paid, and what took no cash."""


def anchor_of(frame: Frame, row: int, nearest: Candidate | None, knowledge: Knowledge, index: Index) -> str | None:
    """What the release list names, else the total that the taxonomy adds the best candidate to in statements of this
    kind, else that of the row's section, else what all rows of the statement lead to: the first that is measured as the
    row is.
    """
    line = frame.stubs[row]
    told = [nearest.anchor] if nearest is not None and nearest.anchor is not None else []
    near = (*told, *_of_candidate(line, nearest, index), *_of_section(line, knowledge), *_widest(line, knowledge))
    return next((each for each in near if usable(each, line.unit, line.period_type, index)), None)


def _of_candidate(line: Stub, nearest: Candidate | None, index: Index) -> Iterator[str]:
    """The totals over the best candidate; a number inside a caption is part of none of them."""
    if nearest is not None and nearest.concept is not None and line.aspect is None:
        for parent, _ in index.calculation_parents(nearest.concept):
            if line.kind.value in index.statements(parent):
                yield parent


def _of_section(line: Stub, knowledge: Knowledge) -> Iterator[str]:
    """The totals over a section's rows. A result between the sections of an income statement is in none of them."""
    if not (line.total and line.kind is Kind.INCOME):
        yield from (knowledge.anchors[section] for section in sorted(line.sections) if section in knowledge.anchors)


def _widest(line: Stub, knowledge: Knowledge) -> Sequence[str]:
    known = line.unit is not None and _SUPPLEMENTAL not in line.sections
    return knowledge.widest.get(line.kind, ()) if known else ()
