"""Files by their content: reading YAML is slow, so the compiled form of a text is kept in the user's cache.

The key is made of the text, so a changed file has another one. A cache that cannot be read or written costs time,
nothing else.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import platformdirs

from converter.errors import MapError

MAX_BYTES = 4_000_000  # of one file


def cache_folder() -> Path:
    """The user's cache of this program; it need not exist yet."""
    return Path(os.environ.get("RETROXBRL_CACHE") or platformdirs.user_cache_dir("retroxbrl", appauthor=False))


def read_text(path: Path) -> str:
    """The text of a file. Raises MapError for one that is missing, too large, or not UTF-8."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise MapError(f"{path} is too large for a mapping file.", "Mapping files are small texts.")
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
