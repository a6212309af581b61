"""Loading mapping files: which files make up a document's maps, and how to have them in milliseconds.

Reading YAML is slow, so the compiled form of every file is kept (`datafiles.cached`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from converter import shipped
from converter.datafiles import cached, digests, map_of_company, map_of_document, read_text
from converter.errors import MapError, UsageError
from converter.knowledge import Knowledge, load_knowledge, refuse_unknown
from converter.mapping.maps.matching import Instead, Maps
from converter.mapping.maps.rule import Layer, Rule, rule_as_plain, rule_from_plain
from converter.mapping.maps.words import Vocabulary

FORMAT = 7  # of the compiled form; a change makes older caches void

BUILT_IN = "built-in"
"""What all files of the built-in layers together are called among the digests."""
_NOT_MAPS = ("words.yaml", "releases.yaml", "rivals.yaml")


def load_maps(
    taxonomy: str,
    folder: Path | None = None,
    sic: int | None = None,
    cik: str | None = None,
    document: str | None = None,
) -> Maps:
    """The rules that hold for a document, later layers winning.

    Layers: the built-in maps; those of the industry that `sic` belongs to (other industries' count less, for
        conglomerates and
    documents without a code); the files of the user's `folder`; in it, `company/<ten digits>.yaml`; and
    `document/<name of the document>.yaml`.

    Args:
        taxonomy: `us-gaap/2025`.
        folder: the user's maps, or None.
        sic: the four-digit industry code, if known.
        cik: the company's CIK, with or without leading zeros, if known.
        document: the document's file name without its ending, if known.

    Raises:
        MapError: a file is broken; names the file and the line.
        UsageError: the taxonomy is not of the form family/year.
    """
    family, _, year = taxonomy.partition("/")
    if not year.isdigit():
        raise UsageError(f"'{taxonomy}' is no taxonomy release.", "Write it like us-gaap/2025.")
    built_in = shipped.folder("taxonomy_maps") / family
    files = tuple(
        _File(layer, path, path.relative_to(base).as_posix(), read_text(path))
        for layer, path, base in _files(built_in, folder, cik, document)
    )
    helpers = tuple(
        _File(Layer.BUILT_IN, path, path.name, read_text(path)) for path in map(built_in.joinpath, _NOT_MAPS)
    )
    return _maps(files, helpers, taxonomy, load_knowledge(taxonomy, folder), sic)


class _File(NamedTuple):
    """A mapping file as it is now; `name` is its path within its layer's folder."""

    layer: Layer
    path: Path
    name: str
    text: str


@lru_cache(maxsize=8)
def _maps(
    files: tuple[_File, ...], helpers: tuple[_File, ...], taxonomy: str, knowledge: Knowledge, sic: int | None
) -> Maps:
    """The maps of these very texts: a batch asks for the same ones again and again."""
    words, releases_file, rivals = helpers
    rules: list[Rule] = []
    for file in files:
        found, ranges = _rules(file, words)
        if file.layer is Layer.INDUSTRY and not _concerns(sic, ranges):
            found = tuple(replace(rule, layer=Layer.OTHER_INDUSTRY) for rule in found)
        if file.layer >= Layer.USER:
            named = ((name, rule.line) for rule in found for name in (rule.concept, rule.anchor) if name is not None)
            refuse_unknown(file.path, named, taxonomy)
        rules.extend(found)
    year = int(taxonomy.partition("/")[2])
    read = _digests(files, helpers)
    return Maps(rules, _words(words), year, _releases(releases_file), _rivals(rivals), knowledge, sic, read)


def _digests(files: tuple[_File, ...], helpers: tuple[_File, ...]) -> tuple[tuple[str, str], ...]:
    """What tells whether a conversion would meet the same maps again."""
    built_in = [(file.name, file.text) for file in (*files, *helpers) if file.layer < Layer.USER]
    return digests(BUILT_IN, built_in, [(file.name, file.text) for file in files if file.layer >= Layer.USER])


@lru_cache(maxsize=64)
def _rules(file: _File, words: _File) -> tuple[tuple[Rule, ...], tuple[tuple[int, int], ...]]:
    """The rules of a file, and the ranges of industry codes that it is for."""

    def compiled(text: str) -> Any:
        from converter.mapping.maps.compiling import compile_map

        rules, sic = compile_map(file.path, text, file.name, _words(words))
        return {"rules": [rule_as_plain(rule) for rule in rules], "sic": sic}

    plain = cached(file.text, f"{FORMAT}\n{file.name}\n{words.text}", compiled)
    rules = tuple(rule_from_plain(each, file.layer) for each in plain["rules"])
    return rules, tuple((first, last) for first, last in plain["sic"])


def _files(
    built_in: Path, folder: Path | None, cik: str | None, document: str | None
) -> Iterator[tuple[Layer, Path, Path]]:
    """The mapping files by layer, with the folder that their names are relative to."""
    for path in sorted(built_in.glob("*.yaml")):
        if path.name not in _NOT_MAPS:
            yield Layer.BUILT_IN, path, built_in.parent
    for path in sorted((built_in / "industry").glob("*.yaml")):
        yield Layer.INDUSTRY, path, built_in.parent
    if folder is None:
        return
    if not folder.is_dir():
        raise MapError(f"The folder of mapping files {folder} does not exist.", "Check the path given with `maps`.")
    for path in sorted(folder.glob("*.yaml")):
        yield Layer.USER, path, folder
    if cik and cik.isdigit():
        yield from ((Layer.COMPANY, path, folder) for path in _existing(folder / map_of_company(cik)))
    if document:
        yield from ((Layer.DOCUMENT, path, folder) for path in _existing(folder / map_of_document(document)))


def _existing(path: Path) -> list[Path]:
    return [path] if path.is_file() else []


def _concerns(sic: int | None, ranges: Iterable[tuple[int, int]]) -> bool:
    return sic is not None and any(first <= sic <= last for first, last in ranges)


@lru_cache(maxsize=8)
def _words(file: _File) -> Vocabulary:
    def compiled(text: str) -> Any:
        from converter.mapping.maps.compiling import compile_words

        words = compile_words(file.path, text)
        return {"same": words.same, "ignored": sorted(words.ignored), "groups": words.groups}

    plain = cached(file.text, f"{FORMAT}\nwords", compiled)
    return Vocabulary(
        {word: tuple(meaning) for word, meaning in plain["same"].items()},
        frozenset(plain["ignored"]),
        {name: tuple(words) for name, words in plain["groups"].items()},
    )


def _releases(file: _File) -> dict[str, Instead]:
    """What releases.yaml says, by concept."""

    def compiled(text: str) -> Any:
        from converter.mapping.maps.compiling import compile_releases

        return {
            concept: ([life.instead] if isinstance(life.instead, str) else list(life.instead), life.wider)
            for concept, life in compile_releases(file.path, text).items()
        }

    plain = cached(file.text, f"{FORMAT}\nreleases", compiled)
    return {concept: Instead(tuple(concepts), wider) for concept, (concepts, wider) in plain.items()}


def _rivals(file: _File) -> dict[str, tuple[str, ...]]:
    def compiled(text: str) -> Any:
        from converter.mapping.maps.compiling import compile_rivals

        return compile_rivals(file.path, text)

    return {concept: tuple(rivals) for concept, rivals in cached(file.text, f"{FORMAT}\nrivals", compiled).items()}
