"""Captions as features: hashed words, word pairs, prefixes and pieces of words.

A caption is first freed of what differs between companies and years without changing its meaning: figures, dates,
references to notes, footnote marks, brackets. What is left is described by overlapping views, from the whole
caption (which remembers frequent captions) to pieces of three to five characters (which recognise rare words,
plurals and abbreviations). A feature is the CRC-32 of its text, so that a model holds numbers and no captions.
"""

from __future__ import annotations

import re
from functools import lru_cache
from zlib import crc32

from converter.grammars.months import NAME
from converter.grammars.notes import NOTES
from converter.grammars.years import YEAR
from converter.mapping.maps.words import stem

_NOTES = re.compile(NOTES)
_DATES = re.compile(rf"\b{NAME}\s+\d{{1,2}},?(?:\s+\d{{4}})?|\b{YEAR}\b")
_STRUCTURE = re.compile(r"\[(abstract|table|axis|domain|member|line items|roll forward)\]")
_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|\d[\d,.]*")
_CENTS = re.compile(r"\.\d+")

LONGEST = 40
"""Words of a caption that are looked at; only captions that describe a class of stock are longer."""


def words(caption: str) -> list[str]:
    """The caption's words in printed order, without plural endings. A figure is `#`, at most one in a row."""
    text = caption.lower().replace("’", "'").replace("&", " and ")
    text = _DATES.sub(" ", _NOTES.sub(" ", text))
    found: list[str] = []
    for token in _TOKEN.findall(_CENTS.sub("0", text)):
        word = "#" if token[0].isdigit() else stem(token.split("'")[0])
        if word != "#" or (found and found[-1] != "#"):
            found.append(word)
    return found[:LONGEST]


def _views(caption: str, found: list[str]) -> set[str]:
    """The features of a caption with the words `found`, as text, each with a prefix that names the view."""
    plain = [word for word in found if word != "#"]
    views = {f"w {word}" for word in found}
    views.update(f"p {a} {b}" for a, b in zip(["^", *found], [*found, "$"], strict=True))
    views.update(f"s {a} {b}" for a, b in zip(found, found[2:], strict=False))
    views.add("c " + " ".join(found))
    views.add("b " + " ".join(sorted(set(plain))))
    views.update(f"h {n} " + " ".join(plain[:n]) for n in (2, 3, 4) if len(plain) > n)
    views.update(f"t {n} " + " ".join(plain[-n:]) for n in (2, 3) if len(plain) > n)
    views.update(f"[ {mark}" for mark in _STRUCTURE.findall(caption.lower()))
    views.add(f"n {min(len(found), 12)}")
    if caption.rstrip().endswith(":"):
        views.add(":")
    if caption.isupper():
        views.add("A")
    if "(" in caption:
        views.add("(")
    return views


@lru_cache(maxsize=1 << 14)
def _pieces(word: str) -> tuple[int, ...]:
    """The features of a word's pieces of three to five characters, its ends marked."""
    padded = f"<{word}>"
    return tuple(
        crc32(f"g {padded[start : start + n]}".encode()) for n in (3, 4, 5) for start in range(len(padded) - n + 1)
    )


def features(caption: str) -> list[int]:
    """The caption's features, ascending 32-bit numbers without repetition."""
    found = words(caption)
    hashed = {crc32(view.encode()) for view in _views(caption, found)}
    hashed.update(*(_pieces(word) for word in set(found) if word != "#"))
    return sorted(hashed)
