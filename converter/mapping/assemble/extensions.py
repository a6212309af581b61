"""Extension concepts: what a line is called, what it is, and what it is anchored to.

A caption gives one concept, wherever and in whatever period it is printed; only where that would put two values on one
fact, or two kinds of concept under one name, the heading above tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import count

from converter.mapping.assemble.balances import Side
from converter.mapping.assemble.ledger import Ledger
from converter.mapping.assemble.lines import Line
from converter.mapping.assemble.names import lc3, words
from converter.report import Extension, Name, PeriodType
from converter.statements.statement import Aspect, Kind, Role, Unit
from converter.taxonomy import Index

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
    "other total subtotal net gross basic diluted primary assuming full fully dilution dilutive less miscellaneous all "
    "current noncurrent long short term and or per share amount balance continuing discontinued operations"
)
_GENERIC = frozenset(_GENERIC_WORDS.split())
"""Words that name nothing without the heading above them."""

_MOST_TRIED = 20
"""Numbers behind one name of which each is tried; a further line of that name gets a number that no line had."""


class Extensions:
    """The company's own concepts of one report, in the order of their first use."""

    def __init__(self, prefix: str, company: Set[str], index: Index, ledger: Ledger) -> None:
        self._prefix = prefix
        self._company = company
        self._index = index
        self._ledger = ledger
        self._defined: dict[Name, Extension] = {}
        self._numbers: dict[str, int] = {}

    def __iter__(self) -> Iterator[Extension]:
        return iter(self._defined.values())

    def of_line(self, line: Line, side: Side, kind: Kind) -> tuple[Name, int]:
        """The concept of a line and the sign its printed amounts take; defined if it is new."""
        type_ = self._type(line.item.unit)
        for local in self._names(self.line_name(line), line.item.headings, kind):
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
                    wider=self._wider(line),
                )
                return name, side.sign
            if known.abstract or (known.type, known.period_type) != (type_, line.period_type):
                continue
            sign = side.sign if known.balance == side.balance else -side.sign
            _, contradicted = self._ledger.compare(name, line, sign)
            if not contradicted:
                return name, sign
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

    def root(self, local: str, label: str) -> Name:
        """An abstract concept at the top of a tree."""
        name = Name(self._prefix, local)
        self._defined.setdefault(name, abstract(name, label))
        return name

    def line_name(self, line: Line) -> str:
        """The bare name of a line."""
        name = lc3(line.stem, self._company)
        if line.item.role is Role.INSIDE and line.item.aspect is not None:
            return name + lc3(ASPECTS[line.item.aspect])
        return name or ("Total" if line.item.role is Role.TOTAL else "Amount")

    def _names(self, bare: str, headings: Sequence[str], kind: Kind) -> Iterator[str]:
        """Candidates, the plainest first; there is always one more."""
        parts = [part for heading in reversed(headings) if (part := lc3(heading, self._company))]
        if not parts or not _GENERIC.issuperset(words(bare)):
            yield bare
        longer = bare
        for part in parts:
            longer += part
            yield longer
        longest = longer + _STATEMENTS[kind]
        yield longest
        for number in range(2, _MOST_TRIED):
            yield f"{longest}{number}"
        for number in count(self._numbers.get(longest, _MOST_TRIED)):
            self._numbers[longest] = number + 1
            yield f"{longest}{number}"

    def _is_taken(self, local: str) -> bool:
        """The taxonomy uses the name (EFM 6.07.16)."""
        return any(self._index.get(local, prefix) is not None for prefix in self._index.prefixes)

    def _type(self, unit: Unit) -> str:
        if unit == "USD/shares":
            return f"{self._index.types_prefix}:perShareItemType"
        return {"USD": "xbrli:monetaryItemType", "shares": "xbrli:sharesItemType"}.get(unit, "xbrli:pureItemType")

    def _wider(self, line: Line) -> str | None:
        """The anchor, if it is of the same kind."""
        wider = self._index.get(line.decision.wider) if line.decision.wider else None
        if wider is None or wider.abstract or wider.deprecated:
            return None
        fits = wider.unit == line.item.unit and wider.period_type == line.period_type
        return wider.local if fits else None


def abstract(name: Name, label: str) -> Extension:
    """A heading's concept (EFM 6.07.21: abstract concepts are strings of type duration)."""
    period_type: PeriodType = "duration"
    return Extension(name, "xbrli:stringItemType", period_type, None, label, abstract=True)


def line_label(line: Line) -> str:
    """How a line is called: its caption as printed; a number inside a caption after what it counts."""
    if line.item.role is Role.INSIDE and line.item.aspect is not None:
        return f"{line.stem}, {ASPECTS[line.item.aspect]}"
    return line.item.caption or (f"Total {line.item.headings[-1].rstrip(':')}" if line.item.headings else "Total")
