"""The table to learn from: captions in statement order with the tags that companies chose."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TextIO

from converter.mapping.learned.network import EXTENSION, HEADING

EXTENSION_PREFIX = "EXT:"
_HEADING_SUFFIX = "Abstract"


@dataclass(frozen=True, slots=True)
class Tagged:
    """One statement of the table.

    Attributes:
        filing: the filing it stands in.
        report: its number in the filing.
        kind: BS, IS, CF, CI or EQ.
        sic: the company's four-digit industry code, or None.
        year: that it is of.
        orders: the rows' places, as written in the table.
        captions: as printed.
        tags: a us-gaap concept, `EXT:` and the company's own concept, or a concept that ends with `Abstract`.
    """

    filing: str
    report: str
    kind: str
    sic: int | None
    year: int
    orders: tuple[str, ...]
    captions: tuple[str, ...]
    tags: tuple[str, ...]

    @property
    def classes(self) -> tuple[str, ...]:
        """What the network is to answer for each row."""
        return tuple(class_of(tag) for tag in self.tags)


def class_of(tag: str) -> str:
    """The class of a tag: the concept, or `EXTENSION`, or `HEADING`."""
    if tag.endswith(_HEADING_SUFFIX):
        return HEADING
    return EXTENSION if tag.startswith(EXTENSION_PREFIX) else tag


def read_table(path: Path) -> list[Tagged]:
    """All statements of a table, in its order.

    The table is tab-separated (`.gz` allowed) with the columns quarter (`2009q3`), adsh, report, line, sic, stmt, label
    and tag; the rows of a statement follow each other.
    """
    return list(_statements(rows_of(path)))


def _statements(rows: Iterable[Mapping[str, str]]) -> Iterator[Tagged]:
    for (filing, report, kind), group in groupby(rows, key=lambda row: (row["adsh"], row["report"], row["stmt"])):
        found = sorted(group, key=lambda row: int(row["line"]))
        yield Tagged(
            filing=filing,
            report=report,
            kind=kind,
            sic=int(found[0]["sic"]) if found[0]["sic"].isdigit() else None,
            year=int(found[0]["quarter"][:4]),
            orders=tuple(row["line"] for row in found),
            captions=tuple(row["label"] for row in found),
            tags=tuple(row["tag"] for row in found),
        )


def read_names(path: Path) -> list[tuple[str, str]]:
    """Concepts with their standard labels, from a tab-separated table with the columns concept and label; headings
    left out."""
    return [(row["concept"], row["label"]) for row in rows_of(path) if not row["concept"].endswith(_HEADING_SUFFIX)]


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated table with names in its first line (`.gz` allowed); quotes in it are as printed."""
    with _open(path) as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _open(path: Path) -> TextIO:
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
