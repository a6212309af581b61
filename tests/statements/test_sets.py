"""The statements of a document chosen together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from converter.findings import Finding, Severity
from converter.statements.candidate import Selected
from converter.statements.lesser import Lesser
from converter.statements.sets import coherent_set
from converter.statements.statement import Basis
from converter.terms import Kind
from tests.statements.candidates import candidate

IS, BS, CF = Kind.INCOME, Kind.BALANCE_SHEET, Kind.CASH_FLOW


DATA = "Selected statement of operations data"


def chosen(*candidates: Selected, registrant: str | None = None) -> list[int]:
    return [one.table.span.start for one in coherent_set(candidates, registrant, [])]


def income(at: int, *, net: Sequence[str] = ("8", "7"), **more: object) -> Selected:
    rows: Mapping[str, Sequence[str]] = {"Net income": net}
    return candidate(IS, rows, at=at, **more)  # type: ignore[arg-type]


def balance(at: int, *, assets: Sequence[str] = ("30", "28"), **more: object) -> Selected:
    return candidate(BS, {"Total assets": assets}, at=at, **more)  # type: ignore[arg-type]


def left_out(*candidates: Selected) -> list[tuple[int, Severity, str]]:
    findings: list[Finding] = []
    coherent_set(candidates, None, findings)
    return [(each.span.start, each.severity, each.message) for each in findings if each.span]


def test_the_stronger_of_a_kind_is_taken_wherever_it_stands() -> None:
    assert chosen(income(1, landmarks=9), income(2)) == [1]
    assert chosen(income(1), income(2, landmarks=9)) == [2]
    assert chosen(income(1), income(2)) == [1]
    assert chosen(income(1, titled=False), income(2)) == [2]
    assert chosen() == []


@pytest.mark.parametrize(("count", "first"), [(3, True), (4, False), (7, False)])
def test_more_years_than_a_statement_has_are_of_a_summary(count: int, first: bool) -> None:
    many = income(1, net=["8"] * count, years=range(1998, 1998 - count, -1), landmarks=9)
    assert chosen(many, income(2))[0] == (1 if first else 2)


@pytest.mark.parametrize(("count", "first"), [(3, True), (4, False)])
def test_more_days_than_a_balance_sheet_has_are_of_a_summary(count: int, first: bool) -> None:
    many = balance(1, assets=["30"] * count, years=range(1998, 1998 - count, -1), landmarks=9)
    assert chosen(many, balance(2))[0] == (1 if first else 2)


def test_percentages_and_changes_beside_speak_against_a_table() -> None:
    for basis in (Basis.PERCENT, Basis.CHANGE):
        assert chosen(income(1, bases=[basis] * 2, landmarks=9), income(2)) == [2]
        assert chosen(income(1, bases=[basis], landmarks=9), income(2)) == [1]


def test_rows_count_a_little_and_no_more_than_forty() -> None:
    long = candidate(IS, {f"Row {number}": ["1", "1"] for number in range(44)}, at=2)
    assert chosen(income(1), long) == [2]
    assert chosen(income(1, landmarks=14), long) == [1]


@pytest.mark.parametrize(("count", "taken"), [(7, [1]), (8, [])])
def test_a_statement_has_few_columns_of_its_own(count: int, taken: list[int]) -> None:
    assert chosen(income(1, net=["8"] * count, years=range(1998, 1998 - count, -1))) == taken


@pytest.mark.parametrize(("count", "taken"), [(12, [1]), (13, [])])
def test_columns_of_parts_may_be_more(count: int, taken: list[int]) -> None:
    assert chosen(income(1, bases=[Basis.PART] * count)) == taken


def test_a_further_statement_of_a_kind_is_taken_for_a_period_that_the_first_lacks() -> None:
    first = income(1, landmarks=9)
    assert chosen(first, income(2, years=(1996, 1995))) == [1, 2]
    assert chosen(first, income(2, years=(1998, 1997))) == [1]
    assert chosen(first, income(2, years=(1997, 1996), net=("7", "6"))) == [1, 2]
    assert chosen(first, income(2, years=(1997, 1996), net=("5", "6"))) == [1]
    assert chosen(first, income(2, years=(1996, 1995), titled=False)) == [1]
    assert chosen(first, income(2, years=(1996, 1995), landmarks=4)) == [1]
    assert chosen(first, income(2, years=(1996, 1995), landmarks=5)) == [1, 2]
    assert chosen(income(1), income(2, years=(1996, 1995), landmarks=4)) == [1, 2]
    assert chosen(first, income(2, years=(1996, 1995), bases=[Basis.NON_GAAP])) == [1]
    assert chosen(first, income(2, years=(1996, 1995), bases=[Basis.PERCENT])) == [1, 2]


def test_lesser_tables_are_not_taken() -> None:
    assert chosen(income(1, lesser=Lesser.SELECTED, title=DATA), balance(2)) == [2]
    assert chosen(income(1, lesser=Lesser.SELECTED, title=DATA), balance(2, titled=False)) == [2]
    assert chosen(income(1, lesser=Lesser.QUARTERLY)) == []


def test_a_supplemental_statement_is_taken_where_none_is_like_it() -> None:
    supplemental = income(1, lesser=Lesser.SUPPLEMENTAL, net=("5", "4"))
    assert chosen(supplemental) == [1]
    assert chosen(supplemental, income(2, landmarks=4)) == [2]
    assert chosen(supplemental, income(2, landmarks=3)) == [1]
    assert chosen(supplemental, income(2, titled=False, landmarks=4)) == [1]


def test_a_pro_forma_statement_is_taken_for_its_historical_columns_alone() -> None:
    assert chosen(income(1, lesser=Lesser.PRO_FORMA, bases=[Basis.PRO_FORMA])) == [1]
    assert chosen(income(1, lesser=Lesser.PRO_FORMA, bases=[Basis.NON_GAAP])) == [1]
    assert chosen(income(1, lesser=Lesser.PRO_FORMA, bases=[Basis.PERCENT])) == []
    assert chosen(income(1, lesser=Lesser.PRO_FORMA)) == []
    assert chosen(income(1, lesser=Lesser.PRO_FORMA, bases=[Basis.PRO_FORMA]), balance(2)) == [2]


@pytest.mark.parametrize("lesser", [Lesser.SELECTED, Lesser.NON_GAAP])
def test_a_statement_that_a_heading_alone_makes_lesser_is_taken_for_a_kind_that_lacks_one(lesser: Lesser) -> None:
    under = income(1, lesser=lesser, by_heading=True)
    assert chosen(under, balance(2)) == [1, 2]
    assert chosen(under, income(2, titled=False, landmarks=3)) == [2]
    assert chosen(under, income(2, years=())) == []
    assert chosen(income(1, lesser=lesser), balance(2)) == [2]
    assert chosen(income(1, lesser=Lesser.SEGMENTS, by_heading=True), balance(2)) == [2]


def test_what_stands_in_is_told_if_it_is_taken() -> None:
    findings: list[Finding] = []
    under = [income(at, lesser=Lesser.SELECTED, by_heading=True, landmarks=at) for at in (7, 8)]
    coherent_set([*under, balance(2)], None, findings)
    told = [each.span.start for each in findings if each.code == "statements.stand-in" and each.span]
    assert told == [8]


def test_an_income_statements_data_are_taken_where_no_statement_is_printed_at_all() -> None:
    data = income(1, lesser=Lesser.SELECTED, title=DATA)
    assert chosen(data) == [1]
    assert chosen(income(1, lesser=Lesser.SELECTED, title=DATA, titled=False)) == []
    assert chosen(balance(1, lesser=Lesser.SELECTED, title=DATA)) == []
    assert (
        chosen(candidate(IS, {"Net income": ["8"], "Total assets": ["9"]}, at=1, lesser=Lesser.SELECTED, title=DATA))
        == []
    )
    assert chosen(candidate(CF, {"Net income": ["8"]}, at=1, lesser=Lesser.SELECTED, title=DATA)) == []
    assert chosen(data, income(2, lesser=Lesser.SUPPLEMENTAL)) == [2]
    assert chosen(data, income(2, lesser=Lesser.PRO_FORMA, bases=[Basis.PRO_FORMA])) == [2]
    unreadable = income(2, net=["8"] * 8, years=range(1998, 1990, -1))
    assert chosen(data, unreadable) == []


def test_the_company_of_most_kinds_is_the_registrant_then_the_first_part_then_the_stronger() -> None:
    one, other = {"company": "HALDEN CORP"}, {"company": "ORRIN INC"}
    assert chosen(income(1, **one), income(2, **other), balance(3, **other)) == [2, 3]
    assert chosen(income(1, **one), income(2, part=1, landmarks=9, **other)) == [1]
    assert chosen(income(1, **one), income(2, landmarks=9, **other)) == [2]
    assert chosen(income(1, **one), income(2, **other), balance(3, **other), registrant="HALDEN CORPORATION") == [1]
    equity = candidate(Kind.EQUITY, {}, at=4, company="HALDEN CORP")
    assert chosen(income(1, **one), income(2, landmarks=9, **other), equity) == [2]


def test_a_kind_that_a_company_lacks_is_lent_if_nothing_says_that_it_is_anothers() -> None:
    halden = income(1, company="HALDEN CORP")
    assert chosen(halden, balance(2, part=1)) == [1, 2]
    assert chosen(halden, balance(2, part=1, company="ORRIN INC")) == [1]
    assert chosen(halden, income(2, part=1, net=("5", "4"))) == [1]
    cash = candidate(CF, {"Net income": ("5", "4")}, at=2, part=1)
    assert chosen(halden, cash) == [1]
    assert chosen(income(1), balance(2, part=1, company="ORRIN INC")) == [1, 2]


def test_what_is_left_out_is_said_with_its_reason_and_a_loss_is_a_warning() -> None:
    many = income(1, net=["8"] * 8, years=range(1998, 1990, -1))
    assert left_out(many) == [
        (
            1,
            Severity.WARNING,
            "A table like a statement was left out ('INCOME'): it has 8 columns, more than a statement has.",
        )
    ]
    ((_, severity, message),) = left_out(income(1), income(2))
    assert (severity, message.endswith("another statement of this kind covers its periods.")) == (Severity.INFO, True)
    ((_, severity, message),) = left_out(income(1, lesser=Lesser.SEGMENTS))
    assert (severity, "figures of segments" in message) == (Severity.INFO, True)
    ((_, severity, message),) = left_out(income(1, years=(), bases=[Basis.PART][:0]))
    assert (severity, message.endswith("its periods could not be told.")) == (Severity.WARNING, True)
    assert left_out(candidate(Kind.EQUITY, {}, years=()))[0][1] is Severity.INFO
    assert left_out(income(1, titled=False, lesser=Lesser.SEGMENTS)) == []


def test_the_reason_names_the_other_company_or_the_figures() -> None:
    halden = [income(1, company="HALDEN CORP"), balance(2, company="HALDEN CORP")]
    (reason,) = left_out(*halden, income(3, part=1, company="ORRIN INC"))
    assert reason[2].endswith("it is of another company (ORRIN INC).")
    (reason,) = left_out(*halden, income(3, part=1, net=("5", "4")))
    assert reason[2].endswith("other statements were taken, which its figures do not confirm.")
