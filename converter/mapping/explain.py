"""Why a caption means what it means: everything that had a say, with the place in the file where it can be changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from converter.mapping.decide import read
from converter.mapping.maps import Maps
from converter.mapping.maps.matching import Stub
from converter.mapping.weighing import Reason, of_document, reasons
from converter.statements.statement import Aspect, Item, Role, Statement, of_captions
from converter.taxonomy import Index
from converter.terms import THRESHOLD, Kind, Unit


@dataclass(frozen=True, slots=True)
class Weighed:
    """A concept that was considered.

    Attributes:
        concept: None: an extension, because a rule says so or the release lacks the concept.
        share: its probability by all evidence (docs/learning.md says how it is weighed).
        learned: the learned layer's probability, part of the evidence.
        rule: the rule that names it, or `learned`.
        line: where the rule stands in its file.
        fit: how well the rule fits: full, unplaced, loose, hint or own; empty for `learned`.
    """

    concept: str | None
    share: float
    learned: float
    rule: str
    line: int | None
    fit: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a caption was read, and what came of it.

    Attributes:
        words: what the caption is to the rules.
        sections: the parts of the statement it may stand in.
        considered: best first.
        because: what decided between the first two, and by how much.
        confidence: of the first; below `threshold` the row becomes an extension.
        near: rules that almost held: (rule, line, what was against it).
    """

    caption: str
    words: tuple[str, ...]
    sections: tuple[str, ...]
    considered: tuple[Weighed, ...]
    because: tuple[Reason, ...]
    confidence: float
    threshold: float
    near: tuple[tuple[str, int, str], ...]


def explain(
    caption: str,
    kind: Kind,
    maps: Maps,
    index: Index,
    headings: Sequence[str] = (),
    unit: Unit = "USD",
    aspect: Aspect | None = None,
) -> Explanation:
    """Explain a caption by itself, under the headings given.

    In a document its neighbours and its place in the footing have a say too; `explain_row` explains a row in its place.
    """
    rows = [Item(caption=heading, role=Role.HEADING) for heading in headings]
    host = Item(caption=caption, headings=tuple(headings), unit=unit)
    inside = Item(caption=caption, role=Role.PARENTHETICAL, unit=unit, host=len(rows), aspect=aspect)
    items = (*rows, host, inside) if aspect else (*rows, host)
    return explain_row(of_captions(kind, items), len(items) - 1, maps, index)


def explain_row(statement: Statement, row: int, maps: Maps, index: Index) -> Explanation:
    """Explain a row of a statement."""
    (reading,) = read([statement], maps, index)
    line: Stub = reading.frame.stubs[row]
    found = reading.rows[row]
    lines = {rule.name: rule.line for rule in maps.rules}
    return Explanation(
        caption=statement.items[row].caption,
        words=tuple(sorted(line.words)),
        sections=tuple(sorted(line.sections)),
        considered=tuple(
            Weighed(
                each.concept,
                round(each.share, 3),
                round(each.learned, 3),
                each.rule,
                lines.get(each.rule),
                each.fit.name.lower() if each.fit else "",
            )
            for each in found
        ),
        because=reasons(of_document([reading.frame], maps, index)[0], reading.rows, row, reading.weights),
        confidence=reading.sure(row),
        threshold=THRESHOLD,
        near=tuple((rule.name, rule.line, reason) for rule, reason in maps.near(line)),
    )
