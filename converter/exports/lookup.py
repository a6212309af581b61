"""What every export asks a Report for: cover facts, labels, counts, the way to a printed line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from converter.report import Extension, Fact, PresentedRow, Report, Source
from converter.terms import Member, Name


class Lookup:
    """Answers about one Report."""

    def __init__(self, report: Report) -> None:
        self.report = report

    @cached_property
    def cover(self) -> dict[str, str]:
        """The dei facts: `DocumentType` -> `10-Q`."""
        return {fact.concept.local: str(fact.value) for fact in self.report.facts if fact.concept.prefix == "dei"}

    @cached_property
    def labels(self) -> dict[Name, str]:
        """Standard labels."""
        return {label.concept: label.text for label in self.report.labels if label.role == "standard"}

    def member_label(self, each: Member) -> str:
        """What a member is called, without the word that its label ends in: `Retained earnings`."""
        return self.labels.get(each.member, each.member.local).removesuffix(" [Member]")

    def members_words(self, members: Iterable[Member]) -> str:
        """`Common stock, Class A`; nothing for the whole."""
        return ", ".join(map(self.member_label, members))

    @cached_property
    def extensions(self) -> dict[Name, Extension]:
        """The company's own concepts by name."""
        return {extension.name: extension for extension in self.report.extensions}

    @cached_property
    def numeric(self) -> list[Fact]:
        """The facts with a number."""
        return [fact for fact in self.report.facts if fact.unit is not None]

    @property
    def counts(self) -> dict[str, int]:
        """Facts by what they became."""
        prefixes = [fact.concept.prefix for fact in self.report.facts]
        mapped, dei = prefixes.count("us-gaap"), prefixes.count("dei")
        return {
            "facts": len(prefixes),
            "mapped": mapped,
            "extended": len(prefixes) - mapped - dei,
            "extensions": sum(not extension.abstract for extension in self.report.extensions),
            "dei": dei,
        }

    @property
    def form(self) -> str | None:
        return self.cover.get("DocumentType") or self.report.document.header.form

    @property
    def accession(self) -> str:
        """The EDGAR accession number; for a document without one, a number of the same form made from its content.

        The first ten digits of a true one are the CIK of who filed it; no CIK is near 9000000000, so that made numbers
        meet no true ones, and there are enough of them not to meet each other.
        """
        known = self.report.document.header.accession
        if known:
            return known
        digits = f"{int(self.report.document.sha256[:16], 16) % 10**15:015}"
        return f"9{digits[:9]}-{self.report.period_end:%y}-{digits[9:]}"

    def line(self, source: Source) -> int:
        """The line of a source, from 1."""
        return self.report.document.position(source.span.start)[0]

    def shown_rows(self) -> Iterator[tuple[int, int, PresentedRow]]:
        """(statement, line, row) of the presented rows that state facts, counted from 1 in each statement."""
        stated = {fact.concept for fact in self.report.facts}
        for number, statement in enumerate(self.report.statements, 1):
            rows = [row for row in statement.rows if row.concept in stated]
            for line, row in enumerate(rows, 1):
                yield number, line, row


def iso(day: date | None) -> str | None:
    """A day as `2001-06-30`."""
    return day.isoformat() if day else None
