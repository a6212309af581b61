"""What a person says of how a document is to be read, which no map can say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from converter import Options, convert
from converter.errors import MapError
from converter.findings import Finding, Severity
from converter.reading import ColumnTold, Place, Reading, StatementTold, load_reading
from converter.report import Report
from converter.terms import Kind, Period

RELEASE = b"""QUARRY LANE CORP.
CONSOLIDATED BALANCE SHEETS
(In thousands)
                                December 31,
                               1998       1997
ASSETS
Current assets:
  Cash                      $   100    $    90
  Other                          20         30
Total current assets            120        120
Plant                            80         60
Total assets                $   200    $   180
"""
CASH, PLANT = 8, 11


def report(folder: Path, text: str = "") -> Report:
    path = folder / "reading" / "quarry.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return convert(RELEASE, Options(maps=folder), name="quarry.txt").report


def values(made: Report, label: str) -> dict[str, str]:
    """What a row states, by period."""
    (at,) = (number for number, row in enumerate(made.statements[0].rows) if row.label == label)
    return {
        f"{made.period_of(fact).end}": f"{fact.value}"
        for fact in made.facts
        if any(source.row == at for source in fact.sources)
    }


def told(made: Report, code: str = "reading.told") -> list[Finding]:
    return [finding for finding in made.findings if finding.code == code]


def start(made: Report) -> str:
    line, column = made.document.position(made.statements[0].span.start)
    return f"{line}:{column}"


def test_without_a_file_nothing_is_told(tmp_path: Path) -> None:
    made = convert(RELEASE, Options(maps=tmp_path), name="quarry.txt").report

    assert values(made, "Cash") == {"1998-12-31": "100000", "1997-12-31": "90000"}
    assert not told(made)
    assert load_reading(None, "quarry") == load_reading(tmp_path, "quarry") == Reading()


def test_a_scale_is_what_a_printed_one_of_money_is_worth(tmp_path: Path) -> None:
    made = report(tmp_path, f"statements: {{{CASH}: {{scale: 1000000}}}}")

    assert values(made, "Cash") == {"1998-12-31": "100000000", "1997-12-31": "90000000"}
    assert made.statements[0].scale == 1_000_000
    assert "a printed 1 is 1,000,000, as reading/quarry.yaml, line 1, says" in told(made)[0].message
    assert told(made)[0].severity is Severity.INFO


def test_the_scale_that_was_read_changes_nothing(tmp_path: Path) -> None:
    made = report(tmp_path, f"statements: {{{CASH}: {{scale: 1000}}}}")

    assert values(made, "Cash") == {"1998-12-31": "100000", "1997-12-31": "90000"}


def test_a_statement_is_named_by_its_beginning_or_a_line_of_it(tmp_path: Path) -> None:
    at = start(report(tmp_path))

    for place in (at, at.partition(":")[0], str(PLANT)):
        assert report(tmp_path, f'statements: {{"{place}": {{scale: 1}}}}').statements[0].scale == 1


@pytest.mark.parametrize("place", [f"{CASH}:2", "1", "99"])
def test_what_is_told_of_no_statement_is_a_warning_with_its_line(tmp_path: Path, place: str) -> None:
    made = report(tmp_path, f'statements:\n  "{place}": {{scale: 1}}\n')

    (finding,) = told(made, "reading.idle")
    assert finding.severity is Severity.WARNING
    assert finding.message == f"reading/quarry.yaml, line 2, holds for nothing: no statement stands at {place}."
    assert made.statements[0].scale == 1000


def test_a_column_is_of_the_period_that_is_told(tmp_path: Path) -> None:
    made = report(tmp_path, f'statements: {{{CASH}: {{columns: {{2: {{period: "1996-12-31"}}}}}}}}')

    assert values(made, "Cash") == {"1998-12-31": "100000", "1996-12-31": "90000"}
    assert "column 2 is of another period" in told(made)[0].message


def test_a_column_that_states_nothing_gives_no_facts(tmp_path: Path) -> None:
    made = report(tmp_path, f"statements: {{{CASH}: {{columns: {{1: {{dropped: not audited}}}}}}}}")

    assert values(made, "Cash") == {"1997-12-31": "90000"}
    assert "column 1 states nothing (not audited)" in told(made)[0].message


def test_a_column_that_is_not_there_is_a_warning(tmp_path: Path) -> None:
    made = report(tmp_path, f"statements: {{{CASH}: {{columns: {{3: {{dropped: why}}}}}}}}")

    assert [finding.message for finding in told(made, "reading.idle")] == [
        "reading/quarry.yaml, line 1, holds for nothing: the statement has 2 columns."
    ]


def test_a_statement_is_of_the_kind_that_is_told(tmp_path: Path) -> None:
    made = report(tmp_path, f"statements: {{{CASH}: {{kind: CF}}}}")

    assert made.statements[0].kind is Kind.CASH_FLOW


def test_a_statement_that_states_nothing_is_left_out(tmp_path: Path) -> None:
    from converter.errors import NoStatementError

    with pytest.raises(NoStatementError):
        report(tmp_path, f"statements: {{{CASH}: {{dropped: a parent's}}}}")


def test_an_amount_is_no_fact_where_a_person_says_so(tmp_path: Path) -> None:
    column = RELEASE.splitlines()[PLANT - 1].index(b"60") + 1
    made = report(tmp_path, f'dropped: {{"{PLANT}:{column}": "a misprint"}}')

    assert values(made, "Plant") == {"1998-12-31": "80000"}
    assert told(made)[0].message == (
        f"What stands at {PLANT}:{column} is no fact, as reading/quarry.yaml says: a misprint"
    )


def test_a_row_is_no_fact_where_a_person_says_so_and_what_it_was_a_part_of_is_no_sum(tmp_path: Path) -> None:
    assert len(report(tmp_path).statements[0].footings) == 2

    made = report(tmp_path, f"dropped: {{{PLANT}: twice printed}}")

    assert [fact for fact in made.facts if fact.value in (Decimal(80_000), Decimal(60_000))] == []
    assert len(made.statements[0].footings) == 1


@pytest.mark.parametrize("place", ["1", f"{PLANT}:2", "99"])
def test_what_begins_nowhere_cannot_be_left_out(tmp_path: Path, place: str) -> None:
    made = report(tmp_path, f'dropped:\n  "{place}": why\n')

    assert [finding.message for finding in told(made, "reading.idle")] == [
        f"reading/quarry.yaml, line 2, holds for nothing: nothing of a statement begins at {place}."
    ]


def test_the_file_is_among_what_the_report_was_made_with(tmp_path: Path) -> None:
    made = report(tmp_path, "dropped: {}")

    assert "reading/quarry.yaml" in dict(made.making.maps)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("statements:\n  8: {scale: 500}", 2, "500 is no scale"),
        ("statements:\n  8: {scale: 0}", 2, "0 is no scale"),
        ("statements:\n  8: {scale: 10000000000}", 2, "is no scale"),
        ("statements:\n  8:\n    columns:\n      1: {period: 1998-02-30}", 4, "'1998-02-30' is no period"),
        ("statements:\n  8: {columns: {1: {period: 1998-12-31 to 1998-01-01}}}", 2, "is no period"),
        ("statements:\n  8: {columns: {1: {period: last year}}}", 2, "pattern"),
        ("statements:\n  8: {columns: {0: {dropped: why}}}", 2, "pattern"),
        ("statements:\n  eight: {scale: 1}", 2, "pattern"),
        ("dropped:\n  8: ''", 2, "at least 1 character"),
        ("scale: 1000", 1, "Extra inputs"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, what: str) -> None:
    with pytest.raises(MapError, match=rf"quarry\.yaml, line {line}: .*{what}"):
        report(tmp_path, text)


def test_what_a_file_says_is_read_as_it_stands(tmp_path: Path) -> None:
    report(tmp_path, 'statements:\n  "8:3":\n    scale: 10\n    columns: {2: {period: 1998-01-01 to 1998-12-31}}\n')

    reading = load_reading(tmp_path, "quarry")

    (told_of,) = reading.statements.values()
    assert told_of == StatementTold(scale=10, columns={2: told_of.columns[2]}, line=2)
    assert told_of.columns[2] == ColumnTold(Period(date(1998, 12, 31), date(1998, 1, 1)))


@pytest.mark.parametrize("text", ["0", "1:0", "-1", "a", "1:", ""])
def test_no_place_of_a_document(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Place.of(text)


def test_places_are_written_as_they_are_read() -> None:
    assert [str(Place.of(text)) for text in ("57", "57:3", "1:1")] == ["57", "57:3", "1:1"]


MISSCALED = b"""HOLLIN GLASS CO.
CONSOLIDATED BALANCE SHEETS
(In thousands)
                                     December 31,
                                    1998       1997
ASSETS
  Cash                           $   100    $    90
  Plant                              100         90
Total assets                     $   200    $   180
LIABILITIES AND EQUITY
  Accounts payable               $    50    $    40
  Common stock                       150        140
Total liabilities and equity     $   200    $   180

CONSOLIDATED STATEMENTS OF CASH FLOWS
(In millions)
                                   Years ended December 31,
                                    1998       1997
Net cash provided by operating activities  $ 10  $ 20
Net increase in cash                     10         20
Cash at beginning of year                90         70
Cash at end of year              $      100    $    90
"""


def test_no_trial_overrules_a_person(tmp_path: Path) -> None:
    plain = convert(MISSCALED, Options(maps=tmp_path), name="hollin.txt").report
    assert [one.scale for one in plain.statements][-1] in (1_000, 1_000_000)
    path = tmp_path / "reading" / "hollin.yaml"
    path.parent.mkdir()
    path.write_text("statements: {19: {scale: 1000000}}", encoding="utf-8")

    made = convert(MISSCALED, Options(maps=tmp_path), name="hollin.txt").report

    assert [one.scale for one in made.statements][-1] == 1_000_000
