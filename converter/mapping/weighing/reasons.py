"""Why the likeliest candidate of a row is likelier than the next: the parts of the evidence that decided."""

from __future__ import annotations

from collections.abc import Sequence

from converter.mapping.candidates import Candidate
from converter.mapping.weighing.evidence import Evidence, Parts
from converter.mapping.weighing.weigh import around_of
from converter.mapping.weighing.weights import Weights

_MOST = 4
_LEAST = 0.05  # of a weight that is worth telling

Reason = tuple[str, float]
"""A part of the evidence, and by how much it speaks for the first candidate rather than the second."""


def reasons(evidence: Evidence, rows: Sequence[Sequence[Candidate]], row: int, weights: Weights) -> tuple[Reason, ...]:
    """What decided between the first two candidates of a row, the weightiest first; nothing where there is one alone.

    Args:
        rows: the candidates of all rows of the statement, as they were weighed last.
    """
    if len(rows[row]) < 2:
        return ()
    around = around_of(evidence, rows)
    first, second = (
        alone | around.of(row, one.concept)
        for one, alone in zip(rows[row][:2], evidence.alone(row, rows[row])[:2], strict=True)
    )
    weighed = ((part, _difference(first, second, part) * weights.around.get(part, 0.0)) for part in {**first, **second})
    told = sorted((each for each in weighed if abs(each[1]) >= _LEAST), key=lambda each: (-abs(each[1]), each[0]))
    return tuple((part, round(weight, 2)) for part, weight in told[:_MOST])


def _difference(first: Parts, second: Parts, part: str) -> float:
    return first.get(part, 0.0) - second.get(part, 0.0)
