"""What a row's place says of its candidates, once the likeliest concepts of the rows around it are known."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from converter.mapping.weighing.evidence import Around, Parts
from converter.statements.statement import Aspect, Item, Statement, of_captions
from converter.terms import Kind
from tests.mapping.builder import statement, with_inside
from tests.mapping.evident import INDEX, evidence_of

BS, IS, CF = Kind.BALANCE_SHEET, Kind.INCOME, Kind.CASH_FLOW
SHEET = """
Current assets:
  Cash                   10  20
  Receivables            5   6
  Prepaid                3   2
  Other                  1   1
Total current assets     19  29
Goodwill                 8   9
"""
HEADING, CASH, RECEIVABLES, PREPAID, OTHER, TOTAL, GOODWILL = range(7)
FIRSTS = [None, "Cash", "ReceivablesNetCurrent", "PrepaidExpenseCurrent", None, "AssetsCurrent", "Goodwill"]

Shares = dict[int, dict[str | None, float]]


def around(
    firsts: Sequence[str | None] = FIRSTS, shares: Shares | None = None, read: Statement | None = None
) -> Around:
    """The rows with these likeliest concepts; shares by row."""
    read = read or statement(BS, SHEET)
    given = [(shares or {}).get(row, {}) for row in range(len(read.items))]
    return Around(evidence_of(read).frame, INDEX, firsts, given)


def said(row: int, concept: str | None, firsts: Sequence[str | None] = FIRSTS) -> Parts:
    """All but who else could have the concept."""
    found = around(firsts, {row: {concept: 0.5}}).of(row, concept)
    return {name: value for name, value in found.items() if not name.startswith("elsewhere")}


# Lines of a company's own


def test_a_line_of_its_own_is_part_of_a_sum_or_is_not() -> None:
    assert said(OTHER, None) == {"own: part of a sum": 1.0}
    assert said(GOODWILL, None) == {}
    assert said(TOTAL, None) == {}


# The total that a row goes into


@pytest.mark.parametrize(
    ("concept", "relation"),
    [
        ("OtherAssetsCurrent", "sum: direct"),
        ("AccountsReceivableNetCurrent", "sum: under"),
        ("AccountsPayableCurrent", "sum: not under"),
        ("AssetsCurrent", "sum: is its own total"),
    ],
)
def test_how_the_taxonomy_adds_a_concept_up_to_that_of_its_total(concept: str, relation: str) -> None:
    found = said(OTHER, concept)
    assert {name for name in found if name != "sum: siblings"} == {relation}
    assert found[relation] == 1.0


@pytest.mark.parametrize("total", [None, "OtherAssetsCurrent", "NoSuchConcept"])
def test_a_total_that_adds_up_nothing_known_says_nothing_but_for_itself(total: str | None) -> None:
    firsts = [*FIRSTS[:TOTAL], total, "Goodwill"]
    assert set(said(OTHER, "PrepaidExpenseCurrent", firsts)) == {"sum: siblings"}
    assert ("sum: is its own total" in said(OTHER, "OtherAssetsCurrent", firsts)) == (total == "OtherAssetsCurrent")


def test_sums_of_sums_are_gone_through_six_times() -> None:
    text = "Line  5  6\nOther  3  2\nTotal  8  8\n"
    change = "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecrease{}ExchangeRateEffect"
    for whole, relation in (("Excluding", "sum: under"), ("Including", "sum: not under")):
        concept = "OtherPaymentsToAcquireBusinesses"
        placed = around([None, None, change.format(whole)], {0: {concept: 0.5}}, statement(CF, text))
        assert relation in placed.of(0, concept)


# The other parts of that total


@pytest.mark.parametrize(
    ("concept", "row", "share"),
    [
        ("OtherAssetsCurrent", OTHER, 2 / 3),  # receivables and prepaid, of three with a concept
        ("PrepaidExpenseCurrent", PREPAID, 1 / 2),  # receivables beside cash; itself does not count
        ("InventoryNet", PREPAID, 0),
        ("Assets", PREPAID, 0),
        ("CashAndDueFromBanks", OTHER, 0),
        ("CashIncludingDiscontinuedOperations", OTHER, 0),
    ],
)
def test_the_share_of_the_parts_beside_that_go_into_the_same(concept: str, row: int, share: float) -> None:
    assert said(row, concept)["sum: siblings"] == pytest.approx(share)


def test_what_a_row_itself_is_taken_for_is_none_of_the_others() -> None:
    firsts = [None, "Cash", None, None, None, "AssetsCurrent", None]
    assert said(CASH, "CurrencyOnHand", firsts)["sum: siblings"] == 0
    assert said(CASH, "OtherAssetsCurrent", firsts)["sum: siblings"] == 0
    assert said(PREPAID, "OtherAssetsCurrent", firsts)["sum: siblings"] == 0


def test_of_the_sums_that_a_concept_goes_into_the_one_with_most_of_the_others_counts() -> None:
    firsts = [None, "OtherAssetsNoncurrent", "ReceivablesNetCurrent", "PrepaidExpenseCurrent", None, None, None]
    assert said(OTHER, "OtherAssetsCurrent", firsts)["sum: siblings"] == pytest.approx(2 / 3)
    assert said(CASH, "OtherAssetsCurrent", firsts)["sum: siblings"] == 1
    assert said(CASH, "OtherAssetsNoncurrent", firsts)["sum: siblings"] == 0


# The parts that a total adds up


@pytest.mark.parametrize(
    ("concept", "under", "none"),
    [
        ("AssetsCurrent", 1, 0),
        ("Assets", 1, 0),
        ("CashAndDueFromBanks", 1 / 3, 0),
        ("Liabilities", 0, 1),
        ("Cash", 0, 1),
    ],
)
def test_the_share_of_a_totals_parts_that_the_taxonomy_adds_up_to_it(concept: str, under: float, none: float) -> None:
    assert said(TOTAL, concept) == pytest.approx({"parts: under": under, "parts: none under": none})


def test_a_total_of_unknown_parts_and_what_is_no_total_say_nothing() -> None:
    assert said(TOTAL, "AssetsCurrent", [None] * 5 + ["AssetsCurrent", "Goodwill"]) == {}
    assert said(GOODWILL, "Goodwill") == {}


# Who else could have the concept


def elsewhere(shares: Shares, row: int = CASH, text: str = SHEET) -> tuple[float, float]:
    read = statement(BS, text)
    found = around([None] * len(read.items), shares, read).of(row, "Cash")
    return found["elsewhere"], found["elsewhere likelier"]


def test_another_row_may_be_likelier_to_be_the_concept() -> None:
    assert elsewhere({CASH: {"Cash": 0.4}, OTHER: {"Cash": 0.7}}) == (0.7, 1)
    assert elsewhere({CASH: {"Cash": 0.8}, OTHER: {"Cash": 0.7}}) == (0.7, 0)
    assert elsewhere({CASH: {"Cash": 0.7}, OTHER: {"Cash": 0.7}}) == (0.7, 0)
    assert elsewhere({CASH: {"Cash": 0.0}, OTHER: {"Cash": 0.1}}) == (0.1, 1)


def test_of_several_others_the_likeliest_counts() -> None:
    others: Shares = {OTHER: {"Cash": 0.2, None: 0.8}, PREPAID: {"Cash": 0.6}, GOODWILL: {"Cash": 0.5}}
    assert elsewhere({CASH: {"Cash": 0.9}, **others}) == (0.6, 0)
    assert elsewhere({CASH: {"Cash": 0.1}, **others}) == (0.6, 1)
    assert elsewhere({CASH: {"Cash": 0.1}, **dict(reversed(others.items()))}) == (0.6, 1)


def test_no_other_row_and_no_other_concept_say_nothing() -> None:
    assert elsewhere({CASH: {"Cash": 0.4}}) == (0, 0)
    assert elsewhere({CASH: {"Cash": 0.4}, OTHER: {"Goodwill": 0.9, None: 0.1}}) == (0, 0)


def test_a_row_with_the_same_figures_is_no_rival() -> None:
    text = "Cash  10  20\nCash and equivalents  10  20\nOther  10  21\n"
    assert elsewhere({0: {"Cash": 0.2}, 1: {"Cash": 0.7}}, 0, text) == (0, 0)
    assert elsewhere({0: {"Cash": 0.2}, 2: {"Cash": 0.6}}, 0, text) == (0.6, 1)


def test_of_rows_with_one_figure_the_likelier_speaks() -> None:
    text = "Cash  10\nFunds  7\nFunds again  7\nOther  3\n"
    shares: Shares = {0: {"Cash": 0.1}, 1: {"Cash": 0.8}, 2: {"Cash": 0.3}, 3: {"Cash": 0.5}}
    assert elsewhere(shares, 0, text) == (0.8, 1)
    assert elsewhere(shares, 1, text) == (0.5, 0)
    assert elsewhere({**shares, 1: {"Cash": 0.3}, 2: {"Cash": 0.8}}, 0, text) == (0.8, 1)


def test_a_figure_in_brackets_is_the_same_figure() -> None:
    assert elsewhere({0: {"Cash": 0.2}, 1: {"Cash": 0.7}}, 0, "Cash  10\nLess cash  (10)\n") == (0, 0)


def test_a_row_of_other_periods_is_no_rival() -> None:
    text = "Cash  10  20\nOther  11\n"
    assert elsewhere({0: {"Cash": 0.2}, 1: {"Cash": 0.7}}, 0, text) == (0.7, 1)
    assert elsewhere({0: {"Cash": 0.2}, 1: {"Cash": 0.7}}, 0, "Cash  10  20\nOther  10\n") == (0, 0)


def test_a_number_inside_a_caption_is_no_rival_of_rows() -> None:
    read = with_inside(statement(BS, "Cash  10  20\n"), 0, Aspect.OTHER, "3", "USD")
    found = around([None, None], {0: {"Cash": 0.2}, 1: {"Cash": 0.9}}, read).of(0, "Cash")
    assert (found["elsewhere"], found["elsewhere likelier"]) == (0, 0)


def test_headings_and_captions_without_figures_have_no_rivals_by_figures() -> None:
    assert around().of(HEADING, "Cash") == {"elsewhere": 0.0, "elsewhere likelier": 0.0}
    plain = of_captions(BS, [Item(caption="Cash"), Item(caption="Other")])
    placed = around([None, None], {0: {"Cash": 0.2}, 1: {"Cash": 0.9}}, plain)
    assert placed.of(0, "Cash") == {"elsewhere": 0.9, "elsewhere likelier": 1.0}
