"""EX-27: read as the filer wrote it, compared with the statements, or taken in their place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from textwrap import dedent

import pytest

from converter import Conversion, Options, convert
from converter.errors import NoStatementError
from converter.findings import Finding
from converter.knowledge import load_knowledge
from converter.report import Context, Fact
from converter.schedules import Schedule, read_schedules
from converter.schedules.compare import compare
from converter.schedules.schedule import Entry
from converter.sources import read
from converter.span import Span
from converter.terms import Name, Period, Scope
from tests import sample
from tests.conftest import ROOT

SUBMISSION = (ROOT / "tests" / "releases" / "halden-10q-19970927.txt").read_text("utf-8")
ITEMS = load_knowledge("us-gaap").schedule_items


def schedules(body: str, kind: str = "EX-27") -> list[Schedule]:
    text = f"<DOCUMENT>\n<TYPE>{kind}\n<TEXT>\n{dedent(body)}\n</TEXT>\n</DOCUMENT>\n"
    return read_schedules(read(text.encode(), "schedule.txt", []), ITEMS, [])


def values(schedule: Schedule) -> dict[str, Decimal]:
    return {entry.tag: entry.value for entry in schedule.entries}


def test_values_take_the_multiplier_and_per_share_amounts_do_not() -> None:
    (schedule,) = schedules("""
        <ARTICLE> 5
        <MULTIPLIER> 1,000
        <PERIOD-TYPE> 9-MOS
        <PERIOD-END> SEP-27-1997
        <TOTAL-ASSETS> 790,000
        <NET-INCOME> (29,600)<F1>
        <EPS-PRIMARY> (1.35)
        """)

    assert values(schedule) == {"TOTAL-ASSETS": 790_000_000, "NET-INCOME": -29_600_000, "EPS-PRIMARY": Decimal("-1.35")}
    assert (schedule.months, schedule.end) == (9, date(1997, 9, 27))
    assert [entry.decimals for entry in schedule.entries] == [-3, -3, 2]


def test_each_column_is_a_schedule_of_its_own() -> None:
    first, second = schedules("""
        <ARTICLE> 5
        <RESTATED>
        <MULTIPLIER> 1
        <PERIOD-TYPE>   3-MOS        YEAR
        <PERIOD-START>  JAN-01-1998  JAN-01-1997
        <PERIOD-END>    MAR-31-1998  DEC-31-1997
        <TOTAL-ASSETS>  1,500        1,400
        """)

    assert [(one.months, one.start, one.end) for one in (first, second)] == [
        (3, date(1998, 1, 1), date(1998, 3, 31)),
        (12, date(1997, 1, 1), date(1997, 12, 31)),
    ]
    assert [values(one)["TOTAL-ASSETS"] for one in (first, second)] == [1500, 1400]
    assert first.restated


@pytest.mark.parametrize(
    ("article", "line", "value"),
    [("7", "<TOTAL-INVEST> 12", 12), ("9", "<DEPOSITS> 34", 34), ("UT", "<TOTAL-NET-UTILITY-PLANT> 56", 56)],
)
def test_articles_have_tags_of_their_own(article: str, line: str, value: int) -> None:
    (schedule,) = schedules(f"<ARTICLE> {article}\n<PERIOD-END> DEC-31-1996\n{line}\n")

    assert list(values(schedule).values()) == [value]


def test_legend_and_footnotes_are_prose() -> None:
    (schedule,) = schedules("""
        <LEGEND> TAKEN FROM THE STATEMENTS
        <CASH> 99
        </LEGEND>
        <PERIOD-END> DEC-31-1996
        <CASH> 5
        <FN>
        <F1> without
        <INVENTORY> 7
        </FN>
        """)

    assert values(schedule) == {"CASH": 5}


@pytest.mark.parametrize(
    ("printed", "end"),
    [
        ("SEP-27-1997", date(1997, 9, 27)),
        ("SEPT-27-1997", date(1997, 9, 27)),
        ("sep-27-97", date(1997, 9, 27)),
        ("09-27-1997", date(1997, 9, 27)),
        ("9/27/1997", date(1997, 9, 27)),
        ("09/27/97", date(1997, 9, 27)),
        ("MAR-31-2001", date(2001, 3, 31)),
    ],
)
def test_days_as_filers_write_them(printed: str, end: date) -> None:
    (schedule,) = schedules(f"<PERIOD-END> {printed}\n<CASH> 5\n")
    assert schedule.end == end


@pytest.mark.parametrize("printed", ["FEB-30-1997", "13-01-1997", "N/A", "XYZ-01-1997", "SEP-27"])
def test_what_is_no_day(printed: str) -> None:
    assert schedules(f"<PERIOD-END> {printed}\n<CASH> 5\n") == []


def compared(total: str, *concepts: str, period: Period, months: int | None = 12, tag: str = "NET-INCOME") -> list[str]:
    """The codes of the findings, where each of the concepts is 5,000 in thousands in the period, in turn plus 1,000."""
    facts = tuple(
        Fact(f"f{at}", Name("us-gaap", concept), "c", Decimal(5_000 + 1_000 * at), "USD", -3)
        for at, concept in enumerate(concepts)
    )
    report = replace(sample.report(), facts=facts, contexts=(Context("c", Scope(period)),))
    entry = Entry(tag, ITEMS[tag], total, Decimal(total), 0, Span(0, 0))
    schedule = Schedule(0, "5", None, None, 1, False, months, None, date(2000, 12, 31), (entry,), Span(0, 0))
    return [finding.code for finding in compare([schedule], report)]


YEAR = Period(date(2000, 12, 31), date(2000, 1, 1))
AGREES, DISAGREES = ["schedules.agree"], ["schedules.disagrees", "schedules.agree"]


def test_a_total_agrees_if_one_of_the_facts_of_its_concepts_does() -> None:
    first, second = ITEMS["NET-INCOME"].concepts[0], (*ITEMS["NET-INCOME"].concepts, *ITEMS["NET-INCOME"].also)[1]

    assert compared("5200", first, period=YEAR) == AGREES
    assert compared("5200", first, second, period=YEAR) == AGREES
    assert compared("6200", first, second, period=YEAR) == AGREES
    assert compared("-5200", first, period=YEAR) == AGREES  # signs are the filer's own
    assert compared("5600", first, period=YEAR) == DISAGREES


@pytest.mark.parametrize(
    ("period", "months", "found"),
    [
        (YEAR, 12, True),
        (YEAR, None, True),
        (YEAR, 3, False),
        (Period(date(2000, 12, 24), date(1999, 12, 27)), 12, True),
        (Period(date(2001, 1, 7), date(2000, 1, 3)), 12, True),
        (Period(date(2000, 12, 23), date(1999, 12, 26)), 12, False),
        (Period(date(2000, 12, 31)), 12, False),
        (Period(date(2000, 12, 31)), None, False),
    ],
)
def test_a_flow_is_compared_with_facts_of_its_own_time(period: Period, months: int | None, found: bool) -> None:
    concept = ITEMS["NET-INCOME"].concepts[0]

    assert compared("5000", concept, period=period, months=months) == (AGREES if found else [])


def test_a_balance_is_compared_with_instants_whatever_the_length_of_the_schedule() -> None:
    concept = ITEMS["TOTAL-ASSETS"].concepts[0]
    instant = Period(date(2000, 12, 31))

    assert compared("5000", concept, period=instant, months=3, tag="TOTAL-ASSETS") == AGREES
    assert compared("5000", concept, period=YEAR, tag="TOTAL-ASSETS") == []


def test_a_schedule_without_a_period_says_nothing() -> None:
    findings: list[Finding] = []
    text = "<DOCUMENT>\n<TYPE>EX-27\n<TEXT>\n<CASH> 5\n</TEXT>\n</DOCUMENT>\n"

    assert read_schedules(read(text.encode(), "schedule.txt", []), ITEMS, findings) == []
    assert [finding.code for finding in findings] == ["schedules.unreadable"]


def disagreements(text: str) -> list[str]:
    found = convert(text.encode()).findings
    return [finding.message for finding in found if finding.code in ("schedules.disagrees", "schedules.multiplier")]


def test_a_total_that_differs_is_a_finding_with_both_values_and_lines() -> None:
    wrong = SUBMISSION.replace("<TOTAL-ASSETS>                                 790,000", "<TOTAL-ASSETS> 970,000")

    (message,) = (message for message in disagreements(wrong) if "TOTAL-ASSETS" in message)

    assert "970,000,000" in message
    assert "790,000,000" in message
    assert "line 127" in message


def test_a_forgotten_multiplier_is_one_finding_not_one_per_line() -> None:
    messages = disagreements(SUBMISSION.replace("<MULTIPLIER> 1,000", "<MULTIPLIER> 1"))

    assert [message for message in messages if "multiplier" in message]
    assert not [message for message in messages if "TOTAL-ASSETS" in message]


def test_under_a_multiplier_too_large_the_totals_are_still_compared_to_the_digit() -> None:
    wrong = SUBMISSION.replace("<TOTAL-ASSETS>                                 790,000", "<TOTAL-ASSETS> 790,300")

    messages = disagreements(wrong.replace("<MULTIPLIER> 1,000", "<MULTIPLIER> 1,000,000"))

    assert [message for message in messages if "multiplier" in message]
    assert [message for message in messages if "TOTAL-ASSETS" in message]


def test_a_wrong_period_type_is_one_finding_not_one_per_line() -> None:
    found = convert(SUBMISSION.replace("9-MOS", "3-MOS").encode()).findings

    assert "schedules.period-type" in {finding.code for finding in found}
    assert "schedules.disagrees" not in {finding.code for finding in found}


def from_schedule(text: str) -> Conversion:
    return convert(text.encode(), Options(from_fds=True))


def test_a_schedule_alone_becomes_facts() -> None:
    facts = {str(fact.concept): fact for fact in from_schedule(SUBMISSION).report.facts}

    assert facts["us-gaap:Assets"].value == 790_000_000
    assert facts["us-gaap:NetIncomeLoss"].value == 29_600_000
    assert facts["us-gaap:EarningsPerShareBasic"].value == Decimal("1.35")
    assert "halden:Receivables" in facts  # gross or net: filers differ, so no us-gaap concept is claimed


def test_zeros_of_a_schedule_are_no_facts() -> None:
    conversion = from_schedule(SUBMISSION)

    assert not [fact for fact in conversion.report.facts if fact.value == 0]
    assert "schedules.zero" in {finding.code for finding in conversion.findings}


def test_a_document_without_a_schedule_says_so() -> None:
    with pytest.raises(NoStatementError, match="no financial data schedule"):
        from_schedule("Nothing here.")
