"""Where a batch writes to, and which of the two kinds it is."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from converter.batch import journal
from converter.batch.folder import Folder
from converter.batch.remote import is_url, seen_by_workers
from converter.batch.row import Row
from converter.batch.store import SETTINGS, Store
from converter.errors import OutputError


class Output(Protocol):
    """A folder for each document, the rows of those that are done, the summary. It travels to the workers."""

    def alone(self) -> AbstractContextManager[None]:
        """Around a run."""

    def join(self) -> None:
        """Be told of a worker process, by that process."""

    def begun(self) -> bool:
        """Whether it holds a batch."""

    def start(self, fingerprint: str) -> None:
        """Begin a batch with these settings, forgetting an earlier one."""

    def rows(self, fingerprint: str) -> dict[str, Row]:
        """The rows that count, by name."""

    def record(self, row: Row, files: Mapping[str, bytes] | None = None, *, another: bool = False) -> None:
        """Keep a document's row and its files, so that neither counts without the other.

        Args:
            another: whether the files may take the place of another document's.
        """

    def written(self, name: str, file: str) -> bytes | None:
        """A file of a document's folder; None where there is none."""

    def save(self, name: str, content: bytes) -> None:
        """Write a file of the batch itself, its summary."""


def output(out: str, *, shared: bool = False) -> Output:
    """The output that a path or URL names.

    A path that several machines may write to is a `Store`, too: over NFS neither `flock` nor a line appended to a
    common file is safe, but a file that takes its name by a rename is. Where a batch was begun so it goes on so.

    Args:
        shared: whether the workers may be on other machines.

    Raises:
        OutputError: the folder holds a batch of the other kind.
        UsageError: the URL is one that workers cannot see.
    """
    if is_url(out):
        return Store(seen_by_workers(out))
    path = Path(out)
    if not shared and not (path / SETTINGS).exists():
        return Folder(path)
    if (path / journal.NAME).exists():
        raise OutputError(f"{out} holds a batch of --engine local.", "Continue it so, or choose another folder.")
    return Store(f"file://{path.resolve()}")
