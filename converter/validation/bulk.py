"""Validates many reports: every worker loads the taxonomy once and validates each report in a child of its own."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, as_completed
from functools import partial
from pathlib import Path
from tempfile import gettempdir

from converter import isolated
from converter.errors import RetroxbrlError
from converter.findings import Severity
from converter.taxonomy import cache
from converter.validation import cold, documents, guard, plugins
from converter.validation.message import Message, Validation
from converter.validation.reach import Reach, reach
from converter.validation.settings import DEFAULT, Settings
from converter.validation.warm import Warm

SECONDS_PER_REPORT = 300.0
"""A report that takes longer is given up; ordinary ones take a second, the largest known ones a quarter of a minute."""
_SECONDS_TO_LOAD = 300.0
"""What a worker may take beyond that, to load taxonomies."""
_MEGABYTES = 4096
"""Address space for one report; the largest known ones take a third of that."""

_FORKED_SUFFIXES = {".xml", ".xbrl", ".htm", ".html", ".xhtml"}

Messages = tuple[Message, ...]
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

    from pebble import ProcessPool

    # Reports on the same taxonomies follow each other, so that a worker seldom has to load others.
    queue = sorted(
        ((path, reach(path, settings.within)) for path in reports), key=lambda one: sorted(one[1].taxonomies)
    )
    workers = max(1, min(jobs or os.cpu_count() or 1, len(queue)))
    with ProcessPool(max_workers=workers, context=get_context("spawn")) as pool:
        # The worker minds the time of a report itself, where it can.
        limit = seconds + _SECONDS_TO_LOAD if isolated.AVAILABLE else seconds
        waiting: dict[Future[Validation], Path] = {
            pool.schedule(_validate, (path, extent, settings, seconds), timeout=limit): path for path, extent in queue
        }
        try:
            for done in as_completed(waiting):
                yield _result(done, waiting[done], seconds)
        except BaseException:
            pool.stop()  # else leaving the pool waits for all that is under way
            raise


def _result(done: Future[Validation], path: Path, seconds: float) -> Validation:
    try:
        return done.result()
    except RetroxbrlError:
        raise
    except TimeoutError:
        return Validation(path, (_time_limit(seconds),))
    except Exception as error:  # the worker process ended (pebble's ProcessExpired), or failed in a way of its own
        return Validation(path, (_failure("validation.crashed", f"{type(error).__name__}: {error}."),))


def validate_alone(path: Path, settings: Settings = DEFAULT, *, seconds: float = SECONDS_PER_REPORT) -> Validation:
    """Validates a report in a child of this process, which loads its taxonomies for itself.

    Raises:
        TaxonomyError: the cache of taxonomies cannot be written.
    """
    started = time.perf_counter()
    messages = _isolated(partial(cold.validate, path, settings), path, settings, seconds)
    return Validation(path, messages, time.perf_counter() - started)


def validate_one(path: Path, settings: Settings = DEFAULT, *, seconds: float = SECONDS_PER_REPORT) -> Validation:
    """Validates a report in a child of this process, which keeps the taxonomy loaded for the next one.

    For worker processes that validate one report after another: a process that uses it must be single-threaded.

    Raises:
        TaxonomyError: the cache of taxonomies cannot be written.
        UsageError: a plugin or disclosure system of the settings cannot be used.
    """
    settings = plugins.ready(settings)
    validation = _validate(path, reach(path, settings.within), settings, seconds)
    plugins.refuse_unusable(settings, validation.messages)
    return validation


def _validate(path: Path, extent: Reach, settings: Settings, seconds: float) -> Validation:
    started = time.perf_counter()
    with guard.only(_places(path, settings)):
        warm = _warmed(path, extent, settings) if isolated.AVAILABLE else None
    work = partial(warm.validate, path) if warm is not None else partial(cold.validate, path, settings)
    messages = _isolated(work, path, settings, seconds)
    return Validation(path, messages, time.perf_counter() - started)


def _isolated(work: Callable[[], Messages], path: Path, settings: Settings, seconds: float) -> Messages:
    """What `work` says of a report; or that it took too long, or crashed."""
    guarded = partial(_guarded, work, path, settings)
    try:
        return isolated.run(guarded, seconds, _MEGABYTES)
    except isolated.TimeLimit:
        return (_time_limit(seconds),)
    except isolated.Crashed as error:
        return (_failure("validation.crashed", str(error)),)


def _guarded(work: Callable[[], Messages], path: Path, settings: Settings) -> Messages:
    """What `work` says of a report that can be tried, while it can open nothing that does not concern it."""
    if reason := documents.unusable(path):
        return (_failure("validation.unusable", reason),)
    with guard.only(_places(path, settings)):
        return work()


def _places(path: Path, settings: Settings) -> list[Path] | None:
    """What Arelle may open for a report; None: anything, for a plugin brings files of its own."""
    if settings.plugins:
        return None
    return [path, documents.home(path), *settings.within, *settings.packages, cache.folder(), Path(gettempdir())]


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


def _time_limit(seconds: float) -> Message:
    return _failure("validation.time-limit", f"No end after {seconds:g} seconds; `seconds` gives it more.")


def _failure(code: str, text: str) -> Message:
    return Message(Severity.ERROR, code, f"The report could not be validated. {text}")
