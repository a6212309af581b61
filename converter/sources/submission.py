"""EDGAR's wrapping: the header's fields, and the documents of a submission.

The SGML is read with a few expressions rather than a parser: filings of the 1990s break it in every way (tags without
ends, two submissions in one file, a header alone), and offsets into the text must survive.
"""

from __future__ import annotations

import re
from datetime import date

from converter.digits import likely, whole
from converter.findings import Finding, Severity
from converter.grammars.years import full_year
from converter.sources.business import read_business
from converter.sources.document import Filer, Format, Header, Part
from converter.span import Span

_DOCUMENT = re.compile(r"<DOCUMENT>|</SEC-DOCUMENT>", re.I)
_TEXT = re.compile(r"<TEXT>", re.I)
_TEXT_END = re.compile(r"</TEXT>", re.I)
_FIELD = re.compile(r"^<(TYPE|SEQUENCE|FILENAME|DESCRIPTION)>[ \t]*([^\r\n<]*)", re.M | re.I)
_HTML = re.compile(r"<(?:html|body|td|tr|div|font)\b|<p[ >]|<br ?/?>", re.I)
_UUENCODED = re.compile(r"^begin [0-7]{3} \S+\s*$", re.M)
# Documents that hold no statement to be read: schedules (read on their own), pictures, archives, XBRL itself.
_NOT_READ = re.compile(r"EX-27|GRAPHIC|ZIP|EXCEL|XML|COVER|EX-10[01]\b|EX-101", re.I)

# The header's fields, and the tags of the dissemination feed that say the same.
_COMPANY = re.compile(r"(?:COMPANY CONFORMED NAME:|^<CONFORMED-NAME>)[ \t]*([^\r\n<]{1,200})", re.M)
_CIK = re.compile(r"(?:CENTRAL INDEX KEY:|^<CIK>)[ \t]*([^\s<]+)", re.M)
_SIC = re.compile(
    r"STANDARD INDUSTRIAL CLASSIFICATION:[^\r\n]{0,200}?\[?([0-9]{4})\]?[ \t]*\r?$|^<ASSIGNED-SIC>([0-9]{4})\b", re.M
)
_FISCAL_YEAR_END = re.compile(r"(?:FISCAL YEAR END:|^<FISCAL-YEAR-END>)[ \t]*([0-9][0-9])([0-9][0-9])", re.M)
_FORM = re.compile(r"CONFORMED SUBMISSION TYPE:[ \t]*(\S+)|^<TYPE>[ \t]*([^\s<]+)", re.M)
_PERIOD = re.compile(r"(?:CONFORMED PERIOD OF REPORT:|^<PERIOD>)[ \t]*([0-9]{8}|[0-9]{6})\b", re.M)
_FILED = re.compile(r"(?:FILED AS OF DATE:|^<FILING-DATE>)[ \t]*([0-9]{8}|[0-9]{6})\b", re.M)
_ACCESSION = re.compile(r"(?:ACCESSION NUMBER:|^<ACCESSION-NUMBER>)[ \t]*([0-9]{10}-[0-9][0-9]-[0-9]{6})", re.M)


def read_header(text: str, findings: list[Finding]) -> Header:
    """The header's fields; None where the text has no EDGAR header, and where it says what cannot be: a CIK that is
    zeros or not ten digits, a fiscal year that ends on no day.
    """
    end = text.find("<DOCUMENT>")
    head = text[: end if end >= 0 else 20_000]
    names = [name.strip() for name in _COMPANY.findall(head)]
    ciks = list(_CIK.findall(head))
    filers = tuple(dict.fromkeys(Filer(name, _cik(cik, findings)) for name, cik in zip(names, ciks, strict=False)))
    fiscal = _FISCAL_YEAR_END.search(head)
    sic = _first(_SIC, head)
    return Header(
        company=filers[0].name if filers else None,
        cik=filers[0].cik if filers and filers[0].cik.strip("0") else None,
        sic=whole(sic) if sic else None,
        fiscal_year_end=f"{fiscal[1]}-{fiscal[2]}" if fiscal and _date(f"2000{fiscal[1]}{fiscal[2]}") else None,
        form=_first(_FORM, head),
        period=_date(_first(_PERIOD, head)),
        filed=_date(_first(_FILED, head)),
        accession=_first(_ACCESSION, head),
        filers=filers,
        business=read_business(head),
    )


def is_submission(text: str) -> bool:
    """Whether a text holds documents in EDGAR's wrapping."""
    return any(tag[0][1] != "/" for tag in _DOCUMENT.finditer(text))


def split(text: str) -> tuple[Part, ...]:
    """The documents of a submission in their order."""
    tags = list(_DOCUMENT.finditer(text))
    ends = [tag.start() for tag in tags[1:]] + [len(text)]
    found = [(tag.end(), end) for tag, end in zip(tags, ends, strict=False) if tag[0][1] != "/"]
    return tuple(_part(text, start, end, number) for number, (start, end) in enumerate(found, 1))


def _part(text: str, start: int, end: int, number: int) -> Part:
    tag = _TEXT.search(text, start, min(end, start + 4000))
    span = Span(start, end)
    if tag:
        closing = _TEXT_END.search(text, tag.end(), end)
        span = Span(tag.end(), closing.start() if closing else end)
    preamble = text[start : span.start if tag else min(end, start + 2000)]
    fields = {name.upper(): value.strip() for name, value in _FIELD.findall(preamble)}
    kind = fields.get("TYPE", "")
    sequence = fields.get("SEQUENCE", "")
    return Part(
        type=kind,
        format=format_of(kind, text, span.start, span.end),
        span=span,
        sequence=number if (given := whole(sequence)) is None else given,
        filename=fields.get("FILENAME", ""),
        description=fields.get("DESCRIPTION", ""),
    )


def format_of(kind: str, text: str, start: int, end: int) -> Format:
    """The format of a part, by its type (empty for a bare document) and by what stands in it."""
    if _NOT_READ.match(kind) or _UUENCODED.search(text, start, min(end, start + 2000)):
        return "other"
    # The wrapping itself uses no tag of this list; `<TABLE>`, `<S>`, `<C>` and `<PAGE>` occur in plain text too.
    marks = sum(1 for _ in zip(_HTML.finditer(text, start, min(end, start + 200_000)), range(6), strict=False))
    return "html" if marks >= 6 or "<html" in text[start : start + 3000].lower() else "text"


def _cik(text: str, findings: list[Finding]) -> str:
    """Ten digits; zeros, which are no company's, for what is no CIK."""
    if whole(text, 10) is not None:
        return text.zfill(10)
    message = (
        f"The header's CIK {text[:20]!r} is not a number of up to ten digits, and was not used; give it with `cik`."
    )
    findings.append(Finding(Severity.WARNING, "sources.cik-unreadable", message))
    return "0" * 10


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return next(filter(None, found.groups())) if found else None


def _date(digits: str | None) -> date | None:
    if digits is None:
        return None
    try:
        return likely(date(full_year(digits[:-4]), int(digits[-4:-2]), int(digits[-2:])))
    except ValueError:
        return None
