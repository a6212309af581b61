"""The Table: rows and columns of printed cells, the same for plain text and HTML.

Horizontal places (`x0`, `x1`) are character columns in a text table and grid columns in an HTML table; half-open, from
0. Within one table they are comparable, which is all that later stages need to hang a column head over its values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from converter.span import Span

Layout = Literal["text", "html"]


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a place: a title line, or one piece of a column head. White space collapsed, tags and entities
    resolved.
    """

    text: str
    span: Span
    x0: int = 0
    x1: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed value.

    Attributes:
        text: as printed, with its own `$`, brackets, percent sign and minus joined to it even if they were printed
            apart:
            `(1,234)`, `$ 39.0`, `--`, `12.5%`. Footnote marks beside the number are left out.
        span: the number's digits with their brackets (for a dash: the dash), without `$`.
        column: index into `Table.columns`.
        x0, x1: where it stands.
    """

    text: str
    span: Span
    column: int
    x0: int
    x1: int


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line of the table's body (HTML: one `<tr>`): caption at the left, values at the right, either may
    be missing.

    Wrapped captions are still several rows here; joining them needs to know what a statement is.

    Attributes:
        stub: the caption's text, leaders (`.....`) removed, white space collapsed; empty if none.
        stub_span: the caption in the source, or the row's place if there is none.
        indent: the caption's indentation: characters in text; in HTML steps of about two characters' width.
        gap: blank lines (HTML: empty rows) stand between this row and the one before.
        ruled: a rule (`-----`, `=====`, or a cell's border) stands between this row and the one before, under value
            columns.
        rule: the characters of that rule: `-`, `=`, or empty.
    """

    stub: str
    stub_span: Span
    indent: int
    cells: tuple[Cell, ...]
    gap: bool = False
    rule: str = ""

    @property
    def ruled(self) -> bool:
        return bool(self.rule)


@dataclass(frozen=True, slots=True)
class Band:
    """A value column: the horizontal stretch that its values cover."""

    x0: int
    x1: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a document.

    Attributes:
        part: index of its `Part` in the document.
        span: from the first head line to the last row.
        above: the text lines before the head, nearest last (titles, scale and `unaudited` notes), at most about a
            dozen,
            never reaching into another table.
        head: the lines of the column heads, from the top; each a tuple of pieces with their places.
        columns: the value columns, left to right.
        rows: the body.
        over_pages: of a table of several pages, the lines over each of its later ones, as `above` and `head` hold them.
    """

    part: int
    layout: Layout
    span: Span
    above: tuple[Text, ...]
    head: tuple[tuple[Text, ...], ...]
    columns: tuple[Band, ...]
    rows: tuple[Row, ...]
    over_pages: tuple[tuple[Text, ...], ...] = ()
