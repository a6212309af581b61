"""Documents that grow in one direction: a line, a cell, a caption, rows, columns, statements, parts, nesting.

Each shape is a function of a number of bytes; all but a frame of a few hundred repeats one thing. A reader is linear if
twice the bytes take it twice as long, whatever the shape.
"""

# ruff: noqa: E501  # tables, a shape a line

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import count

Shape = Callable[[int], bytes]
Piece = Callable[[int], str]
"""What is repeated, the number of the time put into it."""

_HEAD = """ACME CORP
CONSOLIDATED BALANCE SHEETS
(In thousands)
                                   December 31,
                                 1999        1998
Cash                          $  1,234    $  2,345
Accounts receivable              1,234       2,345
Total current assets             2,468       4,690
Total assets                     2,468       4,690
"""
_TAIL = """
Total liabilities                1,000       2,000
Retained earnings                1,468       2,690
Total liabilities and stockholders' equity  2,468   4,690
"""
_HTML_HEAD = (
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
_HTML_TAIL = "</table></body></html>"
_FIRST_DAY, _DAYS = date(1975, 1, 1), 60 * 365
_ENDS = {"": "   1,000   2,000", ", a letter": " x", ", the end": ""}
_SUBMISSION = "<SEC-HEADER>\nCOMPANY CONFORMED NAME: ACME\nCENTRAL INDEX KEY: 0000001234\n{}</SEC-HEADER>\n"
_PART = "<DOCUMENT>\n<TYPE>{}\n<TEXT>\n{}</TEXT>\n</DOCUMENT>\n"
_SCHEDULE = """<ARTICLE> 5
<MULTIPLIER> 1000
<PERIOD-TYPE> YEAR
<FISCAL-YEAR-END> DEC-31-1999
<PERIOD-END> DEC-31-1999
<CASH> {0}
<TOTAL-ASSETS> {0}
<TOTAL-REVENUES> {0}
<NET-INCOME> {0}
"""


def _filled(piece: str, size: int) -> str:
    """The piece repeated to `size` characters."""
    return (piece * (size // len(piece) + 1))[:size]


def _numbered(piece: str | Piece, size: int) -> str:
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


def _line(piece: str, before: str = "Accounts payable   ", after: str = "   1,000   2,000") -> Shape:
    """A statement with one long line."""
    return lambda size: f"{_HEAD}{before}{_filled(piece, size)}{after}{_TAIL}".encode()


def _rows(*pieces: str | Piece) -> Shape:
    """A statement with many rows."""

    def made(number: int) -> str:
        return "".join(piece(number) if callable(piece) else piece.format(number) for piece in pieces)

    return lambda size: f"{_HEAD}{_numbered(made, size)}{_TAIL}".encode()


def _cell(piece: str, before: str = "<tr><td>", after: str = "</td><td>1,000</td><td>2,000</td></tr>") -> Shape:
    """An HTML statement with one long cell."""
    return lambda size: f"{_HTML_HEAD}{before}{_filled(piece, size)}{after}{_HTML_TAIL}".encode()


def _html_rows(piece: str) -> Shape:
    """An HTML statement with many rows."""
    return lambda size: f"{_HTML_HEAD}{_numbered(piece, size)}{_HTML_TAIL}".encode()


def _before(piece: str) -> Shape:
    """Much text before a statement."""
    return lambda size: f"{_numbered(piece, size)}\n\n{_HEAD}{_TAIL}".encode()


def _html_before(piece: str) -> Shape:
    """Much markup before a statement."""
    return lambda size: f"<html><body>{_numbered(piece, size)}{_HTML_HEAD}{_HTML_TAIL}".encode()


def _dated(text: str) -> Piece:
    """The frame of a statement with a day of its own, and figures of its own."""

    def made(number: int) -> str:
        day = _FIRST_DAY + timedelta(days=number * 3 % _DAYS)
        dated = (
            text.replace("1999", f"{day:%Y}").replace("1998", f"{day.year - 1}").replace("December 31", f"{day:%B %d}")
        )
        return dated.replace("2,345", f"{number:,}") + "\n\n<PAGE>\n"

    return made


def _many(piece: str | Piece) -> Shape:
    """Nothing but one thing, many times."""
    return lambda size: _numbered(piece, size).encode()


def _submission(header: str = "", part: str = "", kind: str = "EX-99") -> Shape:
    """A statement in a submission of many header lines, or many parts."""

    def made(size: int) -> bytes:
        lines = _numbered(header, size) if header else ""
        parts = _numbered(_PART.format(kind, part), size) if part else ""
        return (_SUBMISSION.format(lines) + _PART.format("10-K", _HEAD + _TAIL) + parts).encode()

    return made


def _one_part(part: Callable[[int], str], kind: str = "EX-27") -> Shape:
    return lambda size: (
        _SUBMISSION.format("") + _PART.format("10-K", _HEAD + _TAIL) + _PART.format(kind, part(size))
    ).encode()


def _nested(opening: str, closing: str, inner: str = "1,234") -> Shape:
    """Elements in elements, and a statement behind them."""

    def made(size: int) -> bytes:
        depth = size // (len(opening) + len(closing)) + 1
        return f"<html><body>{opening * depth}{inner}{closing * depth}{_HTML_HEAD}{_HTML_TAIL}".encode()

    return made


def _row(caption: str, value: str = "{}") -> Piece:
    """A row of a text whose values stand under those of the frame."""

    def made(number: int) -> str:
        *above, last = caption.format(number).split("\n")
        figure = value.format(f"{number:,}")
        return "\n".join([*above, f"{last:<30}{figure:>8}{figure:>12}"]) + "\n"

    return made


_ROW = _row("Caption {0} payable")

PIECES: Mapping[str, str] = {
    "digits": "1",
    "digits and dots": "1.",
    "digits and commas": "1,234,",
    "spaces": " ",
    "tabs": "\t",
    "tabs and values": "\t1,234",
    "values": "  1,234",
    "years": " 1999",
    "dashes": "- ",
    "dashes together": "-",
    "double dashes": "--  ",
    "underscores": "_",
    "dots": ".",
    "dots apart": " .",
    "dollars": "$ ",
    "dollars together": "$",
    "brackets": "(",
    "brackets apart": "( ",
    "brackets with digits": "(1) ",
    "percent": "1 % ",
    "bars": "| ",
    "stars": "* ",
    "marks": " 1(a)(b)(c)",
    "letters": "a",
    "letters apart": "a ",
    "capitals apart": "N/A ",
    "words": "abc ",
    "nil": "nil ",
    "months": "January ",
    "dates": "December 31, 1999 ",
    "months ended": "three months ended ",
    "statements of": "statements of ",
    "in of": "in thousand of ",
    "in brackets": "(in ",
    "shares": "shares ",
    "per": "per ",
    "counts": "1,000 shares authorized, issued and outstanding ",
    "average": "average of weighted ",
    "notes": "(note ",
    "less than": "<",
    "open tags": "<a ",
    "tags": "<b>",
    "table tags": "<TABLE><CAPTION><S><C>",
    "ampersands": "&",
    "zeros": "000",
    "wide spaces": "\u00a0",
    "em spaces": "\u2003",
    "carriage returns": "\r",
    "form feeds": "\f",
    "vertical tabs": "\v",
}
"""What a long line may be made of."""

LINES: Mapping[str, Shape] = {
    f"{name}{ending}": _line(piece, after=after) for name, piece in PIECES.items() for ending, after in _ENDS.items()
} | {
    "comma groups": _line(",234", before="Payable   1"),
    "comma groups apart": _line(", 234", before="Payable   1"),
    "spaces alone": _line(" ", before="", after="x"),
    "spaces and a letter": _line(" ", before="Accounts  1,234", after="x"),
    "values and letters": _line("  1,234", after=" x"),
    "rules": _line("-----  ", before="", after=""),
    "equals": _line("=", before="", after=""),
    "equals and a letter": _line("= ", before="", after="x"),
    "dots and a letter": _line(" .", after=" x"),
    "closing brackets": _line(") ", before="Payable   1,234"),
    "signed brackets": _line("($ (", after="x"),
    "word column head": lambda size: _HEAD.replace("December 31,", _filled("December 31,   ", size)).encode() + _TAIL.encode(),
    "years in the head": lambda size: _HEAD.replace("1999  ", _filled("1999  ", size)).encode() + _TAIL.encode(),
    "rule in the head": lambda size: _HEAD.replace("1999 ", _filled("--- 19 ", size)).encode() + _TAIL.encode(),
    "title": lambda size: _HEAD.replace("BALANCE", _filled("BALANCE OF IN ", size)).encode() + _TAIL.encode(),
    "scale": lambda size: _HEAD.replace("thousands", _filled("of in $ dollars ", size)).encode() + _TAIL.encode(),
}  # fmt: skip
"""One long line of a text."""

CELLS: Mapping[str, Shape] = {
    "dots": _cell("."),
    "dots apart": _cell(". "),
    "dots as a value": _cell(".", before="<tr><td>Payable</td><td>", after="</td><td>1</td></tr>"),
    "digits": _cell("1", before="<tr><td>Payable</td><td>", after="</td><td>1</td></tr>"),
    "spaces": _cell(" ", before="<tr><td>Payable</td><td>", after="1</td><td>1</td></tr>"),
    "no-break spaces": _cell("&nbsp;"),
    "entities": _cell("&amp;"),
    "brackets": _cell("( ", before="<tr><td>Payable</td><td>", after="</td><td>1</td></tr>"),
    "dollars": _cell("$ ", before="<tr><td>Payable</td><td>", after="</td><td>1</td></tr>"),
    "dashes": _cell("- ", before="<tr><td>Payable</td><td>", after="x</td><td>1</td></tr>"),
    "words": _cell("abc "),
    "months": _cell("three months ended "),
    "line breaks": _cell("a<br>"),
    "line breaks alone": _cell("<br>"),
    "numbers on lines": _cell("1<br>", before="<tr><td>Payable</td><td>", after="</td><td>1</td></tr>"),
    "paragraphs": _cell("<p>a"),
    "raised": _cell("<sup>1</sup>"),
    "raised unclosed": _cell("<sup>1"),
    "fonts": _cell("<font>1</font>"),
    "rulers": _cell("<hr>"),
    "less than": _cell("<"),
    "open tags": _cell("<a "),
    "quotes": _cell('<a "'),
    "comments": _cell("<!--"),
    "comments closed": _cell("<!-- -->"),
    "scripts": _cell("<script>"),
    "hidden": _cell("<div style='display:none'>"),
    "hidden closed": _cell("<div style='display:none'>1</div>"),
    "hidden words": _cell("display : none "),
    "attributes": _cell(" a=1", before="<tr><td", after=">Payable</td><td>1</td><td>2</td></tr>"),
    "style": _cell("padding:1;", before="<tr><td style='", after="'>Payable</td><td>1</td><td>2</td></tr>"),
    "style spaces": _cell(" ", before="<tr><td style='padding:", after="x'>Payable</td><td>1</td><td>2</td></tr>"),
    "style raised": _cell("position:relative ", before="<tr><td><span style='", after="'>1</span></td><td>1</td></tr>"),
    "border": _cell("0", before="<tr><td style='border-top:", after="x'>Payable</td><td>1</td><td>2</td></tr>"),
    "tags unclosed": _cell("<td ", before="<tr><td>", after=""),
    "ix": _cell("<ix:nonFraction>1"),
    "anchors": _cell("<a name=x></a>"),
}  # fmt: skip
"""One long cell of an HTML table."""

ROWS: Mapping[str, Shape] = {
    "different captions": _rows(_ROW),
    "one caption": _rows(_row("Accounts payable")),
    "one caption, one value": _rows(_row("Accounts payable", "1,234")),
    "generic caption": _rows(_row("Other")),
    "no caption": _rows(_row("")),
    "totals": _rows(_row("Total caption {0}")),
    "zeros": _rows(_row("Caption {0}", "--")),
    "headings": _rows("Heading {0}:\n"),
    "one heading": _rows("Other assets:\n"),
    "headings over rows": _rows("Heading {0}:\n", _row("  Caption {0}")),
    "one heading over rows": _rows("Other:\n", _row("  Other")),
    "wrapped": _rows("Caption and\n"),
    "shares": _rows(_row("Common stock, par value $1,\n  {0} shares issued and outstanding")),
    "one share row": _rows(_row("Common stock, par value $1,\n  100 shares issued", "1")),
    "treasury": _rows(_row("Treasury stock, {0} shares", "({})")),
    "cash flow": lambda size: (
        "ACME CORP\nCONSOLIDATED STATEMENTS OF CASH FLOWS\n(In thousands)\n"
        "                                 Years ended December 31,\n"
        "                                 1999        1998\nOperating activities:\n"
        + _numbered(_row("Net income {0}"), size)
        + "Net cash provided by operating activities     1,000       2,000\n"
        "Investing activities:\nPurchases of property     1,000       2,000\n"
        "Cash at end of year     1,000       2,000\n"
    ).encode(),
    "income": lambda size: (
        "ACME CORP\nCONSOLIDATED STATEMENTS OF INCOME\n(In thousands)\n"
        "                                 Years ended December 31,\n"
        "                                 1999        1998\n"
        "Net sales                        9,000       8,000\nCost of sales                    5,000       4,000\n"
        + _numbered(_row("Net income {0}"), size)
        + "Income before income taxes     1,000       2,000\n"
        "Net income per share           1.00       2.00\nAverage shares      1,000       2,000\n"
    ).encode(),
    "page heads": _rows("<PAGE>\n", _ROW),
    "table tags": _rows("<TABLE>\n", _ROW, "</TABLE>\n"),
    "ragged columns": _rows(lambda number: f"Payable {' ' * (22 + number * 7 % 23)}{number}   {number}\n"),
    "rules": _rows(f"{'':30}--------    --------\n", _ROW),
    "html": _html_rows("<tr><td>Caption {0}</td><td>{0}</td><td>{0}</td></tr>"),
    "html, one caption": _html_rows("<tr><td>Accounts payable</td><td>{0}</td><td>{0}</td></tr>"),
    "html, empty rows": _html_rows("<tr><td></td></tr>"),
    "html, heads": _html_rows("<tr><td></td><td>December 31, 1999</td><td>1998</td></tr>"),
    "html, heads and rows": _html_rows(
        "<tr><td></td><td>December 31, 1999</td><td>1998</td></tr><tr><td>Caption {0}</td><td>{0}</td><td>1</td></tr>"
    ),
    "html, spans": _html_rows("<tr><td rowspan=500 colspan=255>1</td><td>{0}</td></tr>"),
    "html, columns": _cell("<td>1,234</td>", before="<tr><td>Payable</td>", after="</tr>"),
    "wide rows": _rows(lambda number: f"Payable {number:<22}{number:>8}{number:>12}" + f"{number:>9}" * 90 + "\n"),
    "html, cells of a text": _html_rows("<tr><td>Caption {0}</td><td>{0}<br>{0}</td><td>{0}<br>{0}</td></tr>"),
}  # fmt: skip
"""Many rows, or many columns, of one statement."""

DOCUMENTS: Mapping[str, Shape] = {
    "prose": _before("The company had sales of $26.4 million in the year ended December 31, 1999, note {}.\n"),
    "prose, one line": _before("The company had sales of $26.4 million in the year ended December 31, 1999, note {}. "),
    "inception": _before("from inception "),
    "names": _before("Acme Corp and The Company of "),
    "brackets": _before("(NYSE "),
    "blank lines": _before("\n"),
    "titles": _before("CONSOLIDATED BALANCE SHEETS\n"),
    "begin": _before("begin 644 x"),
    "small tables": _before("Sales in region {0}      {0}     {0}\nCosts in region {0}       {0}      {0}\n\n\n\n"),
    "statements": _many(_dated(_HEAD + _TAIL)),
    "statements that state no scale": _many(_dated((_HEAD + _TAIL).replace("(In thousands)", ""))),
    "statements of one day": _many((_HEAD + _TAIL).replace("2,345", "{}") + "<PAGE>\n"),
    "html statements": _many(_dated(_HTML_HEAD + _HTML_TAIL)),
    "html prose": _html_before("<p>The company had sales of $26.4 million in the year {}.</p>"),
    "html tables": _html_before("<table><tr><td>Sales</td><td>{0}</td></tr><tr><td>Costs</td><td>{0}</td></tr></table>"),
    "html pre": _html_before("<pre>Sales in region {0}       {0}       {0}\n</pre>"),
    "html pre unclosed": _html_before("<pre>"),
    "html hidden": _html_before("<p style='display:none'>{}"),
    "html hidden span": _html_before("<span style='display:none'>{}</span>"),
    "html anchors": _html_before("<a name='x{0}' href='#x{0}'>{0}</a>"),
    "nested tables": _nested("<table><tr><td>", "</td></tr></table>"),
    "nested tables unclosed": _nested("<table><tr><td>1", ""),
    "nested blocks": _nested("<div>", "</div>"),
    "nested spans": _nested("<span>", "</span>"),
    "nested fonts unclosed": _nested("<font>", ""),
    "nested hidden": _nested("<div style='display:none'>", "</div>"),
    "header lines": _submission(header="COMPANY CONFORMED NAME: ACME {0}\nCENTRAL INDEX KEY: {0:010}\n"),
    "header spaces": lambda size: (_SUBMISSION.format(f"STANDARD INDUSTRIAL CLASSIFICATION: {' ' * size}x\n") + _HEAD + _TAIL).encode(),
    "header brackets": lambda size: (_SUBMISSION.format(f"STANDARD INDUSTRIAL CLASSIFICATION: {'[1234 ' * (size // 6)}x\n") + _HEAD + _TAIL).encode(),
    "parts": _submission(part="Part {}\n"),
    "parts with statements": _submission(part=(_HEAD + _TAIL).replace("2,345", "{}")),
    "parts of html": _submission(part=(_HTML_HEAD + _HTML_TAIL).replace("2,345", "{}")),
    "document tags": _submission(part="<DOCUMENT>\n{}"),
    "schedules": _submission(part=_SCHEDULE, kind="EX-27"),
    "schedule columns": _one_part(lambda size: (
        "<ARTICLE> 5\n<PERIOD-END> " + _filled("DEC-31-1999 ", size // 3) + "\n<CASH> " + _filled("1,234 ", size // 3)
        + "\n<TOTAL-ASSETS> " + _filled("1,234 ", size // 3) + "\n"
    )),
    "schedule lines": _one_part(lambda size: "<PERIOD-END> DEC-31-1999\n" + _filled("<CASH> 1,234\n", size)),
    "schedule legends": _one_part(lambda size: "<PERIOD-END> DEC-31-1999\n<CASH> 1,234\n" + _filled("<LEGEND>", size)),
    "schedule notes": _one_part(lambda size: "<PERIOD-END> DEC-31-1999\n<CASH> 1,234\n" + _filled("<F1>", size)),
    "schedule digits": _one_part(lambda size: "<PERIOD-END> DEC-31-1999\n<CASH> " + _filled("1", size) + "\n"),
    "schedule multiplier": _one_part(lambda size: "<MULTIPLIER> " + _filled("1", size) + "\n<PERIOD-END> DEC-31-1999\n<CASH> 1\n"),
}  # fmt: skip
"""Many things, or deep ones, around statements."""

SHAPES: Mapping[str, Shape] = {
    f"{group}: {name}": shape
    for group, shapes in (("line", LINES), ("cell", CELLS), ("rows", ROWS), ("document", DOCUMENTS))
    for name, shape in shapes.items()
}
