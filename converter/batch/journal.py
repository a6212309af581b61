"""The journal of a batch: what is done, in a form that survives a kill at any moment.

A line is appended just *before* its document's folder appears (folders appear whole, by a rename), when no earlier one
stands there. So a row counts when its folder is there, or when its status has none; a kill between the two costs that
document once more, and a folder never lacks its row.
"""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

from converter.batch.row import Row
from converter.errors import UsageError

NAME = ".batch.jsonl"


def append(out: Path, row: Row) -> None:
    """Add a row; one write, so that processes that append at the same time do not mix their lines.

    It begins a line of its own: the last one may be torn, by a disk that was full.

    Raises:
        OSError: it cannot be written, or not whole.
    """
    content = f"\n{line(row)}".encode("ascii")
    handle = os.open(out / NAME, os.O_WRONLY | os.O_APPEND)
    try:
        if os.write(handle, content) < len(content):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    finally:
        os.close(handle)


def read(out: Path, fingerprint: str) -> dict[str, Row]:
    """The rows that count, by name; the last one of a name wins, a torn line is none.

    Raises:
        UsageError: the batch was started with other settings.
    """
    first, *lines = (out / NAME).read_text(encoding="utf-8", errors="replace").split("\n")
    check(first, fingerprint, str(out))
    rows = {row.name: row for row in map(parsed, lines) if row is not None}
    return {name: row for name, row in rows.items() if not row.status.has_folder or (out / name).is_dir()}


def head(fingerprint: str) -> str:
    """The line that says what the rows depend on."""
    return json.dumps({"settings": fingerprint}) + "\n"


def check(head: str, fingerprint: str, where: str) -> None:
    """Compare a head with the settings of this run.

    Raises:
        UsageError: the batch was started with other settings.
    """
    if _data(head).get("settings") != fingerprint:
        raise UsageError(
            f"The batch in {where} was started with other options.",
            "Give the same options, or start anew with --force.",
        )


def line(row: Row) -> str:
    """A row as a line; `parsed` is the inverse."""
    return json.dumps(row.as_json()) + "\n"  # ASCII: a name need not be UTF-8, and may hold ends of lines


def parsed(line: str) -> Row | None:
    """The row of a line; None for a torn one."""
    try:
        return Row.from_json(_data(line))
    except (KeyError, TypeError, ValueError):
        return None


def _data(line: str) -> dict[str, object]:
    try:
        data = json.loads(line)
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}
