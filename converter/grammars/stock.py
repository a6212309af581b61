"""How English print names a class of stock: `Class A`, `Series B Preferred`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_NAME = re.compile(
    r"(?P<joined>\b(?:and|or)\s+|&\s*)?\b(?P<name>(?:class|series)\s+(?:[a-z]|[1-9][0-9]?))\b(?![-\u2010'\u2019]\w)"
    r"(?P<further>\s*(?:,\s*|,?\s+(?:and|or)\s+|\s&\s)(?:[b-z]|[1-9])\b)?",
    re.IGNORECASE,
)
_PREFERRED = re.compile(r"\bprefer(?:red|ence)\b", re.IGNORECASE)
_COMMON = re.compile(r"\bcommon\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")


class NamedClass(NamedTuple):
    """A class of stock where a text names it.

    Attributes:
        name: `Class A`, `Series B`.
        start, end: of its words in the text.
        is_alone: nothing is joined to it: not `Common and Class B Stock`, nor `Class A, B and C`.
    """

    name: str
    start: int
    end: int
    is_alone: bool


def named_classes(text: str) -> Iterator[NamedClass]:
    """The classes that a text names, in order."""
    for found in _NAME.finditer(text):
        name = " ".join(found["name"].title().split())
        yield NamedClass(name, found.start("name"), found.end(), not (found["joined"] or found["further"]))


def is_preferred(text: str) -> bool | None:
    """Whether a text speaks of preferred stock alone, or of common stock; None where it does not tell."""
    if _COMMON.search(text):
        return False
    return True if _PREFERRED.search(text) else None


def called(name: str, *, preferred: bool) -> str:
    """What a class is called beside those of other stock: the letters of preferred stock are its own."""
    return f"{name} Preferred Stock" if preferred else name


def without_classes(text: str) -> str:
    """The words of a text in lower case, without the names of classes, figures and marks."""
    return " ".join(_WORD.findall(_NAME.sub(" ", text).lower()))
