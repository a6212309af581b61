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
    r"(?!see\b|refer\b|.*\baccompanying\b)(?:[0-9]{1,3} )?(?:the )?(?:[\w.,&']+ ){0,8}?(?:foot)?notes? (?:to|on) "
    r"(?:the )?"
    r"(?:[\w.,&'’/()-]+ ){0,8}?(?:financial )?statements?\b.*"
    r"|notes? to (?:the )?(?:(?:unaudited|audited|interim|condensed|consolidated|combined|selected) ?)+"
    r"|notes to financials?"
    r"|financial notes|notes",
    re.I,
)
_OPENS = re.compile(r"(?:summary of )?(?:significant |major |principal )*accounting policies", re.I)
_REPORT = (
    r"(?:(?:the )?reports?|opinion) of (?:the )?(?:[\w&.,'’]+ ){0,5}?(?:independent|certified|public|auditors?|"
    r"accountants?|management|registered|ernst|kpmg|price|deloitte|arthur|coopers|audit committee)\b"
    r"|(?:the )?independent (?:registered|certified|public|auditors?|accountants?)[\w '’]*reports?\b"
    r"|(?:the )?(?:auditors?|accountants?)['’]? ?s?['’]? (?:reports?|opinion|consent)\b"
    r"|reports? on (?:consolidated )?financial"
    r"|management['’]?s? (?:report|responsibilit|discussion|statement)"
    r"|(?:statement|report) of management|responsibility for (?:consolidated )?financial"
)
_OF_A_FILING = (
    r"signatures?$|(?:index to )?exhibits?(?: index)?$|exhibit index to\b"
    r"|consents? of |(?:financial statement )?schedules? (?:[ivx]+|[0-9]+)\b|\(?schedule [ivx]+"
    r"|pursuant to the requirements\b|subsidiaries of\b"
)
_OF_A_REPORT = (
    r"(?:selected|supplement(?:al|ary)) (?:consolidated )?(?:quarterly|financial|oil|information|data)"
    r"|(?:five|six|ten|eleven)[ -]year (?:summary|review|financial|selected|record|comparison|statistic)"
    r"|quarterly (?:financial|results|data|information|stock|consolidated)"
    r"|(?:corporate|stockholders?|shareholders?|investor)['’]?s? (?:information|data|directory)$"
    r"|information for (?:investors|(?:share|stock)holders)$"
    r"|board of directors$|directors and (?:executive )?officers"
    r"|(?:common )?(?:stock|market) (?:prices?|data)(?:$| (?:and|of|per|for)\b)"
    r"|consolidated (?:balance sheets?|statements? of (?:income|operations|earnings|cash flows|financial|"
    r"condition|stockholders|shareholders|changes))\b"
)
_ENDS = re.compile(f"{_REPORT}|{_OF_A_FILING}|{_OF_A_REPORT}", re.I)
_ITEM = re.compile(r"items? (?P<item>[0-9]{1,2} ?[a-c]?)\b|part (?P<part>i{1,3}|iv)\b", re.I)
_OF_THE_STATEMENTS = re.compile(r"financial (?:statements|information)", re.I)
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
