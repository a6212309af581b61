"""The statements as the page shows them: rows with the figures of each printed column, the concept, how sure it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass

from converter.arithmetic import power_of_ten
from converter.exports.grid import grids
from converter.exports.html import words
from converter.exports.html.footings import Footing
from converter.exports.html.places import Place
from converter.exports.html.tiers import Tier, tier
from converter.exports.lookup import Lookup
from converter.grammars import scales
from converter.report import PresentedRow, PresentedStatement
from converter.terms import Name


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a row; `shown` is as printed, but for the currency sign."""

    place: Place
    shown: str
    off: bool

    @property
    def classes(self) -> str:
        """`b`: ends in a bracket, which hangs over; `off`: a total that its parts do not make."""
        return " ".join(name for name, holds in (("b", self.shown.endswith(")")), ("off", self.off)) if holds)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row.

    Attributes:
        tier: None for a heading.
        confidence: in whole percent, rounded down: 100% is said of nothing less; None for headings and extensions.
        figures: parallel to the columns; a blank cell has none.
        foots: whether the parts make the total; None for a row that is no such total.
        noted: a finding speaks of it.
    """

    row: PresentedRow
    tier: Tier | None
    confidence: int | None
    figures: tuple[tuple[Figure, ...], ...]
    foots: bool | None
    noted: bool

    @property
    def classes(self) -> str:
        row = self.row
        flags = (
            ("head", row.abstract),
            ("parenthetical", row.parenthetical),
            ("total", self.foots is not None),
            ("noted", self.noted),
            ("unsure", self.tier in (Tier.LOW, Tier.MIDDLING)),
        )
        return " ".join([*([self.tier.value] if self.tier else []), *(name for name, holds in flags if holds)])


@dataclass(frozen=True, slots=True)
class Sheet:
    """A statement: `heads` are the columns as (`3 months to`, `30 Jun 2001`)."""

    statement: PresentedStatement
    lines: tuple[SheetRow, ...]
    heads: tuple[tuple[str, str], ...]
    about: str


def sheets(look: Lookup, places: Sequence[Place], footings: Sequence[Footing], noted: Set[int]) -> list[Sheet]:
    """The statements in their order; `noted` are the places that findings speak of."""
    by_source = {(place.fact, id(place.source)): place for place in places}
    facts = {id(fact): index for index, fact in enumerate(look.report.facts)}
    found = []
    totals_of: list[dict[Name, Footing]] = [{} for _ in look.report.statements]
    for footing in footings:
        totals_of[footing.statement][footing.summation.total] = footing
    for statement, totals, table in zip(look.report.statements, totals_of, grids(look), strict=True):
        lines = []
        for number, row in enumerate(statement.rows):
            off = _failing(totals.get(row.concept))
            figures = tuple(
                tuple(
                    Figure(by_source[facts[id(fact)], id(source)], words.figure(source.printed), fact.context in off)
                    for fact, source in table.cells.get((number, column), ())
                )
                for column in table.columns
            )
            lines.append(_line(row, figures, totals, noted))
        heads = tuple((words.length(period), words.day(period.end, short=True)) for period in table.columns.values())
        found.append(Sheet(statement, tuple(lines), heads, _about(look, statement, totals.values())))
    return found


def _failing(footing: Footing | None) -> set[str]:
    return {column.context for column in footing.columns if not column.holds} if footing else set()


def _line(
    row: PresentedRow,
    figures: tuple[tuple[Figure, ...], ...],
    totals: Mapping[Name, Footing],
    noted: Set[int],
) -> SheetRow:
    if row.abstract:
        return SheetRow(row, None, None, figures, None, False)
    step = tier(row.concept, row.decision)
    sure = int(row.decision.confidence * 100) if row.decision and step is not Tier.EXTENSION else None
    footing = totals.get(row.concept)
    numbers = {figure.place.number for cell in figures for figure in cell}
    return SheetRow(row, step, sure, figures, footing.holds if footing else None, bool(numbers & noted))


def _about(look: Lookup, statement: PresentedStatement, totals: Collection[Footing]) -> str:
    document = look.report.document
    first, last = (document.position(offset)[0] for offset in (statement.span.start, statement.span.end))
    footed = sum(footing.holds for footing in totals)
    scale = f"in {scales.plural(power_of_ten(statement.scale))}"
    return f"{scale} · lines {first}–{last} · {footed} of {len(totals)} totals foot"
