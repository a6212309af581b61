"""Which of a batch's rows are those of the documents at hand.

A row is a document's when it is of a file that is called the same and has the same content (SHA-256), wherever that
lies: nothing else reaches an output. A name of a folder says nothing, for another file may be called so by now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from converter.batch.inputs import digest
from converter.batch.plan import Job, free
from converter.batch.row import Row
from converter.rendering.naming import folded

_READERS = 8
"""How many inputs are read at a time; each has up to 40 MB."""


def recognised(jobs: Sequence[Job], rows: Mapping[str, Row]) -> tuple[list[Job], dict[str, Row]]:
    """The jobs, called as the batch calls their documents already, and the rows of those that are done.

    Args:
        rows: of the batch, by name.

    Returns:
        The jobs in their order; and rows by name, with the source that the document has now.
    """
    digests = _digests(jobs, rows)
    unclaimed = dict(rows)
    named: dict[str, Job] = {}
    done: dict[str, Row] = {}
    by_source = {row.source: row.name for row in rows.values()}
    by_content: dict[tuple[str, str], list[str]] = {}
    for row in rows.values():
        by_content.setdefault((Path(row.source).name, row.sha256), []).append(row.name)

    def claim(job: Job, name: str | None, *, content: bool) -> None:
        if job.source in named or name not in unclaimed:
            return
        row = unclaimed.pop(name)
        named[job.source] = replace(job, name=name, replaces=True)
        if content:
            done[name] = replace(row, source=job.source)

    for job in jobs:
        name = by_source.get(job.source)
        if name is not None and rows[name].sha256 == digests.get(job.source):
            claim(job, name, content=True)
    for job in jobs:
        if digests.get(job.source):
            for name in by_content.get((Path(job.source).name, digests[job.source]), ()):
                claim(job, name, content=True)
    for job in jobs:
        claim(job, by_source.get(job.source), content=False)
    return [named.get(job.source) or job for job in _beside(jobs, rows)], done


def _beside(jobs: Sequence[Job], rows: Iterable[str]) -> Iterator[Job]:
    """The jobs as if all were new: none may take the folder of a document that is there."""
    there = {folded(name) for name in rows}
    taken = there | {folded(job.name) for job in jobs}
    for job in jobs:
        yield replace(job, name=free(job.name, job.source, taken)) if folded(job.name) in there else job


def _digests(jobs: Iterable[Job], rows: Mapping[str, Row]) -> dict[str, str]:
    """SHA-256 by source of the inputs that may be one of the rows'."""
    called = {Path(row.source).name for row in rows.values()}
    sources = [job.source for job in jobs if Path(job.source).name in called]
    with ThreadPoolExecutor(_READERS) as readers:
        return dict(zip(sources, readers.map(digest, sources), strict=True))
