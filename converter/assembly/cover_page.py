"""The cover page of a filing as it is printed: what it says of the registrant's shares, and how it is reached.

Every character stands where it stands in the document, so that a fact leads back to its print: of HTML the tags are
blanked, not taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import chain, repeat

from converter.arithmetic import in_units
from converter.digits import amount
from converter.grammars import markup
from converter.grammars.months import MONTH, month_of
from converter.grammars.scales import SCALE, worth
from converter.grammars.states import STATE, code_of
from converter.grammars.years import YEAR
from converter.sources.document import Document
from converter.span import Span

_MARKUP_LENGTH = 120_000
"""Characters of a part, markup included, that its cover may take."""
_LENGTH = 15_000
"""Characters of a text that its cover may take."""

_BLOCK = re.compile(r"</?(?:p|div|tr|hr|table|center|h[1-6]|page)\b[^<>]*>", re.IGNORECASE)
_SPACE = re.compile(r"&(?:nbsp|#160|#32);")

_PARAGRAPH = re.compile(r"\n[ \t\r_=-]*\n")
_SENTENCE = re.compile(r"(?<=[a-z0-9)])\.\s+(?=[A-Z])|(?<=\d)\s*\n\s*(?=(?:The\s+)?[Nn]umber\b)")
"""What parts sentences: a full stop, or the end of a line of a list of numbers."""

_DAY = re.compile(rf"\b({MONTH})\.?\s+([0-9]{{1,2}})\s*,\s*({YEAR})\b", re.IGNORECASE)
_AS_OF = re.compile(r"\b(?:as\s+of|at)\s+(?:the\s+close\s+of\s+business\s+on\s+)?$", re.IGNORECASE)
_BESIDE_DAY = 60
_COUNT = re.compile(
    rf"(?<![$\d.,/-])(?P<digits>[0-9]{{1,3}}(?:,[0-9]{{3}})*(?:\.[0-9]+)?(?=\s+{SCALE})|[0-9]{{1,3}}(?:,[0-9]{{3}})+)"
    rf"(?![\d,]*[\d/-])(?:\s+(?P<scale>{SCALE})s?\b)?",
    re.IGNORECASE,
)
_MONEY = re.compile(
    rf"\$\s*(?P<digits>[0-9]{{1,3}}(?:,[0-9]{{3}})*(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)(?![\d,]*\d)"
    rf"(?:\s+(?P<scale>{SCALE})s?\b)?",
    re.IGNORECASE,
)
_SHARES_OUTSTANDING = re.compile(r"\boutstanding\b", re.IGNORECASE)
_SHARES = re.compile(r"\bshares\b|\bcommon\s+stock\b", re.IGNORECASE)
_MARKET_VALUE = re.compile(r"\baggregate\s+market\s+value\b|\bheld\s+by\s+non-?\s?affiliates\b", re.IGNORECASE)
_LEAST_FLOAT = 100_000
"""Dollars: less is the price of a share."""

_PHONE = re.compile(r"(?<![\d-])\(?([0-9]{3})\)?[-/.\s]{1,12}([0-9]{3}\s?[-. ]\s?[0-9]{4})(?![\d-])")
_TELEPHONE = re.compile(r"\b(?:telephone|phone)\b", re.IGNORECASE)
_BESIDE_PHONE = 250
_CROSSED = re.compile(r"(?:[\[(/|_]\s*x\s*[\])/|_]|☒|þ|&#254;|&#120;|&thorn;)\s*$", re.IGNORECASE)
_BESIDE_BOX = 60
"""Characters, blanked markup included, that a box may stand before its words."""
_FILE_NUMBER = re.compile(
    r"\bfile\s+(?:number|nos?)\b[\s:.]*([0-9]{1,3}-[0-9]{1,8}(?:-[0-9A-Za-z]{1,4})?)(?![\w-])", re.IGNORECASE
)
_IRS_NUMBER = re.compile(r"(?<![\d-])(?!00-0000000)([0-9]{2}-[0-9]{7})(?![\d-])")
_INCORPORATED = re.compile(
    rf"\b({STATE})\b(?=[^()]{{0,1500}}\(\s{{0,20}}(?:state|jurisdiction)\b.{{0,300}}?\b(?:incorporat|organiz))",
    re.IGNORECASE | re.DOTALL,
)
_AMENDMENT = re.compile(r"\bamendment\s+(?:no|number)\.?\s*[0-9]{1,2}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Printed:
    """Something that the cover says.

    Attributes:
        text: what it says, white space collapsed.
        span: its characters; of HTML there may be markup between them.
        value: of an amount.
        decimals: of an amount.
        day: the day that an amount is of.
    """

    text: str
    span: Span
    value: Decimal | None = None
    decimals: int | None = None
    day: date | None = None


class CoverPage:
    """The cover page of a document: the opening of its first part that is read."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text, self._start, self._end = _opening(document)
        self._sentences = list(_split(self._text))

    def shares_outstanding(self) -> Printed | None:
        """The one number of shares of one day that it calls outstanding; None where it counts several classes."""
        for number, sentence in enumerate(self._sentences):
            said = self._said(sentence)
            if not _SHARES_OUTSTANDING.search(said) or not _SHARES.search(said) or _MARKET_VALUE.search(said):
                continue
            days = self._days(sentence)
            # A table below the sentence, or a line above it, may hold the number.
            beside = [*self._sentences[number + 1 : number + 2], *self._sentences[max(0, number - 1) : number]]
            counts = next((found for place in (sentence, *beside) if (found := self._amounts(_COUNT, place))), [])
            if len(days) == 1 and len(counts) == 1:
                return replace(counts[0], day=days[0])
        return None

    def public_float(self) -> Printed | None:
        """The one aggregate market value of one day."""
        for number, sentence in enumerate(self._sentences):
            if not _MARKET_VALUE.search(self._said(sentence)):
                continue
            around = [sentence, *self._sentences[number + 1 : number + 2]]
            days = next((found for place in around if (found := self._days(place))), [])
            values = next((dollars for place in around if (dollars := self._dollars(place))), [])
            if len(set(days)) == 1 and len(values) == 1:
                return replace(values[0], day=days[0])
        return None

    def phone(self) -> tuple[Printed, Printed] | None:
        """The area code and the local number that stand beside the word telephone."""
        for word in _TELEPHONE.finditer(self._text):
            near = max(0, word.start() - _BESIDE_PHONE)
            found = _PHONE.search(self._text, word.end(), word.end() + _BESIDE_PHONE) or next(
                iter([*_PHONE.finditer(self._text, near, word.start())][-1:]), None
            )
            if found:
                return self._group(found, 1), self._group(found, 2)
        return None

    def box(self, words: str) -> tuple[bool, Printed] | None:
        """Whether the box before words of a pattern is crossed, and the words; None where they are not printed."""
        found = re.search(words, self._text, re.IGNORECASE)
        if found is None:
            return None
        before = self._text[max(0, found.start() - _BESIDE_BOX) : found.start()]
        return _CROSSED.search(before) is not None, self._group(found, 0)

    def file_number(self) -> Printed | None:
        return self._first(_FILE_NUMBER, 1)

    def irs_number(self) -> Printed | None:
        return self._first(_IRS_NUMBER, 1)

    def state_of_incorporation(self) -> str | None:
        """Its code, of a state of the United States."""
        found = _INCORPORATED.search(self._text)
        return code_of(found[1]) if found else None

    def amendment(self) -> Printed | None:
        """`Amendment No. 1`."""
        return self._first(_AMENDMENT)

    def words(self, pattern: str) -> Printed | None:
        """The first words of a pattern."""
        return self._first(re.compile(pattern, re.IGNORECASE))

    def spelled(self, text: str) -> Printed | None:
        """The first place that prints a text, in whatever case."""
        return self.words(rf"(?<!\w){re.escape(text)}(?!\w)")

    def day(self, wanted: date) -> Printed | None:
        """The first place that prints a day in full."""
        return next((self._group(found, 0) for found, day in _days(self._text) if day == wanted), None)

    def month_day(self, month: int, day: int, beside: Span | None) -> Printed | None:
        """The first place but `beside` that prints a month and day, `September 30`: on the cover, or behind it in the
        same part.
        """
        pattern = re.compile(rf"\b({MONTH})\.?\s+{day}(?!\d)", re.IGNORECASE)
        behind = pattern.finditer(self._document.text, self._start + len(self._text), self._end)
        for found, start in chain(zip(pattern.finditer(self._text), repeat(self._start)), zip(behind, repeat(0))):
            place = Span(start + found.start(), start + found.end())
            apart = beside is None or place.end <= beside.start or place.start >= beside.end
            if apart and month_of(found[1]) == month:
                return Printed(" ".join(found[0].split()), place)
        return None

    def _said(self, place: Span) -> str:
        return self._text[place.start : place.end]

    def _days(self, place: Span) -> list[date]:
        """The days of a sentence; if it says `as of` but one of them, that one."""
        said = self._said(place)
        found = [
            (_AS_OF.search(said[max(0, match.start() - _BESIDE_DAY) : match.start()]) is not None, day)
            for match, day in _days(said)
        ]
        named = dict.fromkeys(day for is_named, day in found if is_named)
        return list(named) if len(named) == 1 else list(dict.fromkeys(day for _, day in found))

    def _amounts(self, pattern: re.Pattern[str], place: Span) -> list[Printed]:
        return [self._amount(found) for found in pattern.finditer(self._text, place.start, place.end)]

    def _dollars(self, place: Span) -> list[Printed]:
        return [each for each in self._amounts(_MONEY, place) if each.value is not None and each.value >= _LEAST_FLOAT]

    def _amount(self, found: re.Match[str]) -> Printed:
        digits = found["digits"].replace(",", "")
        value, decimals = in_units(
            worth(found["scale"]) if found["scale"] else 1, amount(digits) or Decimal(0), len(digits.partition(".")[2])
        )
        return replace(self._group(found, "digits"), value=value, decimals=decimals)

    def _first(self, pattern: re.Pattern[str], group: int = 0) -> Printed | None:
        found = pattern.search(self._text)
        return self._group(found, group) if found else None

    def _group(self, found: re.Match[str], group: int | str) -> Printed:
        start, end = found.span(group)
        return Printed(" ".join(found[group].split()), Span(self._start + start, self._start + end))


def _opening(document: Document) -> tuple[str, int, int]:
    """The characters of the cover, one for one, where they begin, and where the part ends that it opens."""
    part = next(iter(document.readable), None)
    if part is None:
        return "", 0, 0
    start, end = part.span.start, part.span.end
    if part.format != "html":
        return document.text[start : min(end, start + _LENGTH)], start, end
    text = document.text[start : min(end, start + _MARKUP_LENGTH)]
    text = _BLOCK.sub(lambda tag: "\n" * len(tag.group()), text)
    for blank in (markup.TAG, _SPACE):
        text = blank.sub(lambda blank: " " * len(blank.group()), text)
    return text, start, end


def _split(text: str) -> Iterator[Span]:
    """The sentences, each in its paragraph."""
    start = 0
    for gap in (*_PARAGRAPH.finditer(text), None):
        end = gap.start() if gap else len(text)
        for stop in _SENTENCE.finditer(text, start, end):
            yield Span(start, stop.start())
            start = stop.end()
        if text[start:end].strip():
            yield Span(start, end)
        start = gap.end() if gap else end


def _days(text: str) -> Iterator[tuple[re.Match[str], date]]:
    for found in _DAY.finditer(text):
        try:
            yield found, date(int(found[3]), month_of(found[1]), int(found[2]))
        except ValueError:
            continue
