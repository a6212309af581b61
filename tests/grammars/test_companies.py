"""Names of companies."""

from __future__ import annotations

import pytest

from converter.grammars.companies import name_words, same_company, telling_words, without_subsidiaries


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HALDEN CORP", "Halden Corporation and Subsidiaries"),
        ("The Orrin Pump Company", "ORRIN PUMP CO"),
        ("HOMEBANCORP, INC.", "HOME BANCORP INC"),
        ("Northfield Biltwell, Inc.", "BILTWELL NORTHFIELD INC"),
        ("MERIDIAN SOUTH TRUST", "Meridian South Bank Trust"),
    ],
)
def test_names_that_may_be_of_one_company(one: str, other: str) -> None:
    assert same_company(one, other)
    assert same_company(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GENERAL ENGINES CORP", "General Turbines Company"),
        ("Halden Corp.", "Orrin Pump Corp."),
        ("Northern Power Company", "Southern Power Company"),
        ("ABC Inc.", "ABCD Inc."),
    ],
)
def test_names_that_are_of_two(one: str, other: str) -> None:
    assert not same_company(one, other)
    assert not same_company(other, one)


@pytest.mark.parametrize(
    ("name", "without"),
    [
        ("Halden Corp. and Subsidiaries", "Halden Corp."),
        ("Halden Corp. and its consolidated subsidiaries", "Halden Corp."),
        ("Halden Corp., and majority-owned affiliates", "Halden Corp."),
        ("Halden Corp. (the Company)", "Halden Corp."),
        ("Halden and Sons", "Halden and Sons"),
    ],
)
def test_subsidiaries_are_no_part_of_a_name(name: str, without: str) -> None:
    assert without_subsidiaries(name) == without


def test_words_that_many_names_have_do_not_tell() -> None:
    assert name_words("The Bank of Halden and Orrin") == ["Bank", "Halden", "Orrin"]
    assert telling_words("The Orrin Group Holdings, Inc.") == ["Orrin"]
    assert telling_words("Holdings Inc.") == ["Holdings", "Inc"]
