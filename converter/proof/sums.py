"""Sums that foot as printed, down the columns."""

from __future__ import annotations

from collections.abc import Iterator

from converter.arithmetic import Figure, add_up
from converter.proof.book import Book, Vote, told
from converter.report import Fact, Footing
from converter.terms import Relation


def sums(book: Book) -> Iterator[Vote]:
    """The votes of every footing of every statement, column by column."""
    for at, statement in enumerate(book.report.statements):
        for footing in statement.footings:
            yield from _footing(book, at, footing)


def _footing(book: Book, at: int, footing: Footing) -> Iterator[Vote]:
    parts = [(row, book.places.get((at, row), {}), weight) for row, weight in footing.parts]
    for context, total in book.places.get((at, footing.total), {}).items():
        present = [
            (row, fact, weight)
            for row, facts, weight in parts
            if (fact := facts.get(context) or book.alone(facts, total)) is not None
        ]
        printed = [(_printed(book, fact, at, row), weight) for row, fact, weight in present]
        if add_up(_printed(book, total, at, footing.total), printed):
            for vote in told([total, *(fact for _, fact, _ in present)], Relation.PART):
                yield vote._replace(relation=Relation.TOTAL) if vote.fact == total.id else vote


def _printed(book: Book, fact: Fact, at: int, row: int) -> Figure:
    """The fact's figure with the sign that the row prints."""
    size = abs(fact.figure.value)
    return Figure(-size if (at, row, fact.context) in book.negative else size, fact.decimals)
