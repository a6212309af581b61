"""Checking the files about concepts: what is wrong with them that reading does not see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from converter.datafiles import Problem
from converter.findings import Severity
from converter.knowledge.entries import Entry, entries
from converter.knowledge.groups import Groups
from converter.knowledge.knowledge import Knowledge
from converter.knowledge.loading import KnowledgeFile
from converter.taxonomy import Index

_APART = (
    ("total_assets", "total_claims"),
    ("equity_of_all", "equity_of_parent"),
    ("costs_and_expenses", "operating_expenses"),
    ("costs", "costs_and_expenses"),
    ("costs", "operating_expenses"),
    ("net_income", "net_income_of_common"),
    ("activities", "other_net_cash"),
    ("cash_changes", "exchange_effects"),
)
"""Groups that rules tell from each other: no concept is in both."""

_WITHIN = (("cost_of_sales", "costs"),)


def check(files: Iterable[KnowledgeFile], knowledge: Knowledge, indexes: Sequence[Index]) -> Iterator[Problem]:
    """All problems of the files.

    Args:
        knowledge: what the files say together.
        indexes: the releases that they serve; a concept must be in one of them, and is of one shape in all.
    """
    places: dict[tuple[str, str], tuple[int, str, int]] = {}
    for layer, file in enumerate(files):
        seen: dict[tuple[str, str], Entry] = {}
        for entry in entries(file):
            places[entry.list, entry.concept] = (layer, file.shown, entry.line)
            for message in _of_entry(entry, indexes):
                yield _error(file.shown, entry, message)
            known = seen.setdefault((entry.list, entry.concept), entry)
            if known is not entry:
                yield _error(file.shown, entry, f"{entry.concept} stands in {entry.list} twice (line {known.line}).")
    for lists, concept, message in _between(knowledge.groups):
        _, shown, line = max(places[name, concept] for name in lists if (name, concept) in places)
        yield Problem(Severity.ERROR, f"{shown}:{concept}", line, message)


def unknown(concept: str, indexes: Sequence[Index]) -> str:
    """What to say of a concept that none of the releases has: the nearest names."""
    near = list(dict.fromkeys(name for index in indexes for name in index.nearest(concept, 2)))
    return f"{concept} is no us-gaap concept. Is one of these meant: {', '.join(near[:3])}?"


def _of_entry(entry: Entry, indexes: Sequence[Index]) -> Iterator[str]:
    there = [(index.release, element) for index in indexes if (element := index.find(entry.concept))]
    if not there:
        yield unknown(entry.concept, indexes)
    for release, element in there:
        if contradiction := entry.shape.contradiction(element):
            yield f"{entry.concept} {contradiction} ({release}): {entry.list} cannot hold it."
    yield from _unlike(entry, indexes)


def _unlike(entry: Entry, indexes: Sequence[Index]) -> Iterator[str]:
    """What parts a concept from one that it must be like, in releases that have both."""
    for index in indexes:
        one, other = index.get(entry.concept), index.get(entry.like or "")
        if one and other and (one.period_type, one.unit) != (other.period_type, other.unit):
            yield f"{entry.concept} is of another period type or unit than {entry.like} ({index.release})."


def _between(groups: Groups) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """What groups say against each other: (the groups, concept, message)."""
    for one, other in _APART:
        for concept in getattr(groups, one):
            if concept in getattr(groups, other):
                yield (one, other), concept, f"{concept} stands in {one} and in {other}; it can be one of them only."
    for part, whole in _WITHIN:
        for concept in getattr(groups, part):
            if concept not in getattr(groups, whole):
                yield (part,), concept, f"{concept} stands in {part}, so it belongs into {whole}, too."
    for concept, wholes in groups.no_more_than.items():
        if concept in wholes:
            yield ("no_more_than",), concept, f"{concept} is told to be no more than itself."


def _error(shown: str, entry: Entry, message: str) -> Problem:
    return Problem(Severity.ERROR, f"{shown}:{entry.concept}", entry.line, message)
