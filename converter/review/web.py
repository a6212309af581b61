"""What the pages ask and what they are answered, without a socket: one function from a request to a response.

Who may ask: a browser on this machine that was given the address with its token. The `Host` must be ours, so that no
name of elsewhere that leads here is served (DNS rebinding), and whoever writes must come from a page of ours (`Origin`)
and speak JSON, which a form of another page cannot.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from markupsafe import Markup

from converter.errors import RetroxbrlError, UsageError
from converter.exports.html.page import page
from converter.exports.policy import policy, sha256_of
from converter.isolated import Crashed
from converter.rendering.templating import fill, script_data
from converter.review.desk import Desk
from converter.review.shown import review_data

_HTML, _JSON, _CSV, _ZIP, _TEXT = (
    "text/html; charset=utf-8",
    "application/json",
    "text/csv; charset=utf-8",
    "application/zip",
    "text/plain; charset=utf-8",
)
MOST_BYTES = 100_000
"""Of a request: a decision is a few words."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request. `headers` by name in small letters; `target` is path and query as they came."""

    method: str
    target: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Response:
    """A response; `headers` beside those that every one has."""

    status: int
    body: bytes
    kind: str = _TEXT
    headers: Mapping[str, str] = field(default_factory=dict)


class Application:
    """The pages of a desk.

    Args:
        token: the first part of every path.
        port: that we listen on.
    """

    def __init__(self, desk: Desk, token: str, port: int) -> None:
        self._desk, self._token = desk, token
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}

    def answer(self, request: Request) -> Response:
        """The response; whatever goes wrong is one, too."""
        if refused := self._refused(request):
            return refused
        parts = urlsplit(request.target)
        path = parts.path.split("/")[2:]
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        try:
            if request.method == "GET":
                return self._read(path, query)
            return self._write(path, _body(request))
        except RetroxbrlError as error:
            return _wrong(path, str(error), 400 if isinstance(error, UsageError) else 409)
        except Crashed as error:
            return _wrong(path, f"The conversion failed: {error}", 500)
        except Exception as error:  # a fault of ours ends no review, and its traceback is for nobody who asks
            told = f"Something went wrong here ({type(error).__name__}). Nothing is written."
            return _wrong(path, told, 500)

    def _refused(self, request: Request) -> Response | None:
        if request.headers.get("host") not in self._hosts:
            return Response(421, b"This is not that host.\n")
        token = urlsplit(request.target).path.split("/")[1:2]
        if not token or not hmac.compare_digest(unquote(token[0]).encode(), self._token.encode()):
            return Response(403, b"The address lacks its token. Take the one that the terminal shows.\n")
        if request.method not in ("GET", "POST"):
            return Response(405, b"", headers={"Allow": "GET, POST"})
        if request.method == "POST":
            if request.headers.get("origin") not in {f"http://{host}" for host in self._hosts}:
                return Response(403, b"Only pages of this review may decide.\n")
            if request.headers.get("content-type", "").partition(";")[0].strip() != _JSON:
                return Response(415, b"Decisions are JSON.\n")
        return None

    def _read(self, path: list[str], query: Mapping[str, str]) -> Response:
        match [unquote(part) for part in path]:
            case [""] if len(self._desk.outputs) == 1:
                (name,) = self._desk.outputs
                return Response(303, b"", headers={"Location": f"/{self._token}/d/{quote(name, safe='')}"})
            case [""] | ["queue"]:
                return self._queue()
            case ["d", name]:
                return self._document(name, query.get("beside", ""))
            case ["api", "queue"]:
                return _json(self._desk.queue())
            case ["api", "rows"]:
                return _json(self._desk.in_state(query.get("state", "open")))
            case ["api", "concepts"]:
                found = self._desk.concepts(
                    query.get("document", ""),
                    _number(query.get("statement", "")),
                    _number(query.get("row", "")),
                    query.get("q", ""),
                )
                return _json(found)
            case ["package", name]:
                file, content = self._desk.package(name)
                return Response(200, content, _ZIP, {"Content-Disposition": f"attachment; filename={file}"})
            case ["audit.csv"]:
                return Response(200, self._desk.audit(), _CSV)
        return Response(404, b"There is no such page.\n")

    def _write(self, path: list[str], data: dict[str, Any]) -> Response:
        acts: dict[str, Callable[[str], dict[str, Any]]] = {
            "preview": lambda name: self._desk.preview(name, data),
            "take": lambda name: self._desk.take(name, data),
            "undo": lambda name: self._desk.undo(name),
        }
        name = data.get("document")
        if path[:1] == ["api"] and len(path) == 2 and path[1] in acts and isinstance(name, str):
            return _json(acts[path[1]](name))
        return Response(404, b"There is nothing of the kind.\n")

    def _document(self, name: str, other: str) -> Response:
        script = fill("review.js").decode("utf-8")
        content = page(self._desk.conversion(name).report, review=review_data(self._desk, name, other), script=script)
        return Response(200, content, _HTML)

    def _queue(self) -> Response:
        script = fill("queue.js").decode("utf-8")
        data = script_data(self._desk.queue())
        allowed = policy(sha256_of(script), "connect-src 'self'")
        content = fill("queue.html.j2", policy=allowed, script=Markup(script), data=Markup(data), by=self._desk.by)
        return Response(200, content, _HTML)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1


def _body(request: Request) -> dict[str, Any]:
    if len(request.body) > MOST_BYTES:
        raise UsageError("The request is too long.", "")
    try:
        data = json.loads(request.body)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        raise UsageError("The request is no JSON object.", "Reload the page.")
    return data


def _wrong(path: list[str], told: str, status: int) -> Response:
    """What went wrong: data for a script, words for a person who opened a page."""
    return _json({"error": told}, status) if path[:1] == ["api"] else Response(status, f"{told}\n".encode())


def _json(data: Any, status: int = 200) -> Response:
    return Response(status, json.dumps(data).encode("ascii"), _JSON)
