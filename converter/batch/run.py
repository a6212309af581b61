"""Run a batch: what is done already, the engine for the rest, the summary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from converter.batch import index, pool, summary
from converter.batch.companies import with_earlier
from converter.batch.engine import Engine
from converter.batch.known import recognised
from converter.batch.output import Output
from converter.batch.plan import Job
from converter.batch.row import Row
from converter.batch.settings import Settings
from converter.batch.work import work
from converter.batch.worker import Work
from converter.errors import OutputError
from converter.options import without_age


def run(
    jobs: Sequence[Job],
    out: Output,
    settings: Settings,
    *,
    resume: bool = False,
    force: bool = False,
    retry: bool = False,
    on_row: Callable[[Row], None] = lambda row: None,
    engine: Engine = pool.rows,
    work: Work = work,
) -> list[Row]:
    """Convert all documents into a folder and write the summary there.

    Args:
        resume: go on with the batch in the folder, keeping what is done.
        force: start anew in a folder that holds a batch; conversions in folders of the same names are replaced.
        retry: with `resume`, do those again that may end otherwise now: crashed, over a limit, an error of the program.
        on_row: told of each row as it comes, the kept ones first.
        engine: what runs the documents.
        work: what a worker does with a document.

    Returns:
        One row per job, in their order; then those of documents that the batch has done before and are not named now.
        So does the summary.

    Raises:
        OutputError: the folder holds a batch and neither `resume` nor `force` is given.
        StorageError: the output cannot be written; what is done stays, and no document in hand has a row.
        UsageError: the batch in the folder was started with other settings.
        ClusterError: the engine is a cluster that cannot be reached, or was lost.
        MapError, TaxonomyError: the mapping files or the release are wrong for every document.
    """
    _check(settings)
    with out.alone():
        known = _begin(out, settings, resume, force)
        jobs, rows = recognised([replace(job, replaces=force) for job in jobs], known)
        if settings.earlier:
            jobs = with_earlier(jobs, settings.options)
        rows = {name: row for name, row in rows.items() if not (retry and row.status.may_pass)}
        for row in rows.values():
            on_row(row)
        for row in engine([job for job in jobs if job.name not in rows], out, settings, work):
            rows[row.name] = row
            on_row(row)
        named = {job.name for job in jobs}
        ordered = [*(rows[job.name] for job in jobs), *(row for name, row in known.items() if name not in named)]
        out.save("summary.csv", summary.as_csv(ordered))
        out.save("summary.parquet", summary.as_parquet(ordered))
        if index.FORMAT in settings.formats:
            out.save(index.NAME, index.page(ordered))
    return ordered


def _check(settings: Settings) -> None:
    """Say before the first document what would be wrong with all of them."""
    from converter.exports import chosen
    from converter.mapping.maps import load_maps
    from converter.pipeline import checked
    from converter.taxonomy import load_index
    from converter.validation import plugins

    checked(settings.options)
    chosen(settings.formats)
    plugins.ready(settings.rules)
    taxonomy = without_age(settings.options.taxonomy)
    load_index(taxonomy)
    load_maps(taxonomy, settings.options.maps, None, settings.options.cik)


def _begin(out: Output, settings: Settings, resume: bool, force: bool) -> dict[str, Row]:
    """The rows that the batch has already, by name."""
    if out.begun() and resume:
        return out.rows(settings.fingerprint())
    if out.begun() and not force:
        raise OutputError(f"{out} holds a batch already.", "Continue it with --resume, or start anew with --force.")
    out.start(settings.fingerprint())
    return {}
