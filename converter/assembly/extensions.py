"""Extension concepts: what a line is called, what it is, and what it is anchored to.

A caption gives one concept, wherever and in whatever period it is printed; only where that would put two values on one
fact, or two kinds of concept under one name, the heading above tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import count

from converter.assembly.balances import Side
from converter.assembly.names import lc3, spaced, without_end, words
from converter.mapping.decide import UNTOLD
from converter.mapping.fits import usable
from converter.mapping.ledger import Ledger
from converter.mapping.line_items import LineItem
from converter.report import Extension
from converter.statements.statement import Aspect, Role
from converter.taxonomy import Index
from converter.taxonomy.ancestry import ancestors
from converter.terms import Kind, Name, Unit
from converter.terms.period import PeriodType

ASPECTS: Mapping[Aspect, str] = {
    Aspect.ALLOWANCE: "allowance",
    Aspect.ACCUMULATED_DEPRECIATION: "accumulated depreciation",
    Aspect.ACCUMULATED_AMORTIZATION: "accumulated amortization",
    Aspect.PAR_VALUE: "par value",
    Aspect.AUTHORIZED: "shares authorized",
    Aspect.ISSUED: "shares issued",
    Aspect.OUTSTANDING: "shares outstanding",
    Aspect.TREASURY: "treasury shares",
    Aspect.LIQUIDATION: "liquidation value",
    Aspect.OTHER: "amount",
}
"""What a number inside a caption is called behind the caption's own words."""

_STATEMENTS: Mapping[Kind, str] = {
    Kind.BALANCE_SHEET: "FinancialPosition",
    Kind.INCOME: "Operations",
    Kind.COMPREHENSIVE_INCOME: "ComprehensiveIncome",
    Kind.CASH_FLOW: "CashFlows",
    Kind.EQUITY: "Equity",
}
_GENERIC_WORDS = (
    "other total subtotal net gross basic diluted primary assuming full fully dilution dilutive less "
    "miscellaneous all current noncurrent long short term and or per share amount balance continuing discontinued "
    "operations proceeds payments purchases sales maturities affiliates members trade payables outstanding additions "
    "repayments disposals domestic foreign line"
)
_GENERIC = frozenset(_GENERIC_WORDS.split())
"""Words that name nothing without the heading above them, or where there is none, without their statement."""

_BARE_TOTAL = re.compile(r"(?:(?:sub-?)?totals?)?\W*", re.IGNORECASE)
"""A caption of a total that does not say of what."""

_LONGEST = 150
"""Letters of a name with the headings that tell it from others: those that would make it longer are left out."""

_MOST_TRIED = 20
"""Numbers behind one name of which each is tried; a further line of that name gets a number that no line had."""


class Extensions:
    """The company's own concepts of one report, in the order of their first use."""

    def __init__(self, prefix: str, company: Set[str], index: Index, ledger: Ledger[Name]) -> None:
        self._prefix = prefix
        self._company = company
        self._index = index
        self._ledger = ledger
        self._defined: dict[Name, Extension] = {}
        self._numbers: dict[str, int] = {}

    def __iter__(self) -> Iterator[Extension]:
        return iter(self._defined.values())

    def of_line(self, line: LineItem, side: Side, kind: Kind, wider: str | None = None) -> tuple[Name, int, str]:
        """The concept of a line, the sign its printed amounts take and why that is another than the decision's; defined
        if it is new.

        Args:
            wider: the us-gaap concept of the total that the print adds the line to.
        """
        sign = line.decision.sign
        type_ = self._type(line.item.unit)
        above = line.item.headings if line.stem else ()  # a total without a name is of more than the heading above it
        for local in self._names(self.line_name(line), above, kind):
            name = Name(self._prefix, local)
            known = self._defined.get(name)
            if known is None:
                if self._is_taken(local):
                    continue
                self._defined[name] = Extension(
                    name=name,
                    type=type_,
                    period_type=line.period_type,
                    balance=side.balance,
                    label=line_label(line),
                    anchor=self._anchor(line, wider),
                )
                return name, sign, ""
            if known.abstract or (known.type, known.period_type) != (type_, line.period_type):
                continue
            same = known.balance == side.balance
            if (same or not side.proved) and not self._contradicted(name, line, sign):
                return name, sign, ""
            if not same and self._confirmed(name, line, -sign):
                return name, -sign, f"{name} is a {known.balance} elsewhere"
        raise AssertionError("names do not run out")

    def of_heading(self, caption: str, headings: Sequence[str], kind: Kind, used: Set[Name]) -> Name:
        """The abstract concept of a heading, one that is not in `used`; defined if it is new."""
        for local in self._names(lc3(caption, self._company) or "Line", headings, kind):
            name = Name(self._prefix, f"{local}Abstract")
            known = self._defined.get(name)
            if name in used or (known is not None and not known.abstract):
                continue
            if known is None:
                if self._is_taken(name.local):
                    continue
                self._defined[name] = abstract(name, caption)
            return name
        raise AssertionError("names do not run out")

    def of_member(self, caption: str) -> Name:
        """The member that a component without one in the taxonomy becomes; defined if it is new.

        Its name ends in `Member` and its type is that of domains (EFM 6.07.28); it is abstract, as the taxonomy's are
        from 2010 on, and lasts, as all that is abstract does (EFM 6.07.21).
        """
        bare = lc3(caption, self._company) or lc3(caption) or "Component"
        for number in count(1):
            name = Name(self._prefix, f"{bare}{number if number > 1 else ''}Member")
            made = Extension(
                name, f"{self._index.types_prefix}:domainItemType", "duration", None, caption, abstract=True
            )
            known = self._defined.get(name)
            if known == made:
                return name
            if known is None and not self._is_taken(name.local):
                self._defined[name] = made
                return name
        raise AssertionError("numbers do not run out")

    def of_text_block(self, title: str, ending: str, used: Set[Name], anchor: str | None) -> Name:
        """The text block of a note without one in the taxonomy, or whose own is taken: one that is not in `used`."""
        bare = lc3(title, self._company) or "Note"
        for number in count(self._numbers.get(bare + ending, 1)):
            self._numbers[bare + ending] = number + 1
            name = Name(self._prefix, f"{bare}{number if number > 1 else ''}{ending}")
            if name not in used and name not in self._defined and not self._is_taken(name.local):
                type_ = f"{self._index.types_prefix}:textBlockItemType"
                self._defined[name] = Extension(name, type_, "duration", None, title, anchor)
                return name
        raise AssertionError("numbers do not run out")

    def root(self, local: str, label: str) -> Name:
        """An abstract concept at the top of a tree."""
        name = Name(self._prefix, local)
        self._defined.setdefault(name, abstract(name, label))
        return name

    def line_name(self, line: LineItem) -> str:
        """The bare name of a line."""
        name = lc3(line.stem, self._company)
        if line.item.role is Role.PARENTHETICAL and line.item.aspect is not None:
            return name + lc3(_aspect(line.item.aspect, line.item.unit))
        return name or ("Total" if line.item.role is Role.TOTAL else "Amount")

    def _names(self, bare: str, headings: Sequence[str], kind: Kind) -> Iterator[str]:
        """Candidates, the plainest first; there is always one more."""
        parts = [part for heading in reversed(headings) if (part := lc3(heading, self._company))]
        if not _GENERIC.issuperset(words(bare)):
            yield bare
        longer = bare
        for part in parts:
            if len(longer) + len(part) > _LONGEST:
                break
            longer += part
            yield longer
        longest = longer + _STATEMENTS[kind]
        yield longest
        for number in range(2, _MOST_TRIED):
            yield f"{longest}{number}"
        for number in count(self._numbers.get(longest, _MOST_TRIED)):
            self._numbers[longest] = number + 1
            yield f"{longest}{number}"

    def _contradicted(self, name: Name, line: LineItem, sign: int) -> bool:
        return bool(self._ledger.compare(name, line, sign)[1])

    def _confirmed(self, name: Name, line: LineItem, sign: int) -> bool:
        """Whether the line prints figures that the concept has, and none that it has otherwise."""
        confirmed, contradicted = self._ledger.compare(name, line, sign)
        return confirmed > 0 and not contradicted

    def _is_taken(self, local: str) -> bool:
        """The taxonomy uses the name (EFM 6.07.16)."""
        return any(self._index.get(local, prefix) is not None for prefix in self._index.prefixes)

    def _type(self, unit: Unit) -> str:
        if unit == "USD/shares":
            return f"{self._index.types_prefix}:perShareItemType"
        return {"USD": "xbrli:monetaryItemType", "shares": "xbrli:sharesItemType"}.get(unit, "xbrli:pureItemType")

    def _anchor(self, line: LineItem, wider: str | None) -> str | None:
        """The nearest wider concept that is of the same kind. What the print adds the line to is wider for certain; so
        is what a rule names, and what the taxonomy adds up to the print's total, too.
        """
        unit, period_type, named = line.item.unit, line.period_type, line.decision.anchor
        above = {total for total, _ in ancestors(named, self._index)} if named else set()
        anchors = (named, wider) if line.decision.rule not in UNTOLD or wider in above else (wider, named)
        return next((each for each in anchors if each and usable(each, unit, period_type, self._index)), None)


def abstract(name: Name, label: str) -> Extension:
    """A heading's concept (EFM 6.07.21: abstract concepts are strings of type duration)."""
    period_type: PeriodType = "duration"
    return Extension(name, "xbrli:stringItemType", period_type, None, label, abstract=True)


def line_label(line: LineItem) -> str:
    """How a line is called: its caption as printed; a number inside a caption after what it counts; a total that says
    no more than that it is one after what it totals.
    """
    if line.item.role is Role.PARENTHETICAL and line.item.aspect is not None:
        return f"{without_end(line.stem)}, {_aspect(line.item.aspect, line.item.unit)}"
    caption = line.item.caption or line.stem
    if line.item.headings and caption and _BARE_TOTAL.fullmatch(caption):
        return f"Total {line.item.headings[-1].rstrip(': ').lower()}"
    return caption or _unnamed(line.decision.concept, line.item.headings[-1:])


def _aspect(aspect: Aspect, unit: Unit) -> str:
    """What a number inside a caption is called; one of which no more is known than that it is for a share says that."""
    return "per share" if aspect is Aspect.OTHER and unit == "USD/shares" else ASPECTS[aspect]


def _unnamed(concept: str | None, under: Sequence[str]) -> str:
    """`Total property, plant and equipment` of a concept that is called as the heading is, else after the concept."""
    if concept is None:
        return "Total"
    of_heading = under and concept.lower().startswith(lc3(under[0]).lower())
    return f"Total {under[0] if of_heading else spaced(concept)}"
