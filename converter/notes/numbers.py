"""What a heading's number is: `NOTE 1 -`, `1.`, `(1)`, `A.`, `Note One:`, and what follows it on its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
          "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")  # fmt: skip
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
          "xviii", "xix", "xx")  # fmt: skip
_VALUES: dict[str, dict[str, int]] = {
    "arabic": {str(number): number for number in range(1, 60)},
    "letter": {chr(ord("A") + number): number + 1 for number in range(26)},
    "roman": {numeral.upper(): number for number, numeral in enumerate(_ROMAN, 1)},
    "word": {word.upper(): number for number, word in enumerate(_WORDS, 1)},
}
_LABEL = rf"(?P<label>[0-9]{{1,2}}|[A-Z]|[IVX]{{2,5}}|(?i:{'|'.join(_WORDS)}))(?![0-9A-Za-z])"
_DASH = r"[-–—\u2010-\u2012\u0096\u0097]"
_NOTE = r"(?i:foot)?(?i:notes?)(?![A-Za-z])\s*(?i:no\.?|number|#)?"
# By how the number is set, the most telling first.
_STYLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("note", re.compile(rf"{_NOTE}\s*[(\[]?{_LABEL}[)\]]?\s*(?P<mark>[.:;,)]|{_DASH})*\s*")),
    ("brackets", re.compile(rf"[(\[]{_LABEL}[)\]]\s*(?P<mark>[.:]|{_DASH})*\s*")),
    ("point", re.compile(rf"{_LABEL}\.(?![0-9.])\s*(?P<mark>[)]|{_DASH})*\s*")),
    ("bracket", re.compile(rf"{_LABEL}\)\s*(?P<mark>[.:]|{_DASH})*\s*")),
    ("dash", re.compile(rf"{_LABEL}\s*(?P<mark>:|{_DASH})+\s*(?![0-9])")),
    ("bare", re.compile(rf"{_LABEL}\s+(?P<mark>)(?=[A-Z])")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that begins with a number.

    Attributes:
        style: how the number is set, and in which figures: numbers of one sequence have one style.
        number: its place in the sequence, from 1.
        label: as printed.
        rest: where what follows it begins in the line.
        marked: a mark stands behind the number.
    """

    style: tuple[str, str]
    number: int
    label: str
    rest: int
    marked: bool


def numbered(text: str) -> Iterator[Numbered]:
    """The ways in which a line begins with a number: `I.` may be the first numeral or the ninth letter."""
    for style, pattern in _STYLES:
        found = pattern.match(text)
        if found is None:
            continue
        label = found["label"]
        for figures, values in _VALUES.items():
            number = values.get(label.upper() if figures == "word" else label)
            if number is not None and (figures in ("arabic", "word") or style != "bare"):
                yield Numbered((style, figures), number, label, found.end(), bool(found["mark"]) or style != "note")
        return
