"""`maps check` of the files about concepts: each named concept exists and is of the shape that its entry needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from converter.knowledge import files, load_knowledge
from converter.knowledge.checking import check
from converter.knowledge.groups import PAIRS, SHAPES, WORDS, Groups, Shape
from converter.knowledge.loading import KnowledgeFile
from converter.taxonomy import load_index, releases
from converter.terms.section import BALANCES

INDEXES = [load_index(release) for release in releases()]
Problems = Callable[[str, str], list[tuple[int, str]]]


@pytest.fixture
def problems(tmp_path: Path) -> Iterator[Problems]:
    """The problems of one file of a person's own: (line, message)."""

    def found(name: str, text: str) -> list[tuple[int, str]]:
        path = tmp_path / "concepts" / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        knowledge = load_knowledge("us-gaap/2025", tmp_path)
        return [(each.line, each.message) for each in check(files("us-gaap", tmp_path), knowledge, INDEXES)]

    return found


def test_the_built_in_files_are_without_fault() -> None:
    assert list(check(files("us-gaap"), load_knowledge("us-gaap"), INDEXES)) == []


def test_a_concept_that_no_release_has_is_told_with_the_nearest_names() -> None:
    file = KnowledgeFile("signs", Path("signs.yaml"), "concepts/signs.yaml", "concepts:\n  Godwill: one-way\n")
    (problem,) = check([file], load_knowledge("us-gaap"), INDEXES)
    assert (problem.rule, problem.line) == ("concepts/signs.yaml:Godwill", 2)
    assert problem.message.startswith("Godwill is no us-gaap concept. Is one of these meant: Goodwill, ")
    assert problem.message.count(",") == 2  # three names


@pytest.mark.parametrize(
    ("name", "text", "line", "says"),
    [
        ("anchors", "sections:\n  assets.current: LiabilitiesCurrent\n", 2, "balance credit, not debit"),
        ("anchors", "sections:\n  equity: NetIncomeLoss\n", 2, "period type duration, not instant"),
        ("anchors", "sections:\n  investing: Assets\n", 2, "period type instant, not duration"),
        ("headings", "statements:\n  BS: Assets\n", 2, "no heading"),
        ("headings", "headings:\n  Assets: 'assets'\n", 2, "no heading"),
        ("groups", "total_assets: AssetsAbstract\n", 1, "is a heading"),
        ("signs", "concepts:\n  AssetsAbstract: one-way\n", 2, "is a heading"),
        ("groups", "costs: {add: [Revenues]}\n", 1, "balance credit, not debit"),
        ("groups", "cash: [Cash, NetIncomeLoss]\n", 1, "NetIncomeLoss is of period type duration"),
        ("groups", "shares_outstanding: [Assets]\n", 1, "not measured in shares"),
        ("groups", "weighted_shares: {EarningsPerShareBasic: SharesOutstanding}\n", 1, "of period type instant"),
        (
            "groups",
            "weighted_shares: {NetIncomeLoss: WeightedAverageNumberOfSharesOutstandingBasic}\n",
            1,
            "USD/shares",
        ),
        ("groups", "cash: [Cash, Cash]\n", 1, "stands in cash twice"),
        ("groups", "total_assets: LiabilitiesAndStockholdersEquity\n", 1, "stands in total_assets and in total_claims"),
        ("groups", "equity_of_all: StockholdersEquity\n", 1, "in equity_of_all and in equity_of_parent; it can be one"),
        ("groups", "costs_and_expenses: OperatingExpenses\n", 1, "in costs_and_expenses and in operating_expenses"),
        ("groups", "costs_and_expenses: CostOfRevenue\n", 1, "stands in costs and in costs_and_expenses"),
        ("groups", "operating_expenses: CostOfRevenue\n", 1, "stands in costs and in operating_expenses"),
        ("groups", "net_income_of_common: NetIncomeLoss\n", 1, "stands in net_income and in net_income_of_common"),
        (
            "groups",
            "other_net_cash: NetCashProvidedByUsedInOperatingActivities\n",
            1,
            "stands in activities and in other_net_cash",
        ),
        (
            "groups",
            "exchange_effects: CashAndCashEquivalentsPeriodIncreaseDecreaseExcludingExchangeRateEffect\n",
            1,
            "stands in cash_changes and in exchange_effects",
        ),
        ("groups", "cost_of_sales: {add: [FuelCosts]}\n", 1, "belongs into costs"),
        ("groups", "no_more_than: {Assets: Assets}\n", 1, "no more than itself"),
        ("schedule_items", "IS:\n  CASH: {caption: Cash, concepts: Cash}\n", 2, "period type instant, not duration"),
        ("schedule_items", "BS:\n  CASH: {caption: Cash, also: Revenues}\n", 2, "period type duration, not instant"),
        ("schedule_items", "IS:\n  EPS: {caption: E, concepts: EarningsPerShareBasic}\n", 2, "not measured in USD"),
        ("synonyms", "same:\n  - [Goodwill, Assets]\n  - [Goodwill, Cash]\n", 3, "stands in same twice"),
        ("near", "families:\n  - [Goodwill, Assets]\n  - [Land, Land]\n", 3, "Land stands in family 2 twice"),
        ("near", "families:\n  - [Goodwill, InterestPaid]\n", 2, "InterestPaid is of another period type or unit than"),
        (
            "near",
            "families:\n  - [Goodwill, SharesOutstanding]\n",
            2,
            "period type or unit than Goodwill (us-gaap/2025)",
        ),
    ],
)
def test_what_contradicts_its_entry_is_an_error_at_its_line(
    problems: Problems, name: str, text: str, line: int, says: str
) -> None:
    found = problems(name, text)
    assert any(at == line and says in message for at, message in found), found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "anchors",
            "sections: {assets: Assets, liabilities: Liabilities, temporary: Liabilities, costs: CostOfRevenue}",
        ),
        ("headings", "headings: {AssetsAbstract: things}"),
        ("groups", "shares_outstanding: SharesOutstanding\nretained_earnings: RetainedEarningsAccumulatedDeficit"),
        ("schedule_items", "IS: {EPS: {caption: E, concepts: EarningsPerShareBasic, unit: USD/shares}}"),
        ("signs", "concepts: {Goodwill: two-way, SharesOutstanding: two-way}"),
        ("near", "families: [[Goodwill, Liabilities], [Goodwill, Cash]]"),
    ],
)
def test_what_fits_is_no_problem(problems: Problems, name: str, text: str) -> None:
    assert problems(name, text) == []


def test_a_shape_that_asks_nothing_holds_every_amount() -> None:
    index = INDEXES[-1]
    for concept in ("Assets", "NetIncomeLoss", "SharesOutstanding", "EarningsPerShareBasic"):
        element = index.get(concept)
        assert element is not None
        assert Shape(unit=None).contradiction(element) is None


def test_the_parts_of_a_balance_sheet_have_their_balances() -> None:
    assert BALANCES == {"assets": "debit", "liabilities": "credit", "temporary": "credit", "equity": "credit"}


def test_each_group_has_a_shape_or_is_a_list_of_words() -> None:
    assert [*SHAPES, *PAIRS, *WORDS] == [field.name for field in fields(Groups)]


def test_results_are_those_of_common_stock_first() -> None:
    groups = load_knowledge("us-gaap").groups

    assert groups.results == (
        *groups.net_income_of_common,
        *groups.net_income,
        *groups.income_from_continuing_operations,
    )
