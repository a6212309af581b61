"""Earnings a share are what common stock gets."""

from __future__ import annotations

from converter.knowledge import load_knowledge
from converter.mapping.candidates import Candidate
from converter.mapping.common_stock_results import OF_COMMON, of_common_stock
from converter.mapping.maps import Fit
from converter.mapping.maps.words import Vocabulary
from converter.mapping.rows import frame_of
from converter.terms import Kind
from tests.mapping.builder import statement

GROUPS = load_knowledge("us-gaap").groups
WORDS = Vocabulary(same={}, ignored=frozenset({"to", "per"}))
EPS, DILUTED, OWN = "EarningsPerShareBasic", "EarningsPerShareDiluted", None
Found = dict[str, list[str | None]]


def found(text: str, concepts: dict[str, list[str]], fit: Fit = Fit.FULL) -> Found:
    """The concepts of each row's candidates, the likeliest first, by heading and caption."""
    read = statement(Kind.INCOME, text)
    rows = [
        [Candidate(concept, 1.0, fit, 0.0, "words") for concept in concepts.get(item.caption, ())]
        for item in read.items
    ]
    given = of_common_stock(frame_of(read, WORDS), rows, GROUPS)
    return {
        "/".join((*item.headings, item.caption)): [each.concept for each in row]
        for item, row in zip(read.items, given, strict=True)
        if row
    }


CLASSES = """
Per share
  Net loss                        $.25  $.21
  Preferred dividends             $.04  $.04
  {total}                         $.29  $.25
"""
COMMON = "Net loss applicable to common stock"


def test_the_result_that_says_it_is_of_common_stock_is_the_earnings_a_share() -> None:
    assert found(CLASSES.format(total=COMMON), {"Net loss": [EPS, "Revenues"], COMMON: ["Revenues"]}) == {
        "Per share/Net loss": [OWN, "Revenues"],
        f"Per share/{COMMON}": [EPS, "Revenues"],
    }


def test_both_rows_tell_the_rule() -> None:
    read = statement(Kind.INCOME, CLASSES.format(total=COMMON))
    rows = [[Candidate(EPS, 1.0, Fit.LOOSE, 0.0, "words")] if item.caption == "Net loss" else [] for item in read.items]
    given = [row[0] for row in of_common_stock(frame_of(read, WORDS), rows, GROUPS) if row]
    assert [(each.rule, each.footing, each.fit) for each in given] == [(OF_COMMON, OF_COMMON, Fit.FULL)] * 2


def test_a_row_that_is_earnings_a_share_already_stays() -> None:
    concepts = {"Net loss": [EPS], COMMON: [DILUTED]}
    assert found(CLASSES.format(total=COMMON), concepts) == {
        "Per share/Net loss": [EPS],
        f"Per share/{COMMON}": [DILUTED],
    }


def test_a_row_that_does_not_speak_of_common_stock_or_of_the_same_result_stays() -> None:
    for total in ("Net loss of preferred stock", "Loss of common stock", "Net loss"):
        assert found(CLASSES.format(total=total), {"Net loss": [EPS]})["Per share/Net loss"] == [EPS]


def test_a_row_that_says_common_itself_has_no_other() -> None:
    text = "Net loss common  $.25  $.21\nNet loss common diluted  $.29  $.25\n"
    assert found(text, {"Net loss common": [EPS]}) == {"Net loss common": [EPS]}


def test_amounts_of_money_are_none() -> None:
    text = "Net loss  25  21\nNet loss applicable to common stock  29  25\n"
    assert found(text, {"Net loss": [EPS]}) == {"Net loss": [EPS]}


def test_under_another_heading_it_is_of_something_else() -> None:
    text = f"Basic\n  Net loss  $.25  $.21\nPro forma\n  {COMMON}  $.29  $.25\n"
    assert found(text, {"Net loss": [EPS]}) == {"Basic/Net loss": [EPS]}


def test_a_persons_own_line_stays() -> None:
    assert found(CLASSES.format(total=COMMON), {"Net loss": [EPS]}, Fit.OWN) == {"Per share/Net loss": [EPS]}
    concepts = {"Net loss": [EPS], COMMON: ["Revenues"]}
    assert found(CLASSES.format(total=COMMON), concepts, Fit.OWN)["Per share/Net loss"] == [EPS]
