"""Results per share have the sign of the result."""

from __future__ import annotations

import pytest

from converter.terms import Kind
from tests.mapping.builder import statement
from tests.mapping.test_signs import sign_of, turned

IS = Kind.INCOME

PER_SHARE = """
{caption}                      {result}
Loss per share                 $.36  $.25
"""
PER_SHARE_CONCEPTS = ("EarningsPerShareBasic", "EarningsPerShareDiluted", "EarningsPerShareBasicAndDiluted")


@pytest.mark.parametrize("concept", PER_SHARE_CONCEPTS)
@pytest.mark.parametrize(
    ("caption", "result", "expected"),
    [("Net loss", "25  20", -1), ("Net income", "25  20", 1), ("Net income (loss)", "(25)  (20)", -1)],
)
def test_results_per_share_have_the_sign_of_the_result(concept: str, caption: str, result: str, expected: int) -> None:
    read = statement(IS, PER_SHARE.format(caption=caption, result=result))
    assert turned(read, {caption: "NetIncomeLoss", "Loss per share": concept})["Loss per share"] == expected


@pytest.mark.parametrize(
    "result",
    ["NetIncomeLossAvailableToCommonStockholdersBasic", "NetIncomeLoss", "ProfitLoss",
     "IncomeLossFromContinuingOperations"],
)  # fmt: skip
def test_the_result_may_be_called_so(result: str) -> None:
    read = statement(IS, PER_SHARE.format(caption="Result", result="25  20"))
    assert turned(read, {"Result": result, "Loss per share": "EarningsPerShareBasic"})["Loss per share"] == 1


def test_what_is_left_for_common_stock_comes_before_other_results() -> None:
    text = """
Net income                     25  20
Net loss for common stock      10  5
Loss per share                 $.36  $.25
"""
    concepts = {
        "Net income": "NetIncomeLoss",
        "Net loss for common stock": "NetIncomeLossAvailableToCommonStockholdersBasic",
        "Loss per share": "EarningsPerShareBasic",
    }
    assert turned(statement(IS, text), concepts)["Loss per share"] == -1


def test_without_a_result_the_caption_tells_of_a_loss_per_share() -> None:
    assert sign_of(IS, "Loss per share  $.36  $.25\n", "EarningsPerShareBasic") == -1


def test_other_amounts_per_share_do_not_follow_the_result() -> None:
    read = statement(IS, "Net loss  25  20\nDividends per share  $.36  $.25\n")
    concepts = {"Net loss": "NetIncomeLoss", "Dividends per share": "CommonStockDividendsPerShareDeclared"}
    assert turned(read, concepts)["Dividends per share"] == 1


def test_a_sign_that_a_mapping_file_gives_to_earnings_per_share_stays() -> None:
    read = statement(IS, "Net income  25  20\nLoss per share  $.36  $.25\n")
    concepts = {"Loss per share": "EarningsPerShareBasic", "Net income": "NetIncomeLoss"}
    assert turned(read, concepts, negated=True)["Loss per share"] == -1
