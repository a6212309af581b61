"""What Arelle may open: files of the report, of taxonomies and of the program, and nothing that is no file.

A report names the files it builds on, and Arelle opens what it names. A device or a pipe would never end; a file
elsewhere on the machine is none of the report's business. Python tells an audit hook of every file that is about to be
opened, by whatever way; a hook that raises prevents it.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from types import FrameType

_HARMLESS = {"/dev/null", "/dev/urandom", "/dev/random"}
_PASSED_ON = {"zipfile", "tarfile", "gzip", "pathlib", "codecs", "io", "os", "shutil"}
"""Modules that open a file for the one that calls them."""

_allowed: frozenset[str] | None = None
"""Files and folders that Arelle may open, and what is in them; None: all."""
_on = _hooked = False


@contextmanager
def only(places: Iterable[Path] | None) -> Iterator[None]:
    """While it lasts, this process opens regular files alone, and Arelle only its own and those at `places`.

    A file that may not be opened is a `PermissionError` to Arelle, and so a message about the report.

    Args:
        places: files, or folders with all that is in them; None: anywhere.
    """
    global _allowed, _on, _hooked
    if not _hooked:
        sys.addaudithook(_on_event)  # for good: Python has no way to take one back
        _hooked = True
    before = _allowed, _on
    _allowed, _on = (None if places is None else _with_own(places)), True
    try:
        yield
    finally:
        _allowed, _on = before


def _with_own(places: Iterable[Path]) -> frozenset[str]:
    """The places and the program's own, as they are called and as they are."""
    own = [sys.prefix, *(find_spec("arelle").submodule_search_locations or ())]  # type: ignore[union-attr]
    return frozenset(named for place in (*places, *own) for named in (os.path.abspath(place), os.path.realpath(place)))


def _on_event(event: str, arguments: tuple[object, ...]) -> None:
    if event != "open" or not _on:
        return
    path = arguments[0]
    if isinstance(path, bytes):
        path = os.fsdecode(path)
    if isinstance(path, str):
        _refuse_unfit(path, sys._getframe(1))


def _refuse_unfit(path: str, frame: FrameType) -> None:
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return  # opening it will say why
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or path in _HARMLESS):
        raise PermissionError(errno.EACCES, "it is no regular file", path)
    if _allowed is not None and _is_arelles(frame) and not is_in(path, _allowed):
        raise PermissionError(
            errno.EACCES, "it lies outside of the report's folder (name a folder that holds both)", path
        )


def _is_arelles(frame: FrameType | None) -> bool:
    """Whether Arelle opens the file, be it through the standard library; what a plugin opens is the plugin's choice."""
    while frame is not None and (name := str(frame.f_globals.get("__name__"))) in _PASSED_ON:
        frame = frame.f_back
    return frame is not None and name.startswith("arelle.") and not name.startswith("arelle.plugin.")


def is_in(path: str, places: Collection[str]) -> bool:
    """Whether a file is one of the places or lies in one, as it is called or, where links lead, as it is."""
    return any(
        above in places for named in (os.path.abspath(path), os.path.realpath(path)) for above in _and_above(named)
    )


def _and_above(path: str) -> Iterator[str]:
    yield path
    while (above := os.path.dirname(path)) != path:
        yield (path := above)
