"""Phrases: how a mapping file says which captions it means.

    cash [and cash equivalents]            both words or only `cash`
    [trade] (accounts|receivables) ...     one of the words in brackets; anything else may stand there too
    (income|earnings|loss) before taxes    at least one of the alternatives
    other assets !current                  not with this word
    common stock [<share terms>]           any words of a group that words.yaml names
    net income attributable [<name>]       any words that no phrase of the maps knows: names of companies and products

A phrase holds for a caption if the caption has all its words and no other ones; order does not matter. `...` lets other
words stand. Plural, synonyms, figures, dates and footnote marks are dealt with by `words.py`, for phrases as for
captions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from converter.mapping.maps.words import Vocabulary

_PIECE = re.compile(r"\.\.\.|\[[^\[\]]*\]|\([^()]*\)|![a-zA-Z'-]+|[^\s\[\]()]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A compiled phrase.

    Attributes:
        required: words that must be there.
        groups: of each group at least one alternative (a set of words) must be there.
        allowed: all words that may be there.
        excluded: words that must not be there.
        open: other words than `allowed` may be there.
        names: words that no phrase of the maps knows may be there.
    """

    required: frozenset[str]
    groups: tuple[tuple[frozenset[str], ...], ...]
    allowed: frozenset[str]
    excluded: frozenset[str]
    open: bool
    names: bool = False

    def holds(self, words: frozenset[str], known: frozenset[str] = frozenset()) -> bool:
        """Whether a caption of these words is meant; `known` are the words of all phrases of the maps."""
        if not self.required <= words or (self.excluded and self.excluded & words):
            return False
        if not self.open and not words <= self.allowed and not (self.names and not (words - self.allowed) & known):
            return False
        for group in self.groups:
            for choice in group:
                if choice <= words:
                    break
            else:
                return False
        return True

    def asked(self, words: frozenset[str]) -> int:
        """How many of the caption's words the phrase asks for: of two phrases that hold, the one that asks
        more is meant.
        """
        asked = set(self.required)
        for group in self.groups:
            asked |= max((choice for choice in group if choice <= words), key=len, default=frozenset())
        return len(asked)

    def handles(self, frequency: Mapping[str, int]) -> set[str]:
        """Words of which a caption must have one: the rarest required word, else the rarest of each alternative."""

        def rarest(words: Iterable[str]) -> str:
            return min(words, key=lambda word: (frequency[word], word))

        if self.required:
            return {rarest(self.required)}
        choices = min(self.groups, key=len, default=())
        return {rarest(choice) for choice in choices}


def parse(text: str, vocabulary: Vocabulary) -> Phrase:
    """Compile a phrase. Raises ValueError for one that would hold for every caption or has a stray bracket."""
    plain: list[str] = []
    groups: list[tuple[frozenset[str], ...]] = []
    allowed: set[str] = set()
    excluded: set[str] = set()
    is_open = names = False
    if _PIECE.sub("", text).strip():
        raise ValueError(f"the brackets of the phrase '{text}' do not match")
    for piece in _PIECE.findall(text):
        if piece == "...":
            is_open = True
        elif piece == "[<name>]":
            names = True
        elif piece[0] == "!":
            excluded |= vocabulary.words(piece[1:])
        elif piece[0] == "[":
            for choice in piece[1:-1].split("|"):
                allowed |= _optional(choice, vocabulary)
        elif piece[0] == "(":
            choices = tuple(vocabulary.words(choice) for choice in piece[1:-1].split("|"))
            if any(not choice for choice in choices):
                raise ValueError(f"an alternative of the phrase '{text}' has no word that counts")
            groups.append(choices)
            allowed |= frozenset[str]().union(*choices)
        else:
            plain.append(piece)
    required = vocabulary.words(" ".join(plain))
    if not required and not groups:
        raise ValueError(f"the phrase '{text}' has no word that counts")
    return Phrase(required, tuple(groups), frozenset(allowed) | required, frozenset(excluded), is_open, names)


def _optional(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Optional words, `<group>` names replaced by their words. Raises ValueError for an unknown group."""

    def spelled(match: re.Match[str]) -> str:
        words = vocabulary.groups.get(match[1])
        if words is None:
            raise ValueError(f"words.yaml has no group '{match[1]}'")
        return " ".join(words)

    return vocabulary.words(re.sub(r"<([^<>]*)>", spelled, text))
