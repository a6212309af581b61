"""The trace: what each stage of the mapping made of a row, and why."""

from __future__ import annotations

from collections import defaultdict

from converter.terms import Step
from converter.terms.decision import Stage


class Trace:
    """The steps of the rows of one statement, in the order in which they were taken."""

    def __init__(self) -> None:
        self._steps: dict[int, list[Step]] = defaultdict(list)

    def note(self, row: int, stage: Stage, concept: str | None, reason: str, sign: int = 1) -> None:
        """The row is this concept (None: an extension) with this sign from here on."""
        self._steps[row].append(Step(stage, concept, sign, reason))

    def copy(self) -> Trace:
        """One that goes on from here without changing this one."""
        other = Trace()
        other._steps.update((row, list(steps)) for row, steps in self._steps.items())
        return other

    def of(self, row: int) -> tuple[Step, ...]:
        return tuple(self._steps.get(row, ()))
