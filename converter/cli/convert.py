"""`retroxbrl convert`: one document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from converter.cli import show
from converter.cli.arguments import (
    conversion_options,
    fail_on_option,
    format_option,
    formats_of,
    refuse_idle,
    rules_options,
)
from converter.errors import InvalidOutputError, OutputError
from converter.findings import Finding, Severity
from converter.options import Options

if TYPE_CHECKING:
    from converter.validation import Settings


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Output folder.  [default: out/<name of the file>]")
@click.option("--force", is_flag=True, help="Replace an output folder that exists.")
@click.option("--no-validate", "validate", flag_value=False, default=True, help="Do not validate the output.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@rules_options
@fail_on_option
@format_option
@conversion_options
def command(
    file: Path,
    out: Path | None,
    force: bool,
    validate: bool,
    quiet: bool,
    as_json: bool,
    rules: Settings,
    fail_on: str,
    formats: str,
    options: Options,
) -> None:
    """Turn FILE, a release or filing as text or HTML, into XBRL.

    Writes the instance, the company's extension taxonomy and report.json, which ties every fact to its place in FILE.
    """
    from converter.pipeline import convert
    from converter.validation import validate as validated

    refuse_idle(rules, validate)
    wanted = formats_of(formats, quiet)
    folder = out or Path("out") / (file.stem or "document")
    if not force and folder.is_dir() and any(folder.iterdir()):  # said before the work, not after it
        raise OutputError(f"{folder} exists.", "Give another output folder with -o, or replace it with --force.")
    conversion = convert(file, options)
    if validate:
        conversion = conversion.validated(lambda path: validated([path], rules)[0])
    files = conversion.write(folder, formats=wanted, force=force)
    if as_json:
        click.echo(show.as_json(conversion, files))
    elif not quiet:
        for line in show.conversion(conversion, files):
            click.echo(line)
    _fail(conversion.findings, fail_on, folder)


def _fail(findings: Sequence[Finding], fail_on: str, folder: Path) -> None:
    limits = {"error": {Severity.ERROR}, "warning": {Severity.ERROR, Severity.WARNING}, "never": set[Severity]()}
    count = sum(finding.severity in limits[fail_on] for finding in findings)
    if count:
        remedy = f"The findings above, and in {folder / 'report.json'}, say where. --fail-on sets what counts."
        raise InvalidOutputError(f"The output has {count} findings of severity {fail_on} or worse.", remedy)
