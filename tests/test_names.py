"""The package has two names, `converter` and `retroxbrl`, and one set of modules."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT


def python(*arguments: str) -> str:
    """What a fresh interpreter prints, with the checkout as its only way to the package."""
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.mark.parametrize("first", ["retroxbrl", "converter", "converter.errors"])
def test_both_names_give_the_same_modules(first: str) -> None:
    program = f"""
import {first}
import converter, retroxbrl, retroxbrl.errors, converter.taxonomy.index
from retroxbrl import convert
from retroxbrl.taxonomy import index
assert retroxbrl is converter
assert convert is converter.convert
assert retroxbrl.errors is converter.errors
assert index is converter.taxonomy.index
assert converter.errors.__spec__.name == "converter.errors"
"""
    assert python("-c", program) == ""


def test_a_module_that_is_not_there_is_an_import_error() -> None:
    program = "import retroxbrl\ntry: import retroxbrl.nothing\nexcept ModuleNotFoundError: print('not there')"
    assert python("-c", program) == "not there"


@pytest.mark.parametrize("name", ["retroxbrl", "converter"])
def test_both_names_run_the_command_line(name: str) -> None:
    assert python("-m", name, "--version").startswith("retroxbrl ")
