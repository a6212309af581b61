"""Proof: which relations vouch for each fact, by the print's own arithmetic (docs/reading.md, "Proof").

A pure function of the Report: nothing is read again, and nothing is said of a number that no relation speaks of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from converter.knowledge import Knowledge
from converter.proof.across import across
from converter.proof.book import Book, Vote
from converter.proof.elsewhere import elsewhere
from converter.proof.identities import balance, cash, earnings
from converter.proof.refuted import refuted
from converter.proof.shares import par_value, per_share
from converter.proof.sums import sums
from converter.report import Report
from converter.terms import Relation

__all__ = ["prove", "refuted"]


def prove(report: Report, knowledge: Knowledge, scheduled: Collection[str] = ()) -> Report:
    """The report, each fact with the relations that vouch for it, in the order of `Relation`.

    Args:
        scheduled: ids of the facts that the filer's own schedule agrees with.
    """
    book = Book(report, knowledge.groups)
    vouching: dict[str, set[Relation]] = {}
    for vote in _votes(book):
        vouching.setdefault(vote.fact, set()).add(vote.relation)
    for fact in scheduled:
        vouching.setdefault(fact, set()).add(Relation.SCHEDULE)
    order = {relation: place for place, relation in enumerate(Relation)}
    proved = tuple(
        replace(fact, proofs=tuple(sorted(vouching[fact.id], key=order.__getitem__))) if fact.id in vouching else fact
        for fact in report.facts
    )
    return replace(report, facts=proved)


def _votes(book: Book) -> Iterable[Vote]:
    for rule in (sums, across, balance, cash, earnings, per_share, par_value, elsewhere):
        yield from rule(book)
