"""What a company's map says beyond or against the general ones: each of its lines beside what holds without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from converter.mapping.maps import Maps
from converter.mapping.maps.checking import samples_of
from converter.mapping.maps.rule import Layer, Rule

Relation = Literal["beyond", "against", "same"]


@dataclass(frozen=True, slots=True)
class Compared:
    """A line of a company's map.

    Attributes:
        relation: nothing general holds for the caption, or what does says nothing of the sign that the line sets; names
            another concept; the same.
        general: the general rule that comes first for the caption; None where none holds.
    """

    rule: Rule
    relation: Relation
    general: Rule | None


def compared(company: Maps, general: Maps) -> Iterator[Compared]:
    """The lines of a company's map in their order.

    Args:
        company: with the company's layer.
        general: the same without it.
    """
    for rule in company.rules:
        if rule.layer is Layer.COMPANY:
            yield _compared(rule, general)


def _compared(rule: Rule, general: Maps) -> Compared:
    """By the first caption that the line allows of which a general rule speaks, one that contradicts before others."""
    found = [matches[0].rule for line in samples_of(rule) if (matches := general.match(line))]
    against = next((other for other in found if other.concept != rule.concept), None)
    if against is not None:
        return Compared(rule, "against", against)
    same = next(iter(found), None)
    says_more = same is None or (rule.negated is not None and rule.negated != same.negated)
    return Compared(rule, "beyond" if says_more else "same", same)
