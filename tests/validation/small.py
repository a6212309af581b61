"""Reports of an invented company with the few rows that a rule is about, and what rules say of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from converter.findings import Finding
from converter.knowledge import Knowledge, load_knowledge
from converter.report import (
    Context,
    Entity,
    Extension,
    Fact,
    LabelRole,
    PresentedRow,
    PresentedStatement,
    Report,
    Source,
    Summation,
)
from converter.span import Span
from converter.taxonomy import load_index
from converter.terms import Kind, Member, Name, Period, Scope
from converter.validation.checks.book import Book
from tests import sample

END, BEFORE, EARLIER = Period(date(1999, 12, 31)), Period(date(1998, 12, 31)), Period(date(1997, 12, 31))
YEAR, LAST, FIRST = (Period(date(year, 12, 31), date(year, 1, 1)) for year in (1999, 1998, 1997))
Q1, Q2, Q3, Q4 = (
    Period(date(1999, month, day), date(1999, month - 2, 1)) for month, day in ((3, 31), (6, 30), (9, 30), (12, 31))
)
Rule = Callable[[Book], Iterable[Finding]]


@dataclass(frozen=True)
class Row:
    """A row and its facts.

    Attributes:
        concept: a local name of us-gaap; with a prefix, `elm:Gifts`, the company's own.
        values: by period.
        caption: the concept if none is given.
        decimals: thousands, if nothing else is said.
    """

    concept: str
    values: Mapping[Period, int | str | Decimal] = field(default_factory=dict)
    caption: str = ""
    unit: str | None = "USD"
    decimals: int | None = -3
    label_role: LabelRole = "standard"
    abstract: bool = False
    parenthetical: bool = False
    members: tuple[Member, ...] = ()

    @property
    def name(self) -> Name:
        prefix, _, local = self.concept.rpartition(":")
        return Name(prefix or "us-gaap", local)


@dataclass(frozen=True)
class Sheet:
    """A statement; its columns are the periods of its rows, in the order they are met, if no others are given."""

    kind: Kind
    rows: tuple[Row, ...]
    sums: tuple[Summation, ...] = ()
    periods: tuple[Period, ...] | None = None
    title: str = "ELM BROTHERS"


def balance_sheet(*rows: Row, **other: Any) -> Sheet:
    return Sheet(Kind.BALANCE_SHEET, rows, **other)


def income(*rows: Row, **other: Any) -> Sheet:
    return Sheet(Kind.INCOME, rows, **other)


def cash_flow(*rows: Row, **other: Any) -> Sheet:
    return Sheet(Kind.CASH_FLOW, rows, **other)


def report(*sheets: Sheet, extensions: Sequence[Extension] = (), **other: Any) -> Report:
    """A report of the year 1999 that prints the sheets, one line for each row."""
    printed = _Print()
    statements = tuple(printed.statement(at, sheet) for at, sheet in enumerate(sheets))
    made = Report(
        sample.document(printed.text, name="elm.txt"),
        Entity("http://www.sec.gov/CIK", "0000123456", "Elm Brothers"),
        "us-gaap/2025",
        "elm",
        "http://www.elm.example/19991231",
        END.end,
        tuple(printed.contexts.values()),
        tuple(printed.facts.values()),
        tuple(extensions),
        statements,
    )
    return replace(made, **other)


class _Print:
    """The text as it grows, and the contexts and facts that it has so far."""

    def __init__(self) -> None:
        self.text = ""
        self.contexts: dict[Scope, Context] = {}
        self.facts: dict[tuple[Name, str], Fact] = {}

    def statement(self, at: int, sheet: Sheet) -> PresentedStatement:
        start = len(self.text)
        self.text += f"{sheet.title}\n"
        rows = tuple(self._row(at, number, row) for number, row in enumerate(sheet.rows))
        met = tuple(dict.fromkeys(period for row in sheet.rows for period in row.values))
        return PresentedStatement(
            sheet.kind,
            f"http://www.elm.example/role/{at}",
            f"{at:05} - Statement - {sheet.title}",
            sheet.title,
            Name("us-gaap", "StatementAbstract"),
            rows,
            sheet.sums,
            met if sheet.periods is None else sheet.periods,
            1000,
            Span(start, len(self.text)),
        )

    def _row(self, at: int, number: int, row: Row) -> PresentedRow:
        caption = row.caption or row.name.local
        span = self._printed(caption)
        for column, (period, value) in enumerate(row.values.items()):
            printed = value if isinstance(value, str) else f"{value:,}"
            self.text += "  "
            self._read(row, period, value, Source(self._printed(printed), printed, at, number, column))
        self.text += "\n"
        return PresentedRow(row.name, caption, row.label_role, 0, row.abstract, row.parenthetical, span)

    def _read(self, row: Row, period: Period, value: int | str | Decimal, source: Source) -> None:
        """A fact, or one more place of a fact that another row gives."""
        scope = Scope.of(period, row.members)
        context = self.contexts.setdefault(scope, Context(f"c{len(self.contexts)}", scope)).id
        number = value if isinstance(value, str) else Decimal(value)
        first = Fact(f"{row.name.local}-{context}", row.name, context, number, row.unit, row.decimals)
        known = self.facts.get((row.name, context), first)
        self.facts[row.name, context] = replace(known, sources=(*known.sources, source))

    def _printed(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))


def book(of: Report, members: tuple[Member, ...] = (), knowledge: Knowledge | None = None) -> Book:
    """The report's facts of a part as a rule sees them; without members those of the whole."""
    facts = [fact for fact in of.facts if of.scope_of(fact).members == members]
    whole = book(of, (), knowledge) if members else None
    return Book(of, load_index(of.taxonomy), knowledge or load_knowledge(of.taxonomy), members, facts, whole)


def told(rule: Rule, of: Report, members: tuple[Member, ...] = ()) -> list[str]:
    """What a rule finds: each code with the caption and number, or the caption, that it is told at."""
    return [f"{finding.code} {place(of, finding)}".strip() for finding in rule(book(of, members))]


def messages(rule: Rule, of: Report) -> list[str]:
    return [finding.message for finding in rule(book(of))]


def place(of: Report, finding: Finding) -> str:
    """What is printed where a finding is; empty for one that has no place."""
    if finding.span is None:
        return ""
    line = of.document.text.count("\n", 0, finding.span.start)
    caption = of.document.text.splitlines()[line].split("  ")[0]
    printed = of.document.text[finding.span.start : finding.span.end]
    return caption if printed.startswith(caption) else f"{caption} {printed}"
