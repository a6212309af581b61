"""Beside last year: the rows of a document against an earlier output of the company.

A row is found again by its caption in the same statement; where the caption is new, by its concept. What the earlier
document printed for a period that this one prints, too, is the same figure: where it is another now, it was restated.
Figures are the same if they are of one concept, or of rows that are one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from converter.arithmetic import Figure, agree
from converter.assembly.entity import UNKNOWN
from converter.errors import InputError
from converter.grammars.companies import same_company
from converter.rendering.owned import RECORD
from converter.review.outputs import Record
from converter.review.queue import plain

_At = tuple[int, int]
"""Statement and row."""
_Printed = dict[_At, dict[str, dict[str, Any]]]
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


def earlier_of(name: str, records: Mapping[str, Record]) -> list[str]:
    """The outputs of the same company whose periods end before that of a document, the latest first."""
    mine = records[name]
    before = [
        (record.period_end, other)
        for other, record in records.items()
        if record.period_end < mine.period_end and _are_of_one(mine, record)
    ]
    return [other for _, other in sorted(before, reverse=True)]


def _are_of_one(one: Record, other: Record) -> bool:
    """Whether two are of one company: by CIK, or by name where a document has none."""
    if one.cik and other.cik:
        return one.cik == other.cik
    return UNKNOWN not in (one.company, other.company) and same_company(one.company, other.company)


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
    printed = _printed(before)
    old = dict(_rows(before))
    by_caption = {(kind, plain(label)): place for place, (kind, label, _) in reversed(old.items()) if plain(label)}
    by_concept = {(kind, concept): place for place, (kind, _, concept) in reversed(old.items())}
    found: dict[_At, Was] = {}
    pairs: list[tuple[_At, _At]] = []
    changed = set()
    for place, (kind, label, concept) in _rows(now):
        by_words = by_caption.get((kind, plain(label)))
        at = by_words if by_words is not None else by_concept.get((kind, concept))
        if at is None:
            continue
        pairs.append((place, at))
        values = {period: fact["value"] for period, fact in printed.get(at, {}).items()}
        found[place] = Was(old[at][1], old[at][2], values)
        if by_words is not None and not _same(concept, old[at][2]):
            changed.add(place)
    met = {at for _, at in pairs}
    gone = tuple((kind, label) for place, (kind, label, _) in old.items() if place not in met)
    figures = {(one.concept, one.period): one for one in _restated_rows(pairs, _printed(now), printed)}
    figures |= {(one.concept, one.period): one for one in _restated(now, before)}
    return Beside(found, frozenset(changed), gone, tuple(figures.values()))


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


def _printed(data: dict[str, Any]) -> _Printed:
    """The facts of each row about the whole company, by period."""
    found: _Printed = {}
    for fact in data["facts"]:
        context = data["contexts"][fact["context"]]
        for source in fact["sources"]:
            if source["row"] is not None and not context.get("members"):
                at = (source["statement"], source["row"])
                found.setdefault(at, {}).setdefault(_period(context), fact)
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


def _restated_rows(pairs: Iterable[tuple[_At, _At]], now: _Printed, before: _Printed) -> Iterator[Restated]:
    """The figures of rows that are one, whatever their concepts, which may be of opposite signs."""
    for place, at in pairs:
        for period, fact in now.get(place, {}).items():
            other = before.get(at, {}).get(period)
            if other is None or fact["unit"] is None or other["unit"] != fact["unit"]:
                continue
            if not agree(*(Figure(abs(one.value), one.decimals) for one in (_figure(fact), _figure(other)))):
                yield Restated(fact["concept"], period, other["value"], fact["value"])


def _figure(fact: dict[str, Any]) -> Figure:
    return Figure(Decimal(fact["value"]), fact["decimals"])


def _figures(data: dict[str, Any]) -> Iterator[tuple[Scope, dict[str, Any]]]:
    for fact in data["facts"]:
        if fact["unit"] is not None and fact["concept"].startswith("us-gaap:"):
            context = data["contexts"][fact["context"]]
            members = json.dumps(context.get("members", {}), sort_keys=True)
            yield (fact["concept"], context["start"], context["end"], members), fact
