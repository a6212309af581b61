"""Making a conversion again as it was made, with the maps as they are now."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from converter import isolated
from converter.conversion import Conversion
from converter.datafiles import map_of_company, map_of_document, read_text
from converter.datafiles.digests import sha256
from converter.errors import InputError, TimeLimitError
from converter.exports import BESIDE_ALL, FORMATS, exporter
from converter.knowledge.loading import FOLDER as CONCEPTS
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


def converted(output: Output, record: Record, maps: Path, earlier: Sequence[bytes] = ()) -> Conversion:
    """The document converted with the options of its record, in a process of its own; without Arelle's findings.

    Args:
        earlier: the records of the filings that it is read with.

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
    return _within_limits(lambda: convert(source, options, earlier=earlier), record)


def as_it_was_checked(made: Conversion, record: Record) -> Conversion:
    """The same with Arelle's findings, where the record has them.

    Raises:
        TimeLimitError: it takes too long.
        RetroxbrlError: as `Conversion.validated`.
    """
    return _within_limits(made.validated, record) if record.validated else made


def _within_limits(work: Callable[[], Conversion], record: Record) -> Conversion:
    try:
        return isolated.run(work, SECONDS)
    except isolated.TimeLimit:
        remedy = "Nothing is written."
        raise TimeLimitError(f"{record.document} takes longer than {SECONDS} seconds.", remedy) from None


class Kept:
    """The conversions that were made last, by what they are made with: what a person is shown before a decision is what
    is written after it, and shown again then, without being made three times.
    """

    def __init__(self, most: int = 6) -> None:
        self._most = most
        self._made: OrderedDict[tuple[object, ...], Conversion] = OrderedDict()

    def made(self, output: Output, record: Record, maps: Path, earlier: Sequence[bytes] = ()) -> Conversion:
        """As `converted`."""
        key = (output.name, *_own(record, maps), *earlier)
        if key not in self._made:
            self._made[key] = converted(output, record, maps, earlier)
        self._made.move_to_end(key)
        while len(self._made) > self._most:
            self._made.popitem(last=False)
        return self._made[key]


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
    then = {name: digest for name, digest in record.maps.items() if _is_own(name)}
    return dict(_own(record, maps)) != then


def _is_own(name: str) -> bool:
    """Whether the name is of a person's file: for all companies, one, one document, its reading, or about concepts."""
    folder, slash, _ = name.rpartition("/")
    return name.endswith(".yaml") and (not slash or folder in ("company", "document", READING, CONCEPTS))


def _own(record: Record, maps: Path) -> Iterator[tuple[str, str]]:
    """A person's files that speak of the document, by name, with their SHA-256: of facts of a schedule, no lines do."""
    document = Path(record.document).stem
    lines = [
        *sorted(maps.glob("*.yaml")),
        *([maps / map_of_company(record.company_cik)] if record.company_cik else []),
        maps / map_of_document(document),
        maps / reading_of_document(document),
    ]
    paths = [*sorted(maps.glob(f"{CONCEPTS}/*.yaml")), *([] if record.options.from_fds else lines)]
    return ((path.relative_to(maps).as_posix(), sha256(read_text(path))) for path in paths if path.is_file())
