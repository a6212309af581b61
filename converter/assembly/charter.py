"""The registrant as the cover of a filing names it: above `(Exact name of registrant as specified in its charter)`."""

from __future__ import annotations

import html
import re

from converter.grammars import markup

_CHARTER = re.compile(
    r"\bname\s+of\s+(?:the\s+)?(?:small\s+business\s+)?(?:registrant|issuer|company)[^()]{0,80}?charter",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"</?(?:p|div|tr|td|th|br|hr|table|center|h[1-6]|page)\b[^<>]*>", re.IGNORECASE)
_BREAK = re.compile(r"[\r\n]")
_ABOVE = 400
"""Characters before the words of the charter in which the name stands."""
_LONGEST = 100
_TOP = 20_000
"""Characters in which a cover may print the CIK."""
_LETTER = re.compile(r"[A-Za-z]")
_NO_NAME = re.compile(
    r"\b(?:commission|file|form|report|exact|fiscal|year|quarter|ended|period|transition|washington|pursuant|exchange)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:and|&|of|inc|incorporated|corp|corporation|company|ltd|limited|l\.?p|llc|plc)\b", re.IGNORECASE
)
"""What no name begins with: the line goes on with the one above."""
_NUMBER = re.compile(r"\b(?:central\s+index\s+key|cik)\b[\s:#.]*(?:(?:number|no|code)\b[\s:#.]*)?([0-9]{4,10})\b", re.I)


def name_on_cover(text: str) -> str | None:
    """The registrant's name; None where the text has no such cover, or nothing like a name on it.

    Args:
        text: the opening of a part, its lines as they show.
    """
    found = _CHARTER.search(text)
    if found is None:
        return None
    above = text[max(0, found.start() - _ABOVE) : found.start()]
    lines = [" ".join(line.split()).strip("_-=*( ") for line in above.splitlines()]
    named = [line for line in lines if _LETTER.search(line) and line.lower() != "exact"]
    goes_on = bool(named) and _GOES_ON.match(named[-1]) is not None
    name = " ".join(named[-2:] if goes_on else named[-1:])
    return name if name and len(name) <= _LONGEST and not _NO_NAME.search(name) else None


def cik_on_cover(text: str) -> str | None:
    """The digits that the opening of a part calls the CIK."""
    found = _NUMBER.search(text, 0, _TOP)
    return found[1] if found else None


def shown(source: str) -> str:
    """The lines of HTML as they show: blocks begin lines of their own, other tags are nothing."""
    return html.unescape(markup.TAG.sub("", _BLOCK.sub("\n", _BREAK.sub(" ", source))))
