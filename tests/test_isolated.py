"""Work in a child: its errors come back, and nothing of it is left when it is ended."""

from __future__ import annotations

import os
import signal
import tempfile
import threading
import time
from pathlib import Path

import pytest

from converter import isolated
from converter.errors import MapError


def test_an_error_of_ours_comes_back_as_it_is() -> None:
    def refuse() -> None:
        raise MapError("mine.yaml, line 3: this is wrong.", "Do that.")

    with pytest.raises(MapError) as caught:
        isolated.run(refuse, 60)
    assert (caught.value.cause, caught.value.remedy) == ("mine.yaml, line 3: this is wrong.", "Do that.")


def test_another_error_comes_back_with_its_place() -> None:
    def fail() -> None:
        raise KeyError("nowhere")

    with pytest.raises(isolated.Crashed, match="KeyError in fail: 'nowhere'") as caught:
        isolated.run(fail, 60)
    assert "Traceback" in caught.value.__notes__[0]


def test_memory_without_end_is_refused_to_it() -> None:
    megabytes = 1 << 20  # a terabyte of address space is there for no one
    with pytest.raises(isolated.Crashed, match=f"more than {megabytes} MB"):
        isolated.run(lambda: len(bytes(1 << 50)), 60, megabytes)


def test_its_temporary_files_go_with_it() -> None:
    def leave() -> str:
        _, path = tempfile.mkstemp()
        return path

    path = Path(isolated.run(leave, 60))
    assert not path.exists()
    assert not path.parent.exists()
    assert path.parent.parent == Path(tempfile.gettempdir())


def test_an_interruption_ends_the_child_and_what_it_has_started() -> None:
    """The innermost process holds the end of a pipe, which closes when that process is gone, and not before."""
    reading, writing = os.pipe()

    def hang() -> None:
        os.write(writing, b"x")
        time.sleep(1_000)

    def interrupt_when_it_hangs() -> None:
        os.read(reading, 1)
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    waiting = threading.Thread(target=interrupt_when_it_hangs)
    waiting.start()
    try:
        with pytest.raises(KeyboardInterrupt):
            isolated.run(lambda: isolated.run(hang, 1_000), 1_000)
    finally:
        signal.signal(signal.SIGINT, before)
        waiting.join()
        os.close(writing)
    assert os.read(reading, 1) == b""
    os.close(reading)
