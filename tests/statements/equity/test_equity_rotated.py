"""The rotated layout: periods are columns, each component is a roll-forward under its heading."""

from __future__ import annotations

from tests.statements.equity.prints import BALANCE_SHEET, equity, printed

ROTATED = """
               CONSOLIDATED STATEMENTS OF STOCKHOLDERS' EQUITY
                     (in thousands, except share amounts)

                                                   Year Ended December 31,
                                                     1998          1997
                                                 -----------   -----------
Total stockholders' equity, beginning balances   $     1,800   $     1,700

Common stock and additional paid-in capital:
   Beginning balances                                    192           187
   Exercise of stock options                               8             5
   Ending balances                                       200           192

Retained earnings:
   Beginning balances                                  1,608         1,513
   Net income                                            180           135
   Cash dividends                                        (48)          (40)
   Ending balances                                     1,740         1,608

Treasury stock:
   Beginning balances                                      -             -
   Purchase of treasury stock                            (40)            -
   Ending balances                                       (40)            -

Total stockholders' equity, ending balances      $     1,900   $     1,800

Dividends declared per share                     $       .04   $       .03
"""


def test_a_column_dates_the_balances_at_its_edges() -> None:
    statement, findings = equity(BALANCE_SHEET + ROTATED)
    assert findings == []
    assert statement is not None
    rows = {(item.caption, item.amounts[0].components[0].caption if item.amounts[0].components else ""): item
            for item in statement.items if item.amounts}  # fmt: skip
    opening = rows["Beginning balances", "Retained earnings"]
    assert [(str(amount.period.end if amount.period else ""), int(amount.value)) for amount in opening.amounts] == [
        ("1997-12-31", 1_608_000),
        ("1996-12-31", 1_513_000),
    ]
    income = rows["Net income", "Retained earnings"]
    assert [amount.period.start.isoformat() for amount in income.amounts if amount.period and amount.period.start] == [
        "1998-01-01",
        "1997-01-01",
    ]
    closing = rows["Total stockholders' equity, ending balances", ""]
    assert [int(amount.value) for amount in closing.amounts] == [1_900_000, 1_800_000]
    assert rows["Dividends declared per share", ""].unit == "USD/shares"


def test_treasury_stock_without_brackets_is_taken_off_where_the_totals_need_it() -> None:
    text = ROTATED.replace(
        "   Beginning balances                                      -             -\n"
        "   Purchase of treasury stock                            (40)            -\n"
        "   Ending balances                                       (40)            -",
        "   Beginning balances                                     20            20\n"
        "   Purchase of treasury stock                             40             -\n"
        "   Ending balances                                        60            20",
    ).replace("192           187", "212           207")
    text = text.replace(
        "                                     200           192",
        "                                     220           212",
    )
    statement, findings = equity(BALANCE_SHEET + text)
    assert findings == []
    assert statement is not None
    bought = next(item for item in statement.items if item.caption == "Purchase of treasury stock")
    assert [int(amount.value) for amount in bought.amounts] == [-40_000, 0]


def test_a_component_that_does_not_foot_keeps_its_balances_alone() -> None:
    statement, findings = equity(BALANCE_SHEET + ROTATED.replace("180           135", "190           135"))
    assert [each.code for each in findings] == ["statements.equity-column"]
    assert statement is not None
    income = next(item for item in statement.items if item.caption == "Net income")
    assert [int(amount.value) for amount in income.amounts] == [135_000]


def test_one_that_ends_in_another_equity_is_anothers() -> None:
    other = BALANCE_SHEET.replace("1,900 ", "1,907 ").replace("1,800\n", "1,807\n")
    statement, findings = equity(other + ROTATED)
    assert statement is None
    assert [each.code for each in findings] == ["statements.equity-other"]
    assert printed(statement) == []


def test_a_column_that_the_balance_sheet_has_otherwise_gives_no_facts() -> None:
    other = BALANCE_SHEET.replace("1,900 ", "1,930 ").replace("$   2,400", "$   2,430")
    statement, _ = equity(other + ROTATED)
    assert statement is not None
    assert [column.period is None for column in statement.columns] == [True, False]
    assert all(amount.column == 1 for item in statement.items for amount in item.amounts)


def sections(text: str) -> dict[str, list[str]]:
    """By component, the captions of its rows, those of headings left out."""
    statement, findings = equity(BALANCE_SHEET + text)
    assert findings == []
    assert statement is not None
    found: dict[str, list[str]] = {}
    for item in statement.items:
        for name in {part.caption for amount in item.amounts for part in amount.components}:
            found.setdefault(name, []).append(item.caption)
    return found


def test_a_heading_within_a_component_does_not_begin_another() -> None:
    dividends = "   Dividends declared:\n      Common stock                                        (48)          (40)\n"
    text = ROTATED.replace("   Cash dividends                                        (48)          (40)\n", dividends)
    assert text != ROTATED
    assert sections(text)["Retained earnings"] == [
        "Beginning balances",
        "Net income",
        "Common stock",
        "Ending balances",
    ]


def test_a_balance_may_name_its_component_itself() -> None:
    named = "\nRetained earnings, beginning balances                 1,608         1,513\n"
    text = ROTATED.replace(
        "\nRetained earnings:\n   Beginning balances                                  1,608         1,513\n", named
    )
    assert text != ROTATED
    assert "Net income" in sections(text)["Retained earnings"]
    assert "Net income" not in sections(text)["Common stock and additional paid-in capital"]


def test_a_component_that_does_not_move_is_called_as_its_heading_is() -> None:
    still = """Preferred stock:
   Beginning and ending balances                          20            20

Retained earnings:
   Beginning balances                                  1,588         1,493
   Net income                                            180           135
   Cash dividends                                        (48)          (40)
   Ending balances                                     1,720         1,588
"""
    start, end = ROTATED.index("Retained earnings:"), ROTATED.index("\nTreasury stock:")
    found = sections(ROTATED[:start] + still + ROTATED[end:])
    assert found["Preferred stock"] == ["Beginning and ending balances"] * 2


def test_a_total_of_some_components_is_none_of_them() -> None:
    total = "Total paid-in stock, ending balances                     200           192\n\nRetained earnings:"
    text = ROTATED.replace("Retained earnings:", total)
    whole = "Total stockholders' equity, beginning balances   $     1,800   $     1,700\n"
    alone = text.replace(whole, "")
    assert alone != text
    found = sections(alone)
    assert found.keys() == {"Common stock and additional paid-in capital", "Retained earnings", "Treasury stock"}
    statement, _ = equity(BALANCE_SHEET + alone)
    assert statement is not None
    totals = [item.caption for item in statement.items if item.amounts and item.caption.startswith("Total")]
    assert totals == ["Total stockholders' equity, ending balances"]


def test_a_component_that_is_not_closed_is_told_and_gives_no_facts() -> None:
    """The total of all components does not close it, though it comes next."""
    text = ROTATED.replace("   Ending balances                                     1,740         1,608\n", "")
    assert text != ROTATED
    statement, findings = equity(BALANCE_SHEET + text)
    assert statement is not None
    assert [each.code for each in findings] == ["statements.equity-column"]
    assert "'Retained earnings' closes with was not found" in findings[0].message
    parts = {part.caption for item in statement.items for amount in item.amounts for part in amount.components}
    assert parts == {"Common stock and additional paid-in capital", "Treasury stock"}


def test_a_heading_of_two_lines_names_its_component_whole() -> None:
    statement, findings = equity(
        BALANCE_SHEET + ROTATED.replace("Retained earnings:", "EARNINGS RETAINED FOR THE BUSINESS\n AND OTHER (NOTE 1)")
    )
    assert findings == []
    assert statement is not None
    (income,) = [item for item in statement.items if item.caption == "Net income"]
    (component,) = income.amounts[0].components
    assert component.caption == "EARNINGS RETAINED FOR THE BUSINESS AND OTHER (NOTE 1)"


def test_a_heading_right_below_another_is_the_components_where_it_does_not_go_on() -> None:
    two = ROTATED.replace("Retained earnings:", "CAPITAL AND SURPLUS\n\nRetained earnings:")
    statement, _ = equity(BALANCE_SHEET + two)
    assert statement is not None
    (income,) = [item for item in statement.items if item.caption == "Net income"]
    assert [each.caption for each in income.amounts[0].components] == ["Retained earnings"]
