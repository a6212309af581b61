"""What became of every value that a truth table asks for, in words that tell a developer where to look.

The scoring program beside the corpus gives the figures that count; this module says why a value was missed, with the
same notion of "found" (same absolute value, unit and period) and "right" (an accepted concept with the accepted sign).
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from tests.accuracy.corpus import Document, scorer

REASONS = ("right", "absent", "period", "scale", "unit", "members", "sign", "extension", "concept")
"""What can become of a value: `absent` no fact has it; `period`, `scale`, `unit`: a fact has it but for this;
`members`: the accepted concept and sign, of a class of stock where the truth has the company as a whole; `sign`: the
accepted concept with the wrong sign; `extension`, `concept`: found under a concept that is not accepted."""

MISSING = ("absent", "period", "scale", "unit")

_MULTIPLIERS = (1, 1_000, 1_000_000)
_SCALES = [Decimal(10) ** power for power in (-6, -3, 3, 6)]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One value that was asked for."""

    statement: str
    line: str
    caption: str
    wanted: str
    got: str
    reason: str


@dataclass(slots=True)
class Comparison:
    """One document against its truth.

    Attributes:
        tagged: facts under a plain us-gaap concept that stand for a value of the truth table.
        mistagged: those of them whose concept the truth does not accept.
        extra: facts that stand for nothing in the truth table.
    """

    document: Document
    outcomes: list[Outcome] = field(default_factory=list)
    facts: int = 0
    tagged: int = 0
    mistagged: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def reasons(self) -> Counter[str]:
        return Counter(outcome.reason for outcome in self.outcomes)


def compare(document: Document, facts: list[Any]) -> Comparison:
    """Hold facts (the scorer's `Fact` objects) against a document's truth."""
    return _with_gold(document, facts) if document.gold else _with_schedule(document, facts)


def _with_gold(document: Document, facts: list[Any]) -> Comparison:
    result = Comparison(document, facts=len(facts))
    by_value = defaultdict(list)
    for fact in facts:
        by_value[abs(fact.value)].append(fact)
    accepted_for: dict[int, set[str]] = {}
    for row in gold_rows(document):
        hits = [fact for fact in by_value[abs(row.value)] if fact.unit == row.unit and row.same_period(fact)]
        for fact in hits:
            accepted_for.setdefault(id(fact), set()).update(row.accepted)
        if row.required:
            result.outcomes.append(row.outcome(hits, by_value))
    of_equity = _of_equity(document)
    for fact in facts:
        accepted = accepted_for.get(id(fact))
        if fact.dims or fact.name in of_equity.get(_asked(fact), ()):
            continue
        if accepted is None:
            if _asked(fact) not in of_equity and fact.value != 0 and "/dei/" not in fact.ns:
                result.extra.append(_shown(fact))
        elif fact.is_usgaap:
            result.tagged += 1
            if fact.name not in accepted:
                result.mistagged.append(f"{_shown(fact)}, accepted {' '.join(sorted(accepted))[:90]}")
    return result


def _of_equity(document: Document) -> dict[tuple[object, ...], set[str]]:
    """The concepts of the values in the truth of changes in equity, which the tables of other statements lack."""
    found: dict[tuple[object, ...], set[str]] = {}
    if document.equity is None:
        return found
    with document.equity.open(encoding="utf-8") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            start = None if row["start"] == "-" else date.fromisoformat(row["start"])
            value = abs(Decimal(row["value"])), row["unit"], start, date.fromisoformat(row["end"])
            found.setdefault(value, set()).add(row["concept"])
    return found


def _asked(fact: Any) -> tuple[object, ...]:
    return abs(fact.value), fact.unit, fact.start, fact.end


@dataclass(frozen=True, slots=True)
class GoldRow:
    """A row of a truth table: a printed number and the concepts that it may be, each with the values of its fact."""

    statement: str
    line: str
    caption: str
    start: date | None
    end: date
    printed: str
    value: Decimal
    unit: str
    accepted: dict[str, set[Decimal]]
    required: bool

    def same_period(self, fact: Any) -> bool:
        return bool(scorer().same_period(fact, self.start, self.end))

    def accepts(self, fact: Any) -> bool:
        if "EXT" in self.accepted and (not fact.is_usgaap or fact.dims):
            return True
        plain = fact.is_usgaap and (not fact.dims or self.statement == "EQ")
        return plain and fact.value in self.accepted.get(fact.name, ())

    def outcome(self, hits: list[Any], by_value: dict[Decimal, list[Any]]) -> Outcome:
        wanted = f"{self.printed} [{self.start or ''}..{self.end}] {self.unit} {'|'.join(self.accepted)[:80]}"
        reason, got = self._missing(by_value) if not hits else self._mapped(hits)
        return Outcome(self.statement, self.line, self.caption, wanted, got, reason)

    def _mapped(self, hits: list[Any]) -> tuple[str, str]:
        got = ", ".join(f"{fact.name}={fact.value}" for fact in hits)
        if any(self.accepts(fact) for fact in hits):
            return "right", got
        if any(fact.dims and fact.value in self.accepted.get(fact.name, ()) for fact in hits):
            return "members", got
        if any(fact.name in self.accepted for fact in hits):
            return "sign", got
        return ("concept" if any(fact.is_usgaap for fact in hits) else "extension"), got

    def _missing(self, by_value: dict[Decimal, list[Any]]) -> tuple[str, str]:
        value = abs(self.value)
        if same := [fact for fact in by_value.get(value, ()) if fact.unit == self.unit]:
            return "period", ", ".join(_shown(fact) for fact in same[:3])
        if same := by_value.get(value, []):
            return "unit", ", ".join(_shown(fact) for fact in same[:3])
        for factor in _SCALES:
            if value and (same := by_value.get(value * factor, [])):
                return "scale", ", ".join(_shown(fact) for fact in same[:3])
        return "absent", ""


def gold_rows(document: Document) -> list[GoldRow]:
    assert document.gold is not None
    with document.gold.open(encoding="utf-8") as table:
        lines = [line for line in csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE) if len(line) == 10][1:]
    rows = []
    for statement, line, caption, start, end, printed, value, unit, concepts, optional in lines:
        amount = Decimal(value)
        begin = None if start == "-" else date.fromisoformat(start)
        accepted = _accepted(concepts, amount)
        until = date.fromisoformat(end)
        rows.append(GoldRow(statement, line, caption, begin, until, printed, amount, unit, accepted, optional == "0"))
    return rows


def _accepted(concepts: str, value: Decimal) -> dict[str, set[Decimal]]:
    accepted: dict[str, set[Decimal]] = {}
    for concept in (part.strip() for part in concepts.split("|")):
        name = concept.removesuffix("*-1").split(":")[-1]
        accepted.setdefault(name, set()).add(-value if concept.endswith("*-1") else value)
    for name in list(accepted):
        for alias in scorer().ALIAS.get(name, ()):
            accepted.setdefault(alias, set()).update(accepted[name])
    return accepted


def _with_schedule(document: Document, facts: list[Any]) -> Comparison:
    """Schedules often leave out their multiplier: the one under which most of their money agrees is taken for all."""
    outcomes = max(
        (list(_of_schedule(document, facts, factor)) for factor in _MULTIPLIERS),
        key=lambda tried: sum(outcome.reason not in MISSING for outcome in tried),
    )
    return Comparison(document, outcomes, facts=len(facts))


def _of_schedule(document: Document, facts: list[Any], factor: int) -> Iterator[Outcome]:
    record = document.record
    assert record is not None
    end = date.fromisoformat(record["end"])
    for tag, text in record["values"].items():
        accepted = scorer().FDS.get(tag, "").split()
        if not accepted:
            continue
        per_share = tag.startswith("EPS")
        value = abs(Decimal(text)) * (1 if per_share else factor)
        slack = Decimal(500_000) if not per_share and value % 1_000_000 == 0 else Decimal(0)
        near = [fact for fact in facts if abs(abs(fact.value) - value) <= slack]
        hits = [fact for fact in near if abs((fact.end - end).days) <= 7 and (fact.unit == "USD/shares") == per_share]
        got = ", ".join(sorted({fact.name for fact in hits}))
        if any(fact.name in accepted and not fact.dims for fact in hits):
            reason = "right"
        elif hits:
            reason = "concept" if any(fact.is_usgaap for fact in hits) else "extension"
        else:
            reason, got = _missing_from_schedule(value, near, facts)
        yield Outcome("FDS", tag, tag, f"{text} [{end}] {accepted[0]}", got, reason)


def _missing_from_schedule(value: Decimal, near: list[Any], facts: list[Any]) -> tuple[str, str]:
    if near and value:
        return "period", ", ".join(_shown(fact) for fact in near[:3])
    for factor in _SCALES:
        if value and (same := [fact for fact in facts if abs(fact.value) == value * factor]):
            return "scale", ", ".join(_shown(fact) for fact in same[:3])
    return "absent", ""


def _shown(fact: Any) -> str:
    return f"{fact.name}={fact.value} [{fact.start or ''}..{fact.end}] {fact.unit}"
