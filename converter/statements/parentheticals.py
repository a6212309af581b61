"""Numbers inside captions: allowances, par values, counts of shares, liquidation values, what is deducted or included.

`Common stock, $0.001 par value, authorized: 100,000,000 shares, issued and outstanding: 73,305,679 and 71,722,794
shares at September 30, 2003 and March 31, 2003, respectively` holds four numbers that are facts of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from converter.arithmetic import in_units
from converter.span import Span
from converter.statements.mentions import Mention, read_mentions
from converter.statements.placing import in_clauses, in_groups, place
from converter.statements.scale import Scale, of_counts
from converter.statements.statement import Amount, Aspect, Basis, Column, Item, Role
from converter.terms import Unit

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
    par = next((mention.value for mention in mentions if Aspect.PAR_VALUE in mention.aspects), None)
    for group in in_groups(mentions):
        for aspect in group[0].aspects:
            amounts = _amounts(aspect, group, caption, located, host, columns, scale, par)
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


def _of_counts(mentions: Sequence[Mention], scale: Scale) -> Scale:
    """The scale, with that of the caption's counts: all of them are whole shares if one can be nothing else."""
    counts = [mention.value for mention in mentions if mention.worth == 1 and _unit(mention.aspects[0]) == "shares"]
    return of_counts(scale, max(counts, default=Decimal(0)))


def _amounts(
    aspect: Aspect,
    group: list[Mention],
    caption: str,
    located: Sequence[tuple[int, str]],
    host: Item,
    columns: Sequence[Column],
    scale: Scale,
    par: Decimal | None,
) -> list[Amount]:
    dated = [(at, column.period) for at, column in enumerate(columns) if column.period and column.basis is Basis.GAAP]
    if not dated:
        return []
    at = {column for column, _ in dated}
    unchanged = _is_unchanged(host, at) or (_is_nothing(host, at) and _is_lost(par, group[0], scale))
    amounts: list[Amount] = []
    for mention, (column, period) in place(aspect, group, caption, dated, unchanged=unchanged):
        span = _locate(mention, caption, located)
        if span is None:
            continue
        factor = _factor(aspect, mention, host, scale)
        value, decimals = in_units(factor, mention.value, mention.decimals)
        amounts.append(Amount(caption[mention.start : mention.end], value, decimals, column, period, span))
    return amounts


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


def _locate(mention: Mention, caption: str, located: Sequence[tuple[int, str]]) -> Span | None:
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


def _factor(aspect: Aspect, mention: Mention, host: Item, scale: Scale) -> int:
    if mention.worth > 1 or aspect is Aspect.PAR_VALUE:
        return 1
    if _unit(aspect) == "shares":
        return scale.shares
    largest = max((abs(amount.value) for amount in host.amounts), default=Decimal(0))
    if largest and mention.value * scale.money > largest * _MAX_TIMES_HOST and mention.value >= 100_000:
        return 1
    return scale.money
