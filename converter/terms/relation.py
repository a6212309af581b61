"""What may vouch for a printed amount."""

from __future__ import annotations

from enum import StrEnum


class Relation(StrEnum):
    """A relation between amounts, in which each of them would fail if it had been misread, or misprinted."""

    PART = "part of a sum that foots"
    TOTAL = "sum of the lines above"
    ACROSS = "sum of the columns beside it"
    BALANCE = "assets are liabilities and equity"
    CASH = "cash rolls forward"
    EARNINGS = "retained earnings roll forward"
    PER_SHARE = "income, shares and earnings a share"
    PAR_VALUE = "par value, shares and their amount"
    ELSEWHERE = "the same number elsewhere"
    SCHEDULE = "the filer's schedule (EX-27)"
