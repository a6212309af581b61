"""The shapes in which documents may grow: what is repeated, and in which frame."""

from __future__ import annotations

from collections.abc import Mapping

from tests.bench.frames import (
    ENDS,
    HEAD,
    HTML_HEAD,
    HTML_TAIL,
    SCHEDULE,
    TAIL,
    Shape,
    before,
    cell,
    dated,
    head,
    html_before,
    html_notes,
    html_rows,
    industry,
    line,
    many,
    nested,
    notes,
    numbered,
    pages,
    row,
    rows,
    schedule,
    submission,
)

ROW = row("Caption {0} payable")

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
    f"{name}{ending}": line(piece, after=after) for name, piece in PIECES.items() for ending, after in ENDS.items()
} | {
    "comma groups": line(",234", before="Payable   1"),
    "comma groups apart": line(", 234", before="Payable   1"),
    "spaces alone": line(" ", before="", after="x"),
    "spaces and a letter": line(" ", before="Accounts  1,234", after="x"),
    "values and letters": line("  1,234", after=" x"),
    "rules": line("-----  ", before="", after=""),
    "equals": line("=", before="", after=""),
    "equals and a letter": line("= ", before="", after="x"),
    "dots and a letter": line(" .", after=" x"),
    "closing brackets": line(") ", before="Payable   1,234"),
    "signed brackets": line("($ (", after="x"),
    "column heads": head("December 31,", "December 31,   "),
    "years in the head": head("1999  ", "1999  "),
    "rule in the head": head("1999 ", "--- 19 "),
    "title": head("BALANCE", "BALANCE OF IN "),
    "scale": head("thousands", "of in $ dollars "),
}  # fmt: skip
"""One long line of a text."""

CELLS: Mapping[str, Shape] = {
    "dots": cell("."),
    "dots apart": cell(". "),
    "dots as a value": cell(".", before="<tr><td>Payable</td><td>", after="</td><td>1</td></tr>"),
    "digits": cell("1", before="<tr><td>Payable</td><td>", after="</td><td>1</td></tr>"),
    "spaces": cell(" ", before="<tr><td>Payable</td><td>", after="1</td><td>1</td></tr>"),
    "no-break spaces": cell("&nbsp;"),
    "entities": cell("&amp;"),
    "brackets": cell("( ", before="<tr><td>Payable</td><td>", after="</td><td>1</td></tr>"),
    "dollars": cell("$ ", before="<tr><td>Payable</td><td>", after="</td><td>1</td></tr>"),
    "dashes": cell("- ", before="<tr><td>Payable</td><td>", after="x</td><td>1</td></tr>"),
    "words": cell("abc "),
    "months": cell("three months ended "),
    "line breaks": cell("a<br>"),
    "line breaks alone": cell("<br>"),
    "numbers on lines": cell("1<br>", before="<tr><td>Payable</td><td>", after="</td><td>1</td></tr>"),
    "paragraphs": cell("<p>a"),
    "raised": cell("<sup>1</sup>"),
    "raised unclosed": cell("<sup>1"),
    "fonts": cell("<font>1</font>"),
    "rulers": cell("<hr>"),
    "less than": cell("<"),
    "open tags": cell("<a "),
    "quotes": cell('<a "'),
    "comments": cell("<!--"),
    "comments closed": cell("<!-- -->"),
    "scripts": cell("<script>"),
    "hidden": cell("<div style='display:none'>"),
    "hidden closed": cell("<div style='display:none'>1</div>"),
    "hidden words": cell("display : none "),
    "attributes": cell(" a=1", before="<tr><td", after=">Payable</td><td>1</td><td>2</td></tr>"),
    "style": cell("padding:1;", before="<tr><td style='", after="'>Payable</td><td>1</td><td>2</td></tr>"),
    "style spaces": cell(" ", before="<tr><td style='padding:", after="x'>Payable</td><td>1</td><td>2</td></tr>"),
    "style raised": cell("position:relative ", before="<tr><td><span style='", after="'>1</span></td><td>1</td></tr>"),
    "border": cell("0", before="<tr><td style='border-top:", after="x'>Payable</td><td>1</td><td>2</td></tr>"),
    "tags unclosed": cell("<td ", before="<tr><td>", after=""),
    "ix": cell("<ix:nonFraction>1"),
    "anchors": cell("<a name=x></a>"),
}  # fmt: skip
"""One long cell of an HTML table."""

ROWS: Mapping[str, Shape] = {
    "different captions": rows(ROW),
    "one caption": rows(row("Accounts payable")),
    "one caption, one value": rows(row("Accounts payable", "1,234")),
    "generic caption": rows(row("Other")),
    "no caption": rows(row("")),
    "totals": rows(row("Total caption {0}")),
    "zeros": rows(row("Caption {0}", "--")),
    "headings": rows("Heading {0}:\n"),
    "one heading": rows("Other assets:\n"),
    "headings over rows": rows("Heading {0}:\n", row("  Caption {0}")),
    "one heading over rows": rows("Other:\n", row("  Other")),
    "wrapped": rows("Caption and\n"),
    "shares": rows(row("Common stock, par value $1,\n  {0} shares issued and outstanding")),
    "one share row": rows(row("Common stock, par value $1,\n  100 shares issued", "1")),
    "treasury": rows(row("Treasury stock, {0} shares", "({})")),
    "cash flow": lambda size: (
        "ACME CORP\nCONSOLIDATED STATEMENTS OF CASH FLOWS\n(In thousands)\n"
        "                                 Years ended December 31,\n"
        "                                 1999        1998\nOperating activities:\n"
        + numbered(row("Net income {0}"), size)
        + "Net cash provided by operating activities     1,000       2,000\n"
        "Investing activities:\nPurchases of property     1,000       2,000\n"
        "Cash at end of year     1,000       2,000\n"
    ).encode(),
    "income": lambda size: (
        "ACME CORP\nCONSOLIDATED STATEMENTS OF INCOME\n(In thousands)\n"
        "                                 Years ended December 31,\n"
        "                                 1999        1998\n"
        "Net sales                        9,000       8,000\nCost of sales                    5,000       4,000\n"
        + numbered(row("Net income {0}"), size)
        + "Income before income taxes     1,000       2,000\n"
        "Net income per share           1.00       2.00\nAverage shares      1,000       2,000\n"
    ).encode(),
    "page heads": rows("<PAGE>\n", ROW),
    "table tags": rows("<TABLE>\n", ROW, "</TABLE>\n"),
    "ragged columns": rows(lambda number: f"Payable {' ' * (22 + number * 7 % 23)}{number}   {number}\n"),
    "rules": rows(f"{'':30}--------    --------\n", ROW),
    "html": html_rows("<tr><td>Caption {0}</td><td>{0}</td><td>{0}</td></tr>"),
    "html, one caption": html_rows("<tr><td>Accounts payable</td><td>{0}</td><td>{0}</td></tr>"),
    "html, empty rows": html_rows("<tr><td></td></tr>"),
    "html, heads": html_rows("<tr><td></td><td>December 31, 1999</td><td>1998</td></tr>"),
    "html, heads and rows": html_rows(
        "<tr><td></td><td>December 31, 1999</td><td>1998</td></tr><tr><td>Caption {0}</td><td>{0}</td><td>1</td></tr>"
    ),
    "html, spans": html_rows("<tr><td rowspan=500 colspan=255>1</td><td>{0}</td></tr>"),
    "html, columns": cell("<td>1,234</td>", before="<tr><td>Payable</td>", after="</tr>"),
    "wide rows": rows(lambda number: f"Payable {number:<22}{number:>8}{number:>12}" + f"{number:>9}" * 90 + "\n"),
    "html, cells of a text": html_rows("<tr><td>Caption {0}</td><td>{0}<br>{0}</td><td>{0}<br>{0}</td></tr>"),
}  # fmt: skip
"""Many rows, or many columns, of one statement."""

_NOTE = "The company had sales of its own mills and of those that it holds with others, as in note {0}.\n\n"

DOCUMENTS: Mapping[str, Shape] = {
    "notes": notes("NOTE {0} - INVENTORIES\n\n" + _NOTE),
    "notes of one number": notes("1. INVENTORIES\n\n" + _NOTE),
    "notes without numbers": notes("INVENTORIES\n\n" + _NOTE + "INCOME TAXES\n\n" + _NOTE),
    "notes without text": notes("INVENTORIES\n\nINCOME TAXES\n\n"),
    "policies": notes("Accounting Policies\n\nInventories. " + _NOTE + "Income Taxes. " + _NOTE),
    "titles of notes": notes("NOTES TO FINANCIAL STATEMENTS (CONTINUED)\n"),
    "ends of notes": notes("INVENTORIES\n\n" + _NOTE + "SIGNATURES\n\n"),
    "html notes": html_notes("<p>INVENTORIES</p><p>" + _NOTE + "</p><p>INCOME TAXES</p><p>" + _NOTE + "</p>"),
    "html notes on pages": html_notes("<div><p>INVENTORIES</p><p>" + _NOTE + "</p><div>" + _NOTE + "</div></div>"),
    "html notes in one text": html_notes("INVENTORIES\n\n" + _NOTE, "<pre>", "</pre>"),
    "html notes in one table": html_notes(
        "<tr><td>INVENTORIES</td></tr><tr><td>" + _NOTE + "</td></tr>", "<table>", "</table>"
    ),
    "html notes in one cell": html_notes(
        "<p>INVENTORIES</p><p>" + _NOTE + "</p>", "<table><tr><td>x</td><td>", "</td></tr></table>"
    ),
    "prose": before("The company had sales of $26.4 million in the year ended December 31, 1999, note {}.\n"),
    "prose, one line": before("The company had sales of $26.4 million in the year ended December 31, 1999, note {}. "),
    "inception": before("from inception "),
    "names": before("Acme Corp and The Company of "),
    "brackets": before("(NYSE "),
    "blank lines": before("\n"),
    "titles": before("CONSOLIDATED BALANCE SHEETS\n"),
    "begin": before("begin 644 x"),
    "pages": pages("      Accounts payable", "      Goodwill", "      Deposits", "      Accrued taxes"),
    "small tables": before("Sales in region {0}      {0}     {0}\nCosts in region {0}       {0}      {0}\n\n\n\n"),
    "statements": many(dated(HEAD + TAIL)),
    "statements that state no scale": many(dated((HEAD + TAIL).replace("(In thousands)", ""))),
    "statements of one day": many((HEAD + TAIL).replace("2,345", "{}") + "<PAGE>\n"),
    "html statements": many(dated(HTML_HEAD + HTML_TAIL)),
    "html prose": html_before("<p>The company had sales of $26.4 million in the year {}.</p>"),
    "html tables": html_before("<table><tr><td>Sales<td>{0}</tr><tr><td>Costs<td>{0}</tr></table>"),
    "html pre": html_before("<pre>Sales in region {0}       {0}       {0}\n</pre>"),
    "html fixed pitch": html_before("<p>&nbsp;&nbsp;&nbsp;Sales in region {0}&nbsp;&nbsp;&nbsp;{0}&nbsp;&nbsp;{0}</p>"),
    "html pre unclosed": html_before("<pre>"),
    "html hidden": html_before("<p style='display:none'>{}"),
    "html hidden span": html_before("<span style='display:none'>{}</span>"),
    "html anchors": html_before("<a name='x{0}' href='#x{0}'>{0}</a>"),
    "nested tables": nested("<table><tr><td>", "</td></tr></table>"),
    "nested tables unclosed": nested("<table><tr><td>1", ""),
    "nested blocks": nested("<div>", "</div>"),
    "nested spans": nested("<span>", "</span>"),
    "nested fonts unclosed": nested("<font>", ""),
    "nested hidden": nested("<div style='display:none'>", "</div>"),
    "header lines": submission(header="COMPANY CONFORMED NAME: ACME {0}\nCENTRAL INDEX KEY: {0:010}\n"),
    "header spaces": industry(" "),
    "header brackets": industry("[1234 "),
    "header of one line": industry("STANDARD INDUSTRIAL CLASSIFICATION: "),
    "parts": submission(part="Part {}\n"),
    "parts with statements": submission(part=(HEAD + TAIL).replace("2,345", "{}")),
    "parts of html": submission(part=(HTML_HEAD + HTML_TAIL).replace("2,345", "{}")),
    "document tags": submission(part="<DOCUMENT>\n{}"),
    "schedules": submission(part=SCHEDULE, kind="EX-27"),
    "schedule columns": schedule("<CASH> ", "1,234 ", "<PERIOD-END> ", "DEC-31-1999 "),
    "schedule lines": schedule("", "<CASH> 1,234\n"),
    "schedule legends": schedule("", "<LEGEND>"),
    "schedule notes": schedule("<CASH> 1", "<F1>"),
    "schedule digits": schedule("<CASH> ", "1"),
    "schedule multiplier": schedule("<MULTIPLIER> ", "1"),
    "schedule tags": schedule("", "<CASH>"),
}  # fmt: skip
"""Many things, or deep ones, around statements."""

SHAPES: Mapping[str, Shape] = {
    f"{group}: {name}": shape
    for group, shapes in {"line": LINES, "cell": CELLS, "rows": ROWS, "document": DOCUMENTS}.items()
    for name, shape in shapes.items()
}
