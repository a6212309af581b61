"""Files about concepts: the built-in ones, and a person's own that add to them and overrule them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from converter import Options, convert
from converter.errors import MapError
from converter.knowledge import Knowledge, SignClass, load_knowledge, loading
from converter.knowledge.schema import MODELS, json_schema
from converter.taxonomy import load_index
from converter.terms import Kind
from tests.conftest import ROOT

Mine = Callable[[str, str], Knowledge]


@pytest.fixture
def mine(tmp_path: Path) -> Mine:
    """Writes a file of a person's own and loads it over the built-in ones."""

    def write(name: str, text: str) -> Knowledge:
        path = tmp_path / "concepts" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return load_knowledge("us-gaap/2025", tmp_path)

    return write


BUILT_IN = load_knowledge("us-gaap")


# What a person's file does


def test_a_concept_gets_another_sign_class_and_the_others_keep_theirs(mine: Mine) -> None:
    signs = mine("signs.yaml", "concepts: {Goodwill: two-way, 'us-gaap:FuelCosts': two-way}").signs
    index = load_index("us-gaap/2025")
    assert signs.of("Goodwill", index) is SignClass.TWO_WAY
    assert signs.of("FuelCosts", index) is SignClass.TWO_WAY
    assert signs.of("MinorityInterest", index) is SignClass.TWO_WAY
    assert signs.of("Assets", index) is SignClass.ONE_WAY


@pytest.mark.parametrize(
    ("text", "where", "word"),
    [
        ("words: {two-way: [Zebra]}", "two_way", "Zebra"),
        ("words: {open: [Zebra]}", "open", "Zebra"),
        ("words: {favourable: [Zebra]}", "favourable", "Zebra"),
        ("begins: {one-way: [Zebra]}", "one_way", "Zebra"),
    ],
)
def test_words_are_added(mine: Mine, text: str, where: str, word: str) -> None:
    assert getattr(mine("signs.yaml", text).signs, where) == (*getattr(BUILT_IN.signs, where), word)


def test_a_section_gets_another_anchor(mine: Mine) -> None:
    anchors = mine("anchors.yaml", "sections: {supplemental: CashPaidForCapitalizedInterest, costs: OperatingExpenses}")
    assert anchors.anchors["costs"] == "OperatingExpenses"
    assert anchors.anchors["supplemental"] == "CashPaidForCapitalizedInterest"
    assert anchors.anchors["revenues"] == "Revenues"


def test_headings_of_a_person_come_first_and_take_the_place_of_those_of_their_concept(mine: Mine) -> None:
    text = "statements: {EQ: EquityAbstract}\nheadings: {LiabilitiesAbstract: 'assets|obligations'}"
    headings = mine("headings.yaml", text).headings
    assert headings.named("assets") == ["LiabilitiesAbstract", "AssetsAbstract"]
    assert headings.named("obligations") == ["LiabilitiesAbstract"]
    assert headings.named("liabilities") == []
    assert headings.roots[Kind.EQUITY] == "EquityAbstract"
    assert headings.roots[Kind.INCOME] == "IncomeStatementAbstract"


def test_a_list_takes_the_place_of_a_group_and_add_adds_to_it(mine: Mine) -> None:
    text = "costs_and_expenses: CostsAndExpenses\ncash: [Cash]\ncosts: {add: [FuelCosts, CostOfRevenue]}"
    groups = mine("groups.yaml", text).groups
    assert groups.cash == ("Cash",)
    assert groups.costs == (*BUILT_IN.groups.costs, "FuelCosts")
    assert groups.activities == BUILT_IN.groups.activities


def test_of_pairs_each_line_stands_for_itself(mine: Mine) -> None:
    groups = mine("groups.yaml", "no_more_than: {AssetsCurrent: [Assets, AssetsNet], Goodwill: Assets}").groups
    assert groups.no_more_than["AssetsCurrent"] == ("Assets", "AssetsNet")
    assert groups.no_more_than["Goodwill"] == ("Assets",)
    assert groups.no_more_than["LiabilitiesCurrent"] == ("Liabilities",)


def test_a_tag_of_schedules_gets_another_meaning(mine: Mine) -> None:
    text = "BS:\n  RECEIVABLES: {caption: Receivables, concepts: ReceivablesNetCurrent}\n  NEW-TAG: Something\n"
    items = mine("schedule_items.yaml", text).schedule_items
    assert items["RECEIVABLES"].concepts == ("ReceivablesNetCurrent",)
    assert (items["NEW-TAG"].kind, items["NEW-TAG"].caption) == (Kind.BALANCE_SHEET, "Something")
    assert items["CASH"] == BUILT_IN.schedule_items["CASH"]


def test_synonyms_are_added(mine: Mine) -> None:
    synonyms = mine("synonyms.yaml", "same: [[Goodwill, Assets]]").synonyms
    assert synonyms == (*BUILT_IN.synonyms, ("Goodwill", "Assets"))


def test_of_near_names_each_is_near_to_the_others_of_its_families_and_families_are_added(mine: Mine) -> None:
    near = mine("near.yaml", "families: [[Goodwill, Cash, 'us-gaap:Land'], [Cash, InterestPaid]]").near
    assert near["Goodwill"] == {"Cash", "Land"}
    assert near["Land"] == {"Goodwill", "Cash"}
    assert near["Cash"] == {"Goodwill", "Land", "InterestPaid"}
    assert near["InterestPaid"] == BUILT_IN.near["InterestPaid"] | {"Cash"}
    assert near["InterestPaidNet"] == BUILT_IN.near["InterestPaidNet"] == {"InterestPaid"}


def test_without_such_a_folder_the_built_in_files_hold(tmp_path: Path) -> None:
    assert load_knowledge("us-gaap/2009", tmp_path) is load_knowledge("us-gaap/2025")


def test_a_persons_sign_class_reaches_signs_and_checks(mine: Mine, tmp_path: Path) -> None:
    source = ROOT / "tests" / "releases" / "larkfield-8k-20011018.txt"

    def interest(options: Options) -> set[str]:
        facts = convert(source, options).report.facts
        return {str(fact.value)[:1] for fact in facts if fact.concept.local == "InterestExpense"}

    mine("signs.yaml", "concepts: {InterestExpense: two-way}")
    assert convert(source, Options(maps=tmp_path)).stages.knowledge.signs.concepts["InterestExpense"] == "two-way"
    assert interest(Options()) == interest(Options(maps=tmp_path))  # footing proves that it is a cost


# What is refused


@pytest.mark.parametrize(
    ("name", "text", "line", "says"),
    [
        ("signs.yaml", "concepts:\n  Goodwill: sometimes\n", 2, "one-way"),
        ("signs.yaml", "concepts:\n  Godwill: one-way\n", 2, "Goodwill"),
        ("signs.yaml", "concepts:\n  Goodwill: one-way\n  Goodwill: two-way\n", 3, "given twice"),
        ("signs.yaml", "word: {}\n", 1, "word"),
        ("anchors.yaml", "sections:\n  costz: Revenues\n", 2, "costz"),
        ("anchors.yaml", "sections:\n  costs: Revenue\n", 2, "Revenues"),
        ("headings.yaml", "headings:\n  AssetsAbstract: '(assets'\n", 2, "regular expression"),
        ("headings.yaml", "statements:\n  XX: AssetsAbstract\n", 2, "XX"),
        ("groups.yaml", "cash: []\n", 1, "cash"),
        ("groups.yaml", "cost: Assets\n", 1, "cost"),
        ("groups.yaml", "cash:\n  - Cash\n  - Chash\n", 3, "Cash"),
        ("groups.yaml", "cash:\n  add:\n    - Chash\n", 3, "Cash"),
        ("groups.yaml", "no_more_than:\n  Goodwill: Asets\n", 2, "Assets"),
        ("schedule_items.yaml", "BS:\n  CASH: {concepts: Cash}\n", 2, "caption"),
        ("schedule_items.yaml", "IS:\n  SALES: {caption: Sales, also: [Revenuess]}\n", 2, "Revenues"),
        ("synonyms.yaml", "same:\n  - [Goodwill, Asets]\n", 2, "Assets"),
        ("near.yaml", "families:\n  - [Goodwill, Asets]\n", 2, "Assets"),
        ("near.yaml", "families:\n  - [Goodwill, Assets]\n  - [Goodwill]\n", 3, "at least 2"),
    ],
)
def test_a_broken_file_names_itself_and_the_line(mine: Mine, name: str, text: str, line: int, says: str) -> None:
    with pytest.raises(MapError) as caught:
        mine(name, text)
    assert f"{name}, line {line}:" in caught.value.cause
    assert says in str(caught.value)
    assert caught.value.exit_code == 6


@pytest.mark.parametrize("name", ["sings.yaml", "signs.yml", "signs"])
def test_a_file_of_a_name_without_meaning_is_refused_with_the_names(mine: Mine, name: str) -> None:
    with pytest.raises(MapError, match="no file about concepts") as caught:
        mine(name, "concepts: {}")
    assert "signs.yaml" in str(caught.value)


def test_each_file_has_a_schema() -> None:
    assert tuple(MODELS) == loading.NAMES
    for name in loading.NAMES:
        assert json_schema(name) == (ROOT / "taxonomy_maps" / f"{name}.schema.json").read_text("utf-8")


# How they are kept


def test_a_changed_file_is_seen_and_the_same_is_not_read_again(mine: Mine, tmp_path: Path) -> None:
    first = mine("groups.yaml", "cash: Cash")
    assert load_knowledge("us-gaap/2025", tmp_path) is first
    assert mine("groups.yaml", "cash: Assets").groups.cash == ("Assets",)


def test_files_are_compiled_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RETROXBRL_CACHE", str(tmp_path))
    loading._knowledge.cache_clear()
    first = load_knowledge("us-gaap")
    kept = {path: path.stat().st_mtime_ns for path in (tmp_path / "maps").iterdir()}
    assert len(kept) == len(loading.NAMES)

    monkeypatch.setattr("converter.knowledge.compiling.compile_file", None)  # would fail if it were called
    loading._knowledge.cache_clear()
    again = load_knowledge("us-gaap")
    assert (again.signs, again.groups, again.anchors) == (first.signs, first.groups, first.anchors)
    assert (again.schedule_items, again.synonyms) == (first.schedule_items, first.synonyms)
    assert again.near == first.near
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "maps").iterdir()} == kept
