"""The lines of a person's own maps: which speak of a caption, and which another of them overrules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from converter.mapping.maps.matching import Maps, Match, Stub
from converter.mapping.maps.rule import Layer, Rule
from converter.terms import Kind

_LEARNED_INTO = (Layer.USER, Layer.COMPANY)
"""The layers that a company's map outranks or is: what is for one document outranks it anyway."""


class Own:
    """The lines of a person's folder and of its company file."""

    def __init__(self, maps: Maps) -> None:
        self._maps = maps
        self._rules = [rule for rule in maps.rules if rule.layer in _LEARNED_INTO and rule.aspect is None]

    def speaking_of(self, caption: str, kind: Kind | None = None) -> Rule | None:
        """The first line with a phrase that holds for a caption, in a statement (None: in any), wherever it stands."""
        words = self._maps.vocabulary.words(caption)
        speaking = (
            rule
            for rule in self._rules
            if (kind is None or not rule.statements or kind in rule.statements)
            and any(phrase.holds(words, self._maps.words) for phrase in rule.phrases)
        )
        return next(speaking, None)


@dataclass(frozen=True, slots=True)
class Overruled:
    """Two lines of a person's own that hold for one row and name different concepts, or signs.

    Attributes:
        by: the one that decides.
        tie: nothing ranks one above the other, but that its file or line comes first.
    """

    rule: Rule
    by: Rule
    tie: bool

    @property
    def why(self) -> str:
        """What speaks for the other line."""
        return "it comes first" if self.tie else "it is of a later layer"


def overruled(maps: Maps, line: Stub) -> Iterator[Overruled]:
    """The lines of a person's own that lose a row to another of theirs, of a later layer or but earlier in it."""
    own = maps.own(line)
    for match in own[1:]:
        if _says_otherwise(match.rule, own[0].rule) and _outranked(match, own[0]):
            yield Overruled(match.rule, own[0].rule, tie=match.order == own[0].order)


def _says_otherwise(rule: Rule, by: Rule) -> bool:
    """Whether one contradicts the other: a line that names no sign leaves it open."""
    return rule.concept != by.concept or (None not in (rule.negated, by.negated) and rule.negated != by.negated)


def _outranked(match: Match, by: Match) -> bool:
    """Whether the better one is no closer description of the row, which a person wrote for just that."""
    return match.rule.layer < by.rule.layer or match.order == by.order


def file_and_line(rule: Rule) -> str:
    """File and line of a rule: `mine.yaml:3`."""
    return f"{rule.name.partition(':')[0]}:{rule.line}"
