"""`--log-json`: what the program says to a person, said to a machine: one JSON object a line, on standard error.

What a command was asked for (`--json`, `inspect`, `maps explain`) stays on standard output.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import click

from converter.cli.wording import told
from converter.errors import RetroxbrlError
from converter.findings import Severity

OPTION = "--log-json"
_WANTED = "converter.cli.log.wanted"


def want(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    """The option's callback: all commands below see it."""
    ctx.meta[_WANTED] = wanted


def wanted() -> bool:
    """Whether the running command should say what it says as JSON lines."""
    return bool(click.get_current_context().meta.get(_WANTED))


def asked_for(arguments: Sequence[str]) -> bool:
    """The same before there is a command, or when there is none any more."""
    return OPTION in arguments


def say(severity: Severity, code: str, message: str, **more: Any) -> None:
    """Write one line; what is None is left out.

    Args:
        more: `file`, `line`, `column`, `fact` where the message has a place; further fields of the code's own.
    """
    fields = {"severity": severity, "code": code, "message": told(message), **more}
    present = {name: value for name, value in fields.items() if value is not None}
    click.echo(json.dumps(present, ensure_ascii=False, default=str), err=True)


def say_error(error: RetroxbrlError | click.ClickException | Exception, exit_code: int) -> None:
    """Write the line of what ended a command."""
    if isinstance(error, RetroxbrlError):
        say(Severity.ERROR, _code(error), error.cause, remedy=told(error.remedy) or None, exit_code=exit_code)
    elif isinstance(error, click.ClickException):
        say(Severity.ERROR, "error.usage", error.format_message(), exit_code=exit_code)
    else:
        say(Severity.ERROR, "error.internal", f"{type(error).__name__}: {error}", exit_code=exit_code)


def _code(error: RetroxbrlError) -> str:
    """`NoStatementError` as `error.no-statement`."""
    name = type(error).__name__.removesuffix("Error")
    return "error." + "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("-")
