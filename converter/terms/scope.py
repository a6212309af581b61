"""What a fact is about: when, and of which part of the company, its equity or its stock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from converter.terms.name import Name
from converter.terms.period import Period


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """A value of an explicit dimension (XBRL Dimensions 1.0): `us-gaap:StatementEquityComponentsAxis` is
    `us-gaap:RetainedEarningsMember`.
    """

    axis: Name
    member: Name


@dataclass(frozen=True, slots=True)
class Scope:
    """A period, and the members of a part; without members the registrant as a whole (the default members).

    Attributes:
        members: at most one per axis, in the order of the axes' names, so that equal scopes are equal.
    """

    period: Period
    members: tuple[Member, ...] = ()

    @classmethod
    def of(cls, period: Period, members: Iterable[Member] = ()) -> Scope:
        """The scope with its members in order.

        Raises:
            ValueError: an axis has two members (XBRL Dimensions 1.0, 3.1.4.2: a dimension stands once in a context).
        """
        ordered = tuple(sorted(set(members)))
        if len({each.axis for each in ordered}) < len(ordered):
            raise ValueError(f"one axis has two members: {', '.join(str(each.member) for each in ordered)}")
        return cls(period, ordered)

    @property
    def is_whole(self) -> bool:
        """Whether it is about the registrant as a whole."""
        return not self.members
