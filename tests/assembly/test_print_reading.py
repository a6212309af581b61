"""How a fact's value is read off its print: the number that is printed, the characters, the power of ten."""

from __future__ import annotations

from decimal import Decimal

import pytest

from converter.assembly.print_reading import source
from converter.report import Source, Transformation
from converter.span import Span
from tests import sample

BEFORE = "Net sales  "


def read(printed: str, value: str) -> Source:
    """The source of a value that a text prints so, behind a caption."""
    document = sample.document(f"{BEFORE}{printed}   more")
    span = Span(len(BEFORE), len(BEFORE) + len(printed))
    return source(document, span, printed, Decimal(value), 1, 2, 3)


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("4,800", "4800"),
        ("$ 4,800.5", "4800.5"),
        (".04", "0.04"),
        ("(95)", "-95"),
        ("$(95", "-95"),
        ("-95", "-95"),
        ("95-", "-95"),
        ("95 -)", "-95"),
        ("95)", "95"),  # nothing before it says that it is negative
        ("12-13", "12"),
        ("--", "0"),
        ("nil", "0"),
    ],
)
def test_the_number_is_in_the_scale_and_with_the_sign_of_the_print(printed: str, number: str) -> None:
    assert read(printed, "1").number == Decimal(number)


@pytest.mark.parametrize(
    ("printed", "value", "characters", "scale"),
    [
        ("4,800", "4800000", "4,800", 3),
        ("$ (95)", "-95000", "95", 3),
        ("$ (95)", "95000", "95", 3),  # the value's sign is the fact's own matter
        (".04", "0.04", ".04", 0),
        ("12.5", "0.125", "12.5", -2),
        ("0", "0", "0", 0),
        ("1,000,000", "1000000", "1,000,000", 0),
        ("<B>95</B>", "95", "95", 0),
        ("<TD WIDTH=5>95", "95", "95", 0),  # digits in markup are none of the number's
        ("&#36;95", "95", "95", 0),
    ],
)
def test_digits_and_a_power_of_ten_give_the_value(printed: str, value: str, characters: str, scale: int) -> None:
    start = len(BEFORE) + printed.rindex(characters)
    assert read(printed, value).transformation == Transformation(Span(start, start + len(characters)), scale)


@pytest.mark.parametrize(("printed", "characters"), [("--", "--"), ("$ -", "-"), ("nil", "nil"), ("&#151;", "&#151;")])
def test_nothing_is_read_off_a_dash_or_a_word(printed: str, characters: str) -> None:
    start = len(BEFORE) + printed.index(characters)
    assert read(printed, "0").transformation == Transformation(Span(start, start + len(characters)), 0, is_zero=True)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("4,800", "4800123"),  # another place prints it more precisely
        ("4,800", "0"),
        ("0", "5"),
        ("--", "5"),
        ("$", "0"),
        ("", "0"),
    ],
)
def test_what_does_not_give_the_value_has_no_transformation(printed: str, value: str) -> None:
    assert read(printed, value).transformation is None


def test_a_source_has_the_place_of_its_row() -> None:
    one = read("95", "95")
    assert (one.statement, one.row, one.column, one.printed) == (1, 2, 3, "95")


def test_facts_of_two_prints_have_the_transformation_of_each() -> None:
    report = sample.report()
    for fact in report.facts:
        for each in fact.sources:
            if fact.unit is None:
                assert each.number is None
                assert each.transformation is None or each.transformation.rule
            else:
                assert each.number is not None
                assert each.transformation is not None
                exponent = Decimal(10) ** each.transformation.scale
                assert abs(each.number) * exponent == abs(Decimal(fact.value))
