"""What a change of the mapping files does to the decisions over a set of documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from converter.mapping.decide import decide
from converter.mapping.decision import Decision
from converter.mapping.maps import Maps
from converter.statements.statement import Kind, Statement
from converter.taxonomy import Index


@dataclass(frozen=True, slots=True)
class Change:
    """A row that is decided differently. A decision without a concept is an extension."""

    document: str
    statement: Kind
    caption: str
    before: Decision
    after: Decision


def compare(documents: Iterable[tuple[str, Sequence[Statement], Maps, Maps]], index: Index) -> Iterator[Change]:
    """The rows whose concept or sign differs between two sets of maps.

    Args:
        documents: (name, its statements, the maps before, the maps after); the maps may differ by document, for each
            has
            its industry's and company's own.
    """
    for name, statements, before, after in documents:
        decided = zip(statements, decide(statements, before, index), decide(statements, after, index), strict=True)
        for statement, old, new in decided:
            for item, one, other in zip(statement.items, old, new, strict=True):
                if one is not None and other is not None and (one.concept, one.sign) != (other.concept, other.sign):
                    yield Change(name, statement.kind, item.caption, one, other)
