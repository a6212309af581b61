"""What is learned from a company's filing: the rows of its linkbases with their concepts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from converter.errors import InputError
from converter.mapping.learn import Choice, choices
from converter.terms import Kind

BS, IS, CI, CF, EQ = (
    Kind.BALANCE_SHEET, Kind.INCOME, Kind.COMPREHENSIVE_INCOME, Kind.CASH_FLOW, Kind.EQUITY,
)  # fmt: skip

SPACES = 'xmlns="http://www.xbrl.org/2003/linkbase" xmlns:x="http://www.w3.org/1999/xlink"'
LABEL, TERSE, TOTAL = (f"http://www.xbrl.org/2003/role/{name}" for name in ("label", "terseLabel", "totalLabel"))
ARC = tuple[str, str, str]


def locators(elements: Iterable[str]) -> str:
    return "".join(f'<loc x:label="at-{each}" x:href="s.xsd#{each}"/>' for each in dict.fromkeys(elements))


def presentation(arcs: Iterable[ARC], role: str = "r") -> str:
    """Arcs as parent, child and further attributes."""
    listed = list(arcs)
    lines = (f'<presentationArc x:from="at-{one}" x:to="at-{two}" {further}/>' for one, two, further in listed)
    places = locators(each for one, two, _ in listed for each in (one, two))
    return f'<presentationLink x:role="{role}">{places}{"".join(lines)}</presentationLink>'


def labels(said: Iterable[tuple[str, str, str]]) -> str:
    """Labels as element, role and text."""
    listed = list(said)
    lines = (
        f'<label x:label="l{at}" {f"x:role={role!r}" if role else ""}>{text}</label>'
        f'<labelArc x:from="at-{element}" x:to="l{at}"/>'
        for at, (element, role, text) in enumerate(listed)
    )
    return f"<labelLink>{locators(element for element, _, _ in listed)}{''.join(lines)}</labelLink>"


def role_type(definition: str, role: str = "r") -> str:
    return f'<roleType roleURI="{role}"><definition>{definition}</definition></roleType>'


def filing(folder: Path, *links: str, definition: str = "0002 - Statement - BALANCE SHEET") -> list[Choice]:
    """What the folder of a filing tells: a schema with the role and two linkbases."""
    (folder / "lark.xsd").write_text(f"<schema {SPACES}>{role_type(definition)}</schema>")
    for at, link in enumerate(links):
        (folder / f"lark_{at}.xml").write_text(f"<linkbase {SPACES}>{link}</linkbase>")
    return choices(folder)


POTS, KILN, HEAD = "us-gaap_InventoryGross", "lark_KilnFund", "us-gaap_AssetsAbstract"
NAMED = ((HEAD, LABEL, "ASSETS"), (POTS, LABEL, "Pots"), (KILN, LABEL, "Kiln fund"))
TREE = ((HEAD, POTS, 'order="1"'), (HEAD, KILN, 'order="2"'))


def test_a_filing_tells_the_rows_of_its_presentation_with_their_labels(tmp_path: Path) -> None:
    assert filing(tmp_path, presentation(TREE), labels(NAMED)) == [
        Choice(BS, "ASSETS", "AssetsAbstract", heading=True),
        Choice(BS, "Pots", "InventoryGross"),
        Choice(BS, "Kiln fund", None),
    ]


def captions(found: list[Choice]) -> list[str]:
    return [choice.caption for choice in found]


def test_rows_stand_in_the_order_of_their_arcs_first_where_that_is_no_number(tmp_path: Path) -> None:
    orders = {"A": 'order="3"', "B": "", "C": 'order="first"', "D": 'order="0.5"', "E": 'order="1.5"'}
    names = [(f"us-gaap_{name}", order) for name, order in orders.items()]
    tree = presentation((HEAD, name, order) for name, order in names)
    found = filing(tmp_path, tree, labels((name, LABEL, name[-1]) for name, _ in names))

    assert captions(found) == ["D", "B", "C", "E", "A"]


def test_what_stands_below_a_row_follows_it_and_makes_it_a_heading(tmp_path: Path) -> None:
    tree = [(HEAD, KILN, 'order="1"'), (HEAD, "us-gaap_Assets", 'order="2"'), (KILN, POTS, ""),
            ("us-gaap_StocksAbstract", "us-gaap_Stock", "")]  # fmt: skip
    named = (*NAMED, ("us-gaap_Assets", LABEL, "Total"), ("us-gaap_StocksAbstract", LABEL, "STOCK"),
             ("us-gaap_Stock", LABEL, "Shares"))  # fmt: skip
    found = filing(tmp_path, presentation(tree), labels(named))

    assert captions(found) == ["ASSETS", "Kiln fund", "Pots", "Total", "STOCK", "Shares"]
    assert [choice.caption for choice in found if choice.heading] == ["ASSETS", "Kiln fund", "STOCK"]


def test_an_abstract_without_rows_is_a_heading(tmp_path: Path) -> None:
    tree = [(POTS, "us-gaap_LiabilitiesAbstract", "")]
    found = filing(tmp_path, presentation(tree), labels([("us-gaap_LiabilitiesAbstract", LABEL, "DEBTS")]))

    assert found == [Choice(BS, "DEBTS", "LiabilitiesAbstract", heading=True)]


def test_rows_that_stand_below_each_other_end(tmp_path: Path) -> None:
    tree = [(HEAD, POTS, ""), (POTS, KILN, ""), (KILN, POTS, "")]

    assert captions(filing(tmp_path, presentation(tree), labels(NAMED))) == ["ASSETS", "Pots", "Kiln fund", "Pots"]


def test_a_row_has_the_label_that_its_arc_prefers_or_else_the_standard_one(tmp_path: Path) -> None:
    tree = [(HEAD, POTS, f'preferredLabel="{TOTAL}"'), (HEAD, KILN, f'preferredLabel="{TERSE}" order="2"')]
    said = [(POTS, TOTAL, " Total pots\n"), (POTS, LABEL, "Pots"), (KILN, TOTAL, "Total"), (KILN, "", "Kiln fund"),
            (KILN, LABEL, "Kiln, old")]  # fmt: skip

    assert captions(filing(tmp_path, presentation(tree), labels(said))) == ["Total pots", "Kiln fund"]


def test_rows_without_a_label_are_left_out(tmp_path: Path) -> None:
    named = [(POTS, LABEL, "Pots"), (KILN, LABEL, ""), ("", LABEL, "Nothing"), ("us-gaap_", LABEL, "None")]
    tree = [*TREE, (HEAD, "us-gaap_", "")]

    assert captions(filing(tmp_path, presentation(tree), labels(named))) == ["Pots"]


@pytest.mark.parametrize(
    ("definition", "kind"),
    [
        ("0002 - Statement - CONSOLIDATED BALANCE SHEETS", BS),
        ("Statement - Statements of Financial  Position", BS),
        ("Statement - STATEMENT OF FINANCIAL CONDITION", BS),
        ("Statement - CONSOLIDATED STATEMENTS OF OPERATIONS", IS),
        ("Statement - STATEMENTS OF INCOME", IS),
        ("Statement - STATEMENTS OF EARNINGS", IS),
        ("Statement - STATEMENTS OF OPERATIONS AND COMPREHENSIVE LOSS", IS),
        ("Statement - STATEMENTS OF INCOME AND COMPREHENSIVE INCOME", IS),
        ("Statement - STATEMENTS OF COMPREHENSIVE LOSS", CI),
        ("Statement - CONSOLIDATED STATEMENTS OF COMPREHENSIVE INCOME", CI),
        ("Statement - CONSOLIDATED STATEMENTS OF CASH FLOWS", CF),
        ("Statement - CASHFLOW STATEMENT", CF),
        ("Statement - STATEMENTS OF CHANGES  IN CAPITAL AND COMPREHENSIVE INCOME", EQ),
        ("Statement - STOCKHOLDERS' EQUITY", EQ),
        ("Statement - Shareholders’  Equity and income", EQ),
        ("Statement - SHAREOWNERS EQUITY", EQ),
        ("Operations - Statement  of  Equity", EQ),
        ("Income - STATEMENTS OF EQUITY", EQ),
        ("Statement - Income - Balance Sheet", BS),
        ("Statement - BALANCE SHEETS (PARENTHETICAL)", None),
        ("Statement - Income (Details)", None),
        ("Disclosure - Income statement", None),
        ("Policies - Income statement", None),
        ("Policy - Income statement", None),
        ("Tables - Income statement", None),
        ("0007 - Document - INCOME", None),
        ("Statement - SCHEDULE", None),
    ],
)
def test_the_title_in_a_roles_definition_tells_the_statement(
    tmp_path: Path, definition: str, kind: Kind | None
) -> None:
    (tmp_path / "lark_pre.xml").write_text(
        f"<linkbase {SPACES}>{role_type('Statement - BALANCE SHEET', 'other')}"
        f"{presentation([(HEAD, KILN, '')], 'other')}{presentation(TREE[:1])}</linkbase>"
    )
    found = filing(tmp_path, labels(NAMED), definition=definition)

    assert [choice.statement for choice in found if choice.caption == "Pots"] == ([kind] if kind else [])
    assert "Kiln fund" in captions(found)


def test_a_role_without_a_definition_is_no_statement(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        filing(tmp_path, presentation(TREE, "unknown"), labels(NAMED))


@pytest.mark.parametrize("odd", ["no XML", "<a>" * 9_999 + "</a>" * 9_999])
def test_files_that_are_no_linkbases_are_passed_over(tmp_path: Path, odd: str) -> None:
    (tmp_path / "a.xml").write_text(odd)
    (tmp_path / "folder.xml").mkdir()

    assert len(filing(tmp_path, presentation(TREE), labels(NAMED))) == 3


def test_entities_of_a_file_are_not_put_in(tmp_path: Path) -> None:
    (tmp_path / "labels.xml").write_text(
        f'<!DOCTYPE linkbase [<!ENTITY e "Kilns">]><linkbase {SPACES}>{labels([(KILN, LABEL, "&e;")])}</linkbase>'
    )

    assert captions(filing(tmp_path, presentation(TREE), labels(NAMED[:2]))) == ["ASSETS", "Pots"]
