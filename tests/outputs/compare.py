"""Two sets of records side by side: which documents are equal, and how the facts of the others differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import PurePath

from tests.outputs.record import PrintedFact, Record

_STATED = tuple(field.name for field in fields(PrintedFact) if field.name not in ("place", "printed"))


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that one side alone has, or that is another on the other side.

    Attributes:
        kind: `gone`, `new`, or the names of the fields that differ: `concept`, `value, decimals`.
    """

    document: str
    kind: str
    before: PrintedFact | None
    after: PrintedFact | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two sets of records.

    Attributes:
        equal: documents whose files are the same bytes, or that end in the same error.
        ended: documents that end otherwise: name to both ends.
        files: documents whose files differ: name to the endings of those that do.
        changes: of facts, in the order of the documents.
        alone: documents that one side alone has.
    """

    equal: tuple[str, ...]
    ended: Mapping[str, tuple[str, str]]
    files: Mapping[str, tuple[str, ...]]
    changes: tuple[Change, ...]
    alone: tuple[str, ...]

    @property
    def same(self) -> bool:
        return not (self.ended or self.files or self.alone)


def compare(before: Mapping[str, Record], after: Mapping[str, Record]) -> Comparison:
    """Compare records by document name."""
    equal: list[str] = []
    ended: dict[str, tuple[str, str]] = {}
    files: dict[str, tuple[str, ...]] = {}
    found: list[Change] = []
    for name in (name for name in before if name in after):
        old, new = before[name], after[name]
        if old.end != new.end:
            ended[name] = (old.end, new.end)
        elif old.files == new.files:
            equal.append(name)
        if old.files != new.files:
            files[name] = tuple(_endings(old.files, new.files))
            found.extend(changes(name, old.facts, new.facts))
    return Comparison(tuple(equal), ended, files, tuple(found), tuple(sorted(before.keys() ^ after.keys())))


def _endings(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """The endings of the files that differ: `_lab.xml`, `.xml`, `report.json`."""
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) != after.get(name):
            stem, _, rest = PurePath(name).name.partition("_")
            yield f"_{rest}" if rest else PurePath(stem).suffix if "-" in stem else stem


def changes(document: str, before: Iterable[PrintedFact], after: Iterable[PrintedFact]) -> Iterator[Change]:
    """The facts of one document that differ, each beside the fact that took its place.

    That is the one of the same printed number in the same period, or else of the same number, or else of the same
    concept and period. Facts that state the same at another place do not differ.
    """
    gone, new = _without_common(before, after)
    for key in (_place_and_period, _place, _concept_and_period):
        for old, other in _paired(gone, new, key):
            kind = ", ".join(name for name in _STATED if getattr(old, name) != getattr(other, name))
            yield Change(document, kind, old, other)
    yield from (Change(document, "gone", fact, None) for fact in gone)
    yield from (Change(document, "new", None, fact) for fact in new)


def _stated(fact: PrintedFact) -> tuple[object, ...]:
    return tuple(getattr(fact, name) for name in _STATED)


def _without_common(
    before: Iterable[PrintedFact], after: Iterable[PrintedFact]
) -> tuple[list[PrintedFact], list[PrintedFact]]:
    """Both sides without the facts that state the same."""
    before, after = list(before), list(after)
    left = Counter(map(_stated, after))
    gone = []
    for fact in before:
        if left[_stated(fact)]:
            left[_stated(fact)] -= 1
        else:
            gone.append(fact)
    new = []
    for fact in reversed(after):
        if left[_stated(fact)]:
            left[_stated(fact)] -= 1
            new.append(fact)
    return gone, new[::-1]


Key = Callable[[PrintedFact], object]


def _place_and_period(fact: PrintedFact) -> object:
    return (fact.place, fact.context) if fact.place else None


def _place(fact: PrintedFact) -> object:
    return fact.place or None


def _concept_and_period(fact: PrintedFact) -> object:
    return fact.concept, fact.context


def _paired(gone: list[PrintedFact], new: list[PrintedFact], key: Key) -> list[tuple[PrintedFact, PrintedFact]]:
    """Pairs with the same key, taken out of both lists; a key of None pairs with nothing."""
    waiting: dict[object, list[PrintedFact]] = defaultdict(list)
    for fact in new:
        waiting[key(fact)].append(fact)
    pairs, unpaired = [], []
    for fact in gone:
        found = key(fact)
        if found is not None and waiting[found]:
            pairs.append((fact, waiting[found].pop(0)))
        else:
            unpaired.append(fact)
    gone[:] = unpaired
    new[:] = [fact for facts in waiting.values() for fact in facts]
    return pairs
