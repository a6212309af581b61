"""One printed line: where its caption ends, what its values are, and where they stand in the source."""

from __future__ import annotations

import pytest

from converter.tables.text_lines import RawLine, read_line


@pytest.mark.parametrize(
    ("line", "stub", "values"),
    [
        ("   Cash           $       6,055       $   6,616", "Cash", ["$ 6,055", "$ 6,616"]),
        ("Net revenues..............   $ 2,385    $ 2,113", "Net revenues", ["$ 2,385", "$ 2,113"]),
        ("Dividends per share.....   $  .043    $  .128", "Dividends per share", ["$ .043", "$ .128"]),
        ("Loss per share      $ (0.36)  $(.19)", "Loss per share", ["$ (0.36)", "$(.19)"]),
        ("Highlights          ($  39.0)     12.5%", "Highlights", ["($ 39.0)", "12.5%"]),
        ("Charges                --      -0-     $---", "Charges", ["--", "-0-", "$---"]),
        ("Fees                2,371(5)     1,234 (1)", "Fees", ["2,371", "1,234"]),
        ("(Write down) of investment          (1)            0", "(Write down) of investment", ["(1)", "0"]),
        ("Commitments and contingencies", "Commitments and contingencies", []),
        ("Other financing, net      -----     -----     125", "Other financing, net", ["-----", "-----", "125"]),
        ("Warrants issued    26   -------", "Warrants issued", ["26", "-------"]),
        ("Average common and equivalent ======= =====", "Average common and equivalent", []),
        ("Common and equivalent shares    -----    -------", "Common and equivalent shares", []),
        ("Long-term debt, non-current -----", "Long-term debt, non-current", []),
        (
            "     Shares: 1999 - 793,506; 1998 - 392,395.....   794   392",
            "Shares: 1999 - 793,506; 1998 - 392,395",
            ["794", "392"],
        ),
    ],
)
def test_caption_and_values(line: str, stub: str, values: list[str]) -> None:
    parsed = read_line(RawLine(0, line))
    assert (parsed.stub, [token.text for token in parsed.values]) == (stub, values)


def test_a_value_keeps_its_place_in_the_source() -> None:
    line = "Net loss\t\t $ (25,845)"
    parsed = read_line(RawLine(100, line))
    token = parsed.values[0]
    start, end = parsed.at(token.start) - 100, parsed.at(token.end - 1) + 1 - 100
    assert line[start:end] == "(25,845)"


@pytest.mark.parametrize(
    ("line", "rule"), [("      -------    ------", "-"), ("   =====  =====", "="), ("Total   ---", "")]
)
def test_rules(line: str, rule: str) -> None:
    assert read_line(RawLine(0, line)).rule == rule


def test_the_dash_escape_of_old_mail_is_undone() -> None:
    parsed = read_line(RawLine(0, "- - As reported        5     6"))
    assert parsed.stub == "- As reported"
    assert parsed.at(0) == 2


def test_a_date_before_years_is_a_head() -> None:
    parsed = read_line(RawLine(0, "June 30                    1997      1998"))
    assert parsed.years_only
    assert parsed.stub == "June 30"


def test_a_footnote_mark_beside_the_years_leaves_a_line_of_years() -> None:
    assert read_line(RawLine(0, "ASSETS                                1999       1999  (1)")).years_only
    assert not read_line(RawLine(0, "Other                                 1999      2,412  (1)")).years_only
    assert not read_line(RawLine(0, "Other                                              (1)")).years_only
