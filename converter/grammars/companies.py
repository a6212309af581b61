"""Names of companies as print gives them: what ends one, and whether two are of one company."""

from __future__ import annotations

import re

SUFFIX = re.compile(
    r"\b(?:inc|incorporated|corp|corporation|co|company|companies|ltd|limited|l\.?p|llc|plc|n\.?v|"
    r"bancorp|bancshares|trust|"
    r"partners|group|holdings|industries|partnership)\b\.?",
    re.IGNORECASE,
)
"""A word that companies end their names with."""

_SUBSIDIARIES = re.compile(
    r",?\s*(?:\(the company\)|\band (?:its )?(?:consolidated |majority.owned )?"
    r"(?:subsidiar\w+|affiliat\w+|companies)).*",
    re.IGNORECASE | re.DOTALL,
)
_FILLER = frozenset({"the", "of", "and", "de"})
_MIN_BEGINNING = 4
_WORD = re.compile(r"[\w'\u2019]+")


def without_subsidiaries(name: str) -> str:
    """The name without what it says of subsidiaries."""
    return _SUBSIDIARIES.sub("", name)


def name_words(name: str) -> list[str]:
    """The words of a name but for `the`, `of`, `and`."""
    return [word for word in _WORD.findall(name) if word.lower() not in _FILLER]


def telling_words(name: str) -> list[str]:
    """The words that tell it from other names; all where none does."""
    words = name_words(name)
    return [word for word in words if not SUFFIX.fullmatch(word)] or words


def same_company(one: str, other: str) -> bool:
    """Whether two names may be of one company: one begins with the other, or they share most of the words that tell."""
    first, second = (
        [word.lower() for word in telling_words(without_subsidiaries(name)) if len(word) > 1] for name in (one, other)
    )
    if not first or not second:
        return True
    short, long = sorted(("".join(first), "".join(second)), key=len)
    shared = len({*first} & {*second})
    return (len(short) >= _MIN_BEGINNING and long.startswith(short)) or 2 * shared > min(len(first), len(second))
