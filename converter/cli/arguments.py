"""Options that several commands share, and how they become the library's."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from converter.cli import log
from converter.errors import UsageError
from converter.findings import Severity
from converter.options import DEFAULT_TAXONOMY, Options

if TYPE_CHECKING:
    from converter.validation import Settings

Function = TypeVar("Function", bound=Callable[..., Any])


def taxonomy_option_of(default: str | None, told: str) -> Callable[[Function], Function]:
    """The option that names the taxonomy release, with the command's own default.

    Args:
        default: the release; None: what the command finds out.
        told: the default as the help tells it.
    """
    return click.option(
        "--taxonomy",
        metavar="RELEASE",
        default=default,
        help="us-gaap/2009, us-gaap/2024, us-gaap/2025, one that is installed, or by-age: 2009 for documents of years "
        f"before 2009, else 2025.  [default: {told}]",
    )


taxonomy_option = taxonomy_option_of(DEFAULT_TAXONOMY, DEFAULT_TAXONOMY)
maps_option = click.option(
    "--maps", metavar="DIR", type=click.Path(path_type=Path), help="Your own maps, over the built-in ones."
)

_CONVERSION = (
    click.option("--cik", metavar="NUMBER", help="The company's CIK."),
    click.option("--company", metavar="NAME", help="The registrant's name."),
    click.option("--prefix", metavar="NAME", help="Namespace prefix of the extension, and start of the file names."),
    click.option("--fiscal-year-end", metavar="MM-DD", help="When the fiscal year ends."),
    click.option("--document-type", metavar="TYPE", help="8-K, 10-Q, ..."),
    taxonomy_option,
    maps_option,
    click.option("--document", metavar="N|TYPE", help="Read this part of a submission only: its number or type."),
    click.option(
        "--notes/--no-notes", default=None, help="Tag the notes.  [default: in 10-K, 10-Q and annual reports]"
    ),
    click.option("--from-fds", is_flag=True, help="Take the facts from the EX-27 schedule alone."),
)


def _as_one(
    function: Function, options: Sequence[Callable[[Function], Function]], name: str, make: Callable[..., Any]
) -> Function:
    """Give a command options that it receives as one argument.

    Args:
        options: whose parameters are those of `make`.
        name: of the argument.
        make: builds it.
    """
    parameters = inspect.signature(make).parameters

    @functools.wraps(function)
    def with_one(*args: Any, **kwargs: Any) -> Any:
        one = make(**{parameter: kwargs.pop(parameter) for parameter in parameters})
        return function(*args, **{name: one}, **kwargs)

    for option in reversed(options):
        with_one = option(with_one)
    return with_one  # type: ignore[return-value]


def conversion_options(function: Function) -> Function:
    """Give a command the options of a conversion; it receives them as one `options: Options`."""
    return _as_one(function, _CONVERSION, "options", Options)


def received(file: Path) -> tuple[bytes, str]:
    """The bytes of an input and what it is called; `-` is standard input.

    Raises:
        InputError: there is no such file, or it cannot be read.
    """
    from converter.sources.loading import STANDARD_INPUT, load, standard_input

    return standard_input() if str(file) == STANDARD_INPUT else load(file), name_of(file)


def name_of(file: Path) -> str:
    """What an input is called; `-` is standard input."""
    from converter.sources.loading import STANDARD_INPUT, STANDARD_INPUT_NAME

    return STANDARD_INPUT_NAME if str(file) == STANDARD_INPUT else file.name


earlier_option = click.option(
    "--earlier",
    metavar="OUT",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Output of an earlier filing of the company, whose lines keep their concepts; repeatable.",
)

fail_on_option = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="Exit with code 5 when there is a finding of this severity.",
)

seconds_option = click.option(
    "--seconds",
    type=click.IntRange(1, 86_400),
    default=300,
    show_default=True,
    help="Give up a document after this long.",
)

format_option = click.option(
    "--format",
    "formats",
    metavar="NAME[,NAME...]",
    default="",
    help="Further outputs: ixbrl, package, xbrl-json, xbrl-csv, fsds, companyfacts, duckdb, parquet, csv, html, "
    "viewer; or all, which is every one that is installed, but viewer.",
)


def formats_of(text: str, quiet: bool) -> tuple[str, ...]:
    """The formats that the value of `--format` names; tells what `all` leaves out for want of a package.

    Raises:
        UsageError: one of them is not known, or not installed.
    """
    from converter.exports import chosen, left_out

    names = [name.strip() for name in text.split(",") if name.strip()]
    formats = chosen(names)
    if not quiet:
        for name, how in left_out(names).items():
            note = f"--format all leaves out {name}, which is not installed. Install it: {how}"
            if log.wanted():
                log.say(Severity.INFO, "format.left-out", note)
            else:
                click.echo(f"note: {note}", err=True)
    return formats


_RULES = (
    click.option(
        "--plugin", "plugins", multiple=True, metavar="PATH", help="An Arelle plugin, or a folder of them; repeatable."
    ),
    click.option(
        "--plugin-option",
        "plugin_options",
        multiple=True,
        metavar="NAME=VALUE",
        help="What a plugin needs; repeatable.",
    ),
    click.option("--disclosure-system", metavar="NAME", help="Rules of a regulator that a plugin brings, e.g. efm."),
)


def rules_options(function: Function) -> Function:
    """Give a command the options for rules beyond XBRL; it receives them as one `rules: Settings`."""
    return _as_one(function, _RULES, "rules", _rules)


def _rules(plugins: tuple[str, ...], plugin_options: tuple[str, ...], disclosure_system: str | None) -> Settings:
    from converter.validation.settings import Settings

    told = tuple(map(_name_and_value, plugin_options))
    return Settings(plugins=plugins, plugin_options=told, disclosure_system=disclosure_system)


def refuse_idle(rules: Settings, validate: bool) -> None:
    """Tell that rules are named while nothing is validated.

    Raises:
        UsageError: it is so.
    """
    from converter.validation.settings import DEFAULT

    if not validate and rules != DEFAULT:
        raise UsageError("--no-validate leaves nothing for plugins to do.", "Leave one of the two out.")


def _name_and_value(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise UsageError(f"{text!r} is no plugin option.", "Write it as NAME=VALUE, e.g. xule_rule_set=dqc.zip.")
    return name.strip().removeprefix("--").replace("-", "_"), value
