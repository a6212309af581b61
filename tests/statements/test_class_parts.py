"""What a caption counts class by class: in brackets behind a sum, or in a clause for each."""

from __future__ import annotations

import pytest

from converter.statements.class_parts import Clause, class_clauses, class_parts, without_class_parts
from converter.statements.scale import Scale
from tests.statements.captions import by_class, items, said

CAPTION = (
    "Class A and Class B stock, $0.01 par value, 9,000 shares authorized (Class A 6,000, Class B 3,000); "
    "1,250 (Class A 1,000, Class B 250) and 1,240 (Class A 1,000, Class B 240) shares issued and outstanding"
)


@pytest.mark.parametrize(
    ("caption", "parts"),
    [
        ("900 (Class A 600, Class B 300)", ["(Class A 600, Class B 300)"]),
        ("900 shares authorized (Class A: 600; Class B: 300)", ["(Class A: 600; Class B: 300)"]),
        ("1,900 (Series I - 1,600, and Series IV 300)", ["(Series I - 1,600, and Series IV 300)"]),
        ("9 (class A 6, class B 3) and 7 (class A 5, class B 2)", ["(class A 6, class B 3)", "(class A 5, class B 2)"]),
        ("900 of all the (CLASS A 600, Series AB1\u2014300)", ["(CLASS A 600, Series AB1\u2014300)"]),
        (f"900 {'x' * 39}(Class A 600, Class B 300)", ["(Class A 600, Class B 300)"]),
        (f"900 {'x' * 40}(Class A 600, Class B 300)", []),
        (f"900 (Class A 600, Class B 300{'x' * 176})", [f"(Class A 600, Class B 300{'x' * 176})"]),
        (f"900 (Class A 600, Class B 300{'x' * 177})", []),
        ("900 (Subclass A 600, Class B 300)", []),
        ("900 (Class A1B2 600, Class B 300)", []),
        ("900 (Class A600, Class B 300)", []),
        ("900 (Class A 600, (Class B) 300)", []),
        ("900 (Class A 600, Class B 299)", []),
        ("600 (Class A 600)", []),
        ("900 (600 and 300)", []),
        ("900 shares; of them (Class A 600, Class B 300)", []),
        ("(Class A 600, Class B 300)", []),
    ],
)
def test_brackets_whose_counts_by_class_make_the_number_before_them(caption: str, parts: list[str]) -> None:
    assert [caption[each.start : each.end] for each in class_parts(caption)] == parts


def test_each_count_is_where_its_digits_are() -> None:
    (found,) = class_parts("of 1,900 (SERIES I - 1,600, and Series iv: 300)")
    assert found.whole == 3
    assert [(each.name, each.value, each.start, each.end) for each in found.counts] == [
        ("Series I", 1600, 21, 26),
        ("Series IV", 300, 43, 46),
    ]


def test_without_them_the_caption_has_all_else_where_it_stood() -> None:
    assert without_class_parts("900 (Class A 600, Class B 300) shares") == "900" + " " * 28 + "shares"
    assert without_class_parts("900 (Class A 600) shares") == "900 (Class A 600) shares"


def test_the_sums_and_the_classes_are_of_their_columns() -> None:
    assert said(CAPTION) == {
        "par value": ["0.01", "0.01"],
        "authorized": ["9000", "9000"],
        "issued": ["1250", "1240"],
        "outstanding": ["1250", "1240"],
    }
    assert by_class(CAPTION) == {
        "Class A authorized": ["6000", "6000"],
        "Class B authorized": ["3000", "3000"],
        "Class A issued": ["1000", "1000"],
        "Class B issued": ["250", "240"],
        "Class A outstanding": ["1000", "1000"],
        "Class B outstanding": ["250", "240"],
    }


def test_counts_in_brackets_are_in_the_scale_of_their_sum_and_stand_where_they_are_printed() -> None:
    caption = "Preferred stock, 1,900 shares issued (Series A 1,600, Series B 300)"
    found = [item for item in items(caption, 7, 7, scale=Scale(1000, 1000)) if item.amounts[0].components]
    assert [item.amounts[0].components[0].caption for item in found] == [
        "Series A Preferred Stock",
        "Series B Preferred Stock",
    ]
    (amount, other) = found[0].amounts
    assert (amount.value, amount.decimals, amount.column, other.column) == (1_600_000, -3, 0, 1)
    assert amount.printed == caption[amount.span.start : amount.span.end] == "1,600"
    assert found[0].host == 7
    assert found[0].unit == "shares"


def test_clauses_that_each_name_a_class() -> None:
    caption = "Common stock, par value $.01: Class A, 900 shares issued; Class B, 300 shares issued"
    assert class_clauses(caption) == [
        Clause(None, caption.index("Class A")),
        Clause("Class A", caption.index("Class B")),
        Clause("Class B", len(caption)),
    ]


@pytest.mark.parametrize(
    "caption",
    [
        "Common stock, 900 shares issued",
        "Class A common stock, 900 shares issued; 800 of Class A outstanding",
        "Class A and Class B common stock, 900 and 300 shares issued",
        "Class A, 900 shares issued, one vote a share; Class B, none",
        "Series A preferred stock, 900 shares issued, for 20 shares of Class A 1 for 1",
        "Stock, 900 (Class A 600, Class B 300) shares issued",
    ],
)
def test_what_is_said_of_all_classes_or_of_one_has_no_clauses(caption: str) -> None:
    assert class_clauses(caption) == [Clause(None, len(caption))]


def test_the_numbers_of_a_clause_are_of_its_class() -> None:
    caption = (
        "Common stock, $.01 par value: Class A, 9,000 shares authorized, 500 and 400 issued; "
        "Class B, 8,000 shares authorized, 300 and 200 issued"
    )
    assert by_class(caption) == {
        "Class A authorized": ["9000", "9000"],
        "Class A issued": ["500", "400"],
        "Class B authorized": ["8000", "8000"],
        "Class B issued": ["300", "200"],
    }
    assert said(caption)["par value"] == ["0.01", "0.01"]


def test_a_par_value_is_of_all_classes_unless_there_are_several() -> None:
    alone = "Class A, 500 and 400 shares issued; Class B, 300 and 200 shares issued, par value $.01"
    assert "Class B par value" not in by_class(alone)
    assert said(alone)["par value"] == ["0.01", "0.01"]
    each = "Class A, par value $.01, 500 and 400 shares issued; Class B, par value $.02, 300 and 200 shares issued"
    assert by_class(each) == {
        "Class A par value": ["0.01", "0.01"],
        "Class A issued": ["500", "400"],
        "Class B par value": ["0.02", "0.02"],
        "Class B issued": ["300", "200"],
    }
