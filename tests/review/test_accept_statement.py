"""A whole statement is accepted in one decision: a line for each of its rows that nobody has accepted or contests."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.errors import UsageError
from tests.review.conftest import CASH, PREPAID, TOTAL, MakeDesk, converted_alone, on_disk, request

NAME = "quarry-98"
BALANCE_SHEET = CASH[0]


def accepted(desk_rows: object) -> set[tuple[int, int]]:
    return {at for at, row in desk_rows.items() if row.confirmed}  # type: ignore[attr-defined]


def test_every_row_of_the_statement_is_accepted_and_no_other(make_desk: MakeDesk) -> None:
    desk = make_desk(NAME)
    before = {at: row.concept for at, row in desk.rows(NAME).items()}

    desk.take(NAME, request("accept-statement", CASH))

    rows = desk.rows(NAME)
    assert accepted(rows) == {at for at in rows if at[0] == BALANCE_SHEET}
    assert {at: row.concept for at, row in rows.items()} == before
    assert on_disk(desk, NAME) == converted_alone(desk, NAME)


def test_it_is_one_decision_that_is_taken_back_as_one(make_desk: MakeDesk, tmp_path: Path) -> None:
    desk = make_desk(NAME)
    first, count = on_disk(desk, NAME), sum(at[0] == BALANCE_SHEET for at in desk.rows(NAME))
    desk.take(NAME, request("accept-statement", CASH))

    (entry,) = desk.ledger(NAME).entries
    statement = desk.conversion(NAME).report.statements[BALANCE_SHEET]
    assert (entry.caption, entry.before, entry.after) == (statement.title, "", f"{count} rows")
    assert len(entry.done) == count > 2

    desk.undo(NAME)
    assert not (tmp_path / "maps" / "document" / f"{NAME}.yaml").exists()
    assert on_disk(desk, NAME) == first


def test_rows_that_were_accepted_keep_their_name_and_contested_ones_wait(make_desk: MakeDesk) -> None:
    desk = make_desk(NAME)
    make_desk(NAME, by="Bob Moe").take(NAME, request("accept", CASH))
    desk = make_desk(NAME)
    desk.take(NAME, request("contest", PREPAID, why="not prepaid"))

    desk.take(NAME, request("accept-statement", TOTAL))

    rows = desk.rows(NAME)
    assert (rows[CASH].confirmed, rows[TOTAL].confirmed, rows[PREPAID].confirmed) == ("Bob Moe", "Ann Lee", "")
    with pytest.raises(UsageError, match="No row of the statement is left to accept"):
        desk.take(NAME, request("accept-statement", CASH))


def test_the_preview_says_how_many_lines_it_writes(make_desk: MakeDesk, tmp_path: Path) -> None:
    desk = make_desk(NAME)
    count = sum(at[0] == BALANCE_SHEET for at in desk.rows(NAME))

    told = desk.preview(NAME, request("accept-statement", CASH))

    assert told["line"].endswith(f" and {count - 1} more lines")
    assert told["file"] == f"document/{NAME}.yaml"
    assert told["others"] == []
    assert not (tmp_path / "maps" / "document").exists()
