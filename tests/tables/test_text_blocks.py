"""Where in a plain text statements may stand."""

from __future__ import annotations

import pytest

from converter.span import Span
from converter.tables.limits import LONGEST_LINE, is_too_long, long_lines, shortened
from converter.tables.text_blocks import find_blocks, looks_like_values


@pytest.mark.parametrize(
    "line",
    [
        "Cash    5", "Cash    5   ", "Cash\t5", "Cash....5", "Cash $5", "Cash    (5)", "Cash    5%", "Cash    --",
        "Cash    *", "Cash    5|", "Cash    \u2014", "Cash    \u2013", "    5", "0    9",
    ],
)  # fmt: skip
def test_lines_that_end_like_values(line: str) -> None:
    assert looks_like_values(line)


@pytest.mark.parametrize("line", ["", "   ", "Cash", "Cash 5", "Cash.5", "In 1999", "Cash    x", "Cash    5 held", "5"])
def test_lines_that_do_not(line: str) -> None:
    assert not looks_like_values(line)


VALUE = "Things    5"
SPEAKS = ["Total assets    5", "Net income    6", VALUE]


def blocks(*lines: str) -> list[tuple[int, int]]:
    return [tuple(block) for block in find_blocks(list(lines))]  # type: ignore[misc]


def test_a_block_is_of_three_lines_with_values_at_least() -> None:
    assert blocks(*SPEAKS) == [(0, 2)]
    assert blocks(*SPEAKS[:2], "Cash flows") == []
    assert blocks() == []


def test_a_block_reaches_from_its_titles_to_a_few_lines_behind_its_values() -> None:
    assert blocks(*[""] * 50, *SPEAKS, *[""] * 9) == [(5, 56)]
    assert blocks(*[""] * 45, *SPEAKS) == [(0, 47)]
    assert blocks(*SPEAKS, *[""] * 3) == [(0, 5)]


@pytest.mark.parametrize(("between", "found"), [(24, [(0, 29)]), (25, [])])
def test_25_lines_without_values_part_two_blocks(between: int, found: list[tuple[int, int]]) -> None:
    assert blocks(*SPEAKS[:2], *[""] * between, VALUE, *["x"] * (29 - 2 - between)) == found


def test_blocks_do_not_overlap() -> None:
    assert blocks(*SPEAKS, *[""] * 30, *SPEAKS) == [(0, 6), (7, 35)]
    assert blocks(*SPEAKS, *[""] * 80, *SPEAKS) == [(0, 6), (38, 85)]
    other = [VALUE] * 3
    assert blocks(*other, *[""] * 30, *SPEAKS) == [(0, 35)], "what is no block is in nobody's way"


def test_the_words_may_stand_in_eight_lines_before_and_four_behind() -> None:
    plain = [VALUE] * 3
    for before, found in ((7, [(0, 10)]), (8, [])):
        assert blocks("Cash flows, net income", *[""] * before, *plain) == (found if before == 7 else [])
    assert blocks(*plain, "", "", "", "Cash flows, net income") == [(0, 6)]
    assert blocks(*plain, "", "", "", "", "Cash flows, net income") == []


@pytest.mark.parametrize(
    "words", ["Total assets", "Total assets and total assets", "Nothing of the kind", "Sales, costs"]
)
def test_one_expression_of_statements_is_not_enough(words: str) -> None:
    assert blocks(words, *[VALUE] * 3) == []


@pytest.mark.parametrize(
    "words",
    [
        "total assets", "total current assets", "total liabilities", "total  current  liabilities",
        "liabilities and stockholders", "liabilities and other shareholders", "liabilities  and  partners' holders",
        "net income", "net loss", "net earnings", "net profit", "net (loss", "net (income", "earnings before",
        "income taxes before", "loss(es) before", "profit before", "loss here before", "earnings/ before",
        "operating activities", "investing activities", "financing  activities", "net cash", "net  cash", "cash flows",
        "cash flow",
        "total revenue", "total revenues", "total net revenues", "total sales", "net sales", "net revenue",
        "net revenues", "accounts receivable", "accounts payable", "retained earnings", "additional paid",
        "stockholders' equity", "stockholders equity", "shareholders' equity", "shareholders  equity",
        "stockholders\u2019s equity", "partners' capital", "partners equity", "balance sheet", "balance  sheets",
        "cost of sales",
        "cost of goods", "cost of revenue", "cost of revenues", "per share", "per common share", "income taxes",
        "comprehensive income", "comprehensive loss", "NET SALES",
    ],
)  # fmt: skip
def test_what_statements_speak_of(words: str) -> None:
    other = "cost of sales" if words != "cost of sales" else "cash flows"
    assert len(blocks(f"{words}; {other}", *[VALUE] * 3)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "total other assets",
        "netincome",
        "cash\u00b7flows",
        "accounts held",
        "cost of living",
        "per ton",
        "before",
        "partners' interest",
        "balance sheetrock",
    ],
)
def test_words_that_are_only_like_those(words: str) -> None:
    assert blocks(f"{words}; cost of sales", *[VALUE] * 3) == []


# Lines that are too long


def test_a_line_of_a_statement_has_a_thousand_characters_at_most() -> None:
    assert not is_too_long("x" * LONGEST_LINE)
    assert is_too_long("x" * (LONGEST_LINE + 1))
    assert not is_too_long("x" * LONGEST_LINE + "   ")
    assert is_too_long("\t" * 125 + "x")
    assert not is_too_long("\t" * 124 + "x" * 8)
    assert not is_too_long("\t5")


def test_of_a_line_that_is_too_long_the_beginning_is_looked_at() -> None:
    assert shortened("x" * 5_000) == "x" * 1_000
    assert shortened("\t" * 5_000) == "\t" * 125


def test_lines_that_are_too_long_are_told_once() -> None:
    finding = long_lines([Span(3, 9), Span(12, 14)])
    assert (finding.code, finding.severity, finding.span) == ("tables.line-too-long", "warning", Span(3, 9))
    assert finding.message.startswith("2 lines of more than 1,000 characters")
