"""Where a document prints what its cover facts say, so that they, too, lead back to the source."""

from __future__ import annotations

import re
from collections.abc import Mapping

from converter.report import Source
from converter.sources.document import Document
from converter.span import Span

_WHERE: Mapping[str, tuple[str, ...]] = {
    "DocumentType": (
        r"CONFORMED SUBMISSION TYPE:[ \t]*({})(?=\s)",
        r"<TYPE>({})(?=\s)",
        r"(?i:\bform)(?:\s|&nbsp;|&#160;)+({})(?![\w/])",
    ),
    "EntityRegistrantName": (r"COMPANY CONFORMED NAME:[ \t]*({})(?=\s)", r"(?<!\w)({})(?!\w)"),
    "EntityCentralIndexKey": (r"CENTRAL INDEX KEY:[ \t]*({})(?!\d)",),
    "EntityFileNumber": (r"SEC FILE NUMBER:[ \t]*({})(?=\s)",),
    "EntityIncorporationStateCountryCode": (r"STATE OF INCORPORATION:[ \t]*({})(?=\s)",),
    "EntityAddressAddressLine1": (r"STREET 1:[ \t]*({})(?=\s)",),
    "EntityAddressAddressLine2": (r"STREET 2:[ \t]*({})(?=\s)",),
    "EntityAddressCityOrTown": (r"CITY:[ \t]*({})(?=\s)",),
    "EntityAddressStateOrProvince": (r"STATE:[ \t]*({})(?=\s)",),
    "EntityAddressPostalZipCode": (r"ZIP:[ \t]*({})(?=\s)",),
    "TradingSymbol": (r"\([^()\n]{{0,60}}:\s*[\"“]?({})\b",),
}
"""What stands before and after each of the values, the surest place first; `{}` is the value, letter by letter."""


def printed(document: Document, local: str, value: str) -> tuple[Source, ...]:
    """The first place that prints the value of a dei fact just so; none if it is worked out or printed otherwise.

    Of HTML the inline document shows parts alone: a place in one comes before those in the header.
    """
    shown = next((part.span.start for part in document.parts if part.format == "html"), 0)
    for start in dict.fromkeys((shown, 0)):
        for pattern in _WHERE.get(local, ()):
            found = re.compile(pattern.format(re.escape(value))).search(document.text, start)
            if found:
                return (Source(Span(*found.span(1)), found[1]),)
    return ()
