"""Loading mapping files: which files make up a document's maps, and how to have them in milliseconds.

Reading YAML is slow, so the compiled form of every file is kept in the user's cache under a key made of its content; a
changed file has another key. A cache that cannot be read or written costs time, nothing else.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import platformdirs

from converter import shipped
from converter.errors import MapError, UsageError
from converter.mapping.maps.matching import Instead, Maps
from converter.mapping.maps.rule import Layer, Rule, rule_as_plain, rule_from_plain
from converter.mapping.maps.words import Vocabulary
from converter.taxonomy import load_index, releases

FORMAT = 2  # of the compiled form; a change makes older caches void
MAX_BYTES = 4_000_000  # of one mapping file

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
        _File(layer, path, path.relative_to(base).as_posix(), _read(path))
        for layer, path, base in _files(built_in, folder, cik, document)
    )
    helpers = tuple(_File(Layer.BUILT_IN, path, path.name, _read(path)) for path in map(built_in.joinpath, _NOT_MAPS))
    return _maps(files, helpers, taxonomy, sic)


class _File(NamedTuple):
    """A mapping file as it is now; `name` is its path within its layer's folder."""

    layer: Layer
    path: Path
    name: str
    text: str


@lru_cache(maxsize=8)
def _maps(files: tuple[_File, ...], helpers: tuple[_File, ...], taxonomy: str, sic: int | None) -> Maps:
    """The maps of these very texts: a batch asks for the same ones again and again."""
    words, releases_file, rivals = helpers
    rules: list[Rule] = []
    for file in files:
        found, ranges = _rules(file, words)
        if file.layer is Layer.INDUSTRY and not _concerns(sic, ranges):
            found = tuple(replace(rule, layer=Layer.OTHER_INDUSTRY) for rule in found)
        if file.layer >= Layer.USER:
            _check_concepts(found, file.path, taxonomy)
        rules.extend(found)
    year = int(taxonomy.partition("/")[2])
    return Maps(rules, _words(words), year, _releases(releases_file), _rivals(rivals), sic, _digests(files, helpers))


def _digests(files: Iterable[_File], helpers: Iterable[_File]) -> tuple[tuple[str, str], ...]:
    """What tells whether a conversion would meet the same maps again."""
    built_in = hashlib.sha256()
    own: list[tuple[str, str]] = []
    for file in (*files, *helpers):
        if file.layer < Layer.USER:
            built_in.update(f"{file.name}\n{len(file.text)}\n{file.text}".encode())
        else:
            own.append((file.name, hashlib.sha256(file.text.encode()).hexdigest()))
    return (BUILT_IN, built_in.hexdigest()), *own


@lru_cache(maxsize=64)
def _rules(file: _File, words: _File) -> tuple[tuple[Rule, ...], tuple[tuple[int, int], ...]]:
    """The rules of a file, and the ranges of industry codes that it is for."""

    def compiled(text: str) -> Any:
        from converter.mapping.maps.compiling import compile_map

        rules, sic = compile_map(file.path, text, file.name, _words(words))
        return {"rules": [rule_as_plain(rule) for rule in rules], "sic": sic}

    plain = _cached(file.text, f"{file.name}\n{words.text}", compiled)
    rules = tuple(rule_from_plain(each, file.layer) for each in plain["rules"])
    return rules, tuple((first, last) for first, last in plain["sic"])


def _check_concepts(rules: Iterable[Rule], path: Path, taxonomy: str) -> None:
    """Refuse concepts that no release has: most likely a slip of the pen. Raises MapError with the nearest names."""
    known = [load_index(release) for release in (taxonomy, *(each for each in releases() if each != taxonomy))]
    for rule in rules:
        if rule.concept is not None and not any(rule.concept in index for index in known):
            near = " or ".join(known[0].nearest(rule.concept))
            raise MapError(f"{path}, line {rule.line}: {rule.concept} is no us-gaap concept.", f"Is {near} meant?")


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
    if cik:
        yield from ((Layer.COMPANY, path, folder) for path in _existing(folder / "company" / f"{cik.zfill(10)}.yaml"))
    if document:
        name = re.sub(r"[^\w.-]", "_", document)
        yield from ((Layer.DOCUMENT, path, folder) for path in _existing(folder / "document" / f"{name}.yaml"))


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

    plain = _cached(file.text, "words", compiled)
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

    plain = _cached(file.text, "releases", compiled)
    return {concept: Instead(tuple(concepts), wider) for concept, (concepts, wider) in plain.items()}


def _rivals(file: _File) -> dict[str, tuple[str, ...]]:
    def compiled(text: str) -> Any:
        from converter.mapping.maps.compiling import compile_rivals

        return compile_rivals(file.path, text)

    return {concept: tuple(rivals) for concept, rivals in _cached(file.text, "rivals", compiled).items()}


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise MapError(f"{path} is too large for a mapping file.", "Mapping files are small texts.")
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise MapError(f"{path} cannot be read: {error.strerror}.", "Check the file and its permissions.") from error
    except UnicodeDecodeError as error:
        raise MapError(f"{path} is not UTF-8 text.", "Save the file as UTF-8.") from error


def _cache_folder() -> Path:
    return Path(os.environ.get("RETROXBRL_CACHE") or platformdirs.user_cache_dir("retroxbrl", appauthor=False))


def _cached(text: str, purpose: str, compile_text: Callable[[str], Any]) -> Any:
    key = hashlib.sha256(f"{FORMAT}\n{purpose}\n{text}".encode()).hexdigest()
    path = _cache_folder() / "maps" / f"{key}.json"
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        plain = compile_text(text)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_suffix(f".{os.getpid()}")
        temporary.write_text(json.dumps(plain), encoding="utf-8")
        temporary.replace(path)
    except OSError:
        pass  # a read-only home: compile again next time
    return plain
