"""Where in a plain text the statements may stand: blocks of value lines that speak of statements.

A cheap look at every line (does it end like a value, far from its words?) finds the blocks; only those that use a
statement's vocabulary are parsed. That keeps a 10-K's reading time in proportion to its statements.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# Lines without values that may stand between two value lines of one block (headings, page heads, wrapped captions).
_MAX_GAP = 25
_MIN_VALUE_LINES = 3
# How far above its first value line a block's titles and column heads may begin.
_REACH = 45
_TAIL = 4
_VALUE_END = frozenset("0123456789)%-*|\u2014\u2013")
# Of lower-case text: to ignore case would take three times as long.
_VOCABULARY = re.compile(
    r"total\s+(?:current\s+)?(?:assets|liabilities)|liabilities\s+and\s++(?:\S++\s++)?\S*holders|"
    r"net\s+\(?(?:income|loss|earnings|profit)|(?:earnings|income|loss|profit)\S*+\s++(?:\S++\s++before|\S*before)|"
    r"(?:operating|investing|financing)\s+activities|net\s+cash|cash\s+flows?|total\s+(?:net\s+)?(?:revenues?|sales)|net\s+(?:sales|revenues?)|"
    r"(?:accounts|retained|additional)\s+(?:receivable|payable|earnings|paid)|"
    r"stockholders.{0,3}\s+equity|shareholders.{0,3}\s+equity|partners.{0,3}\s+(?:capital|equity)|balance\s+sheets?\b|"
    r"cost\s+of\s+(?:sales|goods|revenues?)|per\s+(?:common\s+)?share|income\s+taxes|comprehensive\s+(?:income|loss)|"
    r"net\s+assets|investment\s+(?:income|loss)",
)
_MIN_WORDS = 2


class Block(NamedTuple):
    """Line numbers `first` to `last` (included) of the lines given."""

    first: int
    last: int


def looks_like_values(line: str) -> bool:
    """Whether a raw line ends in something like a value, set apart from words before it."""
    line = line.rstrip()
    if not line or line[-1] not in _VALUE_END:
        return False
    return "  " in line or "\t" in line or ".." in line or "$" in line


def find_blocks(lines: list[str]) -> list[Block]:
    """The blocks of lines worth parsing, in order, not overlapping."""
    groups: list[list[int]] = []
    previous = -_MAX_GAP - 2
    for number, line in enumerate(lines):
        if not looks_like_values(line):
            continue
        if number - previous > _MAX_GAP:
            groups.append([])
        groups[-1].append(number)
        previous = number
    blocks: list[Block] = []
    for group in groups:
        if len(group) < _MIN_VALUE_LINES:
            continue
        first, last = group[0], min(group[-1] + _TAIL, len(lines) - 1)
        if not _speaks_of_statements("\n".join(lines[max(0, first - 8) : last + 1])):
            continue
        floor = blocks[-1].last + 1 if blocks else 0
        blocks.append(Block(max(floor, first - _REACH), last))
    return blocks


def _speaks_of_statements(text: str) -> bool:
    """Whether a few different expressions of statements occur; the search ends with the last one that is needed."""
    said: set[str] = set()
    for found in _VOCABULARY.finditer(text.lower()):
        said.add(found[0])
        if len(said) >= _MIN_WORDS:
            return True
    return False
