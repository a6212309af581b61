"""From a reading file to a Reading."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from converter.arithmetic import power_of_ten
from converter.datafiles import of_document, read_text
from converter.datafiles.digests import sha256
from converter.errors import MapError
from converter.reading.told import NOTHING_TOLD, ColumnTold, Place, Reading, StatementTold
from converter.terms import Period

if TYPE_CHECKING:
    from converter.reading.schema import ColumnEntry

FOLDER = "reading"
_HIGHEST = 9


def reading_of_document(document: str) -> str:
    """`reading/q3_release.yaml`, relative to a folder of maps, for the document `q3 release`."""
    return f"{FOLDER}/{of_document(document)}"


def load_reading(folder: Path | None, document: str) -> Reading:
    """What a person says of a document; nothing where there is no file.

    Raises:
        MapError: the file is broken; names file and line.
    """
    if folder is None or not (path := folder / (name := reading_of_document(document))).is_file():
        return NOTHING_TOLD
    from converter.datafiles.validated import validated
    from converter.datafiles.yaml_file import read
    from converter.reading.schema import ReadingFile

    text = read_text(path)
    data, lines = read(path, text)
    file = validated(ReadingFile, path, data or {}, lines)
    statements = {
        Place.of(place): StatementTold(
            kind=told.kind,
            scale=_scale(told.scale, path, lines["statements", place]),
            dropped=told.dropped or "",
            columns={
                int(number): _column(column, path, lines["statements", place, "columns", number])
                for number, column in told.columns.items()
            },
            line=lines["statements", place],
        )
        for place, told in file.statements.items()
    }
    dropped = {Place.of(place): (why, lines["dropped", place]) for place, why in file.dropped.items()}
    return Reading(name, statements, dropped, sha256(text))


def _scale(scale: int | None, path: Path, line: int) -> int | None:
    if scale is not None and (scale < 1 or 10 ** power_of_ten(scale) != scale or power_of_ten(scale) > _HIGHEST):
        raise MapError(f"{path}, line {line}: {scale} is no scale.", "Write 1, 1000 or 1000000.")
    return scale


def _column(told: ColumnEntry, path: Path, line: int) -> ColumnTold:
    if told.period is None:
        return ColumnTold(None, told.dropped or "")
    first, _, last = told.period.partition(" to ")
    try:
        start = date.fromisoformat(first) if last else None
        end = date.fromisoformat(last or first)
    except ValueError:
        start, end = date.max, date.min
    if start is not None and start > end:
        raise MapError(
            f"{path}, line {line}: {told.period!r} is no period.", "Write 2001-06-30, or 2001-04-01 to 2001-06-30."
        )
    return ColumnTold(Period(end, start), told.dropped or "")
