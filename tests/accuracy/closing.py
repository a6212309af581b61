"""Whether the balances of equity that are read are those of the balance sheets, over documents of the corpus.

python -m tests.accuracy.closing FOLDER...

Asked of totals, on days that a balance sheet of the document has. Prints how many agree, and each that does not.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from converter import convert
from converter.errors import RetroxbrlError
from converter.statements.statement import Amount, Statement
from converter.terms import Kind
from converter.terms.unit import DOLLAR


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    counts: Counter[str] = Counter()
    for path in (path for folder in parser.parse_args().folders for path in sorted(folder.iterdir()) if path.is_file()):
        try:
            statements = convert(path).stages.statements
        except RetroxbrlError:
            continue
        counts["documents"] += 1
        for amount, agrees in balances(statements):
            counts["agree" if agrees else "disagree"] += 1
            if not agrees:
                print(f"{path.name}: {amount.printed} at {amount.period and amount.period.end}")
    print(f"{counts['documents']} documents, {counts['agree']} balances agree, {counts['disagree']} do not")


def balances(statements: Sequence[Statement]) -> Iterator[tuple[Amount, bool]]:
    """The totals of equity on days of balance sheets, and whether one of their amounts is each."""
    known: dict[date, set[Decimal]] = defaultdict(set)
    for amount in _money(statements, Kind.BALANCE_SHEET):
        if amount.period is not None:
            known[amount.period.end].add(amount.value)
    for amount in _money(statements, Kind.EQUITY):
        if amount.period is not None and amount.period.is_instant and not amount.components and amount.value:
            day = amount.period.end
            if day in known:
                yield amount, amount.value in known[day]


def _money(statements: Sequence[Statement], kind: Kind) -> Iterator[Amount]:
    items = (item for statement in statements if statement.kind is kind for item in statement.items)
    return (amount for item in items if item.unit == DOLLAR for amount in item.amounts)


if __name__ == "__main__":
    main()
