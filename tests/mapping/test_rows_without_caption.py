"""Lines of a person for totals that print no caption."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter import Options, convert
from converter.errors import MapError
from converter.mapping.maps import Stub, load_maps
from converter.mapping.maps.checking import check
from converter.taxonomy import load_index
from converter.terms import Decision, Kind

RELEASE = b"""QUARRY LANE CORP.
CONSOLIDATED BALANCE SHEETS
(In thousands)
                                December 31,
                               1998       1997
ASSETS
Current assets:
  Cash                      $   100    $    90
  Prepaid tooling                20         30
                                120        120
Plant                            80         60
Total assets                $   200    $   180
LIABILITIES AND STOCKHOLDERS' EQUITY
Current liabilities:
Accounts payable            $    50    $    40
Notes payable                    10         10
                                 60         50
Common stock                    140        130
Total liabilities and stockholders' equity $ 200 $ 180
"""
ASSETS, LIABILITIES = 4, 11
"""The rows without a caption; the first is called `Total Current assets`, the second has no name of its own."""
RELEASE_NAME = "us-gaap/2025"


def decisions(folder: Path, text: str) -> list[Decision | None]:
    (folder / "mine.yaml").write_text(text, encoding="utf-8")
    (statement,) = convert(RELEASE, Options(cik="17", maps=folder), name="quarry.txt").report.statements
    return [row.decision for row in statement.rows]


def concepts(folder: Path, text: str) -> tuple[str | None, ...]:
    found = decisions(folder, text)
    return tuple(one.concept for row in (ASSETS, LIABILITIES) if (one := found[row]) is not None)


BEFORE = ("AssetsCurrent", "LiabilitiesCurrent")
WITH = ("AssetsCurrent", "OtherLiabilitiesCurrent")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('"": {concept: OtherLiabilitiesCurrent, under: current liabilities, total: true}', WITH),
        ("Total: {concept: OtherLiabilitiesCurrent, under: current liabilities}", WITH),
        ("Total: {concept: OtherLiabilitiesCurrent, statement: BS, under: Current liabilities}", WITH),
        ("Total: {concept: OtherLiabilitiesCurrent, statement: IS, under: current liabilities}", BEFORE),
        ("Total: {concept: OtherLiabilitiesCurrent, under: current liabilities, total: false}", BEFORE),
        ("Total: {concept: OtherLiabilitiesCurrent, under: other liabilities}", BEFORE),
        ("Total: OtherLiabilitiesCurrent", BEFORE),
        ("Total: {concept: OtherAssetsCurrent, place: assets.current}", ("OtherAssetsCurrent", "LiabilitiesCurrent")),
        ("Total current assets: OtherAssetsCurrent", ("OtherAssetsCurrent", "LiabilitiesCurrent")),
    ],
)
def test_a_total_without_a_caption_is_met_by_the_heading_that_it_stands_under(
    tmp_path: Path, line: str, found: tuple[str | None, ...]
) -> None:
    assert concepts(tmp_path, f"captions:\n  {line}\n") == found


def test_no_row_with_a_caption_is_meant(tmp_path: Path) -> None:
    found = decisions(tmp_path, 'captions: {"": {concept: LiabilitiesCurrent, under: current liabilities}}')

    assert [one.rule for one in found if one and one.concept == "LiabilitiesCurrent"] == ["mine.yaml:1"]


def test_of_two_lines_the_one_with_the_words_that_the_row_is_called_by_is_closer(tmp_path: Path) -> None:
    text = """captions:
      "": {concept: OtherAssetsCurrent, under: current assets}
      Total current assets: AssetsCurrent
    """

    assert concepts(tmp_path, text)[0] == "AssetsCurrent"


def test_who_confirmed_it_is_known_of_the_row(tmp_path: Path) -> None:
    text = 'captions: {"": {concept: LiabilitiesCurrent, under: current liabilities, confirmed: Ann, approved: Bob}}'

    found = decisions(tmp_path, text)[LIABILITIES]

    assert found is not None
    assert (found.confirmed, found.approved) == ("Ann", "Bob")


@pytest.mark.parametrize("line", ['"": LiabilitiesCurrent', '"---": {concept: LiabilitiesCurrent, total: true}'])
def test_a_line_for_rows_without_a_caption_says_where_they_stand(tmp_path: Path, line: str) -> None:
    with pytest.raises(MapError, match=r"mine\.yaml, line 1: the caption '-*' has no word that counts.*under"):
        concepts(tmp_path, f"captions: {{{line}}}")


def test_maps_check_tries_it_and_names_a_line_that_overrules_it(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        'captions:\n  "": {concept: LiabilitiesCurrent, under: current liabilities}\n', encoding="utf-8"
    )
    (tmp_path / "company").mkdir()
    (tmp_path / "company" / "0000000017.yaml").write_text(
        "captions:\n  Total: {concept: Liabilities, under: current liabilities}\n", encoding="utf-8"
    )

    problems = check(load_maps(RELEASE_NAME, tmp_path, cik="17"), [load_index(RELEASE_NAME)])
    told = [problem.message for problem in problems if problem.rule.startswith("mine")]

    assert told == ["company/0000000017.yaml:2 overrules it: it is of a later layer."]


def test_a_row_is_known_to_print_nothing_or_it_is_not_meant(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        'captions: {"": {concept: LiabilitiesCurrent, under: current liabilities}}', encoding="utf-8"
    )
    maps = load_maps(RELEASE_NAME, tmp_path)
    heading = (maps.vocabulary.words("Current liabilities"),)

    def met(bare: bool) -> list[str | None]:
        stub = Stub(frozenset(), Kind.BALANCE_SHEET, heading, bare=bare)
        return [match.rule.concept for match in maps.match(stub)]

    assert (met(True), met(False)) == (["LiabilitiesCurrent"], [])
