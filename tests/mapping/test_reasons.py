"""What decided between the two likeliest candidates of a row."""

from __future__ import annotations

import pytest

from converter.mapping.weighing import Weights, reasons
from converter.terms import Kind
from tests.mapping.builder import statement
from tests.mapping.evident import OWN_LINE, evidence_of, learned, ruled

LINE = "Cash  10  20\n"


def why(weights: dict[str, float], *found: object) -> tuple[tuple[str, float], ...]:
    return reasons(evidence_of(statement(Kind.BALANCE_SHEET, LINE)), [list(found)], 0, Weights({}, weights))  # type: ignore[arg-type]


def test_what_speaks_for_the_first_and_what_for_the_second_is_told_the_weightiest_first() -> None:
    weights = {"rule full": 1.0, "learned share": 4.0, "unheard of": 9.0}
    assert why(weights, ruled("Cash"), learned("Goodwill", 0.5)) == (("learned share", -2.0), ("rule full", 1.0))
    assert why(weights, learned("Goodwill", 0.2), ruled("Cash")) == (("rule full", -1.0), ("learned share", 0.8))


def test_what_hardly_counts_is_not_told_and_no_more_than_four_parts_are() -> None:
    assert why({"rule full": 0.05, "rule none": 0.04}, ruled("Cash"), learned("Goodwill", 0.5)) == (
        ("rule full", 0.05),
    )
    many = {
        "rule full": 1.0,
        "rule none": 1.0,
        "learned share": 1.0,
        "own": 1.0,
        "learned silent": 1.0,
        "rule words": 1.0,
    }
    assert len(why(many, ruled("Cash"), OWN_LINE)) <= 4
    assert len(why(dict.fromkeys((*many, "rule full, BS", "rule full, 2000s"), 1.0), ruled("Cash"), OWN_LINE)) == 4


@pytest.mark.parametrize("found", [(), (ruled("Cash"),)])
def test_where_nothing_was_chosen_between_nothing_decided(found: tuple[object, ...]) -> None:
    assert why({"rule full": 1.0}, *found) == ()
