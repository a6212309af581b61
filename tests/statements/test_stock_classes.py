"""Rows of a class of stock are of that class, where a statement has several."""

from __future__ import annotations

import pytest

from converter.statements.row_names import row_names
from converter.statements.statement import Aspect, Item, Role, Statement
from converter.statements.stock_classes import by_class
from converter.terms import Kind
from tests.mapping.builder import statement, with_inside


def classes(printed: Statement) -> dict[str, str | None]:
    """By caption, the class of a row; None for one of no class."""
    (read,) = by_class([printed])
    return {item.caption: _class(item) for item in read.items if item.amounts}


def _class(item: Item) -> str | None:
    found = {tuple(part.caption for part in amount.components) for amount in item.amounts}
    assert len(found) == 1, "all amounts of a row are of one class"
    return next(iter(found))[0] if found != {()} else None


def sheet(text: str) -> dict[str, str | None]:
    return classes(statement(Kind.BALANCE_SHEET, text))


def test_two_classes_divide_the_stock() -> None:
    assert sheet("""
      Class A common stock  10  9
      Class B convertible common stock  5  5
      Additional paid-in capital  7  7
    """) == {
        "Class A common stock": "Class A",
        "Class B convertible common stock": "Class B",
        "Additional paid-in capital": None,
    }


def test_a_heading_may_say_what_a_class_is_of() -> None:
    assert sheet("""
      Common stock, $.01 par value:
        Class A  10  9
        Class B  5  5
    """) == {"Class A": "Class A", "Class B": "Class B"}
    assert set(sheet("First mortgage bonds:\n  Class A  10  9\n  Class B  5  5").values()) == {None}
    assert set(sheet("Liabilities and stockholders' equity:\n  Class A  10  9\n  Class B  5  5").values()) == {None}


def test_a_heading_may_name_the_class() -> None:
    text = "Class A common stock:\n  Issued  10  9\nClass B common stock:\n  In hands of others  5  5\nOther  3  3"
    assert sheet(text) == {"Issued": "Class A", "In hands of others": "Class B", "Other": None}


@pytest.mark.parametrize(
    "other",
    [
        "Additional paid-in capital  7  7",
        "Series B preferred stock  7  7",
        "Treasury stock, Class B shares  7  7",
        "Class B notes payable to holders of common stock  7  7",
        "Class A and Class B common stock subscribed  7  7",
        "Common and Class B stock subscribed  7  7",
        "Common stock  -  -",
        "Common stockholders' loans  7  7",
    ],
)
def test_one_class_alone_divides_nothing(other: str) -> None:
    assert set(sheet(f"Class A common stock  10  9\n{other}").values()) == {None}


def test_stock_without_a_name_makes_a_class_one_of_two_and_has_none_itself() -> None:
    assert sheet("Common stock  10  9\nClass B stock  5  5") == {"Common stock": None, "Class B stock": "Class B"}
    assert set(sheet("Common stock  10  9\nSeries E special stock  5  5").values()) == {None}
    assert set(sheet("Common stock  10  9\nClass B preferred stock  5  5").values()) == {None}


def test_series_are_of_preferred_stock_unless_it_is_said_otherwise() -> None:
    assert sheet("Series A convertible stock  10  9\nSeries B convertible stock  5  5") == {
        "Series A convertible stock": "Series A Preferred Stock",
        "Series B convertible stock": "Series B Preferred Stock",
    }
    assert set(sheet("Series A common stock  10  9\nSeries B common stock  5  5").values()) == {"Series A", "Series B"}


def test_numbers_inside_captions_are_of_the_class_of_their_row() -> None:
    rows = statement(Kind.BALANCE_SHEET, "Class A common stock  10  9\nClass B common stock  5  5")
    inside = with_inside(with_inside(rows, 0, Aspect.ISSUED, "1,000", "shares"), 1, Aspect.TREASURY, "100", "shares")
    (read,) = by_class([inside])
    found = [_class(item) for item in read.items if item.role is Role.PARENTHETICAL]
    assert found == ["Class A", None], "what is held in treasury is told of one class, which divides nothing"


def test_earnings_a_share_of_classes() -> None:
    printed = statement(
        Kind.INCOME,
        """
        Net income  10  9
        Basic earnings per share:
          Class A common stock  $.36  $.30
          Class B  $.33  $.27
        Earnings per share of Class A and Class B stock  $.35  $.29
        Dividends per share  $.10  $.10
        """,
    )
    assert classes(printed) == {
        "Net income": None,
        "Class A common stock": "Class A",
        "Class B": "Class B",
        "Earnings per share of Class A and Class B stock": None,
        "Dividends per share": None,
    }
    (read,) = by_class([printed])
    assert row_names(read) == {2: "Basic earnings per share", 3: "Basic earnings per share"}
    assert row_names(printed) == {}


def test_a_row_that_says_more_than_its_class_keeps_its_name() -> None:
    text = "Earnings per share:\n  Basic, Class A  $.36\n  Basic, Class B  $.33"
    (read,) = by_class([statement(Kind.INCOME, text)])
    assert all(amount.components for item in read.items for amount in item.amounts)
    assert row_names(read) == {}
    (rows,) = by_class([statement(Kind.BALANCE_SHEET, "Capital stock:\n  Class A  6\n  Class B  3")])
    assert row_names(rows) == {}


def test_in_an_income_statement_stock_without_a_name_divides_nothing() -> None:
    text = "Common stock dividends  10  9\nClass B stock dividends  5  5"
    assert set(classes(statement(Kind.INCOME, text)).values()) == {None}


def test_flows_of_a_class_are_flows_of_the_company() -> None:
    text = "Proceeds from Class A common stock  10  9\nProceeds from Class B common stock  5  5"
    assert set(classes(statement(Kind.CASH_FLOW, text)).values()) == {None}
