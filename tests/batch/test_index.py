"""The page that lists the documents of a batch."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from converter.batch import index
from converter.batch.output import output
from converter.batch.plan import Job
from converter.batch.row import Row, Status
from converter.batch.run import run
from converter.batch.settings import Settings


def listed(*rows: Row) -> list[dict[str, Any]]:
    content = index.page(rows).decode("utf-8")
    data: dict[str, Any] = json.loads(content.partition('id="data">')[2].partition("</script>")[0])
    assert data["link"] == ["", "/report.html"]
    assert [key for key, _, _ in data["columns"]] == [key for key in data["documents"][0] if key != "linked"]
    return list(data["documents"])


DONE = Row("a", "a.txt", Status.DONE, "", "BS IS", 50, 0.9, 0.75, 0, 3, 1.5, "", "CF", 0.5, 0.875, 2)


def test_a_document_is_told_with_its_shares_in_percent() -> None:
    (row,) = listed(DONE)

    assert row == {
        "name": "a",
        "status": "done",
        "statements": "BS IS",
        "missing": "CF",
        "facts": 50,
        "extended": 10.0,
        "footed": 75.0,
        "proved": 87.5,
        "contradicted": 2,
        "errors": 0,
        "warnings": 3,
        "message": "",
        "linked": True,
    }


def test_what_has_no_folder_has_no_page_and_no_shares() -> None:
    (row,) = listed(Row("b", "b.txt", Status.NO_STATEMENT, "nothing there"))

    assert (row["linked"], row["extended"], row["footed"], row["proved"]) == (False, None, None, None)
    assert row["message"] == "nothing there"


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
