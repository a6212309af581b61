"""`NAME.review.json` beside an output: who decided what about it, when and why, and what was taken back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from converter.datafiles.writing import write_text
from converter.errors import InputError
from converter.exports.spreadsheet import text_cell
from converter.review.edits import Done

VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision.

    Attributes:
        id: counts the decisions of the document, from 1.
        act: what was done: `override`, `scale`, ...
        by, when, why: `when` is in UTC, ISO 8601.
        layer: whom it is for.
        statement, caption, place: of the row or statement.
        before, after: what it was and became, in words.
        done: the edits of the maps.
        undone: who took it back and when; empty: it holds.
    """

    id: int
    act: str
    by: str
    when: str
    why: str
    layer: str
    statement: str
    caption: str
    place: str
    before: str
    after: str
    done: tuple[Done, ...] = ()
    undone: str = ""

    @property
    def holds(self) -> bool:
        return not self.undone


@dataclass(frozen=True, slots=True)
class Ledger:
    """The decisions about one document, in the order in which they were made."""

    document: str
    sha256: str
    entries: tuple[Entry, ...] = ()

    def with_entry(self, entry: Entry) -> Ledger:
        return replace(self, entries=(*self.entries, replace(entry, id=len(self.entries) + 1)))

    def taken_back(self, number: int, told: str) -> Ledger:
        """The same with a decision that holds no longer."""
        entries = tuple(replace(each, undone=told) if each.id == number else each for each in self.entries)
        return replace(self, entries=entries)

    @property
    def last(self) -> Entry | None:
        """The last decision that holds."""
        return next((entry for entry in reversed(self.entries) if entry.holds), None)


def path_of(folder: Path) -> Path:
    """`out/release.review.json` for the output `out/release`."""
    return folder.with_name(f"{folder.name}.review.json")


def load(folder: Path, document: str, sha256: str) -> Ledger:
    """The decisions about the document of an output; none where there is no file.

    Raises:
        InputError: the file is there and is no such file, or one about another document.
    """
    path = path_of(folder)
    if not path.is_file():
        return Ledger(document, sha256)
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        entries = tuple(_entry(each) for each in data["decisions"])
        ledger = Ledger(data["document"]["name"], data["document"]["sha256"], entries)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(f"{path} cannot be read: {error}.", "Mend it, or put it elsewhere.") from error
    if ledger.sha256 != sha256:
        raise InputError(f"{path} is about another document, {ledger.document}.", "Put it elsewhere.")
    return ledger


def _entry(data: dict[str, Any]) -> Entry:
    done = tuple(Done(each["file"], tuple(each["keys"]), each["was"], each["now"]) for each in data["done"])
    return Entry(**{**data, "done": done})


def save(folder: Path, ledger: Ledger) -> None:
    """Write the file.

    Raises:
        OutputError: it cannot be written; it is as it was then.
    """
    data = {
        "version": VERSION,
        "document": {"name": ledger.document, "sha256": ledger.sha256},
        "decisions": [asdict(entry) for entry in ledger.entries],
    }
    write_text(path_of(folder), json.dumps(data, ensure_ascii=False, indent=1) + "\n")


_COLUMNS = ("document", *(name for name in Entry.__dataclass_fields__ if name != "done"), "files")


def as_csv(ledgers: Iterable[Ledger]) -> bytes:
    """The decisions of all documents as a table, for an audit."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for ledger in ledgers:
        for entry in ledger.entries:
            plain = asdict(entry)
            files = " ".join(done.file for done in entry.done)
            cells = [ledger.document, *(plain[name] for name in _COLUMNS[1:-1]), files]
            writer.writerow([text_cell(cell) if isinstance(cell, str) else cell for cell in cells])
    return text.getvalue().encode("utf-8", "backslashreplace")
