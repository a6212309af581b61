"""What the index takes from linkbases: summations, presentation trees, deprecated concepts."""

from __future__ import annotations

from lxml import etree

from converter.taxonomy import linkbases
from converter.taxonomy.relations import Child, Link
from tests.taxonomy.linkbase import LABEL_ROLE, LINK, STATEMENT_ROLE, calculation, linkbase, presentation

DEPRECATED_ROLE = "http://fasb.org/us-gaap/role/deprecated/deprecatedConcepts"


def read(*links: str) -> list[Link]:
    return list(linkbases.links(etree.fromstring(linkbase(*links))))


def test_a_calculation_says_what_is_added_and_what_is_taken_off() -> None:
    (link,) = read(
        calculation(
            [
                ("us-gaap_GrossProfit", "us-gaap_Revenues", 'weight="1.0"'),
                ("us-gaap_GrossProfit", "us-gaap_CostOfRevenue", 'weight="-1.0" order="2"'),
            ]
        )
    )

    assert (link.kind, link.role) == ("calculation", STATEMENT_ROLE)
    assert link.children == {"GrossProfit": (Child("Revenues", 1), Child("CostOfRevenue", -1))}


def test_a_presentation_has_no_weights() -> None:
    (link,) = read(presentation([("us-gaap_AssetsAbstract", "us-gaap_Assets", "")]))

    assert link.kind == "presentation"
    assert link.children == {"AssetsAbstract": (Child("Assets", 0, None),)}


def test_children_stand_in_the_order_that_their_arcs_state_first_where_they_state_none() -> None:
    above = "us-gaap_AssetsAbstract"
    (link,) = read(
        presentation(
            [
                (above, "us-gaap_Assets", 'order="10"'),
                (above, "us-gaap_InventoryNet", 'order="1.5"'),
                (above, "us-gaap_AccountsReceivableNetCurrent", ""),
                (above, "us-gaap_Cash", 'order="0.5"'),
            ]
        )
    )

    assert [child.concept for child in link.children["AssetsAbstract"]] == [
        "Cash",
        "AccountsReceivableNetCurrent",
        "InventoryNet",
        "Assets",
    ]


def test_parents_stand_in_the_order_in_which_they_appear() -> None:
    (link,) = read(
        presentation([("us-gaap_B", "us-gaap_A", ""), ("us-gaap_A", "us-gaap_C", ""), ("us-gaap_B", "us-gaap_D", "")])
    )

    assert list(link.children) == ["B", "A"]
    assert [child.concept for child in link.children["B"]] == ["A", "D"]


def test_concepts_of_other_schemas_keep_their_prefix() -> None:
    (link,) = read(presentation([("srt_RestatementAxis", "us-gaap_Assets", ""), ("us-gaap_Assets", "srt_Note", "")]))

    assert link.children == {"srt:RestatementAxis": (Child("Assets"),), "Assets": (Child("srt:Note"),)}


def test_preferred_labels_are_named_shortly() -> None:
    labels = ("totalLabel", "periodStartLabel", "periodEndLabel", "label")
    (link,) = read(
        presentation(
            [("us-gaap_A", f"us-gaap_{name}", f'preferredLabel="{LABEL_ROLE}{name}"') for name in labels]
            + [("us-gaap_A", "us-gaap_Without", "")]
        )
    )

    assert [child.label for child in link.children["A"]] == ["total", "periodStart", "periodEnd", "label", None]


def test_the_links_of_a_file_stand_in_its_order_and_others_are_none() -> None:
    found = read(
        presentation([("us-gaap_A", "us-gaap_B", "")], "http://example.com/role/one"),
        f'<definitionLink xmlns="{LINK}"/>',
        calculation([("us-gaap_A", "us-gaap_B", 'weight="1"')], "http://example.com/role/two"),
    )

    assert [(link.kind, link.role.rpartition("/")[2]) for link in found] == [
        ("presentation", "one"),
        ("calculation", "two"),
    ]


def test_summations_are_told_by_the_arcroles_of_calculations_alone() -> None:
    root = etree.fromstring(
        linkbase(
            presentation([("us-gaap_A", "us-gaap_B", "")]),
            calculation([("us-gaap_A", "us-gaap_B", 'weight="1"')], arcrole="http://example.com/sum"),
        )
    )

    assert linkbases.summation_arcroles(root) == {"http://example.com/sum"}


def test_what_is_presented_as_deprecated_is() -> None:
    root = etree.fromstring(
        linkbase(
            presentation([("us-gaap_DeprecatedAbstract", "us-gaap_Old", "")], DEPRECATED_ROLE),
            presentation([("us-gaap_DeprecatedAbstract", "srt_Older", "")], DEPRECATED_ROLE + "2"),
            presentation([("us-gaap_AssetsAbstract", "us-gaap_Assets", "")]),
        )
    )

    assert linkbases.deprecated(root) == {"Old", "srt:Older"}
