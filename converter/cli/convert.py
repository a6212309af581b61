"""`retroxbrl convert`: one document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from converter import isolated
from converter.cli import log, show
from converter.cli.arguments import (
    conversion_options,
    earlier_option,
    fail_on_option,
    format_option,
    formats_of,
    name_of,
    received,
    refuse_idle,
    rules_options,
    seconds_option,
)
from converter.errors import InvalidOutputError, TimeLimitError
from converter.findings import Finding, Severity
from converter.options import Options
from converter.wording import counted

if TYPE_CHECKING:
    from converter.conversion import Conversion
    from converter.validation import Settings

Result = TypeVar("Result")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Output folder.  [default: out/<name of the file>]")
@click.option("--force", is_flag=True, help="Replace an earlier conversion of FILE; files of yours are never.")
@click.option("--no-validate", "validate", flag_value=False, default=True, help="Do not validate the output.")
@seconds_option
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@earlier_option
@rules_options
@fail_on_option
@format_option
@conversion_options
def command(
    file: Path,
    out: Path | None,
    force: bool,
    validate: bool,
    seconds: int,
    quiet: bool,
    as_json: bool,
    earlier: tuple[Path, ...],
    rules: Settings,
    fail_on: str,
    formats: str,
    options: Options,
) -> None:
    """Turn FILE, a release or filing as text or HTML (also in gzip or zip; - is standard input), into XBRL.

    Writes the instance, the company's extension taxonomy and report.json, which ties every fact to its place in FILE.
    """
    from converter.rendering.folder import check_free, write_folder
    from converter.rendering.naming import folder_name

    refuse_idle(rules, validate)
    wanted = formats_of(formats, quiet)
    folder = out or Path("out") / folder_name(Path(name_of(file)).stem)
    check_free(folder, force=force)  # said before the work, not after it
    data, name = received(file)
    work = partial(_converted, data, name, options, earlier, rules if validate else None, wanted)
    conversion, made = _in_time(work, file, seconds)
    files = write_folder(folder, made, force=force)
    if as_json:
        click.echo(show.as_json(conversion, files))
    if log.wanted():
        _log(conversion, files, str(file), quiet)
    elif not as_json and not quiet:
        for line in show.conversion(conversion, files):
            click.echo(line)
    _fail(conversion.findings, fail_on, folder)


def _converted(
    data: bytes,
    name: str,
    options: Options,
    earlier: Sequence[Path],
    rules: Settings | None,
    formats: Sequence[str],
) -> tuple[Conversion, dict[str, bytes]]:
    """The conversion, validated by the rules unless they are None, and its files."""
    from converter.pipeline import convert
    from converter.validation import validate as validated

    conversion = convert(data, options, name=name, earlier=earlier)
    if rules is not None:
        conversion = conversion.validated(lambda path: validated([path], rules)[0])
    return conversion, conversion.files(formats)


def _in_time(work: Callable[[], Result], file: Path, seconds: int) -> Result:
    """The result of `work`, in a process of its own: an endless loop in C code cannot be ended otherwise.

    Raises:
        TimeLimitError: it takes longer than `seconds`.
    """
    import converter.pipeline  # noqa: F401  # what is loaded before is there in both processes

    try:
        return isolated.run(work, seconds)
    except isolated.TimeLimit:
        remedy = "Give it more with --seconds; `retroxbrl inspect` shows how far the document can be read."
        raise TimeLimitError(f"{file} takes longer than {seconds} seconds; nothing is written.", remedy) from None


def _log(conversion: Conversion, files: Sequence[Path], source: str, quiet: bool) -> None:
    for finding in conversion.findings:
        if not quiet or finding.severity is Severity.ERROR:
            log.say(**show.finding_json(finding, conversion.report.document), file=source)
    if not quiet:
        verdict = conversion.validation.verdict if conversion.validation else None
        folder = str(files[0].parent)
        log.say(Severity.INFO, "convert.done", f"Files in {folder}.", file=source, folder=folder, verdict=verdict)


def _fail(findings: Sequence[Finding], fail_on: str, folder: Path) -> None:
    limits = {"error": {Severity.ERROR}, "warning": {Severity.ERROR, Severity.WARNING}, "never": set[Severity]()}
    count = sum(finding.severity in limits[fail_on] for finding in findings)
    if count:
        remedy = f"The findings above, and in {folder / 'report.json'}, say where. --fail-on sets what counts."
        raise InvalidOutputError(f"The output has {counted(count, 'finding')} of severity {fail_on} or worse.", remedy)
