"""How titles of notes look: where one ends on its line, and how much it looks like one."""

from __future__ import annotations

import enum
import re

_LONGEST = 160
"""Characters of a title with all its lines."""
_MOST_WORDS = 18
_LONGEST_PHRASE = 8
"""Words of a title that is written as sentences are: "Basis of presentation"."""
_LONGEST_RUN_IN = 4
"""The same where the text follows on its line."""
_SMALL_WORDS = (
    "a an and as at by for from in into its of on or per the to under upon with within without that which not other no"
)
SMALL = frozenset(_SMALL_WORDS.split())
"""Words that titles write without a capital."""
_WORDS_OF_TEXT = (
    "is are was were has have had will may should can the we our company's company this these during effective consist "
    "consists consisted follows includes include brought entered filed announced completed acquired recorded"
)
_TEXT = frozenset(_WORDS_OF_TEXT.split())
"""Words that sentences have and titles lack."""
_FIRST_OF_TEXT = frozenset(("In", "On", "At", "As", "During", "For", "If", "Effective"))
"""Words that sentences begin with and titles do not."""
_WORD = re.compile(r"[A-Za-z][\w'’.&/-]*")
_DASHES = r"–—\u2010\u2011\u2012\u0096\u0097\-"
# Where a title ends that the text of the note follows on the same line.
_RUN_IN = re.compile(
    rf"\.\s+(?=[A-Z(\"“])|\.\s*[{_DASHES}]+|\s*[:;]\s|\s*(?:[{_DASHES}]{{2,}}|\s[{_DASHES}]\s|[–—])\s*|\s{{2,}}(?=[A-Z])"
)
_ABBREVIATED = re.compile(r"\b(?:Inc|Corp|Co|Ltd|No|Nos|U\.S|vs|St|Mr|Messrs|Dr|Jr|[A-Z])\.$")
_LEADERS = re.compile(r"\.\s?\.\s?\.|_{3,}")
_PAGE = re.compile(r"(\S+)\s+(?:[A-Z]-)?[0-9]{1,3}(?:\s*[-–]\s*[0-9]{1,3})?$")
_NUMBERED_RULES = frozenset(("no.", "no", "fas", "sfas", "fin", "asu", "apb", "item", "note"))
"""Words that a number behind them belongs to: "SFAS No. 128"."""
_VALUE = re.compile(r"\s\s[($-]*(?!(?:19|20)[0-9]{2}\b)[0-9]|\$\s*[0-9][^A-Za-z]*$")
"""A figure in a column of its own, which is no year, or money at the end of a line."""
_ASIDE = re.compile(r"\((?:[^()]|\([^()]*\))*\)")

CONTINUED = re.compile(rf"[\s(,:{_DASHES}]*\bcont(?:inued|inuation|['’]?d|\.)?\.?\s*\)?[\s.]*$", re.I)
"""How the heading of a note that goes on ends."""


class Look(enum.IntEnum):
    """How a line's words are written."""

    PROSE = 0
    TITLED = 1
    CAPITALS = 2


def look(text: str, longest_phrase: int = _LONGEST_PHRASE) -> Look:
    """Whether a text is in capitals, or in words that begin with capitals but for the small ones, or neither.

    Args:
        longest_phrase: words of a title that is written as sentences are.
    """
    words = _WORD.findall(_ASIDE.sub(" ", text)) or _WORD.findall(text)
    if not words or len(words) > _MOST_WORDS or len(text) > _LONGEST:
        return Look.PROSE
    if not any(sign.islower() for word in words for sign in word):
        return Look.CAPITALS
    if text.rstrip().endswith((",", ";")) or not words[0][0].isupper() or words[0] in _FIRST_OF_TEXT:
        return Look.PROSE
    if all(word[0].isupper() or word.lower() in SMALL for word in words[1:]):
        return Look.TITLED
    is_phrase = len(words) <= longest_phrase and not any(word.lower() in _TEXT for word in words)
    return Look.TITLED if is_phrase and not text.rstrip().endswith(".") else Look.PROSE


def is_listed(text: str) -> bool:
    """Whether a line is one of a table of contents: leaders, or a page's number behind its words."""
    page = _PAGE.search(text)
    return bool(_LEADERS.search(text)) or (page is not None and page[1].lower() not in _NUMBERED_RULES)


def is_row(text: str) -> bool:
    """Whether a line is a row of a table: a value stands behind a gap."""
    return bool(_VALUE.search(text))


def run_in(text: str) -> tuple[str, Look]:
    """The title that a text begins with, and how it looks; empty if it begins with prose."""
    text = _justified(text)
    whole = look(" ".join(text.split()))
    if whole and "  " not in text.strip():
        return text.strip().rstrip(".:"), whole
    for found in _RUN_IN.finditer(text):
        before = text[: found.start()].strip()
        if before and not _ABBREVIATED.search(text[: found.start() + 1]):
            seen = look(before, _LONGEST_RUN_IN)
            if found.group().isspace() and seen is not Look.CAPITALS:
                continue  # justified text has such gaps anywhere
            if seen and before.lower() not in SMALL and len(before) > 1:
                return before, seen
            break
    return (text.strip().rstrip(".:"), whole) if whole else ("", whole)


def _justified(text: str) -> str:
    """The text without the blanks that fill a line of capitals; elsewhere they part a title from its text."""
    words = " ".join(text.split())
    return words if look(words) is Look.CAPITALS else text
