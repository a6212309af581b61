"""Loading what is known of concepts: the built-in files, and a person's own files of the same names over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from converter import shipped
from converter.datafiles import cached, digests, read_text
from converter.errors import MapError
from converter.knowledge.groups import PAIRS, Groups
from converter.knowledge.headings import Headings
from converter.knowledge.knowledge import Knowledge, ScheduleItem
from converter.knowledge.notes import NoteHeadings
from converter.knowledge.signs import SignClass, Signs
from converter.taxonomy import load_index, releases
from converter.terms import Kind

FORMAT = 5  # of the compiled form; a change makes older caches void
FOLDER = "concepts"
"""The folder of these files, among the built-in maps and in a person's own."""
BUILT_IN = "built-in concepts"
"""What the built-in files together are called among the digests."""

NAMES = ("signs", "anchors", "headings", "groups", "schedule_items", "synonyms", "near", "notes")


class KnowledgeFile(NamedTuple):
    """A file as it is now; `shown` is what findings call it."""

    name: str
    path: Path
    shown: str
    text: str


def load_knowledge(taxonomy: str, folder: Path | None = None) -> Knowledge:
    """What is known of the concepts of a taxonomy.

    Args:
        taxonomy: `us-gaap/2025`, or the family alone: `us-gaap`.
        folder: a person's maps, or None; what its `concepts/` says adds to the built-in files and overrules them.

    Raises:
        MapError: a file is broken, or names a concept that no release has; names the file and the line.
    """
    return _knowledge(tuple(files(taxonomy, folder)))


def files(taxonomy: str, folder: Path | None = None) -> Iterator[KnowledgeFile]:
    """The files that hold, built-in ones first. Raises MapError for one of a name that has no meaning."""
    family = taxonomy.partition("/")[0]
    built_in = shipped.folder("taxonomy_maps") / family / FOLDER
    for name in NAMES:
        path = built_in / f"{name}.yaml"
        yield KnowledgeFile(name, path, f"{family}/{FOLDER}/{path.name}", read_text(path))
    own = folder / FOLDER if folder is not None else None
    if own is None or not own.is_dir():
        return
    for path in sorted(own.iterdir()):
        if path.stem not in NAMES or path.suffix != ".yaml":
            names = ", ".join(f"{name}.yaml" for name in NAMES)
            raise MapError(f"{path} is no file about concepts.", f"They are called {names}.")
        yield KnowledgeFile(path.stem, path, f"{FOLDER}/{path.name}", read_text(path))


@lru_cache(maxsize=8)
def _knowledge(layers: tuple[KnowledgeFile, ...]) -> Knowledge:
    """The knowledge of these very texts: a batch asks for the same again and again."""
    for file in layers[len(NAMES) :]:
        _refuse_unknown(file)
    said = {name: [_plain(file) for file in layers if file.name == name] for name in NAMES}
    return Knowledge(
        signs=_signs(said["signs"]),
        anchors=_over([each["sections"] for each in said["anchors"]]),
        widest=_widest([each["statements"] for each in said["anchors"]]),
        headings=_headings(said["headings"]),
        groups=_groups(said["groups"]),
        schedule_items={tag: _schedule_item(item) for tag, item in _over(said["schedule_items"]).items()},
        synonyms=tuple(tuple(group) for layer in said["synonyms"] for group in layer),
        near=_near(family for layer in said["near"] for family in layer),
        notes=_notes(said["notes"]),
        digests=_digests(layers),
    )


def _digests(layers: Sequence[KnowledgeFile]) -> tuple[tuple[str, str], ...]:
    named = [(file.shown, file.text) for file in layers]
    return digests(BUILT_IN, named[: len(NAMES)], named[len(NAMES) :])


def _plain(file: KnowledgeFile) -> Any:
    def compiled(text: str) -> Any:
        from converter.knowledge.compiling import compile_file

        return compile_file(file.name, file.path, text)

    return cached(file.text, f"{FORMAT}\n{FOLDER}/{file.name}", compiled)


def _refuse_unknown(file: KnowledgeFile) -> None:
    """Refuse concepts that no release has: most likely a slip of the pen. Raises MapError with the nearest names."""
    from converter.knowledge.entries import entries

    refuse_unknown(file.path, ((entry.concept, entry.line) for entry in entries(file)))


def refuse_unknown(path: Path, concepts: Iterator[tuple[str, int]], taxonomy: str | None = None) -> None:
    """Refuse concepts of a person's file that no release has.

    Args:
        concepts: with their lines.
        taxonomy: the release whose names are offered instead; None: the latest.

    Raises:
        MapError: with the line and the nearest names.
    """
    latest = taxonomy or releases()[-1]
    known = [load_index(release) for release in (latest, *(each for each in releases() if each != latest))]
    for concept, line in concepts:
        if not any(concept in index for index in known):
            near = " or ".join(known[0].nearest(concept))
            raise MapError(f"{path}, line {line}: {concept} is no us-gaap concept.", f"Is {near} meant?")


def _over(layers: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """One mapping of several, later entries in the place of earlier ones of their key."""
    return {key: value for layer in layers for key, value in layer.items()}


def _signs(layers: Sequence[Mapping[str, Any]]) -> Signs:
    words = {key: tuple(word for layer in layers for word in layer[key]) for key in layers[0] if key != "concepts"}
    concepts = _over([layer["concepts"] for layer in layers])
    return Signs({concept: SignClass(sign) for concept, sign in concepts.items()}, **words)


def _widest(layers: Sequence[Mapping[str, Any]]) -> dict[Kind, tuple[str, ...]]:
    return {Kind(kind): tuple(concepts) for kind, concepts in _over(layers).items()}


def _headings(layers: Sequence[Mapping[str, Any]]) -> Headings:
    roots = _over([layer["roots"] for layer in layers])
    tables = _over([layer["tables"] for layer in layers])
    axes = _over([layer["axes"] for layer in layers])
    members = {part: _last_first([layer["members"].get(part, {}) for layer in layers]) for part in axes}
    patterns = _last_first([layer["patterns"] for layer in layers])
    before = _over([layer["axes_before"] for layer in layers])
    return Headings({Kind(kind): concept for kind, concept in roots.items()}, tables, patterns, axes, members, before)


def _notes(layers: Sequence[Mapping[str, Any]]) -> NoteHeadings:
    notes, policies = (_last_first([layer[level] for layer in layers]) for level in ("notes", "policies"))
    return NoteHeadings(notes, policies, _over([layer["otherwise"] for layer in layers]))


def _last_first(layers: Sequence[Mapping[str, Sequence[str]]]) -> dict[str, tuple[str, ...]]:
    """The patterns of each concept as the last layer has them, in whose order they are tried."""
    found: dict[str, tuple[str, ...]] = {}
    for layer in reversed(layers):
        for concept, patterns in layer.items():
            found.setdefault(concept, tuple(patterns))
    return found


def _groups(layers: Sequence[Mapping[str, Any]]) -> Groups:
    found: dict[str, Any] = {}
    for layer in layers:
        for name, said in layer.items():
            if name in PAIRS:
                found[name] = found.get(name, {}) | {part: tuple(wholes) for part, wholes in said.items()}
            elif isinstance(said, dict):
                found[name] = tuple(dict.fromkeys((*found.get(name, ()), *said["add"])))
            else:
                found[name] = tuple(said)
    return Groups(**found)


def _near(families: Iterable[Sequence[str]]) -> dict[str, frozenset[str]]:
    """Of each concept all others that stand in a family with it."""
    found: dict[str, set[str]] = {}
    for family in families:
        for concept in family:
            found.setdefault(concept, set()).update(family)
    return {concept: frozenset(family - {concept}) for concept, family in found.items()}


def _schedule_item(said: Mapping[str, Any]) -> ScheduleItem:
    return ScheduleItem(
        kind=Kind(said["kind"]),
        caption=said["caption"],
        concepts=tuple(said["concepts"]),
        also=tuple(said["also"]),
        unit=said["unit"],
        magnitude=said["magnitude"],
    )
