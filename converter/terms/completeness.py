"""How complete the statements of a document are, and how far they hold together."""

from __future__ import annotations

from dataclasses import dataclass

from converter.terms.kind import Kind


@dataclass(frozen=True, slots=True)
class Identity:
    """A figure that two places of a document print.

    Attributes:
        name: what is equal: `total assets = liabilities and equity`.
        holds: in how many of its periods it is.
        asked: the periods in which both places print it.
    """

    name: str
    holds: int
    asked: int


@dataclass(frozen=True, slots=True)
class Completeness:
    """Which statements a document should have, and what holds between those that came out.

    Attributes:
        expected: the kinds that its form lets expect.
        missing: those of them that did not come out.
    """

    expected: tuple[Kind, ...] = ()
    missing: tuple[Kind, ...] = ()
    identities: tuple[Identity, ...] = ()

    @property
    def held(self) -> tuple[int, int]:
        """Identities that hold, and identities, each in each of its periods."""
        return sum(one.holds for one in self.identities), sum(one.asked for one in self.identities)


NOTHING_EXPECTED = Completeness()
"""Of a report that no form speaks of and no statement proves."""
