"""Shares that a caption counts class by class, in brackets behind their sum."""

from __future__ import annotations

import pytest

from converter.findings import Severity
from converter.span import Span
from converter.statements.class_parts import class_parts, left_out, without_class_parts
from tests.statements.captions import said

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
    assert [caption[start:end] for start, end in class_parts(caption)] == parts


def test_without_them_the_caption_has_all_else_where_it_stood() -> None:
    assert without_class_parts("900 (Class A 600, Class B 300) shares") == "900" + " " * 28 + "shares"
    assert without_class_parts("900 (Class A 600) shares") == "900 (Class A 600) shares"


def test_the_sums_are_of_their_columns() -> None:
    assert said(CAPTION) == {
        "par value": ["0.01", "0.01"],
        "authorized": ["9000", "9000"],
        "issued": ["1250", "1240"],
        "outstanding": ["1250", "1240"],
    }


def test_counts_of_classes_that_are_not_read_are_told() -> None:
    (finding,) = left_out(CAPTION, Span(3, 9))
    assert (finding.severity, finding.code, finding.span) == (Severity.WARNING, "statements.class-parts", Span(3, 9))
    assert "(Class A 6,000, Class B 3,000) (Class A 1,000, Class B 250)" in finding.message
    assert list(left_out("900 shares of Class A", Span(0, 0))) == []
    many = " ".join(f"{2 * at} (Class A {at}, Class B {at})" for at in range(100, 120))
    (long,) = left_out(many, Span(0, 0))
    assert len(long.message) < 190
