"""The printed lines of a part, text or HTML, as far as headings are told by them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from converter.sources.document import Document, Part
from converter.tables.html_lines import is_bare
from converter.tables.html_markup import RawTable, pre_stretches, scan
from converter.tables.html_source import visible
from converter.tables.html_text import read_content
from converter.tables.limits import LONGEST_TEXT
from converter.tables.text_pages import parted_at_marks

_SGML = re.compile(r"</?(?:PAGE|TABLE|CAPTION|S|C|F\d*|FN|/?B|/?I)\b[^<>]*>|\f", re.I)
_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—]*\s?(?:[A-Z]{1,2}-)?[0-9]{1,3}\s?[-–—]*", re.I)
_BOLD = re.compile(r"<(?:b|strong|u|h[1-6])\b|font-weight:\s*(?:bold|[6-9]00)|text-decoration:\s*underline", re.I)
_FEWEST = 2
"""Rows of so many cells make a table of what would be layout."""
_TAG = re.compile(r"<(?!/?(?:page|table)\b)[^<>]*>", re.I)
_TABLE = re.compile(r"</?TABLE>", re.I)
_RULE = re.compile(r"(?:-\s)?[-_=*]{10,}")
"""A rule over the width of a line, also behind the mark that signed mail puts before dashes."""
_SPACES = re.compile(r"\s{2,}|\t")
_TEXT = 60
"""Characters of a line that no table has without a gap."""
_LONGEST_GAP = 2_000
"""Characters of markup before a line that are asked for its look."""
_RUNNING = 3
"""Times that the running head of pages is printed, at least."""
_LONGEST_HEADING = 400
"""Characters of a line that are looked at; a paragraph of HTML is one line."""


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A printed line that is not blank.

    Attributes:
        text: its words, white space collapsed but for two spaces and more, which stay two; the first of a long line.
        begin: where the line begins in the source, of fixed text with the blanks that set it in.
        start, end: from its first printed character to behind its last, in the source.
        indent: characters, or fixed spaces, before its first word.
        apart: a blank line, a rule or the edge of a page stands above it; of HTML, a block begins with it.
        bold: markup sets it off.
        tabular: it stands between the marks of a table.
        ruled: it is underlined, as far as fixed text can.
    """

    text: str
    begin: int
    start: int
    end: int
    indent: int
    apart: bool
    bold: bool = False
    tabular: bool = False
    ruled: bool = False


def note_lines(document: Document, part: Part) -> list[NoteLine]:
    """The printed lines of a part in reading order; page numbers and marks of pages count as blank ones."""
    source = document.text[part.span.start : part.span.end]
    if part.format == "text":
        return _of_text(source, part.span.start)
    shown = visible(source)
    if is_bare(shown):
        return _of_text(_TAG.sub(_blank, shown), part.span.start)
    return list(_of_html(shown, part.span.start))


def running_heads(lines: Sequence[NoteLine]) -> frozenset[str]:
    """The lines that are printed again and again, as the heads of pages are."""
    printed = Counter(line.text for line in lines if line.apart)
    return frozenset(text for text, count in printed.items() if count >= _RUNNING)


def _of_text(source: str, base: int) -> list[NoteLine]:
    lines: list[NoteLine] = []
    apart = True
    tabular = False
    for at, line in parted_at_marks(source, base):
        if len(line) > LONGEST_TEXT:
            apart = False
            continue
        marks = [tag.group().upper() for tag in _TABLE.finditer(line)]
        tabular = marks[-1] == "<TABLE>" if marks else tabular
        bare = _SGML.sub(_blank, line)
        words = bare.strip()
        if not _says_something(words):
            if lines and not apart and _RULE.fullmatch(words):
                lines[-1] = replace(lines[-1], ruled=True)
            apart = True
            continue
        tabular = tabular and not _is_text(words)
        first = len(bare) - len(bare.lstrip())
        indent = len(bare[:first].expandtabs())
        end = at + len(bare.rstrip())
        lines.append(NoteLine(_spaced(words), at, at + first, end, indent, apart, tabular=tabular))
        apart = False
    return lines


def _of_html(source: str, base: int) -> Iterator[NoteLine]:
    stretches = pre_stretches(source)
    tables = iter(_tables(source))
    table = next(tables, None)
    behind = 0
    number = 0
    apart = True
    for line in read_content(source, 0, len(source)).lines:
        start, _ = line.stretch()
        while number < len(stretches) and stretches[number][1] <= start:
            number += 1
        while table is not None and table[1] <= start:
            table = next(tables, None)
        tabular = table is not None and table[0] <= start
        fixed = number < len(stretches) and stretches[number][0] <= start
        for first, last in _pieces(line.text) if fixed else [(0, len(line.text))]:
            piece = line.text[first:last]
            words = piece.strip()
            if not _says_something(words):
                apart = True
                continue
            begin = first + len(piece) - len(piece.lstrip())
            here, end = line.start(begin), line.end(first + len(piece.rstrip()))
            markup = source[max(behind, here - _LONGEST_GAP) : here]
            shown = _spaced(words) if fixed else " ".join(words[:_LONGEST_HEADING].split())
            bold = bool(_BOLD.search(markup))
            line_begin = line.start(first) if fixed else here
            yield NoteLine(
                shown,
                base + line_begin,
                base + here,
                base + end,
                begin - first,
                apart or not fixed,
                bold,
                tabular=tabular,
            )
            behind = end
            apart = False


def _tables(source: str) -> list[tuple[int, int]]:
    """Where the tables of some rows and columns are, in reading order; those that hold a table are layout."""
    found = [(table.start, table.end) for table in scan(source) if not table.inner and _is_grid(table)]
    return sorted(found)


def _is_grid(table: RawTable) -> bool:
    return sum(len(row.cells) >= _FEWEST for row in table.rows) >= _FEWEST


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines of fixed text begin and end."""
    at = 0
    for piece in text.split("\n"):
        yield at, at + len(piece)
        at += len(piece) + 1


def _blank(tag: re.Match[str]) -> str:
    """Blanks in the place of a tag, so that offsets stay."""
    return "".join("\n" if sign == "\n" else " " for sign in tag.group())


def _says_something(words: str) -> bool:
    """Whether a line is neither blank, nor a rule, nor the number of a page."""
    return any(sign.isalnum() for sign in words) and not _PAGE_NUMBER.fullmatch(words)


def _is_text(words: str) -> bool:
    """Whether a line is of running text, where a table ends whose mark of the end is missing."""
    return len(words) >= _TEXT and "  " not in words


def _spaced(words: str) -> str:
    return _SPACES.sub("  ", words[:_LONGEST_HEADING].replace("\xa0", " "))
