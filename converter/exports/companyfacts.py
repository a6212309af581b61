"""The JSON of the SEC's company facts API (`data.sec.gov/api/xbrl/companyfacts`), for one filing.

As the API does, it has the facts of the company as a whole: its entries have no place for members.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from converter.exports.lookup import Lookup, iso
from converter.report import Fact, Report


def export(report: Report) -> dict[str, bytes]:
    """`companyfacts/CIK##########.json`; without a CIK the file is named after the prefix."""
    look = Lookup(report)
    known = report.entity.identifier.isdigit()
    concepts: dict[str, dict[str, Any]] = {}
    for fact in look.numeric:
        if not report.scope_of(fact).is_whole:
            continue
        described: dict[str, Any] = {"label": look.labels.get(fact.concept), "description": None, "units": {}}
        concept = concepts.setdefault(fact.concept.prefix, {}).setdefault(fact.concept.local, described)
        concept["units"].setdefault(fact.unit, []).append(_entry(fact, look))
    content = {
        "cik": int(report.entity.identifier) if known else None,
        "entityName": report.entity.name,
        "facts": concepts,
    }
    name = f"CIK{report.entity.identifier}" if known else report.prefix
    return {f"companyfacts/{name}.json": as_bytes(content)}


def as_bytes(content: Mapping[str, Any]) -> bytes:
    """The file's content, as compact as the SEC's."""
    return (json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8", "replace")


def _entry(fact: Fact, look: Lookup) -> dict[str, Any]:
    period = look.report.period_of(fact)
    year = look.cover.get("DocumentFiscalYearFocus")
    return ({"start": iso(period.start)} if period.start else {}) | {
        "end": iso(period.end),
        "val": _json_number(fact.value),
        "accn": look.accession,
        "fy": int(year) if year else None,
        "fp": look.cover.get("DocumentFiscalPeriodFocus"),
        "form": look.form,
        "filed": iso(look.report.document.header.filed),
    }


def _json_number(value: Decimal | str) -> int | float:
    amount = Decimal(value)
    return int(amount) if amount == amount.to_integral_value() else float(amount)
