"""An output that many machines write to: an object store, or a path that they share.

No lock and no rename of a folder holds there, so nothing relies on them. Every object is written by one put that
replaces the whole, and a document's row is an object of its own, `.batch/<name>.json`, put *after* the document's
files: the document counts when its row is there. What a lost worker left half is overwritten by the one that does the
document again, with the same bytes; when both live, either order of their puts gives the same objects.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from converter.batch import journal
from converter.batch.remote import opened
from converter.batch.row import Row
from converter.errors import OutputError, RetroxbrlError

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

SETTINGS = ".batch-settings.json"
ROWS = ".batch"
_PARTS = ".batch-parts"


@dataclass(frozen=True, slots=True)
class Store:
    """What `Folder` is for one machine, under a URL of fsspec."""

    url: str

    def __str__(self) -> str:
        return self.url

    @property
    def _place(self) -> tuple[AbstractFileSystem, str]:
        return opened(self.url)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nothing is held: two runs at a time in one store do work twice, but break nothing."""
        self._sweep()
        yield
        self._sweep()

    def join(self) -> None:
        """Nothing to join, for nothing is held."""

    def begun(self) -> bool:
        """Whether it holds a batch."""
        filesystem, root = self._place
        with self._told("read"):
            filesystem.invalidate_cache()
            return bool(filesystem.exists(f"{root}/{SETTINGS}"))

    def start(self, fingerprint: str) -> None:
        """Begin a batch with these settings, forgetting the rows of an earlier one.

        Raises:
            OutputError: the store cannot be written.
        """
        filesystem, root = self._place
        with self._told("written"):
            if filesystem.exists(f"{root}/{ROWS}"):
                filesystem.rm(f"{root}/{ROWS}", recursive=True)
            self._write(SETTINGS, journal.head(fingerprint).encode("utf-8"))

    def rows(self, fingerprint: str) -> dict[str, Row]:
        """The rows that count, by name.

        Raises:
            UsageError: the batch was started with other settings.
        """
        filesystem, root = self._place
        with self._told("read"):
            filesystem.invalidate_cache()
            journal.check(filesystem.cat_file(f"{root}/{SETTINGS}").decode("utf-8", "replace"), fingerprint, self.url)
            found = filesystem.cat_ranges(filesystem.find(f"{root}/{ROWS}"), None, None, on_error="raise")
        rows = (journal.parsed(content.decode("utf-8", "replace")) for content in found)
        return {row.name: row for row in rows if row is not None}

    def record(self, row: Row, files: Mapping[str, bytes] | None = None) -> None:
        """Put a document's files, and then its row.

        A row without files gives way to one that is there: a worker that was given up for lost and then fails must
        not undo what another has done in its place.

        Raises:
            OutputError: the store cannot be written.
        """
        filesystem, root = self._place
        marker = f"{ROWS}/{row.name}.json"
        with self._told("written"):
            if files is not None:
                self._put(row.name, files)
            elif filesystem.exists(f"{root}/{marker}"):
                return
            self._write(marker, journal.line(row).encode("utf-8"))

    def save(self, name: str, content: bytes) -> None:
        """Put a file of the batch itself, its summary."""
        with self._told("written"):
            self._write(name, content)

    def _put(self, name: str, files: Mapping[str, bytes]) -> None:
        """Put a document's files, and remove what an earlier batch with other formats left beside them."""
        filesystem, root = self._place
        for file, content in files.items():
            self._write(f"{name}/{file}", content)
        filesystem.invalidate_cache()
        wanted = {f"{root}/{name}/{file}" for file in files}
        for path in filesystem.find(f"{root}/{name}"):
            if path not in wanted:
                filesystem.rm_file(path)

    def _write(self, name: str, content: bytes) -> None:
        """Write one object whole: a put of an object store is, a file needs a rename."""
        filesystem, root = self._place
        if not _local(filesystem):
            filesystem.pipe_file(f"{root}/{name}", content)
            return
        target, part = Path(root, name), Path(root, _PARTS, uuid4().hex)
        target.parent.mkdir(parents=True, exist_ok=True)
        part.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(target)

    def _sweep(self) -> None:
        """Remove the files that workers were writing when they died; a store keeps no such parts."""
        filesystem, root = self._place
        if _local(filesystem):
            shutil.rmtree(Path(root, _PARTS), ignore_errors=True)

    @contextmanager
    def _told(self, done: str) -> Iterator[None]:
        """Turns whatever a file system raises into an OutputError: each has its own exceptions."""
        try:
            yield
        except RetroxbrlError:
            raise
        except Exception as error:
            cause = f"{self.url} cannot be {done} ({type(error).__name__}: {error})."
            raise OutputError(cause, "Check the URL and your rights to it, or give another with -o.") from error


def _local(filesystem: AbstractFileSystem) -> bool:
    return "file" in ([filesystem.protocol] if isinstance(filesystem.protocol, str) else filesystem.protocol)
