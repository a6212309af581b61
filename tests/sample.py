"""A release of an invented company, read by hand: the statements and decisions that the stages before the Report give.

Tests of everything behind the mapping build on it, so that they depend on no reader and no map. `release()` gives the
text document, `page()` the same statements as an HTML page.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from converter.assembly import assemble
from converter.mapping.assignment import between
from converter.options import Options
from converter.report import Report
from converter.sources.document import Document, Header, Part
from converter.span import Span
from converter.statements.statement import Amount, Aspect, Column, Component, Item, Role, Statement, Sum
from converter.taxonomy import load_index
from converter.terms import Decision, Kind, Period, Unit
from tests import sample_text

TEXT = sample_text.TEXT

JUNE_01, DECEMBER_00, JUNE_00, DECEMBER_99 = (
    date(2001, 6, 30),
    date(2000, 12, 31),
    date(2000, 6, 30),
    date(1999, 12, 31),
)
QUARTER_01, QUARTER_00 = Period(JUNE_01, date(2001, 4, 1)), Period(JUNE_00, date(2000, 4, 1))
HALF_01, HALF_00 = Period(JUNE_01, date(2001, 1, 1)), Period(JUNE_00, date(2000, 1, 1))


@dataclass(frozen=True)
class Row:
    """A row as a test writes it; `printed` are its numbers from left to right, `_` a blank cell.

    A statement with `parts` for columns has its period in each row.
    """

    caption: str
    printed: str = ""
    concept: str | None = None
    sign: int = 1
    role: Role = Role.LINE
    headings: tuple[str, ...] = ()
    unit: Unit = "USD"
    aspect: Aspect | None = None
    confidence: float = 0.9
    anchor: str | None = None
    rule: str = "sample.yaml:1"
    instants: tuple[date, ...] = ()
    period: Period | None = None


ASSETS, LIABILITIES = ("ASSETS",), ("LIABILITIES AND STOCKHOLDERS' EQUITY",)
CURRENT_ASSETS, CURRENT_LIABILITIES = (*ASSETS, "Current assets:"), (*LIABILITIES, "Current liabilities:")
EQUITY = (*LIABILITIES, "Stockholders' equity:")
RECEIVABLE = "Accounts receivable, net of allowance of $120 and $95"
STOCK = (
    "Common stock, $0.01 par value, authorized 20,000,000 shares, issued and outstanding 5,104,220 and 5,090,118 shares"
)

BALANCE_SHEET = (
    Row("ASSETS", role=Role.HEADING),
    Row("Current assets:", role=Role.HEADING, headings=ASSETS),
    Row("Cash and cash equivalents", "4,210 3,880", "CashAndCashEquivalentsAtCarryingValue", headings=CURRENT_ASSETS),
    Row(RECEIVABLE, "2,905 3,140", "AccountsReceivableNetCurrent", headings=CURRENT_ASSETS),
    Row(RECEIVABLE, "120 95", "AllowanceForDoubtfulAccountsReceivableCurrent", 1, Role.PARENTHETICAL, CURRENT_ASSETS,
        aspect=Aspect.ALLOWANCE),
    Row("Inventories", "1,775 1,620", "InventoryNet", headings=CURRENT_ASSETS),
    Row("Total current assets", "8,890 8,640", "AssetsCurrent", 1, Role.TOTAL, CURRENT_ASSETS),
    Row("Equipment, net", "2,310 2,455", "PropertyPlantAndEquipmentNet", headings=ASSETS),
    Row("Deposits with tooling suppliers", "150 --", headings=ASSETS, anchor="OtherAssetsNoncurrent"),
    Row("Total assets", "11,350 11,095", "Assets", 1, Role.TOTAL, ASSETS),
    Row("LIABILITIES AND STOCKHOLDERS' EQUITY", role=Role.HEADING),
    Row("Current liabilities:", role=Role.HEADING, headings=LIABILITIES),
    Row("Accounts payable", "1,020 1,185", "AccountsPayableCurrent", headings=CURRENT_LIABILITIES),
    Row("Other", "415 390", headings=CURRENT_LIABILITIES),
    Row("Total current liabilities", "1,435 1,575", "LiabilitiesCurrent", 1, Role.TOTAL, CURRENT_LIABILITIES),
    Row("Commitments and contingencies", concept="CommitmentsAndContingencies", headings=LIABILITIES),
    Row("Stockholders' equity:", role=Role.HEADING, headings=LIABILITIES),
    Row(STOCK, "51 51", "CommonStockValue", headings=EQUITY),
    Row(STOCK, "0.01 0.01", "CommonStockParOrStatedValuePerShare", 1, Role.PARENTHETICAL, EQUITY, "USD/shares",
        Aspect.PAR_VALUE),
    Row(STOCK, "20,000,000 20,000,000", "CommonStockSharesAuthorized", 1, Role.PARENTHETICAL, EQUITY, "shares",
        Aspect.AUTHORIZED),
    Row(STOCK, "5,104,220 5,090,118", "CommonStockSharesIssued", 1, Role.PARENTHETICAL, EQUITY, "shares",
        Aspect.ISSUED),
    Row(STOCK, "5,104,220 5,090,118", "CommonStockSharesOutstanding", 1, Role.PARENTHETICAL, EQUITY, "shares",
        Aspect.OUTSTANDING),
    Row("Additional paid-in capital", "7,900 7,885", "AdditionalPaidInCapital", headings=EQUITY),
    Row("Retained earnings", "1,964 1,584", "RetainedEarningsAccumulatedDeficit", headings=EQUITY),
    Row("Total stockholders' equity", "9,915 9,520", "StockholdersEquity", 1, Role.TOTAL, EQUITY),
    Row("Total liabilities and stockholders' equity", "11,350 11,095", "LiabilitiesAndStockholdersEquity", 1,
        Role.TOTAL, LIABILITIES),
)  # fmt: skip
BALANCE_SUMS = (
    Sum(6, ((2, 1), (3, 1), (5, 1)), 2),
    Sum(9, ((6, 1), (7, 1), (8, 1)), 2),
    Sum(14, ((12, 1), (13, 1)), 2),
    Sum(24, ((17, 1), (22, 1), (23, 1)), 2),
    Sum(25, ((14, 1), (24, 1)), 2),
)

COSTS = ("Operating expenses:",)
INCOME = (
    Row("Net sales", "4,800 4,500 9,400 8,900", "Revenues"),
    Row("Cost of sales", "2,900 2,750 5,700 5,450", "CostOfRevenue"),
    Row("Gross profit", "1,900 1,750 3,700 3,450", "GrossProfit", 1, Role.TOTAL),
    Row("Operating expenses:", role=Role.HEADING),
    Row("Research and development", "520 480 1,010 960", "ResearchAndDevelopmentExpense", headings=COSTS),
    Row("Selling, general & administrative", "950 930 1,880 1,820", "SellingGeneralAndAdministrativeExpense",
        headings=COSTS),
    Row("Relocation of the Dover plant", "60 - 130 -", headings=COSTS, anchor="RestructuringCharges"),
    Row("Total operating expenses", "1,530 1,410 3,020 2,780", "OperatingExpenses", 1, Role.TOTAL, COSTS),
    Row("Operating income", "370 340 680 670", "OperatingIncomeLoss", 1, Role.TOTAL),
    Row("Interest expense", "(50) (45) (95) (90)", "InterestExpense", -1),
    Row("Income before income taxes", "320 295 585 580", None, 1, Role.TOTAL),
    Row("Income tax provision", "112 104 205 204", "IncomeTaxExpenseBenefit"),
    Row("Net income", "208 191 380 376", "NetIncomeLoss", 1, Role.TOTAL),
    Row("Net income per share", ".04 .04 .07 .07", "EarningsPerShareBasic", unit="USD/shares"),
    Row("Weighted average shares", "5,100 5,085 5,097 5,081", "WeightedAverageNumberOfSharesOutstandingBasic",
        unit="shares"),
)  # fmt: skip
INCOME_SUMS = (
    Sum(2, ((0, 1), (1, -1)), 4),
    Sum(7, ((4, 1), (5, 1), (6, 1)), 4),
    Sum(8, ((2, 1), (7, -1)), 4),
    Sum(10, ((8, 1), (9, 1)), 4),
    Sum(12, ((10, 1), (11, -1)), 4),
)

OPERATING, INVESTING, FINANCING = ("Operating activities:",), ("Investing activities:",), ("Financing activities:",)
CASH = "CashAndCashEquivalentsAtCarryingValue"
CASH_FLOW = (
    Row("Operating activities:", role=Role.HEADING),
    Row("Net income", "380 376", "NetIncomeLoss", headings=OPERATING),
    Row("Depreciation", "260 240", "Depreciation", headings=OPERATING),
    Row("Accounts receivable", "235 (110)", "IncreaseDecreaseInAccountsReceivable", -1, headings=OPERATING),
    Row("Inventories", "(155) 40", "IncreaseDecreaseInInventories", -1, headings=OPERATING),
    Row("Accounts payable", "(165) 25", "IncreaseDecreaseInAccountsPayable", headings=OPERATING),
    Row("Other", "25 (31)", headings=OPERATING),
    Row("Net cash provided by operating activities", "580 540", "NetCashProvidedByUsedInOperatingActivities", 1,
        Role.TOTAL, OPERATING),
    Row("Investing activities:", role=Role.HEADING),
    Row("Purchases of equipment", "(115) (220)", "PaymentsToAcquirePropertyPlantAndEquipment", -1, headings=INVESTING),
    Row("Other", "(150) (20)", headings=INVESTING),
    Row("Net cash used in investing activities", "(265) (240)", "NetCashProvidedByUsedInInvestingActivities", 1,
        Role.TOTAL, INVESTING),
    Row("Financing activities:", role=Role.HEADING),
    Row("Proceeds from stock options", "15 10", "ProceedsFromStockOptionsExercised", headings=FINANCING),
    Row("Net cash provided by financing activities", "15 10", "NetCashProvidedByUsedInFinancingActivities", 1,
        Role.TOTAL, FINANCING),
    Row("Net increase in cash", "330 310", None, 1, Role.TOTAL),
    Row("Cash at beginning of period", "3,880 2,950", CASH, instants=(DECEMBER_00, DECEMBER_99)),
    Row("Cash at end of period", "4,210 3,260", CASH, instants=(JUNE_01, JUNE_00)),
)  # fmt: skip
CASH_SUMS = (
    Sum(7, tuple((row, 1) for row in range(1, 7)), 2),
    Sum(11, ((9, 1), (10, 1)), 2),
    Sum(14, ((13, 1),), 2),
    Sum(15, ((7, 1), (11, 1), (14, 1)), 2),
)


@dataclass(frozen=True)
class Sheet:
    """A statement as a test writes it."""

    kind: Kind
    title: str
    periods: tuple[Period, ...]
    rows: tuple[Row, ...]
    sums: tuple[Sum, ...]
    called_totals: tuple[int, ...] = ()
    parts: tuple[tuple[Component, ...], ...] = ()


SHEETS = (
    Sheet(Kind.BALANCE_SHEET, "CONSOLIDATED BALANCE SHEETS", (Period(JUNE_01), Period(DECEMBER_00)), BALANCE_SHEET,
          BALANCE_SUMS),
    Sheet(Kind.INCOME, "CONSOLIDATED STATEMENTS OF INCOME", (QUARTER_01, QUARTER_00, HALF_01, HALF_00), INCOME,
          INCOME_SUMS),
    Sheet(Kind.CASH_FLOW, "CONSOLIDATED STATEMENTS OF CASH FLOWS", (HALF_01, HALF_00), CASH_FLOW, CASH_SUMS),
)  # fmt: skip


def document(text: str, *, name: str = "tamarack.txt", header: Header | None = None) -> Document:
    """A bare release."""
    kind = "html" if name.endswith(".htm") else "text"
    part = Part("", kind, Span(0, len(text)))  # type: ignore[arg-type]
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(name, text, "utf-8", digest, header or Header(), (part,))


def read(source: Document, sheets: Sequence[Sheet] = SHEETS) -> tuple[list[Statement], list[list[Decision | None]]]:
    """The statements and decisions of the sheets, every number found where the text prints it."""
    statements, decisions, at = [], [], 0
    for sheet in sheets:
        start = source.text.index(sheet.title, at)
        at = start
        items = []
        for row in sheet.rows:
            item, at = _item(row, sheet, items, source, at)
            items.append(item)
        columns = tuple(Column(str(period.end), period) for period in sheet.periods)
        columns += tuple(Column(" ".join(part.caption for part in parts), None) for parts in sheet.parts)
        statements.append(
            Statement(
                sheet.kind,
                sheet.title,
                0,
                Span(start, at),
                columns,
                tuple(items),
                sheet.sums,
                1000,
                sheet.called_totals,
            )
        )
        decisions.append([_decision(row) for row in sheet.rows])
    return statements, decisions


def _item(row: Row, sheet: Sheet, before: Sequence[Item], source: Document, at: int) -> tuple[Item, int]:
    host = next((i for i, item in enumerate(before) if item.caption == row.caption and not item.host), None)
    inside = row.role is Role.PARENTHETICAL
    # Shares and amounts of one printed row of parts are two rows.
    again = bool(sheet.parts and before and before[-1].caption == row.caption)
    shared = host if inside else len(before) - 1 if again else None
    caption = before[shared].span if shared is not None else _find(source, row.caption, at)
    places, end = [], caption.start if inside else caption.end
    for printed in row.printed.replace("_", "").split():
        # One number in a caption may stand for both dates: then it is found where it was found before.
        span = _find(source, printed, end, caption.end if inside else None) or places[-1]
        places.append(span)
        end = span.end
    amounts = tuple(_amount(*entry) for entry in zip(*_columns(row, sheet), places, strict=False))
    if sheet.parts:
        amounts = tuple(replace(amount, components=sheet.parts[amount.column]) for amount in amounts)
    amounts = tuple(replace(amount, value=amount.value * 1000, decimals=-3) if _is_scaled(row) else amount
                    for amount in amounts)  # fmt: skip
    item = Item(
        row.caption, row.headings, 0, row.role, row.unit, amounts, caption, host if inside else None, row.aspect
    )
    return item, at if inside else max([at, caption.end, *(place.end for place in places)])


def _columns(row: Row, sheet: Sheet) -> tuple[list[str], Sequence[int], Sequence[Period]]:
    periods = [Period(day) for day in row.instants] or list(sheet.periods)
    if sheet.parts and row.period is not None:
        periods = [row.period] * len(sheet.parts)
    filled = [(printed, at) for at, printed in enumerate(row.printed.split()) if printed != "_"]
    columns = [at for _, at in filled if at < len(periods)]
    return [printed for printed, _ in filled], columns, [periods[at] for at in columns]


def _is_scaled(row: Row) -> bool:
    return row.unit == "USD" or (row.unit == "shares" and row.role is not Role.PARENTHETICAL)


def _amount(printed: str, column: int, period: Period, span: Span) -> Amount:
    digits = re.sub(r"[^\d.]", "", printed)
    value = Decimal(digits or 0)
    return Amount(
        printed, -value if printed.startswith("(") else value, len(digits.partition(".")[2]), column, period, span
    )


def _find(source: Document, words: str, start: int, end: int | None = None) -> Span:
    pattern = r"\s+".join(map(re.escape, words.split()))
    if source.name.endswith(".htm"):
        words = words.removesuffix(")")  # the page has it in a cell of its own
        pattern = r"(?:\s|<br>)+".join(re.escape(html.escape(word, quote=False)) for word in words.split())
    match = re.compile(rf"(?<![\w(.]){pattern}(?![\w,]*\w)").search(source.text, start, end or len(source.text))
    if match is None:
        return None  # type: ignore[return-value]
    return Span(match.start(), match.end())


def _decision(row: Row) -> Decision | None:
    if row.role is Role.HEADING:
        return None
    alternatives = (("Assets", 0.05),) if row.concept else ()
    return Decision(row.concept, row.sign, row.rule, row.confidence, alternatives, row.anchor)


def release(text: str = TEXT, **header: str) -> Document:
    """The release as text."""
    return document(text, header=Header(**header))  # type: ignore[arg-type]


def text_of(*sheets: Sheet) -> str:
    """A text that prints the sheets, for releases of a few lines."""
    lines = []
    for sheet in sheets:
        lines += [sheet.title]
        lines += [f"{row.caption:60}  {'    '.join(row.printed.split())}" for row in sheet.rows if not row.aspect]
    return "\n".join(lines)


def page() -> Document:
    """The release as an HTML page of the time: tag soup, entities, numbers and brackets in cells of their own."""
    return document("\n".join(_page()), name="tamarack.htm")


def _page() -> Iterator[str]:
    yield "<HTML><HEAD><TITLE>Tamarack</TITLE></HEAD><BODY BGCOLOR=#FFFFFF>"
    yield "<P><FONT SIZE=2>Tamarack Instruments, Inc. (NASDAQ: TMRK), a maker of gauges &amp; meters<BR>today reported"
    for sheet in SHEETS:
        yield f"<CENTER><B>{sheet.title}</B></CENTER><TABLE BORDER=0 CELLPADDING=0>"
        for row in sheet.rows:
            if row.role is not Role.PARENTHETICAL:
                cells = "".join(_cells(printed) for printed in row.printed.split())
                yield f"<TR><TD NOWRAP>{html.escape(row.caption, quote=False)}</TD>{cells}</TR>"
        yield "</TABLE><P>&nbsp;"
    yield "<P>&#169; 2001 Tamarack</BODY></HTML>"


def _cells(printed: str) -> str:
    body, closed = (printed[:-1], ")") if printed.endswith(")") else (printed, "&nbsp;")
    return f'<TD ALIGN="right">&nbsp;$</TD><TD ALIGN=right>{body}</TD><TD>{closed}</TD>'


def report(
    source: Document | None = None,
    *,
    options: Options | None = None,
    sheets: Sequence[Sheet] = SHEETS,
    taxonomy: str = "us-gaap/2025",
) -> Report:
    """The Report of the sample, or of a document with such sheets."""
    source = source or release()
    options = options or Options(cik="999999", document_type="10-Q", taxonomy=taxonomy)
    statements, decisions = read(source, sheets)
    return assemble(
        source, statements, between(statements, decisions), options, load_index(options.taxonomy or taxonomy), []
    ).report
