"""One concept stands for one figure in one scope: who may have which, first in each statement, then between them.

In a statement the clearest rows choose first, and a row whose concept is taken gets the next that is free. Between the
statements of a document signs are known, and nothing is left to choose: where two rows have the same concept with
different values, either they are different things, and the less sure one becomes an extension; or the same thing is
printed twice and the prints differ, and both keep it (the more authoritative print is written, with a finding).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from converter.mapping.candidates import Candidate
from converter.mapping.ledger import Ledger
from converter.mapping.line_items import LineItem, line_items
from converter.mapping.rows import Frame
from converter.mapping.trace import Trace
from converter.statements.statement import Item, Role, Statement
from converter.terms import Decision, Kind, Period

TAKEN = "assignment:taken"
"""The rule of a row that is an extension since another has its concept."""

Key = tuple[object, ...]
"""A period, or what stands for one."""

Figures = dict[Key, Decimal]
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
        figures = _figures(frame, row)
        free = [each for each in rows[row] if _holder(each.concept, figures, taken) is None]
        assigned[row] = free
        if free and free[0].concept is not None:
            taken.setdefault(free[0].concept, {}).update((key, (value, row)) for key, value in figures.items())
        if rows[row] and free[:1] != rows[row][:1]:
            wanted = rows[row][0].concept
            holder = _holder(wanted, figures, taken)
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
    prints = _Prints(statements)
    for line in by_authority(line_items(statements, decisions), statements):
        concept = line.decision.concept
        if concept is None:
            continue
        confirmed, contradicted = ledger.compare(concept, line, line.decision.sign)
        if contradicted and confirmed <= len(contradicted) and not prints.has_like(concept, line):
            taken = line.decision.then("assignment", _has(concept, ledger.lines(concept)[0].item.caption), None)
            final[line.statement][line.row] = replace(
                taken, rule=TAKEN, confidence=round(1.0 - line.decision.confidence, 4)
            )
        else:
            ledger.enter(concept, line, line.decision.sign)
            prints.add(concept, line)
    return final


def by_authority(lines: Iterable[LineItem], statements: Sequence[Statement]) -> list[LineItem]:
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


def _has(concept: str | None, caption: str) -> str:
    return f"it would be {concept}, which {caption!r} has with other values"


def _clarity(found: Sequence[Candidate]) -> float:
    if not found:
        return 0.0
    return found[0].score + 0.3 * (found[0].score - (found[1].score if len(found) > 1 else 0.0))


def _figures(frame: Frame, row: int) -> Figures:
    """What the row says, by period. A list of captions without figures says one thing per row, but for cash in
    a cash flow.
    """
    item: Item = frame.statement.items[row]
    if not frame.printed:
        return {("start" if "beginning" in frame.stubs[row].words else "end",): Decimal(row)}
    figures: Figures = {}
    for amount in item.amounts:
        period: Period | None = amount.period
        key: tuple[object, ...] = (amount.column,) if period is None else (period.start, period.end)
        figures[key if item.role is not Role.PARENTHETICAL else (*key, "parenthetical")] = abs(amount.value)
    return figures


def _holder(concept: str | None, figures: Figures, taken: dict[str, Holders]) -> int | None:
    """The row that has the concept with another figure of a period, if any."""
    held = taken.get(concept, {}) if concept is not None else {}
    return next((held[key][1] for key, value in figures.items() if key in held and held[key][0] != value), None)


class _Prints:
    """In which statements lines of a kind of statement, or of a caption, state a concept."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._of: dict[tuple[str, Kind | str], set[int]] = {}

    def add(self, concept: str, line: LineItem) -> None:
        for like in self._likes(line):
            self._of.setdefault((concept, like), set()).add(line.statement)

    def has_like(self, concept: str, line: LineItem) -> bool:
        """Whether a line that contradicts others under its concept is another print of them, not another thing: a
        statement of the same kind, or a line of the same caption in another statement, states the concept.
        """
        return any(self._of.get((concept, like), set()) - {line.statement} for like in self._likes(line))

    def _likes(self, line: LineItem) -> tuple[Kind | str, str]:
        return self._statements[line.statement].kind, f"caption {_plain(line.item.caption)}"


def _plain(caption: str) -> str:
    return "".join(character for character in caption.lower() if character.isalpha())
