"""Periods, values and precision as a person says them. English and the same everywhere: no locale is asked."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from converter.rendering.view import number, value
from converter.report import Fact
from converter.terms import Period

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_POWERS = {-2: "hundredths", 0: "whole units", 2: "hundreds", 3: "thousands", 6: "millions", 9: "billions"}
_UNITS = {"USD": "US dollars", "shares": "shares", "USD/shares": "US dollars per share", "pure": "a pure number"}
_HUMP = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_DASH = re.compile(r"[-\u2010-\u2015\u2212.=_\s]+")


def day(when: date, *, short: bool = False) -> str:
    """`30 June 2001`, or `30 Jun 2001`."""
    month = _MONTHS[when.month - 1]
    return f"{when.day} {month[:3] if short else month} {when.year}"


def length(period: Period) -> str:
    """`3 months to`, `year to`; for an instant nothing."""
    if period.start is None:
        return ""
    months = period.months
    if not months:
        return f"{period.days} days to"
    if months % 12 == 0:
        return "year to" if months == 12 else f"{months // 12} years to"
    return f"{months} month{'s' if months > 1 else ''} to"


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
    return _UNITS[fact.unit] if fact.unit else ""


def decimals_words(decimals: int | None) -> str:
    """`-3, to the thousand`."""
    if decimals is None:
        return ""
    near = {0: "to the unit", -3: "to the thousand", -6: "to the million", -9: "to the billion"}.get(decimals)
    if near is None:
        near = f"to {decimals} decimal places" if decimals > 0 else f"to 10^{-decimals}"
    return f"{decimals}, {near}"


def power_words(power: int) -> str:
    """`thousands` for 3."""
    return _POWERS.get(power, f"units of 10^{power}")


def scale_words(power: int) -> str:
    """`3, thousands`."""
    return f"{power}, {power_words(power)}"


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
