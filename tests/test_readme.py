"""The README's commands, followed to the letter from its first to its last, do what it says."""

from __future__ import annotations

import re
import shlex
import shutil
import textwrap
from pathlib import Path

import pytest

from converter.cli import run
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = re.findall(r"^    retroxbrl (.+)$", README, re.M)


def block_after(words: str) -> str:
    """The indented block that follows words."""
    found = re.search(re.escape(words) + r"\n\n((?:    .*\n|\n)+)", README)
    assert found, words
    return textwrap.dedent(found[1])


@pytest.fixture
def as_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with what the README has its reader put there."""
    copied = re.search(r"^    cp (\S+) (\S+)$", README, re.M)
    assert copied
    shutil.copy(ROOT / copied[1], tmp_path / copied[2])
    (tmp_path / "mymaps").mkdir()
    (tmp_path / "mymaps" / "mine.yaml").write_text(block_after("`mymaps/mine.yaml`,"))
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("as_told")
def test_the_commands_work_one_after_another(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(COMMANDS) >= 4
    for command in COMMANDS:
        assert run(shlex.split(command, comments=True)) == 0, command
    printed = capsys.readouterr().out
    shown = block_after("row what it was mapped to and why.")
    for line in shown.splitlines():
        assert all(part.strip() in printed for part in line.split("...")), line
    assert "RestructuringCostsAndAssetImpairmentCharges" in Path("out/mine/report.json").read_text("utf-8")


@pytest.mark.usefixtures("as_told")
def test_what_it_shows_of_the_outputs_is_in_them() -> None:
    assert run(["convert", "release.txt", "-o", "out/release", "--no-validate", "--quiet"]) == 0
    instance = " ".join(Path("out/release/lrkf-20010930.xml").read_text("utf-8").split())
    elements = block_after("Output, the same in the instance (`lrkf-20010930.xml`):").strip().splitlines()
    assert len(elements) == 4
    for element in elements:
        name, context, value = re.findall(r"<(\S+)\s+contextRef=\"(\S+)\".*>(\d+)<", element)[0]
        assert re.search(rf"<{name} [^>]*contextRef=\"{context}\"[^>]*>{value}<", instance), element


@pytest.mark.usefixtures("as_told")
def test_the_python_runs(capsys: pytest.CaptureFixture[str]) -> None:
    exec(block_after("In Python:"), {})
    assert "us-gaap:SalesRevenueNet 18412000" in capsys.readouterr().out
    assert Path("out/from-python/report.json").is_file()
