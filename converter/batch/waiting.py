"""The jobs of a run that may be done now, and those that wait for earlier filings of their company."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

from converter.batch.plan import Job


class Waiting:
    """Hands out jobs in their order, but none before the jobs of this run that it names as earlier have ended."""

    def __init__(self, jobs: Sequence[Job]) -> None:
        names = {job.name for job in jobs}
        self._ready: deque[Job] = deque()
        self._for: dict[str, list[Job]] = defaultdict(list)
        self._asked: dict[str, int] = {}
        for job in jobs:
            pending = names.intersection(job.earlier)
            self._asked[job.name] = len(pending)
            for name in pending:
                self._for[name].append(job)
            if not pending:
                self._ready.append(job)

    def take(self, number: int | None = None) -> list[Job]:
        """Jobs that may be done now, at most so many; None: all."""
        size = len(self._ready) if number is None else min(number, len(self._ready))
        return [self._ready.popleft() for _ in range(size)]

    def ended(self, name: str) -> None:
        """A job has a row, whatever it says: those that waited for nothing else may be done now."""
        for job in self._for.pop(name, ()):
            self._asked[job.name] -= 1
            if not self._asked[job.name]:
                self._ready.append(job)

    def again(self, jobs: Iterable[Job]) -> None:
        """Jobs that were handed out are to be done once more."""
        self._ready.extend(jobs)
