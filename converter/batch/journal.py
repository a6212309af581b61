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
        (out / NAME).write_text(json.dumps({"settings": fingerprint}) + "\n", encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{out} cannot be written ({error.strerror}).", "Choose another folder with -o.") from error


def append(out: Path, row: Row) -> None:
    """Add a row; one write, so that processes that append at the same time do not mix their lines."""
    line = json.dumps(row.as_json(), ensure_ascii=False) + "\n"
    handle = os.open(out / NAME, os.O_WRONLY | os.O_APPEND)
    try:
        os.write(handle, line.encode("utf-8"))
    finally:
        os.close(handle)


def read(out: Path, fingerprint: str) -> dict[str, Row]:
    """The rows that count, by name; the last one of a name wins, a torn line is none.

    Raises:
        UsageError: the batch was started with other settings.
    """
    first, *lines = (out / NAME).read_text(encoding="utf-8", errors="replace").splitlines() or [""]
    if _parsed(first).get("settings") != fingerprint:
        raise UsageError(
            f"The batch in {out} was started with other options.", "Give the same options, or start anew with --force."
        )
    rows: dict[str, Row] = {}
    for line in lines:
        try:
            row = Row.from_json(_parsed(line))
        except (KeyError, TypeError, ValueError):
            continue
        rows[row.name] = row
    return {name: row for name, row in rows.items() if not row.status.has_folder or (out / name).is_dir()}


def _parsed(line: str) -> dict[str, object]:
    try:
        data = json.loads(line)
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}
