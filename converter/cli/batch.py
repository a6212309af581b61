"""`retroxbrl batch`: many documents."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

import click

from converter.cli import log
from converter.cli.arguments import conversion_options, format_option, formats_of, refuse_idle, rules_options
from converter.cli.wording import told
from converter.errors import IncompleteError, InterruptedRunError
from converter.findings import Severity
from converter.options import Options
from converter.wording import counted

if TYPE_CHECKING:
    from converter.batch import Row
    from converter.validation import Settings


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("-o", "--out", required=True, help="Folder for the results, or a URL.")
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count(), show_default="all cores", help="Processes.")
@click.option(
    "--engine", type=click.Choice(["local", "dask"]), default="local", show_default=True, help="What runs them."
)
@click.option("--scheduler", metavar="ADDRESS", help="Of a Dask cluster; else one of --jobs processes is made here.")
@click.option("--resume", is_flag=True, help="Continue the batch in the folder; what is done stays.")
@click.option("--retry", is_flag=True, help="As --resume, and do again what crashed, failed or met a limit.")
@click.option("--force", is_flag=True, help="Start anew in a folder that holds a batch.")
@click.option("--no-validate", "validate", flag_value=False, default=True, help="Do not validate the outputs.")
@click.option(
    "--seconds",
    type=click.FloatRange(0, min_open=True),
    default=120,
    show_default=True,
    help="Give up a document after this long.",
)
@click.option(
    "--megabytes", type=click.IntRange(1), default=4096, show_default=True, help="Address space of a process."
)
@click.option(
    "--no-earlier",
    "earlier",
    flag_value=False,
    default=True,
    help="Read no document with the earlier filings of its company.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
@rules_options
@format_option
@conversion_options
def command(
    paths: tuple[str, ...],
    out: str,
    jobs: int,
    engine: str,
    scheduler: str | None,
    resume: bool,
    retry: bool,
    force: bool,
    validate: bool,
    seconds: float,
    megabytes: int,
    earlier: bool,
    quiet: bool,
    rules: Settings,
    formats: str,
    options: Options,
) -> None:
    """Convert the files of PATHS, each into a folder of its own, and sum up in summary.parquet and summary.csv.

    PATHS and the output may be URLs (s3://bucket/in/*.txt) that fsspec can open.

    A document that crashes, hangs or swallows memory costs its own row only.
    """
    from converter import batch
    from converter.batch import memory

    refuse_idle(rules, validate)
    settings = batch.Settings(options, formats_of(formats, quiet), validate, jobs, seconds, megabytes, rules, earlier)
    runs = batch.engine(engine, scheduler)
    to = batch.output(out, shared=engine != "local")
    planned = batch.plan(paths)
    if scheduler is None and (less := memory.allowed(megabytes)) < megabytes:
        _say("batch.memory", f"The system allows a process {less} MB of address space; so --megabytes is {less}.")
    done = 0
    with _progress(len(planned), quiet) as show:

        def on_row(row: Row) -> None:
            nonlocal done
            done += 1
            show(row)

        try:
            rows = batch.run(
                planned, to, settings, resume=resume or retry, force=force, retry=retry, on_row=on_row, engine=runs
            )
        except KeyboardInterrupt:
            cause = f"Interrupted: {done} of {len(planned)} documents are done."
            raise InterruptedRunError(cause, "Go on with the same command and --resume.") from None
    if log.wanted():
        log.say(Severity.INFO, "batch.summary", _counts(rows), summary=f"{out}/summary.csv")
    elif not quiet:
        _print_summary(rows, out)
    _fail(rows, out)


def _say(code: str, message: str) -> None:
    """Something that a person should know and that is no result."""
    if log.wanted():
        log.say(Severity.INFO, code, message)
    else:
        click.echo(message, err=True)


def _log(row: Row, quiet: bool) -> None:
    """One line for each document as it is done: the row of the summary."""
    severity = Severity.INFO if row.status == "done" else Severity.ERROR
    if not quiet or severity is Severity.ERROR:
        data = row.as_json()
        log.say(severity, f"batch.{row.status.replace(' ', '-')}", data.pop("message"), file=data.pop("source"), **data)


def _counts(rows: list[Row]) -> str:
    counts = Counter(row.status.value for row in rows)
    return f"{counted(len(rows), 'document')}: " + ", ".join(
        f"{count} {status}" for status, count in counts.most_common()
    )


@contextmanager
def _progress(total: int, quiet: bool) -> Iterator[Callable[[Row], None]]:
    if log.wanted():
        yield partial(_log, quiet=quiet)
        return
    if quiet:
        yield lambda row: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}", markup=False)
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("", total=total)
        yield lambda row: progress.update(task, advance=1, description=f"{row.status}: {row.name}")


def _fail(rows: list[Row], out: str) -> None:
    failed = [row for row in rows if row.status.is_failure]
    if failed:
        cause = f"{len(failed)} of {len(rows)} documents failed, or their output is not valid."
        remedy = f"{out}/summary.csv says why; --retry does those again that may end otherwise."
        raise IncompleteError(cause, remedy)


def _print_summary(rows: list[Row], out: str) -> None:
    for row in rows:
        if not row.status.has_folder:
            click.echo(f"{row.status}: {click.format_filename(row.source)}: {click.format_filename(told(row.message))}")
    click.echo(_counts(rows))
    click.echo(f"Summary: {out}/summary.csv and {out}/summary.parquet")
