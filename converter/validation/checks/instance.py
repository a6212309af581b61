"""What the EDGAR Filer Manual asks of an instance and its extension, as far as a Report can get it wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from converter.findings import Finding, Severity
from converter.report import Fact, Table
from converter.terms import Member
from converter.validation.checks.book import Book, figure, remark

_CIK_SCHEME = "http://www.sec.gov/CIK"
_LONGEST_LABEL = 511


def check(book: Book) -> Iterator[Finding]:
    """All rules of this module."""
    yield from _identifier(book)
    yield from _contexts(book)
    yield from _numbers(book)
    yield from _deprecated(book)
    yield from _extensions(book)
    yield from _presented(book)
    yield from _members(book)
    yield from _labels(book)


def _identifier(book: Book) -> Iterator[Finding]:
    entity = book.report.entity
    if entity.scheme == _CIK_SCHEME and not (entity.identifier.isdecimal() and len(entity.identifier) == 10):
        yield remark(
            "EFM.6.05.01",
            f"{entity.identifier!r} is no CIK of ten digits; give it with `cik`.",
            severity=Severity.ERROR,
        )


def _contexts(book: Book) -> Iterator[Finding]:
    used = {fact.context for fact in book.report.facts}
    for context in book.report.contexts:
        if context.id not in used:
            yield remark(
                "EFM.6.05.08", f"No fact is in the context {context.id}; leave it out.", severity=Severity.ERROR
            )
    for scope, count in Counter(context.scope for context in book.report.contexts).items():
        if count > 1:
            of = " ".join([str(scope.period), *(str(each.member) for each in scope.members)])
            yield remark("EFM.6.05.07", f"{count} contexts are of {of}; keep one.", severity=Severity.ERROR)


def _numbers(book: Book) -> Iterator[Finding]:
    for fact in book.report.facts:
        if not isinstance(fact.value, Decimal):
            continue
        if fact.decimals is None:
            yield remark("EFM.6.05.17", f"{fact.concept} states no decimals.", fact, Severity.ERROR)
        elif fact.value != fact.figure.rounded:
            yield remark(
                "EFM.6.05.37",
                f"{fact.concept} of {figure(fact)} has digits beyond its decimals of {fact.decimals}; check the scale "
                "of the line.",
                fact,
                Severity.ERROR,
            )


def _deprecated(book: Book) -> Iterator[Finding]:
    first: dict[str, Fact] = {}
    for fact in book.report.facts:
        if fact.concept.prefix == "us-gaap" and isinstance(fact.value, Decimal):
            first.setdefault(fact.concept.local, fact)
    for concept, fact in first.items():
        element = book.index.get(concept)
        if element is not None and element.deprecated:
            yield remark(
                "EFM.6.05.42",
                f"{concept} is deprecated in {book.report.taxonomy}; map the line to what replaced it.",
                fact,
            )


def _extensions(book: Book) -> Iterator[Finding]:
    spans = {row.concept: row.span for _, _, _, row in book.rows()}
    for extension in book.report.extensions:
        if book.index.get(extension.name.local) is not None:
            yield Finding(
                Severity.WARNING,
                "EFM.6.07.16",
                f"{extension.name} has the name of a us-gaap concept; use that one, or name it otherwise.",
                spans.get(extension.name),
            )
        if extension.type == "xbrli:monetaryItemType" and not extension.balance and not extension.abstract:
            yield Finding(
                Severity.WARNING,
                "EFM.6.08.11",
                f"{extension.name} is an amount of money with neither debit nor credit balance; its place in the "
                "statement should tell which.",
                spans.get(extension.name),
            )


def _presented(book: Book) -> Iterator[Finding]:
    """EFM 6.12.03: what has a fact has a place in a presentation."""
    shown = {row.concept for _, _, _, row in book.rows()}
    for fact in book.report.facts:
        if fact.concept.prefix != "dei" and fact.concept not in shown:
            yield remark("EFM.6.12.03", f"{fact.concept} stands in no statement.", fact, Severity.ERROR)


def _members(book: Book) -> Iterator[Finding]:
    """EFM 6.12.03, too: the members of a fact stand in the table of a statement that shows its concept."""
    tables = [({row.concept for row in statement.rows}, statement.table) for statement in book.report.statements]
    for fact in book.report.facts:
        members = book.report.scope_of(fact).members
        if members and not any(
            fact.concept in concepts and table is not None and all(_allows(table, each) for each in members)
            for concepts, table in tables
        ):
            named = ", ".join(str(each.member) for each in members)
            yield remark(
                "EFM.6.12.03", f"{fact.concept} of {named} stands in no statement's table.", fact, Severity.ERROR
            )


def _allows(table: Table, each: Member) -> bool:
    return any(axis.name == each.axis and each.member in axis.members for axis in table.axes)


def _labels(book: Book) -> Iterator[Finding]:
    standard: Counter[str] = Counter()
    for label in book.report.labels:
        if len(label.text) > _LONGEST_LABEL:
            yield remark(
                "EFM.6.10.06",
                f"The label of {label.concept} has {len(label.text)} characters, more than {_LONGEST_LABEL}; its "
                "caption may have taken in a paragraph.",
            )
        if label.text != label.text.strip() or not label.text:
            yield remark("EFM.6.10.08", f"The label of {label.concept} is empty or has spaces at its ends.")
        if label.role == "standard":
            standard[label.text] += 1
    for text, count in standard.items():
        if count > 1:
            yield remark("EFM.6.10.04", f"{count} concepts have the standard label {text!r}.")
