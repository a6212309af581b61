"""An output that many machines write to: an object store, or a path that they share.

No lock and no rename of a folder holds there, so nothing relies on them. Every object is written by one put that
replaces the whole, and a document's row is an object of its own, `.batch/<name>.json`, put *after* the document's
files: the document counts when its row is there. What a lost worker left half is overwritten by the one that does the
document again, with the same bytes; when both live, either order of their puts gives the same objects.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from converter.batch import journal
from converter.batch.folder import PARTS
from converter.batch.remote import opened
from converter.batch.row import Row
from converter.errors import RetroxbrlError, StorageError
from converter.rendering import owned
from converter.rendering.folder import STAGED
from converter.rendering.owned import RECORD

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

SETTINGS = ".batch-settings.json"
ROWS = ".batch"


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
            StorageError: the store cannot be written.
        """
        filesystem, root = self._place
        with self._told("written"):
            if filesystem.exists(f"{root}/{SETTINGS}") and filesystem.exists(f"{root}/{ROWS}"):
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

    def record(self, row: Row, files: Mapping[str, bytes] | None = None, *, another: bool = False) -> None:
        """Put a document's files, and then its row.

        A row without files gives way to one with files of the same content: a worker that was given up for lost and
        then fails must not undo what another has done in its place.

        Args:
            another: whether the files may take the place of another document's.

        Raises:
            OccupiedError: what lies there may not be replaced.
            StorageError: the store cannot be written.
        """
        with self._told("written"):
            if files is not None:
                self._put(row.name, files, another)
            elif self._is_done(row):
                return
            self._write(f"{ROWS}/{row.name}.json", journal.line(row).encode("ascii"))

    def _is_done(self, row: Row) -> bool:
        filesystem, root = self._place
        path = f"{root}/{ROWS}/{row.name}.json"
        filesystem.invalidate_cache()
        if not filesystem.exists(path):
            return False
        there = journal.parsed(filesystem.cat_file(path).decode("utf-8", "replace"))
        return there is not None and there.status.has_folder and there.sha256 == row.sha256

    def written(self, name: str, file: str) -> bytes | None:
        """A file of a document's; None where there is none.

        Raises:
            StorageError: the store cannot be read.
        """
        filesystem, root = self._place
        path = f"{root}/{name}/{file}"
        with self._told("read"):
            filesystem.invalidate_cache()
            try:
                content: bytes = filesystem.cat_file(path)
            except FileNotFoundError:
                return None
        return content

    def save(self, name: str, content: bytes) -> None:
        """Put a file of the batch itself, its summary."""
        with self._told("written"):
            self._write(name, content)

    def _put(self, name: str, files: Mapping[str, bytes], another: bool) -> None:
        """Put a document's files in the place of an earlier conversion's, which are removed if they were others.

        The record goes first in, and last out: so it lists whatever of a conversion is there when a worker dies.
        """
        filesystem, root = self._place
        filesystem.invalidate_cache()
        prefix = f"{root}/{name}/"
        there = {path.removeprefix(prefix): path for path in filesystem.find(prefix)}
        if there:
            owned.check_foreign(f"{self.url}/{name}", there, lambda file: filesystem.cat_file(there[file]), RECORD)
            record = filesystem.cat_file(there[RECORD])
            if not another:
                owned.check_source(f"{self.url}/{name}", record, files[RECORD])
            if record != files[RECORD]:
                for file in sorted(there, key=lambda file: file == RECORD):
                    with suppress(FileNotFoundError):  # a worker given up for lost may be at it, too
                        filesystem.rm_file(there[file])
        for file in sorted(files, key=lambda file: file != RECORD):
            self._write(f"{name}/{file}", files[file])

    def _write(self, name: str, content: bytes) -> None:
        """Write one object whole: a put of an object store is, a file needs a rename."""
        filesystem, root = self._place
        if not _local(filesystem):
            filesystem.pipe_file(f"{root}/{name}", content)
            return
        target, part = Path(root, name), Path(root, PARTS, f"{STAGED}{uuid4().hex}")
        target.parent.mkdir(parents=True, exist_ok=True)
        part.parent.mkdir(parents=True, exist_ok=True)
        try:
            part.write_bytes(content)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)

    def _sweep(self) -> None:
        """Remove the files that workers were writing when they died; a store keeps no such parts."""
        filesystem, root = self._place
        if _local(filesystem):
            with suppress(OSError):
                for path in Path(root, PARTS).glob(f"{STAGED}*"):
                    path.unlink()
                Path(root, PARTS).rmdir()

    @contextmanager
    def _told(self, done: str) -> Iterator[None]:
        """Turns whatever a file system raises into a StorageError: each has its own exceptions."""
        try:
            yield
        except RetroxbrlError:
            raise
        except Exception as error:
            cause = f"{self.url} cannot be {done} ({type(error).__name__}: {error})."
            raise StorageError(cause, "Check the URL and your rights to it, and go on with --resume.") from error


def _local(filesystem: AbstractFileSystem) -> bool:
    return "file" in ([filesystem.protocol] if isinstance(filesystem.protocol, str) else filesystem.protocol)
