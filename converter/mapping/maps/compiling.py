"""From a mapping file to rules. Only files that are new or changed come here; `loading.py` keeps the outcome."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from converter.datafiles.validated import listed, validated
from converter.datafiles.yaml_file import Lines, Path_, read
from converter.errors import MapError
from converter.mapping.maps.phrase import Phrase, parse
from converter.mapping.maps.rule import Layer, Rule, Signs
from converter.mapping.maps.schema import (
    Conditions,
    Entries,
    Entry,
    Lifetime,
    MapFile,
    Override,
    Overrides,
    ReleasesFile,
    RivalsFile,
    RowOverride,
    Section,
    WordsFile,
)
from converter.mapping.maps.words import Vocabulary, stem

EXTENSION = "extension"
LONGEST = 1_000
"""Characters of a caption or phrase; the longest of the built-in ones has some 150."""


def compile_words(path: Path, text: str) -> Vocabulary:
    """The vocabulary of a words.yaml. Raises MapError."""
    data, lines = read(path, text)
    file = validated(WordsFile, path, data, lines)
    return Vocabulary(
        same={stem(word): tuple(meaning.split()) for word, meaning in file.same.items()},
        ignored=frozenset(stem(word) for row in file.ignored for word in row),
        groups={name: tuple(words) for name, words in file.groups.items()},
    )


def compile_releases(path: Path, text: str) -> dict[str, Lifetime]:
    """Concept -> in which releases it lives and what stands in for it. Raises MapError."""
    data, lines = read(path, text)
    file = validated(ReleasesFile, path, data, lines)
    return {
        concept: of if isinstance(of, Lifetime) else Lifetime(instead=of, wider=None)
        for concept, of in file.concepts.items()
    }


def compile_rivals(path: Path, text: str) -> dict[str, list[str]]:
    """Concept -> its rivals. Raises MapError."""
    data, lines = read(path, text)
    file = validated(RivalsFile, path, data, lines)
    return {concept: listed(rivals) for concept, rivals in file.concepts.items()}


def compile_map(path: Path, text: str, name: str, vocabulary: Vocabulary) -> tuple[list[Rule], list[tuple[int, int]]]:
    """The rules of a mapping file (layer not yet set) and the SIC ranges it is for. Raises MapError with file
    and line.
    """
    data, lines = read(path, text)
    file = validated(MapFile, path, data or {}, lines)
    compiler = _Compiler(path, name, lines, vocabulary)
    return list(compiler.rules(file)), [
        compiler.sic_range(str(code), number) for number, code in enumerate(file.sic or ())
    ]


_OF_TOTALS = frozenset({"total"})
"""Words that are no more of a caption than none: reports show `Total` where a total prints nothing."""
_OF_DOCUMENTS = "document/"
"""What the names of the files of one document begin with."""


class _Compiler:
    def __init__(self, path: Path, name: str, lines: Lines, vocabulary: Vocabulary) -> None:
        self.path, self.name, self.stubs, self.vocabulary = path, name, lines, vocabulary

    def rules(self, file: MapFile) -> Iterator[Rule]:
        """Overrides first (they are the most specific), then the sections in order."""
        for place, told in file.rows.items():
            each = [RowOverride(concept=told)] if isinstance(told, str) else listed(told)
            yield from (self._row(place, one, ("rows", place)) for one in each)
        for caption, overrides in file.captions.items():
            for override in _as_overrides(overrides):
                yield self._override(caption, override, file, ("captions", caption))
        whole = Section(concepts=file.concepts)
        yield from self._section(whole, file, ("concepts",))
        for number, section in enumerate(file.sections):
            yield from self._section(section, file, ("sections", number, "concepts"))

    def sic_range(self, code: str, number: int) -> tuple[int, int]:
        """The industry codes that the item `number` of `sic` means."""
        first, _, last = code.partition("-")
        try:
            return int(first), int(last or first)
        except ValueError:
            self._fail(("sic", number), f"'{code[:40]}' is no industry code", "Write 6020 or 6020-6036.")

    def _section(self, section: Section, file: MapFile, at: Path_) -> Iterator[Rule]:
        for concept, entries in section.concepts.items():
            here = (*at, concept)
            for entry, number in _numbered(entries):
                place = here if number is None else (*here, number)
                yield self._rule(concept, entry, _inherited(entry, section, file), place)

    def _rule(self, concept: str, entry: Entry, conditions: dict[str, Any], at: Path_) -> Rule:
        return Rule(
            name=f"{self.name}:{entry.id or concept}",
            line=self.stubs[at],
            layer=Layer.BUILT_IN,
            concept=_concept(concept),
            phrases=self._phrases(entry.captions, at),
            exclude=self._phrases(entry.exclude, at),
            apart=self._phrases(entry.apart, at),
            under=self._phrases(conditions["under"], at),
            statements=frozenset(listed(conditions["statement"])),
            sections=tuple(listed(conditions["place"])),
            unit=conditions["unit"],
            total=conditions["total"],
            aspect=conditions["aspect"],
            years=_years(conditions["years"]),
            hint=entry.hint,
            negated=Signs[entry.sign],
            since=entry.since,
            until=entry.until,
        )

    def _override(self, caption: str, override: Override, file: MapFile, at: Path_) -> Rule:
        self._refuse_long(caption, at)
        words = self.vocabulary.words(caption)
        placed = bool(override.under or override.place)
        if not words and not placed:
            remedy = "Name a caption with words, or with `under` or `place` the rows without one that are meant."
            self._fail(at, f"the caption '{caption}' has no word that counts", remedy)
        return Rule(
            name=f"{self.name}:{self.stubs[at]}",
            line=self.stubs[at],
            layer=Layer.BUILT_IN,
            concept=_concept(override.concept),
            phrases=(Phrase(words, (), words, frozenset(), open=False),) if words else (),
            statements=frozenset(listed(override.statement or file.statement)),
            sections=tuple(listed(override.place)),
            under=self._phrases(override.under or [], at),
            total=override.total,
            aspect=override.aspect,
            negated=Signs[override.sign],
            bare=placed and words <= _OF_TOTALS,
            anchor=self._anchor(override, at),
            confirmed=override.confirmed,
            approved=override.approved,
        )

    def _row(self, place: str, override: RowOverride, at: Path_) -> Rule:
        if not self.name.startswith(_OF_DOCUMENTS):
            self._fail(at, "rows by their lines are of one document", "Put them into its file in document/.")
        line, _, column = place.partition(":")
        return Rule(
            name=f"{self.name}:{self.stubs[at]}",
            line=self.stubs[at],
            layer=Layer.BUILT_IN,
            concept=_concept(override.concept),
            phrases=(),
            statements=frozenset(listed(override.statement)),
            aspect=override.aspect,
            negated=Signs[override.sign],
            row=(int(line), int(column) if column else None),
            anchor=self._anchor(override, at),
            confirmed=override.confirmed,
            approved=override.approved,
        )

    def _anchor(self, override: Override | RowOverride, at: Path_) -> str | None:
        if override.anchor is not None and override.concept != EXTENSION:
            self._fail(at, "only an extension has an anchor", "Leave out `anchor`, or write `concept: extension`.")
        return override.anchor

    def _phrases(self, texts: str | list[str] | None, at: Path_) -> tuple[Phrase, ...]:
        for text in listed(texts):
            self._refuse_long(text, at)
        try:
            return tuple(parse(text, self.vocabulary) for text in listed(texts))
        except ValueError as error:
            self._fail(at, str(error), "See 'Phrases' in docs/mapping.md.")

    def _refuse_long(self, text: str, at: Path_) -> None:
        if len(text) > LONGEST:
            self._fail(at, f"a caption or phrase has {len(text):,} characters", f"Keep it below {LONGEST:,}.")

    def _fail(self, at: Path_, what: str, remedy: str) -> NoReturn:
        raise MapError(f"{self.path}, line {self.stubs[at]}: {what}.", remedy)


def _as_overrides(overrides: Overrides) -> list[Override]:
    if isinstance(overrides, list):
        return overrides
    if isinstance(overrides, dict):
        return [Override.model_validate({"concept": concept, "statement": kind}) for kind, concept in overrides.items()]
    return [Override.model_validate({"concept": overrides})] if isinstance(overrides, str) else [overrides]


def _numbered(entries: Entries) -> Iterator[tuple[Entry, int | None]]:
    """The entries with their number in the list, if there is one; all bare phrases of a list make one entry."""
    if not isinstance(entries, list):
        yield (entries if isinstance(entries, Entry) else _phrases_only([entries])), None
        return
    if phrases := [entry for entry in entries if isinstance(entry, str)]:
        yield _phrases_only(phrases), None
    yield from ((entry, number) for number, entry in enumerate(entries) if isinstance(entry, Entry))


def _phrases_only(phrases: list[str]) -> Entry:
    return Entry.model_validate({"captions": phrases})


def _inherited(entry: Entry, section: Section, file: MapFile) -> dict[str, Any]:
    """An entry's conditions: its own, else the section's, else the file's."""
    conditions = {}
    for key in Conditions.model_fields:
        values = (getattr(source, key) for source in (entry, section, file))
        conditions[key] = next((value for value in values if value is not None), None)
    return conditions


def _years(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    first, _, last = text.partition("-")
    return int(first or 0), int(last or 9999)


def _concept(name: str) -> str | None:
    return None if name == EXTENSION else name.removeprefix("us-gaap:")
