"""Input formats: one module each, found by what a file holds, never by its name.

A backend turns what was received into characters and parts. Whatever the format, later stages see text whose every
place can be pointed at, cut into parts that are lines (`text`) or grids in markup (`html`). A further format is one
more module here, named in `BACKENDS` before those that take everything.
"""

from __future__ import annotations

from converter.sources.backends import html, submission, text
from converter.sources.backends.backend import Backend, Received

__all__ = ["BACKENDS", "Backend", "Received", "backend_of"]

BACKENDS: tuple[Backend, ...] = (submission, html, text)
"""The formats in the order in which they are asked; the last takes every text."""


def backend_of(received: Received) -> Backend:
    """The first backend that recognises the input.

    Raises:
        InputError: it is empty or binary.
    """
    return next(backend for backend in BACKENDS if backend.recognises(received))
