"""The currency that a document's statements are in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.findings import Finding
from converter.span import Span
from converter.statements.candidate import Selected
from converter.statements.classify import Verdict
from converter.statements.currency import find_currency
from converter.statements.statement import Basis, Column
from converter.tables.table import Band, Cell, Row, Table, Text
from converter.terms import Kind

PLACE = Span(0, 0)


def statement(*above: str, printed: tuple[str, ...] = ("1,204", "900"), title: str = "BALANCE SHEETS") -> Selected:
    lines = tuple(Text(line, PLACE) for line in above)
    cells = tuple(Cell(text, PLACE, column, 0, 9) for column, text in enumerate(printed))
    columns = tuple(Band(0, 9) for _ in printed)
    table = Table(0, "text", PLACE, lines, (), columns, (Row("Total assets", PLACE, 0, cells),))
    return Selected(table, Verdict(Kind.BALANCE_SHEET, title, True, 5), ())


def currency(*statements: Selected) -> tuple[str, list[Finding]]:
    findings: list[Finding] = []
    return find_currency(statements, findings), findings


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Amounts in million EUR", "EUR"),
        ("(in millions of euros)", "EUR"),
        ("(in millions of euro, except share data)", "EUR"),
        ("(in thousands of Canadian dollars)", "CAD"),
        ("(Expressed in Cdn. $)", "CAD"),
        ("(Cdn$ in thousands)", "CAD"),
        ("(C$ in thousands)", "CAD"),
        ("(US$ in thousands)", "USD"),
        ("(Australian dollars)", "AUD"),
        ("(Hong Kong dollars)", "HKD"),
        ("(New Taiwan dollars)", "TWD"),
        ("(S$ in thousands)", "SGD"),
        ("(NZ$ in thousands)", "NZD"),
        ("(R$ in thousands)", "BRL"),
        ("(Deutsche Marks in thousands)", "DEM"),
        ("(Swedish kronor)", "SEK"),
        ("(Norwegian kroner)", "NOK"),
        ("(Danish kroner)", "DKK"),
        ("(Renminbi in thousands)", "CNY"),
        ("(New Israeli Shekels)", "ILS"),
        ("(South African Rand)", "ZAR"),
        ("(in thousands of U.S. dollars)", "USD"),
        ("(dollars in thousands)", "USD"),
        ("(NT$ in thousands)", "TWD"),
        ("(A$ in thousands)", "AUD"),
        ("(HK$ in thousands)", "HKD"),
        ("(Singapore dollars in thousands)", "SGD"),
        ("(New Zealand dollars in thousands)", "NZD"),
        ("(Millions of pounds sterling)", "GBP"),
        ("(Yen in millions)", "JPY"),
        ("(in millions of Swiss francs)", "CHF"),
        ("(DM in millions)", "DEM"),
        ("(in millions of French francs)", "FRF"),
        ("(in millions of Dutch guilders)", "NLG"),
        ("(in billions of lire)", "ITL"),
        ("(SEK in millions)", "SEK"),
        ("(NOK in millions)", "NOK"),
        ("(DKK in millions)", "DKK"),
        ("(in thousands of Mexican pesos)", "MXN"),
        ("(in thousands of reais)", "BRL"),
        ("(RMB in thousands)", "CNY"),
        ("(Indian rupees in millions)", "INR"),
        ("(in millions of Korean won)", "KRW"),
        ("(NIS in thousands)", "ILS"),
        ("(ZAR in millions)", "ZAR"),
        ("(in thousands)", "USD"),
    ],
)
def test_a_line_of_the_title_names_it(line: str, code: str) -> None:
    assert currency(statement("BALANCE SHEETS", line)) == (code, [])


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        (("€ 1,204", "900"), "EUR"),
        (("£1,204", "£900"), "GBP"),
        (("$ 1,204", "900"), "USD"),
        (("\u00a5 1,204", "900"), "JPY"),
        (("5 EUR", "7 EUR"), "USD"),
        (("EUR 5", "$ 7", "EUR 8"), "EUR"),
        (("DM5", "7"), "DEM"),
        (("(DM 5)", "7"), "DEM"),
    ],
)
def test_the_sign_before_the_amounts_tells_it(printed: tuple[str, ...], code: str) -> None:
    assert currency(statement("BALANCE SHEETS", printed=printed))[0] == code


@pytest.mark.parametrize(
    "line",
    ["(US$ in thousands)", "(in thousands of dollars)", "(in USD)", "($ in thousands)", "Dollars in thousands",
     "(in us dollars)"],
)  # fmt: skip
def test_dollars_are_named_like_any_other(line: str) -> None:
    """What is printed above the amounts goes before the signs beside them."""
    assert currency(statement("BALANCE SHEETS", line, printed=("\u20ac 5", "\u20ac 6")))[0] == "USD"
    assert currency(statement("BALANCE SHEETS", "(in thousands)", printed=("\u20ac 5", "\u20ac 6")))[0] == "EUR"


@pytest.mark.parametrize("code", ["CAD", "AUD", "HKD", "TWD", "SGD", "NZD", "GBP", "JPY", "CHF", "FRF", "DEM", "NLG",
                                  "ITL", "MXN", "BRL", "CNY", "INR", "KRW", "ILS", "DKK", "NOK"])  # fmt: skip
def test_codes_are_written_in_capitals(code: str) -> None:
    assert currency(statement("BALANCE SHEETS", f"({code} in thousands)")) == (code, [])
    assert currency(statement("BALANCE SHEETS", f"({code.lower()} in thousands)")) == ("USD", [])


@pytest.mark.parametrize(("length", "code"), [(89, "EUR"), (90, "USD")])
def test_a_line_that_names_a_currency_is_short(length: int, code: str) -> None:
    assert currency(statement("BALANCE SHEETS", "(in EUR) ".ljust(length, "x")))[0] == code


def test_heads_of_the_companys_own_columns_go_before_all_else() -> None:
    columns = (Column("2000 US$", None, Basis.PART), Column("2000 NOK", None), Column("1999 NOK", None))
    printed = replace(statement("BALANCE SHEETS", "(in US$)"), columns=columns)
    assert currency(printed)[0] == "NOK"


def test_the_nearest_line_counts() -> None:
    assert currency(statement("BALANCE SHEETS", "(in EUR)", "(in SEK)"))[0] == "SEK"
    assert currency(statement("BALANCE SHEETS (in EUR)", "as printed", title="BALANCE SHEETS (in EUR)"))[0] == "EUR"


@pytest.mark.parametrize(
    "line",
    ["DKNOK", "NOKIA", "ZARA", "OURMB", "CNYX", "CADS", "EURX", "GBPX", "JPYX", "SEKA", "XDM", "INRA", "NISA"],
)
def test_a_code_inside_a_word_is_none(line: str) -> None:
    assert currency(statement("BALANCE SHEETS", line, printed=("1", "2")))[0] == "USD"


def test_what_stands_above_the_title_is_about_something_else() -> None:
    assert currency(statement("conversion to the euro", "BALANCE SHEETS", "(in thousands)"))[0] == "USD"


def test_prose_names_many_currencies() -> None:
    prose = "The introduction of the euro is expected to have no material effect on the operations of the company."
    assert currency(statement("BALANCE SHEETS", prose))[0] == "USD"


def test_one_currency_is_taken_for_all_with_a_finding_for_those_that_say_another() -> None:
    euros = statement("BALANCE SHEETS", "(in EUR)")
    code, findings = currency(euros, statement("STATEMENTS", "(in SEK)", title="STATEMENTS"), euros)

    assert code == "EUR"
    assert [(finding.code, "SEK" in finding.message) for finding in findings] == [("statements.currencies", True)]
