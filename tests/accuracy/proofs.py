"""How right facts are that the print proves: value, sign and concept against hand-made truth, by the number of proofs.

python -m tests.accuracy.proofs SUITE [--half HALF]
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from decimal import Decimal

from converter import convert
from converter.errors import RetroxbrlError
from converter.terms import Kind
from tests.accuracy.compare import gold_rows
from tests.accuracy.corpus import SUITES, Document, documents, scorer

MOST = 3
"""Facts with as many proofs or more are counted together."""
INSIDE = "PAR"
"""What a truth table calls the numbers inside captions."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("suite", choices=[*SUITES])
    parser.add_argument("--half", choices=["seen", "unseen"])
    arguments = parser.parse_args()
    counts: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for document in documents(arguments.suite, arguments.half):
        if document.gold:
            _count(document, counts)
    print("proofs  facts  right value  right sign  right concept")
    for proofs, (facts, *right) in sorted(counts.items()):
        shares = "".join(f"{each / facts:>12.1%}" for each in right)
        print(f"{proofs}{'+' if proofs == MOST else ' '}    {facts:>6,}{shares}")


def _count(document: Document, counts: dict[int, list[int]]) -> None:
    """Adds a document's figures: facts, and those of them with a value of the truth, its sign and its concept.

    Of statements that the truth does not hold nothing can be said, so their facts are not counted.
    """
    try:
        report = convert(document.source).report
    except RetroxbrlError:
        return
    by_value = defaultdict(list)
    kinds = set()
    for row in gold_rows(document):
        by_value[abs(row.value), row.unit].append(row)
        kinds.add(Kind.BALANCE_SHEET if row.statement == INSIDE else row.statement)
    for fact in report.facts:
        if fact.decision is None or not isinstance(fact.value, Decimal) or not fact.value:
            continue
        if not any(source.statement is None or report.statements[source.statement].kind in kinds
                   for source in fact.sources):  # fmt: skip
            continue
        name, period = fact.concept, report.period_of(fact)
        shown = scorer().Fact(name.prefix, name.local, fact.value, period.start, period.end, fact.unit, 0)
        rows = [row for row in by_value[abs(fact.value), fact.unit or ""] if row.same_period(shown)]
        own = name.prefix != "us-gaap"
        named = any(("EXT" in row.accepted) if own else name.local in row.accepted for row in rows)
        values = [
            value for row in rows for each, signed in row.accepted.items() if each == name.local for value in signed
        ]
        signed = bool(rows) and (not values or fact.value in values)
        for place, holds in enumerate((True, bool(rows), signed, named)):
            counts[min(len(fact.proofs), MOST)][place] += holds


if __name__ == "__main__":
    main()
