"""Where in its statement a row stands: among current assets, in the investing section, above operating income.

Headings and totals tell it. A total closes the part it sums up, so a statement without headings has parts too. Where
the print leaves it open, a row gets all sections that are possible.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from converter.mapping.maps.matching import Words
from converter.terms import Kind

Sections = frozenset[str]
NOWHERE: Sections = frozenset()

_EQUITY_OWNERS = frozenset({"stockholder", "partner", "member", "shareholder", "unitholder"})
_EQUITY_NAMES = frozenset({"equity", "investment", "deficit", "capital", "interest", "fund"})
_EQUITY_ROWS: tuple[Words, ...] = tuple(
    map(frozenset, (
        {"common", "stock"}, {"common", "share"}, {"capital", "stock"}, {"paid", "capital"}, {"retained", "income"},
        {"accumulated", "deficit"}, {"treasury"}, {"capital", "surplus"}, {"preferred", "stock"}, {"partner",
        "capital"},
    ))
)  # fmt: skip
_PARTS: tuple[Words, ...] = tuple(
    map(
        frozenset,
        ({"current", "asset"}, {"current", "liability"}, {"long", "term", "liability"}, {"noncurrent", "liability"}),
    )
)
_CAPITALIZATION: Sections = frozenset({"equity", "liabilities.noncurrent"})
_ACTIVITIES = {
    "operating": ("operating", "operation"),
    "investing": ("investing", "investment"),
    "financing": ("financing",),
}
_RESULT_WORDS = frozenset(
    {"net", "income", "loss", "continuing", "operation", "period", "year", "noncontrolling", "interest", "before"}
)
_COST_WORDS = frozenset({"cost", "expense", "charge", "administrative"})
_CASH_WORDS = frozenset({"cash", "flow", "fund"})


@dataclass(frozen=True, slots=True)
class StubWords:
    """What is asked of a row here: its words, and whether it is a heading. `heading` is None where that is not
    known.
    """

    words: Words
    heading: bool | None


def sections(kind: Kind, rows: Sequence[StubWords]) -> list[Sections]:
    """The possible sections of each row, none where the statement has no parts."""
    match kind:
        case Kind.BALANCE_SHEET:
            return _balance_sheet(rows)
        case Kind.INCOME:
            return _income(rows)
        case Kind.CASH_FLOW:
            return _cash_flow(rows)
        case _:
            return [NOWHERE] * len(rows)


# ---------------------------------------------------------------------------------------------------- balance sheet


def _balance_sheet(rows: Sequence[StubWords]) -> list[Sections]:
    classified = any({"current", "asset"} <= row.words for row in rows)
    liabilities = (
        "liabilities.current"
        if any({"current", "liability"} <= row.words for row in rows)
        else "liabilities.unclassified"
    )
    assets = _first_assets(rows) if classified else "assets.unclassified"
    place: Sections = frozenset({assets})
    current_below = _last_heading(rows, frozenset({"current", "liability"}))
    found: list[Sections] = []
    for number, row in enumerate(rows):
        words = row.words
        if row.heading is not False and (opened := _opened(words, assets, liabilities)):
            place = opened
        elif place == {"liabilities.current"} and number < current_below:
            # Current liabilities have a heading that is still to come: what stands before it is long-term or equity.
            place = _CAPITALIZATION
        elif (
            not _is_total(words, row.heading)
            and _is_equity_row(words)
            and not any(part.startswith("assets") for part in place)
        ):
            redeemable = "redeemable" in words and place != frozenset({"equity"})
            place = frozenset({"temporary"}) if redeemable else frozenset({"equity"})
        found.append(place)
        if _is_total(words, row.heading) and (following := _after_total(words, liabilities)):
            place = following
    return found


def _first_assets(rows: Sequence[StubWords]) -> str:
    """A classified balance sheet opens with its current assets, unless a heading for them comes after other assets."""
    heading = _first(rows, lambda words: words == {"current", "asset"}, headings=True)
    cash = _first(rows, lambda words: "cash" in words)
    return "assets.noncurrent" if heading is not None and (cash is None or heading < cash) else "assets.current"


def _last_heading(rows: Sequence[StubWords], words: Words) -> int:
    """The last row that is a heading of these words; -1 if none is."""
    return max((number for number, row in enumerate(rows) if row.heading is True and row.words == words), default=-1)


def _opened(words: Words, assets: str, liabilities: str) -> Sections:
    """The part that a heading of these words opens; none if it opens no part.

    Args:
        assets, liabilities: the part that opens with them.
    """
    if _is_total(words):
        return NOWHERE
    if (
        "asset" in words
        and "liability" not in words
        and words <= {"asset", "current", "noncurrent", "long", "term", "fixed"}
    ):
        if "current" in words:
            return frozenset({"assets.current"})
        if words & {"noncurrent", "long", "fixed"}:
            return frozenset({"assets.noncurrent"})
        return frozenset({assets})
    if "liability" in words and "asset" not in words:
        if "current" in words:
            return frozenset({"liabilities.current"})
        if words & {"noncurrent", "long"}:
            return frozenset({"liabilities.noncurrent"})
        if (
            words
            <= {"liability", "equity", "deficit", "capital", "noncontrolling", "interest", "investment"}
            | _EQUITY_OWNERS
        ):
            return frozenset({liabilities})
    if words == {"capitalization"}:
        return _CAPITALIZATION
    if words & _EQUITY_OWNERS and words & _EQUITY_NAMES and len(words) <= 4 and "liability" not in words:
        return frozenset({"equity"})
    return NOWHERE


def _after_total(words: Words, liabilities: str) -> Sections:
    if "asset" in words and "liability" not in words:
        if words <= {"total", "asset"}:
            return frozenset({liabilities})
        return frozenset({"assets.noncurrent"}) if "current" in words else NOWHERE
    if "liability" in words:
        if words & _EQUITY_OWNERS or words & {"equity", "capital", "capitalization"}:
            return frozenset({"equity"})
        return frozenset({"liabilities.noncurrent"}) if "current" in words else frozenset({"temporary", "equity"})
    return NOWHERE


def _is_total(words: Words, heading: bool | None = None) -> bool:
    """Whether a row sums up a part: it says so, or has the name of a part and an amount (`Current assets  3,090`)."""
    return "total" in words or (heading is False and words in _PARTS)


def _is_equity_row(words: Words) -> bool:
    return any(row <= words for row in _EQUITY_ROWS) and "payable" not in words and "liability" not in words


# ---------------------------------------------------------------------------------------------------- income statement


def _income(rows: Sequence[StubWords]) -> list[Sections]:
    operating = _last(rows, _is_operating_income)
    pretax = _first(rows, lambda words: "before" in words and "tax" in words)
    net = _first(rows, _is_net_income)
    end = pretax if pretax is not None else net
    place: Sections = frozenset({"revenues"})
    found: list[Sections] = []
    for number, row in enumerate(rows):
        words = row.words
        if end is not None and number > end:
            place = frozenset({"after tax"})
        elif (operating is not None and number > operating) or (
            row.heading is not False and _opens_other_income(words)
        ):
            place = frozenset({"nonoperating"})
        elif place == {"revenues"} and words & _COST_WORDS:
            place = frozenset({"costs"} if operating is not None else {"costs", "nonoperating"})
        found.append(place)
        if place == {"revenues"} and "total" in words and words & {"revenue", "sale"}:
            place = frozenset({"costs"} if operating is not None else {"costs", "nonoperating"})
    return found


def _is_operating_income(words: Words) -> bool:
    return (
        bool(words & {"income", "loss"})
        and bool(words & {"operating", "operation"})
        and not words & {"other", "before", "continuing", "discontinued", "tax", "per", "expense", "total", "share"}
    )


def _is_net_income(words: Words) -> bool:
    return (
        "net" in words
        and bool(words & {"income", "loss"})
        and words <= {"net", "income", "loss", "period", "year", "total"}
    )


def _opens_other_income(words: Words) -> bool:
    return (
        "other" in words
        and bool(words & {"income", "expense", "deduction"})
        and len(words) <= 5
        and not words & {"total", "operating"}
    )


# ---------------------------------------------------------------------------------------------------- cash flow


def _cash_flow(rows: Sequence[StubWords]) -> list[Sections]:
    headings: list[str | None] = []
    current: str | None = None
    ahead = _closed_next(rows)
    for row, closing in zip(rows, ahead, strict=True):
        opened = _section_heading(row)
        if opened == "supplemental" and current in _ACTIVITIES and closing == current:
            opened = None  # `Non-cash transactions:` over what is put back, before the section's total
        current = opened or current
        if total := _closes(row):
            headings.append(total)
            current = None  # what follows a total without a heading is told by the total below it
        else:
            headings.append(current)
    found: list[Sections] = []
    last = "cash" if any(_is_end_of_cash(row.words) for row in rows) else "supplemental"
    after_end = _last(rows, _is_end_of_cash)
    sections = [heading or below or last for heading, below in zip(headings, ahead, strict=True)]
    changes = started = False
    for number, row in enumerate(rows):
        section = sections[number]
        if section == "operating":
            changes = changes or (row.heading is not False and _opens_changes(row.words))
            started = started or _is_result(row.words)
            found.append(
                frozenset({"operating.changes" if changes else "operating.adjustments" if started else "operating"})
            )
        elif after_end is not None and number > after_end:
            found.append(frozenset({"supplemental"}))
        else:
            found.append(frozenset({section}) if section else NOWHERE)
    return found


def _opens_changes(words: Words) -> bool:
    return bool(words & {"change", "increase", "decrease"}) and bool(
        words & {"asset", "liability", "capital", "working"}
    )


def _section_heading(row: StubWords) -> str | None:
    words = row.words
    if row.heading is False or "net" in words or "total" in words:
        return None
    if "supplemental" in words or {"noncash", "transaction"} <= words or {"disclosure"} <= words or "schedule" in words:
        return "supplemental"
    for activity, names in _ACTIVITIES.items():
        if (
            words & set(names)
            and ("activity" in words or words & _CASH_WORDS)
            and not words & {"adjustment", "reconcile"}
        ):
            return activity
    return None


def _is_result(words: Words) -> bool:
    return bool(words & {"income", "loss"}) and words <= _RESULT_WORDS


def _closed_next(rows: Sequence[StubWords]) -> list[str | None]:
    """Of each row, the section that the next total of one closes, itself included."""
    found: list[str | None] = []
    closing: str | None = None
    for row in reversed(rows):
        closing = _closes(row) or closing
        found.append(closing)
    return found[::-1]


def _closes(row: StubWords) -> str | None:
    """The section that a row closes; `Cash flows provided by operating activities` without figures opens it."""
    return None if row.heading and _section_heading(row) else _activity_total(row.words)


def _activity_total(words: Words) -> str | None:
    """The section that a row `net cash provided by ... activities` closes."""
    if "cash" not in words or not words & {"net", "total", "provided", "used", "flow"}:
        return None
    if words & {"discontinued", "adjustment", "reconcile"} or not words & {"net", "provided", "used"}:
        return None
    for activity, names in _ACTIVITIES.items():
        if words & set(names):
            return activity
    return None


def _is_end_of_cash(words: Words) -> bool:
    return "cash" in words and "end" in words


def _first(rows: Sequence[StubWords], test: Callable[[Words], bool], headings: bool = False) -> int | None:
    """The first row (heading, if `headings`) whose words pass the test."""
    return next(
        (number for number, row in enumerate(rows) if row.heading is not (not headings) and test(row.words)),
        None,
    )


def _last(rows: Sequence[StubWords], test: Callable[[Words], bool]) -> int | None:
    return max((number for number, row in enumerate(rows) if row.heading is not True and test(row.words)), default=None)
