"""The summary as a spreadsheet reads it."""

from __future__ import annotations

import csv
import io

from converter.batch.row import Row, Status
from converter.batch.summary import as_csv


def test_no_text_of_the_summary_is_a_formula_and_numbers_stay_numbers() -> None:
    row = Row("-1+1", "=cmd|' /C calc'!A0", Status.INVALID, '@SUM(1) is "odd"', "BS IS", 12, 0.5, None, 1, 2, 0.25)
    (read,) = csv.DictReader(io.StringIO(as_csv([row]).decode("utf-8"), newline=""))
    assert (read["name"], read["source"]) == ("'-1+1", "'=cmd|' /C calc'!A0")
    assert read["message"] == '\'@SUM(1) is "odd"'
    assert [read[column] for column in ("status", "facts", "mapped", "footed", "seconds")] == [
        "invalid", "12", "0.5", "", "0.25",
    ]  # fmt: skip
