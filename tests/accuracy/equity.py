"""Score statements of changes in equity, with members, on the truth beside the corpus.

    python -m tests.accuracy.equity gold|gold-b|tagged [-v] [--only NAME] [--half HALF]

`found` is a fact with the value, unit and period; `placed` one whose members are the truth's, too; `right` one with the
concept and its sign besides; `near` counts names that stand for the same thing. `-v` lists every miss.

The tables of `gold` tell neither members nor names that are near: there placed is found, and near is right.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from converter.terms import Kind
from tests.accuracy.compare import GoldRow, gold_rows
from tests.accuracy.convert import convert_all
from tests.accuracy.corpus import Document, Half, documents, scorer

Truth = Literal["gold", "gold-b", "tagged"]
SHARES = ("found", "placed", "near", "right")


@dataclass(frozen=True, slots=True)
class Score:
    """What became of the values of a document, or of all: counts by what is said of them, `required` all of them."""

    name: str
    counts: Counter[str]

    def share(self, of: str) -> float:
        return self.counts[of] / max(self.counts["required"], 1)


def asked(suite: Truth, half: Half | None = None) -> list[Document]:
    """The documents of a suite that have a truth of equity."""
    return [document for document in documents(suite, half) if document.equity is not None or _rows(document)]


def _rows(document: Document) -> list[GoldRow]:
    """What the table of a document's statements says of equity, where no table of equity alone does."""
    if document.equity is not None or document.gold is None:
        return []
    return [row for row in gold_rows(document) if row.statement == Kind.EQUITY]


def score(chosen: list[Document], out: Path, jobs: int, *, verbose: bool = False) -> list[Score]:
    """Convert the documents into a folder and score each; the last is the sum of all."""
    convert_all(chosen, out, jobs)
    found = [Score(one.name, _counted(one, out / one.name, verbose=verbose)) for one in chosen]
    return [*found, Score("all", sum((one.counts for one in found), Counter()))]


def _counted(document: Document, out: Path, *, verbose: bool) -> Counter[str]:
    rows = _rows(document)
    if not rows:
        return Counter(scorer().score_equity(document.equity, out, verbose=verbose))
    facts, _ = scorer().read_output(out)
    counts: Counter[str] = Counter(required=len(rows))
    for row in rows:
        same = [fact for fact in facts if abs(fact.value) == abs(row.value) and fact.unit == row.unit]
        hits = [fact for fact in same if row.same_period(fact)]
        right = any(row.accepts(fact) for fact in hits)
        counts.update(found=bool(hits), placed=bool(hits), near=right, right=right)
        if verbose and not right:
            print("   miss", row.line, row.caption[:60], row.start, row.end, row.printed, *row.accepted,
                  ",".join(fact.name for fact in hits) or "NOT FOUND", sep=" | ")  # fmt: skip
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suite", choices=["gold", "gold-b", "tagged"])
    parser.add_argument("-v", "--verbose", action="store_true", help="list every miss")
    parser.add_argument("--only", default="", metavar="NAME", help="documents whose name contains this")
    parser.add_argument("--half", choices=["seen", "unseen"], help="this half of the companies")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    chosen = [one for one in asked(arguments.suite, arguments.half) if arguments.only in one.name]
    with tempfile.TemporaryDirectory() as scratch:
        for each in score(chosen, Path(scratch), arguments.jobs, verbose=arguments.verbose):
            shares = " ".join(f"{of} {each.share(of):6.1%}" for of in SHARES)
            print(f"{each.name:60} {each.counts['required']:5} {shares}")


if __name__ == "__main__":
    main()
