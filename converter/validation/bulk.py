"""Validates many reports: every worker loads the taxonomy once and validates each report in a child of its own."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, as_completed
from functools import partial
from pathlib import Path

from converter.findings import Severity
from converter import isolated
from converter.validation import cold, plugins
from converter.validation.documents import Reach, reach
from converter.validation.message import Message, Validation
from converter.validation.settings import DEFAULT, Settings
from converter.validation.warm import Warm

SECONDS_PER_REPORT = 120.0
"""A report that takes longer is given up; ordinary ones take a second, the largest known ones a quarter of a minute."""

_FORKED_SUFFIXES = {".xml", ".xbrl", ".htm", ".html", ".xhtml"}

_Key = tuple[frozenset[str], bool, Settings]
_warm: tuple[_Key, Warm] | None = None
"""The taxonomies that this process has loaded: one group at a time, for each takes a quarter of a gigabyte."""


def validate_many(
    reports: Iterable[Path],
    settings: Settings = DEFAULT,
    *,
    jobs: int | None = None,
    seconds: float = SECONDS_PER_REPORT,
) -> Iterator[Validation]:
    """Validates reports in `jobs` processes (None: as many as there are processors) and yields them as they are done.

    A report that crashes its process or exceeds `seconds` has an error saying so; the others are not touched by it.

    Raises:
        TaxonomyError: the cache of taxonomies cannot be written.
    """
    from multiprocessing import get_context

    from pebble import ProcessExpired, ProcessPool

    # Reports on the same taxonomies follow each other, so that a worker seldom has to load others.
    queue = sorted(((path, reach(path)) for path in reports), key=lambda one: sorted(one[1].taxonomies))
    workers = max(1, min(jobs or os.cpu_count() or 1, len(queue)))
    with ProcessPool(max_workers=workers, context=get_context("spawn")) as pool:
        # The worker minds the time itself; the pool's limit is for systems where it cannot.
        limit = None if isolated.AVAILABLE else seconds
        waiting: dict[Future[Validation], Path] = {
            pool.schedule(_validate, (path, extent, settings, seconds), timeout=limit): path for path, extent in queue
        }
        for done in as_completed(waiting):
            try:
                yield done.result()
            except ProcessExpired as error:
                yield Validation(waiting[done], (_failure("validation.crashed", f"The process ended: {error}."),))
            except TimeoutError:
                yield Validation(
                    waiting[done], (_failure("validation.time-limit", f"No end after {seconds:g} seconds."),)
                )


def validate_one(path: Path, settings: Settings = DEFAULT, *, seconds: float = SECONDS_PER_REPORT) -> Validation:
    """Validates a report in a child of this process, which keeps the taxonomy loaded for the next one.

    For worker processes that validate one report after another: a process that uses it must be single-threaded.

    Raises:
        TaxonomyError: the cache of taxonomies cannot be written.
        UsageError: a plugin or disclosure system of the settings cannot be used.
    """
    settings = plugins.ready(settings)
    validation = _validate(path, reach(path), settings, seconds)
    plugins.refuse_unusable(settings, validation.messages)
    return validation


def _validate(path: Path, extent: Reach, settings: Settings, seconds: float) -> Validation:
    started = time.perf_counter()
    work = partial(cold.validate, path, settings)
    if not isolated.AVAILABLE:
        return Validation(path, work(), time.perf_counter() - started)
    warm = _warmed(path, extent, settings)
    if warm is not None:
        work = partial(warm.validate, path)
    try:
        messages = isolated.run(work, seconds)
    except isolated.TimeLimit as error:
        messages = (_failure("validation.time-limit", str(error)),)
    except isolated.Crashed as error:
        messages = (_failure("validation.crashed", str(error)),)
    return Validation(path, messages, time.perf_counter() - started)


def _warmed(path: Path, extent: Reach, settings: Settings) -> Warm | None:
    """The report's taxonomies, loaded; None where a session of its own is the only sure way."""
    global _warm
    whole = extent.complete and extent.taxonomies and path.suffix.lower() in _FORKED_SUFFIXES
    if not whole or settings.plugins:  # a plugin may hold state of its own
        return None
    key = (extent.taxonomies, extent.calculations_1_1, settings)
    if _warm is None or _warm[0] != key:
        if _warm is not None:
            _warm[1].close()
        _warm = None
        _warm = key, Warm(extent.taxonomies, settings, calculations_1_1=extent.calculations_1_1)
    return _warm[1] if _warm[1].usable else None


def _failure(code: str, text: str) -> Message:
    return Message(Severity.ERROR, code, f"The report could not be validated. {text}")
