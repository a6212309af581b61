"""A conversion is made once for a decision: what is shown before is what is written, and shown again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from converter.review import remaking
from converter.review.remaking import Kept
from tests.review.conftest import MakeDesk, request

NAME = "quarry-98"
OVERRIDE = request("override", value="OtherAssetsCurrent")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that are converted, in their order."""
    names: list[str] = []
    real: Callable[..., Any] = remaking.converted

    def converted(output: Any, *more: Any) -> Any:
        names.append(output.name)
        return real(output, *more)

    monkeypatch.setattr(remaking, "converted", converted)
    return names


def test_a_decision_writes_what_was_shown_before_it(make_desk: MakeDesk, made: list[str]) -> None:
    desk = make_desk(NAME)
    desk.conversion(NAME)
    desk.preview(NAME, OVERRIDE)
    assert made == [NAME, NAME]

    desk.take(NAME, OVERRIDE)
    desk.conversion(NAME)
    desk.undo(NAME)
    desk.conversion(NAME)

    assert made == [NAME, NAME]


@pytest.mark.parametrize(
    "file", ["mine.yaml", "company/0000000017.yaml", f"document/{NAME}.yaml", f"reading/{NAME}.yaml"]
)
def test_a_file_that_a_person_writes_meanwhile_is_heeded(
    make_desk: MakeDesk, made: list[str], tmp_path: Path, file: str
) -> None:
    desk = make_desk(NAME)
    before = desk.conversion(NAME)
    (tmp_path / "maps" / file).parent.mkdir(exist_ok=True)
    (tmp_path / "maps" / file).write_text("{}\n", encoding="utf-8")

    assert desk.conversion(NAME) is not before
    assert made == [NAME, NAME]


def test_those_that_were_wanted_last_are_kept(make_desk: MakeDesk, made: list[str], tmp_path: Path) -> None:
    desk = make_desk()
    kept = Kept(most=2)

    def make(name: str) -> None:
        kept.made(desk.outputs[name], desk.records[name], tmp_path / "maps")

    for name in ("quarry-98", "quarry-99", "quarry-98", "mill-98", "quarry-98"):
        make(name)
    assert made == ["quarry-98", "quarry-99", "mill-98"]
    make("quarry-99")
    assert made[3:] == ["quarry-99"]


def test_the_records_of_earlier_filings_tell_conversions_apart(
    make_desk: MakeDesk, made: list[str], tmp_path: Path
) -> None:
    desk, kept = make_desk(), Kept()
    output, record = desk.outputs["quarry-99"], desk.records["quarry-99"]
    earlier = (desk.outputs[NAME].folder / "report.json").read_bytes()

    alone = kept.made(output, record, tmp_path / "maps")
    after = kept.made(output, record, tmp_path / "maps", [earlier])

    assert [len(each.stages.earlier) for each in (alone, after)] == [0, 1]
    assert len(made) == 2
