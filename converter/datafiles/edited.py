"""A YAML file that a person writes and the program adds to: comments, quotes and all else of it stay as they are."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from converter.datafiles.compiled import read_text
from converter.datafiles.writing import write_text
from converter.errors import MapError


class Edited:
    """A file in hand.

    Attributes:
        data: what it says, to be changed and saved; None where it says nothing, or is not there.

    Raises:
        MapError: the file is there and is not YAML.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._yaml = YAML()
        self._yaml.width = 200
        self._yaml.preserve_quotes = True
        try:
            self.data: Any = self._yaml.load(read_text(path)) if path.is_file() else None
        except (YAMLError, ValueError, RecursionError) as error:
            raise MapError(f"{path}: {str(error).splitlines()[0]}.", "Correct the file.") from error

    def save(self, data: Any) -> None:
        """Write the file.

        Raises:
            OutputError: it cannot be written; it is as it was then.
        """
        text = io.StringIO()
        self._yaml.dump(data, text)
        write_text(self._path, text.getvalue())
