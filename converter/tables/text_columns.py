"""The columns of a text table, proposed in two ways: by the right edges of values, and by their order within the line.

Edges are right for what was set on a typewriter's grid. Where tabs were lost or stops differ from line to line, edges
part one column into several that hardly a line fills; there the order decides, if a head names as many columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from converter.tables.bands import column_of, find_bands, is_aligned
from converter.tables.table import Band
from converter.tables.text_lines import PrintedLine, Token, clean_stub
from converter.tables.text_pages import PIECES

_STUB_EDGE = 26
_MAX_STRAYS = 2
# Values of a column beside which a column of strays is none, wherever it stands.
_MANY = 10
# A value that ends so far left of the first column is a stray.
_CLEAR = 4
# Lines that have to have the same number of values, of all, for their order to tell the columns.
_MOST_LINES = 0.8
# The share of cells that edges fill, at most, where order fills them all.
_SPARSE = 0.75


@dataclass(frozen=True, slots=True)
class Columns:
    """The value columns of a table; `ordered` if values go to them by their order within the line."""

    bands: tuple[Band, ...]
    ordered: bool = False

    def place(self, tokens: Sequence[Token]) -> dict[int, Token]:
        """The values of a line by their column; of two that claim the last column the first has it."""
        if self.ordered and len(tokens) == len(self.bands):
            return dict(enumerate(tokens))
        placed: dict[int, Token] = {}
        for token in tokens:
            column = column_of(self.bands, *extent(token))
            while column in placed and column + 1 < len(self.bands):
                column += 1
            placed.setdefault(column, token)
        return placed

    def firm(self, line: PrintedLine) -> tuple[tuple[Token, ...], str]:
        """The values of a line and its caption: a value that only a space parts from the caption counts if it ends
        where a column ends.
        """
        values, bands = line.values, self.bands
        if not values or (self.ordered and len(values) == len(bands)):
            return values, line.stub
        if values[0].x1 < max(min(bands[0].x0, _STUB_EDGE), bands[0].x0 - _CLEAR):
            return values[1:], clean_stub(line.text[: values[1].x0 if len(values) > 1 else len(line.text)])
        if not values[0].loose:
            return values, line.stub
        first, others = extent(values[0]), values[1:]
        alone = not others or column_of(bands, *first) != column_of(bands, *extent(others[0]))
        if alone and is_aligned(bands, first[1]):
            return values, line.stub
        return others, clean_stub(line.text[: values[0].x1])


def find_columns(body: Sequence[PrintedLine], heads: Sequence[PrintedLine]) -> Columns | None:
    """The columns of lines with values under lines of heads; None if no value stands apart from its caption."""
    edges = _by_edges(body)
    if not edges:
        return None
    return _by_order(body, heads, edges) or Columns(edges)


def extent(token: Token) -> tuple[int, int]:
    """From the token's start to its last digit: a closing bracket or a percent sign hangs over the edge."""
    return token.x0, token.x0 + len(token.text.rstrip(")% ")) if "%" in token.text else token.x1 - token.text.count(")")


def _by_edges(body: Sequence[PrintedLine]) -> tuple[Band, ...]:
    firm = [(at, *extent(token)) for at, line in enumerate(body) for token in line.values if not token.loose]
    bands = find_bands(firm)
    counts = Counter(column_of(bands, start, end) for _, start, end in firm) if bands else Counter[int]()
    # A number at the very left of a line or two belongs to a wrapped caption, or is a page's.
    while len(bands) > 1 and counts[0] <= _MAX_STRAYS and (bands[0].x1 < _STUB_EDGE or counts[1] >= _MANY):
        bands = bands[1:]
        counts = Counter({column - 1: count for column, count in counts.items()})
    return bands


def _by_order(body: Sequence[PrintedLine], heads: Sequence[PrintedLine], edges: tuple[Band, ...]) -> Columns | None:
    """As many columns as nearly all lines have values, if edges make more of them, sparse ones, and a head has as many
    pieces; each where most of its values stand.
    """
    number, often = Counter(len(line.values) for line in body).most_common(1)[0]
    values = sum(len(line.values) for line in body)
    if not 1 < number < len(edges) or often < _MOST_LINES * len(body) or values > _SPARSE * len(edges) * len(body):
        return None
    if not any(len(line.values or PIECES.findall(line.text)) == number for line in heads):
        return None
    full = [[extent(token) for token in line.values] for line in body if len(line.values) == number]
    return Columns(
        tuple(
            Band(*(median_low(places) for places in zip(*column, strict=True))) for column in zip(*full, strict=True)
        ),
        ordered=True,
    )
