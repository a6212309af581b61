"""Text blocks: which concept the heading of a note, or of a policy in one, stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Level = Literal["notes", "policies"]

_ASIDE = re.compile(r"\([^()]{3,}\)")
_APOSTROPHE = re.compile(r"['’`]")
_WORD = re.compile(r"[a-z0-9]+")
_TIES = frozenset(("about", "before", "by", "for", "from", "in", "of", "on", "to", "under", "upon", "with", "without"))
"""Words that make one thing of what stands before and behind them."""
_LONGEST = 200


@dataclass(frozen=True)
class NoteHeadings:
    """How headings of notes read.

    Attributes:
        notes, policies: by text block, regular expressions for lower-case words.
        otherwise: what stands for a text block in releases that lack it.
    """

    notes: Mapping[str, tuple[str, ...]]
    policies: Mapping[str, tuple[str, ...]]
    otherwise: Mapping[str, str]

    def concepts(self, title: str, level: Level = "notes") -> tuple[str, ...]:
        """The text blocks that a heading stands for, best first: one, and what stands for it elsewhere; or none."""
        words = words_of(title)
        found = [
            (match.start(), -match.end(), concept)
            for expression, concept in self._compiled[level]
            if (match := expression.search(words))
        ]
        if not found:
            return ()
        start, end, concept = min(found, key=lambda each: each[:2])
        if _is_tied(words[:start].split()[-1:]) or _is_tied(words[-end:].split()[:1]):
            return ()
        return (concept, self.otherwise[concept]) if concept in self.otherwise else (concept,)

    @cached_property
    def _compiled(self) -> Mapping[Level, list[tuple[re.Pattern[str], str]]]:
        return {"notes": _expressions(self.notes), "policies": _expressions(self.policies)}


def words_of(title: str) -> str:
    """A heading's words in lower case, `&` as `and`, without what stands in brackets."""
    text = _APOSTROPHE.sub("", _ASIDE.sub(" ", title[:_LONGEST].lower()).replace("(k)", "k").replace("&", " and "))
    return " ".join(_WORD.findall(text))


def _expressions(said: Mapping[str, Iterable[str]]) -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(rf"\b(?:{each})(?![a-z0-9])"), name) for name, all_ in said.items() for each in all_]


def _is_tied(words: Iterable[str]) -> bool:
    return any(word in _TIES for word in words)
