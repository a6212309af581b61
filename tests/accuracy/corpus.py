"""The reference corpus as lists of documents with their truth."""

from __future__ import annotations

import csv
import hashlib
import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from converter.mapping.learned.training.corpus import company_of
from tests.conftest import SHARED

CORPUS = SHARED / "corpus"
Suite = Literal["gold", "gold-b", "fds", "text", "tagged", "laid-out"]
SUITES: tuple[Suite, ...] = ("gold", "gold-b", "fds", "text", "tagged", "laid-out")
Half = Literal["seen", "unseen"]

_GOLDS = {"gold": "gold", "gold-b": "gold-b", "tagged": "tagged-html/gold", "laid-out": "laid-out/gold"}
"""The folder of truth tables of a suite."""

_SCHEDULES = {"fds": "fds", "text": "text-1994-2003"}
"""The folder of a suite whose truth are the schedules that were taken out of its filings."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document with its truth.

    Attributes:
        name: what the scorer calls it, and so the name of its output folder.
        gold: the table of values, or None for an fds document.
        record: the schedule's record of an fds document.
    """

    name: str
    source: Path
    gold: Path | None = None
    record: dict[str, Any] | None = None

    @property
    def equity(self) -> Path | None:
        """The truth of its statement of changes in equity, with members, if it has one."""
        if self.gold is None:
            return None
        folders = (self.gold.parent / "equity", self.gold.parent.parent / "equity")
        return next((path for folder in folders if (path := folder / f"{self.name}.tsv").exists()), None)

    @property
    def layout(self) -> str:
        """How the statements are set; the breakdown's key."""
        return layout(self.source.read_text("latin-1"))


def layout(text: str) -> str:
    """`html`, or for plain text which of EDGAR's table tags it uses."""
    if len(re.findall(r"<(?:td|tr|div|font)\b", text[:2_000_000], re.I)) > 20:
        return "html"
    if re.search(r"<S>\s*<C>", text):
        return "text <S><C>"
    return "text <TABLE>" if re.search(r"<TABLE", text, re.I) else "text, no tags"


def documents(suite: Suite, half: Half | None = None) -> list[Document]:
    """All documents of a suite, in the scorer's order, or those of one half of the companies."""
    found = list(_scheduled(suite) if suite in _SCHEDULES else _golden(suite))
    return [document for document in found if half is None or half_of(document.name) == half]


def half_of(name: str) -> Half:
    """The half of the companies that a document's company belongs to, the same in every suite.

    Rules and models are made with the one half before the eyes, and measured on the other. A company is told by the
    first word of the name, so two of one first word are in one half.
    """
    return "seen" if hashlib.sha256(company_of(name).encode()).digest()[0] % 2 else "unseen"


def _golden(suite: Suite) -> Iterator[Document]:
    folder = CORPUS / _GOLDS[suite]
    index = folder / "index.tsv"
    if index.exists():
        with index.open(encoding="utf-8") as rows:
            for row in csv.DictReader(rows, delimiter="\t"):
                yield Document(row["gold"], CORPUS / row["source"], folder / f"{row['gold']}.tsv")
        return
    sources = {path.stem: path for path in (folder.parent / "filings").iterdir()}
    for gold in sorted(folder.glob("*.tsv")):
        if gold.stem in sources:
            yield Document(gold.stem, sources[gold.stem], gold)


def _scheduled(suite: Suite) -> Iterator[Document]:
    folder = CORPUS / _SCHEDULES[suite]
    for line in (folder / "fds.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        yield Document(record["name"], folder / "filings" / f"{record['name']}.txt", record=record)


def truth(suite: Suite) -> list[str]:
    """What the scoring program is called with for a suite, before the folder of outputs."""
    if suite in _SCHEDULES:
        return ["fds", str(CORPUS / _SCHEDULES[suite] / "fds.jsonl")]
    return ["golds", str(CORPUS / _GOLDS[suite])]


@cache
def scorer(name: Literal["score", "score_labels"] = "score") -> ModuleType:
    """The scoring program beside the corpus, as a module."""
    spec = importlib.util.spec_from_file_location(f"shared_{name}", SHARED / "eval" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # so that its facts can be pickled
    spec.loader.exec_module(module)
    return module
