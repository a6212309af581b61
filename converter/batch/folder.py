"""The folder that a batch writes to: a folder for each document, the journal, the summary."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from converter.batch import journal, lock
from converter.batch.row import Row
from converter.errors import OutputError
from converter.rendering.folder import write_folder


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
            OutputError: another batch runs in it, or it cannot be written.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            remedy = "Choose another folder with -o."
            raise OutputError(f"{self.path} cannot be written ({error.strerror}).", remedy) from error
        with lock.alone(self.path):
            self._sweep()
            yield
            self._sweep()

    def _sweep(self) -> None:
        """Remove the folders that workers were writing when they died."""
        for path in self.path.glob(".*"):
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)

    def join(self) -> None:
        """Be told of a worker process, by that process."""
        lock.share(self.path)

    def begun(self) -> bool:
        """Whether it holds a batch."""
        return (self.path / journal.NAME).exists()

    def start(self, fingerprint: str) -> None:
        """Begin a batch with these settings, forgetting an earlier one."""
        journal.start(self.path, fingerprint)

    def rows(self, fingerprint: str) -> dict[str, Row]:
        """The rows that count, by name.

        Raises:
            UsageError: the batch was started with other settings.
        """
        return journal.read(self.path, fingerprint)

    def record(self, row: Row, files: Mapping[str, bytes] | None = None) -> None:
        """Keep a row, and then write its document's folder in the place of an earlier one."""
        journal.append(self.path, row)
        if files is not None:
            write_folder(self.path / row.name, files, force=True)

    def save(self, name: str, content: bytes) -> None:
        """Write a file of the batch itself, its summary."""
        staged = self.path / f"{name}.part"
        staged.write_bytes(content)
        staged.replace(self.path / name)
