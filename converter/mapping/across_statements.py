"""What the statements of one document say to each other: the same caption and figures are the same thing."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from decimal import Decimal

from converter.mapping.candidates import Candidate
from converter.mapping.rows import Frame
from converter.mapping.trace import Trace
from converter.terms import Kind, Period

_ORDER = (Kind.INCOME, Kind.CASH_FLOW, Kind.COMPREHENSIVE_INCOME, Kind.EQUITY)

AGREED = "across-statements:results"
"""The rule of a result that is named as the income statement names it."""

Rows = list[list[Candidate]]


def agree(read: Sequence[tuple[Frame, Rows, Trace]], results: Container[str]) -> None:
    """Put the name that the income statement gives to its results first in the other statements.

    Only results are carried over: a figure of the cash flow that repeats one of the income statement under the same
    caption is the same fact for them, while elsewhere equal figures have different concepts (a gain, and its reversal).

    Args:
        results: the concepts of results.
    """
    known: dict[tuple[Period, Decimal], set[str]] = {}
    for kind in _ORDER:
        for frame, rows, trace in read:
            if frame.statement.kind is kind:
                _carry(frame, rows, trace, results, known)


def _carry(
    frame: Frame,
    rows: Rows,
    trace: Trace,
    results: Container[str],
    known: dict[tuple[Period, Decimal], set[str]],
) -> None:
    for row, found in enumerate(rows):
        if not found or found[0].concept not in results:
            continue
        amounts = frame.statement.items[row].amounts
        figures = [(amount.period, amount.value) for amount in amounts if amount.period is not None and amount.value]
        if frame.statement.kind is Kind.INCOME:
            for figure in figures:
                known.setdefault(figure, set()).add(found[0].concept or "")
        elif figures and all(figure in known for figure in figures):
            named = set.intersection(*(known[figure] for figure in figures))
            if len(named) == 1:
                rows[row] = _named(found, *named)
                if rows[row][0].concept != found[0].concept:
                    reason = "the income statement prints the same figures as this"
                    trace.note(row, "agreement", rows[row][0].concept, reason)


def _named(found: Sequence[Candidate], concept: str) -> list[Candidate]:
    """The candidates with the one of this name first, if it is among them, and clearly so: figures prove it."""
    proven = [
        replace(each, share=max(each.share, found[0].share), rule=each.rule if each is found[0] else AGREED)
        for each in found
        if each.concept == concept
    ]
    return [*proven, *(each for each in found if each.concept != concept)]
