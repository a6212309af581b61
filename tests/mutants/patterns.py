"""Small changes of a regular expression, or of a piece of one: an alternative, an anchor or a quantifier forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

Edit = tuple[int, int, str, str]
"""(start, end, text in its place, kind), in the pattern's own text."""

_ATOM = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[(|)]|.", re.S)
_COUNTS = re.compile(r"\{+(\d*)(,?)(\d*)\}+")
_ANCHORS = (r"\b", r"\B", "^", "$")


def pattern_changes(pattern: str) -> Iterator[Edit]:
    atoms = [(found.start(), found.end(), found.group()) for found in _ATOM.finditer(pattern)]
    yield from _alternatives(pattern, atoms)
    for start, end, atom in atoms:
        if atom in _ANCHORS:
            yield start, end, "", "pattern anchor"
        elif atom == "?" and pattern[max(start - 1, 0)] not in "(*+?}":
            yield start, end, "", "pattern quantifier"
        elif atom in ("*", "+") and start and pattern[start - 1] not in "*+?}":
            yield start, end, "+" if atom == "*" else "*", "pattern quantifier"
        elif atom.startswith("[^"):
            yield start + 1, start + 2, "", "pattern class"
    for found in _COUNTS.finditer(pattern):
        group = 3 if found[3] else 1
        if found[group]:
            start, end = found.span(group)
            yield start, end, str(int(found[group]) + 1), "pattern count"
            yield start, end, str(max(int(found[group]) - 1, 0)), "pattern count"


def _alternatives(pattern: str, atoms: list[tuple[int, int, str]]) -> Iterator[Edit]:
    """Without one of the alternatives of a group. What a piece begins or leaves open counts as a group."""
    opened: list[list[int]] = [[0]]  # of each open group, where its alternatives begin
    for start, end, atom in atoms:
        if atom == "(":
            head = re.compile(r"\((?:\?(?:P<\w+>|[:=!>]|<[=!]))?").match(pattern, start)
            assert head
            opened.append([head.end()])
        elif atom == "|":
            opened[-1].append(end)
        elif atom == ")":
            yield from _without_one(opened.pop() if len(opened) > 1 else opened[0], start)
            opened = opened or [[end]]
    for begun in opened:
        yield from _without_one(begun, len(pattern))


def _without_one(starts: list[int], end: int) -> Iterator[Edit]:
    if len(starts) > 1:
        for start, following in pairwise(starts):
            yield start, following, "", "pattern alternative"
        yield starts[-1] - 1, end, "", "pattern alternative"
