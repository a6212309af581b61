"""The reference corpus as lists of documents with their truth."""

from __future__ import annotations

import csv
import importlib.util
import json
import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from tests.conftest import SHARED

CORPUS = SHARED / "corpus"
Suite = Literal["gold", "fds", "tagged"]
SUITES: tuple[Suite, ...] = ("gold", "fds", "tagged")


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


def documents(suite: Suite) -> list[Document]:
    """All documents of a suite, in the scorer's order."""
    if suite == "gold":
        with (CORPUS / "gold" / "index.tsv").open(encoding="utf-8") as index:
            rows = csv.DictReader(index, delimiter="\t")
            return [
                Document(row["gold"], CORPUS / row["source"], CORPUS / "gold" / f"{row['gold']}.tsv") for row in rows
            ]
    if suite == "tagged":
        folder = CORPUS / "tagged-html"
        sources = {path.stem: path for path in (folder / "filings").iterdir()}
        return [
            Document(gold.stem, sources[gold.stem], gold)
            for gold in sorted((folder / "gold").glob("*.tsv"))
            if gold.stem in sources
        ]
    filings = CORPUS / "fds" / "filings"
    records = [json.loads(line) for line in (CORPUS / "fds" / "fds.jsonl").read_text("utf-8").splitlines()]
    return [Document(record["name"], filings / f"{record['name']}.txt", record=record) for record in records]


def truth(suite: Suite) -> list[str]:
    """What the scoring program is called with for a suite, before the folder of outputs."""
    modes = {
        "gold": ["golds", str(CORPUS / "gold")],
        "fds": ["fds", str(CORPUS / "fds" / "fds.jsonl")],
        "tagged": ["golds", str(CORPUS / "tagged-html" / "gold")],
    }
    return modes[suite]


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
