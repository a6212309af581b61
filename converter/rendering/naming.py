"""Names of output folders: what a document's file is called, as far as every file system takes it."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_MAX_BYTES = 200
"""Of a name in UTF-8. File systems take 255; a hash, an extension and the like still have to fit."""
_HASH_DIGITS = 8
_UNSAFE = frozenset('<>:"/\\|?*')
"""What Windows refuses, and what a pattern or a path would read as something else."""
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)", re.IGNORECASE)
"""Names that open a device on Windows, whatever follows the point."""
_RESERVED = frozenset({"index.html", "summary.csv", "summary.parquet"})
"""What a batch writes beside its documents' folders; its other files are hidden, as no folder is."""


def folder_name(stem: str) -> str:
    """The folder's name for a file's name without its extension.

    Most stay as they are. One that a file system would refuse, hide or read as another place loses what is unsafe, and
    gets a hash of what it was, so that two such names stay two.
    """
    name = unicodedata.normalize("NFC", stem)
    safe = "".join(_safe(character) for character in name).strip(". ")
    if _DEVICE.match(safe):
        safe = f"_{safe}"
    if safe and safe == name and len(safe.encode()) <= _MAX_BYTES and safe.casefold() not in _RESERVED:
        return safe
    return distinct(safe or "document", stem)


def distinct(name: str, told_by: str) -> str:
    """The name with a hash of what tells it from others that are called the same."""
    digest = hashlib.sha256(told_by.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_DIGITS]
    short = name.encode()[: _MAX_BYTES - len(digest) - 1].decode("utf-8", "ignore").rstrip(". ")
    return f"{short}-{digest}"


def is_folder_name(name: str) -> bool:
    """Whether it is one part of a path, and nobody else's name."""
    return bool(name) and not name.startswith(".") and not _UNSAFE & {*name} and name.casefold() not in _RESERVED


def folded(name: str) -> str:
    """The same for names that a file system without case, or with one form of Unicode, takes for one."""
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold())


def _safe(character: str) -> str:
    """Itself, or `_` for a sign of paths, a control or format sign, a separator of lines, half of a pair."""
    return character if character.isprintable() and character not in _UNSAFE else "_"
