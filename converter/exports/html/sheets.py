"""The statements as the page shows them: rows with the figures of each printed column, the concept, how sure it is."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from converter.arithmetic import power_of_ten
from converter.exports.grid import WHOLE, Head, grids
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
        noted: a finding speaks of it.
        of: what its numbers are of where the columns do not tell: `year to 31 Dec 2001`, `Retained earnings`.
    """

    row: PresentedRow
    tier: Tier | None
    confidence: int | None
    figures: tuple[tuple[Figure, ...], ...]
    noted: bool
    of: str = ""

    @property
    def classes(self) -> str:
        row = self.row
        flags = (
            ("head", row.abstract),
            ("parenthetical", row.parenthetical),
            ("total", row.foots is not None),
            ("noted", self.noted),
            ("unsure", self.tier in (Tier.LOW, Tier.MIDDLING)),
            ("confirmed", row.decision is not None and bool(row.decision.confirmed)),
        )
        return " ".join([*([self.tier.value] if self.tier else []), *(name for name, holds in flags if holds)])


@dataclass(frozen=True, slots=True)
class Sheet:
    """A statement: `heads` are the columns as (`3 months to`, `30 Jun 2001`), or (``, `Retained earnings`)."""

    statement: PresentedStatement
    lines: tuple[SheetRow, ...]
    heads: tuple[tuple[str, str], ...]
    periods: tuple[str, ...]
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
            lines.append(replace(_line(row, figures, noted), of=_of(table.rows.get(number), look)))
        heads = tuple(_head(head, look) for head in table.columns.values())
        periods = tuple(
            " ".join(_head(Head(head.period), look)).strip()
            for head in (*table.columns.values(), *table.rows.values())
            if head.period is not None
        )
        found.append(Sheet(statement, tuple(lines), heads, periods, _about(look, statement)))
    return found


def _of(head: Head | None, look: Lookup) -> str:
    return "" if head is None or head == Head() else " ".join(_head(head, look)).strip()


def _head(head: Head, look: Lookup) -> tuple[str, str]:
    """The two lines of a column's head: how long, and to when; a part before its period, or alone."""
    members = look.members_words(head.members or ())
    if head.period is None:
        return "", members or WHOLE
    over = ", ".join(filter(None, [members, words.length(head.period)]))
    return over, words.day(head.period.end, short=True)


def _failing(footing: Footing | None) -> set[str]:
    return {column.context for column in footing.columns if not column.holds} if footing else set()


def _line(row: PresentedRow, figures: tuple[tuple[Figure, ...], ...], noted: Set[int]) -> SheetRow:
    if row.abstract:
        return SheetRow(row, None, None, figures, False)
    step = tier(row.concept, row.decision)
    sure = int(row.decision.confidence * 100) if row.decision and step is not Tier.EXTENSION else None
    numbers = {figure.place.number for cell in figures for figure in cell}
    return SheetRow(row, step, sure, figures, bool(numbers & noted))


def _about(look: Lookup, statement: PresentedStatement) -> str:
    document = look.report.document
    first, last = (document.position(offset)[0] for offset in (statement.span.start, statement.span.end))
    footed, totals = statement.footed
    scale = f"in {scales.plural(power_of_ten(statement.scale))}"
    return f"{scale} · lines {first}–{last} · {footed} of {totals} totals foot"
