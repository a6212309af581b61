"""What an input holds, wherever it lies."""

from __future__ import annotations

import hashlib
from pathlib import Path

from converter.batch import remote
from converter.errors import InputError
from converter.sources.loading import load


def digest(source: str) -> str:
    """SHA-256 of an input, in hexadecimal; empty for what cannot be read, or is no file that ends."""
    try:
        if remote.is_url(source):
            return hashlib.sha256(remote.load(source)).hexdigest()
        return hashlib.sha256(load(source)).hexdigest() if Path(source).is_file() else ""
    except (InputError, OSError):
        return ""
