"""The journal of a batch: what is done, in a form that survives a kill at any moment.

A line is appended *before* its document's folder appears (folders appear whole, by a rename). So a row counts when its
folder is there, or when its status has none; a kill between the two costs that document once more, and a folder never
lacks its row.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from converter.batch.row import Row
from converter.errors import OutputError, UsageError

NAME = ".batch.jsonl"


def start(out: Path, fingerprint: str) -> None:
    """Begin a journal in the folder `out`.

    Raises:
        OutputError: the folder cannot be written.
    """
    try:
        (out / NAME).write_text(head(fingerprint), encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{out} cannot be written ({error.strerror}).", "Choose another folder with -o.") from error


def append(out: Path, row: Row) -> None:
    """Add a row; one write, so that processes that append at the same time do not mix their lines."""
    handle = os.open(out / NAME, os.O_WRONLY | os.O_APPEND)
    try:
        os.write(handle, line(row).encode("utf-8"))
    finally:
        os.close(handle)


def read(out: Path, fingerprint: str) -> dict[str, Row]:
    """The rows that count, by name; the last one of a name wins, a torn line is none.

    Raises:
        UsageError: the batch was started with other settings.
    """
    first, *lines = (out / NAME).read_text(encoding="utf-8", errors="replace").splitlines() or [""]
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
    return json.dumps(row.as_json(), ensure_ascii=False) + "\n"


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
