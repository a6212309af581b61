"""The story of docs/review.md, run literally: a wrong tag is mended in one document and right in the next year's."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.cli.conftest import Run, retroxbrl
from tests.conftest import ROOT
from tests.review.conftest import PREPAID, text

__all__ = ["retroxbrl"]

LONGEST = 600
"""Seconds to wait for what takes one."""


class Server:
    """A review that runs as a person starts it, and what a page asks of it."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        command = [sys.executable, "-m", "converter", "review", *arguments, "--no-browser"]
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        assert self.process.stdout is not None
        lines = iter(self.process.stdout.readline, "")
        self.address = urlsplit(next(line.strip() for line in lines if line.startswith("http://")))

    def ask(self, path: str, data: Any = None) -> tuple[int, Any]:
        connection = http.client.HTTPConnection(self.address.netloc, timeout=LONGEST)
        origin = {"Origin": f"http://{self.address.netloc}", "Content-Type": "application/json"}
        body = None if data is None else json.dumps(data)
        connection.request(
            "GET" if data is None else "POST", self.address.path + path, body, {} if body is None else origin
        )
        response = connection.getresponse()
        content = response.read()
        connection.close()
        return response.status, json.loads(content) if response.getheader(
            "Content-Type"
        ) == "application/json" else content

    def raw(self, request: bytes) -> bytes:
        """What comes back for the bytes of a request, up to the end of the connection."""
        with socket.create_connection((self.address.hostname, self.address.port), timeout=LONGEST) as connection:
            connection.sendall(request)
            parts = iter(lambda: connection.recv(65_536), b"")
            try:
                return b"".join(parts)
            except ConnectionError:
                return b""

    def end(self) -> str:
        """Ctrl-C; what it has said on its error output."""
        self.process.send_signal(signal.SIGINT)
        _, told = self.process.communicate(timeout=LONGEST)
        assert self.process.returncode == 0
        return told


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    servers: list[Server] = []

    def start(*arguments: str) -> Server:
        servers.append(Server(tmp_path, *arguments))
        return servers[-1]

    yield start
    for server in servers:
        if server.process.poll() is None:
            server.process.kill()
            server.process.wait()


@pytest.fixture
def convert(retroxbrl: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, Any]]:
    """Converts the report of a year as a person does; the row of prepaid tooling, as report.json has it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mymaps").mkdir()

    def convert(year: int, *more: str) -> dict[str, Any]:
        Path(f"release-{year}.txt").write_text(text("QUARRY LANE CORP.", year), encoding="utf-8")
        out = f"out/release-{year}"
        code, _, told = retroxbrl("convert", f"release-{year}.txt", "-o", out, "--cik", "17", "--no-validate",
                                  "--format", "html", *more)  # fmt: skip
        assert code == 0, told
        rows = json.loads(Path(out, "report.json").read_text("utf-8"))["statements"][0]["rows"]
        return next(row for row in rows if row["label"] == "Prepaid tooling")

    return convert


def decision(layer: str) -> dict[str, Any]:
    return {"document": "release-1998", "act": "override", "statement": PREPAID[0], "row": PREPAID[1],
            "value": "OtherAssetsCurrent", "layer": layer, "why": "it is no expense yet"}  # fmt: skip


def test_what_is_decided_for_the_company_is_right_in_its_next_filing(
    convert: Callable[..., dict[str, Any]], serve: Callable[..., Server], tmp_path: Path
) -> None:
    assert convert(1998)["concept"] != "us-gaap:OtherAssetsCurrent"

    review = serve("out/release-1998", "--maps", "mymaps", "--source", "release-1998.txt", "--by", "Ann")
    status, page = review.ask("d/release-1998")
    assert (status, b"Prepaid tooling" in page) == (200, True)
    assert review.ask("api/preview", decision("company"))[1]["file"] == "company/0000000017.yaml"
    assert review.ask("api/take", decision("company")) == (200, {"id": 1, "waiting": 0})
    assert review.end() == ""

    row = convert(1999, "--maps", "mymaps")
    assert row["concept"] == "us-gaap:OtherAssetsCurrent"
    assert row["rule"] == "company/0000000017.yaml:2"
    assert (row["confirmed"], row["confidence"]) == ("Ann", 1.0)
    made = {path.name: path.read_bytes() for path in Path("out/release-1998").iterdir()}
    convert(1998, "--maps", "mymaps", "--force")
    assert {path.name: path.read_bytes() for path in Path("out/release-1998").iterdir()} == made


def test_what_is_decided_for_one_document_is_carried_over_by_learning(
    convert: Callable[..., dict[str, Any]], serve: Callable[..., Server], retroxbrl: Run
) -> None:
    convert(1998)
    review = serve("out/release-1998", "--maps", "mymaps", "--by", "Ann")
    assert review.ask("api/take", decision("document"))[0] == 200
    review.end()
    assert convert(1999, "--maps", "mymaps")["concept"] != "us-gaap:OtherAssetsCurrent"

    code, told, _ = retroxbrl("maps", "learn", "out/release-1998", "--maps", "mymaps")

    assert code == 0
    assert "learned: 'Prepaid tooling': OtherAssetsCurrent" in told
    assert convert(1999, "--maps", "mymaps", "--force")["concept"] == "us-gaap:OtherAssetsCurrent"


def test_whoever_asks_amiss_is_refused_and_the_review_goes_on(
    convert: Callable[..., dict[str, Any]], serve: Callable[..., Server]
) -> None:
    convert(1998)
    review = serve("out/release-1998", "--maps", "mymaps", "--by", "Ann")
    host, path = f"Host: {review.address.netloc}\r\n".encode(), review.address.path.encode()
    asked = {
        b"GET /wrong/queue HTTP/1.1\r\n" + host + b"Connection: close\r\n\r\n": b"403",
        b"GET " + path + b"queue HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n": b"421",
        b"GET " + path + b"d/..%2f..%2f%00 HTTP/1.1\r\n" + host + b"Connection: close\r\n\r\n": b"400",
        b"POST " + path + b"api/take HTTP/1.1\r\n" + host + b"Origin: http://evil.example\r\n"
        b"Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}": b"403",
    }  # fmt: skip

    for request, status in asked.items():
        assert review.raw(request).split(b"\r\n")[0].split()[1] == status
    huge = b"POST " + path + b"api/take HTTP/1.1\r\n" + host + b"Content-Length: 10000000\r\n\r\n" + b" " * 1_000_000
    assert b"200" not in review.raw(huge)[:20]
    review.raw(b"\x00\xff no request at all\r\n\r\n")

    assert review.ask("api/queue")[0] == 200
    assert "Traceback" not in review.end()
    assert list(Path("mymaps").rglob("*.yaml")) == []
