"""A document beside an earlier one of the company."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from converter.errors import InputError, UsageError
from converter.review.earlier import Beside, Restated, Was, beside, earlier_of, read
from tests.review.conftest import MakeDesk
from tests.review.test_queue import record

Row = tuple[str, str]


def report(
    *rows: Row, kind: str = "BS", values: dict[str, dict[str, str]] | None = None, decimals: int = -3
) -> dict[str, Any]:
    """A record: rows of caption and concept, and by caption the values by day."""
    listed = [{"label": label, "concept": concept, "abstract": concept.endswith("Abstract")} for label, concept in rows]
    at = {label: number for number, (label, _) in enumerate(rows)}
    facts = [
        {"concept": rows[at[label]][1], "context": day, "value": value, "unit": "USD", "decimals": decimals,
         "sources": [{"statement": 0, "row": at[label]}]}
        for label, by_day in (values or {}).items()
        for day, value in by_day.items()
    ]  # fmt: skip
    days = {fact["context"] for fact in facts}
    contexts = {day: {"start": None, "end": day} for day in days}
    return {"statements": [{"kind": kind, "rows": listed}], "facts": facts, "contexts": contexts}


CASH, PLANT = ("Cash", "us-gaap:Cash"), ("Plant, net", "us-gaap:PropertyPlantAndEquipmentNet")


def test_a_row_is_found_again_by_its_caption_with_what_it_was() -> None:
    before = report(CASH, PLANT, values={"Plant, net": {"1997-12-31": "5000"}})

    found = beside(report(("PLANT - NET", PLANT[1]), CASH), before)

    assert found.rows == {
        (0, 0): Was("Plant, net", PLANT[1], {"1997-12-31": "5000"}),
        (0, 1): Was("Cash", "us-gaap:Cash", {}),
    }
    assert found.changed == frozenset()
    assert found.gone == ()


def test_a_caption_that_has_another_concept_is_marked() -> None:
    found = beside(report(CASH, ("Plant, net", "us-gaap:Land")), report(CASH, PLANT))

    assert found.changed == {(0, 1)}
    assert found.rows[0, 1].concept == PLANT[1]


def test_a_new_caption_is_found_by_its_concept_and_is_no_change() -> None:
    found = beside(report(("Plant and equipment", PLANT[1])), report(PLANT))

    assert found.rows[0, 0].caption == "Plant, net"
    assert found.changed == frozenset()


def test_what_is_new_and_what_is_gone() -> None:
    found = beside(report(("Patents", "us-gaap:Patents"), CASH), report(CASH, PLANT))

    assert set(found.rows) == {(0, 1)}
    assert found.gone == (("BS", "Plant, net"),)


def test_headings_and_other_statements_are_not_compared() -> None:
    heading = ("Assets", "us-gaap:AssetsAbstract")

    assert beside(report(heading, CASH), report(heading, CASH, kind="CF")) == Beside(
        {}, frozenset(), (("CF", "Cash"),), ()
    )


def test_of_two_rows_of_one_caption_the_first_is_meant() -> None:
    before = report(("Other", "us-gaap:A"), ("Other", "us-gaap:B"))

    assert beside(report(("Other", "us-gaap:A")), before).rows[0, 0].concept == "us-gaap:A"


def test_concepts_of_the_companys_own_are_one_by_their_names() -> None:
    assert beside(report(("Kiln", "quar:Kiln")), report(("Kiln", "qlc:Kiln"))).changed == frozenset()
    assert beside(report(("Kiln", "quar:Kiln")), report(("Kiln", "us-gaap:Kiln"))).changed == {(0, 0)}


@pytest.mark.parametrize(("now", "restated"), [("5000", False), ("5500", False), ("5501", True), ("4499", True)])
def test_a_figure_of_both_that_is_another_now_was_restated(now: str, restated: bool) -> None:
    before = report(PLANT, values={"Plant, net": {"1997-12-31": "5000", "1996-12-31": "1"}})
    after = report(PLANT, values={"Plant, net": {"1997-12-31": now, "1998-12-31": "9"}}, decimals=0)

    told = beside(after, before).restated

    assert told == ((Restated(PLANT[1], "1997-12-31", "5000", now),) if restated else ())


@pytest.mark.parametrize(
    ("concept", "now", "restated"),
    [
        ("quar:Plant", "6000", True),
        ("us-gaap:Land", "6000", True),
        ("us-gaap:Land", "5400", False),
        ("us-gaap:Land", "-5000", False),
        ("us-gaap:Land", "-6000", True),
    ],
)
def test_a_row_of_another_concept_is_restated_where_its_figure_is_another_but_for_the_sign(
    concept: str, now: str, restated: bool
) -> None:
    before = report(("Plant, net", "quar:Plant"), values={"Plant, net": {"1997-12-31": "5000"}})
    after = report(("Plant, net", concept), values={"Plant, net": {"1997-12-31": now}})

    told = beside(after, before).restated

    assert told == ((Restated(concept, "1997-12-31", "5000", now),) if restated else ())


@pytest.mark.parametrize("changed", [{"unit": "shares"}, {"unit": None, "value": "five"}])
def test_what_is_no_figure_of_the_same_unit_is_not_restated(changed: dict[str, Any]) -> None:
    before = report(("Plant, net", "quar:Plant"), values={"Plant, net": {"1997-12-31": "5000"}})
    after = report(("Plant, net", "quar:Plant"), values={"Plant, net": {"1997-12-31": "6000"}})
    after["facts"][0] |= changed

    assert beside(after, before).restated == ()


def test_a_figure_of_a_part_of_the_company_is_no_value_of_the_row() -> None:
    before = report(PLANT, values={"Plant, net": {"1997-12-31": "5000"}})
    before["contexts"]["1997-12-31"]["members"] = {"A": "B"}

    assert beside(report(PLANT), before).rows[0, 0].values == {}


def test_the_earlier_documents_are_those_of_the_company_before_the_last_first() -> None:
    base = record()
    records = {
        "now": replace(base, period_end="1999-12-31"),
        "older": replace(base, period_end="1997-12-31"),
        "old": replace(base, period_end="1998-12-31"),
        "other": replace(base, period_end="1999-06-30", cik="18"),
        "alone": replace(base, company="Mill Brook Inc.", cik="", period_end="2001-12-31"),
        "same": replace(base, period_end="1999-12-31"),
    }

    assert [earlier_of(name, records) for name in ("now", "old", "older", "other", "alone")] == [
        ["old", "older"],
        ["older"],
        [],
        [],
        [],
    ]


@pytest.mark.parametrize(
    ("mine", "theirs", "are_one"),
    [
        (("Quarry Lane Corp.", ""), ("QUARRY LANE CORPORATION", ""), True),
        (("Quarry Lane Corp.", "17"), ("QUARRY LANE CORPORATION", ""), True),
        (("Quarry Lane Corp.", "17"), ("QUARRY LANE CORPORATION", "18"), False),
        (("Quarry Lane Corp.", "17"), ("Stonecutters Inc.", "17"), True),
        (("Quarry Lane Corp.", ""), ("Mill Brook Inc.", ""), False),
        (("Unknown registrant", ""), ("Unknown registrant", ""), False),
        (("Quarry Lane Corp.", ""), ("Unknown registrant", ""), False),
    ],
)
def test_a_company_is_known_by_its_cik_or_where_a_document_has_none_by_its_name(
    mine: tuple[str, str], theirs: tuple[str, str], are_one: bool
) -> None:
    records = {
        name: replace(record(), company=company, cik=cik, period_end=f"{year}-12-31")
        for name, (company, cik), year in (("old", theirs, 1998), ("now", mine, 1999))
    }

    assert earlier_of("now", records) == (["old"] if are_one else [])


def test_a_record_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text("{")

    with pytest.raises(InputError, match="cannot be read"):
        read(tmp_path)


def test_two_conversions_beside_each_other(make_desk: MakeDesk) -> None:
    desk = make_desk("quarry-98", "quarry-99", "mill-98")

    assert desk.beside("quarry-98") is None
    assert (desk.earlier("quarry-98"), desk.earlier("quarry-99")) == ([], ["quarry-98"])
    assert desk.beside("quarry-99", "quarry-98") == desk.beside("quarry-99")
    with pytest.raises(UsageError, match="'mill-98' is no earlier output of the company"):
        desk.beside("quarry-99", "mill-98")
    other, found = desk.beside("quarry-99") or ("", None)

    assert other == "quarry-98"
    assert found is not None
    assert found.rows[0, 2].values == {"1998-12-31": "100000", "1997-12-31": "90000"}
    assert found.changed == frozenset()
    assert {(one.period, one.before, one.now) for one in found.restated} >= {("1998-12-31", "100000", "90000")}
