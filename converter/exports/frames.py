"""The Report as pandas DataFrames: the facts, and the statements as printed (docs/python.md)."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from converter import extras
from converter.exports.lookup import Lookup
from converter.exports.sheet import Sheet, sheets
from converter.report import PresentedStatement, Report

if TYPE_CHECKING:
    import pandas as pd


def facts(report: Report) -> pd.DataFrame:
    """A row for each fact: the columns of the table `facts` (docs/exports.md), and `printed` and `line` of the place
    that states it first.

    Numbers are floats and days are timestamps, for pandas has neither decimals nor days; `Report.facts` is exact.

    Raises:
        UsageError: pandas is not installed.
    """
    _require_pandas()
    import pandas as pd
    import pyarrow as pa

    from converter.exports.tables import tables

    look = Lookup(report)
    table = tables(report)["facts"]
    value = table.schema.get_field_index("value")
    # float() gives the nearest one to a decimal; Arrow's own cast makes -0.030000000000000002 of -0.03.
    floats = [float(fact.value) if isinstance(fact.value, Decimal) else None for fact in report.facts]
    table = table.set_column(value, "value", pa.array(floats, pa.float64()))
    first = [fact.sources[0] if fact.sources else None for fact in report.facts]
    table = table.append_column("printed", pa.array([each and each.printed for each in first], pa.string()))
    table = table.append_column("line", pa.array([each and look.line(each) for each in first], pa.int64()))
    return table.to_pandas(date_as_object=False, types_mapper={pa.int64(): pd.Int64Dtype()}.get)


def statements(report: Report) -> dict[str, pd.DataFrame]:
    """The statements as printed, by kind: `BS`, `IS`, ...; a second one of a kind is `BS-2`.

    A frame has `label`, `depth`, `concept`, `line`, and a column of floats for each printed column, in the print's own
    scale and sign (`attrs["scale"]` is 1000 for "in thousands"); blanks are NaN. A column of the same period as one
    before it has ` (2)` behind its name.

    Raises:
        UsageError: pandas is not installed.
    """
    _require_pandas()
    kinds = _numbered([statement.kind.value for statement in report.statements], "{}-{}")
    shown = zip(kinds, report.statements, sheets(Lookup(report)), strict=True)
    return {kind: _frame(statement, sheet) for kind, statement, sheet in shown}


def _frame(statement: PresentedStatement, shown: Sheet) -> pd.DataFrame:
    import pandas as pd

    frame = pd.DataFrame(
        {
            "label": [row.label for row, _, _ in shown.lines],
            "depth": [row.depth for row, _, _ in shown.lines],
            "concept": [str(row.concept) for row, _, _ in shown.lines],
            "line": [line for _, line, _ in shown.lines],
        }
    )
    for column, head in enumerate(_numbered(shown.heads, "{} ({})")):
        numbers = [numbers[column] for _, _, numbers in shown.lines]
        frame[head] = pd.Series([None if each is None else float(each) for each in numbers], dtype="float64")
    frame.attrs.update(title=statement.title, scale=statement.scale)
    return frame


def _numbered(names: tuple[str, ...] | list[str], form: str) -> list[str]:
    """Names that occur again, with their number: each name then stands for one thing."""
    seen: Counter[str] = Counter()
    numbered = []
    for name in names:
        seen[name] += 1
        numbered.append(name if seen[name] == 1 else form.format(name, seen[name]))
    return numbered


def _require_pandas() -> None:
    if not extras.here("pandas"):
        raise extras.lacking("A DataFrame", "pandas")
