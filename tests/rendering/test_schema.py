"""`report.json` is what its published schema says, and says with what it was made."""

from __future__ import annotations

import copy
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from converter import Options, __version__, convert
from converter.cli import run
from converter.rendering import render
from converter.rendering.record import SCHEMA
from converter.report import Report
from tests import sample
from tests.conftest import ROOT, SHARED, needs_shared

RELEASES = sorted((ROOT / "tests" / "releases").glob("*-*.[th][xt]*"))
SUBMISSION = ROOT / "tests" / "releases" / "halden-10q-19970927.txt"
CORPUS = sorted((SHARED / "corpus").rglob("*.[th][xt]*"))[::80]
"""Documents of all kinds; some hold no statement."""


def recorded(report: Report) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(render(report)["report.json"])
    return data


def closed(schema: Any) -> Any:
    """The schema with no room for members that it does not describe."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    more = {} if "properties" not in schema or "type" not in schema else {"additionalProperties": False}
    return {**{name: closed(each) for name, each in schema.items()}, **more}


PUBLISHED = json.loads(SCHEMA.read_text("utf-8"))
STRICT = Draft202012Validator(closed(PUBLISHED), format_checker=Draft202012Validator.FORMAT_CHECKER)


def complaints(data: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in STRICT.iter_errors(data)]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(PUBLISHED)


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.stem)
def test_the_records_of_the_samples_meet_it(release: Path) -> None:
    assert complaints(recorded(convert(release).report)) == []


def test_so_do_those_of_schedules_and_of_reports_made_by_hand() -> None:
    assert complaints(recorded(convert(SUBMISSION, Options(from_fds=True)).report)) == []
    assert complaints(recorded(sample.report())) == []


@needs_shared
def test_so_do_those_of_the_reference_corpus() -> None:
    from converter.errors import RetroxbrlError

    met = 0
    for path in CORPUS:
        try:
            report = convert(path).report
        except RetroxbrlError:
            continue
        met += 1
        assert complaints(recorded(report)) == [], path
    assert met > 3


@pytest.mark.parametrize(
    ("at", "wrong"),
    [
        (("facts", 0, "value"), 5),
        (("facts", 0, "unit"), "euros"),
        (("contexts", "new"), {"start": None, "end": "30.9.2001"}),
        (("statements", 0, "rows", 0, "line"), 0),
        (("findings", 0, "severity"), "fatal"),
        (("document", "sha256"), "none"),
        (("unheard_of",), 1),
    ],
    ids=str,
)
def test_it_refuses_what_is_otherwise(at: tuple[str | int, ...], wrong: object) -> None:
    data = copy.deepcopy(recorded(convert(RELEASES[0]).report))
    place: Any = data
    for step in at[:-1]:
        place = place[step]
    place[at[-1]] = wrong
    assert len(complaints(data)) == 1


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == PUBLISHED


# With what it was made


def test_the_program_the_options_and_the_source_are_recorded() -> None:
    options = Options(cik="1234567", company="Larkfield", fiscal_year_end="1231")
    data = recorded(convert(SUBMISSION, options).report)

    assert data["program"] == {"name": "retroxbrl", "version": __version__}
    assert data["options"] == {
        "company": "Larkfield",
        "cik": "1234567",
        "prefix": None,
        "fiscal_year_end": "12-31",
        "document_type": None,
        "taxonomy": "us-gaap/2025",
        "document": None,
        "from_fds": False,
        "notes": None,
    }
    assert data["document"]["sha256"] == hashlib.sha256(SUBMISSION.read_bytes()).hexdigest()
    assert data["validated"] is False


def test_every_map_that_was_applied_is_recorded_and_no_path(tmp_path: Path) -> None:
    texts = {
        "mine.yaml": 'statement: IS\nsections:\n  - concepts:\n      RestructuringCharges: ["plant closings"]\n',
        "company/0001234567.yaml": "captions:\n  Plant closings: RestructuringCharges\n",
        "concepts/signs.yaml": "concepts: {Goodwill: two-way}\n",
        "company/0007654321.yaml": "captions:\n  Plant closings: RestructuringCharges\n",
    }
    for name, text in texts.items():
        (tmp_path / "maps" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "maps" / name).write_text(text)

    plain = recorded(convert(RELEASES[0]).report)
    data = recorded(convert(RELEASES[0], Options(maps=tmp_path / "maps", cik="1234567")).report)

    used = {each["name"]: each["sha256"] for each in data["maps"]}
    assert list(used) == [
        "built-in",
        "mine.yaml",
        "company/0001234567.yaml",
        "built-in concepts",
        "concepts/signs.yaml",
    ]
    assert used["mine.yaml"] == hashlib.sha256(texts["mine.yaml"].encode()).hexdigest()
    assert plain["maps"] == [{"name": name, "sha256": used[name]} for name in ("built-in", "built-in concepts")]
    assert str(tmp_path) not in json.dumps(data)


def test_the_same_maps_in_another_folder_give_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("here", "elsewhere"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "mine.yaml").write_text("statement: IS\n")

    here, elsewhere = (convert(RELEASES[0], Options(maps=tmp_path / folder)).report for folder in ("here", "elsewhere"))

    assert render(here) == render(elsewhere)


def test_a_conversion_of_schedules_names_what_is_known_of_concepts_alone() -> None:
    maps = recorded(convert(SUBMISSION, Options(from_fds=True)).report)["maps"]
    assert [each["name"] for each in maps] == ["built-in concepts"]


def test_a_changed_map_changes_the_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from converter import shipped

    maps = tmp_path / "taxonomy_maps"
    for path in (ROOT / "taxonomy_maps").rglob("*.yaml"):
        copied = maps / path.relative_to(ROOT / "taxonomy_maps")
        copied.parent.mkdir(parents=True, exist_ok=True)
        copied.write_bytes(path.read_bytes())
    before = recorded(convert(RELEASES[0]).report)["maps"]
    monkeypatch.setattr(shipped, "folder", lambda name: tmp_path / name)
    assert recorded(convert(RELEASES[0]).report)["maps"] == before
    with (maps / "us-gaap" / "words.yaml").open("a") as words:
        words.write("# a remark\n")
    assert recorded(convert(RELEASES[0]).report)["maps"] != before


def test_whether_it_was_validated_is_recorded() -> None:
    data = recorded(convert(RELEASES[0]).validated().report)
    assert data["validated"] is True
    assert complaints(data) == []


def test_a_record_is_text_of_the_schema_s_version() -> None:
    assert recorded(sample.report())["version"] == PUBLISHED["properties"]["version"]["const"]
