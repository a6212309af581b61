"""The sections of selected data: a heading among the rows, `Statement of Operations Data:`, says which statement the
rows under it are taken from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from converter.tables.table import Row
from converter.terms import Kind

_SECTIONS: Mapping[Kind, re.Pattern[str]] = {
    kind: re.compile(rf"(?:selected )?(?:consolidated )?(?:{words}) data ?(?:\([^)]*\))?:?", re.I)
    for kind, words in {
        Kind.INCOME: r"(?:statements? of )?(?:\w+ )?(?:operations|income|earnings|loss)|income statements?|operating",
        Kind.BALANCE_SHEET: r"balance sheets?|(?:statements? of )?financial (?:position|condition)",
        Kind.CASH_FLOW: r"(?:statements? of )?cash flows?",
    }.items()
}


def sections(rows: Sequence[Row]) -> Iterator[tuple[int, str, Kind]]:
    """The headings of sections: at which row each begins, its words (of one row or two), the statement it names."""
    for at in (at for at, row in enumerate(rows) if not row.cells):
        wrapped = " ".join(one.stub for one in rows[at : at + 2] if not one.cells)
        named = [(text, kind) for text in dict.fromkeys((rows[at].stub, wrapped)) if (kind := _kind(text))]
        if named:
            yield at, *named[0]


def _kind(heading: str) -> Kind | None:
    words = " ".join(heading.split())
    return next((kind for kind, pattern in _SECTIONS.items() if pattern.fullmatch(words)), None)


def section_over(rows: Sequence[Row]) -> str:
    """The heading of the section that the first amounts of a table stand in, empty if there is none."""
    over = tuple(takewhile(lambda row: not row.cells, rows))
    return next((text for _, text, _ in sections(over)), "")
