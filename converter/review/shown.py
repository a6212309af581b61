"""What the page of a document under review knows beyond the static one: its rows, its decisions, where to go next."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING, Any

from converter.rendering.templating import script_data
from converter.review.rows import place_of
from converter.terms import Kind

if TYPE_CHECKING:
    from converter.review.desk import Desk
    from converter.review.ledger import Entry
    from converter.review.rows import Row


def review_data(desk: Desk, name: str, other: str = "") -> str:
    """The data as it can stand in a `script` element.

    Args:
        other: the earlier output to stand beside it; empty: the latest.

    `rows` are by `statement-row`, as the page names its table rows; `scales` and `periods` by statement.
    """
    report = desk.conversion(name).report
    ledger = desk.ledger(name)
    by_place: dict[str, list[dict[str, Any]]] = {}
    for entry in ledger.entries:
        by_place.setdefault(entry.place, []).append(_decided(entry))
    names, contested = list(desk.outputs), desk.contested.get(name, frozenset())
    at = names.index(name)
    made = {
        "document": name,
        "by": desk.by,
        "rows": {f"{row.statement}-{row.row}": _row(row, contested) for row in desk.rows(name).values()},
        "decisions": by_place,
        "holding": sum(entry.holds for entry in ledger.entries),
        "kinds": [kind.value for kind in Kind],
        "statements": [[statement.kind.value, statement.scale] for statement in report.statements],
        "columns": _columns(desk, name),
        "beside": _beside(desk, name, other),
        "earlier": desk.earlier(name),
        "next": names[at + 1] if at + 1 < len(names) else "",
        "documents": len(names),
        "progress": desk.progress(name),
    }
    return script_data(made)


def _row(row: Row, contested: Set[str]) -> dict[str, Any]:
    return {
        "place": row.place,
        "caption": row.caption,
        "concept": row.concept,
        "sign": row.sign,
        "confirmed": row.confirmed,
        "approved": row.approved,
        "contested": row.place in contested,
    }


def _decided(entry: Entry) -> dict[str, Any]:
    return {
        "act": entry.act,
        "by": entry.by,
        "when": entry.when,
        "why": entry.why,
        "before": entry.before,
        "after": entry.after,
        "layer": entry.layer,
        "undone": entry.undone,
    }


def _beside(desk: Desk, name: str, other: str) -> dict[str, Any] | None:
    """The earlier document of the company, its rows by ours, and what is no longer there or another figure now."""
    found = desk.beside(name, other)
    if found is None:
        return None
    other, rows = found
    return {
        "document": other,
        "period": desk.records[other].period_end,
        "rows": {
            f"{at}-{row}": [was.caption, was.concept, list(was.values.items()), (at, row) in rows.changed]
            for (at, row), was in rows.rows.items()
        },
        "gone": [list(each) for each in rows.gone],
        "restated": [[one.concept, one.period, one.before, one.now] for one in rows.restated],
    }


def _columns(desk: Desk, name: str) -> dict[str, list[int]]:
    """The printed column, from 1, of each place of a fact by line and column of its characters."""
    report = desk.conversion(name).report
    found: dict[str, list[int]] = {}
    for fact in report.facts:
        for source in fact.sources:
            if source.statement is not None and source.column is not None:
                found[place_of(report.document, source.span)] = [source.statement, source.column + 1]
    return found
