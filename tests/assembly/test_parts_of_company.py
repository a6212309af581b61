"""Columns of parts of the company as facts with members: of the release where it has them, or of the company's own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from converter.assembly.extensions import Extensions
from converter.knowledge import load_knowledge
from converter.mapping.components import with_members
from converter.mapping.ledger import Ledger
from converter.options import Options
from converter.pipeline import convert
from converter.report import Report
from converter.span import Span
from converter.statements.statement import Amount, Component, Item, of_captions
from converter.taxonomy import load_index
from converter.terms import Kind, Name

CONSOLIDATING = """
                                 HOLLIS WORKS, INC.
                            CONSOLIDATED BALANCE SHEET
                              (in thousands of dollars)

                                             December 31, 2008
                              Parent    Guarantor   Non-Guarantor                Hollis
                             Company  Subsidiaries   Subsidiaries  Eliminations  Consolidated
                            --------  ------------  -------------  ------------  ------------
Cash                        $    100  $        200  $         300  $         --  $        600
Inventories                       --         1,100            900          (100)        1,900
                            --------  ------------  -------------  ------------  ------------
Total current assets             100         1,300          1,200          (100)        2,500
Investment in subsidiaries     2,000            --             --        (2,000)           --
                            --------  ------------  -------------  ------------  ------------
Total assets                $  2,100  $      1,300  $       1,200  $     (2,100) $      2,500
                            ========  ============  =============  ============  ============
Accounts payable            $     --  $        200  $         300  $         --  $        500
Common stock                     100            50             50          (100)          100
Retained earnings              2,000         1,050            850        (2,000)        1,900
                            --------  ------------  -------------  ------------  ------------
Total liabilities and
  stockholders' equity      $  2,100  $      1,300  $       1,200  $     (2,100) $      2,500
                            ========  ============  =============  ============  ============
"""


def report(taxonomy: str) -> Report:
    options = Options(cik="999999", document_type="10-K", taxonomy=taxonomy)
    return convert(CONSOLIDATING.encode(), options, name="hollis.txt").report


def assets(made: Report) -> dict[tuple[str, ...], int]:
    """Total assets in thousands, by the members that each is of."""
    return {
        tuple(f"{each.axis}={each.member}" for each in made.scope_of(fact).members): int(fact.figure.value) // 1_000
        for fact in made.facts
        if fact.concept == Name("us-gaap", "Assets")
    }


def test_parts_are_members_of_srt_where_a_release_has_it() -> None:
    entities = "srt:ConsolidatedEntitiesAxis"
    assert assets(report("us-gaap/2025")) == {
        (): 2_500,
        (f"{entities}=srt:ParentCompanyMember",): 2_100,
        (f"{entities}=srt:GuarantorSubsidiariesMember",): 1_300,
        (f"{entities}=srt:NonGuarantorSubsidiariesMember",): 1_200,
        ("srt:ConsolidationItemsAxis=srt:ConsolidationEliminationsMember",): -2_100,
    }


def test_before_srt_they_are_members_of_the_legal_entity() -> None:
    entities = "dei:LegalEntityAxis=us-gaap:"
    assert assets(report("us-gaap/2009")) == {
        (): 2_500,
        (f"{entities}ParentCompanyMember",): 2_100,
        (f"{entities}GuarantorSubsidiariesMember",): 1_300,
        (f"{entities}NonGuarantorSubsidiariesMember",): 1_200,
        (f"{entities}ConsolidationEliminationsMember",): -2_100,
    }


def test_the_table_of_a_statement_has_the_axes_with_their_domains() -> None:
    (statement,) = report("us-gaap/2025").statements
    assert statement.table is not None
    assert [(str(axis.name), str(axis.domain)) for axis in statement.table.axes] == [
        ("srt:ConsolidatedEntitiesAxis", "srt:ConsolidatedEntitiesDomain"),
        ("srt:ConsolidationItemsAxis", "srt:ConsolidationItemsDomain"),
    ]


def test_what_eliminations_take_off_may_be_negative() -> None:
    assert [finding for finding in report("us-gaap/2025").findings if finding.code == "DQC_0015"] == []


@pytest.mark.parametrize(
    ("part", "caption", "named"),
    [
        ("segments", "Boats", ["StatementBusinessSegmentsAxis None"] * 2),
        ("entities", "Issuer", ["srt:ConsolidatedEntitiesAxis srt:SubsidiaryIssuerMember", "dei:LegalEntityAxis None"]),
        ("entities", "Registrant only",
         ["srt:ConsolidatedEntitiesAxis srt:ParentCompanyMember", "dei:LegalEntityAxis ParentCompanyMember"]),
        ("between_segments", "Eliminations",
         ["srt:ConsolidationItemsAxis IntersegmentEliminationMember",
          "StatementBusinessSegmentsAxis BusinessIntersegmentEliminationsMember"]),
        ("predecessor", "Predecessor",
         ["srt:StatementScenarioAxis None", "StatementScenarioAxis PredecessorMember"]),
    ],
)  # fmt: skip
def test_each_part_has_an_axis_of_the_release_and_a_member_where_it_has_one(
    part: str, caption: str, named: list[str]
) -> None:
    amount = Amount("1", Decimal(1), 0, 0, None, Span(0, 0), (Component(part, None, caption),))
    printed = of_captions(Kind.CASH_FLOW, [Item("Cash", amounts=(amount,))])
    for release, expected in zip(("us-gaap/2025", "us-gaap/2009"), named, strict=True):
        index = load_index(release)
        (statement,) = with_members([printed], load_knowledge(release).headings, index)
        (component,) = statement.items[0].amounts[0].components
        assert f"{component.axis} {component.member}" == expected
        assert index.find(component.axis) is not None
        assert index.domain(component.axis) is not None


def test_a_member_that_is_called_nothing_but_the_companys_name_keeps_it() -> None:
    """Names of the company's own lines leave it out; nothing would be left of this one."""
    extensions = Extensions("hols", frozenset({"hollis"}), load_index("us-gaap/2025"), Ledger())
    assert extensions.of_member("Hollis").local == "HollisMember"
    assert extensions.of_member("Hollis Boats").local == "BoatsMember"
    assert extensions.of_member("---").local == "ComponentMember"
