"""`retroxbrl validate`: any XBRL from anybody."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from converter.cli import log, show
from converter.cli.arguments import fail_on_option, rules_options
from converter.errors import InvalidOutputError
from converter.findings import Severity

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
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@rules_options
@fail_on_option
def command(
    paths: tuple[Path, ...],
    packages: tuple[Path, ...],
    rules: Settings,
    online: bool,
    jobs: int | None,
    as_json: bool,
    fail_on: str,
) -> None:
    """Validate the reports among PATHS: instances, inline documents, xBRL-JSON and -CSV, packages, folders of these."""
    from converter.validation import fails, validate

    settings = replace(rules, packages=packages, offline=not online)
    results = validate(paths, settings, jobs=jobs)
    if as_json:
        click.echo(json.dumps([_as_json(result) for result in results], ensure_ascii=False, indent=2))
    if log.wanted():
        for result in results:
            _log(result)
    elif not as_json:
        for result in results:
            _print(result)
    failed = [] if fail_on == "never" else [one for one in results if fails(one.messages, Severity(fail_on))]
    if failed:
        raise InvalidOutputError(f"{len(failed)} of {len(results)} reports are invalid.", "The messages above say why.")


def _print(result: Validation) -> None:
    click.echo(f"{click.style(str(result.path), bold=True)}: {result.verdict} ({result.seconds:.1f} s)")
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
    return {"path": str(result.path), "verdict": result.verdict, "messages": messages, "seconds": result.seconds}
