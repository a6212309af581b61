"""Runs a piece of work in a forked child: a crash or an endless loop costs that piece alone."""

from __future__ import annotations

import os
import pickle
import select
import signal
import time
from collections.abc import Callable
from typing import Literal, NoReturn, TypeVar

Result = TypeVar("Result")
Answer = tuple[Literal["result"], Result] | tuple[Literal["raised"], str]

AVAILABLE = hasattr(os, "fork")
_PIPE_BYTES = 1 << 16


class Crashed(Exception):
    """The child ended without an answer, or raised; the text says how."""


class TimeLimit(Exception):
    """The child did not answer in time and was ended."""


def run(work: Callable[[], Result], seconds: float) -> Result:
    """The result of `work`, done in a child that shares this process's memory as it is now.

    Raises:
        Crashed: the child ended without an answer.
        TimeLimit: it had none after `seconds`.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _answer(work, writing)
    os.close(writing)
    try:
        answer = _read(reading, time.monotonic() + seconds)
    except TimeLimit:
        os.kill(child, signal.SIGKILL)
        raise TimeLimit(f"No end after {seconds:g} seconds.") from None
    finally:
        os.close(reading)
        _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        raise Crashed(f"Ended by signal {-code}." if code < 0 else f"Ended with exit code {code}.")
    kind, value = pickle.loads(answer)
    if kind == "raised":
        raise Crashed(value)
    return value  # type: ignore[no-any-return]


def _answer(work: Callable[[], Result], writing: int) -> NoReturn:
    """What the child does: it never returns into the program that it is a copy of."""
    code = 1
    try:
        try:
            answer: Answer[Result] = ("result", work())
        except Exception as error:
            answer = ("raised", f"{type(error).__name__}: {error}")
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(answer, pipe)
        code = 0
    finally:
        os._exit(code)


def _read(pipe: int, deadline: float) -> bytes:
    chunks: list[bytes] = []
    while True:
        ready, _, _ = select.select([pipe], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            raise TimeLimit
        chunk = os.read(pipe, _PIPE_BYTES)
        if not chunk:
            return b"".join(chunks)
        chunks.append(chunk)
