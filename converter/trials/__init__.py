"""Trials: where figures contradict each other, the document is read another way; what then holds is kept, and told.

The checks say which facts a relation that fails speaks of (`Finding.fact`, `beside`). From them come other ways to
read (`ways`): the next concept for one of their rows, another scale for a statement, the heads of two columns in each
other's place. Each is made a Report of its own. It is kept only if it is better in every respect (`standing`): fewer
contradictions, none that is new, nothing less that vouches for a fact. What stays contradicted is written as read,
with its warnings.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from converter.mapping.decide import Barred
from converter.statements.statement import Statement
from converter.trials.made import Made, places
from converter.trials.standing import standing
from converter.trials.ways import Way, ways

__all__ = ["Made", "Remake", "places", "tried_again"]

MOST = 12
"""Trials of one document: what more contradicts is not a matter of one line."""

Remake = Callable[[tuple[Statement, ...], Barred], Made]


def tried_again(first: Made, remake: Remake) -> Made:
    """The Report of the best way to read, with a finding for each way that was better than the one before.

    Args:
        remake: what comes of statements and of concepts that rows cannot be.
    """
    best, before = first, standing(first)
    if not before.against:
        return first
    taken: list[Way] = []
    for way in ways(first)[:MOST]:
        made = remake(*way.on(best))
        after = standing(made)
        if after.is_better_than(before, by=way.least):
            best, before = made, after
            taken.append(way)
        if not before.against:
            break
    findings = tuple(way.finding(best) for way in taken)
    return best._replace(report=replace(best.report, findings=(*best.report.findings, *findings)))
