"""Pages of a plain text: what is printed of the page and not of the table on it, and where tables end and begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from converter.grammars.months import MONTH
from converter.grammars.scales import SCALE
from converter.grammars.years import YEAR
from converter.tables.text_lines import PrintedLine

PIECES = re.compile(r"\S+(?: \S+)*")
"""Words that only single spaces part."""

HEAD_WORD = re.compile(
    rf"\b(?:ended|ending|months?|weeks?|quarters?|years?|fiscal|{YEAR}|{MONTH}|unaudited|audited|restated|actual|"
    rf"pro forma|change|{SCALE}s|dollars|'\d\d|q[1-4]|\d\d?/\d\d?/\d\d|as of|as reported)\b",
    re.I,
)
"""What heads of columns speak of."""

_TITLE = re.compile(r"\b(?:balance sheets?|statements? of|statement|consolidated|condensed|financial position)\b", re.I)
_NAMES_STATEMENT = re.compile(r"balance sheet|statement|financial position", re.I)
_MARK = re.compile(r"(<PAGE>|\f)")
_NUMBER = re.compile(r"(?:page\s+)?[-(]?\s?(?:[A-Z]{1,2}-)?\d{1,3}\s?[-)]?(?:\s+of\s+\d{1,3})?$", re.I)
_SHORT = re.compile(r"\d{1,3}$")
# Lines at the foot or the head of a page that are never a caption.
_FURNITURE = re.compile(
    r"\(?continued(?: on (?:the )?(?:next|following) page)?\)?$|table of contents$|"
    r"(?:see|the) (?:accompanying )?notes\b.*(?:statements?|thereof|part)\b.*",
    re.I,
)
_REMARK = re.compile(r"\([^()]*\)")
"""What a title may say in other letters: "(Unaudited)"."""
_FAR_IN = 12
_PROSE_LENGTH = 75
_MOST_BETWEEN = 6
# Value lines before and behind a page's end that tell whether the columns are the same, and the share that has to.
_BEFORE, _BEHIND, _FIT = 40, 12, 0.6
_SLACK = 1


def parted_at_marks(text: str, start: int) -> Iterator[tuple[int, str]]:
    """The lines of a text with their offsets, a page's mark on a line of its own wherever it stands."""
    for line in text.split("\n"):
        if "<PAGE>" in line or "\f" in line:
            at = start
            for piece in _MARK.split(line):
                if piece.strip(" \t\r"):
                    yield at, piece
                at += len(piece)
        else:
            yield start, line
        start += len(line) + 1


def running_heads(lines: Iterable[str]) -> frozenset[str]:
    """The lines that stand first on more than one page, white space collapsed."""
    seen: set[str] = set()
    again: set[str] = set()
    first = False
    for line in lines:
        if _MARK.search(line):
            first = True
        elif first and (words := " ".join(line.split())) and not _NUMBER.match(words):
            first = False
            (again if words in seen else seen).add(words)
    return frozenset(again)


def is_furniture(line: PrintedLine, running: frozenset[str] = frozenset()) -> bool:
    """Whether a line without values is of the page: its number, "(continued)", a running head, "See notes"."""
    words = " ".join(line.text.split())
    return not line.values and bool(_NUMBER.match(words) or _FURNITURE.match(words) or words in running)


def blank_page_numbers(lines: list[PrintedLine]) -> None:
    """Take out page numbers that read like values: alone on a line, or behind a title."""
    for at, line in enumerate(lines):
        if not line.values:
            continue
        if line.stub:
            if len(line.values) == 1 and _SHORT.match(line.values[0].text) and _is_running(lines, at):
                line.text, line.values = line.text[: line.values[0].x0].rstrip(), ()
        elif _NUMBER.match(line.text.strip()) and _stands_alone(lines, at):
            line.values, line.text = (), ""


def _is_running(lines: list[PrintedLine], at: int) -> bool:
    """Whether a line with a small number behind its words is the running head of a page: a title, or right over one."""
    if _reads_like_title(lines[at].stub):
        return True
    follows = next((under for under in range(at + 1, min(at + 4, len(lines))) if not lines[under].blank), None)
    if follows is None or lines[follows].values or not _begins_page(lines, at):
        return False
    return _reads_like_title(lines[follows].text.strip())


def _begins_page(lines: list[PrintedLine], at: int) -> bool:
    above = _above(lines, at)
    return above is None or above.page


def _above(lines: list[PrintedLine], at: int) -> PrintedLine | None:
    """The nearest line above that is not blank, or the mark of a page."""
    return next((lines[up] for up in range(at - 1, -1, -1) if lines[up].page or not lines[up].blank), None)


def _stands_alone(lines: list[PrintedLine], at: int) -> bool:
    """Whether a number has blank lines about it, or words that are no caption before it and a title behind it."""
    before, behind = (lines[beside] if 0 <= beside < len(lines) else None for beside in (at - 1, at + 1))
    if any(beside is not None and beside.page for beside in (before, behind)):
        return True
    if behind is not None and not (behind.blank or is_title(lines, at + 1)):
        return False
    return before is None or before.blank or _is_prose(before)


def _is_prose(line: PrintedLine) -> bool:
    """Whether a line without values is of a sentence rather than a caption."""
    words = line.text.strip()
    return not line.values and not line.rule and (len(words) > _PROSE_LENGTH or words.endswith("."))


def cut(lines: list[PrintedLine], tags: set[int], running: frozenset[str]) -> list[tuple[int, int]]:
    """Stretches (first, last + 1) of a block that each hold one table: cut at titles, heads, tags and pages.

    A page or a tag ends no table where neither title, head nor prose follows and the values behind it stand in the
    columns of those before.
    """
    valued = [at for at, line in enumerate(lines) if line.values and not line.years_only]
    bounds = [0]
    for nth, (previous, following) in enumerate(pairwise(valued)):
        begins = any(_begins_table(lines, at) for at in range(previous + 1, following))
        parted = any(lines[at].page or at in tags for at in range(previous + 1, following))
        if begins or (parted and not _goes_on(lines, valued, nth, running)):
            bounds.append(_end(lines, tags, previous, following))
    bounds.append(len(lines))
    return list(pairwise(bounds))


def _end(lines: list[PrintedLine], tags: set[int], previous: int, following: int) -> int:
    """Where, between two value lines, one table ends: right behind the first; all else belongs to the second."""
    for at in range(previous + 1, following):
        if lines[at].blank or lines[at].page or lines[at].rule or at in tags:
            return at
    return previous + 1


def _begins_table(lines: list[PrintedLine], at: int) -> bool:
    return is_title(lines, at) or (is_head(lines[at]) and _is_set_apart(lines, at))


def _goes_on(lines: list[PrintedLine], valued: list[int], nth: int, running: frozenset[str]) -> bool:
    """Whether the values behind a page's end belong to the table before it; `nth` counts its last value line."""
    between = [
        line
        for line in lines[valued[nth] + 1 : valued[nth + 1]]
        if not (line.blank or line.page or line.rule or is_furniture(line, running))
    ]
    if len(between) > _MOST_BETWEEN or any(line.years_only or _is_prose(line) for line in between):
        return False
    before = [lines[at] for at in valued[max(0, nth + 1 - _BEFORE) : nth + 1]]
    behind = [lines[at] for at in valued[nth + 1 : nth + 1 + _BEHIND]]
    edges = {token.x1 + slack for line in before for token in line.values for slack in range(-_SLACK, _SLACK + 1)}
    fit = [token.x1 in edges for line in behind for token in line.values]
    return max(len(line.values) for line in behind) <= max(len(line.values) for line in before) and sum(
        fit
    ) >= _FIT * len(fit)


def is_title(lines: list[PrintedLine], at: int) -> bool:
    """Whether a line names a statement, and is set as a title: far in, in capitals but for a remark, first of a page or
    of a paragraph, or below the first line of a page.
    """
    text = lines[at].text.strip()
    if lines[at].values or not _reads_like_title(text):
        return False
    if lines[at].indent >= _FAR_IN or _REMARK.sub("", text).isupper():
        return True
    return at > 0 and (lines[at - 1].blank or lines[at - 1].page or _is_first_on_page(lines, at - 1))


def _is_first_on_page(lines: list[PrintedLine], at: int) -> bool:
    above = _above(lines, at)
    return above is not None and above.page


def _reads_like_title(text: str) -> bool:
    return 8 < len(text) < 90 and text[-1] not in ".,;:" and bool(_TITLE.search(text) and _NAMES_STATEMENT.search(text))


def is_head(line: PrintedLine) -> bool:
    """Whether a line is of column heads and nothing else: several pieces, all of which speak of periods or bases."""
    if line.years_only and not line.stub:
        return True
    pieces = PIECES.findall(line.text)
    return not line.values and len(pieces) >= 2 and all(HEAD_WORD.search(piece) for piece in pieces)


def _is_set_apart(lines: list[PrintedLine], at: int) -> bool:
    """Blank lines or rules around: a new head, not a caption that speaks of dates."""
    return at > 0 and (lines[at - 1].blank or lines[at - 1].page or bool(lines[at - 1].rule) or is_head(lines[at - 1]))
