"""What the page's script knows: the facts with all that is to tell of them, in lists without names to stay small.

`templates/report.js` reads it and names the positions; the two change together. Numbers come as people write them, as
the script only shows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from converter.exports.html import words
from converter.exports.html.footings import Footing
from converter.exports.html.places import Mark, Place
from converter.exports.html.remarks import Remark
from converter.exports.html.tiers import HIGH, LOW, Tier, tier
from converter.exports.lookup import Lookup
from converter.rendering.templating import script_data
from converter.report import Extension, Report
from converter.terms import Decision, Name


def data(
    look: Lookup,
    places: Sequence[Place],
    marks: Sequence[Mark],
    footings: Sequence[Footing],
    remarks: Sequence[Remark],
) -> str:
    """The data as it can stand in a `script` element."""
    report = look.report
    concepts = _concepts(report)
    contexts = {context.id: number for number, context in enumerate(report.contexts)}
    decisions = {decision: number for number, decision in enumerate(_decisions(report))}
    made = {
        "concepts": [[str(name), look.labels.get(name, "")] for name in concepts],
        "contexts": [
            [
                context.id,
                _apart(words.period_words(context.period), look.members_words(context.members)),
                words.period_dates(context.period),
                words.length(context.period),
                _apart(words.day(context.period.end, short=True), look.members_words(context.members)),
            ]
            for context in report.contexts
        ],
        "decisions": [_decision(decision) for decision in decisions],
        "extensions": {concepts[own.name]: _extension(own) for own in report.extensions if own.name in concepts},
        "facts": [
            [
                concepts[fact.concept],
                contexts[fact.context],
                words.value_words(fact),
                words.unit_words(fact),
                words.decimals_words(fact.decimals),
                tier(fact.concept, fact.decision),
                decisions[fact.decision] if fact.decision else -1,
                words.proof_words(fact) if fact.decision else "",
            ]
            for fact in report.facts
        ],
        "footings": [_footing(footing, concepts, contexts) for footing in footings],
        "marks": [mark.places for mark in marks],
        "notes": _notes(remarks),
        "steps": [_percent(LOW), _percent(HIGH)],
        "places": [_place(place, report) for place in places],
        "tiers": {step: [step.sign, step.label] for step in Tier},
        "titles": [statement.title for statement in report.statements],
    }
    return script_data(made)


def _apart(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _concepts(report: Report) -> dict[Name, int]:
    """The concepts of the facts and of the footings, numbered as they are met."""
    names = [fact.concept for fact in report.facts]
    for statement in report.statements:
        for summation in statement.sums:
            names += [summation.total, *(part for part, _ in summation.parts)]
    return {name: number for number, name in enumerate(dict.fromkeys(names))}


def _decisions(report: Report) -> Iterable[Decision]:
    return dict.fromkeys(fact.decision for fact in report.facts if fact.decision)


def _decision(decision: Decision) -> list[Any]:
    """Rule, confidence in percent, alternatives with theirs, and the steps after the first choice, if any."""
    alternatives = [[concept, _percent(score)] for concept, score in decision.alternatives]
    steps = [[step.stage, step.concept or "", step.reason] for step in decision.steps]
    return [decision.rule, _percent(decision.confidence), alternatives, steps if len(steps) > 1 else []]


def _percent(share: float) -> float:
    """To one decimal; 100 of nothing less."""
    return 100.0 if share == 1 else min(round(share * 100, 1), 99.9)


def _extension(own: Extension) -> list[str]:
    return [own.type, own.balance or "", own.period_type, f"us-gaap:{own.anchor}" if own.anchor else ""]


def _place(place: Place, report: Report) -> list[Any]:
    """Fact, mark, statement, printed characters, line, column, scale; of a fact that is not printed the first alone."""
    source = place.source
    if source is None:
        return [place.fact]
    return [
        place.fact,
        -1 if place.mark is None else place.mark,
        -1 if source.statement is None or source.row is None else source.statement,
        source.printed,
        *report.document.position(source.span.start),
        "" if place.scale is None else words.scale_words(place.scale),
    ]


def _footing(footing: Footing, concepts: Mapping[Name, int], contexts: Mapping[str, int]) -> list[Any]:
    """Statement, total, (part, weight)s, and by period: context, total, parts, sum, difference, whether it holds."""
    return [
        footing.statement,
        concepts[footing.summation.total],
        [[concepts[part], weight] for part, weight in footing.summation.parts],
        [
            [
                contexts[column.context],
                column.total,
                [-1 if part is None else part for part in column.parts],
                words.amount(column.sum),
                words.amount(column.difference) if column.difference else "",
                column.holds,
            ]
            for column in footing.columns
        ],
    ]


def _notes(remarks: Sequence[Remark]) -> dict[int, list[int]]:
    """The findings of each place."""
    found: dict[int, list[int]] = {}
    for remark in remarks:
        for place in remark.places:
            found.setdefault(place, []).append(remark.number)
    return dict(sorted(found.items()))
