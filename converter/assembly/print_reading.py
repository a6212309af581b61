"""How a fact's value is read off its print: the number there, and what makes the value of it.

Done once, before the Report: an output that shows the print, or tags it, finds here what it needs.
"""

from __future__ import annotations

import re
from decimal import Decimal

from converter.report import Source, Transformation
from converter.sources.document import Document
from converter.span import Span

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?|\.\d+")
_NEGATIVE = re.compile(r"^[^\d]*[(-]|-\s*\)?$")
_MARKUP = re.compile(r"<[^>]*>?|&#?\w+;")
_ZERO = re.compile(r"(?:&#?\w+;|[^\s<>&$()])+")
"""A dash or a word for nothing: a run of characters and entities."""


def source(
    document: Document,
    span: Span,
    printed: str,
    value: Decimal,
    statement: int | None = None,
    row: int | None = None,
    column: int | None = None,
) -> Source:
    """The source of a numeric fact.

    Args:
        value: the fact's.
        statement, row, column: where it stands in a statement, if it does.
    """
    transformation = _transformation(document.text[span.start : span.end], span.start, value)
    return Source(span, printed, statement, row, column, _number(printed), transformation)


def _number(printed: str) -> Decimal:
    """A number as printed, `(1,234)` being negative and a dash nothing."""
    match = _NUMBER.search(printed)
    if match is None:
        return Decimal(0)
    amount = _amount(match)
    return amount.copy_negate() if _NEGATIVE.search(printed) else amount


def _transformation(text: str, start: int, value: Decimal) -> Transformation | None:
    """How the characters of the source give the value; None if they do not."""
    # Markup may stand between the characters; its own digits are none of theirs.
    match = _NUMBER.search(_MARKUP.sub(lambda markup: " " * len(markup.group()), text))
    if match is None:
        nothing = _ZERO.search(text) if value == 0 else None
        return Transformation(_within(start, nothing), 0, is_zero=True) if nothing else None
    scale = _scale(abs(value), _amount(match))
    return Transformation(_within(start, match), scale) if scale is not None else None


def _amount(match: re.Match[str]) -> Decimal:
    return Decimal(match.group().replace(",", ""))


def _within(start: int, match: re.Match[str]) -> Span:
    return Span(start + match.start(), start + match.end())


def _scale(amount: Decimal, printed: Decimal) -> int | None:
    """The power of ten that makes the printed number the amount, if there is one."""
    if not printed or not amount:
        return 0 if printed == amount else None
    ratio = (amount / printed).normalize()
    _, digits, exponent = ratio.as_tuple()
    return exponent if digits == (1,) and isinstance(exponent, int) else None
