"""The SEC's Financial Statement Data Sets: sub, num, pre and tag with the SEC's columns, tab-separated and Parquet.

Columns and their meaning are those of the readme in the SEC's quarterly zips. What a document does not tell stays
empty. The archived sets have no facts with members and no column for them, newer ones have `segments`; so has `num.txt`
where a fact has members. The Parquet files are named and typed as secfsdstools, the sets' reader on PyPI, keeps them,
which knows the newer form alone.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from converter.exports.lookup import Lookup
from converter.rendering.view import View, number
from converter.report import Fact, Report
from converter.taxonomy import Index, load_index
from converter.terms import Name, Period, Scope
from converter.terms.unit import currency_of

if TYPE_CHECKING:
    import pyarrow as pa

Values = tuple[str, ...]

_SUB_COLUMNS = (
    "adsh cik name sic countryba stprba cityba zipba bas1 bas2 baph countryma stprma cityma zipma mas1 mas2 countryinc "
    "stprinc ein former changed afs wksi fye form period fy fp filed accepted prevrpt detail instance nciks aciks"
)
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "sub": tuple(_SUB_COLUMNS.split()),
    "tag": ("tag", "version", "custom", "abstract", "datatype", "iord", "crdr", "tlabel", "doc"),
    "num": ("adsh", "tag", "version", "coreg", "ddate", "qtrs", "uom", "value", "footnote", "segments"),
    "pre": ("adsh", "report", "line", "stmt", "inpth", "rfile", "tag", "version", "plabel", "negating"),
}
"""Columns of each table, in the SEC's order; of `num` as the Parquet files have them."""

ARCHIVED_NUMBERS = COLUMNS["num"][:-1]
NUMBERS_WITH_MEMBERS = ("adsh", "tag", "version", "ddate", "qtrs", "uom", "segments", "coreg", "value", "footnote")
"""Columns of `num.txt`: in the archived sets, and in newer ones."""

_INTEGER_COLUMNS = "cik wksi period filed prevrpt detail nciks report line inpth negating ddate qtrs custom abstract"
_INTEGERS = frozenset(_INTEGER_COLUMNS.split())
_FLOATS = frozenset({"sic", "ein", "changed", "fy", "value"})
_NEVER_NULL = frozenset({"cik", "period", "filed"})
"""Columns of numbers that secfsdstools keeps without nulls; it writes -1 itself where the SEC's cell is empty."""

_LONGEST_LABEL = 512


def export(report: Report) -> dict[str, bytes]:
    """`fsds/sub.txt`, ... and `fsds/sub.txt.parquet`, ..."""
    rows = tables(report)
    texts = {f"fsds/{name}.txt": as_text(name, rows[name]) for name in COLUMNS}
    return texts | {f"fsds/{name}.txt.parquet": as_parquet(name, rows[name]) for name in COLUMNS}


def tables(report: Report) -> dict[str, list[Values]]:
    """The rows of the four tables; cells are text as in the tab-separated files."""
    look = Lookup(report)
    index = load_index(report.taxonomy)
    return {
        "sub": [_submission(look)],
        "tag": [_tag(name, look, index) for name in dict.fromkeys(fact.concept for fact in report.facts)],
        "num": _numbers(look),
        "pre": [*_cover(look), *_lines(look)],
    }


def _submission(look: Lookup) -> Values:
    report, header, cover = look.report, look.report.document.header, look.cover
    known = {
        "adsh": look.accession,
        "cik": str(int(report.entity.identifier)) if report.entity.identifier.isdigit() else "",
        "name": report.entity.name[:150],
        "sic": str(header.sic or ""),
        "wksi": "0",
        "fye": cover.get("CurrentFiscalYearEndDate", "").replace("-", ""),
        "form": look.form or "",
        "period": _day(nearest_month_end(report.period_end)),
        "fy": cover.get("DocumentFiscalYearFocus", ""),
        "fp": cover.get("DocumentFiscalPeriodFocus", ""),
        "filed": _day(header.filed) if header.filed else "",
        "prevrpt": "0",
        "detail": "0",
        "instance": View(report).instance,
        "nciks": str(max(1, len(header.filers))),
        "aciks": " ".join(cik for filer in header.filers[1:] if (cik := filer.cik.lstrip("0"))),
    }
    return tuple(_cell(known.get(column, "")) for column in COLUMNS["sub"])


def _numbers(look: Lookup) -> list[Values]:
    """A row for each number. Days that round to one month end are one date here: the day nearest to it counts."""
    ends = {fact.id: look.report.period_of(fact).end for fact in look.numeric}
    nearest_first = sorted(look.numeric, key=lambda fact: abs(nearest_month_end(ends[fact.id]) - ends[fact.id]))
    chosen: dict[tuple[Values, str], Fact] = {}
    for fact in nearest_first:
        chosen.setdefault((_key(fact, look), segments(look.report.scope_of(fact))), fact)
    kept = {fact.id for fact in chosen.values()}
    return [
        (*_key(fact, look), _shown(fact), "", segments(look.report.scope_of(fact)))
        for fact in look.numeric
        if fact.id in kept
    ]


def _key(fact: Fact, look: Lookup) -> Values:
    period = look.report.period_of(fact)
    unit = currency_of(fact.unit) or str(fact.unit)
    end = _day(nearest_month_end(period.end))
    name = fact.concept
    return (look.accession, name.local, _version(name, look), "", end, str(quarters(period)), unit)


def segments(scope: Scope) -> str:
    """The members of a scope: `ClassOfStock=CommonClassA;EquityComponents=CommonStock;`.

    Names lose `Statement` at their beginning, `Axis`, `Member` or `Domain` at their end, and their prefixes, which the
    SEC leaves out as local names are unique in a submission.
    """
    pairs = (
        f"{each.axis.local.removeprefix('Statement').removesuffix('Axis')}="
        f"{each.member.local.removeprefix('Statement').removesuffix('Member').removesuffix('Domain')};"
        for each in scope.members
    )
    return "".join(sorted(pairs))


def _shown(fact: Fact) -> str:
    amount = fact.value if isinstance(fact.value, Decimal) else Decimal(0)
    shown = number(amount)
    return f"{amount:.4f}" if len(shown.partition(".")[2]) <= 4 else shown


def _tag(name: Name, look: Lookup, index: Index) -> Values:
    own = look.extensions.get(name)
    element = own or index.get(name.local, name.prefix)
    if element is None:
        raise LookupError(f"{name} is neither the company's nor of {look.report.taxonomy}")
    datatype = element.type.partition(":")[2].removesuffix("ItemType")
    period = {"instant": "I", "duration": "D", None: ""}[element.period_type]
    balance = {"debit": "D", "credit": "C", None: ""}[element.balance]
    label = _cell(look.labels.get(name, ""))[:_LONGEST_LABEL]
    return (name.local, _version(name, look), str(int(own is not None)), "0", datatype, period, balance, label, "")


def _cover(look: Lookup) -> list[Values]:
    names = [fact.concept for fact in look.report.facts if fact.concept.prefix == "dei"]
    return [
        (look.accession, "1", str(line), "CP", "0", "X", name.local, _version(name, look), look.labels[name], "0")
        for line, name in enumerate(names, 1)
    ]


def _lines(look: Lookup) -> list[Values]:
    rows: list[Values] = []
    for number_, line, row in look.shown_rows():
        kind = look.report.statements[number_ - 1].kind.value
        label = _cell(row.label)[:_LONGEST_LABEL]
        where = (look.accession, str(number_ + 1), str(line), kind, str(int(row.parenthetical)), "X")
        what = (row.concept.local, _version(row.concept, look), label, str(int(row.label_role.startswith("negated"))))
        rows.append((*where, *what))
    return rows


def _version(name: Name, look: Lookup) -> str:
    """The taxonomy a tag is of: `us-gaap/2025`; the submission itself for the company's own."""
    if name.prefix == look.report.prefix:
        return look.accession
    return f"{name.prefix}/{look.report.taxonomy.rpartition('/')[2]}"


def nearest_month_end(day: date) -> date:
    """The end of a month that a day is nearest to."""
    last = day.replace(day=monthrange(day.year, day.month)[1])
    before = day.replace(day=1) - timedelta(days=1)
    return last if last - day < day - before else before


def quarters(period: Period) -> int:
    """The number of quarters of a period, rounded; 0 for an instant."""
    if period.start is None:
        return 0
    return round(period.days / 91.3125)


def _day(day: date) -> str:
    return f"{day:%Y%m%d}"


def _cell(text: str) -> str:
    """A text in one cell: no tab, no line end."""
    return " ".join(text.split())


def as_text(name: str, rows: Sequence[Values]) -> bytes:
    """The tab-separated file of a table."""
    columns = COLUMNS[name]
    if name == "num":
        columns = NUMBERS_WITH_MEMBERS if any(row[-1] for row in rows) else ARCHIVED_NUMBERS
    places = [COLUMNS[name].index(column) for column in columns]
    lines = (columns, *([row[at] for at in places] for row in rows))
    return "".join("\t".join(line) + "\n" for line in lines).encode("utf-8", "replace")


def as_parquet(name: str, rows: Sequence[Values]) -> bytes:
    """The Parquet file of a table."""
    import pyarrow as pa

    from converter.exports.tables import parquet

    arrays = {column: _column(column, [row[at] for row in rows]) for at, column in enumerate(COLUMNS[name])}
    return parquet(pa.table(arrays))


def _column(name: str, cells: Iterable[str]) -> pa.Array:
    import pyarrow as pa

    if name in _INTEGERS:
        missing = -1 if name in _NEVER_NULL else None
        return pa.array([int(cell) if cell else missing for cell in cells], pa.int64())
    if name in _FLOATS:
        return pa.array([float(cell) if cell else None for cell in cells], pa.float64())
    return pa.array([cell or None for cell in cells], pa.string())
