"""The company's own concepts: what they are called, their balances, labels and anchors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from converter.assembly.names import company_words, lc3
from converter.statements.statement import Aspect, Role, Sum
from converter.taxonomy import load_index
from converter.terms import Kind, Unit
from tests import sample
from tests.assembly.sheets import balance, cash_flow, extension, income, report_of, values
from tests.sample import Row, Sheet


def test_the_same_caption_in_two_statements_is_one_concept() -> None:
    report = report_of(income(Row("Plant closing charge", "30 20")), cash_flow(Row("Plant closing charge", "30 20")))
    assert [own.name.local for own in report.extensions] == ["PlantClosingCharge"]
    assert all(len(fact.sources) == 2 for fact in report.facts if fact.unit)


def test_the_same_caption_with_other_values_is_told_apart_by_its_heading() -> None:
    investing, financing = ("Investing activities:",), ("Financing activities:",)
    report = report_of(
        cash_flow(
            Row("Investing activities:", role=Role.HEADING),
            Row("Loans to dealers", "30 20", headings=investing),
            Row("Financing activities:", role=Role.HEADING),
            Row("Loans to dealers", "7 6", headings=financing),
        )
    )
    assert [own.name.local for own in report.extensions if not own.abstract] == [
        "LoansToDealers",
        "LoansToDealersFinancingActivities",
    ]


def test_a_caption_that_says_nothing_alone_always_takes_its_heading() -> None:
    report = sample.report()
    assert {own.name.local for own in report.extensions if own.label == "Other"} == {
        "OtherCurrentLiabilities",
        "OtherOperatingActivities",
        "OtherInvestingActivities",
    }


def test_an_extension_never_takes_a_name_of_the_taxonomy() -> None:
    # EFM 6.07.16
    report = report_of(
        balance(Row("Current assets:", role=Role.HEADING), Row("Goodwill", "5 4", headings=("Current assets:",)))
    )
    assert [own.name.local for own in report.extensions] == ["GoodwillCurrentAssets"]


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("Grant payable - long term", "GrantPayableLongTerm"),
        ("(Increase) decrease in stockholders' loans", "IncreaseDecreaseInStockholdersLoans"),
        ("NET LOSS PER SHARE", "NetLossPerShare"),
        ("Cash at June 30, 1998 and 1997", "Cash"),
        ("Income for six months ended June 30, 2000", "Income"),
        ("Activity for one month ended January 31, 1999", "Activity"),
        ("Sales to Marchand 5 and decrease 10", "SalesToMarchandAndDecrease"),
        ("Cumulative effect as of January 1, 1993 of changes", "CumulativeEffectOfChanges"),
        ("Dividends may be restricted", "DividendsMayBeRestricted"),
        ("LIFO reserve (Note 5)", "LifoReserve"),
        ("U.S. treasury bills", "UsTreasuryBills"),
        ("Advances to McNutt plan", "AdvancesToMcNuttPlan"),
        ("R&D, net of 50% grants", "RAndDNetOfPercentGrants"),
        ("Appreciation rights (SARs) of SecureIT", "AppreciationRightsSarsOfSecureIt"),
        ("Less accumulated amortization", "AccumulatedAmortization"),
        ("Plus: deposits", "Deposits"),
        ("Add interest", "Interest"),
        ("Deduct rebates", "Rebates"),
        ("Less", "Less"),
        ("Less than wholly owned mills", "LessThanWhollyOwnedMills"),
        ("Lessors' claims", "LessorsClaims"),
        ("Effect of SFAS No. 158", "EffectOfSfas"),
        ("No claims", "NoClaims"),
    ],
)
def test_names_are_the_caption_in_lc3_without_periods(caption: str, name: str) -> None:
    assert lc3(caption) == name


def test_names_leave_out_the_company_but_not_the_words_of_accounting() -> None:
    own = company_words("Tamarack First Bank Deposits Inc.", load_index("us-gaap/2025"))
    assert "tamarack" in own
    assert not own & {"bank", "deposits", "first"}
    assert lc3("Loan to Tamarack Employees", own) == "LoanToEmployees"


@pytest.mark.parametrize(
    ("printed", "weight", "balance_", "sign"),
    [("30 20", -1, "debit", 1), ("(30) (20)", 1, "credit", 1)],
)
def test_the_footing_gives_an_extension_its_balance(printed: str, weight: int, balance_: str, sign: int) -> None:
    report = report_of(
        income(
            Row("Revenues", "100 90", "Revenues"),
            Row("Plant closing", printed),
            Row("Operating income", "70 70", "OperatingIncomeLoss", role=Role.TOTAL),
            sums=(Sum(2, ((0, 1), (1, weight)), 2),),
        )
    )
    assert extension(report, "PlantClosing").balance == balance_
    value = values(report, "PlantClosing")[0]
    assert isinstance(value, Decimal)
    assert (value > 0) == (weight < 0)


def test_an_extension_has_the_balance_of_its_sum_and_not_of_the_concept_it_is_anchored_to() -> None:
    report = report_of(
        income(
            Row("Revenues", "100 90", "Revenues"),
            Row("Mileage plan", "30 20", anchor="RestructuringCharges"),
            Row("Operating income", "130 110", "OperatingIncomeLoss", role=Role.TOTAL),
            sums=(Sum(2, ((0, 1), (1, 1)), 2),),
        )
    )
    own = extension(report, "MileagePlan")
    assert (own.balance, own.anchor) == ("credit", "RestructuringCharges")
    assert values(report, "MileagePlan") == [Decimal(30_000), Decimal(20_000)]


@pytest.mark.parametrize(
    ("sheet", "caption", "figures", "heading", "balance_"),
    [
        (income, "Odd line", "5 4", "Other expenses:", "debit"),
        (income, "Odd cost", "5 4", "Other income:", "debit"),
        (income, "Odd line", "5 4", "Other income and expenses:", "credit"),
        (income, "Odd line", "5 4", "", "credit"),
        (cash_flow, "Odd line", "5 4", "", "debit"),
        (cash_flow, "Odd payments", "5 4", "", "credit"),
        (balance, "Odd line", "5 4", "", "debit"),
        (balance, "Odd deposit", "5 4", "", "credit"),
    ],
)
def test_what_no_sum_holds_has_the_balance_of_its_words_and_its_heading(
    sheet: Callable[..., Sheet], caption: str, figures: str, heading: str, balance_: str
) -> None:
    rows = [Row(caption, figures, anchor="Assets", headings=(heading,) if heading else ())]
    report = report_of(sheet(*([Row(heading, role=Role.HEADING)] if heading else []), *rows))
    assert next(own.balance for own in report.extensions if not own.abstract) == balance_


INSIDE = Role.PARENTHETICAL


@pytest.mark.parametrize(
    ("host", "aspect", "balance_"),
    [
        ("Odd cost", Aspect.OTHER, "debit"),
        ("Odd income", Aspect.OTHER, "credit"),
        ("Odd cost", Aspect.ALLOWANCE, "credit"),
        ("Odd cost", Aspect.ACCUMULATED_DEPRECIATION, "credit"),
        ("Odd income", Aspect.ACCUMULATED_AMORTIZATION, "debit"),
    ],
)
def test_a_number_inside_a_caption_has_the_balance_of_its_line_or_the_other_if_it_was_taken_off(
    host: str, aspect: Aspect, balance_: str
) -> None:
    """`Odd cost, with parts of $2 and $1 for the mill`: a part that is a cost, as all of it is."""
    caption = f"{host}, with parts of $2 and $1 for the mill"
    report = report_of(income(Row(caption, "5 4"), Row(caption, "2 1", role=INSIDE, aspect=aspect)))
    assert [each.balance for each in report.extensions][1:] == [balance_]


def test_a_number_of_shares_inside_a_caption_has_no_balance() -> None:
    caption = "Odd stock, 2 shares and 1 share of the mill"
    of = Row(caption, "2 1", role=INSIDE, aspect=Aspect.OTHER, unit="shares")
    report = report_of(balance(Row(caption, "5 4"), of))
    assert [each.balance for each in report.extensions] == ["debit", None]


def test_what_changes_equity_is_stated_as_what_equity_gains() -> None:
    sheet = replace(income(Row("Plant charge settled in stock", "5 (4)")), kind=Kind.EQUITY)
    report = report_of(sheet)
    assert extension(report, "PlantChargeSettledInStock").balance == "credit"
    assert values(report, "PlantChargeSettledInStock") == [Decimal(5_000), Decimal(-4_000)]


def test_the_same_thing_taken_out_of_the_result_has_one_value_in_both_statements() -> None:
    """`Change in warrants (30)` is a loss of the result, and 30 is put back in the cash flow."""
    report = report_of(
        income(
            Row("Income", "100 90", "Revenues"),
            Row("Change in warrants", "(30) (20)"),
            Row("Net income", "70 70", "NetIncomeLoss", role=Role.TOTAL),
            sums=(Sum(2, ((0, 1), (1, 1)), 2),),
        ),
        cash_flow(
            Row("Net income", "70 70", "NetIncomeLoss"),
            Row("Change in warrants", "30 20"),
            Row("Net cash", "100 90", "NetCashProvidedByUsedInOperatingActivities", role=Role.TOTAL),
            sums=(Sum(2, ((0, 1), (1, 1)), 2),),
        ),
    )
    assert extension(report, "ChangeInWarrants").balance == "credit"
    assert values(report, "ChangeInWarrants") == [Decimal(-30_000), Decimal(-20_000)]


def test_other_figures_of_the_other_side_under_a_caption_are_another_thing() -> None:
    report = report_of(
        income(
            Row("Income", "100 90", "Revenues"),
            Row("Storm repairs", "(30) (20)"),
            Row("Net income", "70 70", "NetIncomeLoss", role=Role.TOTAL),
            sums=(Sum(2, ((0, 1), (1, 1)), 2),),
        ),
        cash_flow(
            Row("Net income", "70 70", "NetIncomeLoss"),
            Row("Storm repairs", "12 11"),
            Row("Net cash", "82 81", "NetCashProvidedByUsedInOperatingActivities", role=Role.TOTAL),
            sums=(Sum(2, ((0, 1), (1, 1)), 2),),
        ),
    )
    assert values(report, "StormRepairs") == [Decimal(-30_000), Decimal(-20_000)]
    assert values(report, "StormRepairsCashFlows") == [Decimal(12_000), Decimal(11_000)]


def test_every_monetary_extension_has_a_balance() -> None:
    # EFM 6.08.11
    report = report_of(
        balance(Row("Total assets", "9 9", "Assets"), Row("Liabilities:", role=Role.HEADING), Row("Odd debt", "5 4")),
        income(Row("Odd costs", "5 4"), Row("Odd income", "3 2")),
        cash_flow(Row("Odd flow", "5 4")),
    )
    assert {own.name.local: own.balance for own in report.extensions if not own.abstract} == {
        "OddDebt": "credit",
        "OddCosts": "debit",
        "OddIncome": "credit",
        "OddFlow": "debit",
    }


@pytest.mark.parametrize(
    "caption", ["Proceeds", "Affiliates", "Total", "Other", "Purchases, net", "Trade payables", "Members", "Maturities"]
)
def test_a_name_that_says_nothing_alone_takes_its_statement_where_it_has_no_heading(caption: str) -> None:
    report = report_of(balance(Row(caption, "5 4"), Row("Cash", "3 2", "Cash")))
    assert [own.name.local for own in report.extensions] == [f"{lc3(caption)}FinancialPosition"]


@pytest.mark.parametrize(
    ("caption", "headings", "label"),
    [
        ("Total", ("Other assets:",), "Total other assets"),
        ("TOTALS", ("Other assets",), "Total other assets"),
        ("Sub-total", ("Other assets",), "Total other assets"),
        ("Total", (), "Total"),
        ("Total other", ("Other assets",), "Total other"),
    ],
)
def test_the_label_of_a_total_says_what_is_totalled(caption: str, headings: tuple[str, ...], label: str) -> None:
    rows = [Row(heading, role=Role.HEADING) for heading in headings]
    report = report_of(balance(*rows, Row(caption, "5 4", "OtherAssets", role=Role.TOTAL, headings=headings)))
    assert report.statements[0].rows[-1].label == label


@pytest.mark.parametrize(
    ("unit", "printed", "name", "label"),
    [
        ("USD/shares", "0.5 0.4", "SpecialDividendPerShare", "Special dividend, per share"),
        ("USD", "5 4", "SpecialDividendAmount", "Special dividend, amount"),
    ],
)
def test_a_number_inside_a_caption_is_called_after_what_it_measures(
    unit: Unit, printed: str, name: str, label: str
) -> None:
    caption = f"Special dividend of {' and '.join(printed.split())}"
    host = Row(caption, "90 80", "Cash")
    inside = Row(caption, printed, role=Role.PARENTHETICAL, aspect=Aspect.OTHER, unit=unit)
    (own,) = report_of(balance(host, inside)).extensions
    assert (own.name.local, own.label) == (name, label)


@pytest.mark.parametrize(
    ("rule", "guessed", "anchor"),
    [
        ("threshold", "OtherAssetsCurrent", "OtherAssetsCurrent"),  # which the taxonomy adds up to current assets
        ("threshold", "OtherAssetsNoncurrent", "AssetsCurrent"),
        ("none", "OtherAssetsNoncurrent", "AssetsCurrent"),
        ("learned", "OtherAssetsNoncurrent", "AssetsCurrent"),
        ("neighbours", "OtherAssetsNoncurrent", "AssetsCurrent"),
        ("names", "OtherAssetsNoncurrent", "AssetsCurrent"),
        ("earlier", "OtherAssetsNoncurrent", "AssetsCurrent"),
        ("mine.yaml:3", "OtherAssetsNoncurrent", "OtherAssetsNoncurrent"),
    ],
)
def test_a_guessed_anchor_gives_way_to_the_total_of_the_print_but_not_one_that_a_line_of_a_map_names(
    rule: str, guessed: str, anchor: str
) -> None:
    rows = (
        Row("Cash", "5 4", "Cash"),
        Row("Gold dust", "3 2", anchor=guessed, rule=rule),
        Row("Total current assets", "8 6", "AssetsCurrent", role=Role.TOTAL),
    )
    (own,) = report_of(balance(*rows, sums=(Sum(2, ((0, 1), (1, 1)), 2),))).extensions
    assert own.anchor == anchor


def test_a_concept_of_the_companys_own_without_a_nearer_anchor_has_the_total_that_it_is_added_to() -> None:
    rows = (
        Row("Cash", "5 4", "Cash"),
        Row("Gold dust", "3 2"),
        Row("Total current assets", "8 6", "AssetsCurrent", role=Role.TOTAL),
        Row("Silver", "1 1", anchor="OtherAssetsNoncurrent"),
        Row("Total assets", "9 7", "Assets", role=Role.TOTAL),
        Row("Dust of all kinds", "9 7", role=Role.TOTAL),
        Row("Less wear", "1 1"),
        Row("Net assets", "8 6", "AssetsNet", role=Role.TOTAL),
    )
    sums = (Sum(2, ((0, 1), (1, 1)), 2), Sum(4, ((2, 1), (3, 1)), 2), Sum(7, ((5, 1), (6, -1)), 2))
    anchors = {own.name.local: own.anchor for own in report_of(balance(*rows, sums=sums)).extensions}
    assert anchors == {
        "GoldDust": "AssetsCurrent",
        "Silver": "OtherAssetsNoncurrent",
        "DustOfAllKinds": None,
        "Wear": None,
    }


@pytest.mark.parametrize(
    ("printed", "sign", "balance", "weight"),
    [("5 4", 1, "debit", 1), ("(5) (4)", -1, "credit", -1), ("(5) (4)", 1, "debit", 1)],
)
def test_in_operating_cash_flows_weights_fit_the_balances_of_the_companys_own_concepts(
    printed: str, sign: int, balance: str, weight: int
) -> None:
    # DQC_0043: a debit is added, a credit subtracted, though the total has no balance.
    net = "12 11" if printed == "5 4" else "2 3"
    report = report_of(
        cash_flow(
            Row("Net income", "7 7", "NetIncomeLoss"),
            Row("Cost of the flood", printed, sign=sign),
            Row("Net cash provided", net, "NetCashProvidedByUsedInOperatingActivities", role=Role.TOTAL),
            sums=(Sum(2, ((0, 1), (1, 1)), 2),),
        )
    )
    own = extension(report, "CostOfFlood")
    assert own.balance == balance
    assert dict(report.statements[0].sums[0].parts)[own.name] == weight
