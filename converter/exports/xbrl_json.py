"""xBRL-JSON 1.0."""

from __future__ import annotations

import json
from typing import Any

from converter.exports.oim import Oim
from converter.rendering import taxonomy
from converter.rendering.view import value
from converter.report import Fact, Report

DOCUMENT_TYPE = "https://xbrl.org/2021/xbrl-json"


def export(report: Report) -> dict[str, bytes]:
    """`<prefix>-<date>.json` and the extension taxonomy that it names."""
    oim = Oim(report)
    content = {
        "documentInfo": {
            "documentType": DOCUMENT_TYPE,
            "namespaces": oim.namespaces,
            "taxonomy": [oim.view.schema],
        },
        "facts": {fact.id: _fact(fact, oim) for fact in report.reported},
    }
    text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
    return {f"{oim.view.stem}.json": text.encode("utf-8", "replace")} | taxonomy(report)


def _fact(fact: Fact, oim: Oim) -> dict[str, Any]:
    dimensions = {"concept": str(fact.concept), "entity": oim.entity, "period": oim.period(fact)}
    unit = oim.unit(fact)
    if unit is not None:
        dimensions["unit"] = unit
    dimensions |= {str(axis): str(member) for axis, member in oim.members(fact).items()}
    found: dict[str, Any] = {"value": value(fact)}
    if fact.decimals is not None:
        found["decimals"] = fact.decimals
    return found | {"dimensions": dimensions}
