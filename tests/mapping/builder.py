"""Statements of invented companies from a few lines of text, so that tests read as specifications.

    >>> balance_sheet('''
    ... Current assets:
    ...   Cash                     10   20
    ...   Receivables              5    (5)
    ... Total current assets       15   15
    ... ''')

A row is a caption and, two blanks apart, its figures; a row without figures is a heading. Figures are whole dollars;
`$.36` makes a row per share, `12sh` one of shares.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from converter.span import Span
from converter.statements.footing import find_sums
from converter.statements.statement import Amount, Aspect, Column, Item, Role, Statement
from converter.terms import Kind, Period, Unit

NOWHERE = Span(0, 0)
_FIGURE = re.compile(r"^\(?\$?\.?\d[\d,.]*\)?(?:sh)?$|^-$")


def statement(kind: Kind, text: str, year: int = 2003) -> Statement:
    """The statement that the lines print; columns are the year and those before it."""
    rows = [line for line in text.splitlines() if line.strip()]
    parsed = [_parsed(line) for line in rows]
    width = max((len(figures) for _, _, figures in parsed), default=0)
    columns = tuple(Column(str(year - back), _period(kind, year - back)) for back in range(width))
    items: list[Item] = []
    headings: list[tuple[int, str]] = []
    for indent, caption, figures in parsed:
        headings = [each for each in headings if each[0] < indent]
        above = tuple(heading for _, heading in headings)
        if not figures:
            items.append(Item(caption, above, len(above), Role.HEADING))
            headings.append((indent, caption))
            continue
        unit: Unit = "shares" if figures[0].endswith("sh") else "USD/shares" if "." in figures[0] else "USD"
        amounts = tuple(_amount(figure, column, columns[column].period) for column, figure in enumerate(figures))
        items.append(Item(caption, above, len(above), Role.LINE, unit, amounts))
    sums, called_totals = find_sums(items)
    totals = {each.total for each in sums}
    items = [
        Item(item.caption, item.headings, item.depth, Role.TOTAL, item.unit, item.amounts) if row in totals else item
        for row, item in enumerate(items)
    ]
    return Statement(kind, "", 0, NOWHERE, columns, tuple(items), sums, 1, called_totals)


def with_inside(base: Statement, host: int, aspect: Aspect, value: str, unit: Unit) -> Statement:
    """The statement with a number that stands inside a caption."""
    amount = Amount(value, Decimal(value.replace(",", "")), 0, 0, base.columns[0].period, NOWHERE)
    item = Item(base.items[host].caption, (), 0, Role.PARENTHETICAL, unit, (amount,), host=host, aspect=aspect)
    return Statement(base.kind, "", 0, NOWHERE, base.columns, (*base.items, item), base.sums)


def _parsed(line: str) -> tuple[int, str, list[str]]:
    indent = len(line) - len(line.lstrip())
    parts = re.split(r"\s{2,}", line.strip())
    figures = []
    while len(parts) > 0 and _FIGURE.match(parts[-1]):
        figures.insert(0, parts.pop())
    return indent, " ".join(parts), figures


def _period(kind: Kind, year: int) -> Period:
    return Period(date(year, 12, 31), None if kind is Kind.BALANCE_SHEET else date(year, 1, 1))


def _amount(figure: str, column: int, period: Period | None) -> Amount:
    digits = figure.strip("()$").removesuffix("sh").replace(",", "").strip("()$") or "0"
    value = Decimal("0" if figure == "-" else digits)
    return Amount(figure, -value if figure.startswith("(") else value, 0, column, period, NOWHERE)
