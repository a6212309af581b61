"""The unit of a row, from its caption, its headings, the row above and how its numbers are printed."""

from __future__ import annotations

import pytest

from converter.statements.amounts import Printed, read_amount
from converter.statements.units import unit_of
from converter.terms import Kind, Unit


def numbers(*texts: str) -> list[Printed]:
    read = [read_amount(text) for text in texts]
    return [number for number in read if number is not None]


def unit(caption: str, *printed: str, under: str = "", kind: Kind = Kind.INCOME, below: Unit = "USD") -> Unit:
    return unit_of(caption, (under,) if under else (), numbers(*printed or ("1,234",)), kind, below)


@pytest.mark.parametrize(
    "caption",
    [
        "Weighted average shares",
        "Weighted number of units",
        "Average common stock",
        "Average number outstanding",
        "Weighted average common and common equivalents",
        "Shares used in computing net loss per share",
        "Shares outstanding",
        "Shares issued",
        "Shares included in the computation",
        "Total shares used",
        "Total shares outstanding",
        "Total shares issued",
        "Total shares included",
        "Number of shares",
        "Number of diluted common shares",
        "Share (thousands)",
        "Diluted shares (thousands)",
        "Common shares",
        "Common shares and equivalents",
        "Shares, diluted",
        "Share count",
        "Outside shares in thousands",
        "Outside shares in millions",
    ],
)
def test_captions_that_count_shares(caption: str) -> None:
    assert unit(caption) == "shares"


@pytest.mark.parametrize(
    "caption",
    [
        "Average price",
        "Average timeshares",
        "Shares outstanding after a redemption",
        "Sale of shares outstanding",
        "Sales of weighted average",
        "Common shares repurchased for cash",
        "Common shares repurchased",
        "Common shares acquired",
        "Common shares purchased",
        "Common shares held by trusts",
        "Common shares $5",
        "Payment for shares outstanding",
        "Payments for shares outstanding",
        "Purchase of shares outstanding",
        "Purchases of shares outstanding",
        "Issuance of shares (net)",
        "Proceeds of shares outstanding",
        "Exercise of options on shares outstanding",
        "Repurchase of shares outstanding",
        "Dividend on shares outstanding",
        "Dividends on shares outstanding",
        "Redemption of shares outstanding",
    ],
)
def test_captions_that_name_shares_and_do_not_count_them(caption: str) -> None:
    assert unit(caption) == "USD"


@pytest.mark.parametrize(
    "caption",
    [
        "Net income per share",
        "Net income per unit",
        "Basic earnings per common share (in whole dollars)",
        "Net income per ADS",
        "Net income per-share",
        "Net income per common and common equivalent share",
        "Income per limited partnership unit",
        "EPS",
        "Earnings a share",
        "Earnings/share",
        "Earnings / share",
    ],
)
def test_captions_of_amounts_a_share(caption: str) -> None:
    assert unit(caption, "0.36") == "USD/shares"


@pytest.mark.parametrize(
    "caption",
    [
        "Net income per annum",
        "Net income per one two three four five share",
        "Preferred stock, par value one dollar per share",
        "Preferred stock, stated value one dollar per share",
        "Preferred stock, $1 per share",
        "Depsilon",
        "Extra sharecropping",
    ],
)
def test_captions_of_other_amounts(caption: str) -> None:
    assert unit(caption) == "USD"


@pytest.mark.parametrize(
    "caption",
    [
        "Ratio of earnings to fixed charges",
        "Percent of sales",
        "Percentage of sales",
        "Gross margin, % of sales",
        "Effective tax rate",
        "Effective income tax rate",
    ],
)
def test_captions_of_ratios(caption: str) -> None:
    assert unit(caption) == "pure"


def test_captions_of_ratios_only_count_in_income_statements() -> None:
    assert unit("Ratio of earnings to fixed charges", kind=Kind.COMPREHENSIVE_INCOME) == "USD"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (("41.2%", "40.1%"), "pure"),
        (("41.2%", "--"), "pure"),
        (("41.2%", "40.1"), "USD"),
        (("--", "--"), "USD"),
        ((), "USD"),
    ],
)
def test_a_row_of_percentages_is_a_ratio_whatever_its_caption(printed: tuple[str, ...], expected: Unit) -> None:
    assert unit_of("Growth", (), numbers(*printed), Kind.CASH_FLOW) == expected


# Other statements


@pytest.mark.parametrize(
    ("caption", "kind", "expected"),
    [
        ("Shares outstanding", Kind.COMPREHENSIVE_INCOME, "shares"),
        ("Shares outstanding", Kind.BALANCE_SHEET, "shares"),
        ("Number of shares outstanding", Kind.BALANCE_SHEET, "shares"),
        ("Common shares outstanding", Kind.BALANCE_SHEET, "shares"),
        ("Preferred shares outstanding", Kind.BALANCE_SHEET, "shares"),
        ("Treasury stock, shares outstanding", Kind.BALANCE_SHEET, "USD"),
        ("Shares outstanding", Kind.CASH_FLOW, "USD"),
        ("Book value per share", Kind.BALANCE_SHEET, "USD/shares"),
        ("Net income per share", Kind.COMPREHENSIVE_INCOME, "USD/shares"),
        ("Dividends, $.10 per share", Kind.CASH_FLOW, "USD"),
        ("Dividends per share", Kind.CASH_FLOW, "USD"),
    ],
)
def test_what_captions_say_depends_on_the_statement(caption: str, kind: Kind, expected: Unit) -> None:
    assert unit(caption, kind=kind) == expected


# What headings and the row above hand down


@pytest.mark.parametrize(
    "caption",
    [
        "Basic",
        "- Basic",
        "Diluted",
        "Primary",
        "Fully diluted",
        "Assuming dilution",
        "Assuming basic",
        "Before extraordinary items",
        "Net income",
        "Income from continuing operations",
        "Loss from operations",
        "Extraordinary item",
        "Cumulative effect",
        "Continuing operations",
        "Discontinued operations",
        "Earnings",
        "Outstanding",
        "OUTSTANDING, ASSUMING DILUTION",
        "",
    ],
)
def test_these_rows_count_what_their_heading_does(caption: str) -> None:
    assert unit(caption, "0.36", under="Earnings per common share") == "USD/shares"
    assert unit(caption, "71,761", under="Weighted average shares") == "shares"


@pytest.mark.parametrize("caption", ["Sales", "Basically", "Operating income", "Incomes"])
def test_others_do_not(caption: str) -> None:
    assert unit(caption, "0.36", under="Earnings per common share") == "USD"


def test_the_nearest_heading_that_says_a_unit_counts() -> None:
    headings = ("Weighted average shares", "Earnings per share", "Other:")

    assert unit_of("Basic", headings, numbers("0.36"), Kind.INCOME) == "USD/shares"


def test_headings_count_in_statements_of_comprehensive_income_and_in_no_other() -> None:
    assert unit("Basic", "0.36", under="Per share", kind=Kind.COMPREHENSIVE_INCOME) == "USD/shares"
    assert unit("Basic", "0.36", under="Book value per share", kind=Kind.BALANCE_SHEET) == "USD"


@pytest.mark.parametrize(
    "caption",
    [
        "Diluted",
        "- Diluted",
        "Basic",
        "Primary",
        "Dilution",
        "Assuming dilution",
        "Assuming full dilution",
        "Full dilution",
        "Fully diluted",
    ],
)
def test_these_rows_go_on_with_the_row_above(caption: str) -> None:
    goes_on = caption not in ("Dilution", "Full dilution")  # no rows of their own beside a total

    assert unit(caption, "0.36", below="USD/shares") == ("USD/shares" if goes_on else "USD")
    assert unit(caption, "71,761", below="shares") == ("shares" if goes_on else "USD")
    assert unit(caption, "71,761") == "USD"


def test_a_heading_is_believed_before_the_row_above() -> None:
    assert unit("Diluted", "1,234.5", under="Weighted average shares", below="USD/shares") == "shares"


def test_net_income_does_not_go_on() -> None:
    assert unit("Net income", "0.36", below="USD/shares") == "USD"


# How the numbers are printed


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (("0.36", "0.30"), "USD/shares"),
        (("0.36", "--"), "USD/shares"),
        (("999.99",), "USD/shares"),
        (("1000.00",), "shares"),
        (("(0.36)",), "USD/shares"),
        (("(1000.25)",), "shares"),
        (("0.36", "71,761"), "shares"),
        (("0.365",), "shares"),
        (("71.7",), "shares"),
        (("--",), "shares"),
    ],
)
def test_small_numbers_with_cents_under_a_count_are_dollars_a_share(printed: tuple[str, ...], expected: Unit) -> None:
    assert unit("Basic", *printed, under="Weighted average shares") == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (("71,761", "70,001"), "shares"),
        (("71,761", "--"), "shares"),
        (("1,000",), "shares"),
        (("1,000.5",), "shares"),
        (("(1,000)",), "shares"),
        (("1,000.55",), "USD/shares"),
        (("999",), "USD/shares"),
        (("71,761", "12"), "USD/shares"),
        (("--",), "USD/shares"),
    ],
)
def test_large_numbers_under_amounts_a_share_are_counts(printed: tuple[str, ...], expected: Unit) -> None:
    assert unit("Basic", *printed, under="Earnings per share") == expected


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("Common shares", "USD"),
        ("Preferred shares", "USD"),
        ("Common shares, no par; 500 outstanding", "USD"),
        ("Common shares issued, par $1", "USD"),
        ("Common shares issued at stated value", "USD"),
        ("Common shares outstanding", "shares"),
        ("Total common shares outstanding", "shares"),
        ("Preferred shares issued", "shares"),
        ("Treasury shares outstanding", "shares"),
        ("Number of common shares outstanding", "shares"),
        ("Shares outstanding", "shares"),
        ("Total shares outstanding", "shares"),
    ],
)
def test_a_balance_sheet_counts_shares_where_it_says_what_is_counted(caption: str, expected: Unit) -> None:
    assert unit(caption, kind=Kind.BALANCE_SHEET) == expected


@pytest.mark.parametrize(
    "caption",
    [
        "Common stock equivalents",
        "Share equivalents",
        "Stock options",
        "Dilutive securities",
        "Effect of dilutive options",
        "Incremental shares from options",
    ],
)
def test_what_dilutes_counts_what_its_heading_does(caption: str) -> None:
    assert unit(caption, "1,090,898", under="Weighted average shares outstanding") == "shares"
    assert unit(caption, ".02", under="Weighted average shares outstanding") == "USD/shares"


# Rows of one class of stock


@pytest.mark.parametrize(
    "caption", ["Class A common stock", "Class B", "Series 1 preferred", "Common stock", "Preferred", "Ordinary shares"]
)
def test_a_row_of_a_class_says_what_its_heading_does(caption: str) -> None:
    assert unit(caption, "3.10", "0.96", under="Basic earnings per share:") == "USD/shares"
    assert unit(caption, "469", "311", under="Weighted average shares outstanding:") == "shares"
    assert unit(caption, "469", "311") in ("USD", "shares")


def test_a_row_that_goes_on_about_something_else_does_not() -> None:
    assert unit("Preferential treatment", "469", under="Weighted average shares outstanding:") == "USD"


@pytest.mark.parametrize(
    "caption",
    [
        "Common shares, $.20 par value, authorized 3.6 billion shares",
        "Common shares, stated value $1",
        "Common shares, no par; issued 500",
        "Preferred shares, authorized 100",
    ],
)
def test_the_row_of_a_class_of_stock_in_a_balance_sheet_is_money(caption: str) -> None:
    assert unit(caption, "232", kind=Kind.BALANCE_SHEET) == "USD"
