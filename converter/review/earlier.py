"""Beside last year: the rows of a document against an earlier output of the company.

A row is found again by its caption in the same statement; where the caption is new, by its concept. What the earlier
document printed for a period that this one prints, too, is the same figure: where it is another now, it was restated.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from converter.arithmetic import Figure, agree
from converter.errors import InputError
from converter.rendering.owned import RECORD
from converter.review.outputs import Record
from converter.review.queue import plain

Scope = tuple[str, str | None, str, str]
"""What a fact is about: concept, first and last day, members."""


@dataclass(frozen=True, slots=True)
class Was:
    """A row of the earlier document.

    Attributes:
        values: by period, `1998-12-31` or `1998-01-01 to 1998-12-31`.
    """

    caption: str
    concept: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Restated:
    """A figure that both documents print, and differently."""

    concept: str
    period: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Beside:
    """An earlier document beside this one.

    Attributes:
        rows: of the earlier one, by statement and row of this one.
        changed: the rows of this one whose concept is another than it was under the caption.
        gone: captions of the earlier one that this one has no longer, with their statements.
    """

    rows: Mapping[tuple[int, int], Was]
    changed: frozenset[tuple[int, int]]
    gone: tuple[tuple[str, str], ...]
    restated: tuple[Restated, ...]


def earlier_of(name: str, records: Mapping[str, Record]) -> str | None:
    """The output of the same company whose period ends last before that of a document; None if there is none."""
    mine = records[name]
    before = [
        (record.period_end, other)
        for other, record in records.items()
        if mine.cik and record.cik == mine.cik and record.period_end < mine.period_end
    ]
    return max(before)[1] if before else None


def read(folder: Path) -> dict[str, Any]:
    """The record of an output as data.

    Raises:
        InputError: there is none that can be read.
    """
    try:
        data = json.loads((folder / RECORD).read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(f"{folder / RECORD} cannot be read: {error}.", "Convert the document again.") from error
    return data if isinstance(data, dict) else {}


def beside(now: dict[str, Any], before: dict[str, Any]) -> Beside:
    """Two records of one company beside each other."""
    values = _values(before)
    old = dict(_rows(before))
    by_caption = {(kind, plain(label)): place for place, (kind, label, _) in reversed(old.items()) if plain(label)}
    by_concept = {(kind, concept): place for place, (kind, _, concept) in reversed(old.items())}
    found: dict[tuple[int, int], Was] = {}
    met: set[tuple[int, int]] = set()
    changed = set()
    for place, (kind, label, concept) in _rows(now):
        by_words = by_caption.get((kind, plain(label)))
        at = by_words if by_words is not None else by_concept.get((kind, concept))
        if at is None:
            continue
        met.add(at)
        found[place] = Was(old[at][1], old[at][2], values.get(at, {}))
        if by_words is not None and not _same(concept, old[at][2]):
            changed.add(place)
    gone = tuple((kind, label) for place, (kind, label, _) in old.items() if place not in met)
    return Beside(found, frozenset(changed), gone, tuple(_restated(now, before)))


def _same(concept: str, other: str) -> bool:
    """Whether two are one: concepts of the company's own by their names, whatever their prefix."""
    own = not concept.startswith("us-gaap:") and not other.startswith("us-gaap:")
    return concept.partition(":")[2] == other.partition(":")[2] if own else concept == other


def _rows(data: dict[str, Any]) -> Iterator[tuple[tuple[int, int], tuple[str, str, str]]]:
    """The rows that state facts: place, and statement, caption, concept."""
    for at, statement in enumerate(data["statements"]):
        for number, row in enumerate(statement["rows"]):
            if not row["abstract"]:
                yield (at, number), (statement["kind"], row["label"], row["concept"])


def _values(data: dict[str, Any]) -> dict[tuple[int, int], dict[str, str]]:
    """What each row states, by period."""
    found: dict[tuple[int, int], dict[str, str]] = {}
    for fact in data["facts"]:
        for source in fact["sources"]:
            if source["row"] is not None:
                at = (source["statement"], source["row"])
                found.setdefault(at, {}).setdefault(_period(data["contexts"][fact["context"]]), fact["value"])
    return found


def _period(context: dict[str, Any]) -> str:
    return f"{context['start']} to {context['end']}" if context["start"] else str(context["end"])


def _restated(now: dict[str, Any], before: dict[str, Any]) -> Iterator[Restated]:
    """The figures of both that cannot be one, printed more precisely in one of them than in the other."""
    known = dict(_figures(before))
    for scope, fact in _figures(now):
        other = known.get(scope)
        if other is not None and not agree(_figure(fact), _figure(other)):
            concept, start, end, _ = scope
            yield Restated(concept, _period({"start": start, "end": end}), other["value"], fact["value"])


def _figure(fact: dict[str, Any]) -> Figure:
    return Figure(Decimal(fact["value"]), fact["decimals"])


def _figures(data: dict[str, Any]) -> Iterator[tuple[Scope, dict[str, Any]]]:
    for fact in data["facts"]:
        if fact["unit"] is not None and fact["concept"].startswith("us-gaap:"):
            context = data["contexts"][fact["context"]]
            members = json.dumps(context.get("members", {}), sort_keys=True)
            yield (fact["concept"], context["start"], context["end"], members), fact
