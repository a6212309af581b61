"""Make the index of neighbours: `python -m converter.mapping.neighbours.train CORPUS` (docs/learning.md)."""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from converter.mapping.learned.caption import words
from converter.mapping.learned.names import spoken
from converter.mapping.learned.network import HEADING
from converter.mapping.learned.training.corpus import FOLDS, Corpus, read_corpus
from converter.mapping.learned.training.table import Tagged
from converter.mapping.neighbours.index import _WHOLE, FILE, LABELS, SHELVES, Neighbours, Shelf, features, save, whole
from converter.options import DEFAULT_TAXONOMY
from converter.taxonomy import Index, load_index

_FRAMEWORK = ("Table", "LineItems", "Axis", "Domain", "Member")
_MOST = 255  # companies that are counted of one caption and concept

Key = tuple[str, tuple[str, ...]]
"""Shelf and words of a caption."""

Votes = Mapping[Key, Mapping[str, int]]


def main() -> None:
    """Read the command line, write the index of all companies, or one for each fold without its companies."""
    parser = argparse.ArgumentParser(prog="python -m converter.mapping.neighbours.train", description=__doc__)
    parser.add_argument("corpus", type=Path, help="the folder of the reference corpus")
    parser.add_argument("-o", "--output", type=Path, default=FILE, help="the index (default: the shipped one)")
    parser.add_argument("--folds", type=Path, help="write one for each fold, without its companies, to this folder")
    given = parser.parse_args()
    if given.folds is not None:
        make_folds(given.corpus, given.folds)
    else:
        save(made(votes(read_corpus(given.corpus), load_index(DEFAULT_TAXONOMY))), given.output)


def make_folds(corpus: Path, folder: Path) -> None:
    """Write an index for each fold, of all companies but those in it."""
    folder.mkdir(parents=True, exist_ok=True)
    read, index = read_corpus(corpus), load_index(DEFAULT_TAXONOMY)
    for fold in range(FOLDS):
        save(made(votes(read, index, fold)), file_of(folder, fold))


def file_of(folder: Path, fold: int) -> Path:
    """Where the index lies that knows no company of a fold."""
    return folder / f"neighbours-{fold}.npz"


def votes(corpus: Corpus, index: Index, without: int | None = None) -> Votes:
    """For each caption, how many companies tagged it with which class; for each name, its concept.

    Args:
        index: the release whose names are added to the labels of the corpus: those of its face statements.
        without: the fold whose companies are left out.
    """
    companies: dict[Key, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for each in (*corpus.table, *corpus.filings):
        if corpus.fold[each.filing] != without:
            for caption, name in _rows(each):
                companies[each.kind, tuple(words(caption))][name].add(corpus.company[each.filing])
    found: dict[Key, Mapping[str, int]] = {
        key: {name: len(those) for name, those in by_name.items()} for key, by_name in companies.items()
    }
    for concept, label in (*corpus.names, *((name, spoken(name)) for name in _presented(index))):
        found[LABELS, tuple(words(label))] = {concept: 1}
    return {key: of for key, of in found.items() if key[1]}


def _rows(tagged: Tagged) -> Iterator[tuple[str, str]]:
    """The captions of a statement with their classes, without headings and what holds XBRL tables together."""
    for caption, tag, name in zip(tagged.captions, tagged.tags, tagged.classes, strict=True):
        if name != HEADING and not tag.endswith(_FRAMEWORK):
            yield caption, name


def _presented(index: Index) -> Iterator[str]:
    for name in index.elements():
        element = index.get(name)
        if element and element.unit and not element.abstract and not element.deprecated and index.statements(name):
            yield name


def made(found: Votes) -> Neighbours:
    """The index of captions and their votes."""
    classes = tuple(sorted({name for of in found.values() for name in of}))
    number = {name: at for at, name in enumerate(classes)}
    keys = sorted(found)
    shelves = {shelf: _shelf([(key[1], found[key]) for key in keys if key[0] == shelf], number) for shelf in SHELVES}
    return Neighbours(shelves, classes)


def _shelf(rows: Sequence[tuple[tuple[str, ...], Mapping[str, int]]], number: Mapping[str, int]) -> Shelf:
    having: dict[int, list[int]] = defaultdict(list)
    for at, (found, _) in enumerate(rows):
        for feature in (*features(found), *whole(found)):
            having[feature].append(at)
    counts = {feature: _WHOLE for found, _ in rows for feature in whole(found)}
    known = sorted(having)
    weights = np.array([counts.get(each, 1.0) * np.log(len(rows) / len(having[each])) for each in known], np.float32)
    captions = [at for feature in known for at in having[feature]]
    squares = np.repeat(weights**2, [len(having[each]) for each in known])
    voted = [sorted((number[name], count) for name, count in of.items()) for _, of in rows]
    return Shelf(
        features=np.array(known, dtype=np.uint32),
        weights=weights,
        ends=_ends(len(having[each]) for each in known),
        captions=np.array(captions, dtype=np.uint16),
        lengths=np.sqrt(np.maximum(np.bincount(captions, squares, len(rows)), 1e-9)).astype(np.float32),
        voted=_ends(len(each) for each in voted),
        votes=np.array([name for each in voted for name, _ in each], dtype=np.uint16),
        counts=np.array([min(count, _MOST) for each in voted for _, count in each], dtype=np.uint8),
    )


def _ends(counts: Iterable[int]) -> np.ndarray:
    return np.cumsum([0, *counts])


if __name__ == "__main__":
    main()
