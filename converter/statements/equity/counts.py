"""Shares in the captions of what moves them: `Issuance of 104,820 shares upon exercise of options`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from converter import digits
from converter.span import Span
from converter.statements.statement import Amount, Item, Role
from converter.terms.unit import DOLLAR

_COUNT = re.compile(
    r"(?<![\d.,$])(?P<digits>[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,9})\s+(?:\w+\s+){0,2}?shares\b", re.IGNORECASE
)
_MOVES = re.compile(
    r"\b(?:issu|reissu|s[oa]l[de]\b|sell|purchas|repurchas|buy|acquir|acquisition|exercis|conver|retire|redem|redeem|grant|"
    r"award|vest|contribut|offering|stock (?:dividend|split))",
    re.IGNORECASE,
)


def with_counts(items: Iterable[Item], text: str) -> list[Item]:
    """The rows, each movement with the shares that its caption counts behind it, where no column counts them; of
    several counts nothing tells which is moved.

    Args:
        text: the document's, in which the spans of rows are places.
    """
    found: list[Item] = []
    counted: set[Span] = set()
    for item in items:
        found.append(item)
        if item.unit == "shares":
            counted.add(item.span)
        elif item.span not in counted and (count := _count(item, text)) is not None:
            found.append(replace(count, host=len(found) - 1))
    return found


def _count(item: Item, text: str) -> Item | None:
    counts = [each["digits"] for each in _COUNT.finditer(item.caption)]
    if item.unit != DOLLAR or item.role is not Role.LINE or not item.amounts or len(counts) != 1:
        return None
    first, end = item.amounts[0], min(amount.span.start for amount in item.amounts)
    at = text.find(counts[0], item.span.start, max(end, item.span.end))
    number = digits.amount(counts[0].replace(",", ""))
    if not _MOVES.search(item.caption) or at < 0 or number is None:
        return None
    amount = Amount(counts[0], number, 0, first.column, first.period, Span(at, at + len(counts[0])))
    return replace(item, role=Role.PARENTHETICAL, unit="shares", amounts=(amount,))
