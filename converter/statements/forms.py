"""The form that a document is, and the statements that it lets expect."""

from __future__ import annotations

import re

from converter.options import Options
from converter.sources.document import Document
from converter.terms import Kind

_COVER_PAGE = 5_000
"""Characters in which a form names itself."""
_WITH_STATEMENTS = re.compile(r"10-?[KQ]|20-?F|ARS\b|EX-13", re.IGNORECASE)
"""Annual and quarterly reports (Regulation S-X, articles 3 and 10)."""
_BETWEEN = r"(?:\s|&nbsp;|&#160;|<[^<>]*>)+"
_FORM = re.compile(rf"\bform{_BETWEEN}(10-?KSB|10-?QSB|10-?K405|10-?K|10-?Q|8-?K|20-F|6-K)\b(\s*/\s*A)?", re.IGNORECASE)
_REPORT = re.compile(rf"\b(?:annual|quarterly){_BETWEEN}report{_BETWEEN}(?:pursuant|under)\b", re.IGNORECASE)
_COVER_MARKUP = 100_000
"""Characters of a page, markup included, in which a form says what it is."""
_EXPECTED = (Kind.BALANCE_SHEET, Kind.INCOME, Kind.CASH_FLOW)


def form(document: Document, options: Options) -> str | None:
    """The document's type: as given, as the EDGAR header or the submission has it, or as its cover page says."""
    known = options.document_type or document.header.form
    if known:
        return known.strip().upper()
    part = next(iter(document.readable), None)
    if part is None:
        return None
    if part.type and not part.type.upper().startswith("EX"):
        return part.type.upper()
    match = _FORM.search(document.text, part.span.start, min(part.span.end, part.span.start + _COVER_PAGE))
    if match is None:
        return None
    name = re.sub(r"(10|8)(?=[KQ])", r"\1-", match[1].upper())
    return f"{name}/A" if match[2] else name


def wants_notes(document: Document, options: Options) -> bool:
    """Whether the notes are asked for: as the option says, else in annual and quarterly reports, not in releases."""
    if options.notes is not None:
        return options.notes
    name = _name(document, options)
    reports = bool(_WITH_STATEMENTS.match(name)) if name else _says_report(document)
    return reports and not options.from_fds


def expected_kinds(document: Document, options: Options) -> tuple[Kind, ...]:
    """The statements that a whole report of this form has; an amendment may have any, and a release too."""
    name = _name(document, options)
    return _EXPECTED if _WITH_STATEMENTS.match(name) and not name.endswith("/A") else ()


def _name(document: Document, options: Options) -> str:
    """The form, or the type of the first document where there is none; may be empty."""
    return form(document, options) or next((part.type for part in document.parts), "")


def _says_report(document: Document) -> bool:
    """Whether a document without a form calls itself a report pursuant to the Exchange Act."""
    parts = (part.span for part in document.readable)
    return any(_REPORT.search(document.text, span.start, min(span.end, span.start + _COVER_MARKUP)) for span in parts)
