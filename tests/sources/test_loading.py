"""Where bytes come from: files and pipes, no more than the limit; all else is refused with a reason."""

from __future__ import annotations

import io
import os
import socket
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from converter.errors import InputError
from converter.sources.loading import load, standard_input


def test_a_device_is_no_file() -> None:
    with pytest.raises(InputError, match="device"):
        load("/dev/zero")


def test_a_socket_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s")
        with pytest.raises(InputError, match="socket"):
            load("s")


def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert load(tmp_path / "pipe") == b""


def test_a_pipe_of_the_shell_is_read_to_its_end_or_to_the_limit() -> None:
    for limit, fits in ((5, True), (4, False)):
        reading, writing = os.pipe()
        os.write(writing, b"12345")
        os.close(writing)
        if fits:
            assert load(f"/dev/fd/{reading}", limit=limit) == b"12345"
        else:
            with pytest.raises(InputError, match="too large"):
                load(f"/dev/fd/{reading}", limit=limit)
        os.close(reading)


@pytest.mark.parametrize("url", ["https://www.sec.gov/a.txt", "s3://bucket/a.txt", Path("https://www.sec.gov/a.txt")])
def test_a_url_is_told_from_a_missing_file(url: str | Path) -> None:
    with pytest.raises(InputError, match=r"(https|s3)://(www|bucket).* is a URL, .*batch"):
        load(url)


def test_a_name_that_no_file_can_have_is_refused() -> None:
    for name in ("a\0b", "a" * 5000):
        with pytest.raises(InputError, match="cannot be read"):
            load(name)


def test_standard_input_has_the_limit_of_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"12345")))
    with pytest.raises(InputError, match="stdin is too large"):
        standard_input(limit=4)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"12345")))
    assert standard_input(limit=5) == b"12345"
