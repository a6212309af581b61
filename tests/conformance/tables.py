"""Tables: the data sets by pandas, the database and its Parquet files by DuckDB, the rest by the standard library."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import duckdb
import pandas

from converter.exports.fsds import nearest_month_end, quarters, segments
from converter.exports.lookup import Lookup
from tests.conformance.made import Made, differences, squeezed, words_in

_KEY = ["adsh", "tag", "version", "coreg", "ddate", "qtrs", "uom"]


def data_sets(made: Made) -> Iterator[str]:
    """The data sets: unique keys, tables that refer to each other, and the numbers of the Report."""
    text = {name: pandas.read_csv(made.folder / f"fsds/{name}.txt", sep="\t") for name in ("sub", "num", "pre", "tag")}
    stored = {name: pandas.read_parquet(made.folder / f"fsds/{name}.txt.parquet") for name in text}
    yield from ("Parquet has other rows: " + name for name in text if len(text[name]) != len(stored[name]))
    key = [*_KEY, "segments"] if "segments" in text["num"] else _KEY
    if text["num"].duplicated(key).any() or text["tag"].duplicated(["tag", "version"]).any():
        yield "rows share a key"
    tags = set(zip(text["tag"]["tag"], text["tag"]["version"], strict=True))
    for name in ("num", "pre"):
        if unknown := set(zip(text[name]["tag"], text[name]["version"], strict=True)) - tags:
            yield f"{name} has tags that are not in tag: {sorted(unknown)[:3]}"
    if not set(zip(text["num"]["tag"], text["num"]["version"], strict=True)) <= set(
        zip(text["pre"]["tag"], text["pre"]["version"], strict=True)
    ):
        yield "numbers that pre does not show"
    yield from differences(_numbers(made), _rows(text["num"]))
    yield from differences(_rows(text["num"]), _rows(stored["num"]))


def _numbers(made: Made) -> set[tuple[object, ...]]:
    look = Lookup(made.report)
    found: dict[tuple[object, ...], tuple[int, Decimal]] = {}
    for fact in look.numeric:
        period = made.report.period_of(fact)
        assert isinstance(fact.value, Decimal)
        end = nearest_month_end(period.end)
        members = segments(made.report.scope_of(fact))
        key = (fact.concept.local, int(f"{end:%Y%m%d}"), quarters(period), str(fact.unit).split("/")[0], members)
        one = (abs((end - period.end).days), fact.value)
        found[key] = min(found.get(key, one), one, key=lambda distance: distance[0])
    return {(*key, float(value)) for key, (_, value) in found.items()}


def _rows(frame: pandas.DataFrame) -> set[tuple[object, ...]]:
    members = frame["segments"].fillna("") if "segments" in frame else [""] * len(frame)
    columns = (frame[name] for name in ("tag", "ddate", "qtrs", "uom", "value"))
    return {
        (tag, int(end), int(length), unit, parts, float(value))
        for tag, end, length, unit, value, parts in zip(*columns, members, strict=True)
    }


def database(made: Made) -> Iterator[str]:
    """DuckDB over its own file and over the Parquet files: the facts, the words of notes, and a line of the view for
    each printed fact.
    """
    facts = {fact for fact in made.facts if fact[0] not in made.blocks}
    notes = {(*fact[:3], words_in(fact[4])) for fact in made.facts if fact[0] in made.blocks}
    columns = "select taxonomy || ':' || concept, start, \"end\", unit, value, text, decimals, ifnull(members, '') from"
    with duckdb.connect(str(made.file(".duckdb")), read_only=True) as connection:
        parquet = made.folder / "parquet"
        for table in ("facts", f"'{parquet / 'facts.parquet'}'"):
            rows = connection.execute(f"{columns} {table}").fetchall()
            yield from differences(facts, set(map(_fact, rows)))
        for table in ("notes", f"'{parquet / 'notes.parquet'}'"):
            rows = connection.execute(
                f"select taxonomy || ':' || concept, start, \"end\", text from {table}"
            ).fetchall()
            yield from differences(notes, set(map(_note, rows)))
        lines = connection.execute(
            "select statement, row, fact from statement_lines where fact is not null and printed is not null"
        ).fetchall()
    printed = Counter(
        (source.statement, source.row, fact.id)
        for fact in made.report.facts
        for source in fact.sources
        if source.row is not None
    )
    yield from differences(set(printed.items()), set(Counter(lines).items()))


def _note(row: tuple[Any, ...]) -> tuple[object, ...]:
    concept, start, end, text = row
    return concept, start.isoformat() if start else None, end.isoformat(), squeezed(text)


def _fact(row: tuple[Any, ...]) -> tuple[object, ...]:
    concept, start, end, unit, value, text, decimals, members = row
    shown = text if value is None else f"{value:f}".rstrip("0").rstrip(".")
    shown = "0" if shown in ("", "-0") else shown
    return concept, start.isoformat() if start else None, end.isoformat(), unit, shown, decimals, members


def company_facts(made: Made) -> Iterator[str]:
    """The JSON of company facts: the numbers of the Report, but for those of members."""
    (path,) = (made.folder / "companyfacts").iterdir()
    found = set()
    for prefix, concepts in json.loads(path.read_text("utf-8"))["facts"].items():
        for local, concept in concepts.items():
            for unit, entries in concept["units"].items():
                for entry in entries:
                    found.add((f"{prefix}:{local}", entry.get("start"), entry["end"], unit, float(entry["val"])))
    wanted = {(name, start, end, unit, float(value)) for name, start, end, unit, value, _, members in made.facts
              if unit and not members}  # fmt: skip
    yield from differences(wanted, found)


def _is_number(cell: str) -> bool:
    """Whether it is a figure; a column of words says what a row is of, where the columns are parts of the company."""
    return re.fullmatch(r"-?[\d.]+", cell) is not None


def sheets(made: Made) -> Iterator[str]:
    """The statements as CSV: every printed number once, in the print's scale."""
    for at, path in enumerate(
        sorted((made.folder / "statements").iterdir(), key=lambda one: int(one.name.split("-")[0]))
    ):
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))[1:]
        shown = {(row, Decimal(cell)) for row, cells in enumerate(rows) for cell in cells[3:] if _is_number(cell)}
        printed = {
            (source.row, source.number)
            for fact in made.report.facts
            if fact.unit
            for source in fact.sources
            if source.statement == at and source.row is not None
        }
        yield from differences(printed, shown)
