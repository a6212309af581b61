"""What a fact is about: a period, and at most one member of each axis."""

from __future__ import annotations

from datetime import date

import pytest

from converter.terms.name import Name
from converter.terms.period import Period
from converter.terms.scope import Member, Scope

YEAR = Period(date(1998, 12, 31), date(1998, 1, 1))


def member(axis: str, name: str) -> Member:
    return Member(Name("us-gaap", axis), Name("lark", name))


CLASS_A, CLASS_B = member("ClassAxis", "ClassA"), member("ClassAxis", "ClassB")
KILNS = member("UnitAxis", "Kilns")


def test_scopes_of_the_same_members_are_equal_in_whatever_order_they_come() -> None:
    assert Scope.of(YEAR, [KILNS, CLASS_A]) == Scope.of(YEAR, [CLASS_A, KILNS, CLASS_A])
    assert Scope.of(YEAR, [KILNS, CLASS_A]).members == (CLASS_A, KILNS)
    assert Scope.of(YEAR, [CLASS_A]) != Scope.of(YEAR, [CLASS_B])


def test_without_members_it_is_the_whole() -> None:
    assert Scope.of(YEAR).is_whole
    assert not Scope.of(YEAR, [KILNS]).is_whole


def test_an_axis_has_no_two_members() -> None:
    with pytest.raises(ValueError, match="one axis has two members: lark:ClassA, lark:ClassB"):
        Scope.of(YEAR, [CLASS_B, KILNS, CLASS_A][::2])


def test_names_are_written_with_their_prefix() -> None:
    assert str(Name("us-gaap", "Assets")) == "us-gaap:Assets"
