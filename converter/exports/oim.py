"""Facts in the Open Information Model 1.0: names, periods and units as xBRL-JSON and xBRL-CSV spell them."""

from __future__ import annotations

from datetime import date, timedelta

from converter.rendering.view import View, measured
from converter.report import Fact, Report
from converter.terms import Name

XBRL = "https://xbrl.org/2021"
ENTITY = "entity"
"""The prefix of the identifier scheme."""


class Oim:
    """A Report's facts in OIM's terms."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.view = View(report)

    @property
    def namespaces(self) -> dict[str, str]:
        """By prefix, in a fixed order."""
        used = {fact.concept.prefix for fact in self.report.reported}
        used |= {name.prefix for fact in self.report.facts for each in self.members(fact).items() for name in each}
        concepts = {prefix: uri for prefix, uri in self.view.namespaces.items() if prefix in used}
        units = {prefix: self.view.namespaces[prefix] for prefix in ("iso4217", "xbrli")}
        return {"xbrl": XBRL, ENTITY: self.report.entity.scheme} | units | concepts

    @property
    def entity(self) -> str:
        return f"{ENTITY}:{self.report.entity.identifier}"

    def period(self, fact: Fact) -> str:
        """`2001-07-01T00:00:00` for an instant, `start/end` for a duration: a day ends where the next begins."""
        period = self.report.period_of(fact)
        end = _midnight(period.end + timedelta(days=1))
        return end if period.start is None else f"{_midnight(period.start)}/{end}"

    def members(self, fact: Fact) -> dict[Name, Name]:
        """The member by the axis; taxonomy-defined dimensions are named as they are declared."""
        return {each.axis: each.member for each in self.report.scope_of(fact).members}

    def unit(self, fact: Fact) -> str | None:
        """`iso4217:USD/xbrli:shares`; a pure number and a text have none."""
        if fact.unit is None or fact.unit == "pure":
            return None
        return "/".join(measured(fact.unit)[1])


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00"
