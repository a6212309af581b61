"""Rows in their frame: what the mapping asks of a row, worked out from the whole statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from converter.mapping.maps import Stub
from converter.mapping.maps.matching import Words
from converter.mapping.maps.words import Vocabulary
from converter.mapping.sections import StubWords, sections
from converter.statements.readings import period_of, reported
from converter.statements.row_names import row_names
from converter.statements.statement import Item, Role, Statement, Sum
from converter.terms import Kind, Period
from converter.terms.period import PeriodType

Key = tuple[object, ...]
"""A period, or what stands for one."""

Figures = dict[Key, Decimal]


@dataclass(frozen=True)
class Frame:
    """A statement as the mapping sees it.

    Attributes:
        stubs: parallel to the statement's items; for a number inside a caption, the line of its host with the aspect.
        names: what totals without a name of their own are called after the heading they close, by row; their stubs have
            its words.
        printed: some row has amounts. Without amounts (a plain list of captions) headings are told by their words
            alone.
    """

    statement: Statement
    stubs: tuple[Stub, ...]
    printed: bool
    names: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def sums(self) -> dict[int, Sum]:
        """The footing of each total, by its row."""
        return {each.total: each for each in self.statement.sums}

    @cached_property
    def totals_of(self) -> dict[int, tuple[int, int]]:
        """Row -> (the total it goes into, weight)."""
        return {part: (each.total, weight) for each in self.statement.sums for part, weight in each.parts}

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of its captions."""
        return frozenset[str]().union(*(stub.words for stub in self.stubs))

    def is_heading(self, row: int) -> bool:
        """Whether the row has no concept to be chosen."""
        item = self.statement.items[row]
        return item.role is Role.HEADING or (self.printed and not item.amounts and item.role is not Role.PARENTHETICAL)


def frame_of(statement: Statement, vocabulary: Vocabulary) -> Frame:
    """The statement's rows with their words, sections, headings and footing."""
    items = statement.items
    printed = any(item.amounts for item in items)
    names = row_names(statement)
    words = [vocabulary.words(names.get(row, item.caption)) for row, item in enumerate(items)]
    rows = [StubWords(each, _heading(item, printed)) for item, each in zip(items, words, strict=True)]
    parts = sections(statement.kind, rows)
    totals = {each.total for each in statement.sums}
    stubs = []
    for number, item in enumerate(items):
        host = number if item.host is None else item.host
        stubs.append(
            Stub(
                words=words[host],
                kind=statement.kind,
                headings=_heading_words(items, words, number, printed, vocabulary),
                sections=parts[host],
                unit=item.unit if printed else None,
                total=_is_total(item, words[number], number in totals, statement.kind) if printed else None,
                aspect=item.aspect,
                year=statement.year,
                period_type=_period_type(statement, item),
                offset=item.span.start,
                bare=not item.caption.strip(),
            )
        )
    return Frame(statement, tuple(stubs), printed, names)


_MIXED = frozenset({Kind.CASH_FLOW, Kind.EQUITY, Kind.INCOME})
"""Cash at the end, balances, shares outstanding are instants in statements of durations."""


def _period_type(statement: Statement, item: Item) -> PeriodType | None:
    """Of the amounts that become facts; of a caption without any, what its statement is of."""
    if found := reported(statement, item):
        return "instant" if period_of(found[0]).is_instant else "duration"
    if statement.kind in _MIXED:
        return None
    return "instant" if statement.kind is Kind.BALANCE_SHEET else "duration"


def _heading(item: Item, printed: bool) -> bool | None:
    if item.role is Role.HEADING:
        return True
    return False if item.amounts else None if not printed else True


def _heading_words(
    items: Sequence[Item], words: Sequence[Words], number: int, printed: bool, vocabulary: Vocabulary
) -> tuple[Words, ...]:
    item = items[number]
    if item.headings or printed:
        return tuple(vocabulary.words(heading) for heading in item.headings)
    return ()


def _is_total(item: Item, words: Words, foots: bool, kind: Kind) -> bool | None:
    """Known to be a total, known not to be one, or (None) not known.

    In a balance sheet a row that adds up others and has no "total" in its caption still is one; elsewhere captions such
    as `Operating income` are totals by nature and no rule asks.
    """
    if item.role is Role.TOTAL or foots or "total" in words:
        return True
    return False if kind is Kind.BALANCE_SHEET and words and "equity" not in words else None


def figures(frame: Frame, row: int) -> Figures:
    """What the row says, by period and part. A list of captions without figures says one thing per row, but for cash
    in a cash flow.
    """
    item: Item = frame.statement.items[row]
    if not frame.printed:
        return {("start" if "beginning" in frame.stubs[row].words else "end",): Decimal(row)}
    found: Figures = {}
    for amount in item.amounts:
        period: Period | None = amount.period
        key: tuple[object, ...] = (amount.column,) if period is None else (period.start, period.end)
        key = (*key, *amount.components)
        found[key if item.role is not Role.PARENTHETICAL else (*key, "parenthetical")] = abs(amount.value)
    return found
