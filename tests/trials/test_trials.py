"""What contradicts is read another way, and kept where that is better in every respect."""

from __future__ import annotations

from decimal import Decimal

import pytest

from converter import convert
from converter.report import Report
from tests.conftest import ROOT

HALDEN = (ROOT / "tests" / "releases" / "halden-10q-19970927.txt").read_text("ascii")
SHEET, INCOME, CASH = "CONDENSED CONSOLIDATED BALANCE SHEETS", "STATEMENTS OF INCOME", "STATEMENTS OF CASH FLOWS"


def changed(after: str, *pairs: tuple[str, str], once: bool = True) -> str:
    """The filing, with words that stand after others replaced."""
    at = HALDEN.index(after)
    head, tail = HALDEN[:at], HALDEN[at:]
    for old, new in pairs:
        assert old in tail
        tail = tail.replace(old, new, 1 if once else -1)
    return head + tail


def told(text: str) -> tuple[Report, list[str]]:
    """The report, and the messages of what was tried and taken."""
    report = convert(text.encode(), name="halden.txt").report
    return report, [finding.message for finding in report.findings if finding.code.startswith("trials.")]


def values(report: Report) -> dict[tuple[str, str], Decimal | str]:
    return {(fact.concept.local, fact.context): fact.value for fact in report.facts if fact.unit}


SOUND, NOTHING = told(HALDEN)


def test_what_contradicts_nothing_is_read_once() -> None:
    assert NOTHING == []


@pytest.mark.parametrize("statement", [SHEET, INCOME, CASH])
def test_a_statement_in_a_scale_that_goes_with_no_other_is_read_in_that_of_the_others(statement: str) -> None:
    report, messages = told(changed(statement, ("(In millions", "(In thousands")))

    assert values(report) == values(SOUND)
    assert len(messages) == 1
    assert statement in messages[0]
    assert "1,000,000" in messages[0]


@pytest.mark.parametrize(
    ("statement", "columns", "pairs"),
    [
        (CASH, "1 and 2", [("1997          1996", "1996          1997"), ("27,     Sept. 28", "28,     Sept. 27")]),
        (
            INCOME,
            "3 and 4",
            [
                ("1997        1996        1997        1996", "1997        1996        1996        1997"),
                ("Sept. 27,   Sept. 28,   Sept. 27,   Sept. 28,", "Sept. 27,   Sept. 28,   Sept. 28,   Sept. 27,"),
            ],
        ),
    ],
)
def test_two_columns_whose_heads_changed_places_are_read_with_each_others_dates(
    statement: str, columns: str, pairs: list[tuple[str, str]]
) -> None:
    report, messages = told(changed(statement, *pairs))

    assert values(report) == values(SOUND)
    assert len(messages) == 1
    assert f"Columns {columns} of" in messages[0]


def test_what_was_said_of_the_first_reading_is_said_of_the_last() -> None:
    report, _ = told(
        changed(CASH, ("1997          1996", "1996          1997"), ("27,     Sept. 28", "28,     Sept. 27"))
    )

    assert report.completeness == SOUND.completeness
    assert not [finding for finding in report.findings if finding.code == "statements.identity"]


def test_a_misprint_that_nothing_explains_stays_as_it_is_printed() -> None:
    report, messages = told(changed(SHEET, ("128.4", "128.9")))

    assert messages == []
    assert [finding.code for finding in report.findings if finding.fact and finding.severity == "warning"]
    assert values(report)["AccountsReceivableNetCurrent", "I19970927"] == Decimal("128900000")
