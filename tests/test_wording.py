"""Counts and text from outside, as a person reads them; the library's messages speak of its parameters, and the command
line's of its options."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from converter import convert
from converter.cli import run
from converter.cli.wording import told
from converter.errors import NoStatementError, OutputError
from converter.wording import counted, printable
from tests.conftest import ROOT

RELEASE = ROOT / "tests" / "releases" / "larkfield-8k-20011018.txt"
OPTION = re.compile(r"\w\s(--[a-z]|-o\b)|^--[a-z][a-z-]+ \w")
"""An option within a sentence; options alone are arguments of other programs."""


@pytest.mark.parametrize(
    ("count", "told"), [(0, "0 findings"), (1, "1 finding"), (2, "2 findings"), (12_000, "12,000 findings")]
)
def test_one_of_a_thing_is_no_plural(count: int, told: str) -> None:
    assert counted(count, "finding") == told


def test_a_plural_of_its_own() -> None:
    assert [counted(count, "company", "companies") for count in (1, 2)] == ["1 company", "2 companies"]


def test_what_cannot_be_printed_or_commands_a_terminal_is_replaced() -> None:
    assert printable("a\udcffb \x1b[31m\x9bc\n\tÄ–") == "a?b ?[31m?c\n\tÄ–"


def sentences(path: Path) -> Iterator[str]:
    """The texts of a module but for its docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.value


def test_no_message_of_the_library_speaks_of_options() -> None:
    package = ROOT / "converter"
    its_own = ("cli", "batch")  # what a command does, and no function of the API
    modules = [path for path in package.rglob("*.py") if path.relative_to(package).parts[0] not in its_own]

    found = {(str(path), text) for path in modules for text in sentences(path) if OPTION.search(text)}

    assert len(modules) > 100
    assert found == set()


def test_an_option_in_a_sentence_is_recognised() -> None:
    for text in ("Give it with --cik.", "Give another folder with -o, or", "--document reads one part alone."):
        assert OPTION.search(text)
    for text in ("--save-viewer", "-o", "a -- b", "Give it with `cik`."):
        assert not OPTION.search(text)


def test_parameters_become_options() -> None:
    assert told("Give it with `cik`.") == "Give it with --cik."
    assert told("Another `folder`, `force` or `fiscal_year_end`.") == "Another -o, --force or --fiscal-year-end."
    assert told("`retroxbrl inspect` and `anything` stay.") == "`retroxbrl inspect` and `anything` stay."


def test_errors_and_findings_speak_to_whom_they_reach(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    conversion = convert(RELEASE)
    assert any("Give it with `cik`." in finding.message for finding in conversion.findings)
    conversion.write(tmp_path / "out")
    with pytest.raises(OutputError, match="`force`"):
        conversion.write(tmp_path / "out")
    with pytest.raises(NoStatementError):
        convert(b"No statement.")

    assert run(["convert", str(RELEASE), "--no-validate", "-o", str(tmp_path / "out")]) == OutputError.exit_code
    assert "with -o, or replace it with --force" in capsys.readouterr().err
    assert run(["convert", str(RELEASE), "--no-validate", "-o", str(tmp_path / "new")]) == 0
    assert "Give it with --cik." in capsys.readouterr().out
