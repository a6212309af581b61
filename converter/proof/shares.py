"""What goes by the share: earnings, and the par value of stock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from converter.arithmetic import Figure, agree, half_step
from converter.proof.book import Book, Vote, value
from converter.report import Fact
from converter.terms import Relation


def per_share(book: Book) -> Iterator[Vote]:
    """Income over the weighted average of shares is earnings a share, as precisely as the three are printed."""
    incomes = book.of(book.groups.results)
    for earned, averages in book.groups.weighted_shares.items():
        shares = book.of(averages)
        for period, fact in book.of([earned]).items():
            if period in incomes and period in shares and _divides(fact, incomes[period], shares[period]):
                for each in (fact, incomes[period], shares[period]):
                    yield Vote(each.id, Relation.PER_SHARE)


def _divides(earned: Fact, income: Fact, shares: Fact) -> bool:
    if not (value(earned) and value(shares) > 0):
        return False
    expected = value(income) / value(shares)
    allowed = half_step(earned.decimals) + (
        half_step(income.decimals) + abs(expected) * half_step(shares.decimals)
    ) / value(shares)
    return abs(value(earned) - expected) <= allowed


def par_value(book: Book) -> Iterator[Vote]:
    """Par value times the shares of a class of stock is its amount: of each row, with the numbers in its caption."""
    for at, statement in enumerate(book.report.statements):
        host: Mapping[str, Fact] = {}
        par: Mapping[str, Fact] = {}
        for number, row in enumerate(statement.rows):
            facts = book.places.get((at, number), {})
            if not row.parenthetical:
                host, par = facts, {}
            elif (unit := _unit(facts)) == "shares":
                yield from _of_stock(host, par, facts)
            elif unit and unit.endswith("/shares"):  # in whatever currency
                par = facts


def _unit(facts: Mapping[str, Fact]) -> str | None:
    return next((fact.unit for fact in facts.values()), None)


def _of_stock(host: Mapping[str, Fact], pars: Mapping[str, Fact], counts: Mapping[str, Fact]) -> Iterator[Vote]:
    for context, count in counts.items():
        par, amount = pars.get(context), host.get(context)
        if par is None or amount is None or not value(amount):
            continue
        if agree(amount.figure, Figure(value(par) * value(count), None)):
            yield from (Vote(fact.id, Relation.PAR_VALUE) for fact in (amount, par, count))
