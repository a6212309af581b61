"""The column of the whole among those of parts, and what a document lacks: cases of every kind with neighbours."""

from __future__ import annotations

from decimal import Decimal

import pytest

from converter.findings import Severity
from tests.statements.filings import (
    balance,
    cash_flow,
    income,
    printed,
    read_all,
)

# --- parts and the whole ---

CONSOLIDATING = """
                        NORTHFIELD BILTWELL, INC.
                  CONSOLIDATED STATEMENTS OF OPERATIONS
                       With Consolidating Details
                       (In thousands of dollars)

                                 Year Ended December 31, 2008
                           {heads}
                           ------------  ------------  ------------  ------------
Net Sales                     $376,000      $199,000      $177,500       $(500)
Cost of products sold          275,000       144,000       131,500        (500)
Selling and administrative      97,000        54,000        43,000          --
                           ------------  ------------  ------------  ------------
Operating income                 4,000         1,000         3,000          --
Interest expense                 2,000         1,000         1,000          --
                           ------------  ------------  ------------  ------------
Net income                    $  2,000      $     --      $  2,000       $  --
"""


@pytest.mark.parametrize(
    "heads",
    [
        "Consolidated  Subsidiaries  Halden Corp.  Eliminations",
        "    Company   Northfield    Halden Corp.  Eliminations",
        "    Group     Northfield       Halden     Eliminations",
    ],
)
def test_the_column_that_the_others_add_up_to_is_the_companys(heads: str) -> None:
    (statement,), _ = read_all(CONSOLIDATING.format(heads=heads))

    assert printed(statement, "Net Sales") == ["376,000"]
    assert printed(statement, "Net income") == ["2,000"]


def test_parts_without_a_whole_give_no_facts() -> None:
    text = CONSOLIDATING.format(heads="    Motors     Northfield       Halden     Eliminations")
    found, findings = read_all(
        text.replace("$376,000", "$396,000").replace("275,000", "295,000").replace(" 97,000", " 99,000")
    )

    assert found == []
    left_out = [finding for finding in findings if finding.code == "statements.left-out"]
    assert [(each.severity, "parts" in each.message) for each in left_out] == [(Severity.WARNING, True)]


# --- completeness ---


def codes(text: str) -> list[str]:
    return [finding.code for finding in read_all(text)[1] if finding.severity is Severity.WARNING]


def filing(form: str, text: str) -> str:
    return f"<DOCUMENT>\n<TYPE>{form}\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n"


def test_a_form_that_lacks_a_statement_says_so() -> None:
    whole = income() + balance() + cash_flow()
    assert "statements.missing" not in codes(filing("10-K", whole))
    assert codes(filing("10-K", income() + balance())).count("statements.missing") == 1
    assert codes(filing("10-Q", "Nothing but prose.")).count("statements.missing") == 3
    assert "statements.missing" not in codes(filing("8-K", income()))


@pytest.mark.parametrize(
    "text",
    [
        balance().replace(
            "Total liabilities and shareholders' equity        $  3,000",
            "Total liabilities and shareholders' equity        $  3,100",
        ),
        income() + cash_flow().replace("$    800", "$    880"),
        balance()
        + cash_flow().replace(
            "Cash at end of year                               $  1,000",
            "Cash at end of year                               $  1,100",
        ),
    ],
)
def test_a_figure_that_two_places_print_differently_is_a_warning(text: str) -> None:
    assert "statements.identity" in codes(text)


def test_statements_that_hold_together_have_no_warning() -> None:
    assert "statements.identity" not in codes(income() + balance() + cash_flow())


def test_a_balance_sheet_of_another_day_than_the_periods_is_a_warning() -> None:
    assert "statements.dates-apart" not in codes(income() + balance())
    assert "statements.dates-apart" in codes(
        income() + balance().replace("1998 ", "1997 ").replace(" 1997\n", " 1996\n")
    )


def test_scales_do_not_hide_that_two_figures_are_the_same() -> None:
    millions = cash_flow().replace("(in thousands)", "(in thousands, restated)")
    found, _ = read_all(income() + millions)
    assert [item.amounts[0].value for item in found[1].items if item.caption == "Net income"] == [Decimal(800_000)]
