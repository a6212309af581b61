"""Abstract concepts: the roots and tables of the statements, and what the headings printed in them stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from converter.terms import Kind

_Expressions = Sequence[tuple[re.Pattern[str], str]]
"""Regular expressions, each with what it names."""


@dataclass(frozen=True)
class Headings:
    """How headings read.

    Attributes:
        roots: the abstract concept over each statement.
        tables: the concepts around the rows of a statement whose facts have members: `table`, its `line_items`, and the
            `roll_forward` over those of a statement of changes in equity.
        patterns: abstract concept -> regular expressions that match all of a heading in lower-case words.
        axes: what a statement's columns divide (`equity`, its stock by `classes`, what is `outside` of it, the company
            by `entities` or `segments`, `eliminations` between them, a `predecessor` from it) -> the axis.
        members: the same -> member -> regular expressions that match all of a column's head in lower-case words.
        axes_before: the axis in releases that lack the one of `axes`.
    """

    roots: Mapping[Kind, str]
    tables: Mapping[str, str]
    patterns: Mapping[str, tuple[str, ...]]
    axes: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    axes_before: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _compiled(self) -> _Expressions:
        return _expressions(self.patterns)

    @cached_property
    def _members(self) -> Mapping[str, _Expressions]:
        return {part: _expressions(members) for part, members in self.members.items()}

    def axis(self, part: str, in_release: Callable[[str], object]) -> str:
        """The axis of what columns divide, in a release.

        Args:
            in_release: whether the release has an axis of that name.
        """
        axis = self.axes[part]
        return axis if in_release(axis) else self.axes_before.get(part, axis)

    def members_named(self, part: str, words: str) -> list[str]:
        """The members that a column's head of these lower-case words may be, in the order of the files.

        Args:
            part: what the columns divide, as in `axes`.
        """
        return _named(words, self._members.get(part, ()))

    def named(self, words: str) -> list[str]:
        """The abstract concepts that a heading of these lower-case words may be, in the order of the files."""
        return _named(words, self._compiled)


def _expressions(said: Mapping[str, Sequence[str]]) -> _Expressions:
    return [(re.compile(each), name) for name, patterns in said.items() for each in patterns]


def _named(words: str, expressions: _Expressions) -> list[str]:
    return [name for expression, name in expressions if expression.fullmatch(words)]
