"""Zip files from anybody: what they are refused for, and that what they hold is counted as it is unpacked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from converter.zipped import MEGABYTE, Unusable, Zip, check
from tests import zips

LIMITS = {"largest": 2 * MEGABYTE, "total": 3 * MEGABYTE}


def test_what_is_within_the_limits_is_read(tmp_path: Path) -> None:
    path = zips.zipped(tmp_path / "sound.zip", [("a/b.xml", "text"), ("c", b"\0" * MEGABYTE)])
    check(path, **LIMITS)
    with Zip(path, **LIMITS) as opened:
        assert opened.names == ["a/b.xml", "c"]
        assert opened.read("a/b.xml") == b"text"


def test_a_member_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = zips.zipped(tmp_path / "large.zip", [("large", b"\0" * (2 * MEGABYTE + 1))])
    with pytest.raises(Unusable, match="large in it has more than 2 MB"):
        check(path, **LIMITS)


def test_members_that_are_too_large_together_are_refused(tmp_path: Path) -> None:
    path = zips.zipped(tmp_path / "bomb.zip", [(f"{number}", b"\0" * MEGABYTE) for number in range(4)])
    with pytest.raises(Unusable, match="more than 3 MB"):
        check(path, **LIMITS)


def test_no_more_is_unpacked_than_the_limit_and_a_piece(tmp_path: Path) -> None:
    path = zips.zipped(tmp_path / "large.zip", [("large", b"\0" * (20 * MEGABYTE))])
    pieces: list[int] = []
    with Zip(path, **LIMITS) as opened, pytest.raises(Unusable):
        pieces.extend(map(len, opened.pieces("large")))
    assert sum(pieces) <= 2 * MEGABYTE


def test_a_size_that_the_zip_lies_about_is_no_way_around(tmp_path: Path) -> None:
    path = zips.lying_about_sizes(zips.zipped(tmp_path / "lie.zip", [("large", b"\0" * (20 * MEGABYTE))]))
    with pytest.raises(Unusable):
        check(path, **LIMITS)


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (zips.encrypted, "encrypted"),
        (zips.packed_by_an_unknown_method, "compression method"),
        (zips.lying_about_sizes, "cannot be unpacked"),
    ],
)
def test_what_cannot_be_unpacked_is_told(tmp_path: Path, spoil: object, says: str) -> None:
    path = zips.zipped(tmp_path / "spoilt.zip", [("member.xml", "some text that is long enough")])
    assert callable(spoil)
    spoil(path)
    with pytest.raises(Unusable, match=says):
        check(path, **LIMITS)


@pytest.mark.parametrize("name", ["../out.xml", "a/../../out.xml", "/etc/out", "a\\..\\out", "C:\\out"])
def test_a_name_that_leads_out_of_the_zip_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Unusable, match="leads out of it"):
        Zip(zips.zipped(tmp_path / "out.zip", [(name, "x")]), **LIMITS)


def test_a_name_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r"a\.xml twice"):
        Zip(zips.zipped(tmp_path / "twice.zip", [("a.xml", "one"), ("a.xml", "other")]), **LIMITS)


def test_more_members_than_any_package_has_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="20,001 files"):
        Zip(zips.zipped(tmp_path / "many.zip", [(f"{number}", b"") for number in range(20_001)]), **LIMITS)


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04 broken", b"PK\x05\x06" + b"\xff" * 18])
def test_what_is_no_zip_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.zip").write_bytes(content)
    with pytest.raises(Unusable):
        check(tmp_path / "broken.zip", **LIMITS)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.zip")
    with pytest.raises(Unusable, match="no regular file"):
        Zip(tmp_path / "pipe.zip", **LIMITS)
