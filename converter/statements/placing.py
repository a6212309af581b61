"""Of which column each number of a caption is: by the date beside it, by its clause, by its place in a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converter.statements.calendar import PartialDate
from converter.statements.caption_dates import DATES, date_beside, last_date
from converter.statements.mentions import Mention
from converter.statements.periods import read_head
from converter.statements.statement import Aspect
from converter.terms import Period

_BOTH_DATES = frozenset({Aspect.PAR_VALUE, Aspect.AUTHORIZED})
_COUNTS = frozenset({Aspect.ISSUED, Aspect.OUTSTANDING, Aspect.TREASURY})

Dated = tuple[int, Period]
"""A column that gives facts, and its period."""


def in_clauses(mentions: list[Mention], caption: str) -> list[Mention]:
    """The mentions with the dates of their clauses, where dates cut the caption into such.

    A date stands behind its numbers, or before them all (`at DATE, A issued; at DATE, B issued`).
    """
    dates = [(found.start(), said) for found in DATES.finditer(caption) if (said := last_date(found[0])) and said.year]
    if len(dates) < 2 or not mentions:
        return mentions
    counts = [mention.start for mention in mentions if mention.aspects[0] not in _BOTH_DATES]
    opens = bool(counts) and dates[0][0] < counts[0]
    placed = []
    behind = 0
    for mention in mentions:
        while behind < len(dates) and dates[behind][0] < mention.start:
            behind += 1
        at = behind - 1 if opens else behind
        placed.append(replace(mention, clause=dates[at][1]) if 0 <= at < len(dates) else mention)
    return placed


def in_groups(mentions: list[Mention]) -> list[list[Mention]]:
    """The mentions that count the same: neighbours, and those of one caption that have each a clause with its date."""
    groups: list[list[Mention]] = []
    alike: dict[tuple[Aspect, ...], list[Mention]] = {}
    for mention in mentions:
        if groups and groups[-1][0].aspects == mention.aspects:
            groups[-1].append(mention)
            continue
        earlier = alike.get(mention.aspects)
        if earlier is not None and mention.clause and mention.clause not in {each.clause for each in earlier}:
            earlier.append(mention)
        else:
            groups.append(alike.setdefault(mention.aspects, [mention]) if earlier is None else [mention])
    return groups


def place(
    aspect: Aspect, group: list[Mention], caption: str, dated: Sequence[Dated], *, unchanged: bool
) -> list[tuple[Mention, Dated]]:
    """Which number belongs to which column: by the date printed beside it, by order, or one number for all dates.

    Args:
        unchanged: the row's amounts are the same in all columns.
    """
    if len(group) == 1:
        return [(group[0], column) for column in _columns_of(aspect, group[0], caption, dated, unchanged)]
    beside = [date_beside(caption, mention.start, mention.end) for mention in group]
    if None in beside and len({mention.clause for mention in group}) == len(group):
        beside = [mention.clause for mention in group]
    columns = [_named(day, dated) for day in beside]
    named = [column for column in columns if column]
    if named and len(set(named)) == len(named) and len(named) in (len(group), len(read_head(caption).dates)):
        # Those without a date of their own are of the columns that no other names, in order.
        others = iter([column for column in dated if column not in named])
        columns = [column or next(others, None) for column in columns]
        return [(mention, column) for mention, column in zip(group, columns, strict=True) if column]
    return list(zip(group, dated, strict=False))


def _columns_of(
    aspect: Aspect, mention: Mention, caption: str, dated: Sequence[Dated], unchanged: bool
) -> Sequence[Dated]:
    """The columns of a number that is alone in what it counts."""
    beside = date_beside(caption, mention.start, mention.end)
    column = _named(beside, dated)
    dates = read_head(caption).dates if aspect in _BOTH_DATES else mention.dates
    days = {day for day in dates if day.year and day.month}
    if beside and column and {day.year for day in dates} == {beside.year} and len(days) < 2:
        return [column]
    undated = aspect in _COUNTS and not mention.dates
    if aspect in _BOTH_DATES or len(days) > 1 or (undated and unchanged):
        return dated
    return [max(dated, key=lambda pair: pair[1].end)]


def _named(day: PartialDate | None, dated: Sequence[Dated]) -> Dated | None:
    """The column that ends on a day; else the first of its year."""
    if day is None:
        return None
    fitting = [column for column in dated if _fits(day, column[1])]
    if day.year is None:
        return fitting[0] if len(fitting) == 1 else None
    return next(iter(fitting), None) or next((column for column in dated if column[1].end.year == day.year), None)


def _fits(day: PartialDate, period: Period) -> bool:
    """Whether the period ends on the day, as far as it is said."""
    end = period.end
    return day.year in (None, end.year) and day.month in (None, end.month) and day.day in (None, end.day)
