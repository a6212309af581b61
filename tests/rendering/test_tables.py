"""Tables of statements: the tree, the definition, the declarations and the contexts of facts with members."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from lxml import etree

from converter.rendering import render
from converter.rendering.links import definition
from converter.report import Report
from converter.terms import Name
from tests import equity, sample

XLINK = "{http://www.w3.org/1999/xlink}"
LINK = "{http://www.xbrl.org/2003/linkbase}"
XBRLI = "{http://www.xbrl.org/2003/instance}"
XBRLDT = "{http://xbrl.org/2005/xbrldt}"
CHANGES = "http://tmrk.example/role/ConsolidatedStatementsOfStockholdersEquity"
PER_SHARE = "http://tmrk.example/role/EarningsPerShareByClassOfStock"


def files(report: Report) -> dict[str, Any]:
    """The XML files by the end of their names: `_pre.xml`, `.xsd`, `.xml`."""
    return {
        name.removeprefix("tmrk-20010630"): etree.fromstring(content)
        for name, content in render(report).items()
        if name != "report.json"
    }


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    return files(equity.report())


def arcs(linkbase: Any, kind: str, role: str) -> list[tuple[str, str, str]]:
    """(from, to, arcrole's last word) of one extended link, in order, concepts by their ids."""
    (link,) = [link for link in linkbase.iter(f"{LINK}{kind}Link") if link.get(f"{XLINK}role") == role]
    names = {loc.get(f"{XLINK}label"): loc.get(f"{XLINK}href").rpartition("#")[2] for loc in link.iter(f"{LINK}loc")}
    found = sorted(link.iter(f"{LINK}{kind}Arc"), key=lambda arc: float(arc.get("order")))
    pairs = Counter((arc.get(f"{XLINK}from"), arc.get(f"{XLINK}to")) for arc in found)
    assert max(pairs.values()) == 1, "XBRL 2.1, 3.5.3.9.5: one arc between two locators"
    return [
        (names[arc.get(f"{XLINK}from")], names[arc.get(f"{XLINK}to")], arc.get(f"{XLINK}arcrole").rpartition("/")[2])
        for arc in found
    ]


def test_the_definition_has_the_table_its_axes_their_members_and_the_rows(made: dict[str, Any]) -> None:
    assert arcs(made["_def.xml"], "definition", PER_SHARE) == [
        ("us-gaap_StatementLineItems", "us-gaap_StatementTable", "all"),
        ("us-gaap_StatementTable", "us-gaap_StatementClassOfStockAxis", "hypercube-dimension"),
        ("us-gaap_StatementClassOfStockAxis", "us-gaap_ClassOfStockDomain", "dimension-domain"),
        ("us-gaap_StatementClassOfStockAxis", "us-gaap_ClassOfStockDomain", "dimension-default"),
        ("us-gaap_ClassOfStockDomain", "us-gaap_CommonClassAMember", "domain-member"),
        ("us-gaap_ClassOfStockDomain", "us-gaap_CommonClassBMember", "domain-member"),
        ("us-gaap_StatementLineItems", "us-gaap_EarningsPerShareBasic", "domain-member"),
    ]


def test_a_table_is_closed_and_its_members_stand_in_the_segment(made: dict[str, Any]) -> None:
    tables = [arc for arc in made["_def.xml"].iter(f"{LINK}definitionArc") if arc.get(f"{XBRLDT}closed")]
    assert [(arc.get(f"{XBRLDT}closed"), arc.get(f"{XBRLDT}contextElement")) for arc in tables] == [
        ("true", "segment")
    ] * 2
    assert all(arc.get(f"{XLINK}arcrole") == "http://xbrl.org/int/dim/arcrole/all" for arc in tables)


def test_each_arcrole_is_defined_once(made: dict[str, Any]) -> None:
    named = [ref.get("arcroleURI").rpartition("/")[2] for ref in made["_def.xml"].iter(f"{LINK}arcroleRef")]
    assert sorted(named) == sorted(
        ["all", "hypercube-dimension", "dimension-domain", "dimension-default", "domain-member", "wider-narrower"]
    )


def test_the_anchors_stay_beside_the_tables(made: dict[str, Any]) -> None:
    anchors = arcs(made["_def.xml"], "definition", "http://www.xbrl.org/2003/role/link")
    assert anchors == [
        (f"us-gaap_{wider}", f"tmrk_{own}", "wider-narrower")
        for wider, own in (
            ("RestructuringCharges", "RelocationOfDoverPlant"),
            ("NetCashProvidedByUsedInOperatingActivities", "OtherOperatingActivities"),
            ("NetCashProvidedByUsedInInvestingActivities", "OtherInvestingActivities"),
        )
    ]


def test_the_tree_has_the_axes_beside_the_line_items_and_the_rows_under_them(made: dict[str, Any]) -> None:
    tree = [(parent, child) for parent, child, _ in arcs(made["_pre.xml"], "presentation", PER_SHARE)]
    assert tree == [
        ("us-gaap_IncomeStatementAbstract", "us-gaap_StatementTable"),
        ("us-gaap_StatementTable", "us-gaap_StatementClassOfStockAxis"),
        ("us-gaap_StatementClassOfStockAxis", "us-gaap_ClassOfStockDomain"),
        ("us-gaap_ClassOfStockDomain", "us-gaap_CommonClassAMember"),
        ("us-gaap_ClassOfStockDomain", "us-gaap_CommonClassBMember"),
        ("us-gaap_StatementTable", "us-gaap_StatementLineItems"),
        ("us-gaap_StatementLineItems", "us-gaap_EarningsPerShareBasic"),
        ("us-gaap_StatementLineItems", "us-gaap_EarningsPerShareBasic"),
    ]


ROLL_FORWARD = "us-gaap_IncreaseDecreaseInStockholdersEquityRollForward"


@pytest.mark.parametrize(("kind", "file", "by"), [("presentation", "_pre.xml", 0), ("definition", "_def.xml", 1)])
def test_balances_and_what_leads_from_one_to_the_next_stand_under_a_roll_forward(
    made: dict[str, Any], kind: str, file: str, by: int
) -> None:
    tree = [(parent, child) for parent, child, _ in arcs(made[file], kind, CHANGES)]
    assert ("us-gaap_StatementLineItems", ROLL_FORWARD) in tree
    assert (ROLL_FORWARD, "us-gaap_StockholdersEquity") in tree
    assert [child for parent, child in tree if parent == "us-gaap_StatementLineItems"] == [
        *["us-gaap_StatementTable"] * by,
        ROLL_FORWARD,
    ]


def test_a_statement_without_a_table_is_as_it_was(made: dict[str, Any]) -> None:
    tree = arcs(made["_pre.xml"], "presentation", "http://tmrk.example/role/ConsolidatedStatementsOfCashFlows")
    assert not any("Table" in child or "LineItems" in child for _, child, _ in tree)


def test_rows_under_a_heading_inherit_the_table_through_it() -> None:
    sheet = equity.sheets()[3]
    headed = (sample.Row("EARNINGS PER SHARE BY CLASS OF STOCK", role=sample.Role.HEADING), *sheet.rows)
    rows = tuple(sample.replace(row, headings=(headed[0].caption,)) if row.printed else row for row in headed)
    report = sample.report(equity.release(), sheets=[sample.replace(sheet, rows=rows)])
    definition = arcs(files(report)["_def.xml"], "definition", PER_SHARE)
    heading = str(report.statements[0].rows[0].concept).replace(":", "_")
    assert definition[-2:] == [
        ("us-gaap_StatementLineItems", heading, "domain-member"),
        (heading, "us-gaap_EarningsPerShareBasic", "domain-member"),
    ]


def test_a_concept_under_several_headings_inherits_the_table_by_one_way() -> None:
    """EFM 6.16.04: shares that two years, printed one below the other, open with."""
    statement = next(each for each in equity.report().statements if each.role == PER_SHARE)
    row = statement.rows[-1]
    first, second = (sample.replace(row, concept=Name("tmrk", f"{year}Abstract"), abstract=True) for year in "AB")
    below = sample.replace(row, depth=1)
    again = sample.replace(below, concept=Name("us-gaap", "EarningsPerShareDiluted"))
    assert statement.table is not None
    link = definition(sample.replace(statement, rows=(first, below, second, below, again)), statement.table)
    rows = [(arc.parent.local, arc.child.local) for arc in link.arcs if arc.parent.local.endswith("Abstract")]
    assert rows == [("AAbstract", "EarningsPerShareBasic"), ("BAbstract", "EarningsPerShareDiluted")]
    assert [arc.order for arc in link.arcs] == list(range(1, len(link.arcs) + 1))


def test_every_role_is_declared_for_all_three_kinds_of_link(made: dict[str, Any]) -> None:
    # EFM 6.07.11
    used = {
        role.get("roleURI"): [each.text for each in role.iter(f"{LINK}usedOn")]
        for role in made[".xsd"].iter(f"{LINK}roleType")
    }
    assert {CHANGES, PER_SHARE} < used.keys()
    assert all(
        kinds == ["link:presentationLink", "link:calculationLink", "link:definitionLink"] for kinds in used.values()
    )


@pytest.mark.parametrize(("taxonomy", "type_"), [("us-gaap/2009", "us-types"), ("us-gaap/2025", "dtr-types")])
def test_what_is_the_companys_own_is_declared_as_the_filer_manual_wants_it(taxonomy: str, type_: str) -> None:
    """EFM 6.07.21, .23, .28: abstract, of no instant; axis, table, domain and members by their groups and types."""
    schema = files(equity.of_own_table(taxonomy))[".xsd"]
    declared = {node.get("name"): dict(node.attrib) for node in schema if "substitutionGroup" in node.attrib}
    wanted = {
        "EsopTrustMember": (f"{type_}:domainItemType", "xbrli:item"),
        "VotingRightsDomain": (f"{type_}:domainItemType", "xbrli:item"),
        "VotingRightsLineItems": ("xbrli:stringItemType", "xbrli:item"),
        "VotingRightsAxis": ("xbrli:stringItemType", "xbrldt:dimensionItem"),
        "VotingRightsTable": ("xbrli:stringItemType", "xbrldt:hypercubeItem"),
    }
    for name, (type_name, group) in wanted.items():
        assert (declared[name]["type"], declared[name]["substitutionGroup"]) == (type_name, group)
        assert declared[name]["abstract"] == "true"
        assert declared[name][f"{XBRLI}periodType"] == "duration"
        assert declared[name]["nillable"] == "true"
    assert "http://xbrl.org/2005/xbrldt" in {node.get("namespace") for node in schema}


def test_contexts_name_their_members_in_the_segment_in_the_order_of_the_axes(made: dict[str, Any]) -> None:
    contexts = {context.get("id"): context for context in made[".xml"].iter(f"{XBRLI}context")}
    context = contexts["I20010630_CommonClassAMember_CommonStockMember"]
    (segment,) = context.iter(f"{XBRLI}segment")
    assert [(member.get("dimension"), member.text) for member in segment] == [
        ("us-gaap:StatementClassOfStockAxis", "us-gaap:CommonClassAMember"),
        ("us-gaap:StatementEquityComponentsAxis", "us-gaap:CommonStockMember"),
    ]
    assert segment.getparent().tag == f"{XBRLI}entity"
    assert {member.tag for member in segment} == {"{http://xbrl.org/2006/xbrldi}explicitMember"}
    assert not list(contexts["I20010630"].iter(f"{XBRLI}segment"))


def test_documents_without_members_know_nothing_of_dimensions() -> None:
    for name, content in render(sample.report()).items():
        assert b"xbrldi" not in content, name
        assert b"xbrldt" not in content, name


def test_numbers_inside_captions_are_presented_in_a_link_of_their_own() -> None:
    report = sample.report()
    balance_sheet = report.statements[0]
    assert balance_sheet.parenthetical is not None
    made = files(report)
    apart = arcs(made["_pre.xml"], "presentation", balance_sheet.parenthetical.role)
    assert {parent for parent, _, _ in apart} == {"us-gaap_StatementOfFinancialPositionAbstract"}
    names = [child for _, child, _ in apart]
    assert names == [str(row.concept).replace(":", "_") for row in balance_sheet.apart]
    main = arcs(made["_pre.xml"], "presentation", balance_sheet.role)
    assert not {child for _, child, _ in main} & {*names}
    roles = [role.get("roleURI") for role in made[".xsd"].iter(f"{LINK}roleType")]
    assert roles.count(balance_sheet.parenthetical.role) == 1
    assert len(roles) == len(report.statements) + 2
