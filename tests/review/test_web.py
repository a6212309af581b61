"""Who may ask the review, and what it answers."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from converter.review.desk import Desk
from converter.review.outputs import opened
from converter.review.web import MOST_BYTES, Application, Request, Response
from tests.review.conftest import MakeDesk

TOKEN, PORT = "s3cret", 4711
HOST, ORIGIN = f"127.0.0.1:{PORT}", f"http://127.0.0.1:{PORT}"
NAME = "quarry-98"


@pytest.fixture
def application(make_desk: MakeDesk) -> Application:
    return Application(make_desk(NAME, "mill-98"), TOKEN, PORT)


def get(application: Application, path: str, **headers: str) -> Response:
    return application.answer(Request("GET", path, {"host": HOST, **headers}))


def post(application: Application, path: str, data: Any, **headers: str) -> Response:
    sent = {"host": HOST, "origin": ORIGIN, "content-type": "application/json", **headers}
    return application.answer(
        Request("POST", path, sent, data if isinstance(data, bytes) else json.dumps(data).encode())
    )


COMMENT = {"document": NAME, "act": "comment", "statement": 0, "row": 3, "why": "look"}


@pytest.mark.parametrize("host", ["", "evil.example", f"evil.example:{PORT}", "127.0.0.1", f"127.0.0.1:{PORT + 1}"])
def test_another_host_is_refused(application: Application, host: str) -> None:
    assert get(application, f"/{TOKEN}/queue", host=host).status == 421


def test_the_other_name_of_this_machine_is_served(application: Application) -> None:
    assert get(application, f"/{TOKEN}/api/queue", host=f"localhost:{PORT}").status == 200


@pytest.mark.parametrize(
    "path", ["/", "/queue", "/wrong/queue", f"/{TOKEN}x/queue", f"//{TOKEN}/queue", "", "x", "/%00/"]
)
def test_without_the_token_nothing_is_shown(application: Application, path: str) -> None:
    response = get(application, path)

    assert response.status == 403
    assert b"QUARRY" not in response.body


@pytest.mark.parametrize("origin", ["", "null", "http://evil.example", f"https://127.0.0.1:{PORT}", f"{ORIGIN}0"])
def test_another_origin_decides_nothing(application: Application, origin: str) -> None:
    assert post(application, f"/{TOKEN}/api/take", COMMENT, origin=origin).status == 403
    assert application._desk.ledger(NAME).entries == ()


@pytest.mark.parametrize("kind", ["", "text/plain", "application/x-www-form-urlencoded", "application/jsonx"])
def test_a_form_decides_nothing(application: Application, kind: str) -> None:
    assert post(application, f"/{TOKEN}/api/take", COMMENT, **{"content-type": kind}).status == 415
    assert application._desk.ledger(NAME).entries == ()


def test_a_page_of_ours_decides(application: Application) -> None:
    response = post(application, f"/{TOKEN}/api/take", COMMENT, **{"content-type": "application/json; charset=utf-8"})

    assert (response.status, json.loads(response.body)) == (200, {"id": 1, "waiting": 0})
    assert application._desk.ledger(NAME).entries[0].why == "look"
    assert json.loads(post(application, f"/{TOKEN}/api/undo", {"document": NAME}).body)["id"] == 1


@pytest.mark.parametrize("method", ["PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"])
def test_other_methods_are_none(application: Application, method: str) -> None:
    response = application.answer(Request(method, f"/{TOKEN}/queue", {"host": HOST}))

    assert (response.status, response.headers["Allow"]) == (405, "GET, POST")


@pytest.mark.parametrize("body", [b"", b"[]", b"1", b"{", b"\xff", b"[" * 5000])
def test_what_is_no_object_is_told(application: Application, body: bytes) -> None:
    response = post(application, f"/{TOKEN}/api/take", body)

    assert (response.status, json.loads(response.body)["error"][:25]) == (400, "The request is no JSON ob")


def test_a_long_request_is_refused(application: Application) -> None:
    assert post(application, f"/{TOKEN}/api/take", b" " * (MOST_BYTES + 1)).status == 400
    assert post(application, f"/{TOKEN}/api/undo", b'{"document": 1}' + b" " * (MOST_BYTES - 15)).status == 404


@pytest.mark.parametrize("path", ["api/abolish", "api", "take", "api/take/more", "d/quarry-98"])
def test_there_is_nothing_else_to_decide(application: Application, path: str) -> None:
    assert post(application, f"/{TOKEN}/{path}", COMMENT).status == 404


@pytest.mark.parametrize("path", ["nowhere", "api", "api/take", "d", "d/a/b", "../etc/passwd", "d/%2e%2e"])
def test_there_is_nothing_else_to_see(application: Application, path: str) -> None:
    assert get(application, f"/{TOKEN}/{path}").status in (400, 404)


def test_a_single_document_is_shown_at_once(make_desk: MakeDesk) -> None:
    response = get(Application(make_desk(NAME), TOKEN, PORT), f"/{TOKEN}/")

    assert (response.status, response.headers["Location"]) == (303, f"/{TOKEN}/d/{NAME}")


def test_several_documents_begin_with_the_queue(application: Application) -> None:
    response = get(application, f"/{TOKEN}/")

    assert (response.status, response.kind) == (200, "text/html; charset=utf-8")
    assert b"connect-src &#39;self&#39;" in response.body
    assert b"default-src &#39;none&#39;" in response.body


def test_a_document_is_shown_with_its_rows(application: Application) -> None:
    response = get(application, f"/{TOKEN}/d/{NAME}")

    assert response.status == 200
    page = response.body.decode("utf-8")
    data = json.loads(page.partition('id="review">')[2].partition("</script>")[0])
    assert data["rows"]["0-3"]["caption"] == "Prepaid tooling"
    assert data["rows"]["0-3"]["place"] == "9:3"
    assert data["next"] == "mill-98"
    assert data["columns"]["9:34"] == [0, 1]


def test_concepts_are_answered(application: Application) -> None:
    path = f"/{TOKEN}/api/concepts?document={NAME}&statement=0&row=3&q=PrepaidExpenseCurrent"

    assert json.loads(get(application, path).body)[0]["name"] == "PrepaidExpenseCurrent"


@pytest.mark.parametrize("query", ["", "document=x", f"document={NAME}&statement=x&row=-1"])
def test_a_question_about_nothing_is_no_error_of_ours(application: Application, query: str) -> None:
    assert get(application, f"/{TOKEN}/api/concepts?{query}").status in (200, 400)


def test_the_audit_trail_is_a_table(application: Application) -> None:
    response = get(application, f"/{TOKEN}/audit.csv")

    assert (response.kind, response.body.count(b"\n")) == ("text/csv; charset=utf-8", 1)


def test_the_report_package_comes_with_the_decisions(application: Application) -> None:
    post(application, f"/{TOKEN}/api/take", COMMENT)

    response = get(application, f"/{TOKEN}/package/{NAME}")

    assert (response.status, response.kind) == (200, "application/zip")
    assert response.headers["Content-Disposition"] == "attachment; filename=quarry-19981231.zip"
    archive = zipfile.ZipFile(io.BytesIO(response.body))
    assert b",comment,Ann Lee," in archive.read("quarry-19981231/audit/decisions.csv")
    assert "quarry-19981231/reports/quarry-19981231.xbrl" in archive.namelist()
    assert get(application, f"/{TOKEN}/package/nowhere").status == 400


def test_the_earlier_output_can_be_chosen(make_desk: MakeDesk) -> None:
    application = Application(make_desk(), TOKEN, PORT)

    page = get(application, f"/{TOKEN}/d/quarry-99?beside=quarry-98").body.decode("utf-8")

    data = json.loads(page.partition('id="review">')[2].partition("</script>")[0])
    assert (data["earlier"], data["beside"]["document"]) == (["quarry-98"], "quarry-98")
    assert get(application, f"/{TOKEN}/d/quarry-99?beside=mill-98").status == 400


def test_rows_are_listed_by_state(application: Application) -> None:
    post(application, f"/{TOKEN}/api/take", {**COMMENT, "act": "contest"})

    (row,) = json.loads(get(application, f"/{TOKEN}/api/rows?state=contested").body)

    assert (row["document"], row["caption"], row["place"]) == (NAME, "Prepaid tooling", "9:3")
    found = json.loads(get(application, f"/{TOKEN}/api/rows").body)
    assert {each["document"] for each in found} == {NAME, "mill-98"}


@pytest.mark.parametrize(
    "path",
    [
        "d/..%2f..%2fetc%2fpasswd",
        "d/%2e%2e/%2e%2e/etc/passwd",
        f"d/{NAME}%00",
        "d/%00",
        "package/..%2fquarry-98",
        "package/%2e%2e",
        f"d/{NAME}?beside=../../etc/passwd",
        f"d/{NAME}?beside=%00",
        "api/concepts?document=../x&statement=0&row=3&q=a",
        f"api/concepts?document={NAME}&statement=0&row=3&q=%00%ff",
        "d/%ed%a0%80",
        "//d",
    ],
)
def test_a_path_that_leads_elsewhere_leads_nowhere(application: Application, path: str) -> None:
    response = get(application, f"/{TOKEN}/{path}")

    assert response.status in (400, 404) or response.body == b"[]"
    assert b"root:" not in response.body


@pytest.mark.parametrize("name", ["../quarry-98", "quarry-98/../mill-98", "\x00", "\ud800", "", "x" * 5000])
def test_a_document_that_is_none_is_not_decided_about(application: Application, name: str) -> None:
    assert post(application, f"/{TOKEN}/api/take", {**COMMENT, "document": name}).status == 400


def test_what_goes_wrong_unforeseen_is_told_without_its_traceback(
    application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(application._desk, "queue", broken)

    response = get(application, f"/{TOKEN}/api/queue")

    assert response.status == 500
    assert json.loads(response.body) == {"error": "Something went wrong here (ZeroDivisionError). Nothing is written."}


def test_a_page_that_cannot_be_shown_says_why_in_words(make_desk: MakeDesk, tmp_path: Path) -> None:
    make_desk(NAME)
    (tmp_path / "in" / f"{NAME}.txt").unlink()
    desk = Desk(opened([tmp_path / "out" / NAME]), tmp_path / "maps", "Ann")

    page = get(Application(desk, TOKEN, PORT), f"/{TOKEN}/d/{NAME}")

    assert (page.status, page.kind) == (409, "text/plain; charset=utf-8")
    assert page.body.decode().startswith(f"{NAME}.txt was not found, of which ")
    assert page.body.endswith(b"\n")


def test_what_cannot_be_written_is_told(application: Application) -> None:
    (application._desk.outputs[NAME].folder / "notes.txt").write_text("mine", encoding="utf-8")

    response = post(application, f"/{TOKEN}/api/take", {**COMMENT, "act": "accept"})

    assert response.status == 409
    assert "notes.txt" in json.loads(response.body)["error"]
