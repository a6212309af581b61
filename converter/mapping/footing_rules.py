"""What the arithmetic of a statement says about its rows: totals get their concept from what they add up.

`Total costs and expenses` means one thing above gross profit and another below it; a total printed without a caption
has nothing but its place. Rules of this module have ids of their own (`footing:...`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import replace
from decimal import Decimal

from converter.knowledge import Groups
from converter.mapping.bare_results import bare_result
from converter.mapping.candidates import Candidate, best
from converter.mapping.common_stock_results import OF_COMMON, of_common_stock
from converter.mapping.maps import Fit
from converter.mapping.maps.matching import Words
from converter.mapping.rows import Frame
from converter.statements.statement import Item, Role
from converter.taxonomy import Index
from converter.taxonomy.ancestry import ancestors
from converter.terms import Kind

_COSTS_AT_LARGE = frozenset({"expense", "other", "operating", "noninterest", "cost"})

_COST_AND_CONTRA = 2  # rows: what was paid for things, and what is taken off it

Rows = list[list[Candidate]]
_SIDE = {"credit": 1, "debit": -1, None: 0}

GRAND_TOTALS, TOTAL_EQUITY = "footing:grand-totals", "footing:total-equity"
PARENT_EQUITY = "footing:parent-equity"
TOTAL_COSTS, PARTS, GROSS = "footing:total-costs", "footing:parts", "footing:gross"
NONINTEREST = "footing:noninterest"
WHY = {
    GRAND_TOTALS: "it is one of the two equal totals: assets, and what finances them",
    TOTAL_EQUITY: "it is a total below noncontrolling interests that includes them",
    PARENT_EQUITY: "total equity is made of it and of noncontrolling interests",
    TOTAL_COSTS: "what it adds up, and gross profit above it or not, tells which total of costs it is",
    NONINTEREST: "it adds up costs below the net interest income of a lender",
    GROSS: "the row below takes from it what is left out of the net amount",
    OF_COMMON: "of two results a share the one that common stock gets is the earnings a share, and not the one before",
    PARTS: "it has no caption of its own, and the taxonomy adds most of its parts up to this",
}
"""The rules of this module by their ids, as a person would say them. What they name figures prove, so no words outweigh
it.
"""


def by_footing(frame: Frame, rows: Rows, groups: Groups, index: Index, named: Container[str]) -> Rows:
    """The candidates of each row, with what the footing adds to them.

    Args:
        groups: concepts by what they are to these rules.
        named: the concepts that mapping files know.
    """
    if not frame.printed:
        return rows
    rows = _uncaptioned(frame, rows, groups, index, named)
    if frame.statement.kind is Kind.BALANCE_SHEET:
        rows = _total_equity(frame, _grand_totals(frame, rows, groups), groups)
    if frame.statement.kind is not Kind.INCOME:
        return rows
    return of_common_stock(frame, _total_costs(frame, rows, groups), groups)


def _grand_totals(frame: Frame, rows: Rows, groups: Groups) -> Rows:
    """The first two equal totals are total assets and what they are financed with."""
    items = frame.statement.items
    totals = [row for row, item in enumerate(items) if _is_total(frame, row) and _nonzero(item)]
    last_of = {_values(items[row]): row for row in totals}
    pair = next(((first, last) for first in totals if (last := last_of[_values(items[first])]) > first + 1), None)
    if pair is None:
        return rows
    for row, totals_of in zip(pair, (groups.total_assets, groups.total_claims), strict=True):
        if best(rows[row]) not in totals_of and not _names_other_total(frame.stubs[row].words):
            rows[row] = _put_first(rows[row], totals_of[0], GRAND_TOTALS)
    return rows


def _names_other_total(words: Words) -> bool:
    return bool(words & {"current", "fixed"}) or words in ({"total", "liability"}, {"total", "asset"})


def _total_equity(frame: Frame, rows: Rows, groups: Groups) -> Rows:
    """A total of equity below minority interests includes them: it adds them up, or calls itself a total at least. The
    total that it adds them to is the equity of the parent, and not a sum before treasury stock.
    """
    minority: set[int] = set()
    totals = (*groups.equity_of_all, *groups.equity_of_parent)
    for row, found in enumerate(rows):
        concept = best(found)
        words = frame.stubs[row].words
        if concept in groups.minority_interest and frame.stubs[row].sections == {"equity"}:
            minority.add(row)
        footing = frame.sums.get(row)
        holds = any(part in minority for part, _ in footing.parts) if footing else "total" in words
        if concept in totals and minority and holds and not words & {"common", "attributable", "parent"}:
            rows[row] = _put_first(found, groups.equity_of_all[0], TOTAL_EQUITY)
            rest = [part for part, _ in footing.parts if part not in minority] if footing else []
            if len(rest) == 1 and _is_total(frame, rest[0]):
                rows[rest[0]] = _put_first(rows[rest[0]], groups.equity_of_parent[0], PARENT_EQUITY)
    return rows


def _total_costs(frame: Frame, rows: Rows, groups: Groups) -> Rows:
    """A total of costs that holds the cost of sales is CostsAndExpenses; one below gross profit is
    OperatingExpenses; one that is all below the net interest income of a lender is NoninterestExpense.
    """
    gross_profit = next((row for row, found in enumerate(rows) if best(found) in groups.gross_profit), None)
    lender = next((row for row, found in enumerate(rows) if best(found) in groups.net_interest_income), None)
    totals = (*groups.costs_and_expenses, *groups.operating_expenses)
    for row, found in enumerate(rows):
        footing = frame.sums.get(row)
        if lender is not None and footing and lender < min(part for part, _ in footing.parts):
            if best(found) in totals or _is_other_costs(frame, row):
                rows[row] = _put_first(found, groups.noninterest_expense[0], NONINTEREST)
            continue
        if best(found) not in totals:
            continue
        parts = {best(rows[part]) for part, _ in footing.parts} if footing else set()
        if not parts.isdisjoint(groups.cost_of_sales):
            wanted = groups.costs_and_expenses[0]
        elif gross_profit is not None and gross_profit < row:
            wanted = groups.operating_expenses[0]
        else:
            continue
        rows[row] = _put_first(found, wanted, TOTAL_COSTS)
    return rows


def _is_other_costs(frame: Frame, row: int) -> bool:
    """Whether a total is subtracted from what comes next, and called by no words but those of costs at large."""
    into = frame.totals_of.get(row)
    words = frame.stubs[row].words - {"total"}
    return into is not None and into[1] < 0 and "expense" in words and words <= _COSTS_AT_LARGE


def _uncaptioned(frame: Frame, rows: Rows, groups: Groups, index: Index, named: Container[str]) -> Rows:
    """A total without a caption of its own is what the taxonomy adds its parts up to."""
    for row, item in enumerate(frame.statement.items):
        footing = frame.sums.get(row)
        words = frame.stubs[row].words - {"total", "net"}
        if (words and row not in frame.names) or not footing or item.role is Role.PARENTHETICAL:
            continue
        concept = _left_by_parts(frame, row, rows, groups, index, named)
        if concept is not None and _goes_with_name(concept, rows[row], named=row in frame.names):
            rows[row] = _put_first(rows[row], concept, PARTS)
    return rows


def _left_by_parts(
    frame: Frame, row: int, rows: Rows, groups: Groups, index: Index, named: Container[str]
) -> str | None:
    """What the parts of a total make it, whatever it is called."""
    net = _net_of(frame, row, rows, index) or bare_result(frame, row, rows, groups, index)
    if net is not None:
        return net
    if all(frame.stubs[part].sections == {"revenues"} for part, _ in frame.sums[row].parts):
        return groups.total_revenues[0]
    if _is_operating_income(frame, row, rows, groups):
        return groups.operating_income[0]
    concept = _sum_of(_directed(frame, row, rows), groups, index, named)
    return concept if concept is None or _is_of_their_side(concept, frame, row, rows, index) else None


def _net_of(frame: Frame, row: int, rows: Rows, index: Index) -> str | None:
    """What is left of a cost from which the row below takes the depreciation or the allowance; the cost itself is then
    the gross amount, which has the same words, or those of what the company has: `Vessels and barges, at cost`.
    """
    if frame.statement.kind is not Kind.BALANCE_SHEET:
        return None
    directed = _directed(frame, row, rows)
    taken_off = {concept for concept, weights in directed if concept and -1 in weights}
    for (part, _), (net, _) in zip(frame.sums[row].parts, directed, strict=True):
        gross = _gross_of(net, taken_off, index) if net else None
        if net and gross:
            rows[part] = _put_first(rows[part], gross, GROSS)
            return net
    if len(directed) != _COST_AND_CONTRA or directed[0][0] is not None:
        return None
    whole = (parent for each in taken_off for parent, weight in index.calculation_parents(each) if weight < 0)
    net = next(whole, None)
    gross = _gross_of(net, taken_off, index) if net else None
    if gross:
        first, _ = frame.sums[row].parts[0]
        rows[first] = _put_first(rows[first], gross, GROSS)
    return net if gross else None


def _gross_of(net: str, taken_off: Container[str], index: Index) -> str | None:
    """What the taxonomy takes one of these off, so that the net amount is left."""
    children = index.calculation_children(net)
    gross = next((name for name, weight in children if weight > 0), None)
    return gross if any(name in taken_off for name, weight in children if weight < 0) else None


def _is_operating_income(frame: Frame, row: int, rows: Rows, groups: Groups) -> bool:
    """Whether a total is what costs leave of revenues or of gross profit, and more than income taxes comes after it."""
    revenues = {*groups.total_revenues, *groups.gross_profit}
    costs = {*groups.costs_and_expenses, *groups.operating_expenses, *groups.costs}
    parts = frame.sums[row].parts
    earned = [part for part, weight in parts if weight > 0]
    spent = [part for part, weight in parts if weight < 0]
    into = frame.totals_of.get(row)
    if not earned or not spent or into is None:
        return False
    beside = {best(rows[part]) for part, _ in frame.sums[into[0]].parts if part != row}
    return (
        all(best(rows[part]) in revenues or frame.stubs[part].sections == {"revenues"} for part in earned)
        and all(best(rows[part]) in costs for part in spent)
        and beside.isdisjoint(groups.income_taxes)
    )


def _directed(frame: Frame, row: int, rows: Rows) -> list[tuple[str | None, set[int]]]:
    """The likeliest concept of each part of a total, and whether it is added (1) or subtracted (-1): in brackets it may
    be an amount that is subtracted, or a negative one that is added.
    """
    items = frame.statement.items
    return [(best(rows[part]), {weight, weight * _printed_side(items[part])}) for part, weight in frame.sums[row].parts]


def _printed_side(item: Item) -> int:
    """-1 if what a row prints is below zero in sum, else 1."""
    return -1 if sum(amount.value for amount in item.amounts) < 0 else 1


def _goes_with_name(concept: str, found: Sequence[Candidate], named: bool) -> bool:
    """Whether the rules that know the heading a total is named after name the concept, too, if there are such."""
    by_name = [each.concept for each in found if each.fit is not None] if named else []
    return not by_name or concept in by_name


def _is_of_their_side(concept: str, frame: Frame, row: int, rows: Rows, index: Index) -> bool:
    """Whether a total has the balance that most of its parts count with: costs alone add up to no income."""
    votes = 0
    for part, weight in frame.sums[row].parts:
        element = index.get(best(rows[part]) or "")
        votes += weight * _printed_side(frame.statement.items[part]) * _SIDE[element.balance if element else None]
    element = index.get(concept)
    return votes * _SIDE[element.balance if element else None] >= 0


def _sum_of(
    parts: Sequence[tuple[str | None, set[int]]], groups: Groups, index: Index, named: Container[str]
) -> str | None:
    """The concept that most of the parts add up to in the taxonomy, of several one that the mapping files name.

    Args:
        parts: their concepts, and with which weights they may be meant.
    """
    concepts = [part for part, _ in parts]
    added = all(1 in weights for _, weights in parts)
    if added and all(part in groups.cost_of_sales for part in concepts):
        return groups.cost_of_sales[0]
    known = [part for part in concepts if part]
    if added and all(part in groups.costs for part in known) and len(known) * 2 >= len(concepts):
        return groups.costs_and_expenses[0]
    votes: Counter[str] = Counter()
    for part, weights in parts:
        if part:
            votes.update(dict.fromkeys((name for name, weight in ancestors(part, index) if weight in weights), 1))
    likely = [(votes[each], each in named, -depth, each) for depth, each in enumerate(votes) if each in index]
    count, is_named, _, concept = max(likely, default=(0, False, 0, None))
    return concept if is_named and count * 2 > len(parts) else None


def _put_first(found: Sequence[Candidate], concept: str, rule: str) -> list[Candidate]:
    if found and found[0].fit is Fit.OWN:
        return list(found)
    named = next((each for each in found if each.concept == concept), Candidate(concept, 0.0, Fit.FULL, 0.0, rule))
    most = max((each.share for each in found), default=0.0)
    first = replace(named, fit=named.fit or Fit.FULL, rule=rule, footing=rule, share=most)
    return [first, *(each for each in found if each.concept != concept)]


def _is_total(frame: Frame, row: int) -> bool:
    item = frame.statement.items[row]
    return (
        item.unit == "USD"
        and item.role is not Role.PARENTHETICAL
        and (item.role is Role.TOTAL or row in frame.sums or "total" in frame.stubs[row].words or not item.caption)
    )


def _nonzero(item: Item) -> bool:
    return any(amount.value for amount in item.amounts)


def _values(item: Item) -> frozenset[tuple[int, Decimal]]:
    """The amounts by column, to be compared."""
    return frozenset({amount.column: amount.value for amount in item.amounts}.items())
