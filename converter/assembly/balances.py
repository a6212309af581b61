"""Balance and sign of extension concepts, from the sums that they stand in.

A calculation is legal only if a part of the total's balance counts +1 and one of the other balance -1 (XBRL 2.1,
5.1.1.2). Read the other way round, the footing tells each part's balance: `Research 1,835` that is subtracted on the
way to an operating loss (credit) is a debit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from math import inf

from converter.mapping.caption_signs import cash_direction
from converter.mapping.line_items import LineItem
from converter.report import Balance
from converter.statements.statement import Aspect, Role, Statement
from converter.taxonomy import Index
from converter.terms import Kind

_TAKEN_OFF = frozenset({Aspect.ALLOWANCE, Aspect.ACCUMULATED_DEPRECIATION, Aspect.ACCUMULATED_AMORTIZATION})
"""What numbers inside captions count that was taken off the amount of the line."""
_OTHER: Mapping[Balance, Balance] = {"debit": "credit", "credit": "debit"}
_CREDIT_SIDE = re.compile(r"liabilit|equity|deficit|capital|payable|deposit|minority interest", re.IGNORECASE)
_INCOME = re.compile(r"income|revenue|sales|gain|earnings|profit|fees|premiums|proceeds", re.IGNORECASE)
_COST = re.compile(
    r"expense|cost|charge|provision for|taxes|write-?(?:off|down)|amortization|depreciation", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Side:
    """The balance of a line's concept (None: not money).

    Attributes:
        proved: a sum says so; else it is what such lines usually have.
    """

    balance: Balance | None
    proved: bool = True


def sides(lines: Sequence[LineItem], statements: Sequence[Statement], index: Index) -> dict[tuple[int, int], Side]:
    """The side of every line, by (statement, row): of a us-gaap concept what it has, of an extension what fits.

    What the nearest us-gaap concept has says nothing of an extension: `Passenger` among revenues is a revenue,
    whatever else of that name there is.
    """
    found: dict[tuple[int, int], Side] = {}
    open_lines: dict[tuple[int, int], LineItem] = {}
    signs: dict[tuple[int, int], int] = {}
    for line in lines:
        place = line.statement, line.row
        signs[place] = line.decision.sign
        element = index.get(line.decision.concept) if line.decision.concept else None
        if element is not None:
            found[place] = Side(element.balance)
        elif line.item.unit == "USD":
            open_lines[place] = line
        else:
            found[place] = Side(None)
    claims = [_first_claim(statement) for statement in statements]
    for at, statement in enumerate(statements):
        _spread(at, statement, found, open_lines, signs)
    for (at, row), line in open_lines.items():
        balance = _of_host(line, found) or _usual(statements[at].kind, line, row > claims[at])
        found[at, row] = Side(balance, proved=False)
    return found


def _spread(
    at: int,
    statement: Statement,
    found: dict[tuple[int, int], Side],
    open_lines: dict[tuple[int, int], LineItem],
    signs: Mapping[tuple[int, int], int],
) -> None:
    """Lets balances run along the sums of a statement, down from totals and up from parts, until nothing is new.

    It goes over the sums in their order, and again for what is new, but looks only where something is.
    """
    arcs = [(footing.total, row, weight) for footing in statement.sums for row, weight in footing.parts]
    # The taxonomy gives the totals of a cash flow statement no balance, but cash that comes in is a debit (DQC_0043).
    unsaid: Balance | None = "debit" if statement.kind is Kind.CASH_FLOW else None
    touching: dict[int, list[int]] = {}
    for number, (total, part, _) in enumerate(arcs):
        touching.setdefault(total, []).append(number)
        touching.setdefault(part, []).append(number)
    waiting = [(0, number) for number in range(len(arcs))]  # (how often gone over, arc): a heap, as it is sorted
    while waiting:
        turn, number = heappop(waiting)
        total, part, weight = arcs[number]
        for known, unknown in ((total, part), (part, total)):
            side = found.get((at, known))
            if side is None or (at, unknown) not in open_lines:
                continue
            balance = side.balance or (unsaid if known == total else None)
            if balance is None:
                continue
            del open_lines[at, unknown]
            same = weight * signs[at, known] * signs[at, unknown] > 0
            found[at, unknown] = Side(balance if same else _OTHER[balance])
            for other in touching[unknown]:
                heappush(waiting, (turn if other > number else turn + 1, other))


def _of_host(line: LineItem, found: Mapping[tuple[int, int], Side]) -> Balance | None:
    """The balance of a number inside a caption: that of the line, or the other if it was taken off it."""
    if line.item.role is not Role.PARENTHETICAL or line.item.host is None:
        return None
    host = found.get((line.statement, line.item.host))
    if host is None or host.balance is None:
        return None
    return _OTHER[host.balance] if line.item.aspect in _TAKEN_OFF else host.balance


def _first_claim(statement: Statement) -> float:
    """The first row of a balance sheet whose caption speaks of liabilities or equity, as are those below it."""
    rows = enumerate(statement.items) if statement.kind is Kind.BALANCE_SHEET else ()
    return next((row for row, item in rows if _is_claim(item.caption)), inf)


def _is_claim(text: str) -> bool:
    return bool(_CREDIT_SIDE.search(text)) and "asset" not in text.lower()


def _usual(kind: Kind, line: LineItem, below_claims: bool) -> Balance:
    """The balance of a line that no sum holds, by its place and caption."""
    caption, headings = line.item.caption, line.item.headings
    if kind is Kind.BALANCE_SHEET:
        return "credit" if below_claims or any(map(_is_claim, (caption, *headings))) else "debit"
    if kind is Kind.CASH_FLOW:
        return "credit" if line.decision.sign < 0 or cash_direction(caption) < 0 else "debit"
    if kind is Kind.EQUITY:
        return "credit"  # the print states what equity gains
    named = next((text for text in (caption, *reversed(headings)) if _COST.search(text) or _INCOME.search(text)), "")
    return "credit" if _INCOME.search(named) or not named else "debit"
