"""What a change of the mapping files does to the decisions over a set of documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from converter.mapping.decide import decide
from converter.mapping.maps import Maps
from converter.mapping.maps.rule import Layer, Rule
from converter.mapping.rows import frame_of
from converter.statements.statement import Statement
from converter.taxonomy import Index
from converter.terms import Decision, Kind


@dataclass(frozen=True, slots=True)
class Compared:
    """A document's name and statements, and the maps before and after: they may differ by document, for each has its
    industry's and company's own.

    Attributes:
        index: of the release that the document is written in.
    """

    document: str
    statements: Sequence[Statement]
    before: Maps
    after: Maps
    index: Index


@dataclass(frozen=True, slots=True)
class Change:
    """A row that is decided differently. A decision without a concept is an extension."""

    document: str
    statement: Kind
    caption: str
    before: Decision
    after: Decision


def compare(documents: Iterable[Compared]) -> Iterator[Change]:
    """The rows whose concept or sign differs between two sets of maps."""
    for each in documents:
        old, new = (decide(each.statements, maps, each.index) for maps in (each.before, each.after))
        for statement, *rows in zip(each.statements, old, new, strict=True):
            for item, one, other in zip(statement.items, *rows, strict=True):
                if one is not None and other is not None and (one.concept, one.sign) != (other.concept, other.sign):
                    yield Change(each.document, statement.kind, item.caption, one, other)


def idle(documents: Iterable[Compared]) -> list[Rule]:
    """The entries of a person's own maps, after the change, that no row of the documents meets."""
    unmet: dict[str, Rule] = {}
    met: set[str] = set()
    for each in documents:
        unmet |= {rule.name: rule for rule in each.after.rules if rule.layer >= Layer.USER}
        for statement in each.statements:
            for line in frame_of(statement, each.after.vocabulary).stubs:
                met |= {match.rule.name for match in each.after.match(line)}
    return [rule for name, rule in unmet.items() if name not in met]
