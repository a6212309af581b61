"""`retroxbrl maps`: what a user does with mapping files."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from converter.cli import run
from tests.conftest import ROOT

RELEASE = ROOT / "tests" / "releases" / "larkfield-8k-20011018.txt"
BROKEN_MAP = 6

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def retroxbrl(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the program; exit code, output and error output."""

    def retroxbrl(*arguments: object) -> tuple[int, str, str]:
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return retroxbrl


@pytest.fixture
def mine(tmp_path: Path) -> Callable[[str], Path]:
    """A folder of the user's maps with one file."""

    def write(text: str, name: str = "mine.yaml") -> Path:
        path = tmp_path / "maps" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return tmp_path / "maps"

    return write


def test_the_built_in_maps_are_without_errors(retroxbrl: Run) -> None:
    code, out, _ = retroxbrl("maps", "check")

    assert code == 0
    assert "0 errors" in out


def test_a_concept_that_does_not_exist_is_named_with_its_line_and_the_nearest_name(
    retroxbrl: Run, mine: Callable[[str], Path]
) -> None:
    maps = mine('captions:\n  "Restructuring charge": RestructuringChargs\n')

    code, out, err = retroxbrl("maps", "check", "--maps", maps)

    assert code == BROKEN_MAP
    assert "mine.yaml, line 2" in out + err
    assert "RestructuringCharges" in out + err


def test_explaining_names_the_concepts_considered_and_the_line_to_change(retroxbrl: Run) -> None:
    code, out, _ = retroxbrl("maps", "explain", "Restructuring charge", "--statement", "IS")

    assert code == 0
    assert "RestructuringCharges  by us-gaap/income_statement.yaml:RestructuringCharges line" in out
    assert "=> RestructuringCharges" in out


def test_a_row_is_explained_where_it_stands(retroxbrl: Run) -> None:
    code, out, _ = retroxbrl("maps", "explain", "deferred income taxes", "--in", RELEASE)

    assert code == 0
    assert out.count("Deferred income taxes\n") == 3  # an asset, a liability, and a line of the cash flow


def test_a_plain_list_of_captions_is_predicted(retroxbrl: Run, tmp_path: Path) -> None:
    captions = tmp_path / "captions.txt"
    captions.write_text("Total assets\nGoodwill\n")

    code, out, _ = retroxbrl("maps", "predict", captions)

    assert code == 0
    assert [row["concept"] for row in csv.DictReader(out.splitlines(), delimiter="\t")] == ["Assets", "Goodwill"]


def test_captions_of_a_tagged_filing_are_predicted_with_the_parts_of_its_tables(retroxbrl: Run, tmp_path: Path) -> None:
    captions = tmp_path / "captions.txt"
    captions.write_text("Statement [Table]\nCommon Stock [Member]\nNet income\nBalance at end of period\n")

    _, out, _ = retroxbrl("maps", "predict", captions, "--statement", "EQ")

    rows = list(csv.DictReader(out.splitlines(), delimiter="\t"))
    assert [row["concept"] for row in rows[:2]] == ["StatementTable", "CommonStockMember"]
    assert rows[2]["concept"] in ("NetIncomeLoss", "ProfitLoss")


def test_every_caption_that_has_candidates_is_given_one(retroxbrl: Run, tmp_path: Path) -> None:
    captions = tmp_path / "captions.txt"
    captions.write_text("Inventories\nInventories\nTotal assets\n")

    _, out, _ = retroxbrl("maps", "predict", captions)

    rows = list(csv.DictReader(out.splitlines(), delimiter="\t"))
    assert all(row["concept"] for row in rows)
    assert all(0 < float(row["confidence"]) < 1 for row in rows)


def test_a_line_of_a_persons_own_map_outweighs_what_companies_chose(
    retroxbrl: Run, mine: Callable[[str], Path], tmp_path: Path
) -> None:
    maps = mine('captions:\n  "Goodwill": IntangibleAssetsNetExcludingGoodwill\n')
    captions = tmp_path / "captions.txt"
    captions.write_text("Goodwill\n")

    _, out, _ = retroxbrl("maps", "predict", captions, "--maps", maps)

    row = next(csv.DictReader(out.splitlines(), delimiter="\t"))
    assert row["concept"] == "IntangibleAssetsNetExcludingGoodwill"


def concepts(folder: Path) -> dict[tuple[str, str], str]:
    data = json.loads((folder / "report.json").read_text("utf-8"))
    return {(fact["context"], str(fact["sources"][:1])): fact["concept"] for fact in data["facts"]}


def test_one_line_in_a_map_changes_that_line_of_the_output_and_nothing_else(
    retroxbrl: Run, mine: Callable[[str], Path], tmp_path: Path
) -> None:
    maps = mine('captions:\n  "Restructuring charge": OtherRestructuringCosts\n')

    retroxbrl("convert", RELEASE, "-o", tmp_path / "before", "--no-validate")
    retroxbrl("convert", RELEASE, "-o", tmp_path / "after", "--no-validate", "--maps", maps)

    before, after = concepts(tmp_path / "before"), concepts(tmp_path / "after")
    changed = {(before[place], after[place]) for place in before if before[place] != after[place]}
    assert changed == {("us-gaap:RestructuringCharges", "us-gaap:OtherRestructuringCosts")}


def test_diff_tells_what_a_change_does(retroxbrl: Run, mine: Callable[[str], Path]) -> None:
    maps = mine('captions:\n  "Restructuring charge": OtherRestructuringCosts\n')

    code, out, _ = retroxbrl("maps", "diff", "-", maps, RELEASE)

    assert code == 0
    assert "'Restructuring charge': RestructuringCharges" in out
    assert "1 rows change in 1 documents" in out


def test_diff_names_the_lines_that_hold_for_nothing(retroxbrl: Run, mine: Callable[[str], Path]) -> None:
    maps = mine('captions:\n  "Restructuring charge": OtherRestructuringCosts\n  "Restructuring": RestructuringCosts\n')

    _, out, _ = retroxbrl("maps", "diff", "-", maps, RELEASE)

    assert [line.partition(" ")[0] for line in out.splitlines() if "holds for no row" in line] == ["mine.yaml:3:"]


def test_what_was_chosen_once_is_learned_for_the_company(retroxbrl: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    retroxbrl("convert", RELEASE, "-o", out, "--no-validate", "--cik", "9999001")
    record = out / "report.json"
    reviewed = record.read_text("utf-8").replace("us-gaap:RestructuringCharges", "us-gaap:OtherRestructuringCosts")
    record.write_text(reviewed, encoding="utf-8")

    code, printed, _ = retroxbrl("maps", "learn", out, "--maps", tmp_path / "maps")
    _, difference, _ = retroxbrl("maps", "explain", "Restructuring charge", "--statement", "IS", "--maps",
                                 tmp_path / "maps", "--cik", "9999001")  # fmt: skip

    assert code == 0
    assert "company/0009999001.yaml" in printed
    assert "=> OtherRestructuringCosts" in difference


def test_the_schema_beside_the_maps_is_the_one_that_they_are_checked_with(retroxbrl: Run) -> None:
    code, out, _ = retroxbrl("maps", "schema")

    assert code == 0
    assert out == (ROOT / "taxonomy_maps" / "map.schema.json").read_text("utf-8")


def test_files_about_concepts_have_schemas_too(retroxbrl: Run) -> None:
    code, out, _ = retroxbrl("maps", "schema", "signs")

    assert code == 0
    assert json.loads(out)["title"] == "SignsFile"

    code, _, err = retroxbrl("maps", "schema", "sings")

    assert code != 0
    assert "signs" in err


def test_what_a_person_says_of_concepts_is_checked_with_the_maps(retroxbrl: Run, mine: Callable[..., Path]) -> None:
    maps = mine("costs: {add: [Revenues]}", "concepts/groups.yaml")

    code, out, _ = retroxbrl("maps", "check", "--maps", maps)

    assert code == BROKEN_MAP
    assert "concepts/groups.yaml:1: error: Revenues has the balance credit, not debit" in out


def test_a_mapped_concept_whose_sign_nothing_settles_is_a_warning(retroxbrl: Run, mine: Callable[..., Path]) -> None:
    maps = mine("captions: {Grant fees: FeesAndCommissionsCreditCards}")

    code, out, _ = retroxbrl("maps", "check", "--maps", maps)

    assert code == 0
    assert "mine.yaml:1: warning: Nothing says whether FeesAndCommissionsCreditCards may be negative" in out
