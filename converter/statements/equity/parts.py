"""Heads of the columns of a statement of changes in equity: components, counts, totals.

Heads stand in two to seven lines. A piece over several columns is a spanner (`Common Stock` over `Shares` and
`Amount`); in text, where pieces run into each other, it is one only if the words under it measure something.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from converter.tables.table import Band, Table, Text

_WORD = re.compile(r"[^\W_]+")
_HYPHENATED = re.compile(r"(?<=[A-Za-z])-\s+(?=[a-z])")
_PLAIN = re.compile(r"[^a-z0-9 ]+")
_COUNT = re.compile(
    r"(?:(?:number|no) of )?(?:(?:issued|outstanding) )?shares(?: (?:issued|outstanding))?(?: and outstanding)?|number|"
    r"common shares (?:issued|outstanding)(?: and outstanding)?"
    r"(?: in (?:thousands|millions))?"
)
_VALUE = re.compile(
    r"amounts?|(?:at )?(?:par|stated|cost)(?: value)?|value|dollars?|in (?:thousands|millions)|issued|at cost"
)
_MEASURED = re.compile(rf"(?P<what>.+?) (?:(?P<count>{_COUNT.pattern})|(?:{_VALUE.pattern}))")
_CLASS = re.compile(r"(?:class|series) [a-z0-9]{1,2}(?: (?:class|series|and|or|[a-z]\b)*)*")
_OF_OTHERS = re.compile(r"non ?controlling|minority")
_TOTAL = re.compile(
    r"total\b.*|.*\btotal|"
    r"(?:net |common )?(?:(?:share|stock)(?:holders?|owners?)?s? |share ?owners? |members |partners )?"
    r"(?:equity|deficit|investment|equity deficit|deficit equity|deficiency)"
)
_ASIDE = re.compile(r"(?:total )?comprehensive\b.*")
_COMPONENT = re.compile(
    r"\b(?:common|preferred|preference|capital|paid|retained|accumulated|accum|deficit|earnings|treasury|comprehensive|"
    r"unearned|compensation|unrealized|translation|surplus|esop|subscriptions?|receivable|stock|shares|warrants|issued|"
    r"repurchased|redeemable|interests?)\b"
)
_COMMON = "Common stock"
_AMOUNTS = (" amount", " amounts")
_MOST_SPANNED = 2
"""A piece over more than one of so many columns is over the table: it names a period, or equity, no component."""


class Sort(StrEnum):
    """What a column is to the sum of a row."""

    COMPONENT = "component"
    OF_OTHERS = "of others"  # of the noncontrolling interest: a component of the whole, not of the parent
    TOTAL = "total"
    PARENT = "parent"  # the total before what is of others
    OUTSIDE = "outside"  # beside equity, in no total: redeemable stock
    ASIDE = "aside"  # comprehensive income: repeats what the components have


@dataclass(frozen=True, slots=True)
class Part:
    """What a column is of.

    Attributes:
        caption: the component as printed, the head's measure (`Shares`, `Amount`) left out.
        counts: shares, not money; None where the head does not tell (`Treasury shares`).
    """

    caption: str
    counts: bool | None
    sort: Sort

    @property
    def adds(self) -> bool:
        """Whether its amounts are a summand of a row's total."""
        return not self.counts and self.sort in (Sort.COMPONENT, Sort.OF_OTHERS)


def plain(text: str) -> str:
    """A head's words in lower case, without marks."""
    return " ".join(_PLAIN.sub(" ", text.lower().replace("'", "").replace("\u2019", "").replace(".", "")).split())


def names_component(part: Part) -> bool:
    """Whether the head reads like a component of equity."""
    return part.sort is not Sort.TOTAL and bool(_COMPONENT.search(plain(part.caption)))


def read_parts(table: Table) -> tuple[Part | None, ...]:
    """The part of each column; None for one that no head stands over."""
    own: list[list[str]] = [[] for _ in table.columns]
    over: list[list[str]] = [[] for _ in table.columns]
    reach = 1 if table.layout == "text" else 0
    bottom = [_claims(line, table.columns, reach) for line in table.head[-1:]]
    pairs = _pairs(_words_below(bottom, len(table.columns)), table.columns)
    lines = [_claims(line, pairs, reach) for line in table.head[:-1]] + bottom
    for at, line in enumerate(lines):
        below = _words_below(lines[at + 1 :], len(table.columns))
        for piece, claimed in line:
            if len(claimed) * _MOST_SPANNED > len(table.columns) > _MOST_SPANNED:
                continue
            if len(claimed) == 1:
                own[claimed[0]].append(piece.text)
            elif table.layout == "html" or _spans(piece, [table.columns[at] for at in claimed], below, claimed):
                for column in claimed:
                    over[column].append(piece.text)
            else:
                for column, words in _divided(piece, [(column, table.columns[column]) for column in claimed]):
                    own[column].append(words)
    texts = [(_joined(words), _joined(spanning)) for words, spanning in zip(own, over, strict=True)]
    return _settled([_part(text, spanning) if text or spanning else None for text, spanning in texts])


def _pairs(words: Sequence[str], columns: Sequence[Band]) -> list[Band]:
    """Where pieces above the last line stand: over a column, or over the shares and amounts of one component."""
    bands = list(columns)
    for at in range(len(columns) - 1):
        if _COUNT.fullmatch(plain(words[at])) and _VALUE.fullmatch(plain(words[at + 1])):
            bands[at] = bands[at + 1] = Band(columns[at].x0, columns[at + 1].x1)
    return bands


def part_named(heading: str) -> Part:
    """The part that a heading over a component's rows names."""
    return _sorted(heading.rstrip(": "), False)


def _joined(words: Iterable[str]) -> str:
    """The pieces of a head in one text; a word that a line's end parts is whole again."""
    return _HYPHENATED.sub("", " ".join(words))


def _measures(text: str) -> bool:
    words = plain(text)
    return bool(_COUNT.fullmatch(words) or _VALUE.fullmatch(words))


def _words_below(lines: Sequence[Sequence[tuple[Text, list[int]]]], columns: int) -> list[str]:
    """What stands over each column below a line, of pieces that are of one column alone."""
    found: list[list[str]] = [[] for _ in range(columns)]
    for line in lines:
        for piece, claimed in line:
            if len(claimed) == 1:
                found[claimed[0]].append(piece.text)
    return [" ".join(words) for words in found]


def _claims(line: Sequence[Text], columns: Sequence[Band], reach: int) -> list[tuple[Text, list[int]]]:
    """The columns of each piece of a line: each column goes to the piece that is nearest of those over it.

    Args:
        reach: how far a piece may miss a column that it stands over.
    """
    claimed: list[list[int]] = [[] for _ in line]
    for column, band in enumerate(columns):
        above = [at for at, piece in enumerate(line) if piece.x0 < band.x1 + reach and band.x0 - reach < piece.x1]
        if above:
            claimed[min(above, key=lambda at: abs(_middle(line[at]) - _middle(band)))].append(column)
    return [
        (piece, found or [min(range(len(columns)), key=lambda at: abs(_middle(piece) - _middle(columns[at])))])
        for piece, found in zip(line, claimed, strict=True)
    ]


def _spans(piece: Text, bands: Sequence[Band], below: Sequence[str], claimed: Sequence[int]) -> bool:
    """Whether a piece over several columns is one, and not several that have run into each other: something under it
    measures, or one of its words stands between two columns.
    """
    if any(_measures(below[column]) for column in claimed):
        return True
    if not all(below[column] for column in claimed):
        return False
    return any(not any(band.x0 - 1 <= middle <= band.x1 + 1 for band in bands) for middle, _ in _words(piece))


def _words(piece: Text) -> Iterator[tuple[float, str]]:
    """The words of a piece with the places of their middles."""
    at = 0
    for word in piece.text.split(" "):
        yield piece.x0 + at + len(word) / 2, word
        at += len(word) + 1


def _divided(piece: Text, columns: Sequence[tuple[int, Band]]) -> list[tuple[int, str]]:
    """The words of a piece by the column that each stands over, for pieces that have run into each other."""
    words: dict[int, list[str]] = {}
    for middle, word in _words(piece):
        nearest = min(columns, key=lambda one: abs(_middle(one[1]) - middle))[0]
        words.setdefault(nearest, []).append(word)
    return [(column, " ".join(found)) for column, found in words.items()]


def _middle(place: Text | Band) -> float:
    return (place.x0 + place.x1) / 2


def _part(text: str, spanning: str) -> Part:
    """The part that a head names: by its own words, and by those of a spanner where they say what of."""
    words = plain(text)
    if _COUNT.fullmatch(words):
        return _sorted(spanning or _COMMON, True)
    if not words or _VALUE.fullmatch(words):
        return _sorted(spanning, False)
    if _CLASS.fullmatch(words) and spanning:
        return _sorted(f"{text} {spanning}", False)
    measured = _MEASURED.fullmatch(words)
    if measured and (measured["count"] or spanning or words.endswith(_AMOUNTS)):
        return _sorted(_without_measure(text, measured["what"]), bool(measured["count"]))
    return _sorted(text, None if words.endswith("shares") else False)


def _without_measure(text: str, what: str) -> str:
    """The printed words of which `what` are the plain ones, from the first."""
    found = list(_WORD.finditer(text))
    count = min(len(what.split()), len(found))
    return text[: found[count - 1].end()] if count else text


def _sorted(caption: str, counts: bool | None) -> Part:
    words = plain(caption)
    if counts is True:
        return Part(caption, counts, Sort.COMPONENT)
    if _ASIDE.fullmatch(words):
        return Part(caption, False, Sort.ASIDE)
    if _OF_OTHERS.search(words) and not words.startswith("total equity"):
        return Part(caption, False, Sort.OF_OTHERS)
    return Part(caption, counts, Sort.TOTAL if _TOTAL.fullmatch(words) else Sort.COMPONENT)


def _settled(parts: Sequence[Part | None]) -> tuple[Part | None, ...]:
    """The parts with amounts named after the shares before them, and but one total: the last. One before what is of
    others is the parent's.
    """
    settled = list(parts)
    for at, part in enumerate(settled):
        before = settled[at - 1] if at else None
        if part is not None and not part.caption and before is not None and before.counts:
            settled[at] = _sorted(before.caption, False)
    totals = [at for at, part in enumerate(settled) if part is not None and part.sort is Sort.TOTAL]
    others = any(part is not None and part.sort is Sort.OF_OTHERS for part in settled)
    for at in totals[:-1]:
        settled[at] = _resorted(settled[at], Sort.PARENT if others else Sort.COMPONENT)
    return tuple(settled)


def _resorted(part: Part | None, sort: Sort) -> Part | None:
    return None if part is None else replace(part, sort=sort)
