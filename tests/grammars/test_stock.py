"""How classes of stock are named."""

from __future__ import annotations

import pytest

from converter.grammars.stock import called, is_preferred, named_classes, without_classes


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Class A common stock", ["Class A"]),
        ("CLASS  b STOCK", ["Class B"]),
        ("Common stock, Series 12", ["Series 12"]),
        ("class A and class B", ["Class A", "Class B joined"]),
        ("Common and Class B Stock", ["Class B joined"]),
        ("Common & Class B Stock", ["Class B joined"]),
        ("Common or Class B Stock", ["Class B joined"]),
        ("Class A, B and C shares", ["Class A joined"]),
        ("Class A or B shares", ["Class A joined"]),
        ("Class A & B shares", ["Class A joined"]),
        ("Class A, a Delaware stock", ["Class A"]),
        ("Class A, $.01 par value", ["Class A"]),
        ("Series A-1 and Series 2006 bonds, subclass B, first class mail", []),
        ("Class A's share", []),
        ("brand Class B", ["Class B"]),
    ],
)
def test_classes_are_told_by_a_letter_or_a_number(text: str, named: list[str]) -> None:
    assert [each.name + ("" if each.is_alone else " joined") for each in named_classes(text)] == named


def test_a_name_is_where_its_words_are() -> None:
    (found,) = named_classes("Common and Class B, 100 shares")
    assert (found.start, found.end) == (11, 18)


@pytest.mark.parametrize(
    ("text", "preferred"),
    [
        ("Series A convertible preferred", True),
        ("Class A preference shares", True),
        ("Class A common stock", False),
        ("Preferred stock, convertible into common", False),
        ("Class A", None),
        ("Class A, uncommonly good", None),
    ],
)
def test_preferred_stock_is_what_speaks_of_nothing_else(text: str, preferred: bool | None) -> None:
    assert is_preferred(text) is preferred


def test_letters_of_preferred_stock_are_its_own() -> None:
    assert called("Class A", preferred=False) == "Class A"
    assert called("Series A", preferred=True) == "Series A Preferred Stock"


def test_what_is_said_of_a_class_is_left_without_its_name() -> None:
    assert without_classes("CLASS A Common Stock, $.01 par; 100 shares") == "common stock par shares"
    assert without_classes("Class B") == ""
