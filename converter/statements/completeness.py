"""Which statements a document should have and has, and the figures that its statements share.

A balance sheet balances, the income statement ends in the net income that the cash flow statement begins with, and the
cash flow statement in the cash of the balance sheet. Where one does not hold, a column, a scale or a date was misread,
a line is missing, or the print itself is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from converter.findings import Finding, Severity
from converter.span import Span
from converter.statements.keys import Key, KeyFigures, agree, key_figures, lines_of, same_figure
from converter.statements.left_out import LEFT_OUT
from converter.statements.statement import Basis, Statement
from converter.terms import TITLES, Kind, Period
from converter.terms.completeness import Completeness, Identity
from converter.terms.period import NEARLY
from converter.wording import counted

_INCOME = frozenset({Kind.INCOME, Kind.COMPREHENSIVE_INCOME})
_BALANCES = "total assets = liabilities and equity"
_NET_INCOME = "net income of the income statement = that of the cash flow statement"
_CASH = "cash of the balance sheet = cash at the end of the cash flow statement"


def completeness(expected: Sequence[Kind], statements: Sequence[Statement]) -> Completeness:
    """What is missing of the expected kinds, and the identities of the statements that came out."""
    kinds = {statement.kind for statement in statements}
    missing = tuple(kind for kind in expected if not kinds & (_INCOME if kind in _INCOME else {kind}))
    keys = {kind: _keys(kind, statements) for kind in Kind}
    income = {**keys[Kind.COMPREHENSIVE_INCOME], **keys[Kind.INCOME]}
    identities = (
        _balance(statements),
        _shared(_NET_INCOME, Key.NET_INCOME, income, keys[Kind.CASH_FLOW]),
        _shared(_CASH, Key.CASH, keys[Kind.BALANCE_SHEET], keys[Kind.CASH_FLOW]),
    )
    return Completeness(tuple(expected), missing, tuple(one for one in identities if one.asked))


def _keys(kind: Kind, statements: Sequence[Statement]) -> KeyFigures:
    found: dict[tuple[Key, Period], frozenset[Decimal]] = {}
    for statement in statements:
        if statement.kind is kind:
            for key, values in key_figures(kind, lines_of(statement)).items():
                found[key] = found.get(key, frozenset()) | values
    return found


def _shared(name: str, key: Key, some: KeyFigures, others: KeyFigures) -> Identity:
    """In how many of the periods of both a key figure is the same."""
    both = [at for at in some.keys() & others.keys() if at[0] is key]
    return Identity(name, sum(bool(agree({at: some[at]}, {at: others[at]})) for at in both), len(both))


def _balance(statements: Sequence[Statement]) -> Identity:
    """In how many columns of balance sheets total assets are what is claimed of them."""
    asked = [equal for one in statements if one.kind is Kind.BALANCE_SHEET for equal in _balances(one)]
    return Identity(_BALANCES, sum(asked), len(asked))


def _balances(statement: Statement) -> Iterator[bool]:
    """For each column that prints both totals, whether they are equal.

    A total without a caption may be the one that is not called by name, and so may a subtotal of what depreciation is
    taken off, larger than all assets: one of them has to be the same. Where neither total has a name, the largest of
    all or the last has to stand twice.
    """
    named = key_figures(statement.kind, lines_of(statement))
    nameless: dict[Period, list[Decimal]] = {}
    for caption, values in lines_of(statement):
        for period, value in values if not caption else ():
            nameless.setdefault(period, []).append(value)
    for period in nameless.keys() | {period for _, period in named}:
        assets, claims = (named.get((key, period), frozenset()) for key in (Key.TOTAL_ASSETS, Key.CLAIMS))
        closing = nameless.get(period, [])
        if assets or claims:
            some, others = (assets or claims), (claims or closing if assets else closing)
            if others:
                yield any(same_figure(one, other) for one in some for other in others)
        elif len(closing) > 1:
            marks = (max(closing, key=abs), closing[-1])
            yield any(sum(same_figure(one, mark) for one in closing) > 1 for mark in marks)


_OF_STATEMENTS = frozenset({"statements.missing", "statements.identity", "statements.dates-apart"})


def incomplete(found: Completeness, statements: Sequence[Statement], left_out: Iterable[Finding]) -> Iterator[Finding]:
    """A warning for what is missing, for what does not hold, and for a balance sheet of another day than the rest.

    Args:
        left_out: the tables like statements that were not taken.
    """
    lines = [finding.span for finding in left_out if finding.span]
    for kind in found.missing:
        name = TITLES[kind].lower()
        hint = f"; {counted(len(lines), 'table')} like statements were left out" if lines else ""
        message = f"The document's form lets expect {name}, and none came out{hint}."
        yield Finding(Severity.WARNING, "statements.missing", message, lines[0] if lines else None)
    for identity in found.identities:
        if identity.holds < identity.asked:
            kind = Kind.BALANCE_SHEET if identity.name == _BALANCES else Kind.CASH_FLOW
            periods = f"{identity.asked - identity.holds} of {identity.asked} periods"
            message = f"In {periods} it does not hold: {identity.name}. A column, a scale or a date may be misread."
            yield Finding(Severity.WARNING, "statements.identity", message, _place(kind, statements))
    yield from _dates_apart(statements)


def said_anew(findings: Iterable[Finding], found: Completeness, statements: Sequence[Statement]) -> list[Finding]:
    """The findings, those of `incomplete` as they are of statements that were read another way."""
    kept = [finding for finding in findings if finding.code not in _OF_STATEMENTS]
    left_out = [finding for finding in kept if finding.code == LEFT_OUT]
    return [*kept, *incomplete(found, statements, left_out)]


def _place(kind: Kind, statements: Sequence[Statement]) -> Span | None:
    return next((statement.span for statement in statements if statement.kind is kind), None)


def _dates_apart(statements: Sequence[Statement]) -> Iterator[Finding]:
    """A balance sheet whose latest day is not the end of the latest period."""
    sheets, flows = (
        [one for one in statements if (one.kind is Kind.BALANCE_SHEET) is wanted] for wanted in (True, False)
    )
    days, ends = _ends(sheets), _ends(flows)
    if days and ends and abs(max(days) - max(ends)) > timedelta(NEARLY):
        message = f"The latest balance sheet is of {max(days)}, the latest period ends on {max(ends)}."
        yield Finding(Severity.WARNING, "statements.dates-apart", message, sheets[0].span)


def _ends(statements: Sequence[Statement]) -> list[date]:
    return [
        one.period.end
        for statement in statements
        for one in statement.columns
        if one.period and one.basis is Basis.GAAP
    ]
