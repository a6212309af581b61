"""The statements of a document chosen together: of one company, the best of each kind, and more for further periods."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from itertools import chain

from converter.findings import Finding, Severity
from converter.grammars.companies import same_company
from converter.statements.candidate import Selected
from converter.statements.keys import agree
from converter.statements.left_out import LEFT_OUT
from converter.statements.lesser import Lesser, is_of_income_alone
from converter.statements.sections import Company, companies
from converter.statements.statement import Basis
from converter.statements.wholes import is_dated
from converter.terms import Kind

_FACES = frozenset({Kind.BALANCE_SHEET, Kind.INCOME, Kind.CASH_FLOW})
"""The statements whose loss is a warning; those of equity are not read, those of comprehensive income may be notes."""
_OF_PARTS = frozenset({Lesser.PARENT, Lesser.CONSOLIDATING, Lesser.SEGMENTS})
"""Lesser statements of which each column may be of a part."""
_MAX_COLUMNS = 7
_MAX_BESIDE = 12
"""Columns that are not of GAAP figures, of parts and the like."""
_MAX_DATES = 3
_MAX_YEARS = 3
_SUMMARY_COST = 4
_MIN_LIKE = 0.5
"""Of the captions of the best statement of a kind, how many another must have to be one for further periods."""


def coherent_set(candidates: Sequence[Selected], registrant: str | None, findings: list[Finding]) -> list[Selected]:
    """The statements of the registrant among the candidates, in reading order.

    Args:
        registrant: its name in the header, if there is one.
    """
    usable = _usable(candidates)
    found = companies(usable)
    reasons: dict[int, str] = {}
    chosen: list[Selected] = []
    if found:
        own = max(found, key=lambda company: _claim(company, registrant))
        chosen = _best(own.members, reasons)
        others = [one for company in found if company is not own for one in company.members]
        chosen += _best(_lent(own, others, chosen, reasons), reasons)
    whole = {one.kind for one in chosen if one.verdict.primary}
    findings.extend(
        _stands_in(one)
        for one in chosen
        if one.verdict.lesser and not (one.verdict.lesser in _OF_PARTS and one.kind in whole)
    )
    findings.extend(_left_out(candidates, {id(one) for one in chosen}, reasons))
    return sorted(chosen, key=lambda one: one.table.span.start)


def _usable(candidates: Sequence[Selected]) -> list[Selected]:
    """The primary statements that can be read, and those of parts of the company. Of kinds that have none: those that a
    heading alone makes lesser, and supplemental ones. Where there is none at all: those pro forma that print the
    historical figures beside, or else an income statement's data.
    """
    readable = [one for one in candidates if _readable(one)]
    landmarks: Counter[Kind] = Counter()
    for one in readable:
        if one.verdict.primary and one.verdict.titled:
            landmarks[one.kind] = max(landmarks[one.kind], one.verdict.landmarks)
    primary = {one.kind for one in candidates if one.verdict.primary}
    usable = [
        one
        for one in readable
        if one.verdict.primary
        or _is_missed(one, landmarks[one.kind])
        or (one.kind not in primary and _is_under_a_heading(one))
        or _is_of_parts(one, primary)
    ]
    if usable or any(one.verdict.primary and one.verdict.titled for one in candidates):
        return usable
    beside = [one for one in readable if one.verdict.lesser is Lesser.PRO_FORMA and _is_beside_historical(one)]
    return beside or [one for one in readable if _is_income_data(one)]


def _is_income_data(candidate: Selected) -> bool:
    """Whether selected data are an income statement's and nothing else's."""
    of_income = candidate.kind is Kind.INCOME and candidate.verdict.titled
    return of_income and candidate.verdict.lesser is Lesser.SELECTED and is_of_income_alone(candidate.table.rows)


def _is_missed(candidate: Selected, landmarks: int) -> bool:
    """Whether no primary statement is like this supplemental one."""
    return candidate.verdict.lesser is Lesser.SUPPLEMENTAL and landmarks < _MIN_LIKE * candidate.verdict.landmarks


def _is_of_parts(candidate: Selected, primary: Container[Kind]) -> bool:
    """Whether it is a statement whose columns say of which part of the company each is; what it prints of the whole is
    only taken beside a primary statement.
    """
    parts = any(column.components for column in candidate.columns)
    lesser = candidate.verdict.lesser in _OF_PARTS and candidate.verdict.titled
    return lesser and parts and (candidate.kind in primary or not candidate.periods)


def _is_under_a_heading(candidate: Selected) -> bool:
    """Whether it is a statement by its title, rows and columns, and only a heading over it says something else:
    "Selected Financial Information" over the statements of a release, "Use of Non-GAAP Measures" over prose.
    """
    return candidate.verdict.by_heading and candidate.verdict.lesser in (Lesser.SELECTED, Lesser.NON_GAAP)


def _readable(candidate: Selected) -> bool:
    gaap = sum(column.basis is Basis.GAAP for column in candidate.columns)
    return gaap <= _MAX_COLUMNS and len(candidate.columns) - gaap <= _MAX_BESIDE and bool(candidate.scopes)


def _is_beside_historical(candidate: Selected) -> bool:
    """Whether columns of a pro forma statement are told to be so, and others of that day have heads of dates alone."""
    told = {one.period for one in candidate.columns if one.basis in (Basis.PRO_FORMA, Basis.NON_GAAP)}
    return bool(told & candidate.periods) and all(
        is_dated(column.head) for column in candidate.columns if column.basis is Basis.GAAP
    )


def _stands_in(candidate: Selected) -> Finding:
    message = (
        f"In the place of a primary statement, {candidate.verdict.lesser} are read ({candidate.verdict.title[:80]!r})."
    )
    return Finding(Severity.WARNING, "statements.stand-in", message, candidate.table.span)


def _claim(company: Company, registrant: str | None) -> tuple[bool, int, int, int]:
    """How strongly a company's statements are the registrant's: by name, by kinds, by their place, by their worth."""
    named = bool(registrant and company.name and same_company(registrant, company.name))
    kinds = {one.kind for one in company.members} - {Kind.EQUITY}
    best = {kind: max(_worth(one) for one in company.members if one.kind is kind) for kind in kinds}
    return named, len(kinds), -company.members[0].table.part, sum(best.values())


def _best(members: Sequence[Selected], reasons: dict[int, str]) -> list[Selected]:
    """Of each kind the strongest that is of the whole company, if one is, and others only for periods, or parts, that
    it lacks.
    """
    chosen: dict[Kind, list[Selected]] = {}
    for one in sorted(members, key=lambda one: (_is_lower(one), -_worth(one), one.table.span.start)):
        taken = chosen.setdefault(one.kind, [])
        if not taken or _adds(one, taken):
            taken.append(one)
        else:
            reasons[id(one)] = "another statement of this kind covers its periods"
    return [*chain.from_iterable(chosen.values())]


def _is_lower(candidate: Selected) -> bool:
    """Whether a statement is of parts, and comes after those of the whole company."""
    return candidate.verdict.lesser in _OF_PARTS or not candidate.periods


def _adds(candidate: Selected, taken: Sequence[Selected]) -> bool:
    """Whether a further statement of a kind is one, and of a period or a part that those taken lack; a table of what
    was adjusted is a note.
    """
    if any(column.basis is Basis.NON_GAAP for column in candidate.columns):
        return False
    covered = {scope for one in taken for scope in one.scopes}
    alike = candidate.verdict.landmarks >= _MIN_LIKE * taken[0].verdict.landmarks
    if not candidate.verdict.titled or not alike or _beyond(candidate) or not candidate.scopes - covered:
        return False
    return not candidate.scopes & covered or any(agree(one.keys, candidate.keys) for one in taken)


def _lent(
    own: Company, others: Sequence[Selected], chosen: Sequence[Selected], reasons: dict[int, str]
) -> list[Selected]:
    """Statements of kinds that this company lacks, which stand elsewhere, and no name or figure says of another."""
    kinds = {one.kind for one in chosen}
    lent = []
    for one in others:
        if one.company and own.name and not same_company(own.name, one.company):
            reasons[id(one)] = f"it is of another company ({one.company})"
        elif one.kind in kinds or own.confirms(one) is False:
            reasons[id(one)] = "other statements were taken, which its figures do not confirm"
        else:
            lent.append(one)
    return lent


def _worth(candidate: Selected) -> int:
    """How much like the face of a statement it is: title, typical captions, rows; summaries of many years are not."""
    rows = sum(bool(row.cells) for row in candidate.table.rows)
    beside = sum(column.basis in (Basis.PERCENT, Basis.CHANGE) for column in candidate.columns)
    return candidate.verdict.strength * 2 + min(rows, 40) // 4 - _beyond(candidate) * _SUMMARY_COST - beside * 2


def _beyond(candidate: Selected) -> int:
    """How many days or years it has more than a statement has."""
    if candidate.kind is Kind.BALANCE_SHEET:
        return max(sum(column.basis is Basis.GAAP for column in candidate.columns) - _MAX_DATES, 0)
    return max(sum(period.is_year for period in candidate.periods) - _MAX_YEARS, 0)


def _left_out(candidates: Sequence[Selected], chosen: set[int], reasons: dict[int, str]) -> list[Finding]:
    """What was not taken though it reads like a statement."""
    kinds = {one.kind for one in candidates if id(one) in chosen}
    findings = []
    for one in candidates:
        if id(one) not in chosen and one.verdict.titled:
            reason = reasons.get(id(one)) or _reason(one)
            message = f"A table like a statement was left out ({one.verdict.title[:80]!r}): {reason}."
            lost = one.verdict.primary and one.kind in _FACES - kinds
            severity = Severity.WARNING if lost else Severity.INFO
            findings.append(Finding(severity, LEFT_OUT, message, one.table.span))
    return findings


def _reason(candidate: Selected) -> str:
    if candidate.verdict.lesser is not None:
        return f"it is {candidate.verdict.lesser}, not the registrant's primary GAAP statement"
    if not candidate.periods and any(column.basis is Basis.PART for column in candidate.columns):
        return "its columns are of one period, so of parts of the company"
    if not candidate.periods:
        return "its periods could not be told"
    return f"it has {len(candidate.columns)} columns, more than a statement has"
