"""What a folder holds that no conversion wrote: a person's files, and files of ours that a person has edited.

A conversion lists its files with their SHA-256 in its record, `report.json`; a merged export does so in `.export.json`
(hidden, so that readers of a folder of tables do not take it for one). What is not listed, or is no longer what was
listed, is somebody's work.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from converter.errors import OccupiedError

RECORD = "report.json"
EXPORT_RECORD = ".export.json"

_SHOWN = 8
"""How many foreign files an error names."""


def listing(record: str, data: Mapping[str, Any], files: Mapping[str, bytes]) -> list[dict[str, str]]:
    """The member `files` of a record.

    Args:
        record: the record's own name.
        data: its other members as they can be read from it; the SHA-256 of the record is one of these alone, for a file
            cannot hold its own.
        files: the folder's other files by name.
    """
    return [
        *({"name": name, "sha256": _sha256(files[name])} for name in sorted(files)),
        {"name": record, "sha256": _seal(data)},
    ]


def with_export_record(files: Mapping[str, bytes], format_name: str) -> dict[str, bytes]:
    """The files of a merged export with the record that says they are one's."""
    data = {"export": format_name}
    return {
        **files,
        EXPORT_RECORD: json.dumps({**data, "files": listing(EXPORT_RECORD, data, files)}, indent=1).encode() + b"\n",
    }


def record_of(files: Iterable[str]) -> str | None:
    """Which of the names is a record."""
    return next((name for name in files if name in (RECORD, EXPORT_RECORD)), None)


def check_foreign(place: object, names: Iterable[str], read: Callable[[str], bytes | None], record: str | None) -> None:
    """Tell what in a place no conversion wrote.

    Args:
        place: what a person calls it.
        names: of all that is there, relative to it.
        read: the content of one; None for what is no plain file.
        record: the name of the file that lists what a conversion wrote; None where none does.

    Raises:
        OccupiedError: a file is not listed, or is no longer what it was.
    """
    present = sorted(names)
    data = _parsed(read(record)) if record is not None and record in present else None
    listed = _listed(data) if data is not None else {}
    foreign = [name for name in present if name not in listed or listed[name] != _hash(name, read(name), record)]
    if foreign:
        more = f" and {len(foreign) - _SHOWN} more" if len(foreign) > _SHOWN else ""
        raise OccupiedError(
            f"{place} holds what no conversion wrote, or was edited since: {', '.join(foreign[:_SHOWN])}{more}.",
            "Move that to where you keep it, or give another output folder with `folder`.",
        )


def check_source(place: object, old: bytes, new: bytes) -> None:
    """Tell that a conversion is of another document, or an export another one, than that which is to replace it.

    Args:
        place: what a person calls it.
        old: the record that is there.
        new: the record of what is to be written.

    Raises:
        OccupiedError: it is so.
    """
    there, ours = _parsed(old), _parsed(new)
    if there is None or ours is None or not _same_source(there, ours):
        cause = f"{place} holds the output of another source: {_described(there or {})}."
        raise OccupiedError(cause, "Give another output folder with `folder`, or remove that one.")


def _parsed(content: bytes | None) -> dict[str, Any] | None:
    """A record's data; None where it is no record that lists its files."""
    try:
        data = json.loads(content or b"")
        _listed(data)
        data.get("document", {}).get("sha256")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def _listed(data: Mapping[str, Any]) -> dict[str, str]:
    """SHA-256 by name of the files that a record lists."""
    return {entry["name"]: entry["sha256"] for entry in data["files"]}


def _same_source(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether two records are of one document, or of one export.

    A document is known by its bytes. Where these differ it may have been edited: then by its name, and by whose results
    it states, and for when.
    """
    if old.get("export") != new.get("export"):
        return False
    one, other = old.get("document", {}), new.get("document", {})
    if one.get("sha256") == other.get("sha256"):
        return True
    of_one, of_other = (
        (document.get("name"), document.get("accession"), data.get("entity"), data.get("period_end"))
        for document, data in ((one, old), (other, new))
    )
    return of_one == of_other


def _described(data: Mapping[str, Any]) -> str:
    """What a record is of, for a person."""
    if "export" in data:
        return f"export {data['export']}"
    entity = data.get("entity")
    company = entity.get("name") if isinstance(entity, dict) else None
    told = (data.get("document", {}).get("name"), company, data.get("period_end"))
    return ", ".join(str(part) for part in told if part)


def _hash(name: str, content: bytes | None, record: str | None) -> str | None:
    """As a record lists a file; None for what is no plain file, or no record any more."""
    if content is None:
        return None
    if name != record:
        return _sha256(content)
    data = _parsed(content)
    return None if data is None else _seal(data)


def _seal(data: Mapping[str, Any]) -> str:
    rest = {name: member for name, member in data.items() if name != "files"}
    return _sha256(json.dumps(rest, sort_keys=True).encode("ascii"))


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
