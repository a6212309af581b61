"""Tables that have the captions of a statement and are not the registrant's primary one: what each is called, and how
its titles and its rows tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from converter.tables.table import Row, Table
from converter.terms import Kind


class Lesser(StrEnum):
    """What a table is that is no primary statement; the values are words for a person."""

    PRO_FORMA = "pro forma figures"
    NON_GAAP = "non-GAAP figures or a reconciliation"
    SELECTED = "selected data or a summary"
    QUARTERLY = "quarterly data"
    SEGMENTS = "figures of segments"
    PARENT = "figures of the parent company alone"
    CONSOLIDATING = "figures of guarantors or other parts"
    SUPPLEMENTAL = "a supplemental statement"
    SCHEDULE = "a schedule or a computation"
    PERCENT = "percentages"
    OUTLOOK = "an outlook"
    OTHERS = "a summary of other companies"


_TITLES: Mapping[Lesser, re.Pattern[str]] = {
    lesser: re.compile(pattern, re.I)
    for lesser, pattern in {
        Lesser.PRO_FORMA: r"pro[\s-]*forma",
        Lesser.NON_GAAP: r"non[\s-]*gaap|reconciliation",
        Lesser.SELECTED: r"\bselected\b|\b(?:[0-9]{1,2}|three|five|six|seven|ten|eleven)[\s-]*year\b|"
        r"\bsummary\s+(?:of\s+)?(?:\w+\s+)?(?:financial|operating)|"
        r"\bfinancial\s+(?:summary|review)\b|\b(?:statistical|historical)\s+(?:summary|review)\b|"
        r"\bhighlights\b|financial\s+data\s+schedule|\bcash\s+flows?\s+summary\b|\bsummary\s+of\s+cash\s+flows?\b|"
        r"^(?!.*\bconsolidated\b).*\b(?:balance\s+sheets?|operations|income|earnings|cash\s+flows?|operating)\s+data",
        Lesser.QUARTERLY: r"\bquarterly\b(?!\s+report)|\bby\s+quarter\b",
        Lesser.SEGMENTS: r"\bsegment|\bgeographic|\bsectors?\s+(?:statements?|balance)\b",
        Lesser.PARENT: r"parent\s+(?:company|only)|registrant\s+only|condensed\s+financial\s+information\s+of",
        # A statement that is printed with consolidating details is judged by its columns.
        Lesser.CONSOLIDATING: r"\bguarantor|(?<!with )\bconsolidating\b|\beliminations\b",
        Lesser.SUPPLEMENTAL: r"\bsupplement(?:al|ary)\s+(?:\w+\s+){0,2}?(?:schedules?|statements?|balance)\b",
        Lesser.SCHEDULE: r"\bschedule\s+(?:i|ii|iii)\b|\b(?:computation|calculation)\s+of\b",
        Lesser.PERCENT: r"\bas\s+a\s+percent|\bpercentage\s+of\b",
        Lesser.OUTLOOK: r"\bbusiness\s+outlook\b",
        Lesser.OTHERS: r"\bsummari[sz]ed\b",
    }.items()
}
_LONGEST = 120
_NOTE = re.compile(r"notes?\s+\(?(?:[0-9]+|[a-z])\)?\s*[:.]", re.I)
"""How a note below the table before begins, which may speak of anything: `Note 7: Tax on the pro forma adjustments`."""
# Rows of a balance sheet, and ratios, that stand below the income of a summary and in no income statement.
_BESIDE_INCOME = re.compile(
    r"^total assets|^current assets|^working capital|^long[\s-]term (?:debt|obligations)|"
    r"^(?:total )?(?:stock|share)\w*['\u2019]?s?['\u2019]? ?(?:equity|investment)|"
    r"^(?:cash|inventor(?:y|ies)|property|book value)\b(?!.*\b(?:sold|sales|income|expense|taxes))|^return on|"
    r"^(?:current|debt) ratio|^number of (?:employees|stores)|^current ratio",
    re.I,
)
_MIN_BESIDE = 3


def titled_lesser(lines: Iterable[str]) -> Lesser | None:
    """What lesser table the first of the lines that names one does."""
    for line in lines:
        if len(line) < _LONGEST and not _NOTE.match(line):
            for lesser, pattern in _TITLES.items():
                if pattern.search(line):
                    return lesser
    return None


def lesser_by_rows(kind: Kind, rows: Sequence[Row]) -> Lesser | None:
    """A summary, where rows of a balance sheet or ratios stand among those of income."""
    if kind is not Kind.INCOME:
        return None
    beside = {row.stub.lower() for row in rows if row.cells and _BESIDE_INCOME.search(row.stub)}
    return Lesser.SELECTED if len(beside) >= _MIN_BESIDE else None


def is_of_income_alone(rows: Sequence[Row]) -> bool:
    """Whether no balance and no ratio stands among the rows of an income statement's data."""
    beside = any(row.cells and _BESIDE_INCOME.search(row.stub) for row in rows)
    return not beside and not any("%" in cell.text for row in rows for cell in row.cells)


def lines_over_all(table: Table) -> list[str]:
    """The pieces of the heads that are about the whole table: what stands over some of the columns is about those."""
    return [
        piece.text
        for line in table.head
        for piece in line
        if sum(piece.x0 < band.x1 and band.x0 < piece.x1 for band in table.columns) in (0, len(table.columns))
    ]
