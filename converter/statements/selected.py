"""The sections of selected data: a heading among the rows, `Statement of Operations Data:`, says which statement the
rows under it are taken from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from converter.tables.table import Row
from converter.terms import Kind

_SECTIONS: Mapping[Kind, re.Pattern[str]] = {
    kind: re.compile(rf"(?:selected\s+)?(?:consolidated\s+)?(?:{words})\s+data\b\s*(?:\([^)]*\)\s*)?:?", re.I)
    for kind, words in {
        Kind.INCOME: r"(?:statements?\s+of\s+)?(?:\w+\s+)?(?:operations|income|earnings|loss)|income\s+statements?|"
        r"operating",
        Kind.BALANCE_SHEET: r"balance\s+sheets?|(?:statements?\s+of\s+)?financial\s+(?:position|condition)",
        Kind.CASH_FLOW: r"(?:statements?\s+of\s+)?cash\s+flows?",
    }.items()
}


def sections(rows: Sequence[Row]) -> Iterator[tuple[int, str, Kind]]:
    """The headings of sections: at which row each begins, its words (of one row or two), the statement it names."""
    for at, row in enumerate(rows):
        if row.cells:
            continue
        wrapped = [] if at + 1 == len(rows) or rows[at + 1].cells else [f"{row.stub} {rows[at + 1].stub}"]
        for text in (row.stub, *wrapped):
            kind = _kind(text.strip())
            if kind is not None:
                yield at, text, kind
                break


def _kind(heading: str) -> Kind | None:
    if "data" not in heading.casefold():  # most headings, at little cost
        return None
    return next((kind for kind, pattern in _SECTIONS.items() if pattern.fullmatch(heading)), None)


def section_over(rows: Sequence[Row]) -> str:
    """The heading of the section that the first amounts of a table stand in, empty if there is none."""
    first = next((at for at, row in enumerate(rows) if row.cells), len(rows))
    return next((text for at, text, _ in sections(rows) if at < first), "")
