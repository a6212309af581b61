"""Numbers inside captions: allowances, par values, counts of shares, liquidation values, what is deducted or included.

`Common stock, $0.001 par value, authorized: 100,000,000 shares, issued and outstanding: 73,305,679 and 71,722,794
shares at September 30, 2003 and March 31, 2003, respectively` holds four numbers that are facts of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from converter.arithmetic import in_units
from converter.grammars.currencies import currency_before
from converter.grammars.stock import called, is_preferred
from converter.span import Span
from converter.statements.class_parts import Count, class_clauses, class_parts
from converter.statements.mentions import Mention, read_mentions
from converter.statements.placing import in_clauses, in_groups, place
from converter.statements.scale import Scale, of_counts
from converter.statements.statement import Amount, Aspect, Basis, Column, Component, Item, Role
from converter.statements.stock_classes import of_class
from converter.terms import Period, Unit

_MAX_TIMES_HOST = 5


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
    mentions = in_clauses(read_mentions(caption, host.headings[-1:]), caption)
    scale = _of_counts(mentions, scale)
    items: list[Item] = []
    pars = [mention.value for mention in mentions if Aspect.PAR_VALUE in mention.aspects]
    par = next(iter(pars), None)
    preferred = bool(is_preferred(" ".join((caption, *host.headings[-1:]))))
    bracketed = {parts.whole: parts.counts for parts in class_parts(caption)}
    for name, group in _groups(mentions, caption):
        for aspect in group[0].aspects:
            placed = _placed(aspect, group, caption, located, host, columns, scale, par)
            if not placed:
                continue
            made = Item(
                caption=caption,
                headings=host.headings,
                depth=host.depth,
                role=Role.PARENTHETICAL,
                unit=_unit(aspect),
                amounts=tuple(amount for _, amount in placed),
                span=host.span,
                host=host_index,
                aspect=aspect,
                currency=currency_before(caption, group[0].start) if aspect is Aspect.PAR_VALUE else None,
            )
            if name is not None and not (aspect is Aspect.PAR_VALUE and len(pars) == 1):
                made = of_class(made, called(name, preferred=preferred))
            items.append(made)
            by_class = _by_class(placed, bracketed, caption, located)
            items += (
                of_class(replace(made, amounts=tuple(amounts)), called(each, preferred=preferred))
                for each, amounts in by_class.items()
            )
    return items


def _groups(mentions: Sequence[Mention], caption: str) -> Iterator[tuple[str | None, list[Mention]]]:
    """The mentions that count the same, with the class that they count; None: all stock."""
    left = list(mentions)
    for clause in class_clauses(caption):
        inside = [mention for mention in left if mention.start < clause.end]
        left = left[len(inside) :]
        yield from ((clause.name, group) for group in in_groups(inside))


def _by_class(
    placed: Sequence[tuple[Mention, Amount]],
    bracketed: Mapping[int, Sequence[Count]],
    caption: str,
    located: Sequence[tuple[int, str]],
) -> dict[str, list[Amount]]:
    """The counts by class in brackets behind numbers, each of the column of its sum, and in its scale."""
    found: dict[str, list[Amount]] = {}
    for mention, whole in placed:
        for count in bracketed.get(mention.start, ()):
            span = _locate(count.start, count.end, caption, located)
            if span is not None:
                value, decimals = in_units(10**whole.power, count.value, 0)
                printed = caption[count.start : count.end]
                amount = replace(whole, printed=printed, value=value, decimals=decimals, span=span)
                found.setdefault(count.name, []).append(amount)
    return found


def _unit(aspect: Aspect) -> Unit:
    if aspect is Aspect.PAR_VALUE:
        return "USD/shares"
    if aspect in (Aspect.AUTHORIZED, Aspect.ISSUED, Aspect.OUTSTANDING, Aspect.TREASURY):
        return "shares"
    return "USD"


def _of_counts(mentions: Sequence[Mention], scale: Scale) -> Scale:
    """The scale, with that of the caption's counts: all of them are whole shares if one can be nothing else."""
    counts = [mention.value for mention in mentions if mention.worth == 1 and _unit(mention.aspects[0]) == "shares"]
    return of_counts(scale, max(counts, default=Decimal(0)))


def _placed(
    aspect: Aspect,
    group: list[Mention],
    caption: str,
    located: Sequence[tuple[int, str]],
    host: Item,
    columns: Sequence[Column],
    scale: Scale,
    par: Decimal | None,
) -> list[tuple[Mention, Amount]]:
    """The numbers that count the same, each as an amount of its column."""
    dated, components = _dated(columns)
    if not dated:
        return []
    at = {column for column, _ in dated}
    unchanged = _is_unchanged(host, at) or (_is_nothing(host, at) and _is_lost(par, group[0], scale))
    placed = []
    for mention, (column, period) in place(aspect, group, caption, dated, unchanged=unchanged):
        span = _locate(mention.start, mention.end, caption, located)
        if span is None:
            continue
        factor = _factor(aspect, mention, host, scale)
        value, decimals = in_units(factor, mention.value, mention.decimals)
        digits = caption[mention.start : mention.end]
        placed.append((mention, Amount(digits, value, decimals, column, period, span, components)))
    return placed


def _dated(columns: Sequence[Column]) -> tuple[list[tuple[int, Period]], tuple[Component, ...]]:
    """The columns that numbers of captions are of, and the part that they are of: the registrant's columns; in a
    statement that is of one part as a whole, that part's.
    """
    own = {column.components for column in columns if column.basis is Basis.GAAP}
    own = own or {column.components for column in columns if column.states}
    if len(own) != 1:
        return [], ()
    (components,) = own
    dated = [
        (at, column.period)
        for at, column in enumerate(columns)
        if column.period and column.states and column.components == components
    ]
    return dated, components


def _is_unchanged(host: Item, columns: set[int]) -> bool:
    """Whether the row has the same amount in all of `columns`, and is not empty."""
    values = [amount.value for amount in host.amounts if amount.column in columns]
    return len(values) == len(columns) and any(values) and len(set(values)) == 1


def _is_nothing(host: Item, columns: set[int]) -> bool:
    """Whether the row prints dashes or zeros in all of `columns`."""
    values = [amount.value for amount in host.amounts if amount.column in columns]
    return len(values) == len(columns) and not any(values)


def _is_lost(par: Decimal | None, count: Mention, scale: Scale) -> bool:
    """Whether what the shares are worth at par is lost in rounding, so that a dash says nothing of how many there are:
    100 shares of $.01 in thousands.
    """
    return par is not None and 2 * par * count.value * scale.shares < scale.money


def _locate(start: int, end: int, caption: str, located: Sequence[tuple[int, str]]) -> Span | None:
    """A number's characters in the source: the same occurrence of its digits, counted through the caption's lines."""
    printed = caption[start:end]
    nth = caption[:start].count(printed)
    for offset, text in located:
        at = text.find(printed)
        while at >= 0:
            if nth == 0:
                return Span(offset + at, offset + at + len(printed))
            nth -= 1
            at = text.find(printed, at + 1)
    return None


def _factor(aspect: Aspect, mention: Mention, host: Item, scale: Scale) -> int:
    if mention.worth > 1 or aspect is Aspect.PAR_VALUE:
        return 1
    if _unit(aspect) == "shares":
        return scale.shares
    largest = max((abs(amount.value) for amount in host.amounts), default=Decimal(0))
    if largest and mention.value * scale.money > largest * _MAX_TIMES_HOST and mention.value >= 100_000:
        return 1
    return scale.money
