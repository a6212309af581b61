"""Candidates that the print refutes: what a row cannot be, whatever its caption sounds like.

- A balance of the other side: what is printed without brackets and added up to assets is no liability.
- The whole of what stands beside it: a total is not `Liabilities` if accounts payable are added to it afterwards, and
  not all that is noncurrent if another row of the noncurrent assets is.
- A result among revenues.
- Of a row that is called no more than `Other`: what its section does not add up from.
- A cost that adds to an income; a result or an income that is taken off one, or adds to a cost.
- The part of the parent in a result that nobody else has a part in.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.knowledge import Knowledge
from converter.mapping.candidates import RIVALS, Candidate, best
from converter.mapping.caption_signs import caption_sign
from converter.mapping.maps import Fit
from converter.mapping.rows import Frame
from converter.statements.statement import Item, Role
from converter.taxonomy import Index
from converter.taxonomy.ancestry import ancestors
from converter.terms import Kind

REFUTED = "cannot be, by what the row is added to and stands beside"
_LEVELS = 6  # of the taxonomy's sums that are looked through
_STEM = 5  # letters that tell words of a caption and of a name apart
_AT_LARGE = frozenset(
    {"total", "other", "operating", "nonoperating", "cost", "expense", "income", "revenue", "deduction"}
)
"""Words of totals that may add up anything."""
_BARE = frozenset({"other", "net", "miscellaneous", "sundry", "all"})
MINORITY = "noncontrolling"  # what words.yaml makes of a minority's interests, too
_NONCURRENT = (frozenset({"assets.noncurrent"}), frozenset({"liabilities.noncurrent"}))
_NONCURRENT_WORDS = frozenset({"total", "long", "term", "noncurrent", "asset", "liability"})
_SIDES = {"assets": "debit", "liabilities": "credit", "equity": "credit", "temporary": "credit"}


def unrefuted(
    frame: Frame, rows: Sequence[Sequence[Candidate]], knowledge: Knowledge, index: Index
) -> list[list[Candidate]]:
    """The candidates of each row that the print leaves. A person's own lines are never refuted."""
    return _Print(frame, rows, knowledge, index).left()


class _Print:
    def __init__(self, frame: Frame, rows: Sequence[Sequence[Candidate]], knowledge: Knowledge, index: Index) -> None:
        self.frame, self.rows, self.knowledge, self.index = frame, rows, knowledge, index
        groups = knowledge.groups
        self.widest = frozenset(
            [
                *groups.costs_and_expenses,
                *groups.operating_expenses,
                *groups.noninterest_expense,
                *groups.total_revenues,
                *groups.gross_profit,
                *groups.results,
            ]
        )
        self.adds = _that_only_add(frame)
        self.is_shared = MINORITY in frame.words
        self._wholes: dict[str, frozenset[str]] = {}

    def left(self) -> list[list[Candidate]]:
        return [self._left(row, found) for row, found in enumerate(self.rows)]

    def _left(self, row: int, found: Sequence[Candidate]) -> list[Candidate]:
        """What is left of a row's candidates. In the place of a first one that is refuted comes what a rule names: the
        learned layer spoke for what cannot be, and has not seen the figures. Rivals fall with it: they are other names
        for what the row is not.
        """
        left = [each for each in found if each.fit is Fit.OWN or not self._refutes(row, each)]
        if not found or found[0] in left:
            return left
        rivals = {f"{RIVALS}:{each.concept}" for each in found if each not in left}
        return [each for each in left if each.fit is not None and each.rule not in rivals]

    def _refutes(self, row: int, candidate: Candidate) -> bool:
        concept, item = candidate.concept or "", self.frame.statement.items[row]
        if item.role is Role.PARENTHETICAL or item.unit != "USD":
            return False
        if self.frame.statement.kind is Kind.BALANCE_SHEET:
            grand = row in self.frame.names or concept in self.knowledge.groups.section_totals
            return self._is_of_the_other_side(row, item, concept) or (
                grand and (self._is_wider(row, concept) or self._leaves_beside(row, concept))
            )
        if self.frame.statement.kind is Kind.INCOME:
            return (
                (self._is_among_revenues(row) and concept in self.knowledge.groups.results)
                or (candidate.fit is not Fit.FULL and self._is_wider(row, concept))
                or self._is_no_part(row, item, concept)
                or self._is_no_cost(row, item, concept)
                or self._is_no_result(row, item, concept)
                or self._is_no_income(row, item, concept)
                or (not self.is_shared and any(word in concept for word in self.knowledge.groups.of_parent))
            )
        return False

    def _is_among_revenues(self, row: int) -> bool:
        return self.frame.stubs[row].sections == {"revenues"} and row in self.frame.totals_of

    def _is_of_the_other_side(self, row: int, item: Item, concept: str) -> bool:
        """Whether the concept would be negative in a sum that only adds, though it has one direction."""
        balance = self._balance(concept)
        sides = {_SIDES.get(section.partition(".")[0]) for section in self.frame.stubs[row].sections}
        if len(sides) != 1 or balance is None or balance in sides:
            return False
        one_way = not self.knowledge.signs.may_be_negative(concept, self.index)
        return None not in sides and one_way and _is_plain(item) and self.adds[row]

    def _is_wider(self, row: int, concept: str) -> bool:
        """Whether a total would hold what is not in it, but beside it in the next total."""
        into = self.frame.totals_of.get(row)
        if into is None or row not in self.frame.sums or self._says(row, concept):
            return False
        items = self.frame.statement.items
        parts = (part for part, _ in self.frame.sums[into[0]].parts if part != row)
        beside = (self.rows[part] for part in parts if any(amount.value for amount in items[part].amounts))
        return any(name is not None and concept in self._wholes_of(name) for name in map(best, beside))

    def _leaves_beside(self, row: int, concept: str) -> bool:
        """Whether a total of a whole part of the sheet has another row of that part beside it in the next total."""
        into, part = self.frame.totals_of.get(row), self.frame.stubs[row].sections
        totals = self.knowledge.groups.section_totals
        says = self.frame.stubs[row].words <= _NONCURRENT_WORDS or self._says(row, concept)
        if into is None or part not in _NONCURRENT or concept not in totals or says:
            return False
        items, stubs = self.frame.statement.items, self.frame.stubs
        beside = (each for each, _ in self.frame.sums[into[0]].parts if each != row and stubs[each].sections == part)
        return any(amount.value for each in beside for amount in items[each].amounts)

    def _says(self, row: int, concept: str) -> bool:
        """Whether the caption itself has no words but those of the concept's name."""
        words = self.frame.stubs[row].words - {"total", "net"}
        name = concept.lower()
        return bool(words) and row not in self.frame.names and all(word[:_STEM] in name for word in words)

    def _is_no_part(self, row: int, item: Item, concept: str) -> bool:
        """Whether a row without a name of its own is no part of the total it is added to: of the other balance, or,
        where the total is one of certain costs or incomes, unknown to the taxonomy's sum of it: `Other` of what has no
        concept is of nothing else, either.
        """
        into = self.frame.totals_of.get(row)
        if into is None or into[1] < 0 or self.frame.stubs[row].words - _BARE or not _is_plain(item):
            return False
        total = best(self.rows[into[0]])
        element, whole = self.index.get(concept), self.index.get(total) if total else None
        if total is None and into[0] in self.frame.names:
            return not self.frame.stubs[into[0]].words <= _AT_LARGE
        if element is None or whole is None or total is None or whole.balance is None:
            return False
        if element.balance != whole.balance:
            return whole.balance == "debit"
        wholes = self._wholes_of(concept)
        return bool(wholes) and total not in self.widest and total not in wholes

    def _is_no_cost(self, row: int, item: Item, concept: str) -> bool:
        """Whether what the caption calls a cost adds to an income, printed without brackets: `Income taxes 30` among
        the parts of a cumulative effect. What foresees a benefit may be one.
        """
        into, said = self.frame.totals_of.get(row), caption_sign(item.caption)
        if into is None or into[1] < 0 or self._balance(concept) != "debit" or not _is_plain(item):
            return False
        result = caption_sign(self.frame.names.get(into[0]) or self.frame.statement.items[into[0]].caption)
        spent = self.frame.totals_of.get(into[0], (0, 1))[1] < 0
        credit = self._balance(best(self.rows[into[0]])) == "credit" and result.sign >= 0 and not result.both
        return credit and not spent and said.sign <= 0 and not said.both

    def _is_no_result(self, row: int, item: Item, concept: str) -> bool:
        """Whether a row that does not call itself an income or a loss is taken off, printed without brackets: `Income
        taxes on continuing operations 41`.
        """
        into = self.frame.totals_of.get(row)
        groups = self.knowledge.groups
        taken_off = into is not None and into[1] < 0 and concept in (*groups.results, *groups.reconciled)
        return taken_off and _is_plain(item) and caption_sign(item.caption).sign == 0

    def _is_no_income(self, row: int, item: Item, concept: str) -> bool:
        """Whether what can only be an income adds to a cost, printed without brackets, in a row that does not call
        itself one: `Other interest 39` among interest charges.
        """
        into = self.frame.totals_of.get(row)
        if into is None or into[1] < 0 or self._balance(concept) != "credit" or not _is_plain(item):
            return False
        of_cost = self._balance(best(self.rows[into[0]])) == "debit"
        return of_cost and not self.knowledge.signs.is_favourable(concept) and caption_sign(item.caption).sign <= 0

    def _balance(self, concept: str | None) -> str | None:
        element = self.index.get(concept) if concept else None
        return element.balance if element is not None else None

    def _wholes_of(self, concept: str) -> frozenset[str]:
        if concept not in self._wholes:
            self._wholes[concept] = frozenset(name for name, _ in ancestors(concept, self.index, _LEVELS))
        return self._wholes[concept]


def _that_only_add(frame: Frame) -> list[bool]:
    """Of each row, whether it is added to a total, and that to the next, up to the last."""
    rows = range(len(frame.statement.items))
    adds = [False for _ in rows]
    for row in reversed(rows):
        if into := frame.totals_of.get(row):
            total, weight = into
            adds[row] = weight > 0 and (adds[total] or total not in frame.totals_of)
    return adds


def _is_plain(item: Item) -> bool:
    """Whether no figure stands in brackets."""
    return all(amount.value >= 0 for amount in item.amounts)
