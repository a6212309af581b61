"""What a person would doubt in the output of a document: facts that no truth is needed to find suspicious.

    python -m tests.accuracy doubts [--only NAME]

Over every document of the corpus, each kind with its places:

- `headline`: a concept that leads a statement is negative though it is printed without brackets;
- `extension`: a concept of the company's own has no other than negative values, under a label that turns them over;
- `per-share`: earnings a share in a unit other than dollars a share;
- `more than whole`: shares issued above those authorized, and other parts above their wholes;
- `no fact`: a number of a chosen statement that no fact has, and no finding speaks of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from converter import Conversion, convert
from converter.errors import RetroxbrlError
from converter.knowledge import Knowledge
from converter.report import Fact, Report
from converter.span import Span
from converter.statements.statement import Basis
from tests.outputs.__main__ import sources


class Doubt(NamedTuple):
    """A suspicious figure: its kind, its line in the source, what it is."""

    kind: str
    line: int
    shown: str


def main(only: str, jobs: int) -> None:
    """Print the doubts of every document whose path contains `only`, and how many of each kind there are."""
    paths = [path for name, path in sources([]).items() if only in name]
    counts: Counter[str] = Counter()
    with ProcessPoolExecutor(jobs) as pool:
        for path, doubts in zip(paths, pool.map(of_document, paths), strict=True):
            for doubt in doubts:
                print(f"{doubt.kind:16} {path.name}:{doubt.line}  {doubt.shown}")
            counts.update(doubt.kind for doubt in doubts)
            counts.update({"documents with": bool(doubts)})
    print("\n".join(f"{count:6,}  {kind}" for kind, count in sorted(counts.items())))


def of_document(path: Path) -> list[Doubt]:
    """The doubts of a document; none where it gives no report."""
    try:
        return list(doubts(convert(path)))
    except RetroxbrlError:
        return []


def doubts(conversion: Conversion) -> Iterator[Doubt]:
    """The doubts of a conversion, kind by kind."""
    report, knowledge = conversion.report, conversion.stages.knowledge
    yield from _headlines(report, knowledge)
    yield from _extensions(report)
    yield from _per_share(report, knowledge)
    yield from _more_than_wholes(report, knowledge)
    yield from _without_fact(conversion)


def _headlines(report: Report, knowledge: Knowledge) -> Iterator[Doubt]:
    groups = knowledge.groups
    leading = {
        *groups.total_assets,
        *groups.total_claims,
        *groups.section_totals,
        *groups.equity_of_all,
        *groups.equity_of_parent,
        *groups.total_revenues,
        *groups.costs_and_expenses,
        *groups.operating_expenses,
        *groups.gross_profit,
        *groups.results,
        *groups.reconciled,
        *groups.weighted_shares,
    }
    for fact in report.facts:
        if fact.concept.local in leading and _value(fact) < 0:
            for source in fact.sources:
                if source.number is not None and source.number > 0:
                    yield _doubt("headline", report, fact, source.span)


def _extensions(report: Report) -> Iterator[Doubt]:
    own = {extension.name for extension in report.extensions}
    negated = {label.concept for label in report.labels if label.role.startswith("negated")}
    values: dict[str, list[Fact]] = {}
    for fact in report.facts:
        if fact.concept in own and fact.concept in negated and _value(fact):
            values.setdefault(str(fact.concept), []).append(fact)
    for facts in values.values():
        if all(_value(fact) < 0 for fact in facts):
            yield _doubt("extension", report, facts[0], facts[0].sources[0].span)


def _per_share(report: Report, knowledge: Knowledge) -> Iterator[Doubt]:
    for fact in report.facts:
        if fact.concept.local in knowledge.groups.weighted_shares and not (fact.unit or "").endswith("/shares"):
            yield _doubt("per-share", report, fact, fact.sources[0].span)


def _more_than_wholes(report: Report, knowledge: Knowledge) -> Iterator[Doubt]:
    facts = {(fact.concept.local, fact.context): fact for fact in report.facts if isinstance(fact.value, Decimal)}
    for part, wholes in knowledge.groups.no_more_than.items():
        for (concept, context), fact in facts.items():
            for whole in (facts.get((each, context)) for each in wholes if concept == part):
                if whole is not None and _value(fact) > _value(whole) and fact.sources:
                    yield _doubt(f"more than {whole.concept.local}", report, fact, fact.sources[0].span)


def _without_fact(conversion: Conversion) -> Iterator[Doubt]:
    report, line = conversion.report, conversion.report.document.position
    written = {source.span.start for fact in report.facts for source in fact.sources}
    told = {line(finding.span.start)[0] for finding in report.findings if finding.span}
    for statement in conversion.stages.statements:
        for item in statement.items:
            for amount in item.amounts:
                chosen = statement.columns[amount.column].basis is Basis.GAAP and amount.period is not None
                place = line(amount.span.start)[0]
                if chosen and amount.value and amount.span.start not in written and place not in told:
                    yield Doubt("no fact", place, f"{statement.kind}: {item.caption[:60]} | {amount.printed}")


def _doubt(kind: str, report: Report, fact: Fact, span: Span) -> Doubt:
    shown = f"{fact.concept} = {fact.value} {fact.unit} | {report.document.text[span.start : span.end]}"
    rows = [(source.statement, source.row) for source in fact.sources if source.statement is not None]
    caption = next((report.statements[at].rows[row].label for at, row in rows if row is not None), "")
    return Doubt(kind, report.document.position(span.start)[0], f"{caption[:60]} | {shown}")


def _value(fact: Fact) -> Decimal:
    return fact.value if isinstance(fact.value, Decimal) else Decimal(0)
