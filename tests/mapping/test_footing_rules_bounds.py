"""How sure the rules of footing are, and what it takes for them to speak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from converter.knowledge import load_knowledge
from converter.mapping import footing_rules
from converter.mapping.candidates import Candidate
from converter.mapping.footing_rules import WHY, by_footing
from converter.mapping.maps import Fit
from converter.mapping.maps.words import Vocabulary
from converter.mapping.rows import frame_of
from converter.statements.statement import Item, Role, Statement, Sum, of_captions
from converter.taxonomy import load_index
from converter.terms import Kind
from tests.mapping.builder import statement

GROUPS = load_knowledge("us-gaap").groups
WORDS = Vocabulary(same={"shareholder": ("stockholder",)}, ignored=frozenset({"and", "of", "to", "the"}))
BS, IS = Kind.BALANCE_SHEET, Kind.INCOME
BEFORE = "IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments"
WITH_MINORITY = "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest"


def candidate(concept: str | None, learned: float = 0.0) -> Candidate:
    return Candidate(concept, 1.0, Fit.FULL, learned, "words")


def found(
    read: Statement, concepts: Sequence[str | None] | Sequence[list[Candidate]], named: tuple[str, ...] = (BEFORE,)
) -> list[list[Candidate]]:
    """The candidates of each row after the footing had its say; of rows without a concept there are none before."""
    rows = [each if isinstance(each, list) else [candidate(each)] if each else [] for each in concepts]
    rows += [[] for _ in read.items[len(rows) :]]
    return by_footing(frame_of(read, WORDS), rows, GROUPS, load_index("us-gaap/2009"), named)


def first(read: Statement, *concepts: str | None, named: tuple[str, ...] = (BEFORE,)) -> list[str | None]:
    """The first candidate of each row."""
    return [row[0].concept if row else None for row in found(read, concepts, named)]


def bare(read: Statement) -> Statement:
    """The statement, its rows called `-` without a caption."""
    items = tuple(replace(item, caption="") if item.caption == "Bare" else item for item in read.items)
    return replace(read, items=items)


def test_each_rule_says_why() -> None:
    rules = {value for value in vars(footing_rules).values() if isinstance(value, str) and value.startswith("footing:")}
    assert set(WHY) == rules
    assert len(rules) == 8


def test_what_is_no_statement_but_captions_has_no_footing() -> None:
    listed = of_captions(IS, [Item("Gross"), Item("Costs")])
    assert first(listed, "GrossProfit", "CostsAndExpenses") == ["GrossProfit", "CostsAndExpenses"]


# Candidates


def test_what_figures_prove_outweighs_words_and_leaves_the_others_behind_it() -> None:
    text = "Cost one   600  540\nCost two   200  180\nTotal costs   800  720\n"
    others = [replace(candidate("OperatingExpenses"), share=0.7), candidate("CostsAndExpenses", 0.4),
              candidate("Sundries")]  # fmt: skip
    total = found(statement(IS, text), [[candidate("CostOfRevenue")], [], others])[2]

    assert [each.concept for each in total] == ["CostsAndExpenses", "OperatingExpenses", "Sundries"]
    rule = "footing:total-costs"
    assert total[0] == Candidate("CostsAndExpenses", 1.0, Fit.FULL, 0.4, rule, footing=rule, share=0.7)


def test_what_nothing_else_names_has_no_words_that_speak_for_it() -> None:
    read = statement(IS, "Cost one   600  540\nCost two   200  180\nTotal   800  720\n")
    (total,) = found(read, ["SellingExpense", "MarketingExpense"])[2]
    assert total == Candidate("CostsAndExpenses", 0.0, Fit.FULL, 0.0, "footing:parts", footing="footing:parts")


# Grand totals


def grand(text: str) -> list[int]:
    """The rows that are taken for total assets and total claims."""
    rows = first(bare(statement(BS, text)))
    return [at for at, name in enumerate(rows) if name in ("Assets", "LiabilitiesAndStockholdersEquity")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Total one  400  370\nCapital  400  370\nTotal two  400  370\n", [0, 2]),
        ("Total one  400  -\nCapital  1  1\nTotal two  400  -\n", [0, 2]),  # one column is printed
        ("Total one  400  370\nTotal two  400  370\nOther  1  1\n", []),  # nothing stands between
        ("Total one  -  -\nCapital  1  1\nTotal two  -  -\n", []),
        ("Total one  400  370\nCapital  1  1\nTotal two  400  371\n", []),
        ("Some  400  370\nCapital  1  1\nOthers  400  370\n", []),  # no totals
        ("Bare  400  370\nCapital  1  1\nBare  400  370\n", [0, 2]),  # what has no caption is one
        ("A  300  270\nB  100  100\nAll  400  370\nCapital  2  2\nBare  400  370\n", [2, 4]),  # what adds up is one
        ("Total one  400sh  370sh\nCapital  1  1\nTotal two  400sh  370sh\n", []),
    ],
)
def test_the_grand_totals_are_equal_and_apart(text: str, rows: list[int]) -> None:
    assert grand(text) == rows


def test_what_is_printed_as_a_total_is_one_and_a_number_inside_a_caption_is_none() -> None:
    read = statement(BS, "Some  400  370\nCapital  1  1\nOthers  400  370\n")
    for role, expected in ((Role.TOTAL, ["Assets", None, "LiabilitiesAndStockholdersEquity"]),
                           (Role.PARENTHETICAL, [None, None, None])):  # fmt: skip
        items = tuple(replace(item, role=role, caption="Total") for item in read.items)
        assert first(replace(read, items=(items[0], read.items[1], items[2]))) == expected
    plain = tuple(replace(item, role=Role.TOTAL) for item in read.items)
    assert first(replace(read, items=(plain[0], read.items[1], plain[2]))) == [
        "Assets", None, "LiabilitiesAndStockholdersEquity"
    ]  # fmt: skip


# Equity


def equity(text: str, *concepts: str) -> str | None:
    """What the last row is, called so by its words."""
    return first(statement(BS, text), *concepts)[-1]


MINORITY, EQUITY = "MinorityInterest", "StockholdersEquity"


def test_a_total_that_foots_includes_the_minority_if_it_adds_it_up() -> None:
    heading = "Stockholders' equity:\n  Minority interest  40  35\n  Common stock  30  25\n  Earnings  20  20\n"
    stays = heading + "Total equity  50  45\n"
    assert [each.parts for each in statement(BS, stays).sums] == [((2, 1), (3, 1))]
    assert equity(stays, "", MINORITY, "", "", EQUITY) == EQUITY
    assert equity(heading + "Total equity  90  80\n", "", MINORITY, "", "", EQUITY) == WITH_MINORITY


def test_one_that_does_not_foot_includes_it_if_it_is_called_a_total() -> None:
    heading = "Stockholders' equity:\n  Minority interest  40  35\n"
    for caption, expected in (("Total equity", WITH_MINORITY), ("Equity", EQUITY)):
        assert equity(f"{heading}{caption}  99  98\n", "", MINORITY, EQUITY) == expected
    assert equity("Stockholders' equity:\n  Shares  40  35\nTotal equity  99  98\n", "", "", EQUITY) == EQUITY


def test_minority_interests_outside_equity_are_no_part_of_it() -> None:
    text = "Current liabilities:\n  Minority interest  40  35\nStockholders' equity:\n  Shares  5  5\n"
    assert equity(text + "Total equity  99  98\n", "", MINORITY, "", "", EQUITY) == EQUITY


# Totals of costs

LENDER = "InterestIncomeExpenseNet"
NONINTEREST, OPERATING, ALL = "NoninterestExpense", "OperatingExpenses", "CostsAndExpenses"


def test_all_that_a_lender_adds_up_as_noninterest_expense_stands_below_its_net_interest() -> None:
    below = "Interest  329  271\nSalaries  100  90\nRent  50  40\nTotal one  150  130\n"
    assert first(statement(IS, below), LENDER, None, None, OPERATING)[3] == NONINTEREST
    again = below + "Fees  3  2\nTaxes  4  4\nTotal two  7  6\n"
    assert first(statement(IS, again), LENDER, None, None, OPERATING, None, None, ALL)[6] == NONINTEREST
    itself = "Interest  329  271\nSalaries  100  90\nTotal one  429  361\n"
    assert first(statement(IS, itself), LENDER, None, OPERATING)[2] == OPERATING
    around = "Deposits  81  88\nInterest  329  271\nRent  50  40\nTotal one  131  128\n"
    summed = replace(statement(IS, around), sums=(Sum(3, ((0, 1), (2, 1)), 2),))
    assert first(summed, None, LENDER, None, OPERATING)[3] == OPERATING


def test_a_total_of_costs_above_gross_profit_is_left_to_its_words_and_those_below_are_not() -> None:
    text = "One  6  5\nTwo  2  1\nTotal one  8  6\nGross  9  8\nRent  1  1\nFees  3  3\nTotal two  4  4\n"
    concepts = (None, None, ALL, "GrossProfit", None, None, ALL)
    assert first(statement(IS, text), *concepts) == [None, None, ALL, "GrossProfit", None, None, OPERATING]


# Totals without a caption


def parts(
    *concepts: str | None, total: str = "Total", signs: str = "+++", named: tuple[str, ...] = (BEFORE,)
) -> str | None:
    """What the total of some rows is, each of them printed 10 and 9, with or without brackets."""
    figures = {"+": "10  9", "-": "(10)  (9)"}
    lines = [f"Cost {at}  {figures[sign]}" for at, (sign, _) in enumerate(zip(signs, concepts, strict=False))]
    read = statement(IS, "\n".join([*lines, f"{total}  7  6"]))
    whole = len(concepts)
    summed = replace(read, sums=(Sum(whole, tuple((at, 1) for at in range(whole)), 2),))
    return first(bare(summed), *concepts, named=named)[-1]


COST, OTHER_COST, INCOME, GAIN = (
    "OperatingExpenses", "OtherNonoperatingExpense", "OperatingIncomeLoss", "NonoperatingIncomeExpense",
)  # fmt: skip


@pytest.mark.parametrize("total", ["Total", "Net", "Net total", "Bare"])
def test_a_caption_of_such_words_is_none(total: str) -> None:
    assert parts("SellingExpense", "MarketingExpense", total=total) == ALL


def test_a_caption_that_says_more_is_one() -> None:
    assert parts("SellingExpense", "MarketingExpense", total="Net costs") is None


def test_what_adds_nothing_up_is_none() -> None:
    read = statement(IS, "Sales  90  80\nBare  7  6\n")
    assert first(bare(read), "Revenues") == ["Revenues", None]


def test_among_revenues_are_all_parts_or_it_is_no_total_of_revenues() -> None:
    mixed = "Sale one   600  540\nFees     20  18\nCost two   200  180\nTotal   820  738\n"
    assert first(statement(IS, mixed), "SalesRevenueNet", None, "SellingExpense")[-1] is None


def test_costs_of_any_kind_are_costs_though_a_part_is_not_known() -> None:
    assert parts("SellingExpense", None) == ALL
    assert parts("SellingExpense", "Revenues", named=()) is None
    assert parts(None, None) is None
    assert parts("Unheard", "Unknown") is None


@pytest.mark.parametrize(
    ("concepts", "signs", "expected"),
    [
        ((INCOME, GAIN), "++", BEFORE),
        ((COST, OTHER_COST), "++", None),  # costs alone add up to no income
        ((COST, OTHER_COST), "--", BEFORE),  # taken off they do
        ((COST, GAIN), "++", None),  # a cost that is added is none of an income
        ((COST, GAIN), "-+", BEFORE),
        ((COST, OTHER_COST, GAIN), "+++", None),
        ((COST, GAIN, INCOME), "+++", BEFORE),
        ((COST, None, GAIN), "+++", None),
        ((COST, None, GAIN), "-++", BEFORE),
        ((COST, OTHER_COST, None), "+++", None),
        ((INCOME, None, None), "+++", None),  # one of three is not most
        ((INCOME, GAIN, None), "+++", BEFORE),
        ((INCOME, None), "++", None),  # nor is half
    ],
)
def test_a_total_is_of_the_side_that_most_of_its_parts_count_with(
    concepts: tuple[str | None, ...], signs: str, expected: str | None
) -> None:
    assert parts(*concepts, signs=signs) == expected


@pytest.mark.parametrize(("signs", "expected"), [("++", ALL), ("+-", ALL), ("--", None)])
def test_costs_that_are_all_added_in_brackets_are_no_total_of_costs(signs: str, expected: str | None) -> None:
    """One of two in brackets leaves the side open."""
    assert parts("SellingExpense", "MarketingExpense", signs=signs) == expected


def test_of_several_that_they_add_up_to_the_nearest_is_meant_and_one_that_rules_know() -> None:
    interest = ("InterestAndFeeIncomeLoansAndLeases", "InterestAndDividendIncomeSecurities")
    near, far = "InterestAndDividendIncomeOperating", "InterestIncomeExpenseNet"
    assert parts(*interest, named=(near, far)) == near
    assert parts(*interest, named=(far,)) == far
    assert parts(*interest, named=()) is None


def test_after_a_total_that_is_of_no_side_come_others() -> None:
    text = "Cost one  10  9\nTwo  10  9\nTotal  20  18\nThree  7  6\nFour  8  7\nTotal  15  13\n"
    concepts = (COST, OTHER_COST, None, "SellingExpense", "MarketingExpense")
    assert first(statement(IS, text), *concepts)[2::3] == [None, ALL]
