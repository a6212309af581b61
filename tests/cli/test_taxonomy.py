"""`retroxbrl taxonomy`: releases, their packages, and where these lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.taxonomy import cache
from tests import zips
from tests.cli.conftest import Run

UNKNOWN = 8
CATALOG = (
    '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'
    '<rewriteURI uriStartString="https://xbrl.fasb.org/" rewritePrefix="../fasb/"/></catalog>'
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache."""
    monkeypatch.setenv("RETROXBRL_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """What stands for the official package of a release."""
    schema = ("p/fasb/us-gaap/2025/elts/us-gaap-2025.xsd", "<official/>")
    return zips.zipped(tmp_path / "fasb.zip", [("p/META-INF/catalog.xml", CATALOG), schema])


def test_the_releases_are_listed_with_what_validation_takes_them_from(retroxbrl: Run, package: Path) -> None:
    code, before, _ = retroxbrl("taxonomy", "list")
    installed, told, _ = retroxbrl("taxonomy", "install", "us-gaap/2025", "--from", package)
    _, after, _ = retroxbrl("taxonomy", "list")

    assert (code, installed) == (0, 0)
    assert before.splitlines() == [f"us-gaap/{year}  embedded index" for year in (2009, 2024, 2025)]
    assert told == f"us-gaap/2025 is installed: {cache.installed('us-gaap/2025')}\n"
    assert after.splitlines() == [
        *before.splitlines()[:2],
        f"us-gaap/2025  installed: {cache.installed('us-gaap/2025')}",
    ]


def test_the_cache_is_a_folder_and_each_release_a_package_in_it(retroxbrl: Run, folder: Path) -> None:
    _, whole, _ = retroxbrl("taxonomy", "path")
    code, one, _ = retroxbrl("taxonomy", "path", "us-gaap/2009")

    assert whole == f"{folder}\n"
    assert code == 0
    assert one == f"{cache.path('us-gaap/2009')}\n"
    assert Path(one.strip()).parent == folder / "taxonomies"


def test_a_release_that_is_none_has_no_path(retroxbrl: Run) -> None:
    code, out, err = retroxbrl("taxonomy", "path", "us-gaap/1997")

    assert (code, out) == (UNKNOWN, "")
    assert "us-gaap/2025" in err


def test_a_package_that_is_none_is_not_installed(retroxbrl: Run, tmp_path: Path) -> None:
    (tmp_path / "no.zip").write_text("no zip")

    code, out, err = retroxbrl("taxonomy", "install", "us-gaap/2025", "--from", tmp_path / "no.zip")

    assert (code, out) == (UNKNOWN, "")
    assert "not a taxonomy package" in err
