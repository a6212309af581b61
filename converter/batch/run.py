"""Run a batch: what is done already, the pool for the rest, the summary."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from converter.batch import pool, summary
from converter.batch.folder import Folder
from converter.batch.plan import Job
from converter.batch.row import Row
from converter.batch.settings import Settings
from converter.batch.work import work
from converter.batch.worker import Work
from converter.errors import OutputError


def run(
    jobs: Sequence[Job],
    folder: Folder,
    settings: Settings,
    *,
    resume: bool = False,
    force: bool = False,
    on_row: Callable[[Row], None] = lambda row: None,
    work: Work = work,
) -> list[Row]:
    """Convert all documents into a folder and write the summary there.

    Args:
        resume: go on with the batch in the folder, keeping what is done.
        force: start anew in a folder that holds a batch; folders of the same names are replaced.
        on_row: told of each row as it comes, the kept ones first.
        work: what a worker does with a document.

    Returns:
        One row per job, in their order.

    Raises:
        OutputError: the folder holds a batch and neither `resume` nor `force` is given, or it cannot be written.
        UsageError: the batch in the folder was started with other settings.
        MapError, TaxonomyError: the mapping files or the release are wrong for every document.
    """
    _check(settings)
    with folder.alone():
        rows = _begin(jobs, folder, settings, resume, force)
        for row in rows.values():
            on_row(row)
        for row in pool.rows([job for job in jobs if job.name not in rows], folder, settings, work):
            rows[row.name] = row
            on_row(row)
        ordered = [rows[job.name] for job in jobs]
        folder.save("summary.csv", summary.as_csv(ordered))
        folder.save("summary.parquet", summary.as_parquet(ordered))
    return ordered


def _check(settings: Settings) -> None:
    """Say before the first document what would be wrong with all of them."""
    from converter.exports import chosen
    from converter.mapping.maps import load_maps
    from converter.taxonomy import load_index

    chosen(settings.formats)
    load_index(settings.options.taxonomy)
    load_maps(settings.options.taxonomy, settings.options.maps, None, settings.options.cik)


def _begin(jobs: Sequence[Job], folder: Folder, settings: Settings, resume: bool, force: bool) -> dict[str, Row]:
    """The rows that are done already."""
    if folder.begun() and resume:
        done = folder.rows(settings.fingerprint())
        return {job.name: done[job.name] for job in jobs if job.name in done}
    if folder.begun() and not force:
        raise OutputError(f"{folder} holds a batch already.", "Continue it with --resume, or start anew with --force.")
    folder.start(settings.fingerprint())
    return {}
