"""How the names of candidates suit a row: its words, its section, what it adds up, the way its figures go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.mapping.candidates import Candidate
from converter.mapping.maps import Maps
from converter.mapping.rows import frame_of
from converter.mapping.weighing.evidence import Parts, name_words, of_document
from converter.statements.statement import Item, of_captions
from converter.taxonomy import Index
from converter.terms import Kind
from tests.mapping.builder import statement
from tests.mapping.evident import WORDS, evidence_of, ruled

BS, IS, CF = Kind.BALANCE_SHEET, Kind.INCOME, Kind.CASH_FLOW
SHEET = """
Current assets:
  Cash                   10  20
  Spare parts            5   5
Total current assets     15  25
"""
CASH, PARTS = 1, 2


def alone(found: list[Candidate], row: int = CASH, text: str = SHEET, kind: Kind = BS) -> list[Parts]:
    return evidence_of(statement(kind, text)).alone(row, found)


def named_so(concept: str, called: str, row: int = CASH, text: str = SHEET, kind: Kind = BS) -> Parts:
    """What speaks for a concept that a rule names, as far as its parts are called so."""
    return {name: value for name, value in alone([ruled(concept)], row, text, kind)[0].items() if called in name}


# Words


@pytest.mark.parametrize(
    ("caption", "concept", "of_caption", "of_name", "alike"),
    [
        ("Cash", "Cash", 1, 1, 1),
        ("Inventories, raw materials", "InventoryRawMaterials", 1, 1, 1),
        ("Other assets", "OtherAssetsNoncurrent", 1, 1, 1),
        ("Other noncurrent assets", "OtherAssetsNoncurrent", 1, 1, 1),
        ("Spare parts", "Goodwill", 0, 0, 0),
        ("Land and other buildings and mines", "Land", 0.25, 1, 0),
        ("Land", "LandAndLandImprovements", 1, 0.5, 0),
    ],
)
def test_words_that_caption_and_name_share(
    caption: str, concept: str, of_caption: float, of_name: float, alike: float
) -> None:
    [found] = alone([ruled(concept)], 0, f"{caption}  1  2\n")
    assert (found["words of the caption"], found["words of the name"], found["words alike"]) == (
        of_caption, of_name, alike,
    )  # fmt: skip
    assert "words none" not in found


def test_words_of_headings_count_beside_those_of_the_caption() -> None:
    text = "Inventories:\n  Raw materials  3  4\n  Other  1  1\n"
    [found] = alone([ruled("InventoryRawMaterials")], 1, text)
    assert found["words of the name"] == pytest.approx(2 / 3)
    assert found["words of the name with headings"] == 1


@pytest.mark.parametrize("caption", ["1997", "Current"])
def test_a_caption_without_words_of_its_own_shares_none(caption: str) -> None:
    assert named_so("Cash", "words", 0, f"{caption}:  1  2\n") == {"rule words": 1.0, "words none": 1.0}


def test_words_of_a_name_are_read_as_those_of_a_caption() -> None:
    assert name_words("OtherAssetsNoncurrent", WORDS) == {"other", "asset"}
    assert name_words("MinorityInterest", WORDS) == {"noncontrolling", "interest"}


# Minorities, restricted cash

OF_ALL, OF_PARENT = "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest", "StockholdersEquity"
SHARED = "Equity  7  8\nMinority interest  1  1\n"


@pytest.mark.parametrize(
    ("concept", "text", "said"),
    [
        (OF_ALL, SHARED, "of all, shared"),
        (OF_ALL, "Equity  7  8\n", "of all, unshared"),
        ("ProfitLoss", "Net income  7  8\n", "of all, unshared"),
        ("ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest", SHARED, "of all, shared"),
        (OF_PARENT, SHARED, "of the parent, shared"),
        (OF_PARENT, "Equity  7  8\n", "of the parent, unshared"),
        ("NetIncomeLoss", "Net income  7  8\n", "of the parent, unshared"),
        ("RestrictedCash", "Restricted cash  7  8\n", "restricted, said"),
        ("RestrictedCash", "Cash  7  8\n", "restricted, unsaid"),
        ("CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents", "Cash  7  8\n", "restricted, unsaid"),
    ],
)
def test_whether_the_document_speaks_of_what_makes_two_names_differ(concept: str, text: str, said: str) -> None:
    [found] = alone([ruled(concept)], 0, text)
    assert [name for name in found if name.startswith(("of all", "of the parent", "restricted"))] == [said]
    assert found[said] == 1


def test_which_names_are_of_all_the_knowledge_files_say() -> None:
    known = evidence_of(statement(BS, SHARED))
    groups = replace(known.knowledge.groups, equity_of_all=("MembersEquity",), equity_of_parent=("CommonStockValue",))
    asked = replace(known, knowledge=replace(known.knowledge, groups=groups))
    names = ("MembersEquity", "CommonStockValue", OF_PARENT)
    found = [asked.alone(0, [ruled(name)])[0] for name in names]
    assert [("of all, shared" in one, "of the parent, shared" in one) for one in found] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_names_that_differ_by_neither_ask_for_no_such_words() -> None:
    assert not named_so("Cash", "shared", 0, SHARED)
    assert not named_so("Cash", "restricted", 0, "Restricted cash  7  8\n")


def test_another_statement_of_the_document_may_speak_of_minorities(maps: Maps, index: Index) -> None:
    texts = (BS, "Equity  7  8\n"), (IS, "Minority interest in income  1  1\n")
    frames = [frame_of(statement(kind, text), maps.vocabulary) for kind, text in texts]
    assert "of all, shared" in of_document(frames, maps, index)[0].alone(0, [ruled(OF_ALL)])[0]
    assert "of all, unshared" in of_document(frames[:1], maps, index)[0].alone(0, [ruled(OF_ALL)])[0]


# Section, footing, brackets, the release

SECTIONS = """
Current assets:
  Cash                        10  20
  Other                       5   5
Total current assets          15  25
Plant                         30  30
Total assets                  45  55
Current liabilities:
  Payables                    5   6
  Accruals                    5   5
Total current liabilities     10  11
Equity                        35  44
Total liabilities and equity  45  55
"""


@pytest.mark.parametrize(
    ("row", "concept", "said"),
    [
        (2, "OtherAssetsCurrent", "section agrees"),
        (2, "OtherAssetsNoncurrent", "section against"),
        (2, "Goodwill", "section unsaid"),
        (7, "AccountsPayableCurrent", "section agrees"),
        (7, "LongTermDebtNoncurrent", "section against"),
    ],
)
def test_a_name_that_says_current_against_the_section(row: int, concept: str, said: str) -> None:
    assert named_so(concept, "section ", row, SECTIONS) == {said: 1.0}


def test_a_long_term_section_against_a_name_that_says_current() -> None:
    assert named_so("OtherAssetsNoncurrent", "section ", 4, SECTIONS) == {"section agrees": 1.0}
    assert named_so("OtherAssetsCurrent", "section ", 4, SECTIONS) == {"section against": 1.0}


@pytest.mark.parametrize(
    ("sections", "said"),
    [
        (("liabilities.noncurrent",), {"section against": 1.0, "not under the section": 1.0}),
        (("equity",), {"not under the section": 1.0}),
        (("assets.current", "assets.noncurrent"), {"under the section": 1.0}),
        (("assets.noncurrent", "liabilities.noncurrent"), {"section against": 1.0, "under the section": 1.0}),
        (("assets.current", "equity"), {"under the section": 1.0}),
        (("expenses",), {}),
        ((), {}),
    ],
)
def test_where_the_section_is_not_certain_its_parts_are_asked_together(sections: tuple[str, ...], said: Parts) -> None:
    known = evidence_of(statement(BS, SHEET))
    stubs = tuple(replace(stub, sections=frozenset(sections)) for stub in known.frame.stubs)
    [found] = replace(known, frame=replace(known.frame, stubs=stubs)).alone(PARTS, [ruled("OtherAssetsCurrent")])
    assert {name: value for name, value in found.items() if "section" in name} == said


@pytest.mark.parametrize(
    ("row", "concept", "said"),
    [
        (2, "OtherAssetsCurrent", {"under the section": 1.0}),
        (2, "AccountsPayableCurrent", {"not under the section": 1.0}),
        (7, "AccountsPayableCurrent", {"under the section": 1.0}),
        (2, "Assets", {}),
    ],
)
def test_whether_the_taxonomy_adds_it_up_to_the_total_of_the_section(row: int, concept: str, said: Parts) -> None:
    assert named_so(concept, "under the section", row, SECTIONS) == said


@pytest.mark.parametrize(
    ("row", "concept", "said"),
    [
        (3, "AssetsCurrent", "total as total"),
        (3, "OtherAssetsCurrent", "total as line"),
        (2, "OtherAssetsCurrent", "line as line"),
        (2, "AssetsCurrent", "line as total"),
    ],
)
def test_a_total_or_a_line_as_what_the_taxonomy_adds_up(row: int, concept: str, said: str) -> None:
    found = named_so(concept, " as ", row, SECTIONS)
    assert {name: value for name, value in found.items() if "asks" not in name} == {said: 1.0}


def test_where_it_is_not_known_whether_a_row_is_a_total_nothing_is_said_of_it() -> None:
    assert not named_so("Revenues", " as ", 0, "Sales  10  20\n", IS)


def test_a_concept_that_the_release_gives_up_is_deprecated() -> None:
    assert named_so("DueFromAffiliateCurrent", "deprecated") == {"deprecated, 2000s": 1.0}
    assert not named_so("Cash", "deprecated")


@pytest.mark.parametrize(
    ("figures", "concept", "kind", "said"),
    [
        ("10  20", "Cash", BS, "printed plain, debit, state"),
        ("(10)  (20)", "Cash", BS, "printed brackets, debit, state"),
        ("10  (20)", "Liabilities", BS, "printed both, credit, state"),
        ("(10)  -", "Liabilities", BS, "printed brackets, credit, state"),
        ("-  20", "Liabilities", BS, "printed plain, credit, state"),
        ("(10)  20", "StockholdersEquity", BS, "printed both, two, state"),
        ("(10)  20", "IncreaseDecreaseInInventories", CF, "printed both, two, flow"),
        ("(10)  (20)", "PaymentsToAcquirePropertyPlantAndEquipment", CF, "printed brackets, credit, flow"),
        ("10  20", "NetIncomeLoss", IS, "printed plain, two, state"),
    ],
)
def test_which_way_the_figures_go_and_the_concept(figures: str, concept: str, kind: Kind, said: str) -> None:
    assert named_so(concept, "printed", 0, f"Line  {figures}\n", kind) == {said: 1.0}


def test_money_without_a_balance_is_open() -> None:
    assert named_so("DerivativeNotionalAmount", "printed") == {"printed plain, open, state": 1.0}


@pytest.mark.parametrize(
    ("figures", "concept"),
    [("-  -", "Cash"), ("10sh  20sh", "CommonStockSharesOutstanding"), ("10  20", "NoSuchConcept")],
)
def test_nothing_and_what_is_no_money_goes_no_way(figures: str, concept: str) -> None:
    assert not named_so(concept, "printed", 0, f"Line  {figures}\n")


def test_of_a_list_of_captions_figures_and_totals_say_nothing() -> None:
    read = of_captions(
        BS, [Item(caption="Current assets:"), Item(caption="Cash"), Item(caption="Total current assets")]
    )
    [found] = evidence_of(read).alone(1, [ruled("Cash")])
    assert not any("printed" in name or name.startswith(("line as", "total as")) for name in found)
