"""Validation: what Arelle says of XBRL files, and what our own checks say of a Report.

Nothing here loads Arelle before it is needed; `converter.validation.cold` and `converter.validation.warm` are the only
modules that import it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from time import perf_counter

from converter.validation import cold, plugins
from converter.validation.bulk import validate_many, validate_one
from converter.validation.documents import find
from converter.validation.message import Message, Validation, Verdict, fails, verdict
from converter.validation.settings import DEFAULT, Settings

__all__ = [
    "DEFAULT",
    "Message",
    "Settings",
    "Validation",
    "Verdict",
    "fails",
    "find",
    "validate",
    "validate_many",
    "validate_one",
    "verdict",
]


def validate(paths: Iterable[Path], settings: Settings = DEFAULT, *, jobs: int | None = None) -> list[Validation]:
    """Validates files and folders, whoever made them; one result for each report found, in the order of the paths.

    A single report is validated in this process, several in `jobs` processes (None: as many as there are processors).

    Raises:
        InputError: a path does not exist, or a folder holds no report.
        TaxonomyError: the cache of taxonomies cannot be written.
        UsageError: a plugin or disclosure system of the settings cannot be used.
    """
    reports = find(paths)
    settings = plugins.ready(settings)
    if len(reports) == 1:
        started = perf_counter()
        validations = [Validation(reports[0], cold.validate(reports[0], settings), perf_counter() - started)]
    else:
        done = {validation.path: validation for validation in validate_many(reports, settings, jobs=jobs)}
        validations = [done[report] for report in reports]
    plugins.refuse_unusable(settings, (message for validation in validations for message in validation.messages))
    return validations
