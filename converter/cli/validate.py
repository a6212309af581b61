"""`retroxbrl validate`: any XBRL from anybody."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from converter.cli import log, show
from converter.cli.arguments import fail_on_option, rules_options, seconds_option
from converter.errors import InvalidOutputError
from converter.findings import Severity
from converter.wording import counted, printable

if TYPE_CHECKING:
    from converter.validation import Settings, Validation


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--package",
    "packages",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="A taxonomy package to use; repeatable.",
)
@click.option("--online", is_flag=True, help="Let Arelle fetch what is not in the cache.")
@click.option("--jobs", type=click.IntRange(1), help="Processes for several reports.  [default: all cores]")
@seconds_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@rules_options
@fail_on_option
def command(
    paths: tuple[Path, ...],
    packages: tuple[Path, ...],
    rules: Settings,
    online: bool,
    jobs: int | None,
    seconds: int,
    as_json: bool,
    fail_on: str,
) -> None:
    """Validate the reports among PATHS: instances, inline documents, xBRL-JSON and -CSV, packages, folders of these."""
    from converter.validation import fails, validate

    settings = replace(rules, packages=packages, offline=not online)
    results = validate(paths, settings, jobs=jobs, seconds=seconds)
    if as_json:
        click.echo(json.dumps([_as_json(result) for result in results], ensure_ascii=False, indent=2))
    if log.wanted():
        for result in results:
            _log(result)
    elif not as_json:
        for result in results:
            _print(result)
    _tell_parts(paths, results)
    failed = [] if fail_on == "never" else [one for one in results if fails(one.messages, Severity(fail_on))]
    if failed:
        raise InvalidOutputError(
            f"{len(failed)} of {counted(len(results), 'report')} {'is' if len(failed) == 1 else 'are'} invalid.",
            "The messages above say why.",
        )


def _tell_parts(paths: tuple[Path, ...], results: list[Validation]) -> None:
    """Says of the files that were named and are parts of reports that they have no result of their own."""
    parts = {path for path in paths if not path.is_dir()} - {result.path for result in results}
    if parts:
        names = ", ".join(sorted(printable(path) for path in parts))
        click.echo(f"Parts of reports (linkbases, schemas, viewers), not validated by themselves: {names}", err=True)


def _print(result: Validation) -> None:
    click.echo(f"{click.style(printable(result.path), bold=True)}: {result.verdict} ({result.seconds:.1f} s)")
    for message in result.messages:
        click.echo(f"  {show.finding_line(message.finding())}")


def _log(result: Validation) -> None:
    file = str(result.path)
    for message in result.messages:
        log.say(**show.finding_json(message.finding()), file=file)
    said = f"{result.verdict} ({result.seconds:.1f} s)"
    log.say(Severity.INFO, "validate.done", said, file=file, verdict=result.verdict)


def _as_json(result: Validation) -> dict[str, object]:
    messages = [asdict(message) for message in result.messages]
    return {"path": printable(result.path), "verdict": result.verdict, "messages": messages, "seconds": result.seconds}
