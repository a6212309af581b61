"""DQC_0118: the totals of a statement are the sums of the lines above them, in every period.

A footing that holds in one period and fails in another is a fault of the print or of the reading; the calculations
that are written as XBRL leave such footings out, so this is where they come to light. Lines are added downwards as
statements nest: a total takes the lines before it that no other total has taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from converter import arithmetic
from converter.findings import Finding
from converter.report import Fact
from converter.taxonomy.ancestry import ancestors
from converter.terms import Kind, Name, Period
from converter.terms.unit import is_money
from converter.validation.checks.book import Book, figure, remark, value

_NAMED_TOTAL = re.compile(r"(sub-?)?totals?\b", re.IGNORECASE)
_RESULT = re.compile(
    r"net (cash|income|loss|earnings|revenues?|sales|increase|decrease|change)\b|gross\b|comprehensive"
    r"|(operating )?(income|loss|earnings|profit)\b|cash .*(provided|used|operat|invest|financ)",
    re.IGNORECASE,
)
"""How the captions of totals begin that are not called so."""

_MOST_PARTS = 45
_LEVELS = 3
"""Of the taxonomy's sums between raw materials and net inventories."""
_DIGITS = 50
"""A total this many times its rounding has two digits at least that would have to agree by chance."""
_MANY_DIGITS = 5_000
"""The same with four digits: the runs of 45 lines that are tried for a total do not meet so often by chance."""
_SCALES = (Decimal(1000), Decimal(1) / 1000, Decimal(1_000_000), Decimal(1) / 1_000_000)


@dataclass(frozen=True)
class MoneyRow:
    """A money row of a statement.

    Attributes:
        facts: by period.
        sign: of its values as printed, against the facts'.
        balance: of its concept, if that has one.
        is_total: called a total; or called a result, with a concept of the company's own or one that the
            taxonomy sums up.
        of_part: of a class of stock, in sums of the whole: totals add it up, and it is none.
    """

    concept: Name
    label: str
    facts: Mapping[Period, Fact]
    sign: int
    balance: str | None
    is_total: bool
    of_part: bool = False


Weigh = Callable[[MoneyRow, MoneyRow], int]
"""The weight of a part in a total."""


@dataclass(frozen=True)
class Footing:
    """A total and the (line, weight on its facts) that add up to it; in which periods they do not."""

    total: MoneyRow
    parts: tuple[tuple[MoneyRow, int], ...]
    fails: tuple[Period, ...]


def check(book: Book) -> Iterator[Finding]:
    """Totals that fail in some period, each at the line that explains it best, and totals that nothing adds up to."""
    for at, statement in enumerate(book.report.statements):
        if statement.kind is Kind.EQUITY:
            continue
        waiting: list[MoneyRow] = []
        wrong: dict[tuple[Name, Period], Decimal] = {}
        unproved = False
        for line in _lines(book, at):
            if line.of_part:
                waiting.append(line)
                continue
            footing = _footing(line, waiting, statement.kind)
            if footing is not None and (line.is_total or not footing.fails or _is_known(book, footing)):
                del waiting[-len(footing.parts) :]
                for period in footing.fails:
                    difference = _difference(line, footing.parts, period)
                    wrong[line.concept, period] = difference
                    if not _follows(footing, period, difference, wrong):
                        yield _failure(footing, period)
            elif line.is_total and (shift := _shifted(line, waiting, statement.kind)) is not None:
                del waiting[-shift.size :]
                yield _beside(line, shift)
            elif _NAMED_TOTAL.match(line.label) and len(waiting) > 1 and not (unproved or _may_hold(line, waiting)):
                unproved = True  # totals of this one cannot be proved either
                yield _unproved(line)
            waiting.append(line)


def _follows(
    footing: Footing, period: Period, difference: Decimal, wrong: Mapping[tuple[Name, Period], Decimal]
) -> bool:
    """Whether a total fails only because one of its parts is a total that fails, which is told already."""
    return any(
        abs(difference + weight * wrong[part.concept, period]) <= _slack(footing.total, footing.parts, period)
        for part, weight in footing.parts
        if (part.concept, period) in wrong
    )


def _is_known(book: Book, footing: Footing) -> bool:
    """Whether the taxonomy adds up the same: `Inventories` is a total of raw materials and finished goods."""
    total = footing.total.concept.local
    wholes = (ancestors(part.concept.local, book.index, _LEVELS) for part, _ in footing.parts)
    return all(total in {name for name, _ in found} for found in wholes)


def _lines(book: Book, at: int) -> Iterator[MoneyRow]:
    for number, row in enumerate(book.report.statements[at].rows):
        facts = [fact for fact in book.added_in(at, number) if is_money(fact.unit)]
        if row.abstract or row.parenthetical or not facts:
            continue
        element = book.index.get(row.concept.local, row.concept.prefix)
        summed = element is None or bool(book.index.calculation_children(row.concept.local))
        yield MoneyRow(
            concept=row.concept,
            label=row.label,
            facts={book.period(fact): fact for fact in facts},
            sign=-1 if row.label_role.startswith("negated") else 1,
            balance=book.balance(row.concept),
            is_total=bool(_NAMED_TOTAL.match(row.label) or (summed and _RESULT.match(row.label))),
            of_part=not book.printed_in(at, number),
        )


def _footing(total: MoneyRow, waiting: Sequence[MoneyRow], kind: Kind) -> Footing | None:
    """The run of lines before the total that adds up to it in most periods, and in as many at least as it fails in.

    Of several, it is the one that leaves least: a small line may be lost in the rounding of large ones.
    """
    best: tuple[tuple[int, Decimal], int, Weigh] | None = None
    ways = _ways(kind)
    for size, grown in enumerate(zip(*(_growing(total, waiting, weigh) for weigh in ways), strict=True), 1):
        for weigh, (_, _, by_period) in zip(ways, grown, strict=True):
            holds = [run for run in by_period.values() if run.holds]
            fails = len(by_period) - len(holds)
            repeats = size == 1 and total.is_total and not fails  # the total of a single line
            most = fails <= len(holds) and any(run.is_no_chance for run in holds)
            if repeats or most or (total.is_total and any(run.is_sure for run in holds)):
                rank = fails, sum((abs(run.difference) for run in holds), Decimal(0))
                if best is None or rank < best[0]:
                    best = rank, size, weigh
    if best is None:
        return None
    _, size, chosen = best
    parts = tuple((part, chosen(part, total)) for part in waiting[-size:])
    return Footing(total, parts, tuple(period for period in total.facts if not _adds_up(total, parts, period)))


def _ways(kind: Kind) -> tuple[Weigh, ...]:
    return (_as_printed,) if kind is Kind.CASH_FLOW else (_by_balance, _as_printed)


def _growing(
    total: MoneyRow, waiting: Sequence[MoneyRow], weigh: Weigh
) -> Iterator[tuple[MoneyRow, int, Mapping[Period, _Run]]]:
    """The lines before a total from the nearest upwards, each with its weight and with what all so far come to."""
    runs = {period: _Run(value(fact), arithmetic.half_step(fact.decimals)) for period, fact in total.facts.items()}
    for part in reversed(waiting[-_MOST_PARTS:]):
        weight = weigh(part, total)
        for period, run in runs.items():
            if period in part.facts:
                run.add(weight, part.facts[period])
        yield part, weight, runs


def _may_hold(total: MoneyRow, waiting: Sequence[MoneyRow]) -> bool:
    """Whether some run adds up in each of several periods: with figures as small as these it may be chance, so that it
    proves nothing, but neither is it missed.
    """
    grown = _growing(total, waiting, _as_printed)
    return len(total.facts) > 1 and any(all(run.holds for run in runs.values()) for _, _, runs in grown)


@dataclass(frozen=True)
class _Shift:
    """A row whose figures stand beside their columns, of the total or its parts, which are the last `size` lines."""

    row: MoneyRow
    size: int


def _shifted(total: MoneyRow, waiting: Sequence[MoneyRow], kind: Kind) -> _Shift | None:
    """The lines before a total that add up to it in one column, and in each other that has a neighbour to take a figure
    from with the figures of one row moved by one column, which no other row explains.
    """
    for weigh in _ways(kind):
        parts: list[tuple[MoneyRow, int]] = [(total, -1)]
        for part, weight, runs in _growing(total, waiting, weigh):
            parts.append((part, weight))
            if any(run.holds and run.is_no_chance for run in runs.values()):
                moved = [row for row, weight in parts if _is_moved(row, weight, runs)]
                if len(moved) == 1:
                    return _Shift(moved[0], len(parts) - 1)
    return None


def _is_moved(row: MoneyRow, weight: int, runs: Mapping[Period, _Run]) -> bool:
    """Whether the row's figures of the next column on one side make every run hold that does not, but for the last."""
    periods = list(runs)
    for step in (1, -1):
        there = dict(zip(periods[::step][1:], periods[::step], strict=False))  # what stands beside each column
        failing = [period for period in there if not runs[period].holds]
        if failing and all(_holds_with(row, weight, runs[period], period, there[period]) for period in failing):
            return True
    return False


def _holds_with(row: MoneyRow, weight: int, run: _Run, period: Period, other: Period) -> bool:
    if period not in row.facts or other not in row.facts:
        return False
    change = weight * (value(row.facts[other]) - value(row.facts[period]))
    return abs(run.difference - change) <= run.slack


def _beside(total: MoneyRow, shift: _Shift) -> Finding:
    fact = next(iter(shift.row.facts.values()))
    return remark(
        "DQC_0118",
        f"The lines above add up to {total.label} in one column, and in others only with the figures of "
        f"{shift.row.label} from the column beside it; check in which columns they stand.",
        fact,
    )


@dataclass(slots=True)
class _Run:
    """The lines before a total added up in one period, from the nearest upwards.

    Attributes:
        total: what they should come to.
        slack: what rounding may take from it.
        figures: how many are no zero.
    """

    total: Decimal
    slack: Decimal
    computed: Decimal = Decimal(0)
    figures: int = 0

    def add(self, weight: int, fact: Fact) -> None:
        self.computed += weight * value(fact)
        self.slack += arithmetic.half_step(fact.decimals)
        self.figures += value(fact) != 0

    @property
    def difference(self) -> Decimal:
        return self.total - self.computed

    @property
    def holds(self) -> bool:
        return abs(self.difference) <= self.slack

    @property
    def is_no_chance(self) -> bool:
        """Whether two numbers at least had to meet, in a figure of several digits."""
        return self.figures > 1 and abs(self.total) > _DIGITS * self.slack

    @property
    def is_sure(self) -> bool:
        """Whether so many digits meet that a single period proves the sum, whatever the others say."""
        return self.figures > 1 and abs(self.total) > _MANY_DIGITS * self.slack


def _as_printed(part: MoneyRow, total: MoneyRow) -> int:
    """The weight on the facts' values when all lines are added with their printed sign."""
    return part.sign * total.sign


def _by_balance(part: MoneyRow, total: MoneyRow) -> int:
    """The weight when lines are subtracted that are printed as plain numbers: costs, treasury stock, depreciation."""
    if part.balance and total.balance:
        return 1 if part.balance == total.balance else -1
    return _as_printed(part, total)


def _present(parts: Sequence[tuple[MoneyRow, int]], period: Period) -> list[arithmetic.Part]:
    return [(part.facts[period].figure, weight) for part, weight in parts if period in part.facts]


def _difference(total: MoneyRow, parts: Sequence[tuple[MoneyRow, int]], period: Period) -> Decimal:
    return value(total.facts[period]) - arithmetic.total(_present(parts, period))


def _slack(total: MoneyRow, parts: Sequence[tuple[MoneyRow, int]], period: Period) -> Decimal:
    return arithmetic.slack([total.facts[period].figure, *(part for part, _ in _present(parts, period))])


def _adds_up(total: MoneyRow, parts: Sequence[tuple[MoneyRow, int]], period: Period) -> bool:
    return arithmetic.add_up(total.facts[period].figure, _present(parts, period))


def _failure(footing: Footing, period: Period) -> Finding:
    total = footing.total.facts[period]
    computed = arithmetic.total(_present(footing.parts, period))
    told = f"The lines above add up to {computed:,f}, not to {figure(total)} ({footing.total.label}, {period.end})"
    suspect, advice = _suspect(footing, period)
    return remark("DQC_0118", f"{told}; {advice}", suspect)


def _suspect(footing: Footing, period: Period) -> tuple[Fact, str]:
    """The one fact whose sign or scale explains the difference, or else the total."""
    total = footing.total.facts[period]
    difference = _difference(footing.total, footing.parts, period)
    slack = _slack(footing.total, footing.parts, period)
    present = [(part, weight * value(part.facts[period])) for part, weight in footing.parts if period in part.facts]
    if abs(difference - 2 * value(total)) <= slack:
        return total, "check its sign."
    for factors, advice in (((Decimal(-1),), "sign"), (_SCALES, "scale")):
        explained = [
            part
            for part, amount in present
            if any(abs(difference - amount * (factor - 1)) <= slack for factor in factors)
        ]
        if len(explained) == 1:
            fact = explained[0].facts[period]
            return fact, f"the {advice} of {figure(fact)} ({explained[0].label}) would explain it."
    return total, "check the digits of these lines, and whether one was left out."


def _unproved(line: MoneyRow) -> Finding:
    fact = next(iter(line.facts.values()))
    return remark(
        "DQC_0118",
        f"No lines above add up to {figure(fact)} ({line.label}) in any period; check whether one was left out or "
        "misread.",
        fact,
    )
