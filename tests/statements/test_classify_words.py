"""The titles and captions by which kinds of statements are told."""

from __future__ import annotations

import pytest

from converter.span import Span
from converter.statements.classify import Captions, read_captions, title_kinds, votes
from converter.tables.table import Row
from converter.terms import Kind

BS, IS, CI, CF, EQ = Kind.BALANCE_SHEET, Kind.INCOME, Kind.COMPREHENSIVE_INCOME, Kind.CASH_FLOW, Kind.EQUITY


def read(*captions: str) -> Captions:
    return read_captions([Row(caption, Span(0, 0), 0, ()) for caption in captions])


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("STATEMENTS OF CASH FLOWS", {CF}),
        ("Cash Flow", {CF}),
        ("CASH FLOWING", set()),
        ("Statement of changes in financial position", {CF}),
        ("Changes in Financial Position", {CF}),
        ("STATEMENTS OF STOCKHOLDERS' EQUITY", {EQ}),
        ("Statement of changes in shareholders\u2019 equity", {EQ}),
        ("Changes in Shareowners' Investment", {EQ}),
        ("Statements of share owners equity", {EQ}),
        ("Statement of Stockholders Deficit", {EQ}),
        ("Statement of stock equity", {EQ}),
        ("Statement of consolidated stockholders' equity", {EQ}),
        ("Changes of equity", {EQ}),
        ("Statements of changes in partners' capital", {EQ}),
        ("Statements of income and of retained earnings", {IS, EQ}),
        ("Statement of equityholders", set()),
        ("Statement on stockholders' equity", set()),
        ("Misstatement in Stockholders' Equity", {EQ}),
        ("BALANCE SHEET", {BS}),
        ("Consolidated Balance  Sheets", {BS}),
        ("Balance sheeting", set()),
        ("Statement of Financial Condition", {BS}),
        ("Statements of consolidated financial position", {BS}),
        ("Statement of Condition", {BS}),
        ("Statements of Operations", {IS}),
        ("Statement of Consolidated Income", {IS}),
        ("Statement of net and other earnings", {IS}),
        ("Statement of a b c d earnings", set()),
        ("Statements of Loss", {IS}),
        ("Statement of Losses", {IS}),
        ("Statement of Profit", {IS}),
        ("Income Statement", {IS}),
        ("Earnings statements", {IS}),
        ("Operating account", {IS}),
        ("Operating accounting", set()),
        ("Consolidated Operations", {IS}),
        ("Condensed results of operations", {IS}),
        ("Consolidated result of operations", {IS}),
        ("Statement of results of operations", {IS}),
        ("Consolidated Income", {IS}),
        ("Consolidated statement of earnings", {IS}),
        ("Consolidated incomes", set()),
        ("Condensed operational things", set()),
        ("Statements of Comprehensive Income", {IS, CI}),
        ("Statement of Comprehensive Loss", {IS, CI}),
        ("Statement of consolidated comprehensive (loss)", {CI}),
        ("Statement of operations and comprehensive income", {IS, CI}),
        ("Statement of a b c d comprehensive loss", set()),
        ("Notes", set()),
    ],
)  # fmt: skip
def test_the_kinds_that_a_title_names(title: str, kinds: set[Kind]) -> None:
    assert set(title_kinds(title)) == kinds


@pytest.mark.parametrize(
    "word",
    ["is", "are", "was", "were", "has", "have", "had", "been", "would", "will", "which", "set forth", "sets forth",
     "show",
     "shows", "present", "presents"],
)  # fmt: skip
def test_a_sentence_is_no_title(word: str) -> None:
    assert title_kinds(f"The Balance Sheet {word} here") == []
    assert title_kinds(f"The Balance Sheet a{word}x here") == [BS]


def test_a_title_begins_with_a_capital_and_is_short() -> None:
    assert title_kinds("balance sheets") == []
    assert title_kinds("") == []
    for length, kinds in ((300, [BS]), (301, [])):
        assert title_kinds("Balance Sheet".ljust(length, "x").replace("Sheetx", "Sheet ")) == kinds


LANDMARKS: dict[Kind, list[list[str]]] = {
    BS: [
        ["Total assets", "TOTAL CURRENT ASSETS"],
        ["Total liabilities", "Total current liabilities"],
        ["Current assets:", "Current liabilities"],
        ["Accounts payable"],
        ["Retained earnings", "The accumulated deficit", "Retained deficit"],
        ["Stockholders' equity", "Shareholders\u2019 investment", "Total stockholders' deficit", "Shareowners equity",
         "Total share equity"],
        ["Total liabilities and equity"],
        ["Paid-in capital", "Additional capital", "Additional paid-in capital", "Capital in excess of par",
         "Capital surplus"],
        ["Common stock"],
        ["Goodwill"],
        ["Property", "Plant", "Fixed assets", "Premises"],
        ["Receivables", "Receivable", "Trade receivables", "Accounts receivable", "Notes receivable"],
        ["Inventories", "Inventory"],
        ["Cash and cash equivalents", "Cash and short-term items", "Cash and due from banks",
         "Cash and temporary items"],
        ["Deposits"],
        ["Accrued expenses"],
        ["Long-term debt"],
        ["Assets"],
        ["Liabilities"],
        ["Treasury stock"],
        ["Net assets", "Total net assets", "Net asset value a share"],
    ],
    IS: [
        ["Sales", "Net sales", "Total revenues", "Revenue"],
        ["Sales", "Operating revenues", "Total net sales", "Total operating revenue", "Net sales"],
        ["Cost of sales", "Cost of goods sold", "Cost of revenue", "Cost of products", "Cost of services"],
        ["Gross profit", "Gross margin", "Gross income"],
        ["Income before taxes", "Loss, before taxes", "Earnings before it", "Profit before it"],
        ["Provision for income taxes", "Benefit: income tax", "Credit for income tax", "Income taxes"],
        ["Net income", "Net loss", "Net earnings", "Net (loss)", "Net profit"],
        ["Per share", "Earnings per common share", "Income per unit", "Income per common unit"],
        ["Selling, general", "Selling expense", "General and administrative", "Marketing"],
        ["Research"],
        ["Operating expenses", "Total operating expenses", "Total costs and expenses", "Costs and expenses",
         "Total costs"],
        ["Income from operations", "Loss from operations", "Profit from operations", "Earnings from operations",
         "Income (loss) from operations", "Operating income", "Operating profit", "Operating loss"],
        ["Interest expense", "Interest income", "Interest and dividends"],
        ["Weighted shares", "Average number of shares", "Shares used", "Shares outstanding"],
        ["Extraordinary item", "The cumulative effect"],
        ["Interest income", "Total interest income", "Net interest income", "Interest expense",
         "Total interest revenue"],
        ["Provision for credit losses", "Provision for loan losses", "Provision for possible losses"],
        ["Basic", "Diluted", "Primary", "Fully diluted"],
        ["Investment income", "Total investment income", "Net investment loss", "Net investment (loss)"],
        ["Net realized gain", "Net unrealized gain", "Total net realized gain", "Net change in unrealized gain",
         "Net (realized)"],
        ["Net increase in net assets from operations", "Net (decrease) in net assets resulting from operations",
         "Net change in net assets of operations"],
    ],
    CF: [
        ["Operating activities", "Operations", "Operations:", "Net cash provided by operations",
         "Net cash flow from operations", "Net cash flows (used in) operations", "Net cash generated by operations"],
        ["Investing activities", "Investing", "Investing:", "Net cash used for investing"],
        ["Financing activities", "Financing", "Financing:", "Net cash from financing"],
        ["Increase in cash", "Decrease in cash", "Net change (decrease) in cash"],
        ["Adjustments to reconcile", "Adjustment to reconcile", "Non-cash items", "Noncash items"],
        ["Cash, beginning of period", "Cash at beginning of the year", "At beginning of quarter", "Cash, beginning"],
        ["Cash, end of period", "Cash at end of the year", "At end of quarter", "Cash, end"],
        ["Purchases of things", "Purchase of x", "Additions to x", "Addition to x", "Acquisitions of x",
         "Acquisition of x",
         "Sale of x", "Sales of x", "Maturities of x", "Proceeds from x", "Payments on x", "Payment to x",
         "Repayments of x",
         "Repayment of x", "Issuances of x", "Issuance of x"],
        ["Changes in assets and liabilities", "Operating assets and liabilities", "Assets and liabilities",
         "Changes in operating assets and liabilities"],
        ["Capital expenditures"],
        ["Depreciation", "Amortization"],
        ["Dividends paid", "The cash dividends"],
        ["Effect of exchange rates", "Effect of foreign exchange", "Effect of foreign currency", "Effect of currency"],
    ],
    EQ: [
        ["Balance at June 30", "Balances, as of June 30", "Balance - 1998", "Balance, June 30", "Balance beginning",
         "Balances end"],
        ["Issuance of stock", "Exercise of options", "Stock issued"],
        ["Dividends", "Cash dividends"],
        ["Repurchase of common stock", "Purchase of treasury stock", "Retirement of common stock"],
        ["Net income", "Net loss", "Net earnings"],
        ["Comprehensive income", "Comprehensive loss"],
        ["Beginning balance", "Ending balance", "Balance beginning", "Balance end"],
        ["Net assets at beginning of year", "Net assets, end of period"],
        ["Distributions", "Subscriptions", "Redemptions", "Contributions"],
    ],
    CI: [
        ["Net income", "Net loss", "Net earnings"],
        ["Other comprehensive income"],
        ["Comprehensive income", "Total comprehensive loss"],
        ["Foreign translation"],
        ["The unrealized gains"],
    ],
}  # fmt: skip
EXAMPLES = [
    (kind, at, caption)
    for kind, places in LANDMARKS.items()
    for at, captions in enumerate(places)
    for caption in captions
]


@pytest.mark.parametrize(("kind", "at", "caption"), EXAMPLES)
def test_a_caption_that_is_typical_of_a_kind(kind: Kind, at: int, caption: str) -> None:
    assert at in read("Nothing", caption, "Nothing").found[kind]


def test_each_landmark_has_an_example() -> None:
    assert {kind: len(places) for kind, places in LANDMARKS.items()} == {BS: 21, IS: 21, CF: 13, EQ: 9, CI: 5}


OTHERS: dict[Kind, list[str]] = {
    BS: [
        "Subtotal assets", "Subtotal liabilities", "The current assets", "Non accounts payable",
        "My stockholders' equity",
        "Grand total liabilities and", "My paid-in capital", "The common stock", "No goodwill", "My property",
        "The receivables", "No inventories", "My cash and cash", "My deposits", "Unaccrued", "My long-term debt",
        "My assets",
        "Assets held", "My liabilities", "Liabilities held", "No treasury", "Stockholders of equity", "Cash and carry",
        "My net assets", "Net assets from operations", "Net assetsx", "My net asset value",
    ],
    IS: [
        "My sales", "Other rates", "My cost of sales", "Cost of living", "My gross profit", "My income before",
        "Incomes before", "My net income", "Net sums", "Per ton", "My selling", "My research", "My total costs",
        "My operating income", "Income from rents", "My interest expense", "Interest held", "Shares held",
        "An extraordinary item", "My provision for loan", "Provision for rents", "Basically", "Dilutedly", "Primaryly",
        "Fully dilutedly", "My basic", "My investment income", "Investments held", "Net derealized", "My net realized",
        "Net increase in net assets", "Increase in net assets from operations",
    ],
    CF: [
        "Operations held", "My operations", "Investing held", "My investing", "Financing held", "My financing",
        "Change of cash", "My adjustments to", "Beginning of it", "End of it", "My purchases of", "Purchases by",
        "My assets and liabilities", "My capital expenditures", "My depreciation", "Dividends held", "Effect of rates",
        "Beginning", "Net cash held by operations", "Net cash from operations held",
    ],
    EQ: ["My balance at", "Balance", "Balance held", "My issuance of", "My dividends", "My purchase of common",
         "Purchase of land", "My net income", "My comprehensive income", "My beginning balance",
         "Net assets", "My net assets, end of year", "My distributions", "Redemptionsx"],
    CI: ["My net income", "Other income", "My comprehensive income", "Transfers", "Realised"],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "caption"), [(kind, caption) for kind, found in OTHERS.items() for caption in found])
def test_a_caption_that_is_typical_of_no_such_kind(kind: Kind, caption: str) -> None:
    assert read(caption).found[kind] == frozenset()


def test_captions_are_counted_once_each() -> None:
    said = read("Total assets", "Total current assets", "Goodwill", "Assets")
    assert said.landmarks(BS) == 3
    assert said.landmarks(EQ) == 0


# Captions without which a statement would not be one


@pytest.mark.parametrize(
    ("kind", "caption"),
    [
        *((BS, each) for each in ("Total assets", "Total current assets", "Total liabilities",
        "Total current liabilities",
                                  "LIABILITIES AND EQUITY")),
        *((CF, each) for each in ("Operating activities", "My investing activities", "Financing activities",
                                  "Net cash flow used in operations", "Net cash flows from investing",
                                  "Net cash (used) by financing", "Net cash provided by investing",
                                  "Net cash generated in financing", "Net cash by operations")),
        *((IS, each) for each in ("Net income", "Net (loss", "Net loss", "Net earnings", "Net profit",
        "Income per share",
                                  "Loss per common share", "Income before taxes", "Before income taxes",
                                  "Before provision for taxes", "Before provision for income taxes", "My income tax",
                                  "Net operating and income", "Net operating and comprehensive (loss)",
                                  "Net comprehensive income", "Net investment income", "Net investment (loss)",
                                  "Net decrease in net assets from operations")),
        *((EQ, each) for each in ("Balance at it", "Balances, at it", "Balance 1998", "Net assets at end of year",
                                  "Net assets, beginning of year")),
        *((CI, each) for each in ("Comprehensive income", "Total comprehensive loss", "Other comprehensive income",
                                  "Total other comprehensive loss")),
    ],
)  # fmt: skip
def test_a_caption_without_which_a_statement_is_none(kind: Kind, caption: str) -> None:
    assert read(caption).strong >= {kind}


@pytest.mark.parametrize(
    "caption",
    ["My total assets", "Assets", "My liabilities and", "Activities", "My net cash from investing",
     "Net cash held by investing",
     "Net cash from investing here", "My net income", "Per unit", "Before it", "Balance", "Balanced ",
     "My comprehensive income",
     "Incoming taxes", "Net cash fromages investing", "My net investment income", "Net assets", "Net assets, end",
     "My net assets, end of year"],
)  # fmt: skip
def test_others_are_not_as_strong(caption: str) -> None:
    assert read(caption).strong == frozenset()


@pytest.mark.parametrize(
    ("caption", "earned"),
    [
        *((each, True) for each in ("Sales", "Net sales", "Revenue", "Revenues", "My costs", "Cost", "Expenses",
        "Premiums",
                                    "Fees", "Royalties", "Interest income", "Total interest income",
                                    "Interest and dividend income", "Total interest and dividend income",
                                    "Operating items")),
        *((each, False) for each in ("Wholesales", "My interest income", "My operating items", "Net income", "Coffees",
                                     "Interest expense", "Expense")),
    ],
)  # fmt: skip
def test_what_was_earned_or_spent(caption: str, earned: bool) -> None:
    assert read(caption).earned is earned


def test_captions_of_two_stretches_say_what_both_say() -> None:
    one, other = read("Total assets", "Sales"), read("Goodwill", "Net income")
    both = one | other
    assert both.found[BS] == {0, 9}
    assert both.strong == {BS, IS}
    assert both.earned
    assert (other | one).earned
    assert not (other | other).earned


def test_an_untitled_table_is_whole_with_five_landmarks_or_something_earned() -> None:
    four = ["Total assets", "Total liabilities", "Goodwill", "Deposits"]
    assert not read(*four).whole(BS)
    assert read(*four, "Assets").whole(BS)
    assert not read("Net income").whole(IS)
    assert read("Net income", "Sales").whole(IS)
    assert read("Nothing").whole(CF)
    assert read("Nothing").whole(EQ)
    assert read("Nothing").whole(CI)


def test_rows_speak_for_the_one_kind_that_they_are_strong_in() -> None:
    rows = tuple(Row(caption, Span(0, 0), 0, ()) for caption in (
        "Total assets", "Net income", "Investing activities", "Comprehensive income", "Balance at",
        "Net income from operating activities", "Sales"))  # fmt: skip
    assert votes(rows) == [BS, IS, CF, None, None, None, None]
