"""Zip files from anybody: what is unpacked is counted as it comes, whatever the zip says of itself."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from types import TracebackType

MEGABYTE = 1024 * 1024
_PIECE = MEGABYTE
_MOST_MEMBERS = 20_000
_ENCRYPTED = 0x1  # APPNOTE 4.4.4
_UNPACKABLE = (OSError, EOFError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error)
"""What `zipfile` raises for members that are damaged, or packed in a way it does not know (NotImplementedError is a
RuntimeError)."""


class Unusable(Exception):
    """The zip cannot be used; the text says why, in a sentence without its name."""


class Zip:
    """A zip that is open for reading; what is read of it all in all counts against its limits.

    Args:
        largest: bytes that one member may have, unpacked.
        total: bytes that may be unpacked before it is closed.

    Raises:
        Unusable: it is no regular file or no zip, or has a name that leads out of it, or twice.
    """

    def __init__(self, path: Path, *, largest: int, total: int) -> None:
        self._largest, self._left, self._total = largest, total, total
        try:
            if not stat.S_ISREG(path.stat().st_mode):
                raise Unusable("it is no regular file")
            self._zip = zipfile.ZipFile(path)
        except _UNPACKABLE as error:
            raise Unusable(_why(error)) from error
        try:
            self.names = self._checked_names()
        except Unusable:
            self._zip.close()
            raise

    def __enter__(self) -> Zip:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._zip.close()

    def _checked_names(self) -> list[str]:
        """The names of the files in it."""
        names = [info.filename for info in self._zip.infolist() if not info.is_dir()]
        if len(names) > _MOST_MEMBERS:
            raise Unusable(f"it holds {len(names):,} files")
        twice = next((name for name, count in Counter(names).items() if count > 1), None)
        if twice is not None:
            raise Unusable(f"it holds {twice} twice")
        outside = next((name for name in names if _leads_out(name)), None)
        if outside is not None:
            raise Unusable(f"the name {outside} leads out of it")
        return names

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of a file in it, piece by piece.

        Raises:
            KeyError: there is no such file.
            Unusable: it cannot be unpacked, or is larger than the limits let it be.
        """
        info = self._zip.getinfo(name)
        if info.flag_bits & _ENCRYPTED:
            raise Unusable(f"{name} in it is encrypted")
        count = 0
        try:
            with self._zip.open(info) as file:
                while piece := file.read(_PIECE):
                    count += len(piece)
                    self._left -= len(piece)
                    if count > self._largest:
                        raise Unusable(f"{name} in it has more than {self._largest // MEGABYTE} MB")
                    if self._left < 0:
                        raise Unusable(f"it unpacks to more than {self._total // MEGABYTE} MB")
                    yield piece
        except _UNPACKABLE as error:
            raise Unusable(f"{name} in it cannot be unpacked: {_why(error)}") from error

    def read(self, name: str) -> bytes:
        """The bytes of a file in it; see `pieces`."""
        return b"".join(self.pieces(name))


def check(path: Path, *, largest: int, total: int) -> None:
    """Unpacks everything once, and keeps nothing.

    Raises:
        Unusable: see `Zip` and `Zip.pieces`.
    """
    with Zip(path, largest=largest, total=total) as opened:
        for name in opened.names:
            for _ in opened.pieces(name):
                pass


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or name[1:2] == ":"


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).rstrip(".")
