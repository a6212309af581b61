"""Choosing among candidates for a whole statement: one concept stands for one figure in one period."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from converter.mapping.candidates import Candidate
from converter.mapping.rows import Frame
from converter.statements.statement import Item, Role
from converter.terms import Kind, Period

Figures = dict[tuple[object, ...], Decimal]


def settle(frame: Frame, rows: Sequence[Sequence[Candidate]]) -> list[list[Candidate]]:
    """Each row's candidates again, the chosen one first. The clearest rows choose first; what they took is taken.

    A row whose candidates are all taken has none left and becomes an extension. Rows that print the same figures may
    share a concept, and so may a company's statements of changes in equity, whose columns this program does not read.
    """
    taken: dict[str, list[Figures]] = {}
    settled: list[list[Candidate]] = [list(found) for found in rows]
    if frame.statement.kind is Kind.EQUITY:
        return settled
    for row in sorted(range(len(rows)), key=lambda row: (-_clarity(rows[row]), row)):
        figures = _figures(frame, row)
        free = [
            each
            for each in rows[row]
            if each.concept is None or not any(_clash(figures, other) for other in taken.get(each.concept, ()))
        ]
        settled[row] = free
        if free and free[0].concept is not None:
            taken.setdefault(free[0].concept, []).append(figures)
    return settled


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
        figures[key if item.role is not Role.PARENTHETICAL else (*key, "inside")] = abs(amount.value)
    return figures


def _clash(one: Figures, other: Figures) -> bool:
    return any(other.get(key, value) != value for key, value in one.items())
