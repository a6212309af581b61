"""Tags: the concept and sign of every line, us-gaap's as decided, and the company's own for all others.

XBRL knows one value per concept and period. Where the same thing is printed twice and a print differs, the more
authoritative print is written. Rows that differ wherever they could agree have been given concepts of the company's own
before (`mapping/assignment`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from converter.assembly.balances import sides
from converter.assembly.extensions import Extensions
from converter.findings import Finding, Severity
from converter.mapping.assignment import by_authority
from converter.mapping.ledger import Ledger
from converter.mapping.line_items import LineItem
from converter.statements.readings import Reading
from converter.statements.statement import Role, Statement
from converter.taxonomy import Index
from converter.terms import Decision, Name

US_GAAP = "us-gaap"

RowKey = tuple[int, int]
"""A row: index of its statement, index of its item."""


@dataclass(frozen=True, slots=True)
class Tag:
    """What a row's printed amounts become: facts of a concept, with the decision's sign."""

    name: Name
    decision: Decision

    @property
    def sign(self) -> int:
        return self.decision.sign


def tag(
    lines: Sequence[LineItem],
    statements: Sequence[Statement],
    ledger: Ledger[Name],
    extensions: Extensions,
    index: Index,
    findings: list[Finding],
) -> dict[RowKey, Tag]:
    """Enters all lines into the ledger and returns the tag of each."""
    findings.extend(_refused(lines))
    standard = [line for line in by_authority(lines, statements) if line.decision.concept is not None]
    own = [line for line in lines if line.decision.concept is None]
    tags = {}
    for line in standard:
        name = Name(US_GAAP, line.decision.concept or "")
        _enter(ledger, name, line, findings)
        tags[line.statement, line.row] = Tag(name, line.decision)
    # Balances are settled last, when it is known which lines are extensions.
    settled = sides([*standard, *own], statements, index)
    totals = _totals(statements)
    for line in own:
        place = (line.statement, line.row)
        total = tags.get(totals.get(place, place))
        wider = total.name.local if total and total.name.prefix == US_GAAP else None
        name, sign, reason = extensions.of_line(line, settled[place], statements[line.statement].kind, wider)
        if sign != line.decision.sign:
            line = replace(line, decision=line.decision.then("balance", reason, None, sign))
        _enter(ledger, name, line, findings)
        tags[place] = Tag(name, line.decision)
    return tags


def _totals(statements: Sequence[Statement]) -> dict[RowKey, RowKey]:
    """The row of the first total that each row is added to. What is subtracted, or a total itself (income before taxes
    in net income), is no narrower than what it makes.
    """
    found: dict[RowKey, RowKey] = {}
    for at, statement in enumerate(statements):
        for one in statement.sums:
            for row, weight in one.parts:
                if weight > 0 and statement.items[row].role is not Role.TOTAL:
                    found.setdefault((at, row), (at, one.total))
    return found


def _refused(lines: Iterable[LineItem]) -> Iterator[Finding]:
    """The rows that have a concept of the company's own since the one they were meant for is unfit, taken by another
    thing, or printed elsewhere with other figures.
    """
    codes = {
        "fit": (Severity.INFO, "mapping.concept-unfit"),
        "assignment": (Severity.INFO, "mapping.concept-taken"),
        "agreement": (Severity.WARNING, "mapping.contradiction"),
    }
    for line in lines:
        decisive = line.decision.decisive
        if decisive is not None and decisive.concept is None and decisive.stage in codes:
            message = f"{line.item.caption!r}: {decisive.reason}; it becomes an extension."
            severity, code = codes[decisive.stage]
            span = line.readings[0].amount.span if severity is Severity.WARNING else line.item.span
            yield Finding(severity, code, message, span)


def _enter(ledger: Ledger[Name], name: Name, line: LineItem, findings: list[Finding]) -> None:
    for reading in ledger.enter(name, line, line.decision.sign):
        findings.append(_contradiction(ledger, name, reading))


def _contradiction(ledger: Ledger[Name], name: Name, reading: Reading) -> Finding:
    known = ledger.best(name, reading.scope)
    printed = known.reading.amount.printed if known else ""
    return Finding(
        Severity.WARNING,
        "mapping.contradiction",
        f"{name} at {reading.period.end} is printed as {reading.amount.printed} here and as {printed} elsewhere; "
        f"{printed} is written.",
        reading.amount.span,
    )
