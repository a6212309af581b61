"""What is told of tables that were left out is taken back of those that were read after all."""

from __future__ import annotations

from converter.findings import Finding, Severity
from converter.span import Span
from converter.statements.left_out import LEFT_OUT, without_read
from converter.statements.statement import Item, Statement
from converter.terms import Kind
from tests.statements.equity.prints import BALANCE_SHEET, EQUITY
from tests.statements.prints import statements


def told(start: int, end: int, code: str = LEFT_OUT) -> Finding:
    return Finding(Severity.INFO, code, "", Span(start, end))


def statement(kind: Kind, *rows: int) -> Statement:
    items = tuple(Item("Net income", span=Span(row, row + 10)) for row in rows)
    return Statement(kind, "", 0, Span(rows[0], rows[-1] + 10), (), items)


def test_a_table_that_holds_a_row_of_the_changes_in_equity_was_read() -> None:
    read = [statement(Kind.EQUITY, 100, 300)]
    assert without_read([told(90, 150), told(100, 101), told(250, 301)], read) == []


def test_a_table_between_or_beside_such_rows_was_not() -> None:
    read = [statement(Kind.EQUITY, 100, 300)]
    kept = [told(50, 100), told(101, 300), told(301, 400)]
    assert without_read(kept, read) == kept


def test_rows_of_other_statements_and_other_findings_change_nothing() -> None:
    other = told(90, 150, "statements.mark")
    nowhere = Finding(Severity.INFO, LEFT_OUT, "")
    assert without_read([told(90, 150)], [statement(Kind.INCOME, 100)]) == [told(90, 150)]
    assert without_read([other, nowhere], [statement(Kind.EQUITY, 100)]) == [other, nowhere]


def test_years_that_another_page_has_are_read_and_not_told_to_be_left_out() -> None:
    head, rest = EQUITY.split("Balance, December 31, 1997", 1)
    again = "Balance, December 31, 1997" + rest
    first, second = head + again.split("\n", 1)[0], head[: head.index("Balance")] + again
    found, findings = statements(f"{BALANCE_SHEET}{first}\n\f\n{second}")
    assert any(one.kind is Kind.EQUITY for one in found)
    assert [each.message for each in findings if each.code == LEFT_OUT] == []
