"""Every format of a fixed sample, read by the programs that people use."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests import equity
from tests.conformance import arelle, inline_text, readers, run, tables, together
from tests.conformance.made import Check, make
from tests.conftest import ROOT, SHARED, needs_shared
from tests.exports import test_notes

CORPUS = SHARED / "corpus"
SAMPLE = (
    "releases/valence-technology-8K-20031113.txt",  # a bare release, plain columns
    "releases/dell-computer-corp-8K-19950221-0000950134-95-000248.txt",  # an early submission
    "releases/southern-co-8K-20050125-0000092122-05-000042.txt",  # millions, several registrants
    "releases/motorola-inc-10KA-19981231-0000950131-99-005915.txt",  # a 10-K
    "submissions/apple-computer-inc-10Q-19980626-0000320193-98-000008.txt",  # a submission with an EX-27
    "html/apple-computer-inc-8K-20040714-0001104659-04-019574.txt",  # HTML
)
"""Documents of different layouts."""

RELEASES = sorted(path for path in (ROOT / "tests" / "releases").iterdir() if path.suffix in (".txt", ".htm"))


def failures(outcomes: list[run.Outcome]) -> list[str]:
    return [
        f"{outcome.name}: {name}: {problem}"
        for outcome in outcomes
        for name, problems in outcome.problems.items()
        for problem in problems
    ]


@needs_shared
def test_other_readers_find_the_facts_of_the_report_in_every_format(tmp_path: Path) -> None:
    outcomes = run.run({Path(name).stem: CORPUS / name for name in SAMPLE}, tmp_path / "out", jobs=2)
    assert [outcome.refused for outcome in outcomes] == [""] * len(SAMPLE)
    assert failures(outcomes) == []
    assert not any(together.problems(tmp_path / "out", tmp_path).values())


def test_all_formats_agree_on_the_releases_of_invented_companies(tmp_path: Path) -> None:
    outcomes = run.run({release.stem: release for release in RELEASES}, tmp_path / "out", jobs=2)
    assert failures(outcomes) == []
    assert all(outcome.problems for outcome in outcomes)
    assert list(together.documented_queries(tmp_path / "out", tmp_path)) == []


@pytest.mark.parametrize("taxonomy", ["us-gaap/2009", "us-gaap/2024", "us-gaap/2025"])
def test_facts_with_members_go_through_every_format(taxonomy: str, tmp_path: Path) -> None:
    recipes = {"equity": partial(equity.report, taxonomy), "own": partial(equity.of_own_table, taxonomy)}
    outcomes = run.run(recipes, tmp_path / "out", jobs=2)
    assert failures(outcomes) == []
    assert all(outcome.problems for outcome in outcomes)


@pytest.mark.parametrize("taxonomy", ["us-gaap/2009", "us-gaap/2025"])
def test_the_notes_go_through_every_format(taxonomy: str, tmp_path: Path) -> None:
    recipes = {name: partial(test_notes.of, name, taxonomy) for name in test_notes.SOURCES}
    outcomes = run.run(recipes, tmp_path / "out", jobs=2)
    assert failures(outcomes) == []
    assert all(outcome.problems for outcome in outcomes)


@needs_shared
def test_facts_with_members_are_merged_and_read_beside_a_real_quarter(tmp_path: Path) -> None:
    make(equity.report, tmp_path / "out" / "equity")
    make(RELEASES[0], tmp_path / "out" / "whole")
    assert not any(together.problems(tmp_path / "out", tmp_path).values())


TAMPERED: dict[str, tuple[Check, str]] = {
    "instance": (arelle.instance, "*.xml"),
    "edgartools": (readers.edgartools, "*.xml"),
    "ixbrlparse": (readers.ixbrlparse_of_instance, "*.xml"),
    "ixbrlparse of the inline document": (readers.ixbrlparse, "*.htm"),
    "text": (inline_text.check, "*.htm"),
    "fsds": (tables.data_sets, "fsds/num.txt"),
    "facts": (tables.company_facts, "companyfacts/*.json"),
    "csv": (tables.sheets, "statements/1-IS.csv"),
}
"""Checks with the files that they read."""

TAMPERED_NOTES: dict[str, tuple[Check, str]] = {
    "instance": (arelle.instance, "*.xml"),
    "inline": (arelle.inline, "*.htm"),
    "edgartools": (readers.edgartools, "*.xml"),
    "ixbrlparse": (readers.ixbrlparse_of_instance, "*.xml"),
    "ixbrlparse of the inline document": (readers.ixbrlparse, "*.htm"),
}
"""Those that read the text of notes from files of text."""


@pytest.mark.parametrize("name", TAMPERED)
def test_a_check_finds_a_number_that_was_changed(name: str, tmp_path: Path) -> None:
    check, pattern = TAMPERED[name]
    made = make(RELEASES[1], tmp_path / "out")
    assert list(check(made)) == []
    for path in made.folder.glob(pattern):
        text = path.read_text("utf-8")
        path.write_text(text.replace("18412", "18413").replace("18,412", "18,413"), "utf-8")
    assert list(check(made)) != []


@pytest.mark.parametrize("name", TAMPERED_NOTES)
def test_a_check_finds_a_word_of_a_note_that_was_changed(name: str, tmp_path: Path) -> None:
    check, pattern = TAMPERED_NOTES[name]
    made = make(partial(test_notes.of, "text", "us-gaap/2025"), tmp_path / "out")
    assert list(check(made)) == []
    for path in made.folder.glob(pattern):
        path.write_text(path.read_text("utf-8").replace("twice a year", "twice a month"), "utf-8")
    assert list(check(made)) != []
