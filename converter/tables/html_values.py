"""What a cell prints: a number, a part of one (`$`, `)`, `%`), a dash, a rule, a footnote mark, or words."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from converter.tables.html_text import Line


class Kind(Enum):
    """See the module."""

    NUMBER = auto()
    DASH = auto()
    OPENING = auto()  # `$`, `(`, `$(`: what may stand in a cell before its number
    CLOSING = auto()  # `)`, `%`, `)%`: what may stand in a cell behind it
    MARK = auto()  # `(1)`, `*`, `(a)` in a cell of its own: a footnote's, or a small negative number
    RULE = auto()
    WORDS = auto()


class Value(NamedTuple):
    """A number or a dash as printed in its own cell, and its place in the source."""

    text: str
    start: int
    end: int


_CURRENCY = r"(?:U\.?S\.?\s?|[A-Z]{1,2})?\$|[€£¥]|\b(?:US|EUR|USD|Rs\.?|RMB)\b"
_DASHES = r"[-\u2010-\u2015\u2212\u2500]"
_SPLIT = r"[0-9]{1,3}(?:\s\.\s?|\.\s)[0-9]{2}"
"""A decimal that was set apart: `0 .83`, `1. 00`."""
_DIGITS = rf"(?:[0-9]{{1,3}}(?:,\s?[0-9]{{3}})+(?:\.[0-9]+)?|{_SPLIT}|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
_NOTE = r"(?:\(\s?(?:[0-9]{1,2}|[a-zA-Z]{1,2})\s?\)|\[\w{1,2}\]|\*{1,3}|[†‡§#]|[a-wyz](?![a-z]))"
_NUMBER = re.compile(
    rf"\s*(?:\(\s*|\[\s*|(?:{_CURRENCY})\s*){{0,3}}(?:{_DASHES}\s?)?(?:(?:{_CURRENCY})\s*)?"
    rf"(?P<digits>{_DIGITS})(?P<tail>(?:\s*[)\]%]){{0,3}}-?)(?P<notes>(?:[\s,]*{_NOTE}){{0,3}})\s*$"
)
_DASH = re.compile(
    rf"\s*(?:(?:{_CURRENCY}|\()\s*){{0,2}}(?P<digits>-0-|{_DASHES}(?:\s?{_DASHES}){{0,2}}|nil\b|none\b)"
    rf"(?P<tail>(?:\s*[)%]){{0,2}})(?P<notes>(?:\s*{_NOTE}){{0,2}})\s*$",
    re.I,
)
_OPENING = re.compile(rf"\s*(?:(?:{_CURRENCY})\s*[(\[]?|[(\[]\s*(?:{_CURRENCY})?|{_DASHES}\s?(?:{_CURRENCY}))\s*$")
_CLOSING = re.compile(rf"\s*(?P<tail>[)\]%](?:\s*[)%]){{0,2}})(?:[\s,]*{_NOTE}){{0,3}}\s*$")
_MARK = re.compile(rf"\s*{_NOTE}(?:[\s,]*{_NOTE}){{0,3}}\s*$")
_RULE = re.compile(r"\s*(?:[-=_\u2013-\u2015\u2500]\s*){3,}$")
_YEAR = re.compile(r"(?:19[4-9][0-9]|20[0-6][0-9])$")
_MAX_PRINTED = 40


def kind_of(text: str) -> Kind:
    """What a cell's text is; `(1)` alone is a MARK until its column tells that it is a number."""
    if len(text) > _MAX_PRINTED:
        return Kind.RULE if _RULE.match(text) else Kind.WORDS
    if _MARK.match(text):
        return Kind.MARK
    if _NUMBER.match(text):
        return Kind.NUMBER
    if _DASH.match(text):
        return Kind.DASH
    if _RULE.match(text):
        return Kind.RULE
    if _OPENING.match(text):
        return Kind.OPENING
    if _CLOSING.match(text):
        return Kind.CLOSING
    return Kind.WORDS


def is_year(text: str) -> bool:
    """Whether a number reads as a calendar year."""
    return bool(_YEAR.match(text))


def tail_of(text: str) -> str:
    """The brackets and percent sign of a CLOSING text, footnote marks left out."""
    found = _CLOSING.match(text)
    return "".join(found["tail"].split()) if found else ""


def read_value(line: Line) -> Value | None:
    """The number or dash that a line prints, with the brackets that stand beside its digits without markup between."""
    text = line.text
    found = _NUMBER.match(text) or _DASH.match(text)
    if found is None:
        return None
    first, last = found.span("digits")
    printed = " ".join(text[: found.end("tail")].split())
    before, behind = first, last
    while before > 0 and (text[before - 1].isspace() or text[before - 1] in "(-\u2212\u2013"):
        before -= 1
    while before < first and text[before].isspace():
        before += 1
    while behind < found.end("tail") and (text[behind].isspace() or text[behind] in ")-"):
        behind += 1
    while behind > last and text[behind - 1].isspace():
        behind -= 1
    before = before if line.together(before, first) else first
    behind = behind if line.together(last - 1, behind - 1) else last
    return Value(printed, line.start(before), line.end(behind))
