"""The rows of a conversion as a reviewer meets them: where each stands, what it was decided to be, what it may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from converter.conversion import Conversion
from converter.reading import Place
from converter.report import Fact, PresentedRow
from converter.sources.document import Document
from converter.span import Span
from converter.statements.statement import Item, Role
from converter.terms import Kind, Unit
from converter.terms.period import PeriodType
from converter.terms.unit import is_money, is_price

EXTENSION = "extension"


@dataclass(frozen=True, slots=True)
class Row:
    """A row that states facts.

    Attributes:
        statement, row: indexes in the Report.
        place: where it begins, `57:3`.
        caption: as printed; empty for a total without one.
        under: the heading right above it; of a row without a caption, which is known by it.
        total: whether it is one.
        aspect: of a number inside a caption.
        concept: local name in us-gaap, or `extension`.
        anchor: of an extension: the wider concept; None for none.
        sign: `printed` or `negated`.
        unit, period_type: of its facts, in the terms of concepts.
        confirmed, approved: by whom first, and by whom second; empty for nobody.
    """

    statement: int
    row: int
    kind: Kind
    place: str
    caption: str
    under: str
    total: bool
    aspect: str | None
    concept: str
    anchor: str | None
    sign: str
    unit: Unit | None
    period_type: PeriodType | None
    confidence: float
    confirmed: str
    approved: str
    alternatives: tuple[tuple[str, float], ...]


def place_of(document: Document, span: Span) -> str:
    """Where something begins, as files of maps name it: `57:3`."""
    return str(Place(*document.position(span.start)))


def rows_of(conversion: Conversion) -> dict[tuple[int, int], Row]:
    """The rows that state facts, by statement and row."""
    report = conversion.report
    items = {
        amount.span: item
        for statement in conversion.stages.statements
        for item in statement.items
        for amount in item.amounts
    }
    found: dict[tuple[int, int], Row] = {}
    for (at, row), (fact, span) in _first_facts(conversion).items():
        presented = report.statements[at].rows[row]
        made = _row(conversion, at, row, presented, fact, items.get(span))
        if made is not None:
            found[at, row] = made
    return dict(sorted(found.items()))


def _first_facts(conversion: Conversion) -> Mapping[tuple[int, int], tuple[Fact, Span]]:
    found: dict[tuple[int, int], tuple[Fact, Span]] = {}
    for fact in conversion.report.facts:
        for source in fact.sources:
            if source.statement is not None and source.row is not None:
                found.setdefault((source.statement, source.row), (fact, source.span))
    return found


def _row(
    conversion: Conversion, at: int, row: int, presented: PresentedRow, fact: Fact, item: Item | None
) -> Row | None:
    decision = presented.decision
    if decision is None:
        return None
    report = conversion.report
    return Row(
        statement=at,
        row=row,
        kind=report.statements[at].kind,
        place=place_of(report.document, presented.span),
        caption=item.caption if item else presented.label,
        under=item.headings[-1] if item and item.headings and not item.caption.strip() else "",
        total=item is not None and item.role is Role.TOTAL,
        aspect=item.aspect.value if item and item.aspect else None,
        concept=decision.concept or EXTENSION,
        anchor=decision.anchor,
        sign="negated" if decision.sign < 0 else "printed",
        unit=item.unit if item else _unit(fact.unit),
        period_type="instant" if report.period_of(fact).is_instant else "duration",
        confidence=decision.confidence,
        confirmed=decision.confirmed,
        approved=decision.approved,
        alternatives=decision.alternatives,
    )


def _unit(unit: str | None) -> Unit | None:
    """The unit in the terms of concepts, which know one currency."""
    if unit is None:
        return None
    if is_price(unit):
        return "USD/shares"
    return "USD" if is_money(unit) else "shares" if unit == "shares" else "pure"
