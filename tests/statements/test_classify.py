"""What captions say of the kind of a statement."""

from __future__ import annotations

import pytest

from converter.span import Span
from converter.statements.classify import Verdict, classify, read_captions
from converter.statements.lesser import Lesser
from converter.tables.table import Row
from converter.terms import Kind
from tests.statements.candidates import table


@pytest.mark.parametrize(
    ("caption", "found"),
    [
        ("Balance, May 31, 1999", 1),
        ("Balances at January 1", 1),
        ("Balance, Sept. 27, 1997", 1),
        ("Balance, Marchand account", 0),
    ],
)
def test_balances_at_any_day_speak_for_a_statement_of_equity(caption: str, found: int) -> None:
    assert read_captions((Row(caption, Span(0, 0), 0, ()),)).landmarks(Kind.EQUITY) == found


ROWS = dict.fromkeys(("Net sales", "Cost of sales", "Net income", "Net income per share"), ("8", "7"))
TITLE = "CONSOLIDATED STATEMENTS OF INCOME"


@pytest.mark.parametrize(
    ("lines", "lesser", "by_heading"),
    [
        (["Selected Financial Information", TITLE], Lesser.SELECTED, True),
        (["Use of Non-GAAP Measures", "We think that they help those who read them.", TITLE], Lesser.NON_GAAP, True),
        (["Selected Financial Information", "Selected Statements of Income"], Lesser.SELECTED, False),
        (["Selected Financial Information", TITLE, "Financial Highlights"], Lesser.SELECTED, False),
        (["Selected Financial Information", "In thousands"], Lesser.SELECTED, False),
        ([TITLE, "Non-GAAP"], Lesser.NON_GAAP, False),
        ([TITLE], None, False),
        (["Selected Financial Information", "1", "2", "3", TITLE], None, False),
    ],
)
def test_a_line_over_the_title_may_be_all_that_makes_a_statement_lesser(
    lines: list[str], lesser: Lesser | None, by_heading: bool
) -> None:
    printed = table(ROWS, *lines)
    found = classify(printed, read_captions(printed.rows))
    assert found is not None
    assert (found.lesser, found.by_heading) == (lesser, by_heading)


def test_a_summary_by_its_rows_is_not_one_by_its_heading() -> None:
    printed = table(
        {**ROWS, **dict.fromkeys(("Total assets", "Working capital", "Return on equity"), ("1", "2"))},
        "Selected Financial Information",
        TITLE,
    )
    found = classify(printed, read_captions(printed.rows))
    assert found is not None
    assert (found.lesser, found.by_heading) == (Lesser.SELECTED, False)


@pytest.mark.parametrize("section", ["Income Statement Data:", "Consolidated Statement of Income Data:"])
@pytest.mark.parametrize("above", ["Selected Financial Information", "(In thousands)"])
def test_a_section_of_data_is_not_one_by_its_heading(section: str, above: str) -> None:
    printed = table({section: (), **ROWS}, above)
    found = classify(printed, read_captions(printed.rows))
    assert found is not None
    assert (found.lesser, found.titled, found.by_heading) == (Lesser.SELECTED, True, False)


def test_a_table_without_a_line_above_it_is_no_section_of_data() -> None:
    printed = table(ROWS)
    found = classify(printed, read_captions(printed.rows))
    assert found is not None
    assert (found.lesser, found.titled) == (None, False)


def test_a_verdict_is_by_no_heading_unless_told() -> None:
    assert not Verdict(Kind.INCOME, "", titled=True, landmarks=3).by_heading
