"""Which statement a table is: how many captions it takes, which line is the title, which lines are about the table."""

from __future__ import annotations

import pytest

from converter.statements.classify import Verdict, classify, read_captions, title_of
from converter.statements.lesser import Lesser
from converter.terms import Kind
from tests.statements.candidates import table

VALUES = ("8", "7")
INCOME = "STATEMENTS OF INCOME"


def verdict(captions: list[str], *above: str, like: tuple[Kind, ...] = ()) -> Verdict | None:
    printed = table(dict.fromkeys(captions, VALUES), *above)
    return classify(printed, read_captions(printed.rows), like)


def kind(captions: list[str], *above: str, like: tuple[Kind, ...] = ()) -> Kind | None:
    found = verdict(captions, *above, like=like)
    return found.kind if found else None


# Enough


def test_three_captions_make_a_statement_and_a_title_counts_for_two() -> None:
    assert kind(["Net income", "Research"]) is None
    assert kind(["Net income", "Research", "Gross profit", "Cost of sales"]) is Kind.INCOME
    assert kind(["Net income"], INCOME) is Kind.INCOME
    assert kind(["Research"], INCOME) is None, "nothing without which it would be none"
    assert kind(["Research", "Gross profit", "Marketing"], INCOME) is None
    assert kind(["Net income"], "BALANCE SHEETS") is None


def test_an_untitled_table_needs_more() -> None:
    assert kind(["Net income", "Research", "Gross profit"]) is None, "nothing was earned or spent"
    sheet = ["Total assets", "Total liabilities", "Goodwill", "Inventories"]
    assert kind(sheet) is None
    assert kind([*sheet, "Deposits"]) is Kind.BALANCE_SHEET
    assert kind(sheet, "BALANCE SHEETS") is Kind.BALANCE_SHEET


def test_a_title_suffices_for_kinds_that_the_reader_vouches_for() -> None:
    assert kind(["Rent"], INCOME) is None
    assert kind(["Rent"], INCOME, like=(Kind.INCOME,)) is Kind.INCOME
    assert kind(["Rent"], INCOME, like=(Kind.CASH_FLOW,)) is None
    assert kind(["Rent"], like=(Kind.INCOME,)) is None


def test_of_several_kinds_the_one_with_most_captions_and_a_title_is_it() -> None:
    income = ["Sales", "Net income", "Research", "Gross profit"]
    flows = ["Operating activities", "Investing activities", "Capital expenditures"]
    assert kind([*income, *flows]) is Kind.INCOME
    assert kind([*income, *flows], "STATEMENTS OF CASH FLOWS") is Kind.CASH_FLOW
    assert kind([*income, *flows, "Dividends paid", "Depreciation", "Financing activities"]) is Kind.CASH_FLOW
    found = verdict(income, INCOME)
    assert found is not None
    assert (found.titled, found.title, found.strength) == (True, INCOME, found.landmarks + 3)
    bare = verdict(income, "In brief")
    assert bare is not None
    assert (bare.titled, bare.title, bare.strength) == (False, "", bare.landmarks)


# The title


@pytest.mark.parametrize(
    ("above", "title", "kinds"),
    [
        ((INCOME,), INCOME, [Kind.INCOME]),
        ((INCOME, "In thousands"), INCOME, [Kind.INCOME]),
        ((INCOME, "BALANCE SHEETS"), "BALANCE SHEETS", [Kind.BALANCE_SHEET]),
        (("In brief", "12 - 13", "(a)"), "In brief", []),
        (("Rents", "Its"), "Its", []),
        (("12 - 13",), "", []),
        ((), "", []),
        ((f"{INCOME} {'x' * 138}",), f"{INCOME} {'x' * 138}", [Kind.INCOME]),
        ((f"{INCOME} {'x' * 139}",), f"{INCOME} {'x' * 139}", []),
    ],
)
def test_the_title_is_the_nearest_line_that_names_a_statement(
    above: tuple[str, ...], title: str, kinds: list[Kind]
) -> None:
    assert title_of(table({"Rent": VALUES}, *above)) == (title, kinds)


# What the lines before it say


def lesser(*above: str, captions: tuple[str, ...] = ("Sales", "Net income", "Research", "Gross profit")) -> str | None:
    found = verdict([*captions], *above)
    assert found is not None
    return found.lesser


@pytest.mark.parametrize("end", [".", ";", ":", ","])
def test_a_line_that_ends_like_a_sentence_is_no_heading(end: str) -> None:
    assert lesser(f"Selected data{end}", INCOME) is None
    assert lesser("Selected data", INCOME) is Lesser.SELECTED
    assert lesser(INCOME, f"Selected data{end}") is Lesser.SELECTED, "below the title all lines count"


def test_a_heading_is_short() -> None:
    assert lesser(f"Selected {'x' * 80}", INCOME) is Lesser.SELECTED
    assert lesser(f"Selected {'x' * 81}", INCOME) is None


def test_three_lines_over_a_title_are_about_it_and_eight_over_a_table_without_one() -> None:
    assert lesser("Selected data", "1", "2", INCOME) is Lesser.SELECTED
    assert lesser("Selected data", "1", "2", "3", INCOME) is None
    far = [str(at) for at in range(1, 8)]
    assert lesser("Selected data", *far, "In brief") is Lesser.SELECTED
    assert lesser("Selected data", *far, "8", "In brief") is None
