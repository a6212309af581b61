"""What columns of a statement of changes in equity say of its rows: members, concepts and signs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.knowledge import load_knowledge
from converter.mapping.candidates import Candidate
from converter.mapping.components import with_members
from converter.mapping.decide import _goes_against, decide
from converter.mapping.maps import Fit, Maps, load_maps
from converter.mapping.rows import frame_of
from converter.statements.statement import Statement
from converter.taxonomy import Index, load_index
from converter.terms import Decision
from tests.statements.equity.prints import BALANCE_SHEET, EQUITY
from tests.statements.prints import statements


def found(text: str, release: str = "us-gaap/2025") -> tuple[Statement, dict[tuple[str, str], Decision]]:
    """The statement with its members, and the decisions by caption and unit."""
    index = load_index(release)
    maps = load_maps(release)
    read = with_members(statements(text)[0], maps.knowledge.headings, index)
    decisions = decide(read, maps, index)
    at = next(at for at, one in enumerate(read) if one.kind == "EQ")
    rows = zip(read[at].items, decisions[at], strict=True)
    return read[at], {(item.caption, item.unit): each for item, each in rows if each is not None}


def members(statement: Statement) -> list[str]:
    """The members of all amounts, in the order of their first use."""
    named = (
        " ".join(component.member or f"own: {component.caption}" for component in amount.components)
        for item in statement.items
        for amount in item.amounts
        if amount.components
    )
    return list(dict.fromkeys(named))


def test_heads_are_members_of_the_taxonomy() -> None:
    statement, _ = found(BALANCE_SHEET + EQUITY)
    assert members(statement) == [
        "CommonStockMember",
        "AdditionalPaidInCapitalMember",
        "RetainedEarningsMember",
        "TreasuryStockCommonMember",
    ]


def test_a_release_has_members_of_its_own() -> None:
    statement, decisions = found(BALANCE_SHEET + EQUITY, "us-gaap/2009")
    assert "TreasuryStockMember" in members(statement)
    assert decisions["Balance, December 31, 1998", "shares"].concept == "CommonStockSharesOutstanding"


def test_two_columns_are_never_one_member() -> None:
    text = (
        EQUITY.replace("Additional           ", "Contributed          ")
        .replace("Retained", "Capital ")
        .replace("Earnings", "Surplus ")
    )
    statement, _ = found(BALANCE_SHEET + text)
    assert members(statement)[1:3] == ["AdditionalPaidInCapitalMember", "OtherAdditionalCapitalMember"]


def test_what_nothing_names_is_a_member_of_the_companys_own() -> None:
    statement, _ = found(BALANCE_SHEET + EQUITY.replace("Retained", "Benefit ").replace("Earnings", "Trust   "))
    assert "own: Benefit Trust" in members(statement)


def test_a_balance_is_equity_and_a_count_of_shares() -> None:
    _, decisions = found(BALANCE_SHEET + EQUITY)
    for caption in ("Balance, January 1, 1997", "Balance, December 31, 1997", "Balance, December 31, 1998"):
        assert decisions[caption, "USD"].concept == "StockholdersEquity"
        assert decisions[caption, "USD"].sign == 1
        assert decisions[caption, "shares"].concept == "SharesOutstanding"


def test_the_interest_of_others_makes_it_the_equity_of_all_and_the_result_that_of_all() -> None:
    statement, decisions = found(
        BALANCE_SHEET + EQUITY.replace("Treasury", "Minority").replace("  Stock  ", " Interest")
    )
    assert "NoncontrollingInterestMember" in members(statement)
    every = "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest"
    assert decisions["Balance, December 31, 1998", "USD"].concept == every
    assert decisions["Net income", "USD"].concept == "ProfitLoss"


def test_what_lowers_equity_is_a_positive_fact_of_a_debit() -> None:
    _, decisions = found(BALANCE_SHEET + EQUITY)
    dividends = decisions["Cash dividends ($.04 per share)", "USD"]
    assert (dividends.concept, dividends.sign) == ("DividendsCash", -1)
    bought = decisions["Purchase of treasury stock", "USD"]
    assert (bought.concept, bought.sign) == ("TreasuryStockValueAcquiredCostMethod", -1)
    assert (decisions["Net income", "USD"].concept, decisions["Net income", "USD"].sign) == ("NetIncomeLoss", 1)


ISSUED, BOUGHT = "StockIssuedDuringPeriodValueStockOptionsExercised", "TreasuryStockValueAcquiredCostMethod"


@pytest.mark.parametrize(
    ("lowered", "fit", "concept", "against"),
    [
        (True, None, ISSUED, True),  # what an issue of stock cannot be
        (True, Fit.LOOSE, ISSUED, True),
        (True, Fit.FULL, ISSUED, False),  # the caption says what it is; a check tells it
        (True, None, BOUGHT, False),
        (True, None, "NetIncomeLoss", False),
        (False, None, ISSUED, False),
    ],
)
def test_a_guess_does_not_make_an_issue_of_what_takes_from_equity(
    lowered: bool, fit: Fit | None, concept: str, against: bool
) -> None:
    index = load_index("us-gaap/2025")
    known = load_knowledge("us-gaap/2025")
    statement, _ = found(BALANCE_SHEET + EQUITY)
    named = (at for at, each in enumerate(statement.items) if each.caption == "Exercise of stock options")
    row = next(at for at in named if statement.items[at].unit == "USD")
    item = statement.items[row]
    if lowered:
        lost = replace(item, amounts=tuple(replace(each, value=-each.value) for each in item.amounts))
        statement = replace(statement, items=(*statement.items[:row], lost, *statement.items[row + 1 :]))
    frame = frame_of(statement, load_maps("us-gaap/2025").vocabulary)
    chosen = Candidate(concept, 0.5, fit, 0.5, "learned", share=0.9)
    assert _goes_against(frame, row, chosen, known, index) is against


def test_a_dividend_a_share_inside_a_caption_has_its_concept() -> None:
    _, decisions = found(BALANCE_SHEET + EQUITY)
    assert decisions["Cash dividends ($.04 per share)", "USD/shares"].concept == "CommonStockDividendsPerShareDeclared"
    _, decisions = found(
        BALANCE_SHEET + EQUITY.replace("Cash dividends ($.04 per share)     ", "Preferred dividends ($.04 per share)")
    )
    assert decisions["Preferred dividends ($.04 per share)", "USD/shares"].concept == (
        "PreferredStockDividendsPerShareDeclared"
    )


def test_amounts_and_shares_of_a_row_have_two_concepts() -> None:
    _, decisions = found(BALANCE_SHEET + EQUITY)
    exercised = "Exercise of stock options"
    assert decisions[exercised, "USD"].concept == "StockIssuedDuringPeriodValueStockOptionsExercised"
    assert decisions[exercised, "shares"].concept == "StockIssuedDuringPeriodSharesStockOptionsExercised"


@pytest.mark.parametrize(
    ("caption", "concept"),
    [
        ("Tax benefit of stock options", "AdjustmentsToAdditionalPaidInCapitalTaxEffectFromShareBasedCompensation"),
        ("Tax effect of option plans", "AdjustmentsToAdditionalPaidInCapitalTaxEffectFromShareBasedCompensation"),
        ("Option exercises, tax benefit", "StockIssuedDuringPeriodValueStockOptionsExercised"),
    ],
)
def test_taxes_on_options_are_no_exercise_of_them_unless_the_caption_says_so(caption: str, concept: str) -> None:
    row = "Exercise of stock options            10,000         -            5           -         -          5"
    taxes = f"{caption:<31}           -         -            5           -         -          5"
    text = EQUITY.replace(row, taxes).replace("1,190,000", "1,200,000")
    _, decisions = found(BALANCE_SHEET + text, "us-gaap/2009")
    assert decisions[caption, "USD"].concept == concept


def test_stock_is_retired_where_no_column_keeps_it() -> None:
    text = EQUITY.replace("Treasury", "Deferred").replace("  Stock  ", " Compen. ").replace(
        "Purchase of treasury stock                                                           (40)       (40)",
        "Purchase of common stock                                                (40)                    (40)",
    ).replace("1,740  $    (40)", "1,700  $      - ")  # fmt: skip
    _, decisions = found(BALANCE_SHEET + text)
    assert decisions["Purchase of common stock", "USD"].concept == "StockRepurchasedAndRetiredDuringPeriodValue"


def test_the_files_say_which_axis_and_member(index: Index, maps: Maps) -> None:
    headings = load_knowledge("us-gaap/2025").headings
    assert headings.axes["equity"] in index
    assert headings.members_named("equity", "retained earnings")[0] == "RetainedEarningsMember"
    assert headings.members_named("classes", "class a common stock") == ["CommonClassAMember"]
    assert headings.members_named("equity", "benefit trust") == []
    assert headings.members_named("nothing", "retained earnings") == []
