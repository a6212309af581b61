"""The whole page: source, statements, findings, and the data of the script."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict

from markupsafe import Markup

from converter.exports.html import words
from converter.exports.html.data import data
from converter.exports.html.footings import footings
from converter.exports.html.places import Mark, Place, Spot, places, spots
from converter.exports.html.remarks import remarks
from converter.exports.html.sheets import SheetRow, sheets
from converter.exports.html.source import source
from converter.exports.html.tiers import Tier, tier
from converter.exports.lookup import Lookup
from converter.exports.policy import policy, sha256_of
from converter.findings import Severity
from converter.options import Options
from converter.rendering.templating import fill
from converter.report import Report
from converter.terms import TITLES

_SCRIPTS = ("report.js", "rows.js", "panes.js", "events.js")
"""The parts of the page's script in their order."""

_SEVERITY_SIGNS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.INFO: "ℹ"}


def page(report: Report, *, review: str = "", script: str = "") -> bytes:
    """The page as HTML, UTF-8: it may show itself and run its own scripts, nothing else.

    Args:
        review: of a page that a review serves: its data, JSON that can stand in a `script` element.
        script: what acts on that data; such a page may ask who served it.
    """
    look = Lookup(report)
    stated, marks = places(report)
    spotted = spots(report, marks)
    sums = footings(report)
    notes = remarks(report, stated, marks, spotted)

    def tier_of(place: Place) -> Tier:
        fact = report.facts[place.fact]
        return tier(fact.concept, fact.decision)

    def mark_tier(mark: Mark) -> Tier:
        return tier_of(stated[mark.places[0]])

    def spot_severity(spot: Spot) -> Severity:
        return report.findings[spot.findings[0]].severity

    tables = sheets(look, stated, sums, {place for note in notes for place in note.places})
    shows = b"".join(map(fill, _SCRIPTS)).decode("utf-8")
    scripts = " ".join(sha256_of(each) for each in (shows, script) if each)
    return fill(
        "report.html.j2",
        look=look,
        report=report,
        policy=policy(scripts, *(["connect-src 'self'"] if review else [])),
        script=Markup(shows),
        review=Markup(review),
        review_script=Markup(script),
        data=Markup(data(look, stated, marks, sums, notes)),
        parts=source(report.document, marks, spotted, mark_tier, spot_severity),
        sheets=tables,
        beside=[(place, report.facts[place.fact]) for place in stated if _is_beside(place)],
        notes=notes,
        periods=list(dict.fromkeys(period for sheet in tables for period in sheet.periods)),
        options=_options(report),
        counts=_counts([line for sheet in tables for line in sheet.lines if not line.row.abstract]),
        severities=Counter(finding.severity for finding in report.findings),
        signs=_SEVERITY_SIGNS,
        tiers=list(Tier),
        titles=TITLES,
        words=words,
    )


def _is_beside(place: Place) -> bool:
    """It belongs to no row of a statement."""
    return place.source is None or place.source.row is None


def _options(report: Report) -> list[str]:
    """What the conversion was told, where it is not the default: `cik 1234567`."""
    given, default = asdict(report.making.options), asdict(Options())
    return [f"{name.replace('_', ' ')} {value}" for name, value in given.items() if value != default[name]]


def _counts(lines: list[SheetRow]) -> dict[str, int]:
    """How many rows each filter shows."""
    return {
        "all": len(lines),
        "open": sum(line.is_open for line in lines),
        "unsure": sum(line.tier in (Tier.LOW, Tier.MIDDLING) for line in lines),
        "ext": sum(line.tier is Tier.EXTENSION for line in lines),
        "noted": sum(line.noted for line in lines),
    }
