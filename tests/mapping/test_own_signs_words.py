"""The words by which a caption of the company's own says what a figure in brackets is."""

from __future__ import annotations

import pytest

from converter.mapping.own_signs import own_sign
from converter.terms import Kind
from tests.mapping.builder import statement

IS, CF = Kind.INCOME, Kind.CASH_FLOW


def sign(kind: Kind, caption: str, effect: int = 1, figures: str = "(12)  (10)") -> int:
    return own_sign(statement(kind, f"{caption}  {figures}\n").items[0], kind, effect)


@pytest.mark.parametrize(
    "caption",
    [
        "Charges after net income", "Charges after net earnings", "Net loss of a mill",
        *(f"Charges after {result} before tax" for result in ("income", "loss", "losses", "earnings", "a deficit")),
        *(f"Loss {to}" for to in (
            "before tax", "per unit", "attributable to others", "applicable to others",
            "allocated to others", "available to others",
            "from continuing lines", "from discontinued lines",
            "from operations", "from operation of mills")),
        "Comprehensive loss", "Operating loss", "Extraordinary loss", "Cumulative losses", "Other operating expenses",
    ],
)  # fmt: skip
def test_results_and_what_may_be_the_opposite_have_two_directions(caption: str) -> None:
    assert sign(IS, caption) == 1


@pytest.mark.parametrize(
    "caption",
    [
        "Charges after a cabinet income", "Cabinet losses", "Charges after net losses", "Charges after net incomes",
        "Charges after nonincome per unit", "Charges after overearnings available", "Loss from contracts",
        "Loss for units", "Cooperating losses", "Cumulatively recorded losses",
    ],
)  # fmt: skip
def test_words_that_only_hold_such_a_phrase_name_a_loss(caption: str) -> None:
    assert sign(IS, caption) == -1


@pytest.mark.parametrize(
    "caption",
    [
        "Impairment of mills", "Further impairments", "Write-off of mills", "Write-offs", "Write off of mills",
        "Writeoffs", "Write-down of mills", "Write-downs", "Writedown of mills", "Amortization", "Depreciation",
        "Other taxes",
    ],
)  # fmt: skip
def test_costs_that_have_other_names(caption: str) -> None:
    assert sign(IS, caption) == -1
    assert sign(CF, caption) == 1  # put back
    assert sign(CF, caption, -1) == -1


@pytest.mark.parametrize("caption", ["Syntaxes", "Nonimpairment items", "Taxesque items", "Overwrite-offset items"])
def test_words_that_only_hold_one_name_no_cost(caption: str) -> None:
    assert sign(IS, caption) == 1


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("Sale of a mill at a gain", -1),  # the gain is taken out
        ("Purchase of a mill at gains", -1),
        ("Loss on purchased notes", 1),
        ("Purchase at losses", 1),
        ("Payment of regains", -1),
        ("Payment for gainful work", -1),
        ("Payment of lossless notes", -1),
        ("Gain or loss on sales", 1),
    ],
)
def test_in_a_cash_flow_gains_and_losses_are_what_they_are_and_not_the_way_of_the_cash(
    caption: str, expected: int
) -> None:
    assert sign(CF, caption) == expected


def test_what_foresees_both_is_as_printed_whatever_it_does() -> None:
    for effect in (1, -1):
        assert sign(IS, "Gain (loss) on settlement", effect) == 1


def test_a_single_figure_without_brackets_leaves_a_row_as_printed() -> None:
    assert sign(IS, "Merger expenses", figures="(12)  1") == 1
    assert sign(IS, "Merger expenses", figures="(12)  -") == -1


@pytest.mark.parametrize("caption", ["Retirement plans, net of taxes", "Retirement plans, net of income taxes"])
def test_what_is_net_of_taxes_is_no_tax(caption: str) -> None:
    assert sign(IS, caption) == 1
    assert sign(IS, caption.replace("net of", "with")) == -1
