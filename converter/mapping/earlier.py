"""Earlier filings of the same company: what a line was there, it most likely still is.

What an earlier filing says comes from its `report.json`. A line is the same when its caption has the same letters and
it stands in the same kind of statement, in the same unit and in the same place: under the same heading, or in the total
of the same caption.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from converter.errors import InputError
from converter.findings import Finding, Severity
from converter.grammars.companies import same_company
from converter.options import Options
from converter.sources.document import Document
from converter.statements.statement import Item, Role, Statement
from converter.terms import Decision, Kind, Unit
from converter.terms.unit import statement_unit

CHANGED = "mapping.changed"
"""The code of a finding of a line that is another concept than in an earlier filing."""

DIGEST = "earlier "
"""What stands before the name of an earlier filing's document among the digests of what a conversion was made with."""

_US_GAAP = "us-gaap:"

Key = tuple[Kind, Unit, str]
"""Kind of statement, unit and letters of the caption of a line."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands, each in letters alone; empty: in none.

    Attributes:
        heading: the heading above it.
        total: the total that it goes into.
    """

    heading: str
    total: str

    def is_like(self, other: Place) -> bool:
        """Whether the two may be one: their headings are the same, or their totals where one has no heading."""
        if self.heading and other.heading:
            return self.heading == other.heading
        return self.total == other.total


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an earlier filing.

    Attributes:
        concept: local name in us-gaap; None: one of the company's own.
        sure: the confidence of the decision.
        filing: the document's name.
    """

    concept: str | None
    sure: float
    filing: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier filing, as its conversion left it.

    Attributes:
        source: SHA-256 of the document.
        cik: ten digits; None: not known.
        lines: with their places.
        sha256: of its `report.json`.
        release: that it is written in; empty: not known.
    """

    filing: str
    source: str
    company: str
    cik: str | None
    period_end: date
    lines: Mapping[Key, Sequence[tuple[Place, Line]]]
    sha256: str
    release: str = ""

    def for_release(self, release: str) -> Earlier:
        """What it says where another release is written: what is the company's own there may have a name here."""
        if self.release == release:
            return self
        named = {key: [one for one in lines if one[1].concept is not None] for key, lines in self.lines.items()}
        return replace(self, lines=named)


def read_earlier(content: bytes, source: str) -> Earlier:
    """What a `report.json` says of its lines.

    Args:
        source: what to call it in an error.

    Raises:
        InputError: it is none.
    """
    try:
        data = json.loads(content)
        entity, filing = data["entity"], str(data["document"]["name"])
        units = {fact["concept"]: statement_unit(fact["unit"]) for fact in data["facts"]}
        lines: dict[Key, list[tuple[Place, Line]]] = defaultdict(list)
        for statement in data["statements"]:
            for key, place, line in _lines(statement, units, filing):
                lines[key].append((place, line))
        return Earlier(
            filing=filing,
            source=str(data["document"]["sha256"]),
            company=str(entity["name"]),
            cik=str(entity["identifier"]) if "sec.gov" in entity["scheme"] else None,
            period_end=date.fromisoformat(data["period_end"]),
            lines=dict(lines),
            sha256=hashlib.sha256(content).hexdigest(),
            release=str(data["taxonomy"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        remedy = "Name the output folder of an earlier filing, or its report.json."
        raise InputError(f"{source} cannot be read as a report ({type(error).__name__}: {error}).", remedy) from error


def _lines(statement: Mapping[str, Any], units: Mapping[str, Unit], filing: str) -> Iterator[tuple[Key, Place, Line]]:
    """The lines of a statement with amounts of their own."""
    rows = statement["rows"]
    captions = {row["concept"]: letters(row["label"]) for row in reversed(rows) if not row["abstract"]}
    total = {part["concept"]: captions.get(one["total"], "") for one in statement["sums"] for part in one["parts"]}
    headings: list[str] = []
    for row in rows:
        del headings[row["depth"] :]
        if row["abstract"]:
            headings.append(letters(row["label"]))
        elif not row["parenthetical"] and row["concept"] in units:
            key = Kind(statement["kind"]), units[row["concept"]], letters(row["label"])
            place = Place(headings[-1] if headings else "", total.get(row["concept"], ""))
            concept = row["concept"].removeprefix(_US_GAAP) if row["concept"].startswith(_US_GAAP) else None
            yield key, place, Line(concept, float(row.get("confidence", 0.0)), filing)


def of_company(
    earlier: Iterable[Earlier], document: Document, options: Options, findings: list[Finding]
) -> list[Earlier]:
    """Those of the document's company, the latest first, without conversions of the document itself: of its CIK, or of
    its name where one has no CIK. Filings of another company are told.
    """
    cik, name = options.cik or document.header.cik, options.company or document.header.company
    found = []
    for each in earlier:
        if not _is_of(each, cik.strip().zfill(10) if cik else None, name):
            message = f"{each.filing} is a filing of {each.company}, so nothing is taken from it."
            findings.append(Finding(Severity.WARNING, "mapping.another-company", message))
        elif each.source != document.sha256:
            found.append(each)
    return sorted(found, key=lambda each: (each.period_end, each.filing, each.sha256), reverse=True)


def _is_of(one: Earlier, cik: str | None, name: str | None) -> bool:
    if cik and one.cik:
        return cik == one.cik
    return name is None or same_company(name, one.company)


def lines_before(statement: Statement, earlier: Sequence[Earlier]) -> list[Line | None]:
    """What each row of a statement was in the latest filing that has it; None: in none, or not the same thing wherever
    its caption stands in a place like this.
    """
    if not earlier:
        return [None] * len(statement.items)
    total = {part: statement.items[one.total].caption for one in statement.sums for part, _ in one.parts}
    return [
        _before(statement.kind, item, total.get(row, ""), earlier) if item.amounts else None
        for row, item in enumerate(statement.items)
    ]


def _before(kind: Kind, item: Item, total: str, earlier: Sequence[Earlier]) -> Line | None:
    caption = letters(item.caption)
    if not caption or item.role in (Role.HEADING, Role.PARENTHETICAL):
        return None
    place = Place(letters(item.headings[-1]) if item.headings else "", letters(total))
    for filing in earlier:
        there = [line for at, line in filing.lines.get((kind, item.unit, caption), ()) if at.is_like(place)]
        if there:
            return there[0] if len({line.concept for line in there}) == 1 else None
    return None


def changes(
    statement: Statement,
    decisions: Sequence[Decision | None],
    earlier: Sequence[Earlier],
    now_called: Callable[[str], str | None],
) -> Iterator[Finding]:
    """What lines are now that were something else in an earlier filing, and why.

    Args:
        now_called: the name that the release of the output has for a concept; None: it has none.
    """
    for item, decision, line in zip(statement.items, decisions, lines_before(statement, earlier), strict=True):
        if decision is None or line is None:
            continue
        if decision.concept not in (line.concept, line.concept and now_called(line.concept)):
            was, now = line.concept or "a concept of the company's own", decision.concept or "one of the company's own"
            reason = decision.decisive.reason if decision.decisive else decision.rule
            message = f"{item.caption!r} was {was} in {line.filing}; it is {now} here: {reason}."
            yield Finding(Severity.INFO, CHANGED, message, item.span)


def letters(caption: str) -> str:
    """A caption without what is no letter: figures, dates and footnote marks differ from year to year."""
    return "".join(character for character in caption.casefold() if character.isalpha())
