"""What no statement has: beyond these limits print is not read as one, which bounds what a hostile document can cost.

The widest of the reference corpus are a line of 200 characters with values, 20 columns, a caption of 1,500 characters
and 24 lines of heads.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.findings import Finding, Severity
from converter.span import Span

LONGEST_LINE = 1_000
"""Characters of a line of plain text that has values."""

LONGEST_TEXT = 2_000
"""Characters of a caption, a head or a title that are looked at."""

MOST_HEADS = 40
"""Lines of column heads over a table."""


def is_too_long(line: str) -> bool:
    """Whether a line of plain text, its tabs expanded, is longer than any line of a statement."""
    if len(line) <= LONGEST_LINE and "\t" not in line:
        return False
    return len(line.rstrip().expandtabs()) > LONGEST_LINE


def shortened(line: str) -> str:
    """As much of a line that is too long as is looked at; an expanded tab has up to eight characters."""
    return line[: LONGEST_LINE // 8 if "\t" in line else LONGEST_LINE]


def long_lines(places: Sequence[Span]) -> Finding:
    """The finding for lines that end like values but are too long; `places` must not be empty."""
    message = (
        f"{len(places)} lines of more than {LONGEST_LINE:,} characters end like lines of a statement; their values are "
        "not read. Give the document with its own line ends."
    )
    return Finding(Severity.WARNING, "tables.line-too-long", message, places[0])
