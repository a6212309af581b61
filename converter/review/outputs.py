"""The outputs under review: the folder of a conversion, or those of a batch, with their sources and records."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from converter.batch import journal
from converter.batch.inputs import digest
from converter.errors import InputError
from converter.exports.html.tiers import HIGH
from converter.options import Options
from converter.rendering.folder import put_back
from converter.rendering.owned import RECORD

SUMMARY = "summary.csv"


@dataclass(frozen=True, slots=True)
class Line:
    """A row that states facts, as the record has it: enough for a queue. `place` is where it begins, `57:3`."""

    kind: str
    caption: str
    concept: str
    confidence: float
    confirmed: str
    approved: str = ""
    place: str = ""

    @property
    def is_extension(self) -> bool:
        return not self.concept.startswith("us-gaap:")

    @property
    def is_open(self) -> bool:
        """Whether a person should look at it, and none has."""
        return not self.confirmed and (self.is_extension or self.confidence < HIGH)


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept of a `report.json`.

    Attributes:
        maps: SHA-256 of the files of maps, and of the records of earlier filings, that it was made with, by name.
        files: the names of all files of the folder.
        contradicted: facts that a finding speaks against.
        digest: SHA-256 of the file itself.
    """

    document: str
    sha256: str
    company: str
    cik: str
    period_end: str
    form: str
    options: Options
    taxonomy: str
    validated: bool
    maps: Mapping[str, str]
    files: tuple[str, ...]
    statements: tuple[str, ...]
    missing: tuple[str, ...]
    lines: tuple[Line, ...]
    contradicted: int
    warnings: int
    digest: str = ""

    @property
    def company_cik(self) -> str:
        """The CIK by which the company's map is found: what a person says it is, and else the document's."""
        return self.options.cik or self.cik


@dataclass(frozen=True, slots=True)
class Output:
    """A conversion under review.

    Attributes:
        name: of its folder, by which the pages know it.
        source: the document's file; None where it was not found.
        record: as it was when the conversion was opened.
    """

    name: str
    folder: Path
    source: Path | None
    record: Record


def opened(places: Sequence[Path], sources: Sequence[Path] = ()) -> list[Output]:
    """The conversions in some places.

    Args:
        places: folders that `convert` wrote, or of batches.
        sources: files and folders where documents lie that a batch does not name.

    Raises:
        InputError: a place holds no conversion, or one whose record cannot be read.
        StorageError: an output that was being replaced when the program was killed cannot be put back.
    """
    found: dict[str, Output] = {}
    for place in places:
        put_back(place.parent, place.name)
        put_back(place)
        folders = list(_folders(place))
        if not folders:
            raise InputError(f"{place} holds no conversion.", "Name a folder that convert or batch wrote.")
        told = _told(place)
        for folder in folders:
            name = folder.name if folder.name not in found else f"{folder.name}-{len(found) + 1}"
            record = record_of(folder)
            source = _source(folder, record, told.get(folder.name), sources)
            found[name] = Output(name, folder, source, record)
    return list(found.values())


def _folders(place: Path) -> Iterator[Path]:
    if (place / RECORD).is_file():
        yield place.resolve()
    elif place.is_dir():
        yield from (each.resolve() for each in sorted(place.iterdir()) if (each / RECORD).is_file())


def _told(place: Path) -> dict[str, str]:
    """The sources that a batch names, by folder."""
    if (place / journal.NAME).is_file():
        lines = (place / journal.NAME).read_text(encoding="utf-8", errors="replace").split("\n")
        return {row.name: row.source for row in map(journal.parsed, lines) if row is not None}
    if (place / SUMMARY).is_file():
        with (place / SUMMARY).open(encoding="utf-8", newline="") as file:
            return {row["name"]: row["source"] for row in csv.DictReader(file) if "source" in row}
    return {}


def _source(folder: Path, record: Record, told: str | None, sources: Sequence[Path]) -> Path | None:
    """The file with the very bytes that the record is of, where it is told to be, named to be, or near."""
    name = record.document
    near = [folder.parent, folder.parent.parent, Path.cwd()]
    for path in (*([Path(told)] if told else []), *_candidates(sources, name), *(place / name for place in near)):
        if path.is_file() and digest(str(path)) == record.sha256:
            return path.resolve()
    return None


def _candidates(sources: Iterable[Path], name: str) -> Iterator[Path]:
    for source in sources:
        yield source / name if source.is_dir() else source


def record_of(folder: Path) -> Record:
    """What the record of an output says.

    Raises:
        InputError: it cannot be read as one.
    """
    path = folder / RECORD
    try:
        content = path.read_bytes()
        return replace(_record(json.loads(content)), digest=hashlib.sha256(content).hexdigest())
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(
            f"{path} cannot be read as a report: {error}.", "Convert the document again with this version."
        ) from error


def _record(data: dict[str, Any]) -> Record:
    entity = data["entity"]
    known = {field.name for field in fields(Options)} - {"maps"}
    return Record(
        document=data["document"]["name"],
        sha256=data["document"]["sha256"],
        company=entity["name"],
        cik=entity["identifier"] if entity["scheme"].endswith("/CIK") else "",
        period_end=data["period_end"],
        form=data["document"]["form"] or "",
        options=Options(**{name: value for name, value in data["options"].items() if name in known}),
        taxonomy=data["taxonomy"],
        validated=data["validated"],
        maps={each["name"]: each["sha256"] for each in data["maps"]},
        files=tuple(each["name"] for each in data["files"]),
        statements=tuple(statement["kind"] for statement in data["statements"]),
        missing=tuple(data["completeness"]["missing"]),
        lines=tuple(
            Line(
                statement["kind"],
                row["label"],
                row["concept"],
                row["confidence"],
                row.get("confirmed", ""),
                row.get("approved", ""),
                f"{row['line']}:{row['column']}",
            )
            for statement in data["statements"]
            for row in statement["rows"]
            if "confidence" in row
        ),
        contradicted=sum("refuted" in fact for fact in data["facts"]),
        warnings=sum(finding["severity"] == "warning" for finding in data["findings"]),
    )
