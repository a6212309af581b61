"""What tells whether the same files were read again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def digests(
    together: str, built_in: Iterable[tuple[str, str]], own: Iterable[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """SHA-256 by name: of the built-in files, one of all, and of each of a person's own.

    Args:
        together: what the built-in files are called, all of them.
        built_in: the names and texts.
        own: the same.
    """
    everything = hashlib.sha256()
    for name, text in built_in:
        everything.update(f"{name}\n{len(text)}\n{text}".encode())
    each = ((name, sha256(text)) for name, text in own)
    return (together, everything.hexdigest()), *each


def sha256(text: str) -> str:
    """Of a text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
