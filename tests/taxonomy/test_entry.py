"""The entry point by which tools name a release."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from converter.taxonomy import load_index
from converter.taxonomy.entry import entry_point
from converter.validation import validate

LINK, XLINK, XS = (
    "{http://www.xbrl.org/2003/linkbase}",
    "{http://www.w3.org/1999/xlink}",
    "{http://www.w3.org/2001/XMLSchema}",
)
INCOME = "http://fasb.org/us-gaap/role/statement/StatementOfIncome"


@pytest.fixture(scope="module")
def root() -> etree._Element:
    ((_, content),) = entry_point(load_index("us-gaap/2025"))
    return etree.fromstring(content)


def arcs(root: etree._Element, kind: str, role: str, parent: str) -> list[tuple[str, str | None]]:
    (link,) = (each for each in root.iter(f"{LINK}{kind}Link") if each.get(f"{XLINK}role") == role)
    found = [arc for arc in link.iter(f"{LINK}{kind}Arc") if arc.get(f"{XLINK}from") == parent]
    assert [arc.get("order") for arc in found] == [str(number) for number in range(1, len(found) + 1)]
    return [(arc.get(f"{XLINK}to", ""), arc.get("weight")) for arc in found]


def test_it_lies_where_the_tools_look_for_it() -> None:
    (url,) = dict(entry_point(load_index("us-gaap/2024")))
    assert url == "https://xbrl.fasb.org/us-gaap/2024/entire/us-gaap-entryPoint-std-2024.xsd"


def test_the_first_release_has_none() -> None:
    assert list(entry_point(load_index("us-gaap/2009"))) == []


def test_it_adds_up_as_the_index_does(root: etree._Element) -> None:
    assert arcs(root, "calculation", INCOME, "GrossProfit") == [("Revenues", "1"), ("CostOfRevenue", "-1")]
    arcroles = {arc.get(f"{XLINK}arcrole") for arc in root.iter(f"{LINK}calculationArc")}
    assert arcroles == {load_index("us-gaap/2025").calculation_arcrole}


def test_it_presents_as_the_index_does(root: etree._Element) -> None:
    index = load_index("us-gaap/2025")
    (link,) = (each for each in index.links if (each.kind, each.role) == ("presentation", INCOME))
    expected = [(child.concept, None) for child in link.children["OperatingExpensesAbstract"]]
    assert arcs(root, "presentation", INCOME, "OperatingExpensesAbstract") == expected
    assert len(expected) > 2


def test_every_role_is_declared_and_every_place_is_a_concept_of_a_schema_that_is_imported(root: etree._Element) -> None:
    index = load_index("us-gaap/2025")
    declared = {each.get("roleURI"): each.get("id") for each in root.iter(f"{LINK}roleType")}
    named = {each.get("roleURI"): each.get(f"{XLINK}href", "") for each in root.iter(f"{LINK}roleRef")}
    used = {
        each.get(f"{XLINK}role") for kind in ("calculation", "presentation") for each in root.iter(f"{LINK}{kind}Link")
    }
    assert used == set(declared) == set(named)
    assert all(href == f"us-gaap-entryPoint-std-2025.xsd#{declared[role]}" for role, href in named.items())
    imported = {each.get("schemaLocation") for each in root.iter(f"{XS}import")}
    assert imported == {index.schema_url(prefix) for prefix in index.prefixes}
    for place in root.iter(f"{LINK}loc"):
        url, _, name = place.get(f"{XLINK}href", "").partition("#")
        prefix, _, local = name.partition("_")
        assert url in imported
        assert index.get(local, prefix) is not None


def test_arelle_reads_it(tmp_path: Path) -> None:
    ((url, _),) = entry_point(load_index("us-gaap/2025"))
    report = tmp_path / "empty.xml"
    report.write_text(
        '<xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase" '
        'xmlns:xlink="http://www.w3.org/1999/xlink">'
        f'<link:schemaRef xlink:type="simple" xlink:href="{url}"/></xbrli:xbrl>',
        encoding="utf-8",
    )
    (validation,) = validate([report])
    assert [message.text for message in validation.messages] == []
