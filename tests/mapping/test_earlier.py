"""A line of an earlier filing of the company keeps its concept, unless much speaks against it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from converter.errors import InputError
from converter.findings import Finding, Severity
from converter.mapping.candidates import EARLIER, candidates
from converter.mapping.decide import decide, read
from converter.mapping.earlier import (
    Earlier,
    Line,
    Place,
    changes,
    letters,
    lines_before,
    of_company,
    read_earlier,
)
from converter.mapping.maps import Maps, load_maps
from converter.mapping.weighing import Weights, shipped
from converter.mapping.weighing.evidence import believed
from converter.options import Options
from converter.sources import read as read_source
from converter.sources.document import Document
from converter.taxonomy import Index
from converter.terms import Decision, Kind, Unit
from tests.mapping.builder import statement

CF = Kind.CASH_FLOW
OTHER, NONCASH = "OtherOperatingActivitiesCashFlowStatement", "OtherNoncashIncomeExpense"

CASH_FLOW = """
Operating activities:
  Net income                                100    90
  Depreciation and amortization              20    10
  Other, net                                  3     2
Net cash provided by operating activities   123   102
"""
READ = statement(CF, CASH_FLOW)
ROW = 3  # other, net


def earlier(
    caption: str = "Other, net",
    concept: str | None = OTHER,
    sure: float = 1.0,
    place: Place | None = None,
    unit: Unit = "USD",
    year: int = 2002,
    **others: Any,
) -> Earlier:
    """A filing with one line in its cash flow, by default under `Operating activities:`."""
    at = place or Place("operatingactivities", "")
    line = Line(concept, sure, f"{year}.txt")
    made = Earlier(f"{year}.txt", str(year), "Orrin Co", None, date(year, 12, 31), {}, "")
    return replace(made, lines={(CF, unit, letters(caption)): [(at, line)]}, **others)


# What a report.json says


def report() -> dict[str, Any]:
    """The record of a small filing, with what is asked of it."""

    def row(concept: str, label: str, depth: int, abstract: bool = False, **others: Any) -> dict[str, Any]:
        return {
            "concept": concept,
            "label": label,
            "depth": depth,
            "abstract": abstract,
            "parenthetical": False,
            **others,
        }

    rows = [
        row("us-gaap:OperatingAbstract", "Operating activities:", 0, abstract=True),
        row("us-gaap:NetIncomeLoss", "Net income", 1, confidence=0.99),
        row("orrin:GrantsOfBoards", "Grants of boards, 1998", 1, confidence=0.7),
        row("us-gaap:InsideAbstract", "Inside:", 1, abstract=True),
        row("us-gaap:Depreciation", "Depreciation", 2, confidence=0.9),
        row("us-gaap:Total", "Net cash provided", 0, confidence=0.95),
        row("us-gaap:EarningsPerShareBasic", "Basic", 0, confidence=0.8),
        row("us-gaap:CommitmentsAndContingencies", "Commitments", 0, confidence=0.8),
        {**row("us-gaap:CommonStockSharesIssued", "Stock, shares issued", 0), "parenthetical": True},
    ]
    parts = [{"concept": "us-gaap:NetIncomeLoss", "weight": 1}, {"concept": "orrin:GrantsOfBoards", "weight": 1}]
    units = {"us-gaap:EarningsPerShareBasic": "CAD/shares", "us-gaap:CommitmentsAndContingencies": None}
    facts = [
        {"concept": each["concept"], "unit": units.get(each["concept"], "CAD")}
        for each in rows
        if not each["abstract"] and each["label"] != "Commitments"
    ]
    return {
        "document": {"name": "orrin-1998.txt", "sha256": "abc"},
        "entity": {"name": "Orrin Co", "scheme": "http://www.sec.gov/CIK", "identifier": "0000000012"},
        "period_end": "1998-12-31",
        "taxonomy": "us-gaap/2009",
        "facts": facts,
        "statements": [
            {"kind": "CF", "rows": rows, "sums": [{"total": "us-gaap:Total", "parts": parts}]},
        ],
    }


def test_a_report_tells_its_lines_with_their_places() -> None:
    found = read_earlier(json.dumps(report()).encode(), "out")
    assert (found.filing, found.source, found.company, found.cik) == ("orrin-1998.txt", "abc", "Orrin Co", "0000000012")
    assert found.period_end == date(1998, 12, 31)
    assert found.release == "us-gaap/2009"
    assert found.lines == {
        (CF, "USD", "netincome"): [
            (Place("operatingactivities", "netcashprovided"), Line("NetIncomeLoss", 0.99, "orrin-1998.txt"))
        ],
        (CF, "USD", "grantsofboards"): [
            (Place("operatingactivities", "netcashprovided"), Line(None, 0.7, "orrin-1998.txt"))
        ],
        (CF, "USD", "depreciation"): [(Place("inside", ""), Line("Depreciation", 0.9, "orrin-1998.txt"))],
        (CF, "USD", "netcashprovided"): [(Place("", ""), Line("Total", 0.95, "orrin-1998.txt"))],
        (CF, "USD/shares", "basic"): [(Place("", ""), Line("EarningsPerShareBasic", 0.8, "orrin-1998.txt"))],
    }


def test_a_company_without_a_cik_has_none() -> None:
    data = report()
    data["entity"]["scheme"] = "http://retroxbrl.example/company"
    assert read_earlier(json.dumps(data).encode(), "out").cik is None


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff", b'{"statements": 1}'])
def test_what_is_no_report_is_refused_with_its_name(content: bytes) -> None:
    with pytest.raises(InputError, match="out/1998 cannot be read as a report"):
        read_earlier(content, "out/1998")


def test_figures_and_marks_of_a_caption_do_not_count() -> None:
    assert (
        letters("Common stock, $.01 par (note 3)") == letters("COMMON STOCK, $.05 par (Note 4)") == "commonstockparnote"
    )


# Which line it was


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (Place("a", "t"), Place("a", "u"), True),
        (Place("a", "t"), Place("b", "t"), False),
        (Place("", "t"), Place("b", "t"), True),
        (Place("a", "t"), Place("", "u"), False),
        (Place("", ""), Place("", ""), True),
        (Place("", ""), Place("", "t"), False),
    ],
)
def test_a_place_is_told_by_its_heading_and_else_by_its_total(one: Place, other: Place, alike: bool) -> None:
    assert one.is_like(other) is other.is_like(one) is alike


def test_a_line_of_the_same_caption_unit_and_place_is_found() -> None:
    assert lines_before(READ, [earlier("OTHER, net")])[ROW] == Line(OTHER, 1.0, "2002.txt")
    assert lines_before(READ, [earlier()]).count(None) == len(READ.items) - 1
    assert lines_before(READ, [earlier("Others, net")])[ROW] is None
    assert lines_before(READ, [earlier(unit="USD/shares")])[ROW] is None
    assert lines_before(READ, [earlier(place=Place("investingactivities", ""))])[ROW] is None
    assert lines_before(READ, [earlier(place=Place("", letters(READ.items[4].caption)))])[ROW] is not None
    assert lines_before(READ, [earlier("Operating activities:")])[0] is None


def test_the_latest_filing_that_has_the_line_tells_it() -> None:
    old, new, newest = earlier(year=2000), earlier(concept=NONCASH, year=2001), earlier("Goodwill", year=2002)
    assert lines_before(READ, [newest, new, old])[ROW] == Line(NONCASH, 1.0, "2001.txt")


def test_lines_of_one_place_that_were_two_things_tell_nothing() -> None:
    one, other = earlier(year=2001), earlier(concept=NONCASH, year=2001)
    key = (CF, "USD", "othernet")
    both = replace(one, lines={key: [*one.lines[key], *other.lines[key]]})
    assert lines_before(READ, [both, earlier(year=2000)])[ROW] is None
    twice = replace(one, lines={key: [*one.lines[key], *one.lines[key]]})
    assert lines_before(READ, [twice])[ROW] == Line(OTHER, 1.0, "2001.txt")


# Whose filing it is


def document(header: str = "", name: str = "b.txt") -> Document:
    part = "<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nx\n</TEXT>\n</DOCUMENT>\n"
    text = f"<SEC-DOCUMENT>\n<SEC-HEADER>\n{header}</SEC-HEADER>\n{part}"
    return read_source(text.encode(), name, [])


OF_ORRIN = """FILER:
  COMPANY DATA:
    COMPANY CONFORMED NAME: ORRIN CO
    CENTRAL INDEX KEY: 0000000012
"""


def test_filings_are_of_one_company_by_cik_and_else_by_name() -> None:
    by_cik = [earlier(cik="0000000012", company="Old Name Inc"), earlier(cik="0000000013", company="Orrin Co")]
    findings: list[Finding] = []
    assert of_company(by_cik, document(OF_ORRIN), Options(), findings) == by_cik[:1]
    assert [(each.code, each.severity) for each in findings] == [("mapping.another-company", Severity.WARNING)]
    assert "2002.txt is a filing of Orrin Co" in findings[0].message
    assert of_company(by_cik, document(OF_ORRIN), Options(cik="13"), []) == by_cik[1:]
    by_name = [earlier(company="Orrin Corporation"), earlier(company="Halden Mills")]
    assert of_company(by_name, document(OF_ORRIN), Options(), []) == by_name[:1]
    assert of_company(by_name, document(OF_ORRIN), Options(company="Halden Mills, Inc."), []) == by_name[1:]
    assert of_company(by_name, document(), Options(), []) == by_name  # a person says that they are


def test_the_latest_comes_first_whatever_the_order_and_the_document_itself_is_none() -> None:
    one, two, same = earlier(year=2001), earlier(year=2002), earlier(year=2003, source=document().sha256)
    findings: list[Finding] = []
    assert of_company([one, same, two], document(), Options(), findings) == [two, one]
    assert of_company([two, one], document(), Options(), findings) == [two, one]
    assert findings == []


# What it counts


@pytest.mark.parametrize(("sure", "says"), [(0.0, 0.0), (0.4, 0.0), (0.5, 0.0), (0.75, 0.5), (1.0, 1.0)])
def test_a_filing_that_was_not_sure_says_little(sure: float, says: float) -> None:
    assert believed(sure) == pytest.approx(says)


def test_what_speaks_against_a_sure_filing_must_be_likelier_by_nine_to_one() -> None:
    weights = shipped()
    for stage in (weights.alone, weights.around):
        assert stage["earlier"] == 2.2
    assert weights.without_earlier(0.9, 1.0) == pytest.approx(0.5, abs=0.01)
    assert weights.without_earlier(0.9, 0.5) == 0.9
    assert Weights({}, {}).without_earlier(0.7, 1.0) == pytest.approx(0.7)


def decided(maps: Maps, index: Index, *filings: Earlier) -> Decision:
    (rows,) = decide([READ], maps, index, filings)
    found = rows[ROW]
    assert found is not None
    return found


@pytest.mark.parametrize("concept", [OTHER, NONCASH])
def test_a_row_in_doubt_is_what_it_was(maps: Maps, index: Index, concept: str) -> None:
    before, after = decided(maps, index), decided(maps, index, earlier(concept=concept))
    assert after.concept == concept
    assert before.concept != concept or before.confidence < 0.6 < after.confidence


def test_a_row_that_was_the_companys_own_stays_so(maps: Maps, index: Index) -> None:
    noncash = statement(CF, CASH_FLOW.replace("Other, net       ", "Other noncash items"))
    (before,) = decide([noncash], maps, index)
    (after,) = decide([noncash], maps, index, [earlier("Other noncash items", None)])
    assert [before[ROW] and before[ROW].concept, after[ROW] and after[ROW].concept] == [NONCASH, None]


def test_a_clear_row_is_what_it_says_now(maps: Maps, index: Index) -> None:
    (rows,) = decide([READ], maps, index, [earlier("Net income", None), earlier("Depreciation and amortization", None)])
    assert rows[1] is not None
    assert rows[1].concept == "NetIncomeLoss"
    assert rows[2] is not None
    assert rows[2].concept == "DepreciationDepletionAndAmortization"


def test_an_earlier_filing_makes_no_row_surer_than_it_was_itself(maps: Maps, index: Index) -> None:
    assert decided(maps, index, earlier(sure=0.7)).confidence == 0.7
    plain, confirmed = (decide([READ], maps, index, some)[0][2] for some in ((), [earlier("Net income", sure=0.6)]))
    assert plain == confirmed
    (before,), (after,) = (
        decide([READ], maps, index, some) for some in ((), [earlier("Net income", "NetIncomeLoss", 0.6)])
    )
    assert before[1] is not None
    assert after[1] is not None
    assert after[1].confidence == pytest.approx(before[1].confidence, abs=1e-3)


def test_a_concept_that_nothing_else_names_is_a_candidate(maps: Maps, index: Index) -> None:
    (ranked,) = read([READ], maps, index, earlier=[earlier(concept="IncreaseDecreaseInRoyaltiesPayable")])
    found = next(each for each in ranked.rows[ROW] if each.concept == "IncreaseDecreaseInRoyaltiesPayable")
    assert (found.rule, found.earlier, found.fit) == (EARLIER, 1.0, None)
    (ranked,) = read([READ], maps, index, earlier=[earlier(concept="Goodwill")])
    assert "Goodwill" not in [each.concept for each in ranked.rows[ROW]]  # an amount at a date


def test_a_candidate_that_others_name_keeps_their_rule(maps: Maps, index: Index) -> None:
    (ranked,) = read([READ], maps, index, earlier=[earlier(sure=0.8)])
    assert {each.concept: each.earlier for each in ranked.rows[ROW] if each.earlier} == {OTHER: 0.8}
    assert all(each.rule != EARLIER for each in ranked.rows[ROW])


def test_a_persons_line_is_not_weighed_against_it(maps: Maps, index: Index, tmp_path: Any) -> None:
    (tmp_path / "mine.yaml").write_text(f"captions: {{'Other, net': {NONCASH}}}", encoding="utf-8")
    mine = load_maps("us-gaap/2025", tmp_path)
    assert decided(mine, index, earlier()).concept == NONCASH
    (ranked,) = read([READ], mine, index)
    stub = ranked.frame.stubs[ROW]
    (one,) = candidates(stub, mine.match(stub), [], mine, index, Line(OTHER, 1.0, "2002.txt"))
    assert one.concept == NONCASH


# What changed


def changed(was: str | None, now: Decision, *called: str | None) -> list[Finding]:
    """The findings of the row, in a release that calls what it was so; by default as before."""
    rows: list[Decision | None] = [None] * len(READ.items)
    rows[ROW] = now
    return list(changes(READ, rows, [earlier(concept=was)], lambda name: called[0] if called else name))


def test_a_line_that_is_another_thing_now_is_told_with_the_reason() -> None:
    now = Decision(None, 1, "r", 0.7).then("rule", "the maps", NONCASH).then("sign", "it is an effect", NONCASH, -1)
    [finding] = changed(OTHER, now)
    assert (finding.severity, finding.code, finding.span) == (Severity.INFO, "mapping.changed", READ.items[ROW].span)
    assert finding.message == f"'Other, net' was {OTHER} in 2002.txt; it is {NONCASH} here: the maps."


def test_a_concept_of_the_companys_own_is_called_so() -> None:
    [gone] = changed(OTHER, Decision(None, 1, "threshold", 0.7))
    assert gone.message.endswith("it is one of the company's own here: threshold.")
    [come] = changed(None, Decision(OTHER, 1, "words", 0.7))
    assert "was a concept of the company's own in 2002.txt; it is" in come.message


def test_the_same_concept_is_no_change_nor_is_the_name_that_the_release_has_for_it() -> None:
    assert changed(OTHER, Decision(OTHER, 1, "words", 0.7)) == []
    assert changed(None, Decision(None, 1, "words", 0.7)) == []
    assert changed(OTHER, Decision(NONCASH, 1, "words", 0.7), NONCASH) == []
    assert changed(OTHER, Decision(None, 1, "words", 0.7), None) == []


# Of another release


@pytest.mark.parametrize("release", ["", "us-gaap/2009"])
def test_what_was_the_companys_own_in_another_release_may_have_a_name_in_this(release: str) -> None:
    own, named = earlier(concept=None, release=release), earlier(release=release)

    assert [*own.for_release("us-gaap/2025").lines.values()] == [[]]
    assert named.for_release("us-gaap/2025").lines == named.lines
    assert own.for_release(release) == own
