"""What to look at first: documents by risk, rows by state, and captions by how many documents one decision serves."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any

from converter.review.outputs import Line, Record
from converter.review.states import State, progress, state_of

_CONTRADICTED, _MISSING, _CONTESTED, _OPEN, _EXTENSION, _WARNING = 8, 20, 8, 3, 1, 1
"""What each is worth: a statement that is missing costs more than any row, what is contradicted (by a figure or by a
person) more than what is unsure."""
_NOTHING: frozenset[str] = frozenset()

Contested = Mapping[str, Set[str]]
"""The places of contested rows, by document."""


def risk(record: Record, against: Set[str] = _NOTHING) -> int:
    """How much there is to be found in a document; 0 for nothing."""
    left = [line for line in record.lines if line.is_open]
    extensions = sum(line.is_extension for line in left)
    return (
        _CONTRADICTED * record.contradicted
        + _MISSING * len(record.missing)
        + _CONTESTED * len(against)
        + _OPEN * (len(left) - extensions)
        + _EXTENSION * extensions
        + _WARNING * record.warnings
    )


def documents(
    records: Mapping[str, Record], waiting: Iterable[str] = (), contested: Contested | None = None
) -> list[dict[str, Any]]:
    """A row for each document, the riskiest first."""
    to_come, against = set(waiting), contested or {}
    rows = [_row(name, record, name in to_come, against.get(name, _NOTHING)) for name, record in records.items()]
    return sorted(rows, key=lambda row: (-row["risk"], row["name"]))


def _row(name: str, record: Record, waiting: bool, against: Set[str]) -> dict[str, Any]:
    found = states(record, against)
    return {
        "name": name,
        "company": record.company,
        "form": record.form,
        "period": record.period_end,
        "statements": " ".join(record.statements),
        "missing": " ".join(record.missing),
        "rows": len(record.lines),
        "open": found["open"],
        "confirmed": progress(found)["done"],
        "accepted": found["accepted"],
        "approved": found["approved"],
        "contested": found["contested"],
        "progress": progress(found),
        "contradicted": record.contradicted,
        "warnings": record.warnings,
        "risk": risk(record, against),
        "waiting": waiting,
    }


def states(record: Record, against: Set[str]) -> Counter[State]:
    return Counter(state_of(line, against) for line in record.lines)


def overall(records: Mapping[str, Record], contested: Contested) -> Counter[State]:
    """How many rows of all documents are in each state."""
    return sum((states(record, contested.get(name, _NOTHING)) for name, record in records.items()), Counter())


def rows(records: Mapping[str, Record], contested: Contested, state: str) -> Iterator[dict[str, Any]]:
    """The rows of all documents that are in a state."""
    for name, record in records.items():
        for line in record.lines:
            if state_of(line, contested.get(name, _NOTHING)) == state:
                yield {
                    "document": name,
                    "statement": line.kind,
                    "caption": line.caption,
                    "concept": line.concept,
                    "confidence": line.confidence,
                    "confirmed": line.confirmed,
                    "approved": line.approved,
                    "place": line.place,
                }


def captions(records: Mapping[str, Record], least: int = 2) -> list[dict[str, Any]]:
    """Captions that are open in several documents, those of the most documents first."""
    found: dict[tuple[str, str, str], list[tuple[str, Line]]] = defaultdict(list)
    for name, record in records.items():
        for line in record.lines:
            if line.is_open:
                concept = "extension" if line.is_extension else line.concept
                found[line.kind, plain(line.caption), concept].append((name, line))
    rows = [
        {
            "caption": met[0][1].caption,
            "statement": kind,
            "concept": concept,
            "documents": list(dict.fromkeys(name for name, _ in met)),
        }
        for (kind, _, concept), met in found.items()
    ]
    rows = [row for row in rows if len(row["documents"]) >= least]
    return sorted(rows, key=lambda row: (-len(row["documents"]), row["caption"]))


def having(records: Mapping[str, Record], kind: str, caption: str) -> list[str]:
    """The documents with a row of that caption in a statement of the kind."""
    wanted = plain(caption)
    return [
        name
        for name, record in records.items()
        if any(line.kind == kind and plain(line.caption) == wanted for line in record.lines)
    ]


def plain(caption: str) -> str:
    """A caption by its letters and figures: `Other, net` and `OTHER - NET` are one."""
    return " ".join("".join(each if each.isalnum() else " " for each in caption.casefold()).split())
