"""EX-27 parts to Schedules.

A schedule is lines of `<TAG> value value ...`, one value per column. Marks of footnotes (`<F1>`) may follow a value;
the footnotes themselves (`<FN>`) and the legend are prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from converter.arithmetic import in_units
from converter.digits import likely, whole
from converter.findings import Finding, Severity
from converter.grammars.months import MONTH, month_of
from converter.grammars.years import full_year
from converter.knowledge import ScheduleItem
from converter.schedules.schedule import Entry, Schedule
from converter.sources.document import Document, Part
from converter.span import Span
from converter.statements.amounts import read_amount

_LINE = re.compile(r"^[ \t]*<([A-Z][A-Z&0-9-]*)>[ \t]*([^\r\n]*)", re.M)
_VALUE = re.compile(r"\$?\(?-?[0-9.][0-9,.]*\)?")
_PRINT = re.compile(r"[^\r\n]")
_NOTE_MARK = re.compile(r"<F[0-9]+>")
_LEGEND = re.compile(r"<LEGEND>|</LEGEND>")
_NOTES = re.compile(r"<FN>.*", re.S)
_LONGEST_MULTIPLIER = 10
_MONTHS = re.compile(r"([0-9]+)-MOS?", re.I)
_QUARTER = re.compile(r"QTR-?[0-9]?|[0-9]?-?QTR", re.I)
_DATE = re.compile(
    rf"(?:(?P<name>{MONTH})|(?P<month>[0-9][0-9]?))[-/](?P<day>[0-9][0-9]?)[-/](?P<year>[0-9]{{4}}|[0-9][0-9])", re.I
)


def read_schedules(document: Document, items: Mapping[str, ScheduleItem], findings: list[Finding]) -> list[Schedule]:
    """The schedules of a submission, column by column, in their order.

    Args:
        items: what tags mean; lines of other tags are left out.
    """
    schedules: list[Schedule] = []
    for index, part in enumerate(document.parts):
        if part.type.upper().startswith("EX-27"):
            columns = list(_columns(document.text, part, index, items))
            if not columns:
                message = "This financial data schedule has no period end or no values, and was not used."
                findings.append(Finding(Severity.WARNING, "schedules.unreadable", message, part.span))
            schedules.extend(columns)
    return schedules


def _columns(text: str, part: Part, index: int, items: Mapping[str, ScheduleItem]) -> Iterator[Schedule]:
    body = _blanked(text[part.span.start : part.span.end])
    lines = [(match[1].upper(), match[2].strip(), part.span.start + match.start(2)) for match in _LINE.finditer(body)]
    fields = {tag: value for tag, value, _ in reversed(lines)}
    ends = [_date(word) for word in fields.get("PERIOD-END", "").split()]
    starts = [_date(word) for word in fields.get("PERIOD-START", "").split()]
    lengths = [_months(word) for word in fields.get("PERIOD-TYPE", "").split()]
    multiplier = _multiplier(fields.get("MULTIPLIER", ""))
    cik = re.sub(r"[^0-9]", "", fields.get("CIK", ""))
    printed: list[list[Entry]] = [[] for _ in ends]
    for tag, text, at in lines:
        item = items.get(tag)
        for entries, value in zip(printed, _VALUE.finditer(text) if item else (), strict=False):
            entries.extend(_entry(tag, item, value, at, multiplier) if item else ())
    for column, (end, entries) in enumerate(zip(ends, printed, strict=True)):
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
            entries=tuple(entries),
            span=part.span,
        )


def _blanked(body: str) -> str:
    """The body with prose and note marks blanked out, so that offsets stay."""
    pieces: list[str] = []
    at, open_from = 0, -1
    for tag in _LEGEND.finditer(body):
        if tag[0] == "<LEGEND>":
            open_from = tag.start() if open_from < 0 else open_from
        elif open_from >= 0:
            pieces += [body[at:open_from], _blank(body[open_from : tag.end()])]
            at, open_from = tag.end(), -1
    body = "".join((*pieces, body[at:]))
    for prose in (_NOTES, _NOTE_MARK):
        body = prose.sub(lambda match: _blank(match[0]), body)
    return body


def _blank(text: str) -> str:
    return _PRINT.sub(" ", text)


def _entry(tag: str, item: ScheduleItem, printed: re.Match[str], at: int, multiplier: int) -> Iterator[Entry]:
    """The entry of a value on a line whose text begins at `at`; none if it is no amount."""
    amount = read_amount(printed[0])
    if amount is None:
        return
    factor = multiplier if item.unit == "USD" else 1
    value, decimals = in_units(factor, amount.value, amount.places)
    span = Span(at + printed.start(), at + printed.end())
    yield Entry(tag, item, printed[0], value, decimals, span)


def _multiplier(text: str) -> int:
    """`1,000`, `1000`, `$1,000`; anything that is no power of ten is taken as it stands."""
    digits = re.sub(r"[^0-9]", "", text.split(".")[0])
    return whole(digits, _LONGEST_MULTIPLIER) or 1


def _months(text: str) -> int | None:
    if found := _MONTHS.fullmatch(text):
        return whole(found[1], 2)
    if text.upper() == "YEAR":
        return 12
    return 3 if _QUARTER.fullmatch(text) else None


def _date(text: str) -> date | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    month = month_of(found["name"]) if found["name"] else int(found["month"])
    try:
        return likely(date(full_year(found["year"]), month, int(found["day"])))
    except ValueError:
        return None
