"""What a reader of the page sees of an HTML source: everything else is blanked, so that offsets stay as they are.

Comments, scripts, style sheets, titles, the hidden header of inline XBRL and elements that are not displayed turn into
spaces, so that later steps need not know of them. Every step is linear in the length of the source, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_SILENT = re.compile(r"<(?:(!--)|(script|style|title|ix:header|noscript)\b)", re.I)
# The colon first: a literal that the search can leap to.
_NOT_SHOWN = re.compile(r":\s*(?:(none)|hidden)", re.I)
_OPENING = re.compile(r"<([a-z][\w:.-]*)[^<>]*>", re.I)
_VOID = frozenset(("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"))
# Elements whose end tag may be missing end where one of these begins.
_ENDS = {
    "td": re.compile(r"</t[dh]\s*>|(?=<t[dhr]\b|</tr\b|</table\b)", re.I),
    "th": re.compile(r"</t[dh]\s*>|(?=<t[dhr]\b|</tr\b|</table\b)", re.I),
    "tr": re.compile(r"</tr\s*>|(?=<tr\b|</table\b)", re.I),
    "p": re.compile(r"</p\s*>|(?=<(?:p|div|table|td|th|tr)\b|</(?:div|td|th|tr|table)\b)", re.I),
}
_MAX_TAG = 4_000
_LONGEST_PROPERTY = 16
_MOST_UNCLOSED = 20
"""Names of elements that are not closed after which no further is looked for."""


def visible(source: str) -> str:
    """The source with all that is not shown replaced by as many spaces."""
    shown = _blanked(source, _silent(source))
    return _blanked(shown, _hidden(shown))


def _blanked(source: str, stretches: Iterator[tuple[int, int]]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in stretches:
        pieces += (source[at:start], " " * (end - start))
        at = end
    return "".join((*pieces, source[at:])) if pieces else source


def _silent(source: str) -> Iterator[tuple[int, int]]:
    """Comments and elements whose content is never text; one that is not closed is taken for an empty one."""
    done = 0
    unclosed: set[str] = set()
    for found in _SILENT.finditer(source):
        name = (found[2] or "").lower()
        if found.start() < done or name in unclosed:
            continue
        closing = _closing(name).search(source, found.end())
        if closing is None:
            unclosed.add(name)
            continue
        done = closing.end()
        yield found.start(), done


@cache
def _closing(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}\s*>" if name else "--!?>", re.I)


def _hidden(source: str) -> Iterator[tuple[int, int]]:
    """Elements that are not displayed, and the content of those that only keep their place."""
    done = 0
    unclosed: set[str] = set()
    for found in _NOT_SHOWN.finditer(source):
        gone = bool(found[1])
        said = source[max(0, found.start() - _LONGEST_PROPERTY) : found.start()].rstrip().lower()
        if not said.endswith("display" if gone else "visibility"):
            continue
        start = source.rfind("<", max(done, found.start() - _MAX_TAG), found.start())
        tag = _OPENING.match(source, start) if start >= 0 else None
        if tag is None or tag.end() < found.end():
            continue
        name = tag[1].lower()
        if name in _VOID or name in unclosed or len(unclosed) == _MOST_UNCLOSED:
            continue
        end = _element_end(source, tag.end(), name)
        if end is None:
            unclosed.add(name)
            continue
        done = end
        yield (start, end) if gone else (tag.end(), max(tag.end(), source.rfind("<", tag.end(), end)))


def _element_end(source: str, start: int, name: str) -> int | None:
    """Where an element ends whose opening tag ends at `start`; None if it is never closed."""
    if name in _ENDS:
        found = _ENDS[name].search(source, start)
        return found.end() if found else None
    depth = 1
    for tag in _same(name).finditer(source, start):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    return None


@cache
def _same(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){re.escape(name)}\b[^<>]*>", re.I)
