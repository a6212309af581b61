"""What is learned from a reviewed conversion: captions with their concepts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from converter.errors import InputError
from converter.mapping.learn import EXTENSION, Choice, Learned, choices, learn
from converter.mapping.maps import Maps, load_maps
from converter.taxonomy import Index
from converter.terms import Kind

BS, IS, CI, CF, EQ = (
    Kind.BALANCE_SHEET, Kind.INCOME, Kind.COMPREHENSIVE_INCOME, Kind.CASH_FLOW, Kind.EQUITY,
)  # fmt: skip


# ------------------------------------------------------------------------------------------ what there is to learn


def test_a_caption_of_one_statement_has_its_concept_everywhere() -> None:
    assert learn([Choice(BS, "Kiln fund", "OtherAssetsNoncurrent")]).captions == {"Kiln fund": "OtherAssetsNoncurrent"}


def test_a_caption_of_several_statements_has_a_concept_in_each() -> None:
    found = [Choice(BS, "Kiln fund", "OtherAssetsNoncurrent"), Choice(CF, "Kiln fund", "OtherOperatingActivities")]

    assert learn(found).captions == {"Kiln fund": {"BS": "OtherAssetsNoncurrent", "CF": "OtherOperatingActivities"}}


def test_what_is_tagged_with_a_concept_of_the_companys_own_is_an_extension() -> None:
    assert learn([Choice(IS, "Kiln royalties", None)]).captions == {"Kiln royalties": EXTENSION}


def test_a_caption_that_has_several_concepts_in_one_statement_is_left_out_there() -> None:
    found = [
        Choice(BS, "Other", "OtherAssetsCurrent"),
        Choice(BS, "Other", "OtherLiabilitiesCurrent"),
        Choice(CF, "Other", "OtherOperatingActivities"),
        Choice(CF, "Sundry", "OtherOperatingActivities"),
        Choice(CF, "Sundry", None),
    ]

    assert learn(found).captions == {"Other": {"CF": "OtherOperatingActivities"}}


def test_the_same_choice_twice_is_one() -> None:
    assert learn([Choice(BS, "Cash", "Cash")] * 2).captions == {"Cash": "Cash"}


def test_headings_and_rows_without_a_caption_teach_nothing() -> None:
    found = [Choice(BS, "Assets", "AssetsAbstract", heading=True), Choice(BS, "", "Assets"), Choice(BS, "Pots", "Cash")]

    assert learn(found) == Learned({"Pots": "Cash"})


def test_a_heading_of_the_same_words_makes_a_caption_no_less_clear() -> None:
    found = [Choice(BS, "Inventories", "InventoryNetAbstract", heading=True), Choice(BS, "Inventories", "InventoryNet")]

    assert learn(found).captions == {"Inventories": "InventoryNet"}


def test_what_the_maps_say_already_is_not_learned_again(maps: Maps, index: Index) -> None:
    found = [Choice(IS, "Net sales", "Revenues"), Choice(IS, "Cost of sales", "OtherCostAndExpenseOperating")]

    assert learn(found, maps, index).captions == {"Cost of sales": "OtherCostAndExpenseOperating"}
    assert set(learn(found, maps).captions) == {"Net sales", "Cost of sales"}
    assert set(learn(found, None, index).captions) == {"Net sales", "Cost of sales"}


def test_what_the_maps_say_in_another_statement_is_learned(maps: Maps, index: Index) -> None:
    found = [Choice(BS, "Inventories", "InventoryNet"), Choice(CF, "Inventories", "InventoryNet")]

    assert learn(found, maps, index).captions == {"Inventories": {"CF": "InventoryNet"}}


def test_a_caption_is_known_where_it_stands(maps: Maps, index: Index) -> None:
    """The maps know `Other` below its heading, and then there is nothing to learn of it."""
    found = [
        Choice(BS, "Current assets:", "AssetsCurrentAbstract", heading=True),
        Choice(BS, "Cash and cash equivalents", "CashAndCashEquivalentsAtCarryingValue"),
        Choice(BS, "Other", "OtherAssetsCurrent"),
        Choice(BS, "Total current assets", "AssetsCurrent"),
    ]

    assert learn(found, maps, index).captions == {}
    assert learn(found[2:3], maps, index).captions == {"Other": "OtherAssetsCurrent"}


def test_a_concept_that_the_maps_are_against_is_learned_as_the_companys_own(maps: Maps, index: Index) -> None:
    assert learn([Choice(IS, "Net sales", None)], maps, index).captions == {"Net sales": EXTENSION}


def test_what_nobody_confirmed_teaches_nothing_but_that_a_caption_is_not_clear() -> None:
    guess = Choice(BS, "Pots", "Cash", confirmed=False)

    assert learn([guess]) == Learned({}, unconfirmed=1)
    assert learn([guess, Choice(BS, "Pans", "Goodwill")]) == Learned({"Pans": "Goodwill"}, unconfirmed=1)
    assert learn([guess, Choice(BS, "Pots", "Goodwill")]) == Learned({}, unconfirmed=1)
    heading = Choice(BS, "Pots", "CashAbstract", heading=True, confirmed=False)
    assert learn([heading]) == Learned({})


@pytest.fixture
def person(tmp_path: Path) -> Callable[[str], Maps]:
    """The maps with a person's file."""

    def person(text: str) -> Maps:
        (tmp_path / "mine.yaml").write_text(f"captions:\n  {text}\n", encoding="utf-8")
        return load_maps("us-gaap/2025", tmp_path)

    return person


def test_a_caption_that_a_persons_line_speaks_of_is_left_and_told_once(
    person: Callable[[str], Maps], index: Index
) -> None:
    using = person("Kiln fund: OtherAssetsCurrent")
    found = [Choice(BS, "Kiln fund", "OtherAssetsNoncurrent")] * 2 + [Choice(BS, "Pots", "InventoryGross")]

    learned = learn(found, using, index)

    assert learned.captions == {"Pots": "InventoryGross"}
    (left,) = learned.left
    assert (left.caption, left.statement, left.concept) == ("Kiln fund", BS, "OtherAssetsNoncurrent")
    assert (left.rule.concept, left.rule.line) == ("OtherAssetsCurrent", 2)


@pytest.mark.parametrize(("line", "concept"), [("OtherAssetsCurrent", "OtherAssetsCurrent"), ("extension", None)])
def test_a_line_that_says_the_same_is_nothing_to_tell(
    person: Callable[[str], Maps], line: str, concept: str | None
) -> None:
    assert learn([Choice(BS, "Kiln fund", concept)], person(f"Kiln fund: {line}")) == Learned({})


def test_a_persons_line_is_not_about_headings(person: Callable[[str], Maps]) -> None:
    heading = Choice(BS, "Kiln fund", "AssetsAbstract", heading=True)

    assert learn([heading], person("Kiln fund: OtherAssetsCurrent")) == Learned({})


def test_a_concept_of_the_companys_own_is_left_as_an_extension(person: Callable[[str], Maps]) -> None:
    (left,) = learn([Choice(BS, "Kiln fund", None)], person("Kiln fund: OtherAssetsCurrent")).left

    assert left.concept == EXTENSION


def test_a_line_of_another_statement_keeps_what_is_learned_to_its_own(person: Callable[[str], Maps]) -> None:
    using = person("Kiln fund: {CF: OtherOperatingActivitiesCashFlowStatement}")

    learned = learn([Choice(BS, "Kiln fund", "OtherAssetsCurrent"), Choice(BS, "Pots", "InventoryGross")], using)

    assert learned == Learned({"Kiln fund": {"BS": "OtherAssetsCurrent"}, "Pots": "InventoryGross"})


# ------------------------------------------------------------------------------------------ report.json


def row(label: str, concept: object, *, parenthetical: bool = False, abstract: bool = False) -> dict[str, Any]:
    return {"label": label, "concept": concept, "parenthetical": parenthetical, "abstract": abstract}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An output folder of `convert`."""
    rows = [
        row("ASSETS", "us-gaap:AssetsAbstract", abstract=True),
        {**row("Pots", "us-gaap:InventoryGross"), "confirmed": "Ann"},
        row("Common stock, $1 par", "us-gaap:CommonStockParOrStatedValuePerShare", parenthetical=True),
        row("Kiln fund", "lark:KilnFund"),
        row("Clay", "srt:Clay"),
    ]
    statements = [{"kind": "BS", "rows": rows}, {"kind": "IS", "rows": [row("Sales", "us-gaap:Revenues")]}]
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "report.json").write_text(json.dumps({"statements": statements}))
    return tmp_path / "out"


def test_a_report_tells_its_rows_in_order_but_for_numbers_inside_captions(output: Path) -> None:
    assert choices(output) == [
        Choice(BS, "ASSETS", "AssetsAbstract", heading=True, confirmed=False),
        Choice(BS, "Pots", "InventoryGross", confirmed=True),
        Choice(BS, "Kiln fund", None, confirmed=False),
        Choice(BS, "Clay", None, confirmed=False),
        Choice(IS, "Sales", "Revenues", confirmed=False),
    ]


def test_a_report_may_be_named_itself_whatever_it_is_called(output: Path) -> None:
    renamed = (output / "report.json").rename(output / "reviewed.json")

    assert len(choices(renamed)) == 5


ODD = json.dumps({"statements": [{"kind": "BS", "rows": [row("Pots", 12)]}]})


@pytest.mark.parametrize(
    "content", ["{", "[]", "{}", '{"statements": [{"kind": "XY", "rows": [{}]}]}', "[" * 99_999, ODD]
)
def test_a_report_that_is_none_is_an_error(output: Path, content: str) -> None:
    (output / "report.json").write_text(content)

    with pytest.raises(InputError, match="cannot be read as a report"):
        choices(output)


def test_a_report_that_cannot_be_opened_is_an_error(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Path) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", broken)

    with pytest.raises(InputError, match="Input/output error"):
        choices(output)


@pytest.mark.parametrize("name", ["", "nowhere", "notes.txt"])
def test_what_is_neither_an_output_nor_a_filing_is_an_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "notes.txt").write_text("{}")

    with pytest.raises(InputError, match=r"has no report\.json and no presentation linkbase"):
        choices(tmp_path / name)
