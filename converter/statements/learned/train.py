"""Learn how statements read: `python -m converter.statements.learned.train TABLE FILINGS... [-o MODEL]`.

TABLE (tab-separated, `.gz` allowed) has the captions of tagged filings in statement order, with the columns adsh,
report, stmt and label. FILINGS are files, or folders of files, as companies filed them: what the reader takes from
them by landmarks is an example of its kind, and a table that is nothing like a statement is an example of none. What
it left out though it is like one is no example of anything.

With `--folds N` nothing is written: the companies are dealt into N parts, each part is judged by a model of the
others, and a table of the outcome is printed.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from converter.errors import RetroxbrlError
from converter.options import Options
from converter.sources import read
from converter.statements.classify import classify, read_captions
from converter.statements.columns import observe
from converter.statements.learned.features import SIZE, features
from converter.statements.learned.model import CLASSES, FILE, NONE, Array, Model, save, scale
from converter.statements.read import calendar_of
from converter.statements.select import select
from converter.tables import find_tables
from converter.tables.table import Table

_FEWEST = 4
"""Captions of a table that is an example."""
_PAGE = 12
"""Captions of a statement whose halves are examples, too: pages of statements are read before they are joined."""
_FRAMEWORK = re.compile(r"\[(?:table|axis|domain|member|line items|abstract|roll forward)\]", re.I)
_ROUNDS, _BATCH, _RATE, _BIAS_RATE, _DECAY = 12, 256, 0.1, 0.05, 2e-5


class Example(NamedTuple):
    """A table: whose it is, where it is from, its features, and its place in `CLASSES`."""

    company: str
    source: str
    table: npt.NDArray[np.int64]
    kind: int


def main() -> None:
    """Read the command line; train and write, or cross-validate."""
    parser = argparse.ArgumentParser(prog="python -m converter.statements.learned.train", description=__doc__)
    parser.add_argument("table", type=Path)
    parser.add_argument("filings", type=Path, nargs="+")
    parser.add_argument("-o", "--output", type=Path, default=FILE)
    parser.add_argument("--folds", type=int, default=0)
    given = parser.parse_args()
    files = [file for path in given.filings for file in (sorted(path.iterdir()) if path.is_dir() else [path])]
    examples = [*tagged(given.table), *printed(file for file in files if file.is_file())]
    if given.folds:
        crossvalidate(examples, given.folds)
    else:
        save(fit(examples), given.output)


def tagged(path: Path) -> Iterator[Example]:
    """The statements of a table of tagged filings; the halves of long ones, too."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        for (filing, _, kind), group in groupby(rows, key=lambda row: (row["adsh"], row["report"], row["stmt"])):
            captions = [row["label"] for row in group if not _FRAMEWORK.search(row["label"])]
            if kind not in CLASSES or len(captions) < _FEWEST:
                continue
            half = len(captions) // 2
            pages = [captions] if len(captions) <= _PAGE else [captions, captions[:half], captions[half:]]
            for number, page in enumerate(pages):
                source = "pages" if number else "tagged"
                yield Example(filing[:10], source, features(page), CLASSES.index(kind))


def printed(files: Iterable[Path]) -> Iterator[Example]:
    """The tables of filings: those that the reader takes, and those that are like nothing."""
    with ProcessPoolExecutor() as pool:
        for examples in pool.map(_of_filing, files, chunksize=4):
            yield from examples


def _of_filing(path: Path) -> list[Example]:
    try:
        document = read(path.read_bytes(), path.name, [])
    except RetroxbrlError:
        return []
    tables = find_tables(document, [])
    calendar = calendar_of(document, Options())
    observe(tables, calendar)
    chosen = select(tables, calendar, None, [], judge=classify)
    company = document.header.cik or re.split(r"[^a-z]", path.name.lower())[0]
    examples = []
    for table in tables:
        taken = [one.kind.value for one in chosen if one.table.part == table.part and _lies_in(table, one.table)]
        if not taken and classify(table, read_captions(table.rows)) is not None:
            continue
        if len(table.rows) >= _FEWEST:
            kind = CLASSES.index(taken[0] if taken else NONE)
            examples.append(Example(company, "printed", features(row.stub for row in table.rows), kind))
    return examples


def _lies_in(page: Table, statement: Table) -> bool:
    return statement.span.start <= page.span.start and page.span.end <= statement.span.end


def fit(examples: Sequence[Example]) -> Model:
    """The weights that make the examples likely; the same examples give the same ones.

    Classes with few examples count more than their number, and less than if all classes counted the same.
    """
    chance = np.random.default_rng(0)
    kinds = np.array([each.kind for each in examples])
    often = np.maximum(np.bincount(kinds, minlength=len(CLASSES)), 1)
    counts = np.sqrt(len(examples) / len(CLASSES) / often)
    weights, bias = np.zeros((SIZE, len(CLASSES))), np.zeros(len(CLASSES))
    seen = np.full_like(weights, 1e-8)
    for _ in range(_ROUNDS):
        order = chance.permutation(len(examples))
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            tables = [examples[int(at)].table for at in batch]
            error = Model(weights, bias).probabilities(tables)
            error[np.arange(len(batch)), kinds[batch]] -= 1
            error *= counts[kinds[batch]][:, None]
            step = _spread(tables, error) / len(batch) + _DECAY * weights
            seen += step * step
            weights -= _RATE * step / np.sqrt(seen)
            bias -= _BIAS_RATE * error.mean(axis=0)
    return Model(weights, bias)


def _spread(tables: Sequence[npt.NDArray[np.int64]], error: Array) -> Array:
    """Each table's error on each of its features."""
    found = np.zeros((SIZE, len(CLASSES)))
    for table, wrong in zip(tables, error, strict=True):
        found[table] += wrong / scale(table)
    return found


def crossvalidate(examples: Sequence[Example], folds: int) -> None:
    """Print, for each source of examples, what was judged as what by models of other companies."""
    part = np.array([hashlib.sha256(each.company.encode()).digest()[0] % folds for each in examples])
    judged = np.zeros(len(examples), dtype=np.int64)
    for fold in range(folds):
        model = fit([each for each, where in zip(examples, part, strict=True) if where != fold])
        mine = np.flatnonzero(part == fold)
        if len(mine):
            judged[mine] = model.probabilities([examples[int(at)].table for at in mine]).argmax(axis=1)
    kinds = np.array([each.kind for each in examples])
    for source in sorted({each.source for each in examples}):
        of_source = np.array([each.source == source for each in examples])
        right = (kinds == judged)[of_source].mean()
        print(
            f"\n{source}: {of_source.sum()} tables, {right:.1%} right\n{'':6}"
            + "".join(f"{name:>6}" for name in CLASSES)
        )
        for row, name in enumerate(CLASSES):
            found = np.bincount(judged[of_source & (kinds == row)], minlength=len(CLASSES))
            print(f"{name:6}" + "".join(f"{count:6}" for count in found))


if __name__ == "__main__":
    main()
