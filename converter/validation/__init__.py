"""Validation: what Arelle says of XBRL files, and what our own checks say of a Report.

Nothing here loads Arelle before it is needed; `converter.validation.cold` and `converter.validation.warm` are the only
modules that import it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from converter.errors import TaxonomyError
from converter.validation import plugins
from converter.validation.bulk import SECONDS_PER_REPORT, validate_alone, validate_many, validate_one
from converter.validation.documents import find, unusable
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


def validate(
    paths: Iterable[Path],
    settings: Settings = DEFAULT,
    *,
    jobs: int | None = None,
    seconds: float = SECONDS_PER_REPORT,
) -> list[Validation]:
    """Validates files and folders, whoever made them; one result for each report that `find` finds, in its order.

    Each report is validated in a process of its own, several at a time in `jobs` processes (None: as many as there are
    processors). A report that is unusable, crashes or takes longer than `seconds` has an error that says so. What it
    refers to is looked for in its own folder, or in the folder that was named.

    Raises:
        InputError: a path does not exist, or a folder holds no report.
        TaxonomyError: a package of the settings cannot be used, or the cache of taxonomies cannot be written.
        UsageError: a plugin or disclosure system of the settings cannot be used.
    """
    named = list(paths)
    reports = find(named)
    settings = plugins.ready(replace(settings, within=(*settings.within, *(path for path in named if path.is_dir()))))
    for package in settings.packages:
        if not package.is_dir() and (reason := unusable(package)):
            raise TaxonomyError(f"{package} is not a taxonomy package: {reason}", "Give its zip file.")
    if len(reports) == 1:
        validations = [validate_alone(reports[0], settings, seconds=seconds)]
    else:
        done = {
            validation.path: validation for validation in validate_many(reports, settings, jobs=jobs, seconds=seconds)
        }
        validations = [done[report] for report in reports]
    plugins.refuse_unusable(settings, (message for validation in validations for message in validation.messages))
    return validations
