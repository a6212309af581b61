"""Notes in texts: the sequence of their numbers."""

from __future__ import annotations

import pytest

from converter.findings import Finding, Severity
from converter.span import Span
from tests.notes.documents import NUMBERED, PROSE, TEXT, TITLE, UNDIVIDED, found, submission, titles


def text_of(source: str, number: int) -> str:
    note = found(source)[number]
    return source[note.span.start : note.span.end]


def test_notes_go_from_heading_to_heading() -> None:
    assert titles(NUMBERED) == ["1 INVENTORIES", "2 INCOME TAXES", "3 LEASES"]
    assert text_of(NUMBERED, 0) == f"NOTE 1 - INVENTORIES\n\n{PROSE}"
    assert text_of(NUMBERED, 2) == f"NOTE 3 - LEASES\n\n{PROSE}"


@pytest.mark.parametrize(
    "behind", ["REPORT OF INDEPENDENT AUDITORS", "ITEM 9. CHANGES AND DISAGREEMENTS", "PART II", "SIGNATURES"]
)
def test_the_last_one_ends_before_what_comes_behind_the_notes(behind: str) -> None:
    assert text_of(f"{NUMBERED}{behind}\n\n{PROSE}", 2) == f"NOTE 3 - LEASES\n\n{PROSE}"


def test_the_name_over_what_comes_behind_is_no_part_of_the_last_one() -> None:
    behind = "LARKFIELD MILLS, INC.\nMANAGEMENT'S DISCUSSION AND ANALYSIS\n\n"
    assert text_of(f"{NUMBERED}{behind}{PROSE}", 2) == f"NOTE 3 - LEASES\n\n{PROSE}"
    source = f"{TITLE}NOTE 1 - DEBT\n\n{PROSE}NOTE 2 - LEASES\nMANAGEMENT'S REPORT\n\n{PROSE}"
    assert found(source)[1].span.end > source.index("NOTE 2")


def test_a_table_that_is_called_like_the_last_note_does_not_end_it() -> None:
    last = f"NOTE 4 - QUARTERLY DATA (UNAUDITED)\n\n{PROSE}Quarterly Data\n\nMills  1  2\n\n"
    source = f"{NUMBERED}{last}QUARTERLY STOCK PRICES\n\n{PROSE}"
    assert text_of(source, 3) == last


def test_the_item_at_the_head_of_each_page_ends_nothing() -> None:
    head = "PART II\nItem 8\n\n"
    pages = "".join(f"NOTE {number} - LEASES\n\n{PROSE}{head}{PROSE}" for number in range(1, 4))
    source = f"{head}{TITLE}{pages}PART II\nItem 9\n\n{PROSE}"
    assert len(found(source)) == 3
    assert text_of(source, 2) == f"NOTE 3 - LEASES\n\n{PROSE}{head}{PROSE}"


@pytest.mark.parametrize("style", ["Note {}. ", "NOTE {}: ", "{}. ", "({}) ", "{}) ", "{} - ", "{}  "])
def test_numbers_are_set_in_many_ways(style: str) -> None:
    source = TITLE + "".join(
        f"{style.format(number)}{title}\n\n{PROSE}"
        for number, title in enumerate(("Leases", "Debt", "Income Taxes"), 1)
    )
    assert titles(source) == ["1 Leases", "2 Debt", "3 Income Taxes"]


def test_letters_and_words_count_too() -> None:
    assert titles(f"{TITLE}A. LEASES\n\n{PROSE}B. DEBT\n\n{PROSE}") == ["A LEASES", "B DEBT"]
    assert titles(f"{TITLE}Note One - Leases\n\n{PROSE}Note Two - Debt\n\n{PROSE}") == ["One Leases", "Two Debt"]


def test_a_table_of_contents_is_not_the_notes() -> None:
    contents = (
        "Notes to Consolidated Financial Statements\n\n1. Leases ........ 7\n2. Debt ......... 8\n3. Taxes ...... 9\n\n"
    )
    notes = f"1. Leases\n\n{PROSE}2. Debt\n\n{PROSE}"
    assert text_of(contents + TITLE + notes, 0) == f"1. Leases\n\n{PROSE}"


def test_lists_within_a_note_are_part_of_it() -> None:
    listed = f"1. the first of the mills\n\n2. the second of the mills\n\n3. the third of them\n\n{PROSE}"
    source = f"{TITLE}1. LEASES\n\n{PROSE}{listed}2. DEBT\n\n{PROSE}3. INCOME TAXES\n\n{PROSE}"
    assert titles(source) == ["1 LEASES", "2 DEBT", "3 INCOME TAXES"]
    assert listed in text_of(source, 0)


def test_footnotes_of_tables_are_no_notes() -> None:
    footnotes = f"(1) Includes the mills\n(2) Net of the dams\n(3) As restated\n\n{PROSE}"
    source = f"{TITLE}INVENTORIES\n\n{PROSE}{footnotes}INCOME TAXES\n\n{PROSE}LEASES\n\n{PROSE}"
    assert titles(source) == ["INVENTORIES", "INCOME TAXES", "LEASES"]


def test_a_heading_that_goes_on_and_running_heads_are_in_their_note() -> None:
    page = (
        f"<PAGE>\n\nLARKFIELD MILLS, INC.\n\n{TITLE.strip()} (CONTINUED)\n\nNOTE 1 - INVENTORIES (Continued)\n\n{PROSE}"
    )
    source = f"{TITLE}NOTE 1 - INVENTORIES\n\n{PROSE}{page}NOTE 2 - LEASES\n\n{PROSE}"
    assert titles(source) == ["1 INVENTORIES", "2 LEASES"]
    assert page in text_of(source, 0)


def test_a_plan_in_an_exhibit_is_not_taken_for_notes() -> None:
    plan = "".join(f"{number}. ARTICLE OF THE PLAN\n\n{PROSE}" for number in range(1, 9))
    assert titles(submission(("10-K", NUMBERED), ("EX-10.1", f"{TITLE}{plan}"))) == titles(NUMBERED)
    assert titles(f"{plan}{NUMBERED}") == titles(NUMBERED)


def test_notes_stand_in_the_part_of_the_statements() -> None:
    plan = "".join(f"NOTE {number} - LEASES\n\n{PROSE}" for number in range(1, 9))
    made = submission(("10-K", "Statements.\n\n" + NUMBERED), ("EX-99", f"{TITLE}{plan}"))
    assert len(found(made)) == 8
    assert [note.heading.title for note in found(made, statements=[Span(0, 10)])] == [
        "INVENTORIES",
        "INCOME TAXES",
        "LEASES",
    ]


def test_of_an_annual_report_in_an_exhibit_they_are_read() -> None:
    made = submission(("10-K", PROSE), ("EX-13", NUMBERED), ("EX-27", NUMBERED))
    notes = found(made)
    assert len(notes) == 3
    assert notes[0].span.start == len(PROSE) + len(TITLE)
    assert notes[2].span.end == len(PROSE) + len(NUMBERED)
    assert len(found(submission(("10-K", PROSE), ("EX-13.2", NUMBERED), ("EX-99.1", PROSE)))) == 3
    assert len(found(submission(("10-K", PROSE), ("EX-10.13", NUMBERED)))) == 0


def test_a_further_set_of_notes_is_told() -> None:
    findings: list[Finding] = []
    found(submission(("10-K", NUMBERED + f"NOTE 4 - DEBT\n\n{PROSE}"), ("EX-13", NUMBERED)), findings=findings)
    assert [(each.code, each.severity) for each in findings] == [("notes.further-set", Severity.WARNING)]
    assert "3 notes, from 'INVENTORIES'" in findings[0].message


def test_notes_may_have_no_title_over_them() -> None:
    assert titles(NUMBERED[len(TITLE) :]) == titles(NUMBERED)


def test_a_number_alone_may_stand_at_the_end() -> None:
    assert titles(f"{NUMBERED}NOTE 4\n\n{TITLE}") == [*titles(NUMBERED), "4"]
    assert titles(f"{NUMBERED}NOTE 4") == [*titles(NUMBERED), "4"]


def test_a_number_that_is_missing_is_told() -> None:
    findings: list[Finding] = []
    source = f"{TITLE}NOTE 1 - INVENTORIES\n\n{PROSE}NOTE 3 - LEASES\n\n{PROSE}NOTE 4 - DEBT\n\n{PROSE}"
    notes = found(source, findings=findings)
    assert [note.heading.number for note in notes] == ["1", "3", "4"]
    assert [each.code for each in findings] == ["notes.number-missing"]
    assert findings[0].message.startswith("Between notes 1 and 3")
    assert findings[0].span == notes[1].heading.span


def test_without_notes_there_is_a_finding() -> None:
    findings: list[Finding] = []
    assert found(PROSE * 3, findings=findings) == ()
    assert [(each.code, each.severity) for each in findings] == [("notes.none", Severity.WARNING)]


def test_notes_that_nothing_tells_apart_are_one_and_that_is_told() -> None:
    findings: list[Finding] = []
    source = f"{PROSE}{TITLE}{PROSE}{PROSE}PART II\n\n{PROSE}"
    (note,) = found(source, findings=findings)
    assert source[note.span.start : note.span.end] == f"{TITLE}{PROSE}{PROSE}"
    assert (note.heading.number, note.heading.title) == ("", UNDIVIDED[0])
    assert [(each.code, each.severity, each.span) for each in findings] == [
        ("notes.undivided", Severity.WARNING, note.heading.span)
    ]
    assert source[note.heading.span.start : note.heading.span.end] == TITLE.strip()


def test_without_an_end_they_go_to_the_end_of_their_part() -> None:
    (note,) = found(f"{TITLE}{PROSE}")
    assert note.span == Span(0, len(TITLE + PROSE))


def test_of_several_titles_the_one_over_the_most_lines_is_that_of_the_notes() -> None:
    contents = f"{TITLE}Debt\n\nLeases\n\nMills\n\n"
    short = f"NOTES TO FINANCIAL STATEMENTS\n\n{PROSE}SIGNATURES\n\n"
    assert titles(f"{contents}SIGNATURES\n\n{short}{TITLE}{PROSE}{TITLE}{PROSE}") == UNDIVIDED
    assert titles(f"{TITLE}{PROSE}{PROSE}SIGNATURES\n\n{short}") == UNDIVIDED
    assert len(found(f"{contents}SIGNATURES\n\n")) == 0


def test_notes_may_begin_with_the_second() -> None:
    assert titles(f"{TITLE}NOTE 2 - LEASES\n\n{PROSE}NOTE 3 - DEBT\n\n{PROSE}") == ["2 LEASES", "3 DEBT"]
    assert titles(f"{TITLE}NOTE 3 - LEASES\n\n{PROSE}NOTE 4 - DEBT\n\n{PROSE}") == UNDIVIDED


def test_numbers_before_text_alone_are_notes_without_titles() -> None:
    source = TITLE + "".join(f"{number}.   {TEXT}{TEXT}\n" for number in range(1, 4))
    assert titles(source) == ["1", "2", "3"]


# Titles


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("NOTE 1 - SUMMARY OF SIGNIFICANT\nACCOUNTING POLICIES\n\n", "SUMMARY OF SIGNIFICANT ACCOUNTING POLICIES"),
        ("1. ORGANIZATION AND SUMMARY OF SIGNIFICANT\n   ACCOUNTING POLICIES\n",
         "ORGANIZATION AND SUMMARY OF SIGNIFICANT ACCOUNTING POLICIES"),
        ("Note 1. Organization and Summary of\n   Significant Accounting Policies\n\n",
         "Organization and Summary of Significant Accounting Policies"),
        ("NOTE 1\n\nINVENTORIES\n\n", "INVENTORIES"),
        ("NOTE 1 - INVENTORIES:\n\n", "INVENTORIES"),
        ("1. Inventories -\n\n", "Inventories"),
        ("1. Inventories. The company values them at cost. ", "Inventories"),
        ("NOTE 1 - 401(k) PLAN\n\n", "401(k) PLAN"),
        ("NOTE 1\n\nNOTES TO FINANCIAL STATEMENTS (CONTINUED)\n\nLEASES\n\n", "LEASES"),
    ],
)  # fmt: skip
def test_a_title_takes_its_lines_and_no_more(heading: str, title: str) -> None:
    source = f"{TITLE}{heading}{PROSE}{heading.replace('1', '2', 1)}{PROSE}"
    assert [note.heading.title for note in found(source)] == [
        title,
        title.replace("1", "2", 1) if "401" not in title else title,
    ]


def test_capitals_below_a_title_without_are_no_part_of_it() -> None:
    text = f"MILLS AND DAMS\n{PROSE}"
    assert titles(f"{TITLE}1. Leases\n{text}2. Debt\n{text}") == ["1 Leases", "2 Debt"]


def test_the_heading_has_its_place() -> None:
    source = f"{TITLE}NOTE 1 - SUMMARY OF\nSIGNIFICANT POLICIES\n\n{PROSE}NOTE 2 - DEBT\n\n{PROSE}"
    span = found(source)[0].heading.span
    assert source[span.start : span.end] == "NOTE 1 - SUMMARY OF\nSIGNIFICANT POLICIES"
