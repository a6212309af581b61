"""Shares counted class by class in brackets behind their sum: `12,849 (Class A 5,964, Class B 883, Class C 6,002)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from converter import digits
from converter.findings import Finding, Severity
from converter.span import Span

_IN_BRACKETS = re.compile(r"(?P<whole>[0-9][0-9,]{0,20})[a-z\s]{0,40}(?P<parts>\([^()]{1,200}\))", re.I)
_PART = re.compile(r"\b(?:class|series)\s+\w{1,3}[\s:\u2014-]+(?P<count>[0-9][0-9,]{0,20})", re.I)


def class_parts(caption: str) -> Iterator[tuple[int, int]]:
    """Where the brackets stand (with them) whose counts by class add up to the number before them."""
    for found in _IN_BRACKETS.finditer(caption):
        counts = [count for part in _PART.finditer(found["parts"]) if (count := _count(part["count"])) is not None]
        if len(counts) > 1 and sum(counts) == _count(found["whole"]):
            yield found.span("parts")


def without_class_parts(caption: str) -> str:
    """The caption with blanks in the place of such brackets."""
    for start, end in class_parts(caption):
        caption = caption[:start] + " " * (end - start) + caption[end:]
    return caption


def left_out(caption: str, span: Span) -> Iterator[Finding]:
    """A warning for a caption that counts by class: its sums are facts, and the counts of the classes are not."""
    parts = [caption[start:end] for start, end in class_parts(caption)]
    if parts:
        message = f"What a caption counts by class is not read, but its sum: {' '.join(parts)[:120]}."
        yield Finding(Severity.WARNING, "statements.class-parts", message, span)


def _count(printed: str) -> Decimal | None:
    return digits.amount(printed.replace(",", ""))
