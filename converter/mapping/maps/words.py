"""Captions as words: what two captions must have in common to say the same thing.

Order, number, punctuation, figures, dates and footnote marks do not matter for a caption's meaning; the words do. A
caption becomes the set of its words in a canonical form. Which words are the same (`shareholders` and `stockholders`),
which are abbreviations and which say nothing is data: `words.yaml` of the mapping files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from converter.grammars.notes import NOTES

_NOTES = re.compile(NOTES)
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


def stem(word: str) -> str:
    """The word without its plural ending: `taxes` -> `tax`, `liabilities` -> `liability`, `loss` stays."""
    if len(word) < 4 or not word.endswith("s"):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) else word[:-1]


@dataclass(frozen=True)
class Vocabulary:
    """What `words.yaml` says about words.

    Attributes:
        same: a stemmed word -> the words that stand for it (`shareholder` -> (`stockholder`,), `longterm` ->
            (`long`, `term`)).
        ignored: stemmed words that say nothing.
        groups: named lists of words that phrases use as `<name>`.
    """

    same: dict[str, tuple[str, ...]] = field(default_factory=dict)
    ignored: frozenset[str] = frozenset()
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def _cache(self) -> dict[str, frozenset[str]]:
        return {}

    def words(self, caption: str) -> frozenset[str]:
        """The caption's words. The empty caption, and one of figures and marks only, has none."""
        known = self._cache.get(caption)
        if known is None:
            known = self._cache[caption] = frozenset(self.sequence(caption))
        return known

    def sequence(self, caption: str) -> list[str]:
        """The caption's words in printed order."""
        text = caption.lower().replace("’", "'").replace("&", " and ")
        found: list[str] = []
        joined = ""
        for token in _WORD.findall(_NOTES.sub(" ", text)):
            token = joined + token.split("'")[0]
            joined = ""
            if token == "non":  # "non-current", "non current" and "noncurrent" are one word
                joined = token
                continue
            found.extend(self._canonical(token))
        return found

    def _canonical(self, token: str) -> tuple[str, ...]:
        word = stem(token)
        if word in self.ignored or len(word) < 2:
            return ()
        return self.same.get(word) or self.same.get(token) or (word,)
