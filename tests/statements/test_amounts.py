"""Printed numbers as they are read."""

from __future__ import annotations

from decimal import Decimal

import pytest

from converter.statements.amounts import read_amount


@pytest.mark.parametrize(
    ("text", "value", "places"),
    [
        ("(1,234)", "-1234", 0),
        ("$ (39.0)", "-39.0", 1),
        ("($ 39.0)", "-39.0", 1),
        ("$(.36)", "-0.36", 2),
        ("1,234-", "-1234", 0),
        ("-1,234", "-1234", 0),
        ("(15,177", "-15177", 0),
        ("$ 0.36", "0.36", 2),
        ("--", "0", 0),
        ("-0-", "0", 0),
        ("\u2014", "0", 0),
        ("nil", "0", 0),
    ],
)
def test_numbers_as_printed(text: str, value: str, places: int) -> None:
    number = read_amount(text)
    assert number is not None
    assert (number.value, number.places) == (Decimal(value), places)
