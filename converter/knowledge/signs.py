"""May a fact of a concept be negative? One class for each concept, for those who set signs and those who check them.

What a file says of the concept itself comes first. Else its name and its declaration tell, in this order:

1. a word of two directions stands in the name (`IncreaseDecrease`, `IncomeLoss`, `StockholdersEquity`): two-way;
2. it counts shares: one-way;
3. the name begins as those of flows that go one way do (`ProceedsFrom`, `CostOf`) and does not end in `Net`: one-way;
4. an amount at a date without a word that leaves it open (`Derivative`): one-way if it has a balance, as what is owned
   or owed has, or is an amount per share;
5. otherwise it is not settled.

DQC_0015 (EFM 6.05.43) keeps a list of concepts that cannot be negative; ours is made by these rules and by reading the
definitions of the concepts that maps name, for all of which it is settled.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from converter.taxonomy import Element, Index


class SignClass(StrEnum):
    """What the definition of a concept says of its sign."""

    ONE_WAY = "one-way"  # never negative: a payment, an asset, treasury stock
    REVERSIBLE = "reversible"  # a cost as a rule; negative where it is taken back
    TWO_WAY = "two-way"  # a gain or a loss, a change, a net of both


@dataclass(frozen=True, slots=True)
class Signs:
    """Sign classes of concepts.

    Attributes:
        concepts: those that are listed.
        two_way: words in names that have two directions.
        one_way: how names of flows begin that go one way.
        open: words in names of balances that leave it open.
        favourable: words in names whose positive facts are income or gain, whatever their balance.
    """

    concepts: Mapping[str, SignClass]
    two_way: tuple[str, ...] = ()
    one_way: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    favourable: tuple[str, ...] = ()

    def of(self, concept: str, index: Index) -> SignClass | None:
        """The class of a us-gaap concept; None: not settled."""
        return self.concepts.get(concept) or self.by_rule(concept, index.get(concept))

    def by_rule(self, concept: str, element: Element | None) -> SignClass | None:
        """The class by name and declaration alone."""
        if _has(concept, self.two_way):
            return SignClass.TWO_WAY
        if element is None:
            return None
        if element.unit == "shares":
            return SignClass.ONE_WAY
        if concept.startswith(self.one_way) and not concept.endswith("Net"):
            return SignClass.ONE_WAY
        if element.period_type != "instant" or _has(concept, self.open):
            return None
        owned_or_owed = element.unit == "USD" and element.balance is not None
        return SignClass.ONE_WAY if owned_or_owed or element.unit == "USD/shares" else None

    def may_be_negative(self, concept: str, index: Index) -> bool:
        """Whether a printed bracket makes a negative fact. What is not settled is printed like most concepts: it
        does not.
        """
        return self.of(concept, index) in (SignClass.TWO_WAY, SignClass.REVERSIBLE)

    def is_never_negative(self, concept: str, index: Index) -> bool:
        """Whether a negative fact is an error in all likelihood. What is not settled is none."""
        return self.of(concept, index) is SignClass.ONE_WAY

    def is_two_way(self, concept: str, index: Index) -> bool:
        """Whether facts of both signs are as likely, so that a row which goes both ways speaks for the concept."""
        return self.of(concept, index) is SignClass.TWO_WAY

    def is_favourable(self, concept: str) -> bool:
        """Whether the name says that positive facts are income or gain."""
        return _has(concept, self.favourable)


@lru_cache(maxsize=1 << 14)
def _has(concept: str, words: tuple[str, ...]) -> bool:
    return any(word in concept for word in words)
