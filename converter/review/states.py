"""How far the review of a row is: what its line in the maps and the record of decisions say together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set
from typing import Literal

from converter.review.ledger import Entry
from converter.review.outputs import Line

State = Literal["contested", "approved", "accepted", "open", "sure"]
"""Somebody says it is wrong; two stand for it; one does; a person should look at it; nobody need."""
OPEN: tuple[State, ...] = ("contested", "open")
DONE: tuple[State, ...] = ("accepted", "approved")
_CONTESTS = "contest"
_SETTLES = frozenset({"accept", "override", "sign", "approve", "drop-row"})


def contested(entries: Iterable[Entry]) -> frozenset[str]:
    """The places of the rows of a document that somebody says are wrong, and nobody has decided since."""
    places: set[str] = set()
    for entry in entries:
        if entry.holds and entry.act == _CONTESTS:
            places.add(entry.place)
        elif entry.holds and entry.act in _SETTLES:
            places.discard(entry.place)
    return frozenset(places)


def state_of(line: Line, against: Set[str]) -> State:
    """The state of a row.

    Args:
        against: the places that are contested in its document.
    """
    if line.place in against:
        return "contested"
    if line.confirmed:
        return "approved" if line.approved else "accepted"
    return "open" if line.is_open else "sure"


def progress(states: Counter[State]) -> dict[str, int]:
    """How many rows are decided, of how many that are or wait to be: 12 of 62."""
    done = sum(states[each] for each in DONE)
    return {"done": done, "of": done + sum(states[each] for each in OPEN)}
