"""The rotated layout: periods are columns, and each component is a small roll-forward of its own under its heading.

`Retained earnings: / Beginning balances / Net income / Dividends / Ending balances`, one below the other, between the
totals of equity at the beginning and at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from converter.arithmetic import in_units, slack
from converter.statements.equity.checks import figure, off
from converter.statements.equity.items import at_edge, components, row_of
from converter.statements.equity.known import Balance
from converter.statements.equity.lines import Line, read_lines
from converter.statements.equity.parts import Part, Sort, names_component, part_named, plain
from converter.statements.scale import Scale
from converter.statements.statement import Amount, Column, Component, Item, Role
from converter.tables.table import Table
from converter.terms import Period, Unit

_BEGINS = re.compile(r"\b(?:beginning|opening)\b|\bbalances?,? (?:at |as of )?january 1\b", re.I)
_BOTH = re.compile(r"\bbeginning and ending\b", re.I)
_ENDS = re.compile(r"\b(?:ending|closing|end of)\b|\bbalances?\b", re.I)
_WHOLE = re.compile(r"\b(?:equity|deficit|deficiency|investment)\b", re.I)
_PER_SHARE = re.compile(r"\bper\b.*\b(?:shares?|rsu|unit)\b", re.I)
_HELD = re.compile(r"\b(?:treasury|reacquired)\b")
_EDGE = re.compile(r"(?<!\S)(?:balances?|beginning|opening)\b.*", re.I | re.DOTALL)
"""What a caption says of a balance, behind what it is the balance of."""
_GOES_ON = re.compile(r"(?:and|or|of|in|net)\b", re.I)
"""How the second line of a heading begins."""
_MIN_SECTIONS = 2


@dataclass(slots=True)
class Section:
    """The roll-forward of a component, or of equity as a whole.

    Attributes:
        part: the component that its heading names.
        outer: it has others within it, which add up to it.
        turned: what its amounts are multiplied by: what is taken off equity may be printed without brackets.
    """

    part: Part
    opening: Line
    lines: list[Line] = field(default_factory=list)
    closing: Line | None = None
    outer: bool = False
    turned: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """A line and what it is in its section; None for headings, and prices a share below all sections."""

    line: Line
    section: Section | None
    edges: str = ""  # `begin`, `end`, both or neither


@dataclass(frozen=True, slots=True)
class Rotated:
    """A rotated statement: its lines in printed order.

    Attributes:
        unclosed: sections without a closing balance, of which nothing can be checked.
    """

    places: tuple[Place, ...]
    sections: tuple[Section, ...]
    unclosed: tuple[Section, ...] = ()

    @property
    def wholes(self) -> list[Section]:
        """Those of equity as a whole, or of the parent's."""
        return [section for section in self.sections if section.part.sort is Sort.TOTAL or section.outer]

    @property
    def inner(self) -> list[Section]:
        return [section for section in self.sections if not section.outer]


def read_rotated(table: Table) -> Rotated | None:
    """The sections of a table; None if it has hardly any that are closed."""
    places: list[Place] = []
    sections: list[Section] = []
    opened: list[Section] = []
    heading = ""
    fresh = False
    for line in read_lines(table, frozenset()):
        if not line.values:
            goes_on = fresh and _GOES_ON.match(line.caption)
            heading, fresh = f"{heading} {line.caption}" if goes_on else line.caption, True
            places.append(Place(line, None))
        elif _BOTH.search(line.caption):
            section = Section(part_named(_named(line, heading)), line, closing=line)
            sections.append(section)
            if opened:
                opened[-1].outer = True
            places.append(Place(line, section, "begin end"))
        elif not opened and _is_total(line):
            if _WHOLE.search(line.caption):
                sections.append(Section(part_named(line.caption), line, closing=line, outer=True))
                places.append(Place(line, sections[-1], "end"))
        elif _opens(line, opened, fresh=fresh):
            if opened:
                opened[-1].outer = True
            section = Section(part_named(_named(line, heading)), line)
            sections.append(section)
            opened.append(section)
            fresh = False
            places.append(Place(line, section, "begin"))
        elif opened and _ENDS.search(line.caption) and not _PER_SHARE.search(line.caption):
            while _is_total(line) and len(opened) > 1 and opened[-1].part.sort is not Sort.TOTAL:
                opened.pop()  # a component that lacks its closing balance
            section = opened.pop()
            section.closing = line
            fresh = False
            places.append(Place(line, section, "end"))
        elif opened:
            fresh = False  # a heading within the section: the balance after these lines closes it
            opened[-1].lines.append(line)
            places.append(Place(line, opened[-1]))
        elif _PER_SHARE.search(line.caption):
            places.append(Place(line, None))
    closed = [section for section in sections if section.closing is not None]
    if len(closed) < _MIN_SECTIONS:
        return None
    kept = tuple(place for place in places if place.section is None or place.section.closing)
    return Rotated(kept, tuple(closed), tuple(section for section in sections if section.closing is None))


def _is_total(line: Line) -> bool:
    """Whether a line is a total at the end of sections: of equity, or of some of its components, which say it all."""
    return plain(line.caption).startswith("total") and not _BEGINS.search(line.caption)


def _opens(line: Line, opened: Sequence[Section], *, fresh: bool) -> bool:
    """Whether a balance opens a section: by its words, or as the first under a heading."""
    if _BEGINS.search(line.caption):
        return True
    return line.balance and (fresh or not opened)


def _named(line: Line, heading: str) -> str:
    """What a section is of: what stands before the words of its opening balance, else what its heading says."""
    own = _EDGE.sub("", line.caption).strip(" -,:")
    if not heading or plain(line.caption).startswith("total"):
        return own or line.caption
    return own if names_component(part_named(own)) else heading


def settled(found: Rotated) -> Rotated:
    """The sections that are taken off equity though their amounts have no brackets turned, where the totals need it."""
    whole = next((section for section in found.sections if section.outer), None)
    if whole is not None and not _adds_up(whole, found.inner):
        held = [section for section in found.inner if _HELD.search(plain(section.part.caption))]
        for turned in (-1, 1):
            for section in held:
                section.turned = turned
            if _adds_up(whole, found.inner):
                break
    return found


def balances(found: Rotated, columns: Sequence[Column]) -> list[list[Balance]]:
    """For each column what equity as a whole closes with; where no total is printed, what the sections do."""
    return [
        [
            (head.period.end, closing.number.value)
            for section in found.wholes or found.inner
            if head.period is not None and section.closing and (closing := section.closing.values.get(column))
        ]
        for column, head in enumerate(columns)
    ]


def _adds_up(whole: Section, inner: Sequence[Section]) -> bool:
    """Whether the sections make the opening balances of the whole."""
    for column, value in whole.opening.values.items():
        parts = [(section.turned, section.opening.values.get(column)) for section in inner
                 if section.part.sort is not Sort.OF_OTHERS or whole.part.sort is Sort.TOTAL]  # fmt: skip
        known = [(turned, each) for turned, each in parts if each is not None]
        total = sum((turned * each.number.value for turned, each in known), Decimal(0))
        if abs(total - value.number.value) > slack([figure(value), *(figure(each) for _, each in known)]):
            return False
    return True


def failing(section: Section) -> frozenset[int]:
    """The columns in which a section's movements do not lead from its opening to its closing balance."""
    if section.outer or section.closing is None or section.closing is section.opening:
        return frozenset()
    leading, closing = [section.opening, *section.lines], section.closing
    return frozenset(column for column in closing.values if off(column, leading, closing).fails)


def items_of(found: Rotated, columns: Sequence[Column], scale: Scale, first_column: int) -> Iterator[Item]:
    """The rows of a rotated statement, of columns whose sections foot."""
    left_out = {id(section): failing(section) for section in found.sections}
    for place in found.places:
        line, section = place.line, place.section
        if section is None and not line.values:
            yield row_of(line, Role.HEADING)
        elif section is None:
            yield from _row(line, (), columns, Scale(), first_column, "", frozenset(), "USD/shares", 1)
        else:
            parts = components(section.part)
            without = left_out[id(section)] if not place.edges else frozenset()
            for edge in place.edges.split() or [""]:
                yield from _row(line, parts, columns, scale, first_column, edge, without, "USD", section.turned)


def _row(
    line: Line,
    parts: tuple[Component, ...],
    columns: Sequence[Column],
    scale: Scale,
    first_column: int,
    edge: str,
    left_out: frozenset[int],
    unit: Unit,
    turned: int,
) -> Iterator[Item]:
    amounts = []
    for column, value in sorted(line.values.items()):
        period = _period(columns[column].period, edge)
        if period is None or column in left_out:
            continue
        amount, decimals = in_units(scale.money, value.number.value * turned, value.number.places)
        amounts.append(Amount(value.cell.text, amount, decimals, first_column + column, period, value.cell.span, parts))
    if amounts:
        yield row_of(line, Role.TOTAL if edge else Role.LINE, unit, tuple(amounts))


def _period(column: Period | None, edge: str) -> Period | None:
    """That of a column of durations, or one end of it; None for others."""
    return None if column is None or column.start is None else at_edge(column, edge)
