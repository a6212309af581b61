"""Which printed numbers (and names, on the cover) carry which facts, and how each reads as the fact's value.

A number printed once may state several facts (`1,000 shares authorized, issued and outstanding`): their elements nest,
which Inline XBRL 1.1 (10.1) allows if unit, scale and format are the same. A fact whose value cannot be read off any of
its places goes into the hidden section.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from decimal import Decimal

from converter.rendering.view import measured, number, value
from converter.report import Fact, Report, Source, Transformation
from converter.span import Span

IX = "http://www.xbrl.org/2013/inlineXBRL"
IXT = "http://www.xbrl.org/inlineXBRL/transformation/2020-02-12"
"""Transformation Rules Registry 4."""


@dataclass(frozen=True, slots=True)
class Element:
    """An inline element of a fact.

    Attributes:
        id: the fact's own at its first place; with a number at the others.
        scale: power of ten between the printed number and the value.
        format: local name of the transformation, `num-dot-decimal`, `fixed-zero` or `date-monthname-day-year-en`; None
            for the value itself.
    """

    fact: Fact
    id: str
    scale: int
    format: str | None

    @property
    def name(self) -> str:
        """Local name of the element."""
        return "nonNumeric" if self.fact.unit is None else "nonFraction"

    @property
    def attributes(self) -> dict[str, str]:
        """The element's attributes in a fixed order."""
        fact = self.fact
        found = {"name": str(fact.concept), "contextRef": fact.context, "id": self.id}
        if fact.unit is None:
            return {**found, "format": f"ixt:{self.format}"} if self.format else found
        found |= {"unitRef": measured(fact.unit)[0], "decimals": str(fact.decimals)}
        if self.format:
            found["format"] = f"ixt:{self.format}"
        if self.scale:
            found["scale"] = str(self.scale)
        if isinstance(fact.value, Decimal) and fact.value < 0:
            found["sign"] = "-"
        return found


@dataclass(frozen=True, slots=True)
class Mark:
    """The characters of one printed number or name, and its elements, the outermost first."""

    span: Span
    elements: tuple[Element, ...]


def marks(report: Report) -> list[Mark]:
    """What to tag in reading order, none reaching into another."""
    readings: dict[Span, list[tuple[Fact, int, str | None]]] = {}
    for fact in report.facts:
        for source in fact.sources:
            read = readable(fact, source)
            if read is not None:
                readings.setdefault(read.span, []).append((fact, read.scale, _format(fact, read)))
    seen: dict[str, int] = {}
    marked: list[Mark] = []
    for span in sorted(readings, key=lambda span: (span.start, -span.end)):
        if not marked or span.start >= marked[-1].span.end:
            marked.append(Mark(span, tuple(_elements(readings[span], seen))))
    return marked


def _elements(readings: Iterable[tuple[Fact, int, str | None]], seen: dict[str, int]) -> Iterator[Element]:
    """The facts that can nest with the first; a place that another fact needs in another way is not theirs."""
    like = None
    for fact, scale, format_ in readings:
        like = like or (fact.unit, scale, format_)
        if (fact.unit, scale, format_) == like:
            times = seen[fact.id] = seen.get(fact.id, 0) + 1
            yield Element(fact, fact.id if times == 1 else f"{fact.id}.{times}", scale, format_)


def hidden(report: Report, shown: Set[str]) -> list[tuple[Element, str]]:
    """The facts that no element shows, with their values as the hidden section states them."""
    return [
        (Element(fact, fact.id, 0, None), number(abs(fact.value)) if isinstance(fact.value, Decimal) else value(fact))
        for fact in report.reported
        if fact.id not in shown
    ]


def readable(fact: Fact, source: Source) -> Transformation | None:
    """How a place gives the fact's value; None if it does not."""
    if isinstance(fact.value, Decimal) or source.transformation is not None:
        return source.transformation
    return Transformation(source.span) if source.printed == fact.value else None


def _format(fact: Fact, read: Transformation) -> str | None:
    """The transformation rule, None where the print is the value."""
    if fact.unit is None:
        return read.rule or None
    return "fixed-zero" if read.is_zero else "num-dot-decimal"
