"""The anchor of an extension: the nearest wider us-gaap concept."""

from __future__ import annotations

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
    kind, else that of the row's section, else what all rows of the statement lead to.
    """
    line = frame.stubs[row]
    if nearest is not None and nearest.anchor is not None and nearest.anchor in index:
        return nearest.anchor
    return _of_candidate(line, nearest, index) or _of_section(line, knowledge, index) or _widest(line, knowledge, index)


def _of_candidate(line: Stub, nearest: Candidate | None, index: Index) -> str | None:
    if nearest is None or nearest.concept is None or line.aspect is not None or line.unit not in (None, "USD"):
        return None
    parents = (parent for parent, _ in index.calculation_parents(nearest.concept) if parent in index)
    return next((parent for parent in parents if line.kind.value in index.statements(parent)), None)


def _of_section(line: Stub, knowledge: Knowledge, index: Index) -> str | None:
    """The total over a section's rows. A result between the sections of an income statement is in none of them."""
    if line.unit not in (None, "USD") or (line.total and line.kind is Kind.INCOME):
        return None
    anchors = knowledge.anchors
    anchor = next((anchors[section] for section in sorted(line.sections) if section in anchors), None)
    return anchor if anchor is not None and anchor in index else None


def _widest(line: Stub, knowledge: Knowledge, index: Index) -> str | None:
    if line.unit is None or _SUPPLEMENTAL in line.sections:
        return None
    named = knowledge.widest.get(line.kind, ())
    return next((each for each in named if usable(each, line.unit, line.period_type, index)), None)
