"""Documents that were read with earlier filings of their company, as a batch does: so they are made anew."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from converter import Options, convert
from converter.errors import InputError
from converter.review.desk import Desk
from converter.review.filings import Filings, read_with
from converter.review.outputs import Output, Record, opened
from tests.review.conftest import on_disk, request, text
from tests.review.test_queue import record

CIK = "0000000017"
CHOSEN = "OtherAssetsCurrent"
YEARS = {"quarry-98": 1998, "quarry-99": 1999, "quarry-00": 2000}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Three releases of a company, each read with those before it."""
    earlier: list[Path] = []
    for name, year in YEARS.items():
        source = tmp_path / "in" / f"{name}.txt"
        source.parent.mkdir(exist_ok=True)
        source.write_text(text("QUARRY LANE CORP.", year), encoding="utf-8")
        convert(source, Options(cik=CIK), earlier=earlier).write(tmp_path / "out" / name)
        earlier.append(tmp_path / "out" / name)
    return tmp_path / "out"


def desk_of(out: Path, *names: str) -> Desk:
    outputs = opened([out / name for name in names or YEARS], [out.parent / "in"])
    return Desk(outputs, out.parent / "maps", "Ann Lee")


def converted_again(desk: Desk, name: str) -> dict[str, bytes]:
    """The files that `convert` gives with the written maps and the outputs of the earlier filings as they are."""
    source, before = desk.outputs[name].source, list(YEARS)[: list(YEARS).index(name)]
    assert source is not None
    earlier = [desk.outputs[name].folder.parent / each for each in before]
    return convert(source, Options(cik=CIK, maps=desk.maps), earlier=earlier).files()


def test_an_output_is_made_anew_with_the_earlier_filings_that_it_was_read_with(out: Path) -> None:
    desk = desk_of(out)
    assert desk.waiting == []

    desk.take("quarry-99", request("accept"))

    assert list(read_with(desk.records["quarry-99"])) == ["quarry-98.txt"]
    assert on_disk(desk, "quarry-99") == converted_again(desk, "quarry-99")


def test_what_is_decided_of_a_filing_speaks_in_the_later_ones(out: Path) -> None:
    desk = desk_of(out)
    assert desk.preview("quarry-98", request("override", value=CHOSEN))["remade"] == 3
    assert desk.preview("quarry-99", request("override", value=CHOSEN))["remade"] == 2

    desk.take("quarry-98", request("override", value=CHOSEN))

    assert desk.waiting == ["quarry-99", "quarry-00"]
    while desk.work_off():
        pass
    for name in YEARS:
        assert on_disk(desk, name) == converted_again(desk, name)
    assert desk_of(out).waiting == []


def test_filings_that_are_changed_together_are_made_anew_by_their_periods(out: Path) -> None:
    desk = desk_of(out, *reversed(YEARS))

    desk.take("quarry-98", request("override", value=CHOSEN, layer="company"))

    assert set(desk.waiting) == {"quarry-99", "quarry-00"}
    assert desk.work_off()
    assert desk.waiting == ["quarry-00"]
    assert desk.work_off()
    assert not desk.work_off()
    assert on_disk(desk, "quarry-00") == converted_again(desk, "quarry-00")


def test_one_that_cannot_be_made_anew_is_told_and_not_tried_for_ever(out: Path) -> None:
    desk = desk_of(out)
    desk.take("quarry-98", request("override", value=CHOSEN))
    (out / "quarry-99" / "notes.txt").write_text("mine", encoding="utf-8")

    assert [desk.work_off(), desk.work_off(), desk.work_off()] == [True, True, False]
    assert list(desk.failed) == ["quarry-99"]
    assert on_disk(desk, "quarry-00") == converted_again(desk, "quarry-00")


def test_an_earlier_filing_is_found_beside_the_output(out: Path) -> None:
    desk = desk_of(out, "quarry-99")

    desk.take("quarry-99", request("accept"))

    assert on_disk(desk, "quarry-99") == converted_again(desk, "quarry-99")


@pytest.mark.parametrize("instead", ["", "quarry-00"])
def test_without_an_earlier_filing_the_output_is_not_made_anew_as_another(out: Path, instead: str) -> None:
    desk = desk_of(out, "quarry-99")
    shutil.rmtree(out / "quarry-98")
    if instead:
        (out / instead).rename(out / "quarry-98")

    with pytest.raises(InputError, match=r"quarry-99\.txt was read with quarry-98\.txt, .* not found\. .*its folder"):
        desk.preview("quarry-99", request("accept"))


# ------------------------------------------------------------------------------------------------ records alone


def filed(year: int, **earlier: str) -> Record:
    """A record of a filing of a year, of the document `a1998`, that was read with some; its digest is `now`."""
    maps = {f"earlier {name}": digest for name, digest in earlier.items()} | {"built-in": "now"}
    return replace(record(), document=f"a{year}", period_end=f"{year}-12-31", maps=maps, digest="now")


def filings(records: dict[str, Record]) -> Filings:
    return Filings({name: Output(name, Path(name), None, one) for name, one in records.items()})


def test_an_output_is_left_behind_by_an_earlier_filing_that_is_another_now() -> None:
    records = {"a": filed(1998), "b": filed(1999, a1998="now"), "c": filed(2000, a1998="now", a1999="then")}

    found = [name for name in records if filings(records).are_others_now(name, records)]

    assert found == ["c"]


def test_none_is_left_behind_by_a_filing_that_is_not_under_review_or_is_no_earlier_one() -> None:
    records = {"a": filed(1998, a1999="then"), "b": filed(1999, a1999="then", a1990="then")}

    assert [name for name in records if filings(records).are_others_now(name, records)] == []


def test_those_that_follow_are_all_that_are_read_with_it_or_with_one_that_follows() -> None:
    records = {"d": filed(2001, a2000="x"), "c": filed(2000, a1999="x"), "b": filed(1999), "a": filed(1998)}

    assert filings(records).followers({"b"}, records) == {"b", "c", "d"}
    assert filings(records).followers({"c"}, records) == {"c", "d"}
    assert filings(records).followers({"a"}, records) == {"a"}


def test_of_two_outputs_of_one_document_the_first_is_read_with() -> None:
    records = {"a": filed(1998), "again": filed(1998), "b": filed(1999, a1998="now")}

    assert list(filings(records).before("b", records)) == ["a"]
