"""From a file to plain data: what it says, each in one form. Only files that are new or changed come here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from converter.datafiles.validated import listed, validated
from converter.datafiles.yaml_file import Lines, read
from converter.knowledge.schema import (
    MODELS,
    AnchorsFile,
    Change,
    HeadingsFile,
    NearFile,
    NotesFile,
    ScheduleItemsFile,
    ScheduleTag,
    SignsFile,
    SynonymsFile,
)

Plain = Any


def compile_file(name: str, path: Path, text: str) -> Plain:
    """The plain data of a file of this name. Raises MapError with file and line."""
    return _PLAIN[name](parsed(name, path, text)[0])


def parsed(name: str, path: Path, text: str) -> tuple[BaseModel, Lines]:
    """The file as its model, and the lines of its entries. Raises MapError with file and line."""
    data, lines = read(path, text)
    return validated(MODELS[name], path, data or {}, lines), lines


def _signs(file: SignsFile) -> Plain:
    return {
        "concepts": {local(concept): sign.value for concept, sign in file.concepts.items()},
        "two_way": file.words.two_way,
        "one_way": file.begins.one_way,
        "open": file.words.open,
        "favourable": file.words.favourable,
    }


def _anchors(file: AnchorsFile) -> Plain:
    return {
        "sections": {section: local(concept) for section, concept in file.sections.items()},
        "statements": {kind.value: [local(concept) for concept in named] for kind, named in file.statements.items()},
    }


def _headings(file: HeadingsFile) -> Plain:
    return {
        "roots": {kind.value: local(concept) for kind, concept in file.statements.items()},
        "tables": {part: local(concept) for part, concept in file.tables.items()},
        "patterns": {local(concept): listed(patterns) for concept, patterns in file.headings.items()},
        "axes": {part: local(concept) for part, concept in file.axes.items()},
        "axes_before": {part: local(concept) for part, concept in file.axes_before.items()},
        "members": {
            part: {local(concept): listed(patterns) for concept, patterns in members.items()}
            for part, members in file.members.items()
        },
    }


def _groups(file: BaseModel) -> Plain:
    """Of each group named: a list that takes its place, `{add: ...}`, or pairs."""
    plain: dict[str, Plain] = {}
    for name in file.model_fields_set:
        said = getattr(file, name)
        if isinstance(said, dict):
            plain[name] = {local(part): locals_(wholes) for part, wholes in said.items()}
        else:
            plain[name] = {"add": locals_(said.add)} if isinstance(said, Change) else locals_(said)
    return plain


def _schedule_items(file: ScheduleItemsFile) -> Plain:
    return {
        tag: {
            "kind": kind,
            "caption": item.caption,
            "concepts": locals_(item.concepts),
            "also": locals_(item.also),
            "unit": item.unit,
            "magnitude": item.magnitude,
        }
        for kind, tags in (("BS", file.BS), ("IS", file.IS))
        for tag, said in tags.items()
        for item in [ScheduleTag(caption=said) if isinstance(said, str) else said]
    }


def _synonyms(file: SynonymsFile) -> Plain:
    return [locals_(group) for group in file.same]


def _near(file: NearFile) -> Plain:
    return [locals_(family) for family in file.families]


def _notes(file: NotesFile) -> Plain:
    return {
        "notes": {local(concept): listed(patterns) for concept, patterns in file.notes.items()},
        "policies": {local(concept): listed(patterns) for concept, patterns in file.policies.items()},
        "otherwise": {local(concept): local(other) for concept, other in file.otherwise.items()},
    }


_PLAIN: Mapping[str, Callable[[Any], Plain]] = {
    "signs": _signs,
    "anchors": _anchors,
    "headings": _headings,
    "groups": _groups,
    "schedule_items": _schedule_items,
    "synonyms": _synonyms,
    "near": _near,
    "notes": _notes,
}


def local(concept: str) -> str:
    """The local name of a concept, which may be written with the prefix of us-gaap."""
    return concept.removeprefix("us-gaap:")


def locals_(concepts: Any) -> list[str]:
    """The local names of a concept or of several."""
    return [local(concept) for concept in listed(concepts)]
