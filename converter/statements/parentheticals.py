"""Numbers inside captions: allowances, par values, counts of shares, liquidation values, what is deducted or included.

`Common stock, $0.001 par value, authorized: 100,000,000 shares, issued and outstanding: 73,305,679 and 71,722,794
shares at September 30, 2003 and March 31, 2003, respectively` holds four numbers that are facts of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from converter import digits
from converter.arithmetic import in_units
from converter.grammars.months import MONTH
from converter.grammars.scales import SCALE, worth
from converter.grammars.years import YEAR
from converter.span import Span
from converter.statements.class_parts import without_class_parts
from converter.statements.periods import read_head
from converter.statements.scale import Scale, of_counts
from converter.statements.statement import Amount, Aspect, Basis, Column, Item, Role
from converter.terms import Period, Unit

# A fraction is of the last digit ("$.16 2/3", "1 2/3 cents"); `none` is a number in a list of two alone.
_NUMBER = re.compile(
    r"(?P<sign>\$)?\s?(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?|\.[0-9]+|none(?=\s+and\s+[0-9])|(?<=[0-9]\sand\s)none)"
    rf"(?:[\s-](?P<over>[1-9])/(?P<under>[1-9]))?(?:\s*(?:(?P<word>{SCALE})|(?P<cents>cents?\b)))?",
    re.I,
)
_FINEST = Decimal("0.00001")
"""Fractions of a cent that do not end are given with as many places."""
_DATES = re.compile(
    rf"\b{MONTH}\.?\s+[0-9]{{1,2}}(?:,?\s*{YEAR})?|\b[0-9][0-9]?/[0-9][0-9]?/[0-9][0-9](?:[0-9][0-9])?\b|\b{YEAR}\b",
    re.I,
)
# A year behind its number: "$1,084 - 2009".
_YEAR_BEHIND = re.compile(rf"(?<=[0-9])\s?(?:-{{1,2}}|[\u2013\u2014])\s?{YEAR}\b")
_ALL_COUNTS = (Aspect.AUTHORIZED, Aspect.ISSUED, Aspect.OUTSTANDING)
_BEFORE: tuple[tuple[tuple[Aspect, ...], re.Pattern[str]], ...] = (
    ((Aspect.PAR_VALUE,), re.compile(r"(?<!no\s)(?<!without\s)(?:par|stated)\s+value", re.I)),
    ((Aspect.LIQUIDATION,), re.compile(r"liquidation\s+(?:value|preference|amount)|redemption\s+value", re.I)),
    ((Aspect.ALLOWANCE,), re.compile(r"allowances?\b|\breserves?\b", re.I)),
    ((Aspect.ACCUMULATED_DEPRECIATION,), re.compile(r"(?:accumulated\s+)?depreciation\b", re.I)),
    ((Aspect.ACCUMULATED_AMORTIZATION,), re.compile(r"(?:accumulated\s+)?amortization\b", re.I)),
    (_ALL_COUNTS, re.compile(r"authorized,\s*issued,?\s*and\s+outstanding", re.I)),
    ((Aspect.ISSUED, Aspect.OUTSTANDING), re.compile(r"(?:issued|shares)\s+and\s+outstanding", re.I)),
    ((Aspect.AUTHORIZED,), re.compile(r"\bauthorized\b", re.I)),
    ((Aspect.ISSUED,), re.compile(r"\bissued\b", re.I)),
    ((Aspect.OUTSTANDING,), re.compile(r"\boutstanding\b", re.I)),
)  # fmt: skip
_PAR = (Aspect.PAR_VALUE,)
"""Of a share, so never what counts shares; and one for all dates, so what follows it in a list is something else."""
_TREASURY = re.compile(r"\btreasury\b", re.I)
_JOINER = re.compile(
    r"[\s,;()]*(?:shares?)?[\s,;()]*(?:(?:at|in|as\s+of|on)\b[\s,;()]*)?(?:and|or)?[\s,;()$]*(?:[\u2013\u2014]|-+)?[\s]*$",
    re.I,
)
_ADJACENT = re.compile(
    r"[\s,]*(?:(?:common\s+|preferred\s+)?shares?)?[\s,;(-]*(?:(?:were|are|is|have\s+been)\s+)?$", re.I
)
# What may stand between a keyword and its number: "authorized shares -- 10,000".
_BESIDE = re.compile(r"[\s:.,$(\u2014-]*(?:shares?)?[\s:.,$(\u2014-]*$", re.I)
# ... and between par value and its amount: "par value of $1", "par value per share - $.01".
_OF_PAR = re.compile(r"[\s:.,$(\u2014-]*(?:(?:of|at|is|per|a|share|shares|each)\b[\s:.,$(\u2014-]*){0,4}$", re.I)
_BY_YEAR = re.compile(rf"\b({YEAR})\s*(?:-+|\u2013|\u2014|:)\s*\$?$")
# Behind a number in brackets that is of another date; the date itself is blanked.
_OF_A_DATE = re.compile(r"\s*(?:(?:shares?\s+)?(?:in|at|as\s+of|on))?\s*\)", re.I)
# What is taken from an amount, or is in it, is one of its own: "net of deferred compensation of $9,200".
_DEDUCTED = re.compile(r"\b(?:net\s+of|less|including|of\s+which|after\s+deducting)\b[^;]*$", re.I)
# What makes a number a rate or a part of one ("7 1/2%"), what makes it part of a name, and a mark of a footnote.
_RATE = re.compile(r"\s?%|/|\s\d/\d")
_NAMED = re.compile(r"[\w/]-?$|\b(?:(?:foot)?notes?|series|class|due|no\.)\s*$", re.I)
_CLOSED = re.compile(r"\s?\)")
_SHARES_AFTER = re.compile(r"\s*(?:common\s+|preferred\s+)?shares?\b", re.I)
_MAX_TIMES_HOST = 5
_BOTH_DATES = frozenset({Aspect.PAR_VALUE, Aspect.AUTHORIZED})


@dataclass(frozen=True, slots=True)
class _Mention:
    """A number of a caption.

    Attributes:
        worth: what its word makes of a 1 (`million`), and the scale of the statement does not count; 1 without one.
        start, end: of its digits in the caption.
        after: the caption from its end to the next number.
        clause: the year of the date that closes its clause, or opens it: `A issued at DATE; B issued at DATE`.
    """

    value: Decimal
    decimals: int
    worth: int
    start: int
    end: int
    aspects: tuple[Aspect, ...]
    after: str
    clause: int | None = None


def read_parentheticals(
    caption: str,
    located: Sequence[tuple[int, str]],
    host: Item,
    host_index: int,
    columns: Sequence[Column],
    scale: Scale,
) -> list[Item]:
    """The items for the numbers inside a caption.

    Args:
        caption: the host's caption, whose characters stand in the source in the pieces of `located`.
        located: (offset in the document, text) of each printed line of the caption.
    """
    treasury = bool(_TREASURY.search(" ".join((*host.headings[-1:], caption))))
    mentions = _in_clauses(_mentions(caption, treasury), caption)
    scale = _of_counts(mentions, scale)
    items: list[Item] = []
    for group in _groups(mentions):
        for aspect in group[0].aspects:
            amounts = _amounts(aspect, group, caption, located, host, columns, scale)
            if amounts:
                unit = _unit(aspect)
                items.append(
                    Item(
                        caption=caption,
                        headings=host.headings,
                        depth=host.depth,
                        role=Role.PARENTHETICAL,
                        unit=unit,
                        amounts=tuple(amounts),
                        span=host.span,
                        host=host_index,
                        aspect=aspect,
                    )
                )
    return items


def _unit(aspect: Aspect) -> Unit:
    if aspect is Aspect.PAR_VALUE:
        return "USD/shares"
    if aspect in (Aspect.AUTHORIZED, Aspect.ISSUED, Aspect.OUTSTANDING, Aspect.TREASURY):
        return "shares"
    return "USD"


def _mentions(caption: str, treasury: bool) -> list[_Mention]:
    masked = _DATES.sub(_blank, _YEAR_BEHIND.sub(_blank, without_class_parts(caption)))
    found = [
        number for number in _NUMBER.finditer(masked) if _value(number) is not None and not _is_mark(masked, number)
    ]
    mentions: list[_Mention] = []
    taken = 0  # a keyword that spoke for the number before it ("5,000,000 shares authorized;") speaks for no other
    for at, number in enumerate(found):
        start = max(found[at - 1].end() if at else 0, taken)
        before = masked[start : number.start()]
        after = masked[number.end() : found[at + 1].start() if at + 1 < len(found) else len(masked)]
        previous = mentions[-1] if mentions and start == found[at - 1].end() else None
        if mentions and before.rstrip().endswith("(") and _OF_A_DATE.match(after):
            aspects, reach = mentions[-1].aspects, 0  # "164,100 shares issued (162,000 in 1997)"
        else:
            aspects, reach = _aspects(before, after, previous, treasury)
        if not aspects and number["sign"] and _DEDUCTED.search(before):
            aspects = (Aspect.OTHER,)
        if not aspects and treasury and not number["sign"] and _BY_YEAR.search(caption[: number.start("digits")]):
            aspects = (Aspect.TREASURY,)
        taken = number.end() + reach if reach else 0
        unit = worth(number["word"]) if number["word"] else 1
        printed = _value(number) or Decimal(0)
        start = number.start("digits")
        end = number.end("under") if number["over"] else start + len(number["digits"].rstrip(","))
        mentions.append(_Mention(*in_units(unit, printed, _places(printed)), unit, start, end, aspects, after))
    # "73,305,679 and 71,722,794 shares issued": what the last of a list counts, the earlier ones count too; and so with
    # the scale of "1.2 and 1.1 billion".
    for at in range(len(mentions) - 2, -1, -1):
        one, following = mentions[at], mentions[at + 1]
        if one.aspects in ((), following.aspects) and _JOINER.match(one.after):
            mentions[at] = replace(_scaled(one, following.worth), aspects=following.aspects)
    return [mention for mention in mentions if mention.aspects]


def _scaled(one: _Mention, word: int) -> _Mention:
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
    """`(1)`, `Note 3`, `7 1/2%`, `Series 2`, `Class A 5%` are names and marks, not quantities."""
    at = number.start("digits")
    before = text[max(0, at - 12) : at]
    if _RATE.match(text, number.end()) or _NAMED.search(before):
        return True
    return before.rstrip().endswith("(") and len(number["digits"]) <= 2 and bool(_CLOSED.match(text, number.end()))


def _aspects(before: str, after: str, previous: _Mention | None, treasury: bool) -> tuple[tuple[Aspect, ...], int]:
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
        if following and _ADJACENT.match(after[: following.start()]) and not (counted and aspects == _PAR):
            return aspects, following.end()
    if last is not None and not (counted and last[1] == _PAR):
        return last[1], 0
    if previous is not None and previous.aspects not in ((), _PAR) and _JOINER.match(before):
        return previous.aspects, 0
    if treasury and (_SHARES_AFTER.match(after) or re.search(r"\bshares\W*$", before, re.I)):
        return (Aspect.TREASURY,), 0
    return (), 0


def _of_counts(mentions: Sequence[_Mention], scale: Scale) -> Scale:
    """The scale, with that of the caption's counts: all of them are whole shares if one can be nothing else."""
    counts = [mention.value for mention in mentions if mention.worth == 1 and _unit(mention.aspects[0]) == "shares"]
    return of_counts(scale, max(counts, default=Decimal(0)))


def _in_clauses(mentions: list[_Mention], caption: str) -> list[_Mention]:
    """The mentions with the years of their clauses, where dates cut the caption into such.

    A date stands behind its numbers, or before them all (`at DATE, A issued; at DATE, B issued`).
    """
    dates = [
        (found.start(), dated[-1].year)
        for found in _DATES.finditer(caption)
        if (dated := read_head(found[0]).dates) and dated[-1].year
    ]
    if len(dates) < 2 or not mentions:
        return mentions
    counts = [mention.start for mention in mentions if mention.aspects[0] not in _BOTH_DATES]
    opens = bool(counts) and dates[0][0] < counts[0]
    placed = []
    behind = 0
    for mention in mentions:
        while behind < len(dates) and dates[behind][0] < mention.start:
            behind += 1
        at = behind - 1 if opens else behind
        placed.append(replace(mention, clause=dates[at][1]) if 0 <= at < len(dates) else mention)
    return placed


def _groups(mentions: list[_Mention]) -> list[list[_Mention]]:
    """The mentions that count the same: neighbours, and those of one caption that have each a clause with its year."""
    groups: list[list[_Mention]] = []
    alike: dict[tuple[Aspect, ...], list[_Mention]] = {}
    for mention in mentions:
        if groups and groups[-1][0].aspects == mention.aspects:
            groups[-1].append(mention)
            continue
        earlier = alike.get(mention.aspects)
        if earlier is not None and mention.clause and mention.clause not in {each.clause for each in earlier}:
            earlier.append(mention)
        else:
            groups.append(alike.setdefault(mention.aspects, [mention]) if earlier is None else [mention])
    return groups


def _amounts(
    aspect: Aspect,
    group: list[_Mention],
    caption: str,
    located: Sequence[tuple[int, str]],
    host: Item,
    columns: Sequence[Column],
    scale: Scale,
) -> list[Amount]:
    dated = [(at, column.period) for at, column in enumerate(columns) if column.period and column.basis is Basis.GAAP]
    if not dated:
        return []
    pairs = _dated_mentions(aspect, group, caption, dated)
    amounts: list[Amount] = []
    for mention, column, period in pairs:
        span = _locate(mention, caption, located)
        if span is None:
            continue
        factor = _factor(aspect, mention, host, scale)
        value, decimals = in_units(factor, mention.value, mention.decimals)
        amounts.append(Amount(caption[mention.start : mention.end], value, decimals, column, period, span))
    return amounts


def _dated_mentions(
    aspect: Aspect, group: list[_Mention], caption: str, dated: list[tuple[int, Period]]
) -> list[tuple[_Mention, int, Period]]:
    """Which number belongs to which column: by the year printed beside it, by order, or one number for all dates."""
    years = [_year_beside(mention, caption) for mention in group]
    if None in years and len({mention.clause for mention in group}) == len(group) > 1:
        years = [mention.clause for mention in group]
    ends = {period.end.year: (at, period) for at, period in reversed(dated)}
    named = [year for year in years if year in ends]
    dates = read_head(caption).dates
    if len(group) > 1 and named and len(set(named)) == len(named) and len(named) in (len(group), len(dates)):
        # Those without a year of their own are of the columns that no other names, in order.
        others = iter([pair for pair in dated if pair[1].end.year not in named])
        found = [ends[year] if year in ends else next(others, None) for year in years]
        return [(mention, *pair) for mention, pair in zip(group, found, strict=True) if pair is not None]
    if len(group) == 1:
        said = [day.complete() for day in dates if day.year and day.month]
        if years[0] in ends and {day.year for day in dates} == {years[0]} and len(said) < 2:
            return [(group[0], *ends[years[0]])]
        both = aspect in _BOTH_DATES or len(said) > 1
        latest = max(dated, key=lambda pair: pair[1].end)
        return [(group[0], at, period) for at, period in (dated if both else [latest])]
    return [(mention, at, period) for mention, (at, period) in zip(group, dated, strict=False)]


def _year_beside(mention: _Mention, caption: str) -> int | None:
    """`1999 - 793,506,626`, or `$70 million in 1999`."""
    before = _BY_YEAR.search(caption[: mention.start])
    if before:
        return int(before[1])
    behind = _YEAR_BEHIND.match(caption, mention.end)
    if behind:
        return int(behind[0][-4:])
    after = re.match(rf"[^0-9]{{0,45}}?\b(?:in|at|of)\s+(?:\w+\s+[0-9]{{1,2}},?\s+)?({YEAR})\b", caption[mention.end :])
    return int(after[1]) if after else None


def _locate(mention: _Mention, caption: str, located: Sequence[tuple[int, str]]) -> Span | None:
    """The number's characters in the source: the same occurrence of its digits, counted through the caption's lines."""
    printed = caption[mention.start : mention.end]
    nth = caption[: mention.start].count(printed)
    for offset, text in located:
        at = text.find(printed)
        while at >= 0:
            if nth == 0:
                return Span(offset + at, offset + at + len(printed))
            nth -= 1
            at = text.find(printed, at + 1)
    return None


def _factor(aspect: Aspect, mention: _Mention, host: Item, scale: Scale) -> int:
    if mention.worth > 1 or aspect is Aspect.PAR_VALUE:
        return 1
    if _unit(aspect) == "shares":
        return scale.shares
    largest = max((abs(amount.value) for amount in host.amounts), default=Decimal(0))
    if largest and mention.value * scale.money > largest * _MAX_TIMES_HOST and mention.value >= 100_000:
        return 1
    return scale.money
