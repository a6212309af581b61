"""Writes an output folder whole or not at all: into a hidden sibling first, which takes the name when complete."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from converter.errors import OutputError


def write_folder(folder: Path, files: Mapping[str, bytes], *, force: bool = False) -> list[Path]:
    """Writes files (name or relative path -> content) as a folder and returns their paths.

    Args:
        folder: must not exist, or be empty, unless `force`.
        force: put the new folder in the place of one that exists; that one goes only when the new one is complete.

    Raises:
        OutputError: the folder exists, or cannot be written; nothing is changed then.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise OutputError(f"{folder} exists and is no folder.", "Give another output folder with `folder`.")
    if not force and folder.is_dir() and any(folder.iterdir()):
        raise OutputError(f"{folder} exists.", "Give another output folder with `folder`, or replace it with `force`.")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as scratch:
            _write(Path(scratch) / "new", files)
            _put(Path(scratch) / "new", folder, Path(scratch) / "old")
    except OSError as error:
        remedy = "Give an output folder that can be written with `folder`."
        raise OutputError(f"{folder} cannot be written ({error.strerror or error}).", remedy) from error
    return [folder / name for name in files]


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _put(new: Path, folder: Path, old: Path) -> None:
    """Renames `new` to `folder`; what stood there before goes to `old`, and back if the name cannot be taken."""
    if not folder.exists():
        os.rename(new, folder)
        return
    os.rename(folder, old)
    try:
        os.rename(new, folder)
    except OSError:
        os.rename(old, folder)
        raise
    shutil.rmtree(old)
