"""The statements as the page shows them: rows with the figures of each printed column, the concept, how sure it is."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from html import unescape

from converter.arithmetic import power_of_ten
from converter.exports.grid import WHOLE, Head, grids
from converter.exports.html import words
from converter.exports.html.footings import Footing
from converter.exports.html.places import Place
from converter.exports.html.tiers import Tier, is_open, tier
from converter.exports.lookup import Lookup
from converter.grammars import markup, scales
from converter.report import PresentedRow, PresentedStatement
from converter.terms import Kind, Name


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
        line: where it begins in the source, from 1.
        mapping: the line of a mapping file that makes it what it is, after the key that the line stands under; None for
            a heading or a number inside a caption.
    """

    row: PresentedRow
    tier: Tier | None
    confidence: int | None
    figures: tuple[tuple[Figure, ...], ...]
    noted: bool
    of: str = ""
    line: int = 0
    mapping: tuple[str, str] | None = None

    @property
    def is_open(self) -> bool:
        """A finding speaks of it, or a person should look at its concept, and none has."""
        return self.noted or is_open(self.row.concept, self.row.decision)

    @property
    def classes(self) -> str:
        row = self.row
        flags = (
            ("head", row.abstract),
            ("parenthetical", row.parenthetical),
            ("total", row.foots is not None),
            ("open", self.is_open),
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
    shared = {kind: _shared(look.report.statements, kind) for kind in {each.kind for each in look.report.statements}}
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
            lines.append(
                replace(
                    _line(row, figures, noted),
                    of=_of(table.rows.get(number), look),
                    line=look.report.document.position(row.span.start)[0],
                    mapping=_mapping(look, statement, number, shared[statement.kind]),
                )
            )
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


def _mapping(look: Lookup, statement: PresentedStatement, number: int, shared: Set[str]) -> tuple[str, str] | None:
    """By the caption, `"Inventories": {concept: InventoryNet, statement: BS}`; what no caption of its own tells from
    other rows goes by its place, `"57:3": {...}`. A number inside a caption has no line of its own.
    """
    row, document = statement.rows[number], look.report.document
    if row.abstract or row.parenthetical or row.decision is None:
        return None
    entry = [f"concept: {row.decision.concept or 'extension'}", f"statement: {statement.kind.value}"]
    told = f"{{{', '.join([*entry, *(['sign: negated'] if row.decision.sign < 0 else [])])}}}"
    caption = _letters(row.label)
    printed = _letters(unescape(markup.TAG.sub("", document.text[row.span.start : row.span.end])))
    if caption and caption not in shared and printed.startswith(caption):
        return "captions", f"{json.dumps(row.label, ensure_ascii=False)}: {told}"
    line, column = document.position(row.span.start)
    return "rows", f'"{line}:{column}": {told}'


def _shared(statements: Iterable[PresentedStatement], kind: Kind) -> set[str]:
    """The captions that stand in several rows of the statements of a kind."""
    rows = (row for statement in statements if statement.kind is kind for row in statement.rows)
    counted = Counter(_letters(row.label) for row in rows if not (row.abstract or row.parenthetical))
    return {caption for caption, count in counted.items() if count > 1}


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _about(look: Lookup, statement: PresentedStatement) -> str:
    document = look.report.document
    first, last = (document.position(offset)[0] for offset in (statement.span.start, statement.span.end))
    footed, totals = statement.footed
    scale = f"in {scales.plural(power_of_ten(statement.scale))}"
    lines = f"line {first}" if first == last else f"lines {first}–{last}"
    return " · ".join([scale, lines, *([f"{footed} of {totals} totals foot"] if totals else [])])
