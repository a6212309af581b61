"""What the page of a document under review knows beyond the static one."""

from __future__ import annotations

import json

from converter.review.desk import Desk
from converter.review.shown import review_data
from tests.review.conftest import MakeDesk, request


def shown(desk: Desk, name: str) -> dict[str, object]:
    data: dict[str, object] = json.loads(review_data(desk, name))
    return data


def test_each_row_has_its_row_of_the_year_before(make_desk: MakeDesk) -> None:
    beside = shown(make_desk("quarry-98", "quarry-99"), "quarry-99")["beside"]

    assert isinstance(beside, dict)
    assert (beside["document"], beside["period"]) == ("quarry-98", "1998-12-31")
    assert beside["rows"]["0-2"] == [
        "Cash",
        "us-gaap:CashAndCashEquivalentsAtCarryingValue",
        [["1998-12-31", "100000"], ["1997-12-31", "90000"]],
        False,
    ]


def test_without_an_earlier_document_nothing_stands_beside(make_desk: MakeDesk) -> None:
    desk = make_desk("quarry-99", "mill-98")

    assert desk.beside("quarry-99") is None
    assert shown(desk, "quarry-99")["beside"] is None


def test_decisions_are_told_by_the_place_that_they_are_about(make_desk: MakeDesk) -> None:
    desk = make_desk("quarry-98")
    desk.take("quarry-98", request("comment", why="look"))
    desk.take("quarry-98", request("contest", why="wrong"))

    data = shown(desk, "quarry-98")

    assert isinstance(data["decisions"], dict)
    assert [(one["act"], one["why"]) for one in data["decisions"]["9:3"]] == [("comment", "look"), ("contest", "wrong")]
    assert data["holding"] == 2
    assert isinstance(data["rows"], dict)
    assert [name for name, row in data["rows"].items() if row["contested"]] == ["0-3"]
    assert (data["next"], data["documents"], data["by"]) == ("", 1, "Ann Lee")
