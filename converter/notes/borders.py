"""Where the notes begin, and what comes behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.notes.lines import NoteLine
from converter.notes.titles import CONTINUED, Look, is_listed, is_row, look

_LONGEST = 120
_TITLE_LINES = 3
"""Lines that may stand above one that begins what comes behind the notes, in one title: the company's name."""
_BEGINS = re.compile(
    r"(?!see\b|refer\b|.*\baccompanying\b)(?:[0-9]{1,3}\s+)?(?:the\s+)?(?:[\w.,&']+\s+){0,8}?(?:foot)?notes?\s+(?:to|on)\s+(?:the\s+)?"
    r"(?:[\w.,&'’/()-]+\s+){0,8}?(?:financial\s+)?statements?\b.*"
    r"|notes?\s+to\s+(?:the\s+)?(?:(?:unaudited|audited|interim|condensed|consolidated|combined|selected)\s*)+"
    r"|notes\s+to\s+financials?"
    r"|financial\s+notes|notes",
    re.I,
)
_OPENS = re.compile(r"(?:summary of )?(?:significant |major |principal )*accounting policies", re.I)
_REPORT = (
    r"(?:(?:the\s+)?reports?|opinion)\s+of\s+(?:the\s+)?(?:[\w&.,'’]+\s+){0,5}?(?:independent|certified|public|auditors?|"
    r"accountants?|management|registered|ernst|kpmg|price|deloitte|arthur|coopers|audit\s+committee)\b"
    r"|(?:the\s+)?independent\s+(?:registered|certified|public|auditors?|accountants?)[\w\s'’]*reports?\b"
    r"|(?:the\s+)?(?:auditors?|accountants?)['’]?\s*s?['’]?\s+(?:reports?|opinion|consent)\b"
    r"|reports?\s+on\s+(?:consolidated\s+)?financial"
    r"|management['’]?s?\s+(?:report|responsibilit|discussion|statement)"
    r"|(?:statement|report)\s+of\s+management|responsibility\s+for\s+(?:consolidated\s+)?financial"
)
_OF_A_FILING = (
    r"signatures?$|(?:index\s+to\s+)?exhibits?(?:\s+index)?$|exhibit\s+index\s+to\b"
    r"|consents?\s+of\s+|(?:financial\s+statement\s+)?schedules?\s+(?:[ivx]+|[0-9]+)\b|\(?schedule\s+[ivx]+"
    r"|pursuant\s+to\s+the\s+requirements\b|subsidiaries\s+of\b"
)
_OF_A_REPORT = (
    r"(?:selected|supplement(?:al|ary))\s+(?:consolidated\s+)?(?:quarterly|financial|oil|information|data)"
    r"|(?:five|six|ten|eleven)[\s-]+year\s+(?:summary|review|financial|selected|record|comparison|statistic)|quarterly\s+(?:financial|results|data|information|stock|consolidated)"
    r"|(?:corporate|stockholders?|shareholders?|investor)['’]?s?\s+(?:information|data|directory)$|information\s+for\s+(?:investors|(?:share|stock)holders)$"
    r"|board\s+of\s+directors$|directors\s+and\s+(?:executive\s+)?officers|(?:common\s+)?(?:stock|market)\s+(?:prices?|data)(?:$|\s+(?:and|of|per|for)\b)"
    r"|consolidated\s+(?:balance\s+sheets?|statements?\s+of\s+(?:income|operations|earnings|cash\s+flows|financial|"
    r"condition|stockholders|shareholders|changes))\b"
)
_ENDS = re.compile(f"{_REPORT}|{_OF_A_FILING}|{_OF_A_REPORT}", re.I)
_ITEM = re.compile(r"items?\s+(?P<item>[0-9]{1,2}\s*[a-c]?)\b|part\s+(?P<part>i{1,3}|iv)\b", re.I)
_OF_THE_STATEMENTS = re.compile(r"financial\s+(?:statements|information)", re.I)
_ASIDE = re.compile(r"\((?=[^()]{0,40}[A-Za-z]{3})[^()]{1,40}\)")


def begins(line: NoteLine) -> bool:
    """Whether a line is the title over the notes: `Notes to Consolidated Financial Statements`, also on later pages."""
    if len(line.text) > _LONGEST:
        return False
    text = bare(line.text)
    return bool(_BEGINS.fullmatch(text)) and not is_listed(line.text) and look(text) is not Look.PROSE


def opens(line: NoteLine) -> bool:
    """Whether a line is the heading of the first note where no title stands over the notes."""
    return line.apart and bool(_OPENS.fullmatch(bare(line.text)))


def endings(lines: Sequence[NoteLine]) -> tuple[bool, ...]:
    """For each line whether it begins what comes behind the notes: an auditor's report, the next item, the signatures.

    The part and the item that a line stands in may be printed on every page; they end nothing.
    """
    within: dict[str, str] = {}
    return tuple(_ends(lines, at, within) for at in range(len(lines)))


def _ends(lines: Sequence[NoteLine], at: int, within: dict[str, str]) -> bool:
    line = lines[at]
    if len(line.text) > _LONGEST:
        return False
    text = bare(line.text)
    item = _ITEM.match(text)
    if not (item or _ENDS.match(text)) or is_listed(line.text) or CONTINUED.search(line.text):
        return False
    if item:
        return _is_apart(lines, at) and _is_next(item, within) and not _OF_THE_STATEMENTS.search(text)
    return not is_row(line.text) and look(text) is not Look.PROSE and _is_apart(lines, at)


def _is_next(item: re.Match[str], within: dict[str, str]) -> bool:
    """Whether a part or an item is another than the one before, which it takes the place of."""
    kind = str(item.lastgroup)
    label = "".join(item[kind].lower().split())
    if within.get(kind) == label:
        return False
    if kind == "part":
        within.clear()
    within[kind] = label
    return True


def _is_apart(lines: Sequence[NoteLine], at: int) -> bool:
    """Whether a blank line stands above, or lines of the same title do."""
    for above in range(at, max(at - _TITLE_LINES, -1), -1):
        if lines[above].apart:
            return True
        if look(lines[above - 1].text) is Look.PROSE:
            return False
    return False


def bare(text: str) -> str:
    """The words of a line without what says that it goes on, and without asides."""
    without = _ASIDE.sub(" ", CONTINUED.sub("", text))
    return " ".join(without.split()).strip("*_-=:. ")
