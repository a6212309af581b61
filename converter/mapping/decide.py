"""Deciding: which concept each row of a document's statements is given, with which sign, how surely, and why.

Stages in order, each of which may change a row's concept or sign and then says so in its trace: what rules and the
learned layer name (`candidates`), weighed by what the row itself says (`weighing`), the footing, what the print
refutes, all of it weighed again by the row's place, one concept for one figure in a statement, the statements beside
it, how sure it must be, the sign, and one concept for one figure in the document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from converter.knowledge import Knowledge
from converter.mapping.across_statements import agree
from converter.mapping.anchors import anchor_of
from converter.mapping.assignment import TAKEN, assign, between
from converter.mapping.candidates import (
    EARLIER,
    LEARNED,
    NAMED,
    NEIGHBOURS,
    NOTHING,
    UNNAMED,
    Candidate,
    candidates,
)
from converter.mapping.classes import alike
from converter.mapping.earlier import Earlier, Line, lines_before
from converter.mapping.equity import lowers, ruled, settle
from converter.mapping.fits import withdrawn
from converter.mapping.footing_rules import WHY, by_footing
from converter.mapping.learned import rank
from converter.mapping.maps import Fit, Maps
from converter.mapping.near_names import MOST, Near, beside, capped
from converter.mapping.neighbours import NOBODY, Neighbours, said
from converter.mapping.neighbours import shipped as shipped_neighbours
from converter.mapping.refuted import REFUTED, unrefuted
from converter.mapping.rows import Frame, frame_of
from converter.mapping.signs import Sign, signs
from converter.mapping.trace import Trace
from converter.mapping.weighing import (
    Evidence,
    Rows,
    Weights,
    by_captions,
    by_themselves,
    era_of,
    in_place,
    of_document,
    shipped,
)
from converter.statements.statement import Statement
from converter.taxonomy import Index
from converter.terms import THRESHOLD, Decision, Kind

WITHDRAWN = "release:deprecated"
"""The rule of rows that are extensions since the release gave up their concept."""
UNTOLD = frozenset({UNNAMED, NOTHING, TAKEN, WITHDRAWN, LEARNED, NEIGHBOURS, NAMED, EARLIER})
"""The rules of extensions that no line of a map names."""

CONTRADICTED = "goes against other figures, which hold with the next"
_PLACED = "with what stands around it this is likelier than"
_ALTERNATIVES = 4
LEARNED_NAMES = 8  # concepts that the learned layer names for a row


@dataclass(frozen=True, slots=True)
class Ranked:
    """A statement with the candidates of its rows, the likeliest first; none for headings.

    Attributes:
        learned: what the learned layer names for each row, with probabilities, before anything is left out.
        trace: how the first candidate of each row came to be the first.
        era: of the statement, and the weights that tell what a share is worth in it.
        near: names that a statement alone cannot tell apart.
    """

    frame: Frame
    rows: list[list[Candidate]]
    learned: list[list[tuple[str, float]]]
    trace: Trace
    era: str
    weights: Weights
    near: Near

    def confidence(self, one: Candidate) -> float:
        """The probability that the row is what the candidate says; a person's own line is sure.

        An earlier filing that was read alike is no witness of its own: it makes a row no surer than it was itself.
        """
        if one.fit is Fit.OWN:
            return one.share
        sure = self.weights.confidence(self.era, one.share)
        if not one.earlier:
            return sure
        by_itself = self.weights.confidence(self.era, self.weights.without_earlier(one.share, one.earlier))
        return max(by_itself, min(sure, one.earlier))

    def sure(self, row: int) -> float:
        """The confidence in a row's first candidate; 0 without any."""
        found = self.rows[row]
        return capped(self.confidence(found[0]), found, self.near) if found else 0.0


def decide(
    statements: Sequence[Statement], maps: Maps, index: Index, earlier: Sequence[Earlier] = ()
) -> list[list[Decision | None]]:
    """Decide all rows of a document.

    Args:
        statements: in the order of the document; what one says helps to read the others.
        maps: the rules that hold for the document.
        index: the taxonomy release of the output; only its concepts are used.
        earlier: filings of the company, the latest first; a line that stands in one of them most likely is what it was.

    Returns:
        Parallel to the statements and their items; None for headings and rows without amounts.
    """
    return decided(read(statements, maps, index, earlier=earlier), maps.knowledge, index)


Barred = Mapping[tuple[int, int], frozenset[str]]
"""By statement and row, concepts that the row cannot be."""


def decided(
    read: Sequence[Ranked], knowledge: Knowledge, index: Index, barred: Barred = MappingProxyType({})
) -> list[list[Decision | None]]:
    """The decisions about rows whose candidates are known.

    Args:
        barred: concepts that rows are not given, whatever speaks for them; a person's own line is not barred.
    """
    agreed = choose([without(each, at, barred) for at, each in enumerate(read)], knowledge)
    statements = [each.frame.statement for each in agreed]
    found = [_decisions(each, knowledge, index) for each in agreed]
    settled = settle(statements, found, knowledge, index)
    final = between(statements, alike(statements, settled, knowledge.headings))
    return [
        [_anchored(ranked, row, each, knowledge, index) for row, each in enumerate(rows)]
        for ranked, rows in zip(agreed, final, strict=True)
    ]


def without(ranked: Ranked, at: int, barred: Barred) -> Ranked:
    """The candidates that are left to a statement's rows, each as likely as it is among these.

    Args:
        at: which of the document's statements it is.
    """
    trace = ranked.trace.copy()
    rows = [_left(found, barred.get((at, row), frozenset())) for row, found in enumerate(ranked.rows)]
    for row, (before, after) in enumerate(zip(ranked.rows, rows, strict=True)):
        if len(after) < len(before):
            trace.note(row, "contradiction", after[0].concept if after else None, f"{before[0].concept} {CONTRADICTED}")
    return replace(ranked, rows=rows, trace=trace)


def _left(found: list[Candidate], barred: frozenset[str]) -> list[Candidate]:
    left = [each for each in found if each.fit is Fit.OWN or each.concept not in barred]
    rest = sum(each.share for each in left)
    if len(left) == len(found) or rest <= 0:
        return left
    return [replace(each, share=min(each.share / rest, 1.0)) for each in left]


def read(
    statements: Sequence[Statement],
    maps: Maps,
    index: Index,
    weights: Weights | None = None,
    earlier: Sequence[Earlier] = (),
) -> list[Ranked]:
    """The candidates of each row of each statement, best first, before one concept is kept to one figure.

    Args:
        weights: of the evidence; None: those that come with the package.
        earlier: as for `decide`.
    """
    learned, neighbours, weights = _learned(statements, maps), _neighbours(), weights or shipped()
    frames = [frame_of(statement, maps.vocabulary) for statement in statements]
    evidence = of_document(frames, maps, index)
    lines = [lines_before(statement, earlier) for statement in statements]
    return [
        _read(each, Naming(rows, neighbours, was), maps, index, weights)
        for each, rows, was in zip(evidence, learned, lines, strict=True)
    ]


def read_captions(statements: Sequence[Statement], maps: Maps, index: Index) -> list[Ranked]:
    """The same for captions that nothing else is known of: no figures, no footing, no dates."""
    frames = [frame_of(statement, maps.vocabulary) for statement in statements]
    return [
        Ranked(
            frame,
            by_captions(named(frame, Naming(rows), maps, index)),
            rows,
            Trace(),
            era_of(None),
            shipped(),
            maps.knowledge.near,
        )
        for frame, rows in zip(frames, _learned(statements, maps), strict=True)
    ]


def choose(read: Sequence[Ranked], knowledge: Knowledge) -> list[Ranked]:
    """The same with the chosen candidates first: one concept for one figure, results named as in the income
    statement.
    """
    assigned = [replace(each, rows=assign(each.frame, each.rows, each.trace)) for each in read]
    agree([(each.frame, each.rows, each.trace) for each in assigned], knowledge.groups.results)
    return assigned


def _read(evidence: Evidence, naming: Naming, maps: Maps, index: Index, weights: Weights) -> Ranked:
    frame, trace = evidence.frame, Trace()
    rows = by_themselves(evidence, named(frame, naming, maps, index), weights)
    for row, found in enumerate(rows):
        if found and found[0].rule == UNNAMED:
            trace.note(row, "threshold", None, _unlikely(found))
        elif found:
            trace.note(row, "rule", found[0].concept, found[0].rule)
    left = constrained(frame, rows, maps, index, trace)
    placed = in_place(evidence, left, weights)
    for row, (before, after) in enumerate(zip(left, placed, strict=True)):
        if after and after[0].concept != before[0].concept:
            trace.note(row, "footing", after[0].concept, f"{_PLACED} {before[0].concept}")
    if frame.statement.kind is Kind.EQUITY:
        placed = ruled(placed, trace)
    return Ranked(frame, placed, naming.learned, trace, evidence.era, weights, maps.knowledge.near)


def _unlikely(found: Sequence[Candidate]) -> str:
    """Why a row is a line of the company's own, though something is named for it."""
    likeliest = next((each for each in found if each.concept is not None), None)
    return f"{likeliest.concept} is likely by {likeliest.share:.2f} alone" if likeliest else "nothing else is left"


@dataclass(frozen=True, slots=True)
class Naming:
    """What names concepts for the rows of a statement beside the maps; lists are parallel to its items.

    Attributes:
        learned: what the learned layer names, with probabilities.
        neighbours: what knows captions like the rows'; None: nothing does.
        lines: what the rows were in an earlier filing of the company; empty: there is none.
    """

    learned: list[list[tuple[str, float]]]
    neighbours: Neighbours | None = None
    lines: Sequence[Line | None] = ()


def named(frame: Frame, naming: Naming, maps: Maps, index: Index) -> Rows:
    """The candidates of each row of a statement, in no order that counts; none for headings."""
    lines = naming.lines or [None] * len(frame.stubs)
    return [
        [] if frame.is_heading(row) else _named(frame, row, learned, before, naming.neighbours, maps, index)
        for row, (learned, before) in enumerate(zip(naming.learned, lines, strict=True))
    ]


def _named(
    frame: Frame,
    row: int,
    learned: Sequence[tuple[str, float]],
    before: Line | None,
    neighbours: Neighbours | None,
    maps: Maps,
    index: Index,
) -> list[Candidate]:
    """The candidates of a row. Where a rule fits wholly neighbours are not asked: there they mislead."""
    stub, statement = frame.stubs[row], frame.statement
    matches = maps.match(stub)
    is_ruled = any(match.fit in (Fit.FULL, Fit.OWN) for match in matches)
    near = NOBODY if is_ruled else said(statement.items[row], statement.kind, neighbours)
    return candidates(stub, matches, learned, maps, index, near, before)


def constrained(frame: Frame, rows: Rows, maps: Maps, index: Index, trace: Trace) -> Rows:
    """The candidates with what the footing adds to them, and without what the print refutes."""
    footed = by_footing(frame, list(rows), maps.knowledge.groups, index, maps.concepts)
    for row, (before, after) in enumerate(zip(rows, footed, strict=True)):
        if after and after[:1] != before[:1]:
            trace.note(row, "footing", after[0].concept, WHY[after[0].rule])
    left = unrefuted(frame, footed, maps.knowledge, index)
    for row, (before, after) in enumerate(zip(footed, left, strict=True)):
        if before and after[:1] != before[:1]:
            trace.note(row, "footing", after[0].concept if after else None, f"{before[0].concept} {REFUTED}")
    return left


def _learned(statements: Sequence[Statement], maps: Maps) -> list[list[list[tuple[str, float]]]]:
    try:
        return rank(statements, LEARNED_NAMES, sic=maps.sic, alike=maps.knowledge.synonyms)
    except FileNotFoundError:
        return [[[] for _ in statement.items] for statement in statements]


def _neighbours() -> Neighbours | None:
    try:
        return shipped_neighbours()
    except FileNotFoundError:
        return None


def _decisions(ranked: Ranked, knowledge: Knowledge, index: Index) -> list[Decision | None]:
    frame, rows = ranked.frame, ranked.rows
    sure = [ranked.sure(row) for row in range(len(rows))]
    kept = [_kept(ranked, row, sure[row], knowledge, index) for row in range(len(rows))]
    turned = signs(frame, kept, knowledge, index)
    return [
        None if frame.is_heading(row) else _decision(ranked, row, each, sure[row], turned[row], knowledge, index)
        for row, each in enumerate(kept)
    ]


def _anchored(
    ranked: Ranked, row: int, decision: Decision | None, knowledge: Knowledge, index: Index
) -> Decision | None:
    """The decision of a line of the company's own with what it is anchored to, whatever stage made it one."""
    if decision is None or decision.concept is not None:
        return decision
    return replace(decision, anchor=anchor_of(ranked.frame, row, ranked.rows[row], knowledge, index))


def _kept(ranked: Ranked, row: int, sure: float, knowledge: Knowledge, index: Index) -> Candidate | None:
    """The row's first candidate, or an extension in its place where it is not sure enough."""
    first = ranked.rows[row][0] if ranked.rows[row] else None
    if first is None or first.fit is Fit.OWN or first.concept is None:
        return first
    if sure < THRESHOLD:
        ranked.trace.note(row, "threshold", None, f"{sure:.2f} is less sure than {THRESHOLD:.2f}")
    elif _goes_against(ranked.frame, row, first, knowledge, index):
        ranked.trace.note(row, "threshold", None, f"{first.concept} has one direction, which is not the figures'")
    else:
        if sure < ranked.confidence(first):
            _note_near(ranked, row, first.concept)
        return first
    return replace(first, concept=None, rule=UNNAMED)


def _note_near(ranked: Ranked, row: int, concept: str) -> None:
    other = beside(ranked.rows[row], ranked.near)
    ranked.trace.note(row, "threshold", concept, f"{other} is a near name, so it is no surer than {MOST:.2f}")


def _goes_against(frame: Frame, row: int, chosen: Candidate, knowledge: Knowledge, index: Index) -> bool:
    """Whether a mere guess names a concept of one direction for a row of a cash flow that goes both ways, or anything
    but a phrase that covers the caption one that adds to equity for a row that takes from it.
    """
    item, kind = frame.statement.items[row], frame.statement.kind
    if chosen.concept is not None and kind is Kind.EQUITY and chosen.fit is not Fit.FULL:
        return lowers(item, chosen.concept, knowledge.signs, index)
    if chosen.fit is not None or chosen.concept is None or kind is not Kind.CASH_FLOW:
        return False
    values = [amount.value for amount in item.amounts]
    both = any(value > 0 for value in values) and any(value < 0 for value in values)
    return both and not knowledge.signs.is_two_way(chosen.concept, index)


def _decision(
    ranked: Ranked,
    row: int,
    kept: Candidate | None,
    sure: float,
    turned: Sign,
    knowledge: Knowledge,
    index: Index,
) -> Decision:
    found, trace = ranked.rows[row], ranked.trace
    concept = kept.concept if kept else None
    likely = [(name, ranked.confidence(each)) for each in found if (name := each.concept) and name != concept]
    by_default = concept is None and (not found or found[0].concept is not None)  # nothing that is named is sure enough
    if turned.value < 0:
        trace.note(row, "sign", concept, turned.reason, turned.value)
    gone = withdrawn(concept, index) if concept else None
    if gone:
        trace.note(row, "fit", None, f"it would be {concept}, but {gone}", turned.value)
    steps = trace.of(row)
    return Decision(
        concept=None if gone else concept,
        sign=turned.value,
        rule=WITHDRAWN if gone else kept.rule if kept else TAKEN if steps else NOTHING,
        confidence=round(1.0 - sure if by_default else sure, 4),
        alternatives=tuple((name, round(sure, 4)) for name, sure in likely[:_ALTERNATIVES]),
        steps=steps,
        confirmed=kept.confirmed if kept and not gone else "",
        approved=kept.approved if kept and not gone else "",
    )
