"""Files by their content: reading YAML is slow, so the compiled form of a text is kept in the user's cache.

The key is made of the text, so a changed file has another one. A cache that cannot be read or written costs time,
nothing else.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import platformdirs

from converter.errors import MapError

MAX_BYTES = 1_000_000  # of one file; the largest built-in one has 50,000, and YAML takes its time


def cache_folder() -> Path:
    """The user's cache of this program; it need not exist yet."""
    return Path(os.environ.get("RETROXBRL_CACHE") or platformdirs.user_cache_dir("retroxbrl", appauthor=False))


def read_text(path: Path) -> str:
    """The text of a file. Raises MapError for one that is missing, no regular file, too large, or not UTF-8."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):  # there may be no end of a device or a pipe, nor a beginning
            raise MapError(f"{path} is no regular file.", "Mapping files are small texts.")
        if about.st_size > MAX_BYTES:
            told = f"{about.st_size / 1e6:.1f} MB; the limit is {MAX_BYTES / 1e6:.0f} MB"
            raise MapError(f"{path} is too large for a mapping file ({told}).", "Split it into several files.")
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise MapError(f"{path} cannot be read: {error.strerror}.", "Check the file and its permissions.") from error
    except UnicodeDecodeError as error:
        raise MapError(f"{path} is not UTF-8 text.", "Save the file as UTF-8.") from error


def cached(text: str, purpose: str, compile_text: Callable[[str], Any]) -> Any:
    """What `compile_text` makes of a text, as plain data.

    Args:
        purpose: what else the outcome depends on: the sort of file, the version of its compiled form.
    """
    key = hashlib.sha256(f"{purpose}\n{text}".encode()).hexdigest()
    path = cache_folder() / "maps" / f"{key}.json"
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        plain = compile_text(text)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_suffix(f".{os.getpid()}")
        temporary.write_text(json.dumps(plain), encoding="utf-8")
        temporary.replace(path)
    except OSError:
        pass  # a read-only home: compile again next time
    return plain
