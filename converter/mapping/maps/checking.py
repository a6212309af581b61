"""Checking mapping files: what is wrong with them that compiling does not see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, product

from converter.datafiles import Problem
from converter.findings import Severity
from converter.knowledge.checking import unknown
from converter.mapping.maps.matching import Maps, Stub
from converter.mapping.maps.own import file_and_line, overruled
from converter.mapping.maps.phrase import Phrase
from converter.mapping.maps.rule import Layer, Rule
from converter.taxonomy import Element, Index
from converter.terms import Kind
from converter.terms.section import BALANCES

_PLACES_OF = {
    Kind.BALANCE_SHEET: ("assets", "liabilities", "temporary", "equity"),
    Kind.INCOME: ("revenues", "costs", "nonoperating", "after tax"),
    Kind.CASH_FLOW: ("operating", "investing", "financing", "cash", "supplemental"),
}
_SAMPLES = 12


def check(maps: Maps, indexes: Sequence[Index]) -> list[Problem]:
    """All problems of the rules, in the order of the rules.

    Args:
        maps: the rules to check.
        indexes: the releases that they serve.
    """
    problems = [problem for rule in maps.rules for problem in _of_rule(rule, maps, indexes)]
    problems += _duplicates(maps.rules)
    told = list(_overruled(maps))
    problems += told
    known = {problem.rule for problem in told}
    problems += [problem for rule in maps.rules if rule.name not in known for problem in _shadowed(rule, maps)]
    place = {rule.name: number for number, rule in enumerate(maps.rules)}
    return sorted(problems, key=lambda problem: (place[problem.rule], problem.severity != Severity.ERROR))


def _of_rule(rule: Rule, maps: Maps, indexes: Sequence[Index]) -> Iterator[Problem]:
    if rule.concept is None:
        return
    known = [
        index for index in indexes if rule.lives_in(_year(index)) and (not rule.years or rule.years[0] <= _year(index))
    ]
    having = [index for index in known if rule.concept in index]
    if not having:
        yield _error(rule, unknown(rule.concept, known or indexes))
        return
    instead = maps.instead.get(rule.concept)
    for index in known:
        if rule.concept in index or (instead and (instead.wider or any(each in index for each in instead.concepts))):
            continue
        yield _warning(
            rule, f"{rule.concept} is not in {index.release}; releases.yaml does not say what to take instead."
        )
    if (element := having[-1].get(rule.concept)) is not None:
        yield from _of_element(rule, element, maps.knowledge.groups.contra)
        if element.unit not in (None, "pure") and maps.knowledge.signs.of(rule.concept, having[-1]) is None:
            yield _warning(rule, f"Nothing says whether {rule.concept} may be negative; concepts/signs.yaml can.")
    yield from _of_sections(rule)


def _of_element(rule: Rule, element: Element, contra_words: Sequence[str]) -> Iterator[Problem]:
    if element.abstract:
        yield _error(rule, f"{element.local} is a heading of the taxonomy and cannot have a value.")
    if rule.unit and element.unit != rule.unit:
        yield _error(rule, f"{element.local} is measured in {element.unit}, the rule asks for rows in {rule.unit}.")
    if rule.statements == {Kind.BALANCE_SHEET} and element.period_type != "instant":
        yield _error(rule, f"{element.local} is of a period, a balance sheet is of a date.")
    if rule.statements == {Kind.COMPREHENSIVE_INCOME} and element.period_type != "duration":
        yield _error(rule, f"{element.local} is of a date, the statement is of a period.")
    balances = {BALANCES.get(place.partition(".")[0], element.balance) for place in rule.sections}
    contra = any(part in element.local for part in contra_words)
    if (
        rule.aspect is None
        and element.balance
        and len(balances) == 1
        and element.balance not in balances
        and not contra
    ):
        yield _warning(
            rule, f"{element.local} is a {element.balance}, which is unusual among {' and '.join(rule.sections)}."
        )


def _of_sections(rule: Rule) -> Iterator[Problem]:
    for kind in rule.statements:
        there = _PLACES_OF.get(kind, ())
        if (
            rule.sections
            and not any(place.partition(".")[0] in there for place in rule.sections)
            and len(rule.statements) == 1
        ):
            yield _error(rule, f"A statement {kind} has no part {' or '.join(rule.sections)}: the rule never applies.")
    for phrase in rule.phrases:
        if phrase.excluded & (phrase.required | phrase.allowed):
            words = ", ".join(sorted(phrase.excluded & (phrase.required | phrase.allowed)))
            yield _error(rule, f"A phrase asks for and excludes '{words}': it never applies.")


def _duplicates(rules: Sequence[Rule]) -> Iterator[Problem]:
    seen: dict[object, Rule] = {}
    for rule in rules:
        for phrase in rule.phrases:
            conditions = (
                rule.statements,
                rule.sections,
                rule.under,
                rule.unit,
                rule.total,
                rule.aspect,
                rule.years,
                rule.layer,
            )
            known = seen.setdefault((phrase, rule.concept, conditions), rule)
            if known is not rule:
                yield _warning(rule, f"A phrase repeats one of {known.name}, line {known.line}.")


def _overruled(maps: Maps) -> Iterator[Problem]:
    """A line of a person's own that another one of theirs overrules in some statement, with the first caption."""
    for rule in maps.rules:
        if rule.layer >= Layer.USER:
            lost = (one for line in samples_of(rule) for one in overruled(maps, line) if one.rule is rule)
            if one := next(lost, None):
                yield _warning(rule, f"{file_and_line(one.by)} overrules it: {one.why}.")


def _shadowed(rule: Rule, maps: Maps) -> Iterator[Problem]:
    """A rule that loses every caption it can be tried with to one rule of another concept says nothing."""
    if rule.hint or rule.layer is Layer.OTHER_INDUSTRY:
        return
    winners: dict[str, int] = defaultdict(int)
    tried = 0
    for line in samples_of(rule):
        found = maps.match(line)
        if not any(match.rule is rule for match in found):
            continue
        tried += 1
        first = found[0]
        if (
            first.rule is rule
            or first.rule.concept == rule.concept
            or first.order == next(m for m in found if m.rule is rule).order
        ):
            return
        winners[first.rule.name] += 1
    if tried:
        name = max(winners, key=lambda each: winners[each])
        yield _warning(rule, f"Its captions all go to {name}: the rule never decides.")
    elif rule.phrases:
        yield _warning(
            rule, "Its own captions do not meet it (see 'not' and 'under'), or a rule of the same concept takes them."
        )


def samples_of(rule: Rule) -> Iterator[Stub]:
    """Lines with the shortest captions that a rule's phrases allow, in the places that it names."""
    kinds = sorted(rule.statements) or list(Kind)
    places = [frozenset({place}) for place in rule.sections] or [frozenset[str]()]
    headings = tuple(words for phrase in rule.under[:1] for words in _captions(phrase)[:1])
    year = rule.years[0] or rule.years[1] if rule.years else None
    for phrase in rule.phrases:
        for words, kind, place in product(_captions(phrase), kinds, places):
            yield Stub(words, kind, headings, place, rule.unit, rule.total, rule.aspect, year)
    for kind, place in product(kinds, places) if rule.bare else ():
        yield Stub(frozenset(), kind, headings, place, rule.unit, rule.total, rule.aspect, year, bare=True)


def _captions(phrase: Phrase) -> list[frozenset[str]]:
    choices = islice(product(*phrase.groups), _SAMPLES)  # all of them may be more than can be counted
    captions = [phrase.required.union(*choice) for choice in choices]
    return [*captions, *(caption | phrase.allowed for caption in captions[:1])]


def _year(index: Index) -> int:
    return int(index.release.partition("/")[2])


def _error(rule: Rule, message: str) -> Problem:
    return Problem(Severity.ERROR, rule.name, rule.line, message)


def _warning(rule: Rule, message: str) -> Problem:
    return Problem(Severity.WARNING, rule.name, rule.line, message)
