"""Which statement a table is: by its title, and by the captions that only one kind of statement has."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from converter.grammars.months import MONTH
from converter.statements.captions import printed_captions
from converter.statements.keys import FUND_RESULT
from converter.statements.lesser import Lesser, lesser_by_rows, lines_over_all, titled_lesser
from converter.statements.selected import section_over
from converter.tables.table import Row, Table
from converter.terms import Kind

_TITLES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.CASH_FLOW, re.compile(r"cash\s+flows?\b|changes\s+in\s+financial\s+position", re.I)),
    (
        Kind.EQUITY,
        re.compile(
            r"(?:statements?|changes)\b.*\b(?:in|of)\s+(?:\w+\s+)*?(?:(?:stock|share|"
            r"share\s?own)(?:holders|owners)?['\u2019]?s?['\u2019]?\s+"
            r"(?:equity|investment|deficit)|equity\b|partners|retained\s+earnings)|changes\s+in\s+(?:\w+\s+)?net\s+assets",
            re.I,
        ),
    ),
    (
        Kind.BALANCE_SHEET,
        re.compile(
            r"balance\s+sheets?\b|statements?\s+of\s+(?:consolidated\s+)?(?:financial\s+(?:position|"
            r"condition)|condition|assets,?\s+(?:and\s+)?liabilities|net\s+assets(?!\s+available))",
            re.I,
        ),
    ),
    (
        Kind.INCOME,
        re.compile(
            r"statements?\s+of\s+(?:\w+\s+){0,3}?(?:operations|income|earnings|loss|losses|profit)|"
            r"(?:income|earnings|operating)\s+(?:statements?|account)\b|"
            r"(?:consolidated|condensed|statements?\s+of)\s+(?:results?\s+of\s+)?operations\b|"
            r"consolidated\s+(?:statements?\s+of\s+)?(?:income|earnings)\b",
            re.I,
        ),
    ),
    (
        Kind.COMPREHENSIVE_INCOME,
        re.compile(r"statements?\s+of\s+(?:\w+\s+){0,3}?comprehensive\s+(?:income|loss|\(loss\))", re.I),
    ),
)

# Words of a sentence; none stands in a title.
_SENTENCE = re.compile(r"\b(?:is|are|was|were|has|have|had|been|would|will|which|sets? forth|shows?|presents?)\b")

_LANDMARKS: dict[Kind, tuple[re.Pattern[str], ...]] = {
    kind: tuple(re.compile(pattern, re.I | re.M) for pattern in patterns)
    for kind, patterns in {
        Kind.BALANCE_SHEET: (
            r"^total (?:current )?assets",
            r"^total (?:current )?liabilities",
            r"^current (?:assets|liabilities)",
            r"^accounts payable",
            r"retained earnings|accumulated deficit|retained deficit",
            r"^(?:total )?(?:stock|share)\S*['\u2019]? ?(?:equity|investment|deficit)",
            r"^total liabilities (?:and|,)",
            r"^(?:paid-in capital|additional (?:paid-in )?capital|capital (?:in excess|surplus))",
            r"^common stock",
            r"^goodwill",
            r"^(?:property|plant|fixed assets|premises)",
            r"^(?:trade |accounts |notes )?receivables?",
            r"^inventor",
            r"^cash and (?:cash|short|due|temporary)",
            r"^deposits",
            r"^accrued",
            r"^long-term debt",
            r"^assets$",
            r"^liabilities$",
            r"^treasury",
            r"^(?:total )?net assets\b(?!.*\boperations)|^net asset value",
        ),
        Kind.INCOME: (
            r"^(?:net |total )?(?:sales|revenues?)\b",
            r"^(?:total )?(?:net |operating )?(?:sales|revenues?)",
            r"^cost of (?:sales|goods|revenue|product|service)",
            r"^gross (?:profit|margin|income)",
            r"^(?:income|loss|earnings|profit)\b.*before",
            r"^(?:provision|benefit|credit)?.*income tax",
            r"^net (?:income|loss|earnings|\(loss\)|profit)",
            r"per (?:common )?(?:share|unit)",
            r"^selling,? |^(?:general and|administrative)|^marketing",
            r"^research",
            r"^(?:total )?(?:operating|costs and) expenses|^total costs|^(?:total|net) expenses",
            r"^(?:income|profit|loss|earnings)\s*(?:\(loss\) )?from operations|^operating (?:income|"
            r"profit|loss)",
            r"^interest (?:expense|income|and)",
            r"(?:weighted|average).*shares|shares (?:used|outstanding)",
            r"^extraordinary|cumulative effect",
            r"^(?:total |net )?interest (?:income|expense|revenue)",
            r"^provision for (?:credit|loan|possible)",
            r"^basic\b|^diluted\b|^primary\b|^fully diluted\b",
            # Of investment companies (Regulation S-X, article 6).
            r"^(?:total |net )?investment \(?(?:income|loss)",
            r"^(?:total )?net (?:change in )?\(?(?:un)?realized",
            rf"^{FUND_RESULT}",
        ),
        Kind.CASH_FLOW: (
            r"operating activities|^operations:?$|"
            r"^net cash (?:flows? )?\(?(?:used|provided|from|by|generated)\b.* operations$",
            r"investing activities|^investing:?$|^net cash .*\binvesting$",
            r"financing activities|^financing:?$|^net cash .*\bfinancing$",
            r"(?:increase|decrease|change).* in cash",
            r"^adjustments? to reconcile|^non-?cash",
            r"beginning of (?:the )?(?:period|year|quarter)|, beginning",
            r"end of (?:the )?(?:period|year|quarter)|, end",
            r"^(?:purchases?|additions?|acquisitions?|sales?|maturities|proceeds|payments?|"
            r"repayments?|issuances?) (?:of|to|from|on)\b",
            r"^(?:changes in )?(?:operating )?assets and liabilities",
            r"^capital expenditures",
            r"^depreciation|^amortization",
            r"^dividends paid|cash dividends",
            r"effect of (?:foreign )?(?:exchange|currency)",
        ),
        Kind.EQUITY: (
            rf"^balances?,? (?:at|as of|-|{MONTH}\b|beginning|end)",
            r"^issuance of|^exercise of|^stock issued",
            r"^(?:cash )?dividends",
            r"^(?:repurchase|purchase|retirement) of (?:common|treasury)",
            r"^net (?:income|loss|earnings)",
            r"^comprehensive (?:income|loss)",
            r"^(?:beginning|ending) balance|^balance (?:beginning|end)",
            r"^net assets\b.*\b(?:beginning|end) of",
            r"^(?:distributions|subscriptions|redemptions|contributions)\b",
        ),
        Kind.COMPREHENSIVE_INCOME: (
            r"^net (?:income|loss|earnings)",
            r"other comprehensive",
            r"^(?:total )?comprehensive (?:income|loss)",
            r"translation",
            r"unrealized",
        ),
    }.items()
}

_STRONG: dict[Kind, re.Pattern[str]] = {
    Kind.BALANCE_SHEET: re.compile(r"^total (?:current )?(?:assets|liabilities)|^liabilities and", re.I),
    Kind.CASH_FLOW: re.compile(
        r"(?:operating|investing|financing) activities|"
        r"^net cash (?:flows? )?\(?(?:used|provided|from|by|generated)\b.*\b(?:operations|investing|financing)$",
        re.I,
    ),
    Kind.INCOME: re.compile(
        r"^net (?:operating and )?(?:comprehensive )?\(?(?:income|loss|earnings|profit)|per (?:common )?share|"
        rf"before (?:provision for )?(?:income )?taxes|income tax|^net investment \(?(?:income|loss)|^{FUND_RESULT}",
        re.I,
    ),
    Kind.EQUITY: re.compile(r"^balances?,? |^net assets\b.*\b(?:beginning|end) of", re.I),
    Kind.COMPREHENSIVE_INCOME: re.compile(r"^(?:total )?(?:other )?comprehensive (?:income|loss)", re.I),
}
# An income statement says what was earned or spent; a computation of earnings a share begins with the result.
_EARNED = re.compile(
    r"\b(?:sales|revenues?|costs?|expenses|premiums|fees|royalt)|^(?:total )?interest (?:and dividend )?income|"
    r"^operating",
    re.I,
)
_MIN_LANDMARKS = 3
_LONGEST_TITLE = 300
# Lines above a title, and above a table without one, that may say what kind of table it is.
_AROUND_TITLE, _WITHOUT_TITLE = 3, 8
# A summary of a subsidiary has the totals of a balance sheet and little else.
_MIN_UNTITLED = 5
_TITLE_WORTH = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a table (or a stretch of one) was taken for.

    Attributes:
        title: the title line; empty if none reads like one.
        titled: a title of this kind was found.
        landmarks: how many captions typical of the kind it has.
        lesser: what it is instead of a primary statement: pro forma, selected data and the like.
        by_heading: nothing says so but a line over its title, which may be the heading of something else.
    """

    kind: Kind
    title: str
    titled: bool
    landmarks: int
    lesser: Lesser | None = None
    by_heading: bool = False

    @property
    def primary(self) -> bool:
        return self.lesser is None

    @property
    def strength(self) -> int:
        return self.landmarks + (_TITLE_WORTH if self.titled else 0)


def title_kinds(text: str) -> list[Kind]:
    """The kinds of statement that a title names, in no order; several for a combined statement, none for prose."""
    if text[:1].islower() or len(text) > _LONGEST_TITLE or _SENTENCE.search(text):
        return []
    return [kind for kind, pattern in _TITLES if pattern.search(text)]


@dataclass(frozen=True, slots=True)
class Captions:
    """What the captions of rows say together; `one | other` is what those of both say.

    Attributes:
        found: for each kind, which of its landmarks are there.
        strong: the kinds of which a caption is there without which the statement would not be one.
        earned: something was earned or spent.
    """

    found: Mapping[Kind, frozenset[int]]
    strong: frozenset[Kind]
    earned: bool

    def __or__(self, other: Captions) -> Captions:
        found = {kind: self.found[kind] | other.found[kind] for kind in Kind}
        return Captions(found, self.strong | other.strong, self.earned or other.earned)

    def landmarks(self, kind: Kind) -> int:
        """How many different captions typical of a kind are there."""
        return len(self.found[kind])

    def whole(self, kind: Kind) -> bool:
        """Whether an untitled table has what makes it more than a few figures of a statement of the kind."""
        if kind is Kind.BALANCE_SHEET:
            return self.landmarks(kind) >= _MIN_UNTITLED
        return kind is not Kind.INCOME or self.earned


def read_captions(rows: Sequence[Row]) -> Captions:
    """What the captions of rows say."""
    stubs = printed_captions(rows)
    # One caption a line: a pattern looks at them all at once.
    captions = "\n".join(stubs)
    return Captions(
        {
            kind: frozenset(at for at, pattern in enumerate(patterns) if pattern.search(captions))
            for kind, patterns in _LANDMARKS.items()
        },
        frozenset(kind for kind, pattern in _STRONG.items() if any(map(pattern.search, stubs))),
        any(map(_EARNED.search, stubs)),
    )


def title_of(table: Table) -> tuple[str, list[Kind]]:
    """A table's title, and the kinds of statement that it names; where it has none, the section that it begins with."""
    title, kinds = _title([text.text for text in table.above] + [piece.text for line in table.head for piece in line])
    section = "" if kinds else section_over(table.rows)
    return (section, title_kinds(section)) if section else (title, kinds)


def classify(table: Table, captions: Captions, like: Collection[Kind] = ()) -> Verdict | None:
    """The statement that a table with these captions is, or None.

    Args:
        like: kinds whose title suffices, whatever landmarks there are.
    """
    title, kinds = title_of(table)
    best: Verdict | None = None
    for kind in Kind:
        count = captions.landmarks(kind)
        titled = kind in kinds
        enough = count + (2 if titled else 0) >= _MIN_LANDMARKS and kind in captions.strong
        if not (enough or (titled and kind in like)) or not (titled or captions.whole(kind)):
            continue
        verdict = Verdict(kind, title if kinds else "", titled, count)
        if best is None or verdict.strength > best.strength:
            best = verdict
    if best is None:
        return None
    over, lines = _about(title, [text.text for text in table.above] + lines_over_all(table))
    own = titled_lesser(lines) or lesser_by_rows(best.kind, table.rows)
    if kinds and title == section_over(table.rows):
        own = own or Lesser.SELECTED
    heading = titled_lesser(over)
    return replace(best, lesser=heading or own, by_heading=heading is not None and own is None and best.titled)


def _title(lines: list[str]) -> tuple[str, list[Kind]]:
    """The nearest line above that names a statement, else the nearest line."""
    for line in reversed(lines):
        kinds = title_kinds(line) if len(line) < 160 else []
        if kinds:
            return line, kinds
    return next((line for line in reversed(lines) if re.search(r"[A-Za-z]{3}", line)), ""), []


def _about(title: str, lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines before the title that read like titles; the title and what stands between it and the figures."""
    at = lines.index(title) if title in lines else 0
    reach = _AROUND_TITLE if title_kinds(title) else _WITHOUT_TITLE
    around = [line for line in lines[max(0, at - reach) : at] if len(line) < 90 and line[-1:] not in ".;:,"]
    return around, lines[at:]


def votes(rows: tuple[Row, ...]) -> list[Kind | None]:
    """For each row, the one kind of statement it speaks for strongly, if any: used to part statements within a
    table.
    """
    out: list[Kind | None] = []
    for row in rows:
        kinds = [kind for kind in (Kind.BALANCE_SHEET, Kind.INCOME, Kind.CASH_FLOW) if _STRONG[kind].search(row.stub)]
        out.append(kinds[0] if len(kinds) == 1 else None)
    return out
