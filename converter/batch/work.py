"""What a worker does with one document."""

from __future__ import annotations

import time
from pathlib import Path

from converter.batch import memory
from converter.batch.output import Output
from converter.batch.plan import Job
from converter.batch.remote import is_url, load
from converter.batch.row import Row, Status, describe, failure
from converter.batch.settings import Settings
from converter.errors import InputError, NoStatementError
from converter.rendering.owned import RECORD


def work(job: Job, out: Output, settings: Settings) -> Row:
    """Convert one document, and record its row and its files.

    Raises:
        OccupiedError: the document's folder may not be replaced.
        StorageError: the output cannot be written; the document has no row.
        MemoryError: the process has come near its limit, so that what was found may be for want of memory.
        RetroxbrlError: something other than the document is wrong: the company's map.
    """
    started = time.perf_counter()
    files = None
    try:
        row, files = _converted(job, out, settings, started)
    except InputError as error:
        row = failure(job, Status.UNREADABLE, str(error), started)
    except NoStatementError as error:
        row = failure(job, Status.NO_STATEMENT, str(error), started)
    if row.status is not Status.DONE and memory.is_short(settings.megabytes):
        raise MemoryError  # parsers and Arelle make other errors of it: a broken file, an unknown concept
    out.record(row, files, another=job.replaces)
    return row


def _converted(job: Job, out: Output, settings: Settings, started: float) -> tuple[Row, dict[str, bytes]]:
    from converter.pipeline import convert

    source = load(job.source) if is_url(job.source) else job.source
    earlier = [content for name in job.earlier if (content := out.written(name, RECORD)) is not None]
    conversion = convert(source, settings.options, name=Path(job.source).name, earlier=earlier)
    if settings.validate:
        from converter.validation import validate_one

        # It keeps the taxonomy loaded for the next document.
        conversion = conversion.validated(lambda path: validate_one(path, settings.rules))
    files = conversion.files(settings.formats)
    return describe(job, conversion.report, conversion.findings, time.perf_counter() - started), files
