"""Writing the files that people edit: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from converter.errors import OutputError


def write_text(path: Path, text: str) -> None:
    """Write a file, which is whole or as it was before; its folder is made if need be.

    Raises:
        OutputError: it cannot be written.
    """
    staged: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=path.parent, prefix=".", encoding="utf-8", delete=False) as file:
            staged = Path(file.name)
            file.write(text)
        staged.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        staged.replace(path.resolve())  # a link stays one
    except OSError as error:
        if staged is not None:
            staged.unlink(missing_ok=True)
        remedy = "Name a folder of maps that can be written with `maps`."
        raise OutputError(f"{path} cannot be written ({error.strerror or error}).", remedy) from error


def _umask() -> int:
    now = os.umask(0)
    os.umask(now)
    return now
