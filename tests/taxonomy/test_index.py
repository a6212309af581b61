"""The embedded index: what it answers, and that it says what the official packages say, element by element."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator

import pytest
from lxml import etree

from converter.errors import TaxonomyError
from converter.taxonomy import load_index, releases
from tests.conftest import SHARED, needs_shared

XS = "{http://www.w3.org/2001/XMLSchema}"
XBRLI = "{http://www.xbrl.org/2003/instance}"
XLINK = "{http://www.w3.org/1999/xlink}"
XBRLDT = "{http://xbrl.org/2005/xbrldt}"
ENUM2 = "{http://xbrl.org/2020/extensible-enumerations-2.0}"

SCHEMAS = {
    "us-gaap/2009": {"us-gaap": "/elts/us-gaap-2009-01-31.xsd", "dei": "/non-gaap/dei-2009-01-31.xsd"},
    "us-gaap/2024": {
        "us-gaap": "/elts/us-gaap-2024.xsd",
        "dei": "/dei-2024.xsd",
        "srt": "/elts/srt-2024.xsd",
        "country": "/country-2024.xsd",
    },
    "us-gaap/2025": {
        "us-gaap": "/elts/us-gaap-2025.xsd",
        "dei": "/dei-2025.xsd",
        "srt": "/elts/srt-2025.xsd",
        "country": "/country-2025.xsd",
    },
}
RELEASES = tuple(SCHEMAS)


def package(release: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(SHARED / "taxonomies" / f"{release.replace('/', '-')}-full.zip")


def test_the_known_releases() -> None:
    assert releases() == RELEASES


def test_an_unknown_release_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(TaxonomyError, match="us-gaap/2009, us-gaap/2024, us-gaap/2025"):
        load_index("us-gaap/1999")


@pytest.mark.parametrize("release", RELEASES)
def test_what_every_release_says_of_the_total_of_assets(release: str) -> None:
    assets = load_index(release).get("Assets")
    assert assets is not None
    assert (assets.type, assets.unit, assets.period_type, assets.balance) == (
        "xbrli:monetaryItemType",
        "USD",
        "instant",
        "debit",
    )
    assert not assets.abstract
    assert not assets.deprecated


def test_a_release_lacks_what_it_dropped_and_what_came_later() -> None:
    assert load_index("us-gaap/2009").get("ExtraordinaryItemNetOfTax") is not None
    assert load_index("us-gaap/2025").get("ExtraordinaryItemNetOfTax") is None
    assert load_index("us-gaap/2009").get("OperatingLeaseRightOfUseAsset") is None


def test_a_name_that_does_not_exist_has_near_ones() -> None:
    index = load_index("us-gaap/2025")
    assert index.get("AccountPayablesCurrent") is None
    assert index.nearest("AccountPayablesCurrent")[0] == "AccountsPayableCurrent"
    assert len(index.nearest("Goodwil", n=5)) == 5


def test_document_information_has_its_own_prefix() -> None:
    index = load_index("us-gaap/2025")
    assert index.get("DocumentType") is None
    assert index.get("DocumentType", "dei") is not None
    assert index.get("DocumentType", "nothing") is None


def test_official_names_of_schemas() -> None:
    index = load_index("us-gaap/2025")
    assert index.namespace("us-gaap") == "http://fasb.org/us-gaap/2025"
    assert index.schema_url("us-gaap") == "https://xbrl.fasb.org/us-gaap/2025/elts/us-gaap-2025.xsd"
    assert index.namespace("dei") == "http://xbrl.sec.gov/dei/2025"
    assert index.types_namespace == "http://www.xbrl.org/dtr/type/2024-01-31"
    assert load_index("us-gaap/2009").types_namespace == "http://xbrl.us/us-types/2009-01-31"


def test_calculation_relations_in_both_directions() -> None:
    index = load_index("us-gaap/2025")
    assert ("CostOfRevenue", -1) in index.calculation_children("GrossProfit")
    assert ("GrossProfit", -1) in index.calculation_parents("CostOfRevenue")
    assert index.calculation_children("NoSuchConcept") == ()


def test_where_a_concept_is_presented() -> None:
    index = load_index("us-gaap/2025")
    assert "AssetsCurrentAbstract" in index.presentation_parents("AssetsCurrent")
    assert index.statements("AssetsCurrent") >= {"BS"}
    assert index.statements("IncreaseDecreaseInInventories") == {"CF"}


@pytest.mark.parametrize(
    ("release", "expected"), [("us-gaap/2009", False), ("us-gaap/2024", True), ("us-gaap/2025", True)]
)
def test_which_calculation_specification_a_release_uses(release: str, expected: bool) -> None:
    assert load_index(release).calculations_1_1 is expected


@needs_shared
@pytest.mark.parametrize("release", RELEASES)
def test_every_element_is_as_the_official_schema_declares_it(release: str) -> None:
    index = load_index(release)
    assert set(index.prefixes) == set(SCHEMAS[release])
    with package(release) as files:
        for prefix, end in SCHEMAS[release].items():
            name = next(name for name in files.namelist() if name.endswith(end))
            root = etree.fromstring(files.read(name))
            assert index.namespace(prefix) == root.get("targetNamespace")
            assert index.schema_url(prefix).endswith(end)
            official = [_declared(node) for node in root.iterchildren(f"{XS}element")]
            ours = [
                (
                    element.local,
                    element.type,
                    element.period_type,
                    element.balance,
                    element.substitution_group,
                    element.abstract,
                    element.nillable,
                    dict(element.attributes),
                )
                for element in index.elements(prefix).values()
            ]
            assert len(ours) == len(official)
            assert ours == official


def _declared(node: etree._Element) -> tuple[object, ...]:
    further = {
        name.replace(ENUM2, "enum2:").replace(XBRLDT, "xbrldt:"): value
        for name, value in node.attrib.items()
        if name.startswith((ENUM2, XBRLDT))
    }
    return (
        node.get("name"),
        node.get("type"),
        node.get(f"{XBRLI}periodType"),
        node.get(f"{XBRLI}balance"),
        node.get("substitutionGroup"),
        node.get("abstract") == "true",
        node.get("nillable") == "true",
        further,
    )


@needs_shared
@pytest.mark.parametrize("release", RELEASES)
def test_every_relation_of_the_statements_is_as_the_official_linkbases_state_it(release: str) -> None:
    official = Counter(_official_relations(release))
    ours = Counter(
        (link.kind, link.role, parent, child.concept, child.weight)
        for link in load_index(release).links
        for parent, children in link.children.items()
        for child in children
    )
    assert len(official) > 10_000
    assert ours == official


def _official_relations(release: str) -> Iterator[tuple[str, str, str, str, int]]:
    with package(release) as files:
        for name in files.namelist():
            if "/stm/" not in name or "/ebp/" in name or not name.endswith(".xml"):
                continue
            root = etree.fromstring(files.read(name))
            for kind in ("calculation", "presentation"):
                for link in root.iter(f"{{*}}{kind}Link"):
                    named = {
                        loc.get(f"{XLINK}label"): loc.get(f"{XLINK}href").split("#")[1] for loc in link.iter("{*}loc")
                    }
                    for arc in link.iter(f"{{*}}{kind}Arc"):
                        parent, child = (
                            named[arc.get(f"{XLINK}{end}")].replace("_", ":", 1).removeprefix("us-gaap:")
                            for end in ("from", "to")
                        )
                        yield kind, link.get(f"{XLINK}role"), parent, child, int(float(arc.get("weight", 0)))


@needs_shared
@pytest.mark.parametrize("release", RELEASES)
def test_children_stand_in_the_order_that_the_arcs_state(release: str) -> None:
    official: dict[tuple[str, str], list[tuple[float, str]]] = {}
    with package(release) as files:
        name = next(name for name in files.namelist() if "stm-" in name and "sfp-cls-pre" in name)
        root = etree.fromstring(files.read(name))
    link = root.find("{*}presentationLink")
    named = {loc.get(f"{XLINK}label"): loc.get(f"{XLINK}href").split("#us-gaap_")[-1] for loc in link.iter("{*}loc")}
    for arc in link.iter("{*}presentationArc"):
        key = (link.get(f"{XLINK}role"), named[arc.get(f"{XLINK}from")])
        official.setdefault(key, []).append((float(arc.get("order")), named[arc.get(f"{XLINK}to")]))
    ours = {
        (found.role, parent): [child.concept for child in children]
        for found in load_index(release).links
        if found.kind == "presentation"
        for parent, children in found.children.items()
    }
    key = next(key for key in official if key[1] == "AssetsCurrentAbstract")
    assert ours[key] == [concept for _, concept in sorted(official[key])]


@needs_shared
def test_deprecated_elements_are_marked() -> None:
    index = load_index("us-gaap/2009")
    marked = {name for name, element in index.elements().items() if element.deprecated}
    with package("us-gaap/2009") as files:
        root = etree.fromstring(
            files.read(next(n for n in files.namelist() if n.endswith("elts/us-gaap-2009-01-31.xsd")))
        )
    dated = {
        node.get("name") for node in root.iter(f"{XS}element") if any(k.endswith("deprecatedDate") for k in node.attrib)
    }
    assert len(dated) == 346
    assert dated <= marked
    assert not load_index("us-gaap/2025").elements()["NetIncomeLoss"].deprecated
    assert sum(element.deprecated for element in load_index("us-gaap/2025").elements().values()) > 700
