"""What is evidence for the scale of a statement, and what is too little."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.findings import Finding
from converter.statements.candidate import Selected
from converter.statements.classify import Verdict
from converter.statements.scales import find_scales, scale_lines
from converter.tables.table import Row, Table
from converter.terms import Kind
from tests.statements.test_scales import DOUBTED, FIGURES, INFERRED, NONE, NOWHERE, pages, scales, table

MILLIONS = "(in millions)"


@pytest.mark.parametrize(("tables", "known"), [(19, True), (20, False)])
def test_a_figure_that_more_than_twenty_tables_print_tells_nothing(tables: int, known: bool) -> None:
    """With the statement's own there is one more."""
    beside = tuple(table(*FIGURES, title=MILLIONS) for _ in range(tables))
    assert scales(table(*FIGURES), beside=beside)[0] == [1_000_000 if known else 1]


@pytest.mark.parametrize(
    ("figures", "known"),
    [
        (("123,456", "234,567", "345,678"), True),
        (("1,234,567", "2,345,678", "3,456,789"), True),
        (("$ 1,234", "(2,345)", "3,456"), True),
        (("123", "234", "345"), False),
    ],
)
def test_large_figures_are_those_with_a_comma(figures: tuple[str, ...], known: bool) -> None:
    near = table(*(each.strip("$ ()") for each in figures), title=MILLIONS)
    assert scales(table(*figures), beside=(near,))[0] == [1_000_000 if known else 1]


def test_digits_before_the_first_three_are_of_the_figure() -> None:
    """100,234 and 234 are two figures."""
    near = table("100,234", "200,345", "300,456", title=MILLIONS)
    assert scales(table("00,234", "00,345", "00,456"), beside=(near,))[0] == [1]
    assert scales(table("1100,234", "1200,345", "1300,456"), beside=(near,))[0] == [1_000_000]


@pytest.mark.parametrize(
    ("prose", "scale"),
    [
        ("$1234 thousand and $2345 thousand", 1_000),
        ("$ 1.234 million, $2.345  million", 1_000),
        ("$1.2340 million, $2.3450 million", 1),  # no amount has four places
        ("$01234 thousand, $02345 thousand", 1),
        ("$1.234million, $2.345million", 1),
        ("$123 million and $234 million", 1),  # without a point
        ("$1.00 million, $2.35 million", 1),
        ("$0.01 million, $0.02 million", 1),
    ],
)
def test_amounts_in_prose_have_three_digits_at_least(prose: str, scale: int) -> None:
    assert scales(table(*FIGURES), text=prose)[0] == [scale]


def test_amounts_without_a_point_and_those_that_end_in_noughts_tell_too() -> None:
    figures = table("123,400", "234,500")
    assert scales(figures, text="sales of $123 million, costs of $234 million")[0] == [1_000], "234.5 is 234 or 235"
    assert scales(table("1,000", "2,000"), text="sales of $1.00 million, costs of $2.00 million")[0] == [1_000]


def test_prose_that_names_the_figures_as_they_stand_infers_nothing() -> None:
    figures = table("1,230,000", "2,350,000")
    assert scales(figures, text="sales of $1.23 million, costs of $2.35 million") == ([1], [NONE])


def test_figures_in_full_and_in_thousands_are_two_answers() -> None:
    both = table("1,230,000", "2,350,000", "1,230", "2,350")
    assert scales(both, text="sales of $1.23 million, costs of $2.35 million") == ([1], [NONE])
    stated = table("1,230,000", "2,350,000", title="(in thousands)")
    assert scales(stated, text="sales of $1.23 million, costs of $2.35 million")[1] == [DOUBTED]


def test_a_stated_scale_of_one_statement_is_for_others_even_where_a_near_table_differs() -> None:
    near = table(*FIGURES, title=MILLIONS)
    statements = table("5", title="(in thousands)"), table(*FIGURES), table("6")
    assert scales(*statements, beside=(near,)) == ([1_000, 1_000_000, 1_000], [INFERRED] * 2)


def test_a_near_table_counts_only_for_what_states_none() -> None:
    """A statement in thousands that a table in millions repeats has no doubt to hand on."""
    near = table(*FIGURES, title=MILLIONS)
    assert scales(table(*FIGURES, title="(in thousands)"), table("6"), beside=(near,))[0] == [1_000, 1_000]


def test_where_statements_state_two_scales_what_a_third_has_from_a_near_table_is_for_no_fourth() -> None:
    near = table(*FIGURES, title="(in thousands)")
    statements = table("5", title="(in thousands)"), table("6", title=MILLIONS), table(*FIGURES), table("7")
    assert scales(*statements, beside=(near,)) == ([1_000, 1_000_000, 1_000, 1], [INFERRED, NONE])


def test_a_table_is_no_witness_of_itself() -> None:
    findings: list[Finding] = []
    inside = replace(table(*FIGURES), rows=(*table(*FIGURES).rows,))
    chosen = [Selected(one, Verdict(Kind.INCOME, "", True, 0), ()) for one in (inside,)]
    assert [scale.money for scale in find_scales("", chosen, [inside], findings)] == [1]
    silent = table(*FIGURES)
    assert scales(table(*FIGURES), beside=(silent,))[0] == [1], "one that states none either"
    assert scales(table(*FIGURES), beside=(silent, table(*FIGURES, title=MILLIONS)))[0] == [1_000_000]


def test_a_row_of_blanks_states_nothing() -> None:
    blank = Row("", NOWHERE, 0, ())
    printed = replace(table("5"), rows=(blank, Row("(in thousands)", NOWHERE, 0, ()), *table("5").rows))
    assert scale_lines(printed) == ["(in thousands)"]


def test_of_statements_whose_scales_are_doubted_those_behind_are_doubted_too() -> None:
    unstated = table("7")
    sure = table("8", title="(in thousands)")
    one, other = table(*FIGURES[:2], title="(in thousands)"), table(*FIGURES[:2], title=MILLIONS)
    assert scales(unstated, sure, one, other)[1] == [DOUBTED, DOUBTED, NONE]


def test_a_statement_that_states_none_contradicts_nothing() -> None:
    full = table(*FIGURES, title="(in thousands)")
    assert scales(full, table(*FIGURES))[1] == [INFERRED]
    hundreds = table(*FIGURES[:2])
    assert scales(hundreds, table(*FIGURES[:2], title="(in thousands)"))[1] == [INFERRED]


def test_one_page_in_another_scale_is_told_though_a_third_agrees() -> None:
    assert pages(MILLIONS, "(in thousands)", MILLIONS)[1] == ["statements.scales-differ"]
    assert pages(MILLIONS, "(in thousands)", "(in thousands)")[1] == ["statements.scales-differ"]
    assert pages(MILLIONS)[1] == []


def test_one_figure_of_nine_digits_is_enough_and_words_among_figures_are_none() -> None:
    sure = table("5", title="(in thousands)")
    for figures in (("1,234", "100,000,000"), ("n/a", "100,000,000"), ("100,000,000", "--")):
        assert scales(sure, table(*figures))[0] == [1_000, 1]
    assert scales(sure, table("n/a", "1,234"))[0] == [1_000, 1_000]


def of_rows(*printed: Table) -> Table:
    return replace(printed[0], rows=tuple(row for each in printed for row in each.rows))


def test_figures_are_those_of_all_rows() -> None:
    near = of_rows(table("1,234"), table("2,345"), table("3,456"))
    assert scales(table(*FIGURES), beside=(replace(near, above=table("5", title=MILLIONS).above),))[0] == [1_000_000]
