"""How objects look at a prompt and in a notebook: a few words, and small pieces of HTML with every text escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


def card(title: str, lines: Iterable[str], tables: Iterable[str] = ()) -> str:
    """A title, lines under it, and then `tables`."""
    told = "".join(f"<div>{escape(line)}</div>" for line in lines)
    return f"<div><div><b>{escape(title)}</b></div>{told}{''.join(tables)}</div>"


def table(summary: str, heads: Sequence[str], rows: Iterable[tuple[int, str, Sequence[str]]]) -> str:
    """A table behind its summary, which opens with a click.

    Args:
        heads: of all columns.
        rows: depth of the indentation, caption, and the other columns.
    """
    head = "".join(f"<th>{escape(each)}</th>" for each in heads)
    body = "".join(
        f'<tr><td style="text-align:left;padding-left:{depth + 1}em">{escape(caption)}</td>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        + "</tr>"
        for depth, caption, cells in rows
    )
    return (
        f"<details><summary>{escape(summary)}</summary>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></details>"
    )
