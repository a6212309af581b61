"""Writes an output folder whole or not at all: into a hidden sibling first, which takes the name when complete."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from converter.errors import OccupiedError, StorageError
from converter.rendering import owned
from converter.rendering.owned import RECORD

STAGED = ".retroxbrl-"
"""What the names of hidden siblings begin with."""
_OLD = "old"
"""Where in one the folder lies that another takes the place of, under its name."""


def write_folder(
    folder: Path,
    files: Mapping[str, bytes],
    *,
    force: bool = False,
    another: bool = False,
    staging: Path | None = None,
    ready: Callable[[], None] = lambda: None,
) -> list[Path]:
    """Writes files (name or relative path -> content) as a folder and returns their paths.

    Args:
        folder: must not exist, or be empty, unless `force`.
        force: put the new folder in the place of one that holds nothing but an earlier conversion of the same document;
            that one goes only when the new one is complete.
        another: with `force`, of another document as well.
        staging: where files are written first, on the same file system; None: beside the folder.
        ready: called when all are written and nothing has the folder's name, just before they take it.

    Raises:
        OccupiedError: the folder exists, and may not be replaced; nothing is changed then.
        StorageError: the folder cannot be written; nothing is changed then.
    """
    record = owned.record_of(files)
    check_free(folder, force=force, record=record)
    if record is not None and not another and (folder / record).exists():
        owned.check_source(folder, (folder / record).read_bytes(), files[record])
    try:
        (staging or folder.parent).mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=STAGED, dir=staging or folder.parent) as scratch:
            _write(Path(scratch) / "new", files)
            _put(Path(scratch) / "new", folder, Path(scratch) / _OLD / folder.name, ready)
    except OSError as error:
        remedy = "Give an output folder that can be written with `folder`."
        raise StorageError(f"{folder} cannot be written ({error.strerror or error}).", remedy) from error
    return [folder / name for name in files]


def put_back(parent: Path, name: str | None = None) -> None:
    """Give folders their names back that a process held when it was killed, having put nothing in their place yet.

    Args:
        name: of the one that is meant; None: all in `parent`.

    Raises:
        StorageError: one cannot be renamed.
    """
    for old in parent.glob(f"{STAGED}*/{_OLD}/*"):
        if name in (None, old.name) and not (parent / old.name).exists():
            try:
                os.rename(old, parent / old.name)
            except OSError as error:
                remedy = "Rename it by hand."
                raise StorageError(f"{old} cannot be renamed ({error.strerror or error}).", remedy) from error
            shutil.rmtree(old.parent.parent, ignore_errors=True)


def check_free(folder: Path, *, force: bool, record: str | None = RECORD) -> None:
    """Tell that a folder may not be written, as far as that can be known before there is something to write.

    Args:
        force: whether an earlier conversion in it may be replaced.
        record: the name of the file that lists what one wrote; None where none does.

    Raises:
        OccupiedError: it is no folder, holds something and `force` is not given, or holds what no conversion wrote.
        StorageError: it cannot be looked into.
    """
    try:
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise OccupiedError(f"{folder} exists and is no folder.", "Give another output folder with `folder`.")
        if not folder.is_dir() or not any(folder.iterdir()):
            return
        if not force:
            raise OccupiedError(
                f"{folder} exists.", "Give another output folder with `folder`, or replace it with `force`."
            )
        owned.check_foreign(folder, _names(folder), lambda name: _content(folder / name), record)
    except OSError as error:
        cause = f"{folder} cannot be looked into ({error.strerror or error})."
        raise StorageError(cause, "Give another output folder with `folder`.") from error


def _names(folder: Path) -> Iterator[str]:
    """All that lies in a folder, relative to it: files, links to folders, and folders that hold nothing."""
    for at, folders, files in os.walk(folder):
        here = Path(at).relative_to(folder)
        links = [name for name in folders if os.path.islink(os.path.join(at, name))]
        yield from ((here / name).as_posix() for name in (*files, *links))
        if not folders and not files and at != str(folder):
            yield f"{here.as_posix()}/"


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _put(new: Path, folder: Path, old: Path, ready: Callable[[], None]) -> None:
    """Renames `new` to `folder`; what stood there before goes to `old`, and back if the name cannot be taken."""
    if not folder.exists():
        ready()
        os.rename(new, folder)
        return
    old.parent.mkdir()
    os.rename(folder, old)
    try:
        ready()
        os.rename(new, folder)
    except BaseException:
        os.rename(old, folder)
        raise
    shutil.rmtree(old)
