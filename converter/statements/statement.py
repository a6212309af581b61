"""The Statement: what a table says, in the terms of financial reporting, before any concept is chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from converter.arithmetic import Figure
from converter.span import Span
from converter.terms import Kind, Period, Unit
from converter.terms.unit import DOLLAR


class Basis(StrEnum):
    """On what footing a column is prepared. Only GAAP columns of the registrant become us-gaap facts."""

    GAAP = "gaap"
    PRO_FORMA = "pro forma"
    NON_GAAP = "non-gaap"
    PERCENT = "percent"
    CHANGE = "change"
    PART = "part"  # of the registrant or its equity: another column is of the same period
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the registrant that an amount is of: a component of its equity, a class of its stock, its parent
    company alone.

    Attributes:
        axis: name of what is divided, `StatementEquityComponentsAxis`, `srt:ConsolidationItemsAxis`; us-gaap's without
            its prefix.
        member: name of the part, `RetainedEarningsMember`; None if there is none like it.
        caption: how the statement calls it.
    """

    axis: str
    member: str | None
    caption: str


@dataclass(frozen=True, slots=True)
class Column:
    """A value column of a statement: its head as printed, and what that means. `period` is None if it could
    not be told.

    Attributes:
        components: of which part all its amounts are, where the head of a column of parts names it.
    """

    head: str
    period: Period | None
    basis: Basis = Basis.GAAP
    components: tuple[Component, ...] = ()

    @property
    def states(self) -> bool:
        """Whether its amounts become facts: GAAP figures of the registrant, or of a part that has a name."""
        return self.period is not None and (self.basis is Basis.GAAP or bool(self.components))


@dataclass(frozen=True, slots=True)
class Amount:
    """One printed number, made a quantity.

    Attributes:
        printed: the characters, e.g. `(25,845)`, `--`.
        value: in full units (dollars, shares), with the printed sign; a dash is 0.
        decimals: the printed precision in XBRL's sense: -3 for thousands, 2 for `0.36`, 0 for whole units.
        column: index into `Statement.columns`.
        period: usually the column's; cash at the beginning of a period has its own instant. None if unknown.
        components: of which parts it is; none: of the registrant as a whole.
    """

    printed: str
    value: Decimal
    decimals: int
    column: int
    period: Period | None
    span: Span
    components: tuple[Component, ...] = ()

    @property
    def figure(self) -> Figure:
        return Figure(self.value, self.decimals)

    @property
    def power(self) -> int:
        """The power of ten that the printed number was multiplied by."""
        return sum(map(str.isdigit, self.printed.partition(".")[2])) - self.decimals

    def at(self, power: int) -> Amount:
        """The same printed number, multiplied by another power of ten."""
        step = power - self.power
        return replace(self, value=self.value * Decimal(10) ** step, decimals=self.decimals - step) if step else self


class Role(StrEnum):
    """What a row of a statement is."""

    HEADING = "heading"
    LINE = "line"
    TOTAL = "total"
    PARENTHETICAL = "parenthetical"  # a number printed inside another row's caption


class Aspect(StrEnum):
    """What a number inside a caption counts."""

    ALLOWANCE = "allowance"
    ACCUMULATED_DEPRECIATION = "accumulated depreciation"
    ACCUMULATED_AMORTIZATION = "accumulated amortization"
    PAR_VALUE = "par value"
    AUTHORIZED = "authorized"
    ISSUED = "issued"
    OUTSTANDING = "outstanding"
    TREASURY = "treasury"
    LIQUIDATION = "liquidation"
    OTHER = "other"


_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Item:
    """A row of a statement, its wrapped caption joined.

    Attributes:
        caption: as printed, white space collapsed; empty for a total printed without one.
        headings: the headings it stands under, outermost first.
        depth: nesting below those headings, 0 for the outermost.
        role: see `Role`.
        unit: of all its amounts.
        amounts: at most one per column; a blank cell has none.
        span: the caption in the source.
        host: for `Role.PARENTHETICAL`, the index of the row whose caption holds the number.
        aspect: for `Role.PARENTHETICAL`, what the number counts; also of a row that tells of a class of stock what
            captions tell elsewhere.
        currency: of its amounts, in ISO 4217, where its own sign names one; None: the statement's.
    """

    caption: str
    headings: tuple[str, ...] = ()
    depth: int = 0
    role: Role = Role.LINE
    unit: Unit = "USD"
    amounts: tuple[Amount, ...] = ()
    span: Span = _NOWHERE
    host: int | None = None
    aspect: Aspect | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """A footing: rows that add up to a total in the printed figures.

    Attributes:
        total: index of the total's row.
        parts: (row, weight) with weight +1 or -1 on the printed amounts.
        holds: number of columns in which it adds up within rounding.
        fails: number of columns in which it does not (the print itself is wrong, or was misread).
    """

    total: int
    parts: tuple[tuple[int, int], ...]
    holds: int
    fails: int = 0


@dataclass(frozen=True, slots=True)
class Statement:
    """A financial statement as printed.

    Attributes:
        part: index of its `Part` in the document.
        scale: what a printed 1 of a plain amount is worth: 1, 1000, 1000000.
        share_scale: what a printed 1 of a count of shares is worth.
        called_totals: the rows that the print calls totals, or leaves without a caption.
        company: whose statement its titles say it is, if they do.
        currency: what the unit `USD` of its amounts stands for, in ISO 4217.
    """

    kind: Kind
    title: str
    part: int
    span: Span
    columns: tuple[Column, ...]
    items: tuple[Item, ...]
    sums: tuple[Sum, ...] = ()
    scale: int = 1
    called_totals: tuple[int, ...] = ()
    layout: str = "text"
    company: str | None = None
    currency: str = DOLLAR
    share_scale: int = 1

    @property
    def year(self) -> int | None:
        """The latest year that it is of, if its columns are dated."""
        return max((column.period.end.year for column in self.columns if column.period), default=None)

    @property
    def totals(self) -> dict[int, bool]:
        """The rows that are totals, and whether they foot: whether lines above make them in every column.

        A total is a row that the print calls one, and one that lines above make, whatever it is called. So a total that
        nothing adds up to counts as one that does not foot, and so does one that fails in a single column.
        """
        found = {one.total: not one.fails for one in self.sums}
        return {row: found.get(row, False) for row in sorted({*found, *self.called_totals})}

    @property
    def footed(self) -> tuple[int, int]:
        """Totals that foot, and totals: (12, 13)."""
        return sum(self.totals.values()), len(self.totals)


def of_captions(kind: Kind, items: Iterable[Item]) -> Statement:
    """A statement of captions alone, which stands in no document and has no figures."""
    return Statement(kind, "", 0, Span(0, 0), (), tuple(items))
