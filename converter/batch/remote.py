"""Inputs that are named by a URL, through fsspec; it is imported when there is one, and never for a path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from converter import extras
from converter.errors import InputError, RetroxbrlError, UsageError
from converter.sources.loading import MAX_BYTES, too_large

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_URL = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")


def is_url(path: str | Path) -> bool:
    """Whether it names something by a protocol: `s3://bucket/in/`."""
    return _URL.match(str(path)) is not None


def without_protocol(source: str) -> str:
    """The path of a URL, and a path as it is: `file:///in/a.txt` and `/in/a.txt` are one."""
    found = _URL.match(source)
    return source[found.end() :] if found else source


def seen_by_workers(url: str) -> str:
    """The URL itself.

    Raises:
        UsageError: each process has a `memory://` of its own, and a batch has several.
    """
    if url.startswith("memory://"):
        remedy = "Take a path, or a URL that all workers see (s3://, gs://, file://)."
        raise UsageError(f"{url} exists in one process alone.", remedy)
    return url


def opened(url: str) -> tuple[AbstractFileSystem, str]:
    """The file system of a URL, and the path in it.

    Raises:
        UsageError: fsspec, or what it needs for this protocol, is not installed.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise extras.lacking(url, str(error.name), extra="cluster") from error
    if "::" in url:
        raise UsageError(f"{url} is a chain of URLs.", "Give the URL of a file or folder.")
    try:
        filesystem, path = url_to_fs(url)
    except ImportError as error:  # fsspec's message says what to install: "Install s3fs to access S3"
        raise UsageError(f"{url} cannot be used here.", f"{error}.") from error
    except ValueError as error:
        raise UsageError(f"{url} cannot be used ({error}).", "Take a protocol that fsspec knows.") from error
    return filesystem, str(path).rstrip("/")


def files(url: str) -> list[str]:
    """The URLs of a file, of the files in a folder, or of what a pattern matches, in the order of their names.

    Raises:
        InputError: there is nothing of this name, or it cannot be listed.
        UsageError: the protocol cannot be used.
    """
    filesystem, path = opened(url)
    with _reading(url):
        pattern = any(character in path for character in "*?[")
        found = filesystem.glob(path, detail=True) if pattern else {path: filesystem.info(path)}
        names = {
            name
            for at, info in found.items()
            for name in (filesystem.find(at) if info["type"] == "directory" else [at])
            if not PurePosixPath(name).name.startswith(".")
        }
    return [filesystem.unstrip_protocol(name) for name in sorted(names, key=PurePosixPath)]


def load(url: str, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a file, as `pipeline.load` gives those of a path.

    Raises:
        InputError: missing, not readable, or larger than `limit` bytes.
        UsageError: the protocol cannot be used.
    """
    filesystem, path = opened(url)
    with _reading(url):
        size = filesystem.size(path)
        if size is not None and size > limit:
            raise too_large(url, size, limit)
        content: bytes = filesystem.cat_file(path)
    return content


def opening(url: str, size: int) -> bytes:
    """The first bytes of a file, `size` at most.

    Raises:
        InputError: missing, or not readable.
        UsageError: the protocol cannot be used.
    """
    filesystem, path = opened(url)
    with _reading(url):
        content: bytes = filesystem.cat_file(path, end=size)
    return content


@contextmanager
def _reading(url: str) -> Iterator[None]:
    """Turns whatever a file system raises into an InputError: each has its own exceptions."""
    try:
        yield
    except RetroxbrlError:
        raise
    except FileNotFoundError:
        raise InputError(f"{url} does not exist.", "Check the URL.") from None
    except Exception as error:
        cause = f"{url} cannot be read ({type(error).__name__}: {error})."
        raise InputError(cause, "Check the URL and your rights to it.") from error
