"""Frames of documents in which one thing is repeated: a line, a cell, rows, statements, parts, elements in elements.

Each shape is a function of a number of bytes; all but a frame of a few hundred repeats one thing. A reader is linear if
twice the bytes take it twice as long, whatever the shape.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import count

Shape = Callable[[int], bytes]
Piece = Callable[[int], str]
"""What is repeated, the number of the time put into it."""

HEAD = """ACME CORP
CONSOLIDATED BALANCE SHEETS
(In thousands)
                                   December 31,
                                 1999        1998
Cash                          $  1,234    $  2,345
Accounts receivable              1,234       2,345
Total current assets             2,468       4,690
Total assets                     2,468       4,690
"""
TAIL = """
Total liabilities                1,000       2,000
Retained earnings                1,468       2,690
Total liabilities and stockholders' equity  2,468   4,690
"""
HTML_HEAD = (
    "<html><body><p>ACME CORP</p><p>CONSOLIDATED BALANCE SHEETS</p><p>(In thousands)</p><table>"
    "<tr><td></td><td>December 31, 1999</td><td>December 31, 1998</td></tr>"
    + "".join(
        f"<tr><td>{caption}</td><td>{now}</td><td>{before}</td></tr>"
        for caption, now, before in (
            ("Cash", "1,234", "2,345"),
            ("Accounts receivable", "1,234", "2,345"),
            ("Total current assets", "2,468", "4,690"),
            ("Total assets", "2,468", "4,690"),
            ("Total liabilities", "1,000", "2,000"),
        )
    )
)
HTML_TAIL = "</table></body></html>"
_FIRST_DAY, _DAYS = date(1975, 1, 1), 60 * 365
ENDS = {"": "   1,000   2,000", ", a letter": " x", ", the end": ""}
_SUBMISSION = "<SEC-HEADER>\nCOMPANY CONFORMED NAME: ACME\nCENTRAL INDEX KEY: 0000001234\n{}</SEC-HEADER>\n"
_PART = "<DOCUMENT>\n<TYPE>{}\n<TEXT>\n{}</TEXT>\n</DOCUMENT>\n"
SCHEDULE = """<ARTICLE> 5
<MULTIPLIER> 1000
<PERIOD-TYPE> YEAR
<FISCAL-YEAR-END> DEC-31-1999
<PERIOD-END> DEC-31-1999
<CASH> {0}
<TOTAL-ASSETS> {0}
<TOTAL-REVENUES> {0}
<NET-INCOME> {0}
"""


_NOTES = "NOTES TO CONSOLIDATED FINANCIAL STATEMENTS"


def filled(piece: str, size: int) -> str:
    """The piece repeated to `size` characters."""
    return (piece * (size // len(piece) + 1))[:size]


def numbered(piece: str | Piece, size: int) -> str:
    """The piece repeated to `size` characters, `{}` in it counting."""
    made = piece if callable(piece) else piece.replace("{}", "{0}").format
    pieces: list[str] = []
    length = 0
    for number in count(1):
        pieces.append(made(number))
        length += len(pieces[-1])
        if length >= size:
            break
    return "".join(pieces)


def line(piece: str, before: str = "Accounts payable   ", after: str = "   1,000   2,000") -> Shape:
    """A statement with one long line."""
    return lambda size: f"{HEAD}{before}{filled(piece, size)}{after}{TAIL}".encode()


def head(word: str, piece: str) -> Shape:
    """A statement with a long line of its head, in place of a word."""
    return lambda size: (HEAD.replace(word, filled(piece, size), 1) + TAIL).encode()


def rows(*pieces: str | Piece) -> Shape:
    """A statement with many rows."""

    def made(number: int) -> str:
        return "".join(piece(number) if callable(piece) else piece.format(number) for piece in pieces)

    return lambda size: f"{HEAD}{numbered(made, size)}{TAIL}".encode()


def cell(piece: str, before: str = "<tr><td>", after: str = "</td><td>1,000</td><td>2,000</td></tr>") -> Shape:
    """An HTML statement with one long cell."""
    return lambda size: f"{HTML_HEAD}{before}{filled(piece, size)}{after}{HTML_TAIL}".encode()


def html_rows(piece: str) -> Shape:
    """An HTML statement with many rows."""
    return lambda size: f"{HTML_HEAD}{numbered(piece, size)}{HTML_TAIL}".encode()


def before(piece: str) -> Shape:
    """Much text before a statement."""
    return lambda size: f"{numbered(piece, size)}\n\n{HEAD}{TAIL}".encode()


def notes(piece: str) -> Shape:
    """Much text behind the title over the notes of an annual report."""
    return lambda size: f"FORM 10-K\n\n{HEAD}{TAIL}\n\n{_NOTES}\n\n{numbered(piece, size)}".encode()


def html_notes(piece: str, opening: str = "", closing: str = "") -> Shape:
    """The same in markup, in one element."""
    return lambda size: (
        f"<html><body><p>FORM 10-K</p>{HTML_HEAD}{HTML_TAIL}<p>{_NOTES}</p>{opening}{numbered(piece, size)}{closing}"
    ).encode()


def html_before(piece: str) -> Shape:
    """Much markup before a statement."""
    return lambda size: f"<html><body>{numbered(piece, size)}{HTML_HEAD}{HTML_TAIL}".encode()


def dated(text: str) -> Piece:
    """The frame of a statement with a day of its own, and figures of its own."""

    def made(number: int) -> str:
        day = _FIRST_DAY + timedelta(days=number * 3 % _DAYS)
        dated = (
            text.replace("1999", f"{day:%Y}").replace("1998", f"{day.year - 1}").replace("December 31", f"{day:%B %d}")
        )
        return dated.replace("2,345", f"{number:,}") + "\n\n<PAGE>\n"

    return made


def pages(*captions: str) -> Shape:
    """A statement without an end that goes on over many pages."""
    page = [row(caption) for caption in captions]

    def made(number: int) -> str:
        return "".join(each(number) for each in page) + "<PAGE>\n\n\n"

    return lambda size: f"{HEAD}{numbered(made, size)}".encode()


def many(piece: str | Piece) -> Shape:
    """Nothing but one thing, many times."""
    return lambda size: numbered(piece, size).encode()


def industry(piece: str) -> Shape:
    """A header with a long line."""
    line = "STANDARD INDUSTRIAL CLASSIFICATION: {}x\n"
    return lambda size: (_SUBMISSION.format(line.format(filled(piece, size))) + HEAD + TAIL).encode()


def submission(header: str = "", part: str = "", kind: str = "EX-99") -> Shape:
    """A statement in a submission of many header lines, or many parts."""

    def made(size: int) -> bytes:
        lines = numbered(header, size) if header else ""
        parts = numbered(_PART.format(kind, part), size) if part else ""
        return (_SUBMISSION.format(lines) + _PART.format("10-K", HEAD + TAIL) + parts).encode()

    return made


def schedule(before: str, piece: str, also_before: str = "<PERIOD-END> ", also: str = "DEC-31-1999") -> Shape:
    """A statement with an EX-27 of one long line, or of two."""

    def made(size: int) -> bytes:
        first = f"{also_before}{filled(also, size // 3 if also.endswith(' ') else len(also))}\n"
        schedule = f"{first}{before}{filled(piece, size)}\n<TOTAL-ASSETS> 2,468\n"
        return (_SUBMISSION.format("") + _PART.format("10-K", HEAD + TAIL) + _PART.format("EX-27", schedule)).encode()

    return made


def nested(opening: str, closing: str, inner: str = "1,234") -> Shape:
    """Elements in elements, and a statement behind them."""

    def made(size: int) -> bytes:
        depth = size // (len(opening) + len(closing)) + 1
        return f"<html><body>{opening * depth}{inner}{closing * depth}{HTML_HEAD}{HTML_TAIL}".encode()

    return made


def row(caption: str, value: str = "{}") -> Piece:
    """A row of a text whose values stand under those of the frame."""

    def made(number: int) -> str:
        *above, last = caption.format(number).split("\n")
        figure = value.format(f"{number:,}")
        return "\n".join([*above, f"{last:<30}{figure:>8}{figure:>12}"]) + "\n"

    return made
