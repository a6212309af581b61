"""The concepts that a file names, one by one, with the line and what the entry takes for granted of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from converter.datafiles.validated import listed
from converter.datafiles.yaml_file import Lines, Path_
from converter.knowledge.compiling import local, parsed
from converter.knowledge.groups import HEADING, MEMBER, PAIRS, SHAPES, Shape
from converter.knowledge.loading import KnowledgeFile
from converter.knowledge.schema import (
    AnchorsFile,
    Change,
    HeadingsFile,
    NearFile,
    NotesFile,
    ScheduleItemsFile,
    SignsFile,
    SynonymsFile,
)
from converter.terms.section import BALANCES

_ANY = Shape(unit=None)
_BLOCK = Shape("duration", unit=None)


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept as a file names it.

    Attributes:
        list: what it is an entry of, so that it stands there once (`costs`, `CASH`).
        like: a concept that it must be of one period type and unit with.
    """

    concept: str
    line: int
    list: str
    shape: Shape
    like: str | None = None


def entries(file: KnowledgeFile) -> Iterator[Entry]:
    """The entries of a file in its order. Raises MapError with file and line."""
    model, lines = parsed(file.name, file.path, file.text)
    yield from _ENTRIES[file.name](model, lines)


def _signs(file: SignsFile, lines: Lines) -> Iterator[Entry]:
    for concept in file.concepts:
        yield Entry(local(concept), lines["concepts", concept], "concepts", _ANY)


def _anchors(file: AnchorsFile, lines: Lines) -> Iterator[Entry]:
    for section, concept in file.sections.items():
        balance = BALANCES.get(section.partition(".")[0])
        shape = Shape("instant", balance) if balance else Shape("duration")
        yield Entry(local(concept), lines["sections", section], section, shape)
    for kind, concepts in file.statements.items():
        for concept in concepts:
            yield Entry(local(concept), lines["statements", kind.value], kind.value, _ANY)


def _headings(file: HeadingsFile, lines: Lines) -> Iterator[Entry]:
    for kind, concept in file.statements.items():
        yield Entry(local(concept), lines["statements", kind.value], kind.value, HEADING)
    for part, concept in file.tables.items():
        yield Entry(local(concept), lines["tables", part], part, HEADING)
    for key, axes in (("axes", file.axes), ("axes_before", file.axes_before)):
        for axis, concept in axes.items():
            yield Entry(local(concept), lines[key, axis], axis, HEADING)
    for axis, members in file.members.items():
        for concept in members:
            yield Entry(local(concept), lines["members", axis, concept], axis, MEMBER)
    for concept in file.headings:
        yield Entry(local(concept), lines["headings", concept], "headings", HEADING)


def _groups(file: Any, lines: Lines) -> Iterator[Entry]:
    for name in file.model_fields_set:
        said = getattr(file, name)
        if name in PAIRS:
            left, right = PAIRS[name]
            for part, wholes in said.items():
                yield Entry(local(part), lines[name, part], name, left)
                yield from _each(wholes, (name, part), lines, part, right)
        elif name in SHAPES:
            added = isinstance(said, Change)
            at: Path_ = (name, "add") if added else (name,)
            yield from _each(said.add if added else said, at, lines, name, SHAPES[name])


def _schedule_items(file: ScheduleItemsFile, lines: Lines) -> Iterator[Entry]:
    for kind, period, tags in (("BS", "instant", file.BS), ("IS", "duration", file.IS)):
        for tag, item in tags.items():
            if not isinstance(item, str):
                shape = Shape("instant" if period == "instant" else "duration", unit=item.unit)
                for key in ("concepts", "also"):
                    yield from _each(getattr(item, key), (kind, tag, key), lines, tag, shape)


def _synonyms(file: SynonymsFile, lines: Lines) -> Iterator[Entry]:
    for number, group in enumerate(file.same):
        yield from _each(group, ("same", number), lines, "same", _ANY)


def _near(file: NearFile, lines: Lines) -> Iterator[Entry]:
    for number, family in enumerate(file.families):
        for entry in _each(family, ("families", number), lines, f"family {number + 1}", _ANY):
            yield replace(entry, like=local(family[0]))


def _notes(file: NotesFile, lines: Lines) -> Iterator[Entry]:
    for level, said in (("notes", file.notes), ("policies", file.policies)):
        for concept in said:
            yield Entry(local(concept), lines[level, concept], level, _BLOCK)
    for concept, other in file.otherwise.items():
        yield Entry(local(concept), lines["otherwise", concept], "otherwise", _BLOCK)
        yield Entry(local(other), lines["otherwise", concept], f"otherwise {concept}", _BLOCK)


_ENTRIES: Mapping[str, Callable[[Any, Lines], Iterator[Entry]]] = {
    "signs": _signs,
    "anchors": _anchors,
    "headings": _headings,
    "groups": _groups,
    "schedule_items": _schedule_items,
    "synonyms": _synonyms,
    "near": _near,
    "notes": _notes,
}


def _each(concepts: str | list[str], at: Path_, lines: Lines, where: str, shape: Shape) -> Iterator[Entry]:
    for number, concept in enumerate(listed(concepts)):
        yield Entry(local(concept), lines.get((*at, number), lines[at]), where, shape)
