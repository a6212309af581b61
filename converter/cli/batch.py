"""`retroxbrl batch`: many documents."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from converter.cli.arguments import conversion_options, format_option, formats_of, refuse_idle, rules_options
from converter.cli.wording import told
from converter.options import Options

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
@click.option("--force", is_flag=True, help="Start anew in a folder that holds a batch.")
@click.option("--no-validate", "validate", flag_value=False, default=True, help="Do not validate the outputs.")
@click.option("--seconds", type=float, default=120, show_default=True, help="Give up a document after this long.")
@click.option("--megabytes", type=int, default=4096, show_default=True, help="Address space of a process.")
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
    force: bool,
    validate: bool,
    seconds: float,
    megabytes: int,
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

    refuse_idle(rules, validate)
    settings = batch.Settings(options, formats_of(formats, quiet), validate, jobs, seconds, megabytes, rules)
    runs = batch.engine(engine, scheduler)
    to = batch.output(out, shared=engine != "local")
    planned = batch.plan(paths)
    with _progress(len(planned), quiet) as on_row:
        rows = batch.run(planned, to, settings, resume=resume, force=force, on_row=on_row, engine=runs)
    if not quiet:
        _print_summary(rows, out)


@contextmanager
def _progress(total: int, quiet: bool) -> Iterator[Callable[[Row], None]]:
    if quiet:
        yield lambda row: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}")
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("", total=total)
        yield lambda row: progress.update(task, advance=1, description=f"{row.status}: {row.name}")


def _print_summary(rows: list[Row], out: str) -> None:
    for row in rows:
        if not row.status.has_folder:
            click.echo(f"{row.status}: {row.source}: {told(row.message)}")
    counts = Counter(row.status.value for row in rows)
    click.echo(f"{len(rows)} documents: " + ", ".join(f"{count} {status}" for status, count in counts.most_common()))
    click.echo(f"Summary: {out}/summary.csv and {out}/summary.parquet")
