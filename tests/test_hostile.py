"""What no honest document prints ends in every format all the same, and what was not read is told."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from converter import Conversion, convert
from converter.findings import Finding
from converter.tables.limits import LONGEST_LINE
from converter.validation.checks import check as check_report
from tests.bench.frames import HEAD, HTML_HEAD, HTML_TAIL, TAIL
from tests.fuzz.files import check

PAYABLE = "Accounts payable                 1,000       2,000"
RELEASE = HEAD + PAYABLE + TAIL
HEADER = "<SEC-HEADER>\nCOMPANY CONFORMED NAME: ACME\n{}\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n"
PAGE = HTML_HEAD + "{}" + HTML_TAIL
SCHEDULE = (
    "<DOCUMENT>\n<TYPE>EX-27\n<TEXT>\n<ARTICLE> 5\n<MULTIPLIER> {}\n<PERIOD-TYPE> {}\n<PERIOD-END> {}\n"
    "<CASH> {}\n<TOTAL-ASSETS> 2,468\n</TEXT>\n</DOCUMENT>\n"
)


def _ends_in_every_format(text: str) -> Conversion:
    conversion = convert(text.encode())
    check_report(conversion.report)
    check(conversion, ["all"])
    return conversion


def _codes(findings: Iterable[Finding]) -> set[str]:
    return {finding.code for finding in findings}


def _with_line(line: str) -> str:
    return RELEASE.replace(PAYABLE, line)


@pytest.mark.parametrize(
    "attribute",
    [
        f"{name}='{value}'"
        for name in ("colspan", "rowspan", "width", "border")
        for value in ("²", "９９", "9" * 400, "-1")
    ],
)
def test_sizes_of_cells(attribute: str) -> None:
    _ends_in_every_format(PAGE.format(f"<tr><td {attribute}>Other</td><td>1</td><td>2</td></tr>"))


@pytest.mark.parametrize("value", ["²", "٣", "9" * 400])
@pytest.mark.parametrize("markup", ["<hr size='{}'>", "<ol start='{}'><li>a</ol>", "<font size='{}'>a</font>"])
def test_sizes_of_other_elements(markup: str, value: str) -> None:
    _ends_in_every_format(PAGE.format("<tr><td>" + markup.format(value) + "</td><td>1</td><td>2</td></tr>"))


@pytest.mark.parametrize(
    "length", ["9" * 400 + "px", "-" + "9" * 400 + "em", "9" * 400 + "px;margin-left:-" + "9" * 400 + "px"]
)
def test_indents(length: str) -> None:
    _ends_in_every_format(
        PAGE.format(f"<tr><td style='padding-left:{length};text-indent:{length}'>Other</td><td>1</td><td>2</td></tr>")
    )


@pytest.mark.parametrize("figure", ["1" * 28, "1" * 400, "1,234" + ",234" * 8, "0." + "1" * 12, "." + "0" * 40 + "1"])
def test_a_figure_that_is_longer_than_any_amount_is_told_and_left_out(figure: str) -> None:
    conversion = _ends_in_every_format(_with_line(f"Payable  {figure:>29}{'2,000':>12}"))

    assert "statements.amount-too-long" in _codes(conversion.findings) or len(figure) <= 18
    assert not any(source.printed == figure for fact in conversion.report.facts for source in fact.sources)


def test_the_longest_amount_is_exact_in_every_format() -> None:
    figure = "123,456,789,012,345,678"
    conversion = _ends_in_every_format(_with_line(f"Payable  {figure:>29}{'2,000':>12}"))

    assert int(figure.replace(",", "")) * 1000 in [fact.value for fact in conversion.report.facts]


@pytest.mark.parametrize("figure", ["١٢٣٤", "１,２３４", "1²"])
def test_digits_of_other_scripts_are_no_figures(figure: str) -> None:
    _ends_in_every_format(_with_line(f"Payable  {figure:>29}{'2,000':>12}"))


@pytest.mark.parametrize("day", ["00010101", "99991231", "00000000", "１９９９１２３１"])
def test_a_period_of_report_in_no_likely_year_is_none(day: str) -> None:
    text = HEADER.format(f"CENTRAL INDEX KEY: 1\nCONFORMED PERIOD OF REPORT: {day}\nFILED AS OF DATE: {day}") + RELEASE
    document = _ends_in_every_format(text).report.document
    assert (document.header.period, document.header.filed) == (None, None)


@pytest.mark.parametrize("cik", ["１２３", "١٢٣", "12a", "12345678901", "n/a"])
def test_a_cik_that_is_none_is_told_and_the_document_is_converted(cik: str) -> None:
    conversion = _ends_in_every_format(HEADER.format(f"CENTRAL INDEX KEY: {cik}") + RELEASE)

    assert conversion.report.document.header.cik is None
    assert conversion.report.entity.name == "ACME"
    assert {"sources.cik-unreadable", "EFM.6.05.01"} <= _codes(conversion.findings)


@pytest.mark.parametrize(
    "fields",
    [
        ("9" * 400, "YEAR", "DEC-31-1999", "1"),
        ("1000", "9" * 400 + "-MOS", "DEC-31-1999", "1"),
        ("1000", "99-MOS", "DEC-31-0001", "1"),
        ("1000", "YEAR", "DEC-31-9999", "1"),
        ("1,000", "YEAR", "DEC-31-1999", "9" * 400),
        ("١٠٠٠", "１２-MOS", "DEC-31-1999", "１２"),
    ],
)
def test_schedules(fields: tuple[str, ...]) -> None:
    _ends_in_every_format(
        HEADER.format("CENTRAL INDEX KEY: 1") + RELEASE + "</TEXT>\n</DOCUMENT>\n" + SCHEDULE.format(*fields)
    )


@pytest.mark.parametrize(
    "filling",
    ["1" * LONGEST_LINE, " " * LONGEST_LINE, "\t" * (LONGEST_LINE // 8), "  1,234" * 300, "- " * LONGEST_LINE],
)
def test_a_line_that_is_longer_than_any_of_a_statement_is_told(filling: str) -> None:
    conversion = _ends_in_every_format(_with_line(f"Accounts payable  {filling}   1,000   2,000"))

    (told,) = [finding for finding in conversion.findings if finding.code == "tables.line-too-long"]
    assert told.span is not None
    assert conversion.report.document.position(told.span.start)[0] == 10


def test_a_long_line_of_prose_is_not_told() -> None:
    conversion = _ends_in_every_format("The company sold more than before. " * 100 + "\n\n" + RELEASE)
    assert "tables.line-too-long" not in _codes(conversion.findings)


def test_a_caption_with_very_many_figures_gives_each_of_them_a_fact() -> None:
    rows = "".join(f"{'Other payables':<30}{number:>8,}{number:>12,}\n" for number in range(1, 121))
    report = _ends_in_every_format(_with_line(rows.rstrip("\n"))).report

    printed = [fact for fact in report.facts for source in fact.sources if source.column == 0]
    assert {int(fact.value) for fact in printed} >= {number * 1000 for number in range(1, 121)}
    assert len({extension.name for extension in report.extensions}) == len(report.extensions)
