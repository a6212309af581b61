"""What totals are called that the print leaves without a name: after the heading whose rows they add up.

Under `Other income (expense):` five rows and a figure without a caption: that is the total of other income (expense).
It is so if the total begins with the first row under the heading and closes the part: what follows does not stand under
it, and no other total has the heading's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.statements.statement import Item, Role, Statement

_BARE = re.compile(r"(?:sub-?)?(?:totals?)?\W*", re.IGNORECASE)
_SORT = re.compile(r"^(?:less|add|plus|deduct)\b\W*", re.IGNORECASE)

_CONTRA = re.compile(r"\baccumulated (?:depreciation|amortization|depletion)|\ballowances?\b", re.IGNORECASE)
"""What is taken from the cost of things: the rest is their net amount, and no total."""


def called(statement: Statement) -> dict[int, str]:
    """The names of the totals that have none of their own and can be told, by row: `Total other income (expense)`."""
    items = statement.items
    sums = {footing.total: footing.parts for footing in statement.sums}
    into = {part: total for total, parts in sums.items() for part, _ in parts}
    first: dict[int, int] = {}
    """The first line that a total adds up, at any depth."""
    names: dict[int, str] = {}
    opened = _first_lines(items)
    for row in sorted(sums):
        begins = min(part for part, _ in sums[row])
        first[row] = min(first.get(begins, begins), begins)
        if not _is_bare(items[row]) or (begins in sums and _is_bare(items[begins])):
            continue  # of two totals of a part the second is what is left of the first: cost, less depreciation
        if any(_CONTRA.search(items[part].caption) for part, _ in sums[row]):
            continue
        heading = opened.get(first[row])
        if heading is None or not _is_whole(items, row, [part for part, _ in sums[row]], heading, into.get(row)):
            continue
        subject = _SORT.sub("", _name(items[heading]))
        closes = into.get(row)
        if subject and not (closes is not None and _adds(sums[closes]) and _is_in(subject, items[closes].caption)):
            names[row] = f"Total {subject}"
    return names


def _adds(parts: Sequence[tuple[int, int]]) -> bool:
    """Whether a sum takes nothing away: a part of it may be called as the whole is."""
    return all(weight > 0 for _, weight in parts)


def _is_in(subject: str, caption: str) -> bool:
    return subject.lower() in caption.lower()


def _first_lines(items: Sequence[Item]) -> dict[int, int]:
    """The first lines under each heading -> the heading's row: those up to the first that does not print nothing but
    dashes, which a sum may leave out. Of several headings above each other the innermost.
    """
    found: dict[int, int] = {}
    last: int | None = None
    for row, item in enumerate(items):
        if item.role is Role.HEADING:
            last = last if _counts_stock(items, row) else row
        elif item.amounts and item.role is not Role.PARENTHETICAL:
            if last is not None and _name(items[last]) in item.headings[-1:]:
                found[row] = last
            if any(amount.value for amount in item.amounts):
                last = None
    return found


def _is_whole(items: Sequence[Item], total: int, parts: Sequence[int], heading: int, into: int | None) -> bool:
    """Whether all that a total adds up stands under the heading, and no lines below it do. The next total, `into`, does
    not: it closes more.
    """
    inside = (*items[heading].headings, _name(items[heading]))
    rows = range(total + 1, len(items))
    below = next((row for row in rows if items[row].role is not Role.PARENTHETICAL), None)
    goes_on = below is not None and below != into and _is_under(items[below], inside)
    return not goes_on and all(_is_under(items[part], inside) for part in parts)


def _is_under(item: Item, headings: tuple[str, ...]) -> bool:
    return item.headings[: len(headings)] == headings


def _counts_stock(items: Sequence[Item], row: int) -> bool:
    """Whether a row without amounts is no heading: numbers stand in its caption (`Preferred stock, none issued`)."""
    return row + 1 < len(items) and items[row + 1].host == row


def _is_bare(item: Item) -> bool:
    return _BARE.fullmatch(item.caption) is not None


def _name(heading: Item) -> str:
    """A heading as the rows under it call it."""
    return heading.caption.rstrip(": ")
