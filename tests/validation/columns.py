"""Statements of the company's own concepts, written as they are printed: a caption, and a number for each column."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from converter.terms import Kind, Period
from converter.validation.checks import sums
from tests.validation.small import BEFORE, EARLIER, END, Row, Sheet, messages, report, told

COLUMNS = (END, BEFORE, EARLIER)
Printed = tuple[Any, ...]
"""A caption and a number, in thousands, for each column; None for a blank."""


def row(printed: Printed | Row) -> Row:
    """The row of a concept of the company's own, which has neither debit nor credit balance."""
    if isinstance(printed, Row):
        return printed
    caption, *amounts = printed
    words = "".join(filter(str.isalnum, caption.title()))
    return Row(f"elm:{words}", values(*amounts), caption)


def values(*amounts: float | None) -> dict[Period, int]:
    return {period: round(each * 1000) for period, each in zip(COLUMNS, amounts, strict=False) if each is not None}


def of(concept: str, printed: Printed, **other: Any) -> Row:
    """The same for a concept of us-gaap."""
    return replace(row(printed), concept=concept, **other)


def sheet(*lines: Printed | Row, kind: Kind = Kind.BALANCE_SHEET) -> Sheet:
    return Sheet(kind, tuple(map(row, lines)))


def told_sums(*lines: Printed | Row, kind: Kind = Kind.BALANCE_SHEET) -> list[str]:
    """The captions and numbers that sums of the statement are told at."""
    found = told(sums.check, report(sheet(*lines, kind=kind)))
    return [each.removeprefix("DQC_0118 ") for each in found]


def said(*lines: Printed | Row, kind: Kind = Kind.BALANCE_SHEET) -> list[str]:
    return messages(sums.check, report(sheet(*lines, kind=kind)))
