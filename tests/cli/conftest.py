"""The program as a test runs it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from converter.cli import run

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def retroxbrl(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the program; exit code, output and error output."""

    def retroxbrl(*arguments: object) -> tuple[int, str, str]:
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return retroxbrl
