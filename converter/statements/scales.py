"""The scale of each statement; one that states none takes what the rest of the document says, with a finding.

Evidence, best first: another table with a scale that prints the same figures; the other statements; amounts in prose
("sales of $26.4 million" beside a printed 26,412).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from converter.arithmetic import Figure, agree, in_units
from converter.findings import Finding, Severity
from converter.grammars.scales import SCALE, worth
from converter.statements.amounts import read_amount
from converter.statements.scale import Scale, read_scale
from converter.statements.select import Selected
from converter.tables.table import Table

_MIN_REPEATED = 3
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+")
_PROSE = re.compile(rf"\$\s?(?P<digits>\d{{1,4}}(?:\.\d{{1,3}})?)\s+(?P<word>{SCALE})\b", re.I)
_MIN_PROSE = 2
"""Amounts in prose that have to agree with printed figures."""
_WHOLE = 100_000_000
"""Amounts of nine digits and more are printed in full dollars."""


def find_scales(text: str, chosen: Sequence[Selected], tables: Sequence[Table], findings: list[Finding]) -> list[Scale]:
    """The scale of each of the chosen statements.

    Args:
        text: the document's, for the amounts in its prose.
        tables: all of the document.
    """
    stated = [read_scale(scale_lines(candidate.table)) for candidate in chosen]
    near = [scale or _where_repeated(each.table, tables) for scale, each in zip(stated, chosen, strict=True)]
    common = _agreed(stated) or _agreed(near)
    scales: list[Scale] = []
    for candidate, printed, likely in zip(chosen, stated, near, strict=True):
        if printed is not None:
            scales.append(printed)
            continue
        inferred = likely or common or _from_prose(text, candidate.table)
        if inferred is not None and inferred.money > 1 and not _looks_whole(candidate):
            message = f"No scale is printed; that of the rest of the document (1 = {inferred.money:,}) was taken."
            findings.append(Finding(Severity.WARNING, "statements.scale-inferred", message, candidate.table.span))
            scales.append(replace(inferred, stated=False))
        else:
            message = "No scale is printed; the amounts were taken to be in full units."
            findings.append(Finding(Severity.INFO, "statements.scale-none", message, candidate.table.span))
            scales.append(Scale())
    return scales


def scale_lines(table: Table) -> list[str]:
    """The lines that may state the scale, nearest to the figures first."""
    head = [piece.text for line in table.head for piece in line]
    above = [text.text for text in table.above if len(text.text) < 200]
    first = [row.stub for row in table.rows[:3] if row.stub and not row.cells]
    return first + head[::-1] + above[::-1]


def _agreed(scales: Sequence[Scale | None]) -> Scale | None:
    """The one scale that all of them state."""
    stated = [scale for scale in scales if scale is not None]
    return stated[0] if stated and len({scale.money for scale in stated}) == 1 else None


def _where_repeated(table: Table, tables: Sequence[Table]) -> Scale | None:
    """The scale of other tables that print at least a few of the same large figures, if they agree."""
    own = _large_figures(table)
    return _agreed(
        [
            read_scale(scale_lines(other))
            for other in tables
            if other is not table and len(own & _large_figures(other)) >= _MIN_REPEATED
        ]
    )


def _large_figures(table: Table) -> set[str]:
    return {found[0] for row in table.rows for cell in row.cells if (found := _FIGURE.search(cell.text))}


def _from_prose(text: str, table: Table) -> Scale | None:
    """The scale in which printed figures are amounts that the prose names; None unless one alone is."""
    amounts = set(_prose_amounts(text))
    figures = {Decimal(figure.replace(",", "")) for figure in _large_figures(table)}
    fitting = {
        factor
        for factor in (1, 1_000, 1_000_000)
        if sum(any(agree(Figure(figure * factor, None), amount) for figure in figures) for amount in amounts)
        >= _MIN_PROSE
    }
    factor = fitting.pop() if len(fitting) == 1 else None
    return Scale(factor, factor) if factor else None


def _prose_amounts(text: str) -> Iterator[Figure]:
    """Amounts with three digits at least, in dollars."""
    for found in _PROSE.finditer(text):
        digits = found["digits"]
        if len(digits.replace(".", "").lstrip("0")) > 2:
            yield Figure(*in_units(worth(found["word"]), Decimal(digits), len(digits.partition(".")[2])))


def _looks_whole(candidate: Selected) -> bool:
    values = [read_amount(cell.text) for row in candidate.table.rows for cell in row.cells]
    return any(number is not None and abs(number.value) >= _WHOLE for number in values)
