"""The Python API: a path or bytes in, a Report with its findings out, and nothing on disk before it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter import Options, convert
from converter.errors import InputError, NoStatementError, UsageError
from converter.sources.loading import load
from tests.conftest import ROOT

RELEASES = ROOT / "tests" / "releases"
RELEASE = RELEASES / "larkfield-8k-20011018.txt"
SUBMISSION = RELEASES / "halden-10q-19970927.txt"


def test_a_path_and_its_bytes_give_the_same_report() -> None:
    assert convert(RELEASE.read_bytes(), name=RELEASE.name).report == convert(str(RELEASE)).report


def test_converting_prints_nothing_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    convert(RELEASE)

    assert capfd.readouterr() == ("", "")
    assert list(tmp_path.iterdir()) == []


def test_every_printed_fact_shows_its_characters() -> None:
    report = convert(RELEASE).report

    for fact in report.facts:
        for source in fact.sources:
            shown = report.document.text[source.span.start : source.span.end]
            digits = [character for character in source.printed if character.isdigit()]
            assert [character for character in shown if character.isdigit()] == digits


def test_the_findings_of_validation_join_the_others_and_the_report(tmp_path: Path) -> None:
    conversion = convert(RELEASE)

    validated = conversion.validated()

    assert validated.validation is not None
    assert validated.validation.verdict == "valid"
    assert set(conversion.findings) <= set(validated.findings)
    assert "findings" in (validated.write(tmp_path / "out")[-1]).read_text("utf-8")


MISPRINTED = b"""HOLLIN GLASS CO.
CONSOLIDATED BALANCE SHEETS
(In thousands)
                                     December 31,
                                    1998       1997
ASSETS
Current assets:
  Cash                             $ 1,210    $ 1,150
  Receivables                        2,340      2,220
  Inventories                        1,875      1,790
    Total current assets             5,425      5,160
Property, plant and equipment        4,310      4,205
    Total assets                   $ 9,735    $ 9,365
LIABILITIES AND SHAREHOLDERS' EQUITY
Current liabilities:
  Accounts payable                 $ 1,405    $ 1,380
  Accrued expenses                     980        945
    Total current liabilities        2,385      2,325
Common stock                         3,000      3,000
Retained earnings                    4,350      4,040
    Total liabilities and
      shareholders' equity         $ 9,795    $ 9,365
"""


def test_what_contradicts_is_never_sure_also_without_validation() -> None:
    conversion = convert(MISPRINTED, name="hollin.txt")

    assert "DQC_0118" in {finding.code for finding in conversion.findings}
    doubted = [fact for fact in conversion.report.facts if fact.refuted]
    assert {fact.value for fact in doubted} & {9_735_000, 9_795_000}
    assert all(fact.decision and fact.decision.confidence < 0.5 for fact in doubted)
    assert not any(fact.refuted for fact in conversion.report.facts if fact.context == "I19971231")


def test_our_own_checks_are_told_once() -> None:
    conversion = convert(MISPRINTED, name="hollin.txt")
    validated = conversion.validated()
    told = [finding for finding in validated.findings if finding.code == "DQC_0118"]
    assert told == [finding for finding in conversion.findings if finding.code == "DQC_0118"]


def test_a_part_of_a_submission_is_chosen_by_number_or_type() -> None:
    whole = convert(SUBMISSION)
    for choice in ("1", "10-Q", "10-q"):
        chosen = convert(SUBMISSION, Options(document=choice))
        assert chosen.report.facts == whole.report.facts


def test_a_part_that_is_not_there_is_an_error_that_names_those_that_are() -> None:
    with pytest.raises(UsageError, match="1 10-Q, 2 EX-27"):
        convert(SUBMISSION, Options(document="EX-13"))


def test_a_part_without_statements_is_no_statement() -> None:
    with pytest.raises(NoStatementError):
        convert(SUBMISSION, Options(document="EX-27"))


def test_a_file_above_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"x" * 101)

    with pytest.raises(InputError, match="too large"):
        load(path, limit=100)


def test_the_fiscal_year_end_may_be_written_with_or_without_a_dash() -> None:
    assert (
        convert(RELEASE, Options(fiscal_year_end="0630")).report
        == convert(RELEASE, Options(fiscal_year_end="06-30")).report
    )


def test_a_document_of_pro_forma_statements_says_what_was_left_out() -> None:
    text = RELEASE.read_text("utf-8").replace("CONSOLIDATED", "PRO FORMA CONDENSED")
    with pytest.raises(NoStatementError, match="3 like one were left out"):
        convert(text.encode())


@pytest.mark.parametrize("given", ["report", "folder", "file", "bytes"])
def test_an_earlier_filing_may_be_given_in_any_form(given: str, tmp_path: Path) -> None:
    first = convert(RELEASE, Options(taxonomy="us-gaap/2009"))
    [*_, record] = first.write(tmp_path / "out")
    earlier = {"report": first.report, "folder": tmp_path / "out", "file": str(record), "bytes": record.read_bytes()}
    text = RELEASE.read_bytes() + b"\n"

    found = convert(text, name="later.txt", earlier=[earlier[given]])

    assert [name for name, _ in found.report.making.maps][-1] == f"earlier {RELEASE.name}"
    alone = {str(fact.concept): fact.value for fact in convert(text, name="later.txt").report.facts}
    assert {str(fact.concept): fact.value for fact in found.report.facts} == alone


def test_what_is_no_earlier_filing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"report\.json"):
        convert(RELEASE, earlier=[tmp_path])
