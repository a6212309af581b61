"""Rows of a table, and the captions that are made of them."""

from __future__ import annotations

from converter.span import Span
from converter.statements.captions import join
from converter.tables.table import Cell, Row

NOWHERE = Span(0, 0)


def row(stub: str, *cells: str, gap: bool = False) -> Row:
    made = tuple(Cell(text, NOWHERE, column, 0, 0) for column, text in enumerate(cells))
    return Row(stub, NOWHERE, len(stub) - len(stub.lstrip()), made, gap=gap)


def captions(*rows: Row) -> list[str]:
    """The captions of the lines, in brackets those of headings."""
    return [f"[{item.caption}]" if item.heading else item.caption for item in join(rows)]
