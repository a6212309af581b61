"""EX-27 parts to Schedules.

A schedule is lines of `<TAG> value value ...`, one value per column. Marks of footnotes (`<F1>`) may follow a value;
the footnotes themselves (`<FN>`) and the legend are prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from converter.arithmetic import in_units
from converter.findings import Finding, Severity
from converter.grammars.months import MONTH, month_of
from converter.grammars.years import full_year
from converter.schedules.items import ITEMS
from converter.schedules.schedule import Entry, Schedule
from converter.sources.document import Document, Part
from converter.span import Span
from converter.statements.amounts import read_amount

_LINE = re.compile(r"^[ \t]*<([A-Z][A-Z&0-9-]*)>[ \t]*([^\r\n]*)", re.M)
_VALUE = re.compile(r"\$?\(?-?[\d.][\d,.]*\)?")
_NOTE_MARK = re.compile(r"<F\d+>")
_PROSE = re.compile(r"<LEGEND>.*?</LEGEND>|<FN>.*", re.S)
_MONTHS = re.compile(r"(\d+)-MOS?", re.I)
_QUARTER = re.compile(r"QTR-?\d?|\d?-?QTR", re.I)
_DATE = re.compile(rf"(?:(?P<name>{MONTH})|(?P<month>\d\d?))[-/](?P<day>\d\d?)[-/](?P<year>\d{{4}}|\d\d)", re.I)


def read_schedules(document: Document, findings: list[Finding]) -> list[Schedule]:
    """The schedules of a submission, column by column, in their order."""
    schedules: list[Schedule] = []
    for index, part in enumerate(document.parts):
        if part.type.upper().startswith("EX-27"):
            columns = list(_columns(document.text, part, index))
            if not columns:
                message = "This financial data schedule has no period end or no values, and was not used."
                findings.append(Finding(Severity.WARNING, "schedules.unreadable", message, part.span))
            schedules.extend(columns)
    return schedules


def _columns(text: str, part: Part, index: int) -> Iterator[Schedule]:
    body = _blanked(text[part.span.start : part.span.end])
    lines = [(match[1].upper(), match[2].strip(), part.span.start + match.start(2)) for match in _LINE.finditer(body)]
    fields = {tag: value for tag, value, _ in reversed(lines)}
    ends = [_date(word) for word in fields.get("PERIOD-END", "").split()]
    starts = [_date(word) for word in fields.get("PERIOD-START", "").split()]
    lengths = [_months(word) for word in fields.get("PERIOD-TYPE", "").split()]
    multiplier = _multiplier(fields.get("MULTIPLIER", ""))
    cik = re.sub(r"\D", "", fields.get("CIK", ""))
    for column, end in enumerate(ends):
        entries = tuple(_entries(lines, column, multiplier))
        if end is None or not entries:
            continue
        yield Schedule(
            part=index,
            article=fields.get("ARTICLE", "").upper() or "5",
            name=fields.get("NAME") or None,
            cik=cik.zfill(10) if cik else None,
            multiplier=multiplier,
            restated="RESTATED" in fields,
            months=lengths[column] if column < len(lengths) else None,
            start=starts[column] if column < len(starts) else None,
            end=end,
            entries=entries,
            span=part.span,
        )


def _blanked(body: str) -> str:
    """The body with prose and note marks blanked out, so that offsets stay."""
    for prose in (_PROSE, _NOTE_MARK):
        body = prose.sub(lambda match: re.sub(r"[^\r\n]", " ", match[0]), body)
    return body


def _entries(lines: list[tuple[str, str, int]], column: int, multiplier: int) -> Iterator[Entry]:
    for tag, text, at in lines:
        item = ITEMS.get(tag)
        values = list(_VALUE.finditer(text))
        if item is None or column >= len(values):
            continue
        printed = values[column]
        amount = read_amount(printed[0])
        if amount is None:
            continue
        factor = multiplier if item.unit == "USD" else 1
        value, decimals = in_units(factor, amount.value, amount.places)
        span = Span(at + printed.start(), at + printed.end())
        yield Entry(tag, printed[0], value, decimals, span)


def _multiplier(text: str) -> int:
    """`1,000`, `1000`, `$1,000`; anything that is no power of ten is taken as it stands."""
    digits = re.sub(r"\D", "", text.split(".")[0])
    return int(digits) if digits and int(digits) > 0 else 1


def _months(text: str) -> int | None:
    if found := _MONTHS.fullmatch(text):
        return int(found[1])
    if text.upper() == "YEAR":
        return 12
    return 3 if _QUARTER.fullmatch(text) else None


def _date(text: str) -> date | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    month = month_of(found["name"]) if found["name"] else int(found["month"])
    try:
        return date(full_year(found["year"]), month, int(found["day"]))
    except ValueError:
        return None
