"""Making a conversion again as it was made, with the maps as they are now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from converter import isolated
from converter.conversion import Conversion
from converter.datafiles import map_of_company, map_of_document, read_text
from converter.datafiles.digests import sha256
from converter.errors import InputError, TimeLimitError
from converter.exports import BESIDE_ALL, FORMATS, exporter
from converter.pipeline import convert
from converter.reading import FOLDER as READING
from converter.reading import reading_of_document
from converter.rendering import xbrl
from converter.rendering.owned import RECORD
from converter.review.outputs import Output, Record

SECONDS = 300
PAGE = "report.html"
_STEM = re.compile(r"^.*-\d{8}(?=\W|_)")
"""Prefix and period that names begin with: `tmrk-20010630`."""
_LINKBASE = re.compile(r"_[a-z]{3}\.xml")
"""Which linkbases there are depends on what the document holds."""


def converted(output: Output, record: Record, maps: Path, *, validated: bool = False) -> Conversion:
    """The document converted with the options of its record, in a process of its own.

    Args:
        validated: whether to have Arelle's word, too, where the record has it.

    Raises:
        InputError: the source is not there.
        TimeLimitError: it takes too long.
        RetroxbrlError: as `convert`.
    """
    if output.source is None:
        raise InputError(
            f"{record.document} was not found, of which {output.folder} is made.", "Name it with `source`."
        )
    source, options = output.source, replace(record.options, maps=maps)

    def work() -> Conversion:
        made = convert(source, options)
        return made.validated() if validated and record.validated else made

    try:
        return isolated.run(work, SECONDS)
    except isolated.TimeLimit:
        remedy = "Nothing is written."
        raise TimeLimitError(f"{record.document} takes longer than {SECONDS} seconds.", remedy) from None


def formats_of(record: Record, made: Conversion) -> tuple[str, ...]:
    """The formats that an output was written in, as the names of its files tell."""
    listed = {_shape(name): name for name in record.files if name != RECORD and not _LINKBASE.fullmatch(_shape(name))}
    left = listed.keys() - {*map(_shape, xbrl(made.report))}
    if left == {PAGE}:
        return ("html",)
    if not left:
        return ()
    shapes = {name: {*map(_shape, exporter(name)(made.report))} for name in FORMATS if name not in BESIDE_ALL}
    found = [name for name, written in shapes.items() if written & left]
    if unknown := [listed[shape] for shape in left.difference(*(shapes[name] for name in found))]:
        raise InputError(
            f"{', '.join(sorted(unknown))} of the output cannot be made again here.",
            "Convert the document again without that format, and review this output.",
        )
    return tuple(found)


def _shape(name: str) -> str:
    """What stays of a file's name where a document is read otherwise: statements, company and period may be others.

    `-numbers.csv` of `tmrk-20010630-numbers.csv`, `statements/csv` of `statements/1-IS.csv`.
    """
    folder, slash, file = name.rpartition("/")
    return f"{folder}/{file.partition('.')[2]}" if slash else _STEM.sub("", file)


def stale(record: Record, maps: Path) -> bool:
    """Whether a person's files for the document are no longer those that its output was made with."""
    now = {name: sha256(text) for name, text in _own(record, maps)}
    then = {name: digest for name, digest in record.maps.items() if _is_own(name)}
    return now != then


def _is_own(name: str) -> bool:
    """Whether the name is of a person's file of lines: of all companies, of one, of one document, of its reading."""
    folder, slash, _ = name.rpartition("/")
    return name.endswith(".yaml") and (not slash or folder in ("company", "document", READING))


def _own(record: Record, maps: Path) -> Iterator[tuple[str, str]]:
    document = Path(record.document).stem
    paths = [
        *sorted(maps.glob("*.yaml")),
        *([maps / map_of_company(record.company_cik)] if record.company_cik else []),
        maps / map_of_document(document),
        maps / reading_of_document(document),
    ]
    return ((path.relative_to(maps).as_posix(), read_text(path)) for path in paths if path.is_file())
