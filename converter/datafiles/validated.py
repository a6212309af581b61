"""Data against a pydantic model; a fault is told with its line. Pydantic takes long to start: import this late."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from converter.datafiles.yaml_file import Lines, Path_
from converter.errors import MapError

Model = TypeVar("Model", bound=BaseModel)


class Strict(BaseModel):
    """A model that refuses keys it does not know: most of them are slips of the pen."""

    model_config = ConfigDict(extra="forbid")


def validated(model: type[Model], path: Path, data: Any, lines: Lines) -> Model:
    """The model of the data. Raises MapError that names the line of the first thing wrong."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = max(error.errors(), key=lambda each: (len(_known(each["loc"], lines)), each["type"] == "missing"))
        at = _known(first["loc"], lines)
        what = f"{first['loc'][-1]} is missing" if first["type"] == "missing" else first["msg"]
        what = f"'{at[-1]}': {what}" if at else what
        raise MapError(f"{path}, line {lines.get(at, 1)}: {what}.", "See docs/mapping.md.") from error


def listed(value: Any) -> list[Any]:
    """A value that may be left out, stand alone, or be a list of them."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def _known(location: tuple[str | int, ...], lines: Lines) -> Path_:
    """The longest start of pydantic's location that the file has (pydantic adds the names of union members)."""
    at: Path_ = ()
    for part in location:
        if (*at, part) in lines:
            at = (*at, part)
    return at
