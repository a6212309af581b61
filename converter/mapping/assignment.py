"""One concept stands for one figure in one scope: who may have which, first in each statement, then between them.

In a statement the clearest rows choose first, and a row whose concept is taken gets the next that is free. Between the
statements of a document signs are known, and nothing is left to choose: where two rows have the same concept with
different values, the less sure one becomes an extension, so that both are written; also where the same thing is printed
twice and the prints differ. Only where most of its figures are confirmed and others stand nowhere else a row keeps the
concept (the more authoritative print is written, with a finding). Figures that differ in their sign alone are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from converter.mapping.candidates import UNNAMED, Candidate
from converter.mapping.ledger import Ledger
from converter.mapping.line_items import LineItem, line_items
from converter.mapping.rows import Figures, Frame, Key
from converter.mapping.rows import figures as figures_of
from converter.mapping.trace import Trace
from converter.statements.statement import Role, Statement
from converter.terms import Decision, Kind

TAKEN = "assignment:taken"
"""The rule of a row that is an extension since another has its concept."""

Holders = dict[Key, tuple[Decimal, int]]
"""The figures that a concept has, each with the row that states it."""


def assign(frame: Frame, rows: Sequence[Sequence[Candidate]], trace: Trace) -> list[list[Candidate]]:
    """Each row's candidates again, the chosen one first. The clearest rows choose first; what they took is taken.

    A row whose candidates are all taken has none left and becomes an extension. Rows that print the same figures may
    share a concept, and so may a company's statements of changes in equity, whose columns this program does not read.
    """
    taken: dict[str, Holders] = {}
    assigned: list[list[Candidate]] = [list(found) for found in rows]
    if frame.statement.kind is Kind.EQUITY:
        return assigned
    for row in sorted(range(len(rows)), key=lambda row: (-_clarity(rows[row]), row)):
        figures = figures_of(frame, row)
        free = _free(rows[row], figures, taken)
        assigned[row] = free
        if free and free[0].concept is not None:
            taken.setdefault(free[0].concept, {}).update((key, (value, row)) for key, value in figures.items())
        wanted = rows[row][0].concept if rows[row] else None
        if wanted is not None and (not free or free[0].concept != wanted):
            holder = _holder(wanted, figures, taken)
            if free and free[0].rule == UNNAMED:
                free[0] = replace(free[0], rule=TAKEN)
            caption = frame.statement.items[holder].caption if holder is not None else ""
            trace.note(row, "assignment", free[0].concept if free else None, _has(wanted, caption))
    return assigned


def between(
    statements: Sequence[Statement], decisions: Sequence[Sequence[Decision | None]]
) -> list[list[Decision | None]]:
    """The decisions of a document with one value for each concept and period, by the authority of those who state it.

    Args:
        decisions: parallel to the statements and their items; None for headings.
    """
    final = [list(rows) for rows in decisions]
    ledger: Ledger[str] = Ledger()
    for line in by_authority(_turned(line_items(statements, decisions), statements), statements):
        decision, concept = line.decision, line.decision.concept
        if concept is None:
            continue
        if not _agrees(ledger, concept, line):
            decision = _own(line, ledger.lines(concept)[0], statements)
        final[line.statement][line.row] = decision
        if decision.concept is not None:
            ledger.enter(concept, line, decision.sign)
    return final


def _turned(lines: Sequence[LineItem], statements: Sequence[Statement]) -> Iterator[LineItem]:
    """The lines, those with the sign of the income statement that print its figures under its concept: there a loss
    is a loss, while a cash flow shows effects.
    """
    results: Ledger[str] = Ledger()
    for line in lines:
        if line.decision.concept and statements[line.statement].kind is Kind.INCOME:
            results.enter(line.decision.concept, line, line.decision.sign)
    for line in lines:
        decision = line.decision
        if decision.concept and statements[line.statement].kind is not Kind.INCOME:
            _, contradicted = results.compare(decision.concept, line, decision.sign)
            confirmed, otherwise = results.compare(decision.concept, line, -decision.sign)
            if contradicted and confirmed and not otherwise:
                reason = "the income statement has the same figures with this sign"
                line = replace(line, decision=decision.then("agreement", reason, decision.concept, -decision.sign))
        yield line


def _agrees(ledger: Ledger[str], concept: str, line: LineItem) -> bool:
    """Whether a line may have the concept: it contradicts nothing that has it, or is the same thing with a figure
    that differs (more of it is confirmed), and has figures that nothing else would state.
    """
    confirmed, contradicted = ledger.compare(concept, line, line.decision.sign)
    if not contradicted:
        return True
    known = sum(ledger.best(concept, reading.scope) is not None for reading in line.readings)
    return confirmed > len(contradicted) and known < len(line.readings)


def _own(line: LineItem, holder: LineItem, statements: Sequence[Statement]) -> Decision:
    """The decision as one for a concept of the company's own, with the sign that makes a print in brackets an amount.

    Args:
        holder: the line that has the concept. Of the same caption, or in another statement of the kind, it is another
            print of the same thing, and they do not agree; else it is another thing.
    """
    kind, other = statements[line.statement].kind, statements[holder.statement].kind
    like = line.statement != holder.statement and (kind is other or _plain(line) == _plain(holder))
    reason = _has(line.decision.concept, holder.item.caption)
    brackets = all(reading.amount.value <= 0 for reading in line.readings)
    sign = line.decision.sign if brackets else 1
    taken = line.decision.then("agreement" if like else "assignment", reason, None, sign)
    return replace(taken, rule=TAKEN, confidence=round(1.0 - line.decision.confidence, 4))


def by_authority(lines: Iterable[LineItem], statements: Sequence[Statement]) -> list[LineItem]:
    """Rows before numbers inside captions, surer before less sure, a cash flow, which repeats the others, after them,
    then better footed statements before worse.
    """
    footed = [_footed(statement) for statement in statements]

    def rank(line: LineItem) -> tuple[bool, float, bool, float, int, int]:
        return (
            line.item.role is Role.PARENTHETICAL,
            -round(line.decision.confidence, 1),
            statements[line.statement].kind is Kind.CASH_FLOW,
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


def _has(concept: str | None, caption: str) -> str:
    holder = repr(caption) if caption else "a row without a caption"
    return f"it would be {concept}, which {holder} has with other values"


def _clarity(found: Sequence[Candidate]) -> float:
    if not found:
        return 0.0
    return found[0].share + 0.3 * (found[0].share - (found[1].share if len(found) > 1 else 0.0))


def _free(found: Sequence[Candidate], figures: Figures, taken: dict[str, Holders]) -> list[Candidate]:
    """The candidates that no other row has, with all that the row's taken ones were worth."""
    free = [each for each in found if _holder(each.concept, figures, taken) is None]
    whole = sum(each.share for each in free)
    if len(free) == len(found) or not whole:
        return free
    return [replace(each, share=each.share / whole) for each in free]


def _holder(concept: str | None, figures: Figures, taken: dict[str, Holders]) -> int | None:
    """The row that has the concept with another figure of a period, if any."""
    held = taken.get(concept, {}) if concept is not None else {}
    return next((held[key][1] for key, value in figures.items() if key in held and held[key][0] != value), None)


def _plain(line: LineItem) -> str:
    return "".join(character for character in line.item.caption.lower() if character.isalpha())
