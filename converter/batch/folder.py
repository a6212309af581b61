"""The folder that a batch writes to: a folder for each document, the journal, the summary."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from converter.batch import journal, lock
from converter.batch.row import Row
from converter.errors import StorageError
from converter.rendering.folder import STAGED, write_folder

PARTS = ".batch-parts"
"""Where files are written before they take their names."""
GO_ON = "Make it one that can be written, and go on with --resume."


@dataclass(frozen=True, slots=True)
class Folder:
    """Document folders appear whole or not at all; workers record their rows themselves."""

    path: Path

    def __str__(self) -> str:
        return str(self.path)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the folder for one run; it is made if need be.

        Raises:
            OutputError: another batch runs in it.
            StorageError: it cannot be written.
        """
        with self._told("Choose another folder with -o."):
            self.path.mkdir(parents=True, exist_ok=True)
        with lock.alone(self.path):
            self._sweep()
            try:
                yield
            finally:
                self._sweep()

    def _sweep(self) -> None:
        """Remove what workers were writing when they died."""
        parts = self.path / PARTS
        for path in parts.glob(f"{STAGED}*"):
            shutil.rmtree(path, ignore_errors=True)
        with suppress(OSError):
            parts.rmdir()

    def join(self) -> None:
        """Be told of a worker process, by that process."""
        lock.share(self.path)

    def begun(self) -> bool:
        """Whether it holds a batch."""
        return (self.path / journal.NAME).exists()

    def start(self, fingerprint: str) -> None:
        """Begin a batch with these settings, forgetting an earlier one.

        Raises:
            StorageError: the folder cannot be written; an earlier batch is as it was.
        """
        self.save(journal.NAME, journal.head(fingerprint).encode("utf-8"))

    def rows(self, fingerprint: str) -> dict[str, Row]:
        """The rows that count, by name.

        Raises:
            UsageError: the batch was started with other settings.
        """
        return journal.read(self.path, fingerprint)

    def record(self, row: Row, files: Mapping[str, bytes] | None = None, *, another: bool = False) -> None:
        """Keep a row and write its document's folder in the place of an earlier one.

        The row is kept when the folder is ready and its name is free, so that no row counts for an earlier folder.

        Args:
            another: whether that may be of another document.

        Raises:
            OccupiedError: the folder may not be replaced.
            StorageError: something cannot be written; the row does not count then.
        """
        with self._told(GO_ON):
            if files is None:
                journal.append(self.path, row)
                return
            write_folder(
                self.path / row.name,
                files,
                force=True,
                another=another,
                staging=self.path / PARTS,
                ready=lambda: journal.append(self.path, row),
            )

    def written(self, name: str, file: str) -> bytes | None:
        """A file of a document's folder; None where there is none.

        Raises:
            StorageError: it is there and cannot be read.
        """
        with self._told(GO_ON):
            path = self.path / name / file
            return path.read_bytes() if path.is_file() else None

    def save(self, name: str, content: bytes) -> None:
        """Write a file of the batch itself, its summary.

        Raises:
            StorageError: it cannot be written; an earlier one is as it was.
        """
        staged = self.path / PARTS / f"{STAGED}{name}"
        with self._told(GO_ON):
            staged.parent.mkdir(exist_ok=True)
            try:
                staged.write_bytes(content)
                staged.replace(self.path / name)
            finally:
                staged.unlink(missing_ok=True)

    @contextmanager
    def _told(self, remedy: str) -> Iterator[None]:
        try:
            yield
        except StorageError as error:
            raise StorageError(error.cause, remedy) from error
        except OSError as error:
            raise StorageError(f"{self.path} cannot be written ({error.strerror or error}).", remedy) from error
