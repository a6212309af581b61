"""Rows that a rule does not mean, by the headings over them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from converter.mapping.maps import load_maps
from converter.mapping.rows import frame_of
from converter.taxonomy import Index
from converter.terms import Decision, Kind
from tests.mapping.builder import statement

Decided = Callable[..., dict[str, Decision]]

PER_SHARE = """
Sales                             900    800
Net income                        370    310
Earnings per share:
  {heading}:
    {caption}                     $3.70  $3.10
"""
CONTINUING = "IncomeLossFromContinuingOperationsPer{}Share"
DISCONTINUED = "IncomeLossFromDiscontinuedOperationsNetOfTaxPer{}Share"


@pytest.mark.parametrize(
    ("heading", "caption", "concept"),
    [
        ("Net income", "Basic", "EarningsPerShareBasic"),
        ("Net income", "Primary", "EarningsPerShareBasic"),
        ("Net income", "Diluted", "EarningsPerShareDiluted"),
        ("Continuing operations", "Basic", CONTINUING.format("Basic")),
        ("Income from continuing operations", "Primary", CONTINUING.format("Basic")),
        ("Before extraordinary item", "Basic", CONTINUING.format("Basic")),
        ("Discontinued operations", "Basic", DISCONTINUED.format("Basic")),
        ("Continuing operations", "Diluted", CONTINUING.format("Diluted")),
        ("Discontinued operations", "Assuming dilution", DISCONTINUED.format("Diluted")),
    ],
)
def test_basic_and_diluted_are_of_what_stands_over_them(
    decided: Decided, heading: str, caption: str, concept: str
) -> None:
    read = statement(Kind.INCOME, PER_SHARE.format(heading=heading, caption=caption))
    assert decided(read)[caption].concept == concept


MINE = "concepts:\n  Goodwill: {{captions: Zebra, not_under: {phrases}}}\n"


@pytest.mark.parametrize("phrases", ["wild animals", "[wild animals, farm]", "'... animals'"])
def test_a_file_may_say_under_which_headings_a_row_is_not_meant(
    decided: Decided, tmp_path: Path, index: Index, phrases: str
) -> None:
    (tmp_path / "mine.yaml").write_text(MINE.format(phrases=phrases), encoding="utf-8")
    maps = load_maps("us-gaap/2025", tmp_path)

    def zebra(*headings: str) -> str | None:
        lines = [f"{'  ' * depth}{heading}:" for depth, heading in enumerate(headings)]
        lines.append(f"{'  ' * len(headings)}Zebra  10  9")
        return decided(statement(Kind.BALANCE_SHEET, "\n".join(lines)), using=maps)["Zebra"].concept

    assert zebra() == "Goodwill"
    assert zebra("Tame beasts at home") == "Goodwill"
    assert zebra("Wild animals") != "Goodwill"
    assert zebra("Wild animals", "Others") != "Goodwill"  # whichever heading it is


def test_what_a_row_stands_under_is_told_where_it_keeps_a_rule_away(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(MINE.format(phrases="farm"), encoding="utf-8")
    maps = load_maps("us-gaap/2025", tmp_path)
    frame = frame_of(statement(Kind.BALANCE_SHEET, "Farm:\n  Zebra  10  9\n"), maps.vocabulary)
    (against,) = [why for rule, why in maps.near(frame.stubs[1]) if rule.concept == "Goodwill"]
    assert against == "it is not for rows under such a heading"
