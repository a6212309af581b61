"""`retroxbrl maps`: what a user does with mapping files."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import ROOT

RELEASE = ROOT / "tests" / "releases" / "larkfield-8k-20011018.txt"
WRONG_CALL, UNREADABLE, BROKEN_MAP, NOT_WRITABLE = 2, 3, 6, 7


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
    assert "1 row changes in 1 document" in out


def test_diff_names_the_lines_that_hold_for_nothing(retroxbrl: Run, mine: Callable[[str], Path]) -> None:
    maps = mine('captions:\n  "Restructuring charge": OtherRestructuringCosts\n  "Restructuring": RestructuringCosts\n')

    _, out, _ = retroxbrl("maps", "diff", "-", maps, RELEASE)

    assert [line.partition(" ")[0] for line in out.splitlines() if "holds for no row" in line] == ["mine.yaml:3:"]


def test_diff_of_a_company_tells_what_its_map_says_beyond_and_against_the_others(
    retroxbrl: Run, mine: Callable[[str, str], Path]
) -> None:
    mine("captions:\n  Widget fees: {concept: OtherIncome, statement: IS}\n", "mine.yaml")
    maps = mine(
        """captions:
  Widget fees: {concept: Revenues, statement: IS}
  Zygotic sprockets: {concept: OtherAssetsCurrent, statement: BS}
  Total assets: {concept: Assets, statement: BS}
  "": {concept: LiabilitiesCurrent, under: zygotic sums}
""",
        "company/0000000017.yaml",
    )

    code, out, _ = retroxbrl("maps", "diff", "--cik", "17", "--maps", maps)

    assert code == 0
    lines = out.splitlines()
    assert lines[0] == "company/0000000017.yaml:2: fee widget in IS: Revenues, against: OtherIncome (mine.yaml:2)"
    assert lines[1] == "company/0000000017.yaml:3: sprocket zygotic in BS: OtherAssetsCurrent, beyond"
    assert lines[2].startswith("company/0000000017.yaml:4: asset total in BS: Assets, same: Assets (us-gaap/")
    assert lines[-1] == "4 lines: 2 beyond, 1 against, 1 same"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--cik", "17"],
        ["--cik", "17", "--maps", "MAPS", "-", "MAPS", str(RELEASE)],
        ["--cik", "18", "--maps", "MAPS"],
        ["--cik", "x", "--maps", "MAPS"],
        ["-", "MAPS"],
        ["-", "MAPS", str(RELEASE), "--maps", "MAPS"],
        ["-", "MAPS", str(RELEASE), "--sic", "6020"],
    ],
)
def test_diff_is_of_a_company_or_over_documents(
    retroxbrl: Run, mine: Callable[[str, str], Path], arguments: list[str]
) -> None:
    maps = mine("captions: {}\n", "company/0000000017.yaml")

    code, _, err = retroxbrl("maps", "diff", *(str(maps) if each == "MAPS" else each for each in arguments))

    assert code == WRONG_CALL
    assert "Give" in err or "write one" in err


@pytest.fixture
def reviewed(retroxbrl: Run, tmp_path: Path) -> Path:
    """An output folder in which a person changed one concept, and confirmed that row alone."""
    out = tmp_path / "out"
    retroxbrl("convert", RELEASE, "-o", out, "--no-validate", "--cik", "9999001")
    record = out / "report.json"
    text = record.read_text("utf-8").replace("us-gaap:RestructuringCharges", "us-gaap:OtherRestructuringCosts")
    data = json.loads(text)
    rows = [row for statement in data["statements"] for row in statement["rows"]]
    for row in rows:
        if row["concept"] == "us-gaap:OtherRestructuringCosts":
            row["confirmed"] = "Ann"
    record.write_text(json.dumps(data), encoding="utf-8")
    return out


def test_what_was_chosen_once_is_learned_for_the_company(retroxbrl: Run, reviewed: Path, tmp_path: Path) -> None:
    code, printed, _ = retroxbrl("maps", "learn", reviewed, "--maps", tmp_path / "maps")
    _, difference, _ = retroxbrl("maps", "explain", "Restructuring charge", "--statement", "IS", "--maps",
                                 tmp_path / "maps", "--cik", "9999001")  # fmt: skip

    assert code == 0
    assert "company/0009999001.yaml" in printed
    assert "=> OtherRestructuringCosts" in difference


def test_what_nobody_confirmed_teaches_nothing(retroxbrl: Run, reviewed: Path, tmp_path: Path) -> None:
    record = reviewed / "report.json"
    record.write_text(record.read_text("utf-8").replace('"confirmed": "Ann"', '"confirmed": ""'), encoding="utf-8")

    code, out, _ = retroxbrl("maps", "learn", reviewed, "--maps", tmp_path / "maps")

    assert code == 0
    assert "confirmed by nobody; `retroxbrl review` confirms them" in out
    assert "0 captions learned\n" in out
    assert learned_file(tmp_path / "maps") == ""


def learned_file(maps: Path) -> str:
    path = maps / "company" / "0009999001.yaml"
    return path.read_text("utf-8") if path.is_file() else ""


@pytest.mark.parametrize(
    "line",
    [
        "captions:\n  Restructuring charge: RestructuringCosts\n",
        "captions:\n  RESTRUCTURING CHARGES: {IS: RestructuringCosts}\n",
        "captions:\n  Restructuring charge: {concept: RestructuringCosts, under: other expenses}\n",
        "concepts:\n  RestructuringCosts: '(restructuring|reorganization) (charges|costs)'\n",
        "concepts:\n  RestructuringCosts: restructuring ...\n",
    ],
)
@pytest.mark.parametrize("file", ["mine.yaml", "company/0009999001.yaml"])
def test_a_line_of_a_persons_own_is_left_and_told(
    retroxbrl: Run, mine: Callable[..., Path], reviewed: Path, line: str, file: str
) -> None:
    maps = mine(line, file)

    code, out, _ = retroxbrl("maps", "learn", reviewed, "--maps", maps)

    assert code == 0
    assert (
        f"left: 'Restructuring charge' in IS: OtherRestructuringCosts; your line says RestructuringCosts ({file}:2)"
        in out
    )
    assert (maps / file).read_text("utf-8").startswith(line)
    assert "OtherRestructuringCosts" not in learned_file(maps)


def test_a_line_of_another_statement_keeps_it_to_itself(
    retroxbrl: Run, mine: Callable[..., Path], reviewed: Path
) -> None:
    maps = mine("captions:\n  Restructuring charge: {CF: RestructuringCosts}\n")

    _, out, _ = retroxbrl("maps", "learn", reviewed, "--maps", maps)

    assert "learned: 'Restructuring charge': IS: OtherRestructuringCosts" in out
    assert "Restructuring charge:\n    IS: OtherRestructuringCosts\n" in learned_file(maps)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{CF: RestructuringCosts}", "{CF: RestructuringCosts, IS: OtherRestructuringCosts}"),
        (
            "{concept: RestructuringCosts, statement: CF}",
            "\n  - {concept: RestructuringCosts, statement: CF}\n"
            "  - concept: OtherRestructuringCosts\n    statement: IS",
        ),
    ],
)
def test_what_the_companys_file_says_of_other_statements_stays(
    retroxbrl: Run, mine: Callable[..., Path], reviewed: Path, before: str, after: str
) -> None:
    maps = mine(f"# by hand\ncaptions:\n  Restructuring charge: {before}\n", "company/0009999001.yaml")

    code, _, _ = retroxbrl("maps", "learn", reviewed, "--maps", maps)

    assert code == 0
    assert learned_file(maps).startswith("# by hand\n")
    assert after in learned_file(maps)


def test_what_is_learned_twice_is_learned_once(retroxbrl: Run, reviewed: Path, tmp_path: Path) -> None:
    retroxbrl("maps", "learn", reviewed, "--maps", tmp_path / "maps")
    first = learned_file(tmp_path / "maps")

    _, out, _ = retroxbrl("maps", "learn", reviewed, "--maps", tmp_path / "maps")

    assert "0 captions learned\n" in out
    assert learned_file(tmp_path / "maps") == first != ""


@pytest.mark.parametrize("identifier", ["../../../evil", "12345678901", "٣", ""])
def test_a_company_that_is_no_number_writes_nothing(
    retroxbrl: Run, reviewed: Path, tmp_path: Path, identifier: str
) -> None:
    record = json.loads((reviewed / "report.json").read_text("utf-8"))
    record["entity"]["identifier"] = identifier
    (reviewed / "report.json").write_text(json.dumps(record), encoding="utf-8")
    before = set(tmp_path.rglob("*"))

    code, _, err = retroxbrl("maps", "learn", reviewed, "--maps", tmp_path / "maps")

    assert code == WRONG_CALL
    assert "is no CIK" in err
    assert set(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("content", ["[" * 100_000, "[]", '{"entity": 1, "statements": [1]}', "no JSON"])
def test_a_report_that_is_none_is_no_source(retroxbrl: Run, tmp_path: Path, content: str) -> None:
    (tmp_path / "report.json").write_text(content)

    code, _, err = retroxbrl("maps", "learn", tmp_path, "--maps", tmp_path / "maps", "--cik", "1")

    assert code == UNREADABLE
    assert "cannot be read as a report" in err


def test_a_filing_with_odd_files_is_read_as_far_as_it_is_one(retroxbrl: Run, tmp_path: Path) -> None:
    link = "http://www.xbrl.org/2003/linkbase"
    os.mkfifo(tmp_path / "pipe.xml")
    (tmp_path / "a_pre.xml").write_text(
        f'<linkbase xmlns="{link}" xmlns:x="http://www.w3.org/1999/xlink"><roleType roleURI="r">'
        "<definition>1 - Statement - BALANCE SHEET</definition></roleType>"
        '<presentationLink x:role="r"><loc x:label="a" x:href="#us-gaap_Assets"/>'
        '<presentationArc order="first" x:from="t" x:to="a"/><presentationArc order="first" x:from="t"/>'
        '</presentationLink><labelLink><loc x:label="a" x:href="#us-gaap_Assets"/>'
        '<label x:label="l">Zebra stripes</label><labelArc x:from="a" x:to="l"/></labelLink></linkbase>'
    )

    code, out, _ = retroxbrl("maps", "learn", tmp_path, "--maps", tmp_path / "maps", "--cik", "1")

    assert code == 0
    assert "learned: 'Zebra stripes': Assets" in out


def test_a_file_that_cannot_be_written_stays_as_it_is(
    retroxbrl: Run, mine: Callable[..., Path], reviewed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    maps = mine("captions:\n  Goodwill, other: Goodwill\n", "company/0009999001.yaml")
    monkeypatch.setattr(Path, "replace", full)

    code, _, err = retroxbrl("maps", "learn", reviewed, "--maps", maps)

    assert code == NOT_WRITABLE
    assert "No space left" in err
    assert learned_file(maps) == "captions:\n  Goodwill, other: Goodwill\n"
    assert [path.name for path in (maps / "company").iterdir()] == ["0009999001.yaml"]


def test_checking_tells_which_line_overrules_which(retroxbrl: Run, mine: Callable[..., Path]) -> None:
    mine("captions:\n  Widget rights: Goodwill\n  Widget costs: InterestExpense\n")
    mine("captions:\n  widget right: OtherAssets\n", "other.yaml")
    mine("captions:\n  Widget costs: {CF: extension}\n", "company/0000000042.yaml")
    maps = mine("captions:\n  Widget rights: FiniteLivedIntangibleAssetsNet\n", "document/release.yaml")

    code, out, _ = retroxbrl("maps", "check", "--maps", maps)

    assert code == 0
    assert [line for line in out.splitlines() if "overrules" in line] == [
        "other.yaml:2: warning: mine.yaml:2 overrules it: it comes first.",
        "mine.yaml:3: warning: company/0000000042.yaml:2 overrules it: it is of a later layer.",
        "mine.yaml:2: warning: document/release.yaml:2 overrules it: it is of a later layer.",
        "other.yaml:2: warning: document/release.yaml:2 overrules it: it is of a later layer.",
    ]


def test_a_broken_file_of_a_document_is_found(retroxbrl: Run, mine: Callable[..., Path]) -> None:
    maps = mine("captions:\n  Goodwill: !!float abc\n", "document/release.yaml")

    code, _, err = retroxbrl("maps", "check", "--maps", maps)

    assert code == BROKEN_MAP
    assert "release.yaml, line 2" in err


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
