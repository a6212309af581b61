"""More statements to learn from, beside the table: captions of tagged filings of later years, and truth tables.

Both are read where the reference corpus lies, and nothing of them but weights and names of concepts is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from converter.mapping.learned.network import KINDS
from converter.mapping.learned.training.table import EXTENSION_PREFIX, Tagged, rows_of

_EXTENSION = "EXT"
"""What a truth table calls a concept of the company's own."""


def read_captions(path: Path) -> list[Tagged]:
    """The statements of a table of captions of many filings (tab-separated: file, cik, period, stmt, role, label, tag),
    those of kinds that the network knows.
    """
    rows = [row for row in rows_of(path) if row["stmt"] in KINDS]
    statements = groupby(rows, key=lambda row: (row["file"], row["role"], row["stmt"], row["period"][:4]))
    return [
        _tagged(filing, role, kind, int(year), ((row["label"], row["tag"]) for row in group))
        for (filing, role, kind, year), group in statements
    ]


def ciks(path: Path) -> dict[str, int]:
    """The CIK of each filing of such a table."""
    return {row["file"]: int(row["cik"]) for row in rows_of(path)}


def read_truths(folder: Path) -> list[Tagged]:
    """The statements of truth tables, one file for each document (tab-separated: stmt, label, end, concepts).

    Their rows are single amounts: those that follow each other with one label are one row. Of accepted concepts the
    first is it.
    """
    paths = sorted(path for path in folder.glob("*.tsv") if path.stem != "index")
    return [tagged for path in paths for tagged in _truth(path)]


def _truth(path: Path) -> Iterator[Tagged]:
    rows = list(rows_of(path))
    year = max((int(row["end"][:4]) for row in rows), default=0)
    for kind, group in groupby(rows, key=lambda row: row["stmt"]):
        if kind in KINDS:
            lines = (key for key, _ in groupby(group, key=lambda row: (row["label"], _first(row["concepts"]))))
            yield _tagged(path.stem, kind, kind, year, lines)


def _first(accepted: str) -> str:
    concept = accepted.partition("|")[0].strip().removesuffix("*-1").rpartition(":")[2]
    return f"{EXTENSION_PREFIX}{concept}" if concept == _EXTENSION else concept


def _tagged(filing: str, report: str, kind: str, year: int, lines: Iterable[tuple[str, str]]) -> Tagged:
    captions, tags = zip(*lines, strict=True)
    orders = tuple(str(number) for number in range(1, len(captions) + 1))
    return Tagged(filing, report, kind, None, year, orders, captions, tags)
