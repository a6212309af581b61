"""Deciding: which concept each row of a document's statements is given, with which sign, how surely, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from converter.mapping.across_statements import agree
from converter.mapping.anchors import anchor_of
from converter.mapping.assignment import settle
from converter.mapping.candidates import Candidate, candidates
from converter.mapping.confidence import confidence
from converter.mapping.footing_rules import by_footing
from converter.mapping.maps import Fit, Maps
from converter.mapping.rows import Frame, frame_of
from converter.mapping.signs import signs, two_way
from converter.statements.statement import Statement
from converter.taxonomy import Index
from converter.terms import THRESHOLD, Decision, Kind

_ALTERNATIVES = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement with the candidates of its rows, the chosen one first; none for headings.

    Attributes:
        ranked: what the learned layer names for each row, with probabilities, before anything is left out.
    """

    frame: Frame
    rows: list[list[Candidate]]
    ranked: list[list[tuple[str, float]]]


def decide(statements: Sequence[Statement], maps: Maps, index: Index) -> list[list[Decision | None]]:
    """Decide all rows of a document.

    Args:
        statements: in the order of the document; what one says helps to read the others.
        maps: the rules that hold for the document.
        index: the taxonomy release of the output; only its concepts are used.

    Returns:
        Parallel to the statements and their items; None for headings and rows without amounts.
    """
    readings = read(statements, maps, index)
    settled = [(each.frame, settle(each.frame, each.rows)) for each in readings]
    agreed = agree(settled)
    return [_decisions(each.frame, rows, index) for each, rows in zip(readings, agreed, strict=True)]


def read(statements: Sequence[Statement], maps: Maps, index: Index, trust: float = 1.0) -> list[Reading]:
    """The candidates of each row of each statement, best first, before one concept is kept to one figure; see
    `candidates` for `trust`.
    """
    ranked = _ranked(statements, maps)
    return [_read(statement, rows, maps, index, trust) for statement, rows in zip(statements, ranked, strict=True)]


def _read(
    statement: Statement, ranked: list[list[tuple[str, float]]], maps: Maps, index: Index, trust: float
) -> Reading:
    frame = frame_of(statement, maps.vocabulary)
    rows = [
        [] if frame.is_heading(row) else candidates(line, maps.match(line), ranked[row], maps, index, trust)
        for row, line in enumerate(frame.stubs)
    ]
    return Reading(frame, by_footing(frame, rows, index, maps.concepts), ranked)


def _ranked(statements: Sequence[Statement], maps: Maps) -> list[list[list[tuple[str, float]]]]:
    try:
        from converter.mapping.learned import rank  # numpy takes long to start

        return rank(statements, sic=maps.sic)
    except (ImportError, FileNotFoundError):
        return [[[] for _ in statement.items] for statement in statements]


def _decisions(frame: Frame, rows: Sequence[Sequence[Candidate]], index: Index) -> list[Decision | None]:
    chosen: list[Candidate | None] = [found[0] if found else None for found in rows]
    sure = [confidence(found[0], found[1:]) if found else 0.0 for found in rows]
    kept = [
        each
        if each is None or each.fit is Fit.OWN or (sure[row] >= THRESHOLD and not _goes_against(frame, row, each))
        else replace(each, concept=None)
        for row, each in enumerate(chosen)
    ]
    turned = signs(frame, kept, index)
    return [
        None if frame.is_heading(row) else _decision(frame, row, each, rows[row], sure[row], turned[row], index)
        for row, each in enumerate(kept)
    ]


def _goes_against(frame: Frame, row: int, chosen: Candidate) -> bool:
    """Whether a mere guess names a concept of one direction for a row of a cash flow that goes both ways."""
    if chosen.fit is not None or chosen.concept is None or frame.statement.kind is not Kind.CASH_FLOW:
        return False
    values = [amount.value for amount in frame.statement.items[row].amounts]
    return any(value > 0 for value in values) and any(value < 0 for value in values) and not two_way(chosen.concept)


def _decision(
    frame: Frame,
    row: int,
    kept: Candidate | None,
    found: Sequence[Candidate],
    sure: float,
    sign: int,
    index: Index,
) -> Decision:
    concept = kept.concept if kept else None
    others = [each for each in found if each.concept is not None and each.concept != concept]
    likely = sorted(
        ((name, confidence(each, _but(each, found))) for each in others if (name := each.concept)),
        key=lambda each: -each[1],
    )
    nearest = found[0] if found else None
    by_default = concept is None and (nearest is None or nearest.concept is not None)  # no rule says so: nothing fits
    return Decision(
        concept=concept,
        sign=sign,
        rule=kept.rule if kept else "none",
        confidence=round(1.0 - sure if by_default else sure, 4),
        alternatives=tuple((name, round(sure, 4)) for name, sure in likely[:_ALTERNATIVES]),
        anchor=None if concept else anchor_of(frame, row, nearest, index),
    )


def _but(one: Candidate, found: Sequence[Candidate]) -> list[Candidate]:
    return [each for each in found if each is not one]
