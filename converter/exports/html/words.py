"""Periods, values and precision as a person says them. English and the same everywhere: no locale is asked."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from converter.grammars import months, scales
from converter.rendering.view import number, value
from converter.report import Fact
from converter.terms import Period
from converter.terms.unit import currency_of, is_price

_UNITS = {"USD": "US dollars", "EUR": "euros", "shares": "shares", "pure": "a pure number"}
_HUMP = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_DASH = re.compile(r"[-\u2010-\u2015\u2212.=_\s]+")


def day(when: date, *, short: bool = False) -> str:
    """`30 June 2001`, or `30 Jun 2001`."""
    month = months.NAMES[when.month - 1]
    return f"{when.day} {month[:3] if short else month} {when.year}"


def length(period: Period) -> str:
    """`3 months to`, `year to`; for an instant nothing."""
    if period.start is None:
        return ""
    count = period.months
    if not count:
        return f"{period.days} days to"
    if count % 12 == 0:
        return "year to" if count == 12 else f"{count // 12} years to"
    return f"{count} month{'s' if count > 1 else ''} to"


def period_words(period: Period) -> str:
    """`3 months to 30 June 2001`, `at 30 June 2001`."""
    return f"{length(period) or 'at'} {day(period.end)}"


def period_dates(period: Period) -> str:
    """`2001-04-01 to 2001-06-30`."""
    return f"{period.start.isoformat()} to {period.end.isoformat()}" if period.start else period.end.isoformat()


def amount(quantity: Decimal) -> str:
    """`-1,250,000`."""
    return f"{Decimal(number(quantity)):,f}"


def value_words(fact: Fact) -> str:
    """`18,412,000`, or the text of a text fact."""
    return amount(fact.value) if isinstance(fact.value, Decimal) else value(fact)


def unit_words(fact: Fact) -> str:
    """`US dollars per share`; a currency without a name here goes by its code."""
    unit = fact.unit or ""
    base = (currency_of(unit) or unit) if is_price(unit) else unit
    return _UNITS.get(base, base) + (" per share" if is_price(unit) else "")


def decimals_words(decimals: int | None) -> str:
    """`-3, to the thousand`."""
    if decimals is None:
        return ""
    if decimals > 0:
        return f"{decimals}, to {decimals} decimal places"
    name = scales.NAMES.get(-decimals)
    return f"{decimals}, to the {name}" if name else f"{decimals}, to 10^{-decimals}"


def scale_words(power: int) -> str:
    """`in thousands`."""
    return f"in {scales.plural(power)}"


def humps(name: str) -> list[str]:
    """`CostOfRevenue` as `Cost`, `Of`, `Revenue`: where a name may break."""
    return _HUMP.split(name)


def figure(printed: str) -> str:
    """A printed number for a column of numbers: without the currency sign, its bracket closed, one kind of dash."""
    text = " ".join(printed.replace("$", " ").split())
    if not text or _DASH.fullmatch(text):
        return "—"
    text = re.sub(r"\(\s+", "(", text)
    return f"{text})" if "(" in text and ")" not in text else text


def proof_words(fact: Fact) -> str:
    """What vouches for a fact, and what speaks against it: `proved by 2: part of a sum that foots; ...`, `alone`."""
    proved = f"proved by {len(fact.proofs)}: {'; '.join(fact.proofs)}" if fact.proofs else "alone"
    return f"{proved}, but contradicted ({', '.join(fact.refuted)})" if fact.refuted else proved
