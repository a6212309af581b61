"""Column heads and titles of a text table: the pieces that stand over the columns, and the lines above and beside."""

from __future__ import annotations

import re

from converter.grammars.months import MONTH
from converter.grammars.numbers import NUMBER, WORDS
from converter.grammars.years import YEAR
from converter.span import Span
from converter.tables.limits import MOST_HEADS
from converter.tables.table import Band, Text
from converter.tables.text_lines import PrintedLine
from converter.tables.text_pages import HEAD_WORD, PIECES, is_title

HEAD_SLACK = 12
"""A head may stand this many characters left of the leftmost value column: heads are wider than their values."""

_MAX_ABOVE = 14
_PROSE_LENGTH = 55
_LEADS_ON = re.compile(
    rf"\b(?:{NUMBER}|years?|quarters?|months?|weeks?|ended|ending|fiscal|the|for|as|of|at|{MONTH})\.?$", re.I
)
# What begins a head of its own, however near the one before it.
_BEGINS = re.compile(
    rf"{YEAR}$|{WORDS}$|(?:for )?(?:the )?(?:{NUMBER}[ -](?:months?|weeks?)|(?:fiscal )?(?:year|quarter)s? end|"
    r"(?:first|second|third|fourth|[1-4](?:st|nd|rd|th)) quarter)",
    re.I,
)
_ENDS_WITH_MONTH = re.compile(rf"\b{MONTH}\.?$", re.I)
_BEGINS_WITH_MONTH = re.compile(rf"{MONTH}\b", re.I)
# A title's list of the years or days that the columns are of, which may go on in the next line:
# "December 31, 1998, 1997 and 1996".
_LIST = re.compile(rf"\b{YEAR},? and(?:\b.*\b{YEAR}\b|$)", re.I)
_INNER_RULE = re.compile(r"[-=_]{3,}")
# Dates, years and lengths of narrow columns stand one space apart: "Sept. 25, Sept. 26,", "1999 1998".
_HEAD_BREAK = re.compile(
    rf"(?<=[,\d]) (?={MONTH}\.? \d)"
    rf"|(?<=\b{YEAR}) (?={YEAR}\b)"
    rf"|(?<=\bended) (?={NUMBER} (?:months?|weeks?)\b)",
    re.I,
)
_DATED = re.compile(rf"\b{MONTH}\.? \d", re.I)
# A scale or a remark in brackets, centred under the title, is not a head.
_REMARK = re.compile(rf"\((?!.*\b{YEAR}\b).*\)$")


def head(
    lines: list[PrintedLine], first: int, start: int, bands: tuple[Band, ...]
) -> tuple[int, tuple[tuple[Text, ...], ...]]:
    """The lines of the column heads above line `start`, and the number of the first of them."""
    found: list[tuple[Text, ...]] = []
    top = start
    misses = 0
    for at in range(start - 1, first - 1, -1):
        line = lines[at]
        if line.page or len(found) == MOST_HEADS:
            break
        if line.blank or line.rule or _REMARK.match(line.text.strip()):
            continue
        over = pieces(line, bands)
        if not over or is_title(lines, at):
            misses += 1
            if misses > 1 or is_title(lines, at):
                break
            continue
        found.append(over)
        top = at
    found.reverse()
    return top, tuple(found)


def pieces(line: PrintedLine, bands: tuple[Band, ...]) -> tuple[Text, ...]:
    """The words of a line that stand over the columns, piece by piece; none if it rather is a title or a remark.

    A phrase that lists the years of all columns stands over none of them.
    """
    text = _INNER_RULE.sub(lambda rule: " " * len(rule[0]), line.text)
    found = [
        Text(text[start:end], Span(line.at(start), line.at(end - 1) + 1), start, end)
        for match in PIECES.finditer(text)
        if not _LIST.search(match[0])
        for start, end in _apart(text, match.start(), match.end(), bands[0])
    ]
    found = _together(found)
    over = [piece for piece in found if piece.x1 > bands[0].x0 - HEAD_SLACK and piece.x0 > 12]
    if over and len(found) > len(over):  # words in the caption's place: the head of the captions, or a section's name
        return tuple(over)
    if len(over) == 1 and _REMARK.match(over[0].text):
        return ()
    # A single centred line that begins left of the columns is a title.
    if len(over) == 1 and over[0].x0 < bands[0].x0 - HEAD_SLACK and not HEAD_WORD.search(over[0].text):
        return ()
    return tuple(over)


def _together(found: list[Text]) -> list[Text]:
    """Justified print may part `NINE  MONTHS` and `Years  ended  March  31,`."""
    out: list[Text] = []
    for piece in found:
        if out and piece.x0 - out[-1].x1 <= 3 and _LEADS_ON.search(out[-1].text) and not _begins(out[-1], piece):
            before = out.pop()
            piece = Text(f"{before.text} {piece.text}", Span(before.span.start, piece.span.end), before.x0, piece.x1)
        out.append(piece)
    return out


def _begins(before: Text, piece: Text) -> bool:
    """Whether a piece is a head of its own: one phrase has one length and one month, and no word twice."""
    if before.text == piece.text:
        return True
    if _ENDS_WITH_MONTH.search(before.text) and _BEGINS_WITH_MONTH.match(piece.text):
        return True
    return bool(_BEGINS.match(piece.text))


def _apart(text: str, start: int, end: int, leftmost: Band) -> list[tuple[int, int]]:
    """The heads in a phrase. Where the first of them does not reach over the leftmost column and yet is dated, there
    are none: it is a title's list of dates that runs on over the columns.
    """
    breaks = [found.start() for found in _HEAD_BREAK.finditer(text, start, end)]
    if breaks and 2 * breaks[0] < leftmost.x0 + leftmost.x1 and _DATED.search(text, start, breaks[0]):
        return [(start, end)]
    return list(zip([start, *(at + 1 for at in breaks)], [*breaks, end], strict=True))


def after_title(lines: list[PrintedLine], first: int, end: int) -> int:
    """The line behind the last title before line `end` and its dates and remarks; `first` if there is no title."""
    title = next((at for at in range(end - 1, first - 1, -1) if is_title(lines, at)), None)
    if title is None:
        return first
    behind = title + 1
    for at in range(behind, end):
        line = lines[at]
        if line.blank or line.rule:
            continue
        words = line.text.strip()
        if not (_REMARK.match(words) or HEAD_WORD.search(words)):
            break
        behind = at + 1
    return behind


def above(lines: list[PrintedLine], first: int, head_from: int) -> tuple[Text, ...]:
    """The lines before the heads, at most a dozen, up to prose or another table."""
    found: list[Text] = []
    prose = 0
    for at in range(head_from - 1, first - 1, -1):
        line = lines[at]
        text = line.text.strip()
        if not text or line.rule:
            continue
        prose = prose + 1 if len(text) > _PROSE_LENGTH and line.indent < 10 and not text.isupper() else 0
        if prose > 2 or len(found) >= _MAX_ABOVE or (line.values and not line.years_only):
            break
        x0 = len(line.text) - len(line.text.lstrip())
        found.append(
            Text(" ".join(text.split()), Span(line.at(x0), line.at(len(line.text) - 1) + 1), x0, len(line.text))
        )
    found.reverse()
    return tuple(found)


def beside(lines: list[PrintedLine], head_from: int, start: int, bands: tuple[Band, ...]) -> tuple[Text, ...]:
    """Words in the captions' place beside the column heads: a scale, a title, "Years ended"."""
    found = []
    for line in lines[head_from:start]:
        over = {piece.x0 for piece in pieces(line, bands)}
        words = [match for match in PIECES.finditer(line.text) if not over or match.end() <= min(over)]
        if words and not line.rule:
            x0, x1 = words[0].start(), words[-1].end()
            found.append(Text(" ".join(line.text[x0:x1].split()), Span(line.at(x0), line.at(x1 - 1) + 1), x0, x1))
    return tuple(found)
