"""Tags: the one concept and sign of every line, once it is settled who may have which concept.

XBRL knows one value per concept and period. Where two lines decide for the same concept with different values, either
they are different things, and the less sure one becomes an extension; or the same thing is printed twice and the prints
differ, and the more authoritative print is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from converter.assembly.balances import sides
from converter.assembly.extensions import Extensions
from converter.assembly.ledger import Ledger
from converter.assembly.line_items import LineItem, Reading
from converter.findings import Finding, Severity
from converter.statements.statement import Role, Statement
from converter.taxonomy import Index
from converter.terms import Name

US_GAAP = "us-gaap"

RowKey = tuple[int, int]
"""A row: index of its statement, index of its item."""


@dataclass(frozen=True, slots=True)
class Tag:
    """What a row's printed amounts become: facts of a concept, times `sign`."""

    name: Name
    sign: int


def tag(
    lines: Sequence[LineItem],
    statements: Sequence[Statement],
    ledger: Ledger,
    extensions: Extensions,
    index: Index,
    findings: list[Finding],
) -> dict[RowKey, Tag]:
    """Enters all lines into the ledger and returns the tag of each."""
    standard, others = _standard(lines, statements, ledger, findings)
    tags = {(line.statement, line.row): Tag(Name(US_GAAP, line.concept or ""), line.decision.sign) for line in standard}
    own = sorted(others, key=lambda line: (line.statement, line.row))
    # Balances are settled last, when it is known which lines are extensions.
    settled = sides([*standard, *own], statements, index)
    for line in own:
        place = (line.statement, line.row)
        name, sign = extensions.of_line(line, settled[place], statements[line.statement].kind)
        _enter(ledger, name, line, sign, findings)
        tags[place] = Tag(name, sign)
    return tags


def _standard(
    lines: Sequence[LineItem], statements: Sequence[Statement], ledger: Ledger, findings: list[Finding]
) -> tuple[list[LineItem], list[LineItem]]:
    """The lines that get the us-gaap concept they were decided for, now in the ledger, and all others."""
    standard = []
    others = [line for line in lines if line.concept is None]
    for line in _by_authority(lines, statements):
        if line.concept is None:
            continue
        name = Name(US_GAAP, line.concept)
        confirmed, contradicted = ledger.compare(name, line, line.decision.sign)
        if contradicted and not _same_thing(line, ledger.lines(name), confirmed, len(contradicted), statements):
            findings.append(_demoted(line, ledger.lines(name)))
            others.append(replace(line, concept=None))
            continue
        _enter(ledger, name, line, line.decision.sign, findings)
        standard.append(line)
    return standard, others


def _by_authority(lines: Iterable[LineItem], statements: Sequence[Statement]) -> list[LineItem]:
    """Rows before numbers inside captions, surer before less sure, then better footed statements before worse."""

    footed = [_footed(statement) for statement in statements]

    def rank(line: LineItem) -> tuple[bool, float, float, int, int]:
        return (
            line.item.role is Role.PARENTHETICAL,
            -round(line.decision.confidence, 1),
            -footed[line.statement],
            line.statement,
            line.row,
        )

    return sorted(lines, key=rank)


def _footed(statement: Statement) -> float:
    """How much of a statement foots, as far as it could fail to: the share of the totals that the print calls so."""
    made = {one.total for one in statement.sums}
    called = statement.called_totals
    return sum(row in made for row in called) / len(called) if called else 0.0


def _same_thing(
    line: LineItem, others: Sequence[LineItem], confirmed: int, contradicted: int, statements: Sequence[Statement]
) -> bool:
    """Whether a line that contradicts others under its concept is another print of them, not another thing."""
    if confirmed > contradicted:
        return True
    return any(
        other.statement != line.statement
        and (
            statements[other.statement].kind is statements[line.statement].kind
            or _plain(other.item.caption) == _plain(line.item.caption)
        )
        for other in others
    )


def _plain(caption: str) -> str:
    return "".join(character for character in caption.lower() if character.isalpha())


def _demoted(line: LineItem, others: Sequence[LineItem]) -> Finding:
    return Finding(
        Severity.INFO,
        "mapping.concept-taken",
        f"{line.item.caption!r} would be {line.concept}, which {others[0].item.caption!r} has with other values; "
        "it becomes an extension.",
        line.item.span,
    )


def _enter(ledger: Ledger, name: Name, line: LineItem, sign: int, findings: list[Finding]) -> None:
    for reading in ledger.enter(name, line, sign):
        findings.append(_contradiction(ledger, name, reading))


def _contradiction(ledger: Ledger, name: Name, reading: Reading) -> Finding:
    known = ledger.best(name, reading.scope)
    printed = known.reading.amount.printed if known else ""
    return Finding(
        Severity.WARNING,
        "mapping.contradiction",
        f"{name} at {reading.period.end} is printed as {reading.amount.printed} here and as {printed} elsewhere; "
        f"{printed} is written.",
        reading.amount.span,
    )
