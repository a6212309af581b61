"""What a worker does with one document."""

from __future__ import annotations

import time

from converter.batch.folder import Folder
from converter.batch.plan import Job
from converter.batch.row import Row, Status, describe, failure
from converter.batch.settings import Settings
from converter.errors import InputError, NoStatementError


def work(job: Job, folder: Folder, settings: Settings) -> Row:
    """Convert one document into its folder, and record its row before the folder appears.

    Raises:
        RetroxbrlError: something other than the document is wrong: the company's map, the output folder.
    """
    started = time.perf_counter()
    try:
        return _converted(job, folder, settings, started)
    except InputError as error:
        row = failure(job, Status.UNREADABLE, str(error), started)
    except NoStatementError as error:
        row = failure(job, Status.NO_STATEMENT, str(error), started)
    folder.record(row)
    return row


def _converted(job: Job, folder: Folder, settings: Settings, started: float) -> Row:
    from converter.pipeline import convert

    conversion = convert(job.source, settings.options)
    if settings.validate:
        from converter.validation import validate_one

        conversion = conversion.validated(validate_one)  # keeps the taxonomy loaded for the next document
    files = conversion.files(settings.formats)
    row = describe(job, conversion.report, conversion.findings, time.perf_counter() - started)
    folder.record(row)
    folder.put(job.name, files)
    return row
