"""Facts as Arelle reads them, for comparing any output with the Report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from converter.rendering.view import number, value
from converter.report import Report
from converter.validation import cold
from converter.validation.message import Message
from converter.validation.settings import DEFAULT, Settings

FactTuple = tuple[str, str | None, str, str | None, str, int | None, str]
Facts = set[FactTuple]
"""(concept, start, end, unit, value, decimals, members) of each fact, days inclusive, members as `AXIS=MEMBER;...`."""

_UNITS = {("USD",): "USD", ("shares",): "shares", ("USD", "shares"): "USD/shares", ("pure",): "pure"}


def written(files: Mapping[str, bytes], folder: Path) -> Path:
    """Writes files to a folder and returns the first, the one to open."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder / next(iter(files))


def of_report(report: Report) -> Facts:
    """The Report's facts in the same form."""
    return {
        (
            str(fact.concept),
            _iso(report.period_of(fact).start),
            report.period_of(fact).end.isoformat(),
            fact.unit,
            value(fact),
            fact.decimals,
            ";".join(f"{each.axis}={each.member}" for each in report.scope_of(fact).members),
        )
        for fact in report.reported
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def facts_in(path: Path, settings: Settings = DEFAULT) -> Facts:
    """The facts that Arelle finds in a report of any form; fails if it finds an error."""
    messages, facts = read(path, settings)
    assert [message for message in messages if message.severity.value == "error"] == []
    return facts


def read(path: Path, settings: Settings = DEFAULT) -> tuple[tuple[Message, ...], Facts]:
    """What a session of Arelle's own says about a report of any form, and the facts it finds."""
    from arelle.api.Session import Session

    with Session() as session:
        session.run(cold.options(str(path), settings, calculations_1_1=True))
        facts: Facts = set().union(*(facts_of(model) for model in session.get_models()))
        return cold.messages(session), facts


def facts_of(model: Any) -> Facts:
    """The facts of a model of Arelle's."""
    return {_fact(fact) for fact in model.facts}


def _fact(fact: Any) -> FactTuple:
    context = fact.context
    members = ";".join(sorted(f"{axis}={value.memberQname}" for axis, value in context.qnameDims.items()))
    start = None if context.isInstantPeriod else context.startDatetime.date().isoformat()
    end = (context.endDatetime - timedelta(days=1)).date().isoformat()
    if not fact.isNumeric:
        return str(fact.qname), start, end, None, fact.value, None, members
    numerator, denominator = fact.unit.measures
    unit = _UNITS[tuple(measure.localName for measure in (*numerator, *denominator))]
    return str(fact.qname), start, end, unit, number(Decimal(str(fact.xValue))), int(fact.decimals), members
