"""The viewer as files, and what is said when there can be none. What it shows is tested in tests/browser."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from converter.errors import OutputError
from converter.exports import viewer
from converter.report import Report
from converter.taxonomy import cache
from tests import sample


@pytest.fixture
def report() -> Report:
    return sample.report()


def test_the_same_report_gives_the_same_viewer(report: Report) -> None:
    assert viewer.export(report) == viewer.export(report)


def test_an_arelle_that_fails_is_an_error_with_a_cause(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(viewer.sys, "executable", shutil.which("false"))
    with pytest.raises(OutputError, match="Arelle made no viewer"):
        viewer.export(report)


def test_a_taxonomy_that_is_not_found_is_an_error(
    report: Report, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(cache, "packages", list)
    monkeypatch.setattr(cache, "folder", lambda: tmp_path)
    with pytest.raises(OutputError, match=r"us-gaap|dei"):
        viewer.export(report)
