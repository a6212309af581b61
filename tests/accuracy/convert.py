"""Run the converter over documents of the corpus, and read what it made."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from converter.batch import Folder, Job, Row, Settings, run
from converter.errors import RetroxbrlError
from converter.mapping.learned import model
from converter.mapping.learned.training.corpus import FOLDS, fold_of
from converter.mapping.neighbours import index
from converter.mapping.neighbours.train import file_of
from converter.options import DEFAULT_TAXONOMY, Options
from tests.accuracy import folds
from tests.accuracy.corpus import Document, scorer

Stage = Literal["statements", "report"]

ASKED = Options(taxonomy=DEFAULT_TAXONOMY)
"""The truth tables name the concepts and the members of the latest release, whatever year a document is of."""


def convert_all(documents: list[Document], out: Path, jobs: int) -> dict[str, Row]:
    """A batch without validation, each document by itself: one folder per document, named after it. The rows say what
    gave none.
    """
    work = [Job(document.name, str(document.source)) for document in documents]
    rows = run(work, Folder(out), Settings(ASKED, validate=False, jobs=jobs, earlier=False), force=True)
    return {row.name: row for row in rows}


def instance_facts(row: Row, out: Path) -> list[Any]:
    """The facts of a document's instances, as the scorer reads them; none where there is no folder."""
    return list(scorer().read_output(out / row.name)[0]) if row.status.has_folder else []


def read_all(documents: list[Document], jobs: int, stage: Stage, models: Path | None) -> dict[str, list[Any]]:
    """The facts of the Reports, or of the statements alone (then without a meaningful concept); nothing is written.

    Args:
        models: a folder with networks and neighbours that saw no company of a fold; each document is read with those of
            its fold.
    """
    scorer()
    if models:
        folds.complete(models)
    found: dict[str, list[Any]] = {}
    for fold in range(FOLDS) if models else [None]:
        some = [document for document in documents if fold is None or fold_of(document.name) == fold]
        files = (folds.network_file(models, fold), file_of(models, fold)) if models and fold is not None else ()
        with ProcessPoolExecutor(jobs, initializer=_use, initargs=files) as pool:
            facts = pool.map(_read, some, [stage] * len(some))
            found.update(zip((document.name for document in some), facts, strict=True))
    return found


def _use(network: Path = model.FILE, neighbours: Path = index.FILE) -> None:
    model.FILE, index.FILE = network, neighbours
    model.shipped.cache_clear()
    index.shipped.cache_clear()


def _read(document: Document, stage: Stage) -> list[Any]:
    try:
        return list(_amounts(document) if stage == "statements" else _facts(document))
    except RetroxbrlError as error:
        print(f"{document.name}: {error}")
    except Exception:
        traceback.print_exc()
    return []


def _facts(document: Document) -> Iterator[Any]:
    from converter import convert

    report = convert(document.source, ASKED).report
    for fact in report.facts:
        if isinstance(fact.value, Decimal):
            scope = report.scope_of(fact)
            period, members = scope.period, len(scope.members)
            name = fact.concept
            yield scorer().Fact(name.prefix, name.local, fact.value, period.start, period.end, fact.unit, members)


def _amounts(document: Document) -> Iterator[Any]:
    from converter.sources import read
    from converter.statements import read_statements
    from converter.tables import find_tables

    findings: list[Any] = []
    source = read(document.source.read_bytes(), document.source.name, findings)
    seen = set()
    for statement in read_statements(source, find_tables(source, findings), Options(), findings):
        for item in statement.items:
            for amount in item.amounts:
                if statement.columns[amount.column].basis != "gaap" or amount.period is None:
                    continue
                key = (item.caption, amount.value, amount.period, item.unit)
                if key not in seen:
                    seen.add(key)
                    yield _fact(item.caption, amount.value, amount.period.start, amount.period.end, item.unit)


def _fact(caption: str, value: Decimal, start: Any, end: Any, unit: str) -> Any:
    name = "".join(word.capitalize() for word in caption.split())[:40]
    return scorer().Fact("extension", name, value, start, end, unit, 0)
