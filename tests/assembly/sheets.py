"""Statements of two years to assemble, and what a report says of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from converter.options import Options
from converter.report import Extension, Report
from converter.sources.document import Header
from converter.statements.statement import Sum
from converter.terms import Kind, Period
from tests import sample
from tests.sample import Row, Sheet

YEAR_99, YEAR_98 = Period(date(1999, 12, 31), date(1999, 1, 1)), Period(date(1998, 12, 31), date(1998, 1, 1))
END_99, END_98 = Period(date(1999, 12, 31)), Period(date(1998, 12, 31))


def balance(
    *rows: Row, sums: tuple[Sum, ...] = (), title: str = "BALANCE SHEETS", called_totals: tuple[int, ...] = ()
) -> Sheet:
    return Sheet(Kind.BALANCE_SHEET, title, (END_99, END_98), rows, sums, called_totals)


def income(*rows: Row, sums: tuple[Sum, ...] = (), title: str = "STATEMENTS OF INCOME") -> Sheet:
    return Sheet(Kind.INCOME, title, (YEAR_99, YEAR_98), rows, sums)


def cash_flow(*rows: Row, sums: tuple[Sum, ...] = ()) -> Sheet:
    return Sheet(Kind.CASH_FLOW, "STATEMENTS OF CASH FLOWS", (YEAR_99, YEAR_98), rows, sums)


def report_of(*sheets: Sheet, options: Options | None = None, **header: object) -> Report:
    source = sample.document(sample.text_of(*sheets), header=Header(**header))  # type: ignore[arg-type]
    return sample.report(source, sheets=sheets, options=options)


def values(report: Report, concept: str) -> list[Decimal | str]:
    """The values of a concept in the order of the report."""
    return [fact.value for fact in report.facts if concept in (str(fact.concept), fact.concept.local)]


def extension(report: Report, local: str) -> Extension:
    return next(own for own in report.extensions if own.name.local == local)


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]
