"""The numbers of a caption, and what each of them counts.

`Common stock, $0.001 par value, authorized: 100,000,000 shares, issued and outstanding: 73,305,679` holds three.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from converter import digits
from converter.arithmetic import in_units
from converter.grammars.currencies import with_plain_signs
from converter.grammars.scales import SCALE, worth
from converter.statements.calendar import PartialDate
from converter.statements.caption_dates import DATE_BEHIND, DATE_LISTS, DATED, DATES, is_by_date
from converter.statements.class_parts import without_class_parts
from converter.statements.periods import read_head
from converter.statements.statement import Aspect

# A fraction is of the last digit ("$.16 2/3", "1 2/3 cents"); `none` is a number in a list of two, or with a date.
_NUMBER = re.compile(
    r"(?P<sign>\$)?\s?(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?|\.[0-9]+|\bnone\b)"
    rf"(?:[\s-](?P<over>[1-9])/(?P<under>[1-9]))?(?:\s*(?:(?P<word>{SCALE})|(?P<cents>cents?\b)))?",
    re.I,
)
_IN_LIST = re.compile(r"\s+and\s+[0-9]", re.I)
_LISTED = re.compile(r"[0-9]\s+and\s+$", re.I)
_FINEST = Decimal("0.00001")
"""Fractions of a cent that do not end are given with as many places."""
_ALL_COUNTS = (Aspect.AUTHORIZED, Aspect.ISSUED, Aspect.OUTSTANDING)
_BEFORE: tuple[tuple[tuple[Aspect, ...], re.Pattern[str]], ...] = (
    ((Aspect.PAR_VALUE,), re.compile(r"(?<!no\s)(?<!without\s)(?:par|stated)\s+value", re.I)),
    ((Aspect.LIQUIDATION,), re.compile(r"liquidation\s+(?:value|preference|amount)|redemption\s+value", re.I)),
    ((Aspect.ALLOWANCE,), re.compile(r"allowances?\b|\breserves?\b", re.I)),
    ((Aspect.ACCUMULATED_DEPRECIATION,), re.compile(r"(?:accumulated\s+)?depreciation\b", re.I)),
    ((Aspect.ACCUMULATED_AMORTIZATION,), re.compile(r"(?:accumulated\s+)?amortization\b", re.I)),
    (_ALL_COUNTS, re.compile(r"\bauthorized(?:,|\s+and)\s*issued,?\s*and\s+outstanding", re.I)),
    ((Aspect.AUTHORIZED, Aspect.OUTSTANDING), re.compile(r"\bauthorized\s+and\s+outstanding", re.I)),
    ((Aspect.AUTHORIZED, Aspect.ISSUED), re.compile(r"\bauthorized\s+and\s+issued", re.I)),
    ((Aspect.ISSUED, Aspect.OUTSTANDING), re.compile(r"(?:issued?|shares)\s+and\s+outstanding", re.I)),
    ((Aspect.AUTHORIZED,), re.compile(r"\bauthorized\b", re.I)),
    ((Aspect.ISSUED,), re.compile(r"\bissued\b", re.I)),
    ((Aspect.OUTSTANDING,), re.compile(r"\boutstanding\b", re.I)),
)  # fmt: skip
_PAR = (Aspect.PAR_VALUE,)
"""Of a share, so never what counts shares; and one for all dates, so what follows it in a list is something else."""
_TREASURY = re.compile(r"\btreasury\b", re.I)
_JOINER = re.compile(
    r"[\s,;()]*(?:shares?)?[\s,;()]*(?:(?:at|in|as\s+of|on)\b[\s,;()]*)?(?:and|or)?[\s,;()$]*(?:[\u2013\u2014:]|-+)?[\s]*$",
    re.I,
)
_ADJACENT = re.compile(
    r"[\s,]*(?:(?:common\s+|preferred\s+)?shares?)?[\s,;(-]*(?:(?:were|are|is|have\s+been)\s+)?$", re.I
)
# What may stand between a keyword and its number: "authorized shares -- 10,000".
_BESIDE = re.compile(r"[\s:.,$(\u2014-]*(?:shares?)?[\s:.,$(\u2014-]*$", re.I)
# ... and between par value and its amount: "par value of $1", "par value per share - $.01".
_OF_PAR = re.compile(r"[\s:.,$(\u2014-]*(?:(?:of|at|is|per|a|share|shares|each)\b[\s:.,$(\u2014-]*){0,4}$", re.I)
_AND = re.compile(r"\b(?:and|or)\b", re.I)
# What parts a keyword from the number before it, and leads it to the next.
_PART = re.compile(r"[,;]")
_TO_NEXT = re.compile(r"[\s:$\u2014-]*(?:shares?)?[\s:$\u2014-]*$", re.I)
_LISTS = re.compile(r"\s*,\s*$")
# Behind a number in brackets that is of another date; the date itself is blanked.
_OF_A_DATE = re.compile(r"\s*(?:(?:shares?\s+)?(?:in|at|as\s+of|on))?\s*\)", re.I)
# What is taken from an amount, or is in it, is one of its own: "net of deferred compensation of $9,200".
_DEDUCTED = re.compile(r"\b(?:net\s+of|less|including|of\s+which|after\s+deducting)\b[^;]*$", re.I)
# What makes a number a rate or a part of one ("7 1/2%"), what makes it part of a name, and a mark of a footnote.
_RATE = re.compile(r"\s?%|/|\s\d/\d")
_NAMED = re.compile(r"[\w/]$|\b(?:(?:foot)?notes?|series|class|due|no\.)\s*$", re.I)
_HYPHEN = re.compile(r"[\w/]-$")
_CLOSED = re.compile(r"\s?\)")
_SHARES_AFTER = re.compile(r"\s*(?:common\s+|preferred\s+)?shares?\b", re.I)


@dataclass(frozen=True, slots=True)
class Mention:
    """A number of a caption.

    Attributes:
        worth: what its word makes of a 1 (`million`), and the scale of the statement does not count; 1 without one.
        start, end: of its digits in the caption.
        after: the caption from its end to the next number.
        dates: the next that are said behind it, up to another number; where none is, the last before it.
        clause: the date that closes its clause, or opens it: `A issued at DATE; B issued at DATE`.
    """

    value: Decimal
    decimals: int
    worth: int
    start: int
    end: int
    aspects: tuple[Aspect, ...]
    after: str
    dates: tuple[PartialDate, ...] = ()
    clause: PartialDate | None = None


def read_mentions(caption: str, headings: Sequence[str] = ()) -> list[Mention]:
    """The numbers of a caption that count something, as printed.

    Args:
        headings: what the caption stands under, where that may say what its numbers count.
    """
    treasury = bool(_TREASURY.search(" ".join((*headings, caption))))
    caption = without_class_parts(caption)
    masked = with_plain_signs(caption)
    masked = DATES.sub(_blank, DATE_LISTS.sub(_blank, DATE_BEHIND.sub(_blank, masked)))
    found = [
        number
        for number in _NUMBER.finditer(masked)
        if _value(number) is not None and not _is_mark(masked, number) and not _is_nothing(caption, number)
    ]
    dates = _dates(caption, found)
    mentions: list[Mention] = []
    taken = 0  # a keyword that spoke for the number before it ("5,000,000 shares authorized;") speaks for no other
    for at, number in enumerate(found):
        left = found[at - 1].end() if at else 0
        start = max(left, taken)
        before = masked[start : number.start()]
        after = masked[number.end() : found[at + 1].start() if at + 1 < len(found) else len(masked)]
        previous = (
            mentions[-1] if mentions and _is_listed(caption, mentions[-1], number, before, taken > left) else None
        )
        if mentions and before.rstrip().endswith("(") and _OF_A_DATE.match(after):
            aspects, reach = mentions[-1].aspects, 0  # "164,100 shares issued (162,000 in 1997)"
        else:
            aspects, reach = _aspects(before, after, previous, treasury, is_last=at + 1 == len(found))
        if not aspects and number["sign"] and _DEDUCTED.search(before):
            aspects = (Aspect.OTHER,)
        if not aspects and treasury and not number["sign"] and is_by_date(caption, number.start("digits")):
            aspects = (Aspect.TREASURY,)
        taken = number.end() + reach if reach else 0
        unit = worth(number["word"]) if number["word"] else 1
        printed = _value(number) or Decimal(0)
        start = number.start("digits")
        end = number.end("under") if number["over"] else start + len(number["digits"].rstrip(","))
        value, decimals = in_units(unit, printed, _places(printed))
        mentions.append(Mention(value, decimals, unit, start, end, aspects, after, dates[at]))
    # "73,305,679 and 71,722,794 shares issued": what the last of a list counts, the earlier ones count too; and so with
    # the scale of "1.2 and 1.1 billion".
    for at in range(len(mentions) - 2, -1, -1):
        one, following = mentions[at], mentions[at + 1]
        if one.aspects in ((), following.aspects) and _JOINER.match(one.after):
            mentions[at] = replace(_scaled(one, following.worth), aspects=following.aspects)
    return [mention for mention in mentions if mention.aspects]


def _dates(caption: str, found: Sequence[re.Match[str]]) -> list[tuple[PartialDate, ...]]:
    """For each number the dates that stand next behind it, before another number; else the last of the caption."""
    bounds = [0, *(number.end() for number in found)]
    until = [*(number.start() for number in found), len(caption)]
    said = [read_head(caption[start:end]).dates for start, end in zip(bounds, until, strict=True)]
    following: tuple[PartialDate, ...] = next((dates for dates in reversed(said) if dates), ())
    nearest = []
    for dates in reversed(said[1:]):
        following = dates or following
        nearest.append(following)
    return nearest[::-1]


def _scaled(one: Mention, word: int) -> Mention:
    """The mention in the scale of the word behind a later one of its list, unless it has a word of its own."""
    if one.worth > 1:
        return one
    value, decimals = in_units(word, one.value, one.decimals)
    return replace(one, value=value, decimals=decimals, worth=word)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _value(found: re.Match[str]) -> Decimal | None:
    if found["digits"].lower() == "none":
        return Decimal(0)
    value = digits.amount(found["digits"].replace(",", ""))
    if value is None or not (found["over"] or found["cents"]):
        return value
    in_cents = bool(found["cents"])
    if found["over"]:
        value += (Decimal(found["over"]) / Decimal(found["under"])).scaleb(-_places(value))
        in_cents = in_cents or not ("$" in found[0] or "." in found["digits"])  # "1 2/3c", the sign lost or odd
    return (value.scaleb(-2) if in_cents else value).quantize(_FINEST).normalize()


def _places(value: Decimal) -> int:
    """The digits behind the point."""
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _is_mark(text: str, number: re.Match[str]) -> bool:
    """`(1)`, `Note 3`, `7 1/2%`, `Series 2`, `A-7` are names and marks; `issued-251,890,019` is a quantity."""
    at = number.start("digits")
    before = text[max(0, at - 12) : at]
    if _RATE.match(text, number.end()) or _NAMED.search(before):
        return True
    if _HYPHEN.search(before) and not ("," in number["digits"] or number["word"]):
        return True
    return before.rstrip().endswith("(") and len(number["digits"]) <= 2 and bool(_CLOSED.match(text, number.end()))


def _is_nothing(caption: str, number: re.Match[str]) -> bool:
    """Whether it is the word `none` where that is no number of a list or of a date."""
    if number["digits"].lower() != "none":
        return False
    start, end = number.start("digits"), number.end()
    joined = _IN_LIST.match(caption, end) or _LISTED.search(caption, 0, start)
    return not joined and not DATED.match(caption, end) and not is_by_date(caption, start)


def _is_listed(caption: str, previous: Mention, number: re.Match[str], before: str, taken: bool) -> bool:
    """Whether a number may be of one list with the number before it.

    Args:
        before: what stands between, without a keyword behind the previous number.
        taken: there is such a keyword; it speaks for that number alone, unless both have dates of their own.
    """
    start, end = number.start("digits"), number.end()
    its_own = is_by_date(caption, start) or DATE_BEHIND.match(caption, end) or DATED.match(caption, end)
    dated = bool(its_own and DATES.search(caption, previous.end, start))
    if taken:
        return dated
    return dated or Aspect.AUTHORIZED not in previous.aspects or bool(_AND.search(before))


def _aspects(
    before: str, after: str, previous: Mention | None, treasury: bool, *, is_last: bool
) -> tuple[tuple[Aspect, ...], int]:
    """What a number counts, and how far into `after` the keyword that says so reaches (0: it stands before)."""
    last: tuple[int, tuple[Aspect, ...]] | None = None
    for aspects, pattern in _BEFORE:
        for found in pattern.finditer(before):
            if last is None or found.end() > last[0]:
                last = (found.end(), aspects)
    if last is not None and last[1] == _PAR and not _OF_PAR.match(before, last[0]):
        last = None
    counted = bool(_SHARES_AFTER.match(after))
    if last is not None and _BESIDE.match(before, last[0]) and not (counted and last[1] == _PAR):
        return last[1], 0
    for aspects, pattern in _BEFORE:
        following = pattern.search(after)
        if (
            following
            and _ADJACENT.match(after[: following.start()])
            and not (counted and aspects == _PAR)
            and (is_last or not _is_of_next(after, following))
        ):
            return aspects, following.end()
    if last is not None and not (counted and last[1] == _PAR):
        return last[1], 0
    if previous is not None and previous.aspects not in ((), _PAR) and _JOINER.match(before):
        return previous.aspects, 0
    if treasury and (_SHARES_AFTER.match(after) or re.search(r"\bshares\W*$", before, re.I)):
        return (Aspect.TREASURY,), 0
    return (), 0


def _is_of_next(after: str, keyword: re.Match[str]) -> bool:
    """Whether a keyword behind a number is the next number's: `1.25 billion shares; issued 830 million`."""
    if after.find(";", 0, keyword.start()) >= 0 and _LISTS.match(after, keyword.end()):
        return True  # "issued, 499 and 508; outstanding, 412 and 421"
    return bool(_PART.search(after, 0, keyword.start()) and _TO_NEXT.match(after, keyword.end()))
