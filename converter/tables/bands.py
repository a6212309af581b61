"""Value columns from where values sit.

Numbers of a column are set to one right edge, so edges make the columns. Two values of one line are never in one
column: that tells a ragged column (one, whose values share no line) from two narrow ones.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf

from converter.tables.table import Band

# Right edges this close belong together however ragged the print.
_SAME_EDGE = 1
# Clusters of edges further apart than this are two columns even if no line has both.
_MAX_RAGGED = 9


@dataclass(slots=True)
class _Cluster:
    """Values that may be one column: how many, the sum of their right edges, the outermost, and their lines."""

    start: int
    end: int
    count: int = 0
    edges: int = 0
    lines: set[int] = field(default_factory=set)

    @property
    def edge(self) -> float:
        return self.edges / self.count

    def add(self, line: int, start: int, end: int) -> None:
        self.start, self.end = min(self.start, start), max(self.end, end)
        self.count, self.edges = self.count + 1, self.edges + end
        self.lines.add(line)

    def absorb(self, other: _Cluster) -> None:
        self.start, self.end = min(self.start, other.start), max(self.end, other.end)
        self.count, self.edges = self.count + other.count, self.edges + other.edges
        few, many = sorted((self.lines, other.lines), key=len)
        many |= few  # into the larger one, so that no line is moved often
        self.lines = many


def find_bands(values: list[tuple[int, int, int]]) -> tuple[Band, ...]:
    """Bands for values given as (line number, x0, x1)."""
    clusters: list[_Cluster] = []
    for line, start, end in sorted(values, key=lambda value: value[2]):
        if not clusters or end - clusters[-1].end > _SAME_EDGE or line in clusters[-1].lines:
            clusters.append(_Cluster(start, end))
        clusters[-1].add(line, start, end)
    gaps = [_gap(clusters, at) for at in range(len(clusters) - 1)]
    while gaps and (gap := min(gaps)) <= _MAX_RAGGED:
        at = len(gaps) - 1 - gaps[::-1].index(gap)  # of equal ones the last
        clusters[at].absorb(clusters.pop(at + 1))
        del gaps[at]
        for beside in range(max(at - 1, 0), min(at + 1, len(gaps))):
            gaps[beside] = _gap(clusters, beside)
    return tuple(Band(cluster.start, cluster.end) for cluster in clusters)


def _gap(clusters: list[_Cluster], at: int) -> float:
    """How far a cluster is from the next; infinite if a line has values of both."""
    left, right = clusters[at], clusters[at + 1]
    return right.edge - left.edge if left.lines.isdisjoint(right.lines) else inf


def column_of(bands: tuple[Band, ...], x0: int, x1: int) -> int:
    """The column whose right edge is nearest among those that the value overlaps, else the nearest of all."""
    touching = [at for at, band in enumerate(bands) if band.x0 < x1 and x0 < band.x1]
    return min(touching or range(len(bands)), key=lambda at: abs(bands[at].x1 - x1))


def is_aligned(bands: tuple[Band, ...], x1: int, slack: int = 2) -> bool:
    """Whether a value that ends at `x1` ends where a column's values do."""
    return any(band.x1 - slack <= x1 <= band.x1 + slack for band in bands)
