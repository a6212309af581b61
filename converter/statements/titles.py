"""The lines above a table that may speak of its periods: the statement's title, and what stands under it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.grammars.months import MONTH
from converter.grammars.years import YEAR
from converter.statements.classify import title_kinds
from converter.tables.table import Table

_LONGEST = 130
"""Characters of a line that is no prose; titles set in one cell with dates and scale are longer."""

_LINES = 8
"""Lines that a title has at most, with the names, dates and scales under it."""

_WITHOUT_TITLE = 4
"""Lines that are looked at where none names a statement."""

_DATE = re.compile(rf"\W*{MONTH}\.?\s+[0-9]{{1,2}},?\s+{YEAR}\W*(?:\bexcept\b.*)?", re.I)
_PERIODS = re.compile(
    rf"(?:for the )?(?:fiscal )?(?:\w+ )?(?:years?|months|weeks|quarters?) (?:ended|ending) {MONTH}\.? [0-9]{{1,2}}:?",
    re.I,
)
"""A row that is of the head."""
_SIGNED = re.compile(r"/s/|\bL\.?L\.?P\b|\b(?:accountants|auditors)\b", re.I)
_PLACE = re.compile(r"(?!.*\b(?:Inc|Corp|Co|Ltd|Company)\b)[A-Z][a-z][A-Za-z. ]*, [A-Z][a-z][A-Za-z. ]*")


def title_text(table: Table) -> str:
    """The title and what stands between it and the figures; where no line is a title, the nearest lines."""
    lines = [line for line in lines_above(table) if len(line) < _LONGEST or _is_long_title(line)][-_LINES:]
    titled = [at for at, line in enumerate(lines) if title_kinds(line)]
    return " \n".join([*(lines[titled[-1] :] if titled else lines[-_WITHOUT_TITLE:]), *_opening(table)])


def _opening(table: Table) -> list[str]:
    """The first row, where it says of what periods the columns are ("Fiscal years ended April 30")."""
    return [row.stub for row in table.rows[:1] if not row.cells and _PERIODS.fullmatch(row.stub)]


def lines_above(table: Table) -> Iterator[str]:
    """The lines above a table, but for the day on which the report before it was signed, which is the end of no period:
    a date alone that a signature, a firm or a place is printed above, and no title in between.
    """
    signed = False
    for text in table.above:
        if title_kinds(text.text):
            signed = False
        elif _SIGNED.search(text.text) or _PLACE.fullmatch(text.text):
            signed = True
        elif signed and _DATE.fullmatch(text.text):
            continue
        yield text.text


def _is_long_title(line: str) -> bool:
    """Whether a long line is a title: words with capitals, but for the small ones."""
    words = [word for word in line.split() if word[0].isalpha()]
    return bool(title_kinds(line)) and sum(word[0].isupper() for word in words) * 2 > len(words)
