"""The scale of each statement; one that states none takes what the rest of the document says, with a finding.

Evidence, best first: a line above the introduction to the table; another table with a scale that prints the same
figures; the other statements; amounts in prose ("sales of $26.4 million" beside a printed 26,412).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from converter.arithmetic import Figure, half_step, in_units
from converter.findings import Finding, Severity
from converter.grammars.scales import SCALE, worth
from converter.statements.amounts import read_amount
from converter.statements.candidate import Selected
from converter.statements.scale import Scale, read_scale
from converter.statements.section_scale import Sections
from converter.tables.table import Table, Text

_MIN_REPEATED = 3
_MIN_SHARED = 2
"""Figures that two statements print, beyond chance."""
_MOST_PRINTING = 20
"""Tables that print one figure."""
_FIGURE = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_PROSE = re.compile(rf"\$\s?(?P<digits>[0-9]{{1,4}}(?:\.[0-9]{{1,3}})?)\s+(?P<word>{SCALE})\b", re.I)
_MIN_PROSE = 2
"""Amounts in prose that have to agree with printed figures."""
_LONGEST_LINE = 200
"""Characters of a line that may state a scale; longer ones are prose."""
_WHOLE = 100_000_000
"""Amounts of nine digits and more are printed in full dollars."""


def find_scales(text: str, chosen: Sequence[Selected], tables: Sequence[Table], findings: list[Finding]) -> list[Scale]:
    """The scale of each of the chosen statements.

    Args:
        text: the document's, for the amounts in its prose.
        tables: all of the document.
    """
    sections = Sections(text, tables)
    stated = [
        _over_pages(read_scale(scale_lines(each.table)), each.table, findings) or sections.scale(each.table)
        for each in chosen
    ]
    repeats = _Repeats([] if all(stated) else tables)
    near = [scale or repeats.scale(each.table) for scale, each in zip(stated, chosen, strict=True)]
    common = _agreed(stated) or _agreed(near)
    prose = _Prose(_prose_amounts(text))
    findings.extend(_doubts(chosen, stated, prose))
    scales: list[Scale] = []
    for candidate, printed, likely in zip(chosen, stated, near, strict=True):
        if printed is not None:
            scales.append(printed)
            continue
        inferred = likely or common or prose.scale(candidate.table)
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
    first = [row.stub for row in table.rows[:3] if row.stub and not row.cells]
    return first + head[::-1] + _nearest_first(table.above)


def _doubts(chosen: Sequence[Selected], stated: Sequence[Scale | None], prose: _Prose) -> Iterator[Finding]:
    """Scales that are stated and can hardly be meant: other statements print the same figures in another one, or the
    prose names amounts that these figures are in another one.
    """
    figures = [_large_figures(candidate.table) for candidate in chosen]
    scales_of: dict[str, set[int]] = {}
    for scale, printed in zip(stated, figures, strict=True):
        for figure in printed if scale else ():
            scales_of.setdefault(figure, set()).add(scale.money if scale else 1)
    for candidate, scale, printed in zip(chosen, stated, figures, strict=True):
        if scale is None:
            continue
        spoken = prose.scale(candidate.table)
        if sum(len(scales_of[figure]) > 1 for figure in printed) >= _MIN_SHARED:
            other = "another statement prints the same figures in another scale"
        elif spoken is not None and spoken.money != scale.money:
            other = f"amounts in the text are these figures at 1 = {spoken.money:,}"
        else:
            continue
        message = f"The scale is stated as 1 = {scale.money:,}, but {other}; check which is meant."
        yield Finding(Severity.WARNING, "statements.scale-contradicted", message, candidate.table.span)


def _over_pages(first: Scale | None, table: Table, findings: list[Finding]) -> Scale | None:
    """The scale of a statement of several pages: that of its first, but shares as the page says that speaks of them."""
    later = [scale for lines in table.over_pages if (scale := read_scale(_nearest_first(lines)))]
    if first is None:
        return next(iter(later), None)
    if any(scale.money != first.money for scale in later):
        message = f"Pages of one statement state different scales; that of the first (1 = {first.money:,}) was taken."
        findings.append(Finding(Severity.WARNING, "statements.scales-differ", message, table.span))
        return first
    shares = next((scale.shares for scale in (first, *later) if scale.shares != scale.money), first.shares)
    return replace(first, shares=shares)


def _nearest_first(lines: Sequence[Text]) -> list[str]:
    return [text.text for text in reversed(lines) if len(text.text) < _LONGEST_LINE]


def _agreed(scales: Sequence[Scale | None]) -> Scale | None:
    """The one scale that all of them state."""
    stated = [scale for scale in scales if scale is not None]
    return stated[0] if stated and len({scale.money for scale in stated}) == 1 else None


class _Repeats:
    """Which tables print which large figures."""

    def __init__(self, tables: Sequence[Table]) -> None:
        self._tables = tables
        self._scales = [read_scale(scale_lines(table)) for table in tables]
        self._printing: dict[str, list[int]] = {}
        for at, table in enumerate(tables):
            for figure in _large_figures(table):
                self._printing.setdefault(figure, []).append(at)

    def scale(self, table: Table) -> Scale | None:
        """The scale of other tables that print at least a few of the same large figures, if they agree.

        A figure that very many tables print tells nothing.
        """
        shared = Counter(
            at
            for figure in _large_figures(table)
            if len(printing := self._printing.get(figure, [])) <= _MOST_PRINTING
            for at in printing
        )
        found = [at for at, count in shared.items() if count >= _MIN_REPEATED and self._tables[at] is not table]
        return _agreed([self._scales[at] for at in sorted(found)])


def _large_figures(table: Table) -> set[str]:
    return {found[0] for row in table.rows for cell in row.cells if (found := _FIGURE.search(cell.text))}


class _Prose:
    """The amounts that the prose names, by the precision they are named in, from the least."""

    def __init__(self, amounts: Iterable[Figure]) -> None:
        self._by_half: dict[Decimal, list[Decimal]] = {}
        for amount in sorted(set(amounts)):
            self._by_half.setdefault(half_step(amount.decimals), []).append(amount.value)

    def scale(self, table: Table) -> Scale | None:
        """The scale in which printed figures are such amounts; None unless one alone is."""
        figures = {Decimal(figure.replace(",", "")) for figure in _large_figures(table)}
        fitting = [factor for factor in (1, 1_000, 1_000_000) if self._fits(figures, factor)]
        return Scale(fitting[0], fitting[0]) if len(fitting) == 1 else None

    def _fits(self, figures: Iterable[Decimal], factor: int) -> bool:
        """Whether a few of the amounts at least are figures times the factor, rounded."""
        met: set[tuple[Decimal, Decimal]] = set()
        for figure in figures:
            for half, values in self._by_half.items():
                first = bisect_left(values, figure * factor - half)
                for value in values[first : first + _MIN_PROSE]:
                    if value <= figure * factor + half:
                        met.add((value, half))
                if len(met) >= _MIN_PROSE:
                    return True
        return False


def _prose_amounts(text: str) -> Iterator[Figure]:
    """Amounts with three digits at least, in dollars."""
    for found in _PROSE.finditer(text):
        digits = found["digits"]
        if len(digits.replace(".", "").lstrip("0")) > 2:
            yield Figure(*in_units(worth(found["word"]), Decimal(digits), len(digits.partition(".")[2])))


def _looks_whole(candidate: Selected) -> bool:
    values = [read_amount(cell.text) for row in candidate.table.rows for cell in row.cells]
    return any(number is not None and abs(number.value) >= _WHOLE for number in values)
