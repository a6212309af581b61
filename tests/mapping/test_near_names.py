"""A concept is not said to be sure while a name that a statement cannot tell from it is the next likeliest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from converter.mapping.explain import explain_row
from converter.mapping.maps import Fit, Maps, load_maps
from converter.mapping.near_names import MOST, beside, capped
from converter.mapping.predict import predict, read_captions
from converter.statements.statement import Statement
from converter.taxonomy import Index
from converter.terms import Decision, Kind
from tests.mapping.builder import statement
from tests.mapping.evident import OWN_LINE, learned, ruled

Decided = Callable[..., dict[str, Decision]]

NEAR = {"Dividends": frozenset({"DividendsCash"}), "DividendsCash": frozenset({"Dividends"})}

CASH_FLOW = """
Operating activities:
  Net income                                100    90
  Depreciation and amortization              20    10
Net cash provided by operating activities   120   100
Financing activities:
  Dividends paid                            (20)  (18)
  Proceeds from long-term debt               50    40
  Repayments of long-term debt              (40)  (30)
Net cash used in financing activities       (10)   (8)
"""


CAPTIONS = "\n".join(line[:42].strip() for line in CASH_FLOW.splitlines())


# Which names cap


def test_the_next_likeliest_concept_caps_if_it_is_a_near_name() -> None:
    assert beside([ruled("Dividends"), learned("DividendsCash", 0.1)], NEAR) == "DividendsCash"
    assert beside([ruled("Dividends"), learned("Goodwill", 0.1), learned("DividendsCash", 0.1)], NEAR) is None
    assert beside([ruled("Goodwill"), learned("DividendsCash", 0.1)], NEAR) is None
    assert beside([ruled("Dividends")], NEAR) is None
    assert beside([], NEAR) is None


def test_a_line_of_the_companys_own_stands_between_no_two_names() -> None:
    assert beside([ruled("Dividends"), OWN_LINE, learned("DividendsCash", 0.1)], NEAR) == "DividendsCash"
    assert beside([OWN_LINE, ruled("Dividends"), learned("DividendsCash", 0.1)], NEAR) is None


def test_a_persons_line_and_what_figures_prove_tell_near_names_apart() -> None:
    other = learned("DividendsCash", 0.1)
    assert beside([ruled("Dividends", fit=Fit.OWN), other], NEAR) is None
    assert beside([replace(ruled("Dividends"), footing="footing:parts"), other], NEAR) is None
    assert beside([ruled("Dividends"), replace(other, footing="footing:parts")], NEAR) == "DividendsCash"


def test_the_cap_lowers_and_never_raises() -> None:
    found = [ruled("Dividends"), learned("DividendsCash", 0.1)]
    assert [capped(sure, found, NEAR) for sure in (0.99, 0.9, 0.5)] == [0.9, 0.9, 0.5]
    assert capped(0.99, found[:1], NEAR) == 0.99


# What is said of a row


@pytest.fixture
def cash_flow() -> Statement:
    return statement(Kind.CASH_FLOW, CASH_FLOW)


def test_a_row_beside_a_near_name_is_no_surer_than_nine_in_ten_and_says_why(
    decided: Decided, cash_flow: Statement
) -> None:
    found = decided(cash_flow)["Proceeds from long-term debt"]
    assert (found.concept, found.confidence) == ("ProceedsFromIssuanceOfLongTermDebt", MOST)
    other, _ = found.alternatives[0]
    reason = f"{other} is a near name, so it is no surer than 0.90"
    assert (found.steps[-1].stage, found.steps[-1].concept) == ("threshold", found.concept)
    assert found.steps[-1].reason == reason


def test_a_row_without_near_names_is_as_sure_as_before(decided: Decided, cash_flow: Statement) -> None:
    found = decided(cash_flow)["Net income"]
    assert found.confidence > 0.95
    assert not any("near name" in step.reason for step in found.steps)


def test_a_persons_line_is_sure_and_a_persons_families_cap_too(
    decided: Decided, cash_flow: Statement, tmp_path: Path
) -> None:
    (tmp_path / "mine.yaml").write_text(
        "captions: {Proceeds from long-term debt: ProceedsFromIssuanceOfDebt}", encoding="utf-8"
    )
    found = decided(cash_flow, using=load_maps("us-gaap/2025", tmp_path))
    assert found["Proceeds from long-term debt"].confidence == 1.0
    (tmp_path / "concepts").mkdir()
    second, _ = found["Net income"].alternatives[0]
    (tmp_path / "concepts" / "near.yaml").write_text(f"families: [[NetIncomeLoss, {second}]]", encoding="utf-8")
    assert decided(cash_flow, using=load_maps("us-gaap/2025", tmp_path))["Net income"].confidence == MOST


def test_explanations_and_predictions_are_capped_alike(maps: Maps, index: Index, cash_flow: Statement) -> None:
    assert explain_row(cash_flow, 6, maps, index).confidence == MOST
    found = {each.caption.label: each for each in predict(read_captions(CAPTIONS, Kind.CASH_FLOW), maps, index)}
    paid, net_income = found["Proceeds from long-term debt"], found["Net income"]
    assert paid.alternatives[0] in maps.knowledge.near[paid.concept or ""]
    assert paid.confidence == MOST < net_income.confidence
