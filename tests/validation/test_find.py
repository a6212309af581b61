"""Which files are reports: those are validated, and what is but a part of them is not a report of its own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from converter.errors import InputError
from converter.validation.documents import Kind, find, home, kind
from tests import zips
from tests.validation import filing

_INLINE = '<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"></html>'


def test_a_folder_is_searched_for_reports(tmp_path: Path) -> None:
    instance = filing.write(tmp_path / "one")
    (tmp_path / "one" / "page.html").write_text("<html>nothing inline</html>")
    (tmp_path / "one" / "inline.htm").write_text(_INLINE)
    (tmp_path / "one" / "other.xml").write_text("<page/>")
    (tmp_path / "report.json").write_text('{"facts": []}')
    (tmp_path / "oim.json").write_text('{"documentInfo": {"documentType": "https://xbrl.org/2021/xbrl-json"}}')
    zips.zipped(tmp_path / "pictures.zip", [("one.png", b"")])
    assert set(find([tmp_path])) == {instance, tmp_path / "oim.json", tmp_path / "one" / "inline.htm"}


def test_a_viewers_copy_of_an_inline_document_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "inline.htm").write_text(_INLINE)
    (tmp_path / "viewer").mkdir()
    page = f"{_INLINE}<!--BEGIN IXBRL VIEWER EXTENSIONS-->{'x' * 1_000_000}<!--END IXBRL VIEWER EXTENSIONS-->\n</html>"
    (tmp_path / "viewer" / "inline.html").write_text(page)
    assert find([tmp_path]) == [tmp_path / "inline.htm"]


def test_parts_that_are_named_beside_reports_are_left_to_these(tmp_path: Path) -> None:
    instance = filing.write(tmp_path)
    assert find(sorted(tmp_path.iterdir())) == [instance]


def test_a_part_that_is_named_alone_is_taken(tmp_path: Path) -> None:
    filing.write(tmp_path)
    schema = tmp_path / "acme-20031231.xsd"
    assert find([schema]) == [schema]


def test_what_cannot_be_read_is_found_too_and_told_later(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xml")
    (tmp_path / "circle.htm").symlink_to("circle.htm")
    (tmp_path / "noise.xml").write_bytes(b"\xff\x00noise")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04")
    os.mkfifo(tmp_path / "pipe.txt")
    assert [path.name for path in find([tmp_path])] == ["broken.zip", "circle.htm", "noise.xml", "pipe.xml"]


def test_links_to_folders_lead_in_no_circle(tmp_path: Path) -> None:
    instance = filing.write(tmp_path / "one")
    (tmp_path / "one" / "up").symlink_to(tmp_path)
    assert find([tmp_path]) == [instance]


def test_a_folder_deeper_than_any_path_is_searched_as_far_as_paths_reach(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instance = filing.write(tmp_path / "top")
    monkeypatch.chdir(tmp_path / "top")
    for _ in range(2_500):
        Path("d").mkdir()
        os.chdir("d")
    try:
        assert find([tmp_path]) == [instance]
    finally:
        for _ in range(2_500):  # no other way to remove it
            os.chdir("..")
            Path("d").rmdir()


def test_what_is_not_there_or_empty_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        find([tmp_path / "nowhere.xml"])
    with pytest.raises(InputError, match="no XBRL report"):
        find([tmp_path])


@pytest.mark.parametrize("name", ["report.txt", "folder.xml"])
def test_what_has_no_ending_of_a_report_or_is_a_folder_is_something_else(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.mkdir() if name.startswith("folder") else path.write_text("text")
    assert kind(path) is Kind.OTHER


def test_where_a_report_is_at_home(tmp_path: Path) -> None:
    assert home(tmp_path / "filing" / "a.xml") == tmp_path / "filing"
    assert home(tmp_path / "package" / "reports" / "a.xml") == tmp_path / "package"
    assert home(tmp_path / "package" / "reports" / "set" / "a.xml") == tmp_path / "package"
    assert home(tmp_path / "package.zip") == tmp_path / "package.zip"
