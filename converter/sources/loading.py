"""The bytes of an input, from a file or a pipe, and no more of them than an input may have."""

from __future__ import annotations

import os
import re
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from converter.errors import InputError

MAX_BYTES = 40_000_000
"""Larger inputs are refused: no release or filing comes near, and a mistaken file should not cost minutes."""

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "stdin"
"""What a document from standard input is called."""

_PIECE = 1_000_000
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/")


def load(source: str | Path, limit: int = MAX_BYTES) -> bytes:
    """The bytes of an input file, or of a pipe.

    Raises:
        InputError: missing, a URL, a folder, a device, not readable, or larger than `limit` bytes.
    """
    path = Path(source)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise InputError(f"{path} is a folder.", "Give a file, or use `retroxbrl batch` for a folder.")
        if stat.S_ISFIFO(status.st_mode):
            with _pipe(path) as pipe:
                return _bounded(pipe, str(path), limit)
        if not stat.S_ISREG(status.st_mode):
            raise InputError(f"{path} is no file but a device or socket.", "Give a file.")
        if status.st_size > limit:
            raise too_large(str(path), status.st_size, limit)
        with path.open("rb") as file:
            return _bounded(file, str(path), limit)
    except FileNotFoundError:
        raise _missing(str(source)) from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise InputError(f"{path} cannot be read ({why}).", "Check its name and permissions.") from error


def standard_input(limit: int = MAX_BYTES) -> bytes:
    """What comes from standard input, up to its end.

    Raises:
        InputError: nothing, or more than `limit` bytes.
    """
    return _bounded(sys.stdin.buffer, STANDARD_INPUT_NAME, limit)


def too_large(name: str, size: int | None, limit: int) -> InputError:
    """The error of an input that has more bytes than it may; `size` is None where they were not counted to the end."""
    has = f"{size / 1e6:.0f} MB" if size is not None else f"more than {limit / 1e6:.0f} MB"
    remedy = "Give the document that holds the statements alone."
    return InputError(f"{name} is too large ({has}; the limit is {limit / 1e6:.0f} MB).", remedy)


def _pipe(path: Path) -> BinaryIO:
    """The reading end of a pipe; one that nobody writes to is at its end, and not waited for."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    os.set_blocking(handle, True)
    return os.fdopen(handle, "rb")


def _bounded(file: BinaryIO, name: str, limit: int) -> bytes:
    pieces, size = [], 0
    while piece := file.read(_PIECE):  # to ask for all at once takes the memory of all, however small the file is
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            raise too_large(name, None, limit)
    return b"".join(pieces)


def _missing(source: str) -> InputError:
    if _URL.match(source):
        source = re.sub(":/+", "://", source, count=1)  # a path has made one slash of two
        remedy = "Download it, and give the file; `retroxbrl batch` takes URLs (it needs retroxbrl[cluster])."
        return InputError(f"{source} is a URL, and nothing is downloaded here.", remedy)
    return InputError(f"{source} does not exist.", "Check the path.")
