"""Which relations vouch for a fact, and what a contradiction takes from it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from converter.findings import Finding, Severity
from converter.knowledge import load_knowledge
from converter.proof import prove, refuted
from converter.report import Fact, Footing, Report
from converter.terms import Relation
from tests import sample
from tests.validation.faults import changed, plus, renamed, times, without

PART, TOTAL = Relation.PART, Relation.TOTAL
NOW, BEFORE = "I20010630", "I20001231"
QUARTER, HALF = "D20010401-20010630", "D20010101-20010630"


@pytest.fixture(scope="module")
def sound() -> Report:
    return sample.report()


def proofs(report: Report, concept: str, context: str, *scheduled: str) -> set[Relation]:
    (found,) = {
        fact.proofs
        for fact in prove(report, load_knowledge("us-gaap"), scheduled).facts
        if fact.concept.local == concept and fact.context == context
    }
    assert list(found) == [relation for relation in Relation if relation in found], "in the order of `Relation`"
    return set(found)


# Sums


def test_a_sum_that_foots_vouches_for_its_total_and_its_parts(sound: Report) -> None:
    assert proofs(sound, "InventoryNet", NOW) == {PART}
    assert proofs(sound, "AssetsCurrent", NOW) == {PART, TOTAL}
    assert proofs(sound, "CostOfRevenue", QUARTER) == {PART}, "a part that is subtracted"
    assert proofs(sound, "IncreaseDecreaseInInventories", HALF) == {PART}, "a part whose fact has the other sign"
    assert proofs(sound, "AllowanceForDoubtfulAccountsReceivableCurrent", NOW) == set(), "no relation speaks of it"


def test_a_sum_that_fails_in_one_column_vouches_in_the_other(sound: Report) -> None:
    faulty = changed(sound, plus(90_000), "InventoryNet", context=NOW)

    assert proofs(faulty, "InventoryNet", NOW) == set()
    assert PART not in proofs(faulty, "AccountsReceivableNetCurrent", NOW)
    assert proofs(faulty, "AssetsCurrent", NOW) == {PART}
    assert proofs(faulty, "InventoryNet", BEFORE) == {PART}


def test_what_is_lost_in_rounding_is_not_vouched_for(sound: Report) -> None:
    assert proofs(sound, "RelocationOfDoverPlant", "D20000401-20000630") == set(), "a dash"
    few = changed(sound, lambda fact: replace(fact, value=Decimal(4_000)), "InventoryNet", context=NOW)
    more = changed(few, plus(-1_771_000), "AssetsCurrent", context=NOW)
    assert proofs(more, "InventoryNet", NOW) == set(), "four thousand among four figures in thousands"
    assert PART in proofs(more, "AccountsReceivableNetCurrent", NOW)
    few = changed(sound, lambda fact: replace(fact, value=Decimal(5_000)), "InventoryNet", context=NOW)
    more = changed(few, plus(-1_770_000), "AssetsCurrent", context=NOW)
    assert proofs(more, "InventoryNet", NOW) == {PART}, "five thousand would be missed"


def test_blank_cells_of_a_sum_are_nothing(sound: Report) -> None:
    gone = replace(
        sound,
        facts=tuple(each for each in sound.facts if (each.concept.local, each.context) != ("InventoryNet", NOW)),
    )
    assert proofs(changed(gone, plus(-1_775_000), "AssetsCurrent", context=NOW), "AssetsCurrent", NOW) == {TOTAL}


def test_a_total_over_nothing_but_blank_cells_proves_nothing(sound: Report) -> None:
    parts = {"CashAndCashEquivalentsAtCarryingValue", "AccountsReceivableNetCurrent", "InventoryNet"}
    gone = replace(sound, facts=tuple(each for each in sound.facts if each.concept.local not in parts))
    nothing = changed(gone, lambda fact: replace(fact, value=Decimal(9_000), decimals=-7), "AssetsCurrent", context=NOW)
    alone = changed(nothing, lambda fact: replace(fact, decimals=None), "AssetsCurrent", context=BEFORE)
    assert TOTAL not in proofs(alone, "AssetsCurrent", NOW)
    assert TOTAL not in proofs(alone, "AssetsCurrent", BEFORE)


def test_a_footing_is_of_presented_rows(sound: Report) -> None:
    sheet = sound.statements[0]
    labels = [(sheet.rows[each.total].label, len(each.parts)) for each in sheet.footings]
    assert labels[:2] == [("Total current assets", 3), ("Total assets", 3)]
    assert sheet.footings[0] == Footing(6, ((2, 1), (3, 1), (5, 1)))


# Identities


def test_assets_and_claims(sound: Report) -> None:
    for side in ("Assets", "LiabilitiesAndStockholdersEquity"):
        assert Relation.BALANCE in proofs(sound, side, NOW)
        faulty = changed(sound, plus(90_000), "Assets", context=NOW)
        assert Relation.BALANCE not in proofs(faulty, side, NOW)
        assert Relation.BALANCE in proofs(faulty, side, BEFORE)
    alone = without(sound, "LiabilitiesAndStockholdersEquity", NOW)
    assert Relation.BALANCE not in proofs(alone, "Assets", NOW)
    assert Relation.BALANCE in proofs(alone, "Assets", BEFORE)


def with_cash(report: Report, change: int) -> Report:
    """The change in cash between the two balance sheets as the cash flow prints it."""
    return changed(report, lambda fact: replace(fact, value=Decimal(change)), "NetIncreaseInCash", context=HALF)


def test_cash_rolls_forward(sound: Report) -> None:
    rolls = {
        "NetIncreaseInCash": HALF,
        "CashAndCashEquivalentsAtCarryingValue": NOW,
    }
    for concept, context in rolls.items():
        assert Relation.CASH in proofs(sound, concept, context)
        assert Relation.CASH not in proofs(with_cash(sound, 340_000), concept, context)
        assert Relation.CASH not in proofs(with_cash(sound, -330_000), concept, context)
    standard = renamed(sound, "NetIncreaseInCash", "CashAndCashEquivalentsPeriodIncreaseDecrease")
    assert Relation.CASH in proofs(standard, "CashAndCashEquivalentsPeriodIncreaseDecrease", HALF)


def test_cash_rolls_between_balances_that_are_printed(sound: Report) -> None:
    half_before = "D20000101-20000630"
    assert Relation.CASH in proofs(sound, "NetIncreaseInCash", half_before)
    for day in ("I19991231", "I20000630"):
        faulty = without(sound, "CashAndCashEquivalentsAtCarryingValue", day)
        assert Relation.CASH not in proofs(faulty, "NetIncreaseInCash", half_before)
        assert Relation.CASH in proofs(faulty, "NetIncreaseInCash", HALF)


def with_footing(report: Report, *footings: Footing) -> Report:
    """The report with these sums in its cash flow."""
    *others, flow = report.statements
    return replace(report, statements=(*others, replace(flow, footings=footings)))


def test_the_change_in_cash_is_what_adds_up_two_kinds_of_activities(sound: Report) -> None:
    operating, investing, total = 7, 11, 15
    two = with_footing(sound, Footing(total, ((operating, 1), (investing, 1))))
    assert Relation.CASH in proofs(two, "NetIncreaseInCash", HALF)
    one = with_footing(sound, Footing(total, ((operating, 1), (10, 1), (13, 1))))
    assert Relation.CASH not in proofs(one, "NetIncreaseInCash", HALF)


def test_cash_rolls_forward_with_the_effect_of_exchange_rates(sound: Report) -> None:
    effect = "EffectOfExchangeRateOnCashAndCashEquivalents"
    faulty = with_cash(renamed(sound, "OtherInvestingActivities", effect), 480_000)
    assert Relation.CASH in proofs(faulty, "NetIncreaseInCash", HALF), "480 and an effect of -150 are 330"
    assert Relation.CASH in proofs(faulty, effect, HALF)


def test_retained_earnings_roll_forward(sound: Report) -> None:
    for concept, context in (("NetIncomeLoss", HALF), ("RetainedEarningsAccumulatedDeficit", BEFORE)):
        assert Relation.EARNINGS in proofs(sound, concept, context)
        faulty = changed(sound, plus(90_000), "RetainedEarningsAccumulatedDeficit", context=NOW)
        assert Relation.EARNINGS not in proofs(faulty, concept, context)
    assert Relation.EARNINGS not in proofs(sound, "NetIncomeLoss", QUARTER), "no balance at its beginning"


# Elsewhere


def test_a_fact_of_two_lines_is_vouched_for_by_each(sound: Report) -> None:
    assert Relation.ELSEWHERE in proofs(sound, "CashAndCashEquivalentsAtCarryingValue", NOW)
    assert Relation.ELSEWHERE not in proofs(sound, "NetIncomeLoss", QUARTER)


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("There were 5,104,220 shares.", True),
        ("Issued:5,104,220.", True),
        ("There were 5,104,220,000 shares.", False),
        ("There were 35,104,220 shares.", False),
        ("There were 5,104,220.5 shares.", False),
        ("There were 2,905 of them.", False),
    ],
)
def test_prose_that_repeats_a_number_vouches_for_it(sound: Report, prose: str, found: bool) -> None:
    said = replace(sound, document=replace(sound.document, text=f"{sound.document.text}\n{prose}\n"))

    assert Relation.ELSEWHERE not in proofs(sound, "CommonStockSharesOutstanding", NOW)
    assert (Relation.ELSEWHERE in proofs(said, "CommonStockSharesOutstanding", NOW)) is found


def printed_as(report: Report, printed: str, prose: str) -> Report:
    """The report, its cost of sales of the quarter printed so, and other figures in its document."""
    facts = tuple(
        replace(fact, sources=tuple(replace(each, printed=printed) for each in fact.sources))
        if (fact.concept.local, fact.context) == ("CostOfRevenue", QUARTER)
        else fact
        for fact in report.facts
    )
    return replace(report, facts=facts, document=replace(report.document, text=f"{printed}\n{prose}\n"))


@pytest.mark.parametrize(
    ("printed", "prose", "found"),
    [
        ("2,900", "costs of 2,900", True),
        ("$ 2,900", "costs of 2,900", True),
        ("(2,900)", "costs of 2,900", True),
        ("12,900", "costs of 12,900", True),
        ("212,900", "costs of $212,900.", True),
        ("2,900.5", "costs of 2,900.5", True),
        ("2,900", "", False),
        ("900", "costs of 900", False),  # short numbers meet by chance
        ("2900,100", "costs of 2900,100", False),  # no groups of three
        ("--", "costs of 2,900 and 2,900", False),
    ],
)
def test_numbers_of_two_groups_at_least_are_looked_for(sound: Report, printed: str, prose: str, found: bool) -> None:
    assert (Relation.ELSEWHERE in proofs(printed_as(sound, printed, prose), "CostOfRevenue", QUARTER)) is found


def test_that_nothing_is_printed_twice_proves_nothing(sound: Report) -> None:
    cash = "CashAndCashEquivalentsAtCarryingValue"
    assert Relation.ELSEWHERE not in proofs(changed(sound, times(0), cash, context=NOW), cash, NOW)


def test_the_schedule(sound: Report) -> None:
    inventories = f"us-gaap_InventoryNet_{NOW}"
    assert proofs(sound, "InventoryNet", NOW, inventories) == {PART, Relation.SCHEDULE}
    assert proofs(sound, "InventoryNet", BEFORE, inventories) == {PART}


# Contradictions


def doubted(severity: Severity, report: Report) -> dict[str, Fact]:
    found = refuted(
        replace(
            report,
            findings=(
                Finding(severity, "DQC_0118", "It does not foot.", None, f"us-gaap_AssetsCurrent_{NOW}"),
                Finding(severity, "DQC_0118", "It does not foot.", None, f"us-gaap_AssetsCurrent_{NOW}"),
                Finding(severity, "DQC_0015", "It is negative.", None, f"us-gaap_AssetsCurrent_{NOW}"),
                Finding(severity, "statements.scale-none", "No scale."),
            ),
        )
    )
    rows = [row for statement in found.statements for row in statement.rows if row.label == "Total current assets"]
    assert rows[0].decision is not None
    facts = {fact.context: fact for fact in found.facts if fact.concept.local == "AssetsCurrent"}
    sure = facts[NOW].decision
    assert sure is not None
    assert rows[0].decision.confidence == sure.confidence
    return facts


@pytest.mark.parametrize("severity", [Severity.WARNING, Severity.ERROR])
def test_a_fact_that_contradicts_others_is_not_sure(sound: Report, severity: Severity) -> None:
    facts = doubted(severity, sound)
    assert facts[NOW].refuted == ("DQC_0118", "DQC_0015")
    assert facts[BEFORE].refuted == ()
    assert [sure.confidence for each in (NOW, BEFORE) if (sure := facts[each].decision)] == [0.45, 0.9]


def test_a_remark_takes_nothing(sound: Report) -> None:
    assert doubted(Severity.INFO, sound)[NOW].refuted == ()


def test_a_fact_that_was_less_sure_stays_so(sound: Report) -> None:
    unsure = changed(
        sound,
        lambda fact: replace(fact, decision=fact.decision and replace(fact.decision, confidence=0.2)),
        "AssetsCurrent",
    )
    found = refuted(replace(unsure, findings=(Finding(Severity.ERROR, "x", "", None, f"us-gaap_AssetsCurrent_{NOW}"),)))
    assert [fact.decision.confidence for fact in found.facts if fact.refuted and fact.decision] == [0.2]


def test_a_fact_and_a_row_that_nothing_decided_have_nothing_to_doubt(sound: Report) -> None:
    told = next(fact for fact in sound.facts if fact.decision is None)
    plain = replace(told, sources=(replace(sound.facts[-1].sources[0], statement=0, row=0),))
    report = replace(sound, facts=(plain,), findings=(Finding(Severity.ERROR, "x", "", None, plain.id),))
    found = refuted(report)
    assert found.facts[0].refuted == ("x",)
    assert found.facts[0].decision is None
    assert found.statements[0].rows[0].decision is None, "a heading"
