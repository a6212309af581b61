"""The page that lists the documents of a batch."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from converter.batch import index
from converter.batch.output import output
from converter.batch.plan import Job
from converter.batch.row import Row, Status, describe
from converter.batch.run import run
from converter.batch.settings import Settings
from tests import sample


def listed(*rows: Row) -> list[dict[str, Any]]:
    content = index.page(rows).decode("utf-8")
    data: dict[str, Any] = json.loads(content.partition('id="data">')[2].partition("</script>")[0])
    assert data["link"] == ["", "/report.html"]
    assert data["files"] == [["page", "report.html"], ["record", "report.json"], ["folder", ""]]
    keys = [key for key, _, kind in data["columns"] if kind != "links"]
    assert keys == [key for key in data["documents"][0] if key != "linked"]
    return list(data["documents"])


DONE = Row("a", "a.txt", Status.DONE, "", "BS IS", 50, 0.9, 0.75, 0, 3, 1.5, "", "CF", 0.5, 0.875, 2, 0, 0.125)


def test_a_document_is_told_with_its_shares_in_percent() -> None:
    (row,) = listed(DONE)

    assert row == {
        "name": "a",
        "status": "done",
        "statements": "BS IS",
        "missing": "CF",
        "identities": 50.0,
        "footed": 75.0,
        "proved": 87.5,
        "to_review": 12.5,
        "facts": 50,
        "extended": 10.0,
        "contradicted": 2,
        "errors": 0,
        "warnings": 3,
        "message": "",
        "linked": True,
    }


def test_what_has_no_folder_has_no_page_and_no_shares() -> None:
    (row,) = listed(Row("b", "b.txt", Status.NO_STATEMENT, "nothing there"))

    assert row["linked"] is False
    assert {row[key] for key in ("identities", "footed", "proved", "to_review", "extended")} == {None}
    assert row["message"] == "nothing there"


def test_the_share_to_review_is_of_the_rows_that_are_unsure_or_of_the_company() -> None:
    report = sample.report()
    rows = [row for statement in report.statements for row in statement.rows if not row.abstract]
    own = sum(row.concept.prefix != "us-gaap" for row in rows)
    unsure = sum(row.concept.prefix == "us-gaap" and row.decision.confidence < 0.9 for row in rows if row.decision)

    told = describe(Job("a", "a.txt"), report, [], 1.0)

    assert own > 0
    assert told.to_review == round((own + unsure) / len(rows), 4)
    assert describe(Job("a", "a.txt"), replace(report, statements=()), [], 1.0).to_review is None


def test_how_many_were_converted_without_an_error() -> None:
    rows = [DONE, Row("b", "b.txt", Status.INVALID, "wrong"), Row("c", "c.txt", Status.FAILED)]

    page = index.page(rows).decode("utf-8")

    assert "<h1>3 documents</h1><p>1 converted without an error</p>" in page


def test_what_a_name_or_message_holds_is_inert() -> None:
    page = index.page([Row("a", "a", Status.FAILED, "</script><img src=x>")]).decode("utf-8")

    assert "<img" not in page
    assert "connect-src" not in page


@pytest.mark.parametrize(("formats", "written"), [(("html",), True), (("csv", "html"), True), ((), False)])
def test_a_batch_has_the_list_where_its_documents_have_pages(
    tmp_path: Path, formats: tuple[str, ...], written: bool
) -> None:
    settings = Settings(formats=formats, validate=False)

    run([Job("a", "a.txt")], output(str(tmp_path)), settings, engine=lambda *_: iter([DONE]))

    assert (tmp_path / "index.html").exists() is written
    assert not written or b'"name":"a"' in (tmp_path / "index.html").read_bytes()
