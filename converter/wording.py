"""What is told to a person: counts in sentences, and text from outside that may not be printable."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """`1 finding`, `2 findings`, `12,000 findings`; `plural` where it is not the noun with an s."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def printable(text: object) -> str:
    """The text with `?` for what cannot be printed, or would command a terminal: file names may have any bytes."""
    return _CONTROL.sub("?", str(text).encode("utf-8", "replace").decode("utf-8"))
