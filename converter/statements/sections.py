"""Whose statements a document holds: its tables by company, told by the names over them and by figures that agree or
contradict each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from converter.grammars.companies import SUFFIX, same_company, telling_words
from converter.statements.candidate import Selected
from converter.statements.classify import title_kinds
from converter.statements.keys import Key, agree
from converter.tables.table import Table
from converter.terms import Kind, Period

_MOST_COMPANIES = 12
"""Whose statements one document can hold; what comes after goes to the last."""
_ABOVE_TITLE = 4
"""Lines above a title in which the company's name stands."""
_TITLE_BEGINS = re.compile(
    r"\b(?:unaudited|condensed|consolidated|combined|consolidating|interim|comparative|supplemental|statements?|balance)\b.*",
    re.I | re.S,
)
_SMALL = frozenset({"of", "and", "the", "de", "its", "subsidiary", "subsidiaries"})
_CAPITALS = re.compile(r"[A-Z&][A-Z&.'\u2019-]*(?:,? [A-Z&][A-Z&.'\u2019-]*){0,7}")
_NO_NAME = re.compile(
    r"\b(?:formerly|item|part|notes?|exhibit|page|the company|form|reports?|financial|information|data|schedules?|"
    r"index|unaudited|audited|historical|continued|thousands|millions|dollars)\b|[0-9:;]",
    re.I,
)


def company_of(table: Table) -> str | None:
    """The company that a table's titles name: in the title itself, or on one of the lines above it."""
    title, before = _title_lines(table)
    return next(filter(None, map(_company, [_TITLE_BEGINS.sub("", title), *reversed(before)])), None)


def heading_of(table: Table) -> str | None:
    """The line of capitals right above the title, which may be a company's name without a word that says so."""
    _, before = _title_lines(table)
    line = before[-1].strip(" -*,()") if before else ""
    return line if _CAPITALS.fullmatch(line) and not _NO_NAME.search(line) else None


def _title_lines(table: Table) -> tuple[str, list[str]]:
    """The title, and the lines above it in which the company's name stands."""
    lines = [text.text for text in table.above]
    at = next((at for at in reversed(range(len(lines))) if title_kinds(lines[at])), None)
    return ("", []) if at is None else (lines[at], lines[max(0, at - _ABOVE_TITLE) : at])


def _company(line: str) -> str | None:
    """The line if it reads like a company's name."""
    name = line.strip(" -*,()")
    if not 4 < len(name) < 70 or _NO_NAME.search(name) or title_kinds(name):
        return None
    capital = all(word[0].isupper() or word[0] in "&(" or word.strip(",.") in _SMALL for word in name.split())
    return name if capital and SUFFIX.search(name) and _is_named(name) else None


def _is_named(name: str) -> bool:
    """Whether something stands beside the words that any company has."""
    return any(not SUFFIX.fullmatch(word) for word in telling_words(name))


@dataclass(slots=True)
class Company:
    """One of the companies whose statements a document holds.

    Attributes:
        name: None where none stands over its statements.
        heading: a line that may be its name.
        members: its statements, in reading order.
        figures: their key figures, by kind.
    """

    name: str | None = None
    heading: str | None = None
    members: list[Selected] = field(default_factory=list)
    figures: dict[Kind, dict[tuple[Key, Period], frozenset[Decimal]]] = field(default_factory=dict)

    def add(self, statement: Selected) -> None:
        self.name = self.name or statement.company
        self.heading = self.heading or statement.heading
        self.members.append(statement)
        known = self.figures.setdefault(statement.kind, {})
        for key, values in statement.keys.items():
            known[key] = known.get(key, frozenset()) | values

    def owns(self, statement: Selected) -> bool:
        """Whether the statement is this company's.

        Names decide, and then figures. Without either, what follows in the same part of the document is; what
        contradicts it there is a lesser table of the same company, unless another heading stands over it.
        """
        if self.name and statement.company:
            return same_company(self.name, statement.company)
        follows = statement.table.part == self.members[-1].table.part
        verdict = self.confirms(statement)
        if verdict is False and follows:
            return not (self.heading and statement.heading) or same_company(self.heading, statement.heading)
        return follows if verdict is None else verdict

    def confirms(self, statement: Selected) -> bool | None:
        """Whether its figures are those of the company's statements of the same kind, or else its net income is;
        None if there is nothing to compare.
        """
        own = agree(self.figures.get(statement.kind, {}), statement.keys)
        if own is not None:
            return own
        income = {key: values for key, values in statement.keys.items() if key[0] is Key.NET_INCOME}
        verdicts = [agree(known, income) for kind, known in self.figures.items() if kind is not statement.kind]
        return True if True in verdicts else None if False not in verdicts else False


def companies(statements: Iterable[Selected]) -> list[Company]:
    """The companies whose statements these are, each with its statements, in the order of their first ones.

    A statement belongs to the company of the one before it if nothing speaks against that, or else to an earlier one.
    """
    found: list[Company] = []
    latest: list[Company] = []
    for statement in statements:
        owner = next((company for company in reversed(latest) if company.owns(statement)), None)
        if owner is None and len(found) == _MOST_COMPANIES:
            owner = latest[-1]
        if owner is None:
            owner = Company()
            found.append(owner)
        owner.add(statement)
        latest = [company for company in latest if company is not owner] + [owner]
    return found
