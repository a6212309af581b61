"""The scale of statements that state none: from tables with the same figures, from the others, from the prose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.findings import Finding
from converter.span import Span
from converter.statements.candidate import Selected
from converter.statements.classify import Verdict
from converter.statements.scale import Scale
from converter.statements.scales import find_scales, scale_lines
from converter.tables.table import Cell, Row, Table, Text
from converter.terms import Kind

NOWHERE = Span(0, 0)


def table(*figures: str, title: str = "", head: str = "", stub: str = "Sales") -> Table:
    cells = tuple(Cell(text, NOWHERE, at, 0, 0) for at, text in enumerate(figures))
    above = (Text(title, NOWHERE),) if title else ()
    heads = ((Text(head, NOWHERE),),) if head else ()
    return Table(0, "text", NOWHERE, above, heads, (), (Row(stub, NOWHERE, 0, cells),))


def scales(*tables: Table, text: str = "", beside: tuple[Table, ...] = ()) -> tuple[list[int], list[str]]:
    findings: list[Finding] = []
    chosen = [Selected(one, Verdict(Kind.INCOME, "", True, 0), ()) for one in tables]
    found = find_scales(text, chosen, [*tables, *beside], findings)
    return [scale.money for scale in found], [finding.code for finding in findings]


INFERRED, NONE = "statements.scale-inferred", "statements.scale-none"
FIGURES = ("1,234", "2,345", "3,456")


def test_a_stated_scale_is_taken() -> None:
    assert scales(table(*FIGURES, title="(in thousands)")) == ([1_000], [])


def test_without_any_evidence_amounts_are_in_full() -> None:
    assert scales(table(*FIGURES)) == ([1], [NONE])


def test_what_the_other_statements_state_if_they_agree() -> None:
    thousands, millions = table("5", title="(in thousands)"), table("6", title="(in millions)")

    assert scales(thousands, table(*FIGURES)) == ([1_000, 1_000], [INFERRED])
    assert scales(thousands, millions, table(*FIGURES)) == ([1_000, 1_000_000, 1], [NONE])


def test_a_table_with_three_of_the_same_figures_is_nearer() -> None:
    thousands = table("5", title="(in thousands)")
    near = table(*FIGURES, title="(in millions)")

    assert scales(thousands, table(*FIGURES), beside=(near,)) == ([1_000, 1_000_000], [INFERRED])
    assert scales(table(*FIGURES), beside=(near,)) == ([1_000_000], [INFERRED])
    fewer = table("1,234", "2,345", "9,999", title="(in millions)")
    assert scales(table(*FIGURES), beside=(fewer,)) == ([1], [NONE])
    small = table("234", "345", "456", title="(in millions)")
    assert scales(table("234", "345", "456"), beside=(small,)) == ([1], [NONE])


def test_tables_with_the_same_figures_that_do_not_agree_tell_nothing() -> None:
    near, other = table(*FIGURES, title="(in millions)"), table(*FIGURES, title="(in thousands)")

    assert scales(table(*FIGURES), beside=(near, other)) == ([1], [NONE])


def test_a_scale_that_one_statement_has_from_a_near_table_is_for_all() -> None:
    near = table(*FIGURES, title="(in millions)")

    assert scales(table("5"), table(*FIGURES), beside=(near,)) == ([1_000_000] * 2, [INFERRED] * 2)


@pytest.mark.parametrize(
    ("prose", "scale"),
    [
        ("sales of $1.23 million and costs of $2.35 million", 1_000),
        ("sales of $1.234 million and costs of $2.345 million", 1_000),
        ("sales of $1.23 billion and costs of $2.35 billion", 1_000_000),
        ("sales of $123 thousand and costs of $1.234 million, $2.345 million", 1_000),
        ("sales of $ 1.23 million and costs of $ 2.35 million", 1_000),
        ("sales of $1.24 million and costs of $2.35 million", 1),
        ("sales of $1.23 million", 1),
        ("sales of $1.2 million and costs of $2.3 million", 1),  # two digits may agree by chance
        ("sales of $0.12 million and costs of $0.23 million", 1),
        ("sales of 1.23 million and costs of 2.35 million", 1),
        ("sales of $1.23 millionth and costs of $2.35 millionth", 1),
        ("sales of $1.23 million and costs of $2.35 billion", 1),
        ("$1.23 million, $2.35 million, $1.23 billion, $2.35 billion", 1),  # two scales fit
        ("sales of $1.23 million and again of $1.23 million", 1),
    ],
)
def test_amounts_in_prose_that_agree_with_figures(prose: str, scale: int) -> None:
    expected = [INFERRED] if scale > 1 else [NONE]

    assert scales(table(*FIGURES), text=prose) == ([scale], expected)


def test_a_half_agrees_either_way() -> None:
    figures = table("1,235", "2,345")

    assert scales(figures, text="$1.24 million and $2.34 million")[0] == [1_000]
    assert scales(figures, text="$1.23 million and $2.35 million")[0] == [1_000]


@pytest.mark.parametrize(("figure", "scale"), [("100,000,000", 1), ("99,999,999", 1_000), ("(100,000,000)", 1)])
def test_figures_of_nine_digits_are_in_full_whatever_the_others_state(figure: str, scale: int) -> None:
    assert scales(table("5", title="(in thousands)"), table(figure))[0] == [1_000, scale]


def test_a_scale_that_was_inferred_is_not_stated() -> None:
    chosen = [
        Selected(one, Verdict(Kind.INCOME, "", True, 0), ()) for one in (table("5", title="(in millions)"), table("6"))
    ]

    stated, inferred = find_scales("", chosen, [one.table for one in chosen], [])

    assert stated == Scale(1_000_000, 1_000_000, stated=True)
    assert inferred == Scale(1_000_000, 1_000_000, stated=False)


def test_the_lines_that_may_state_a_scale_the_nearest_first() -> None:
    heading = Row("(in thousands)", NOWHERE, 0, ())
    rows = (heading, Row("Sales", NOWHERE, 0, (Cell("5", NOWHERE, 0, 0, 0),)), heading, heading)
    printed = Table(
        0,
        "text",
        NOWHERE,
        (Text("far", NOWHERE), Text("near", NOWHERE), Text("x" * 200, NOWHERE), Text("y" * 199, NOWHERE)),
        ((Text("upper", NOWHERE),), (Text("lower", NOWHERE), Text("right", NOWHERE))),
        (),
        rows,
    )

    assert scale_lines(printed) == [
        "(in thousands)",
        "(in thousands)",
        "right",
        "lower",
        "upper",
        "y" * 199,
        "near",
        "far",
    ]


# Scales that are stated and contradicted

DOUBTED = "statements.scale-contradicted"


def test_two_statements_that_print_the_same_figures_in_two_scales_are_doubted() -> None:
    thousands, millions = (table("1,234", "2,345", title=f"(in {word})") for word in ("thousands", "millions"))

    assert scales(thousands, millions) == ([1_000, 1_000_000], [DOUBTED, DOUBTED])
    one = table("1,234", "9,999", title="(in millions)")
    assert scales(thousands, one)[1] == [], "one figure may be chance"
    small = [table("234", "345", title=f"(in {word})") for word in ("thousands", "millions")]
    assert scales(*small)[1] == [], "small figures meet by chance"
    assert scales(thousands, table("1,234", "2,345")) == ([1_000, 1_000], [INFERRED])


def test_prose_that_names_the_figures_in_another_scale_doubts_the_stated_one() -> None:
    said = "sales of $1.23 million, costs of $2.35 million"
    assert scales(table(*FIGURES, title="(in millions)"), text=said) == ([1_000_000], [DOUBTED])
    assert scales(table(*FIGURES, title="(in thousands)"), text=said) == ([1_000], [])
    assert scales(table(*FIGURES, title="(in millions)"), text="sales of $1.23 million") == ([1_000_000], [])
    both = f"{said}, $1.23 billion, $2.35 billion"
    assert scales(table(*FIGURES, title="(in millions)"), text=both) == ([1_000_000], []), "both fit"


# Pages


def pages(first: str, *later: str) -> tuple[list[Scale], list[str]]:
    findings: list[Finding] = []
    over = tuple((Text("BALANCE SHEETS", NOWHERE), Text(line, NOWHERE)) for line in later)
    whole = replace(table("5", title=first), over_pages=over)
    found = find_scales("", [Selected(whole, Verdict(Kind.BALANCE_SHEET, "", True, 0, True), ())], [whole], findings)
    return found, [finding.code for finding in findings]


def test_the_page_that_speaks_of_shares_says_their_scale() -> None:
    assert pages("(in millions)", "(in millions except share amounts)") == ([Scale(1_000_000, 1, stated=True)], [])
    assert pages("(in millions except share amounts)", "(in millions)") == ([Scale(1_000_000, 1, stated=True)], [])
    assert pages("(in millions)", "(in millions)") == ([Scale(1_000_000, 1_000_000, stated=True)], [])
    assert pages("(in millions)", "continued") == ([Scale(1_000_000, 1_000_000, stated=True)], [])


def test_a_scale_that_only_a_later_page_states_is_for_all() -> None:
    assert pages("BALANCE SHEETS", "continued", "(in thousands)") == ([Scale(1_000, 1_000, stated=True)], [])


def test_pages_in_two_scales_are_told() -> None:
    expected = [Scale(1_000_000, 1_000_000, stated=True)], ["statements.scales-differ"]
    assert pages("(in millions)", "(in thousands)") == expected
