"""Value columns from where values sit.

Numbers of a column are set to one right edge, so edges make the columns. Two values of one line are never in one
column: that tells a ragged column (one, whose values share no line) from two narrow ones.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from converter.tables.table import Band

# Right edges this close belong together however ragged the print.
_SAME_EDGE = 1
# Clusters of edges further apart than this are two columns even if no line has both.
_MAX_RAGGED = 9


@dataclass(slots=True)
class _Cluster:
    edges: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)

    @property
    def edge(self) -> float:
        return sum(self.edges) / len(self.edges)

    def absorb(self, other: _Cluster) -> None:
        self.edges += other.edges
        self.starts += other.starts
        self.lines |= other.lines


def find_bands(values: list[tuple[int, int, int]]) -> tuple[Band, ...]:
    """Bands for values given as (line number, x0, x1)."""
    clusters: list[_Cluster] = []
    for line, start, end in sorted(values, key=lambda value: value[2]):
        if not clusters or end - clusters[-1].edges[-1] > _SAME_EDGE or line in clusters[-1].lines:
            clusters.append(_Cluster())
        clusters[-1].edges.append(end)
        clusters[-1].starts.append(start)
        clusters[-1].lines.add(line)
    while (at := _closest_pair(clusters)) is not None:
        clusters[at].absorb(clusters.pop(at + 1))
    return tuple(Band(min(cluster.starts), max(cluster.edges)) for cluster in clusters)


def _closest_pair(clusters: list[_Cluster]) -> int | None:
    best, distance = None, float(_MAX_RAGGED)
    for at in range(len(clusters) - 1):
        left, right = clusters[at], clusters[at + 1]
        gap = right.edge - left.edge
        if gap <= distance and not left.lines & right.lines:
            best, distance = at, gap
    return best


def column_of(bands: tuple[Band, ...], x0: int, x1: int) -> int:
    """The column whose right edge is nearest among those that the value overlaps, else the nearest of all."""
    touching = [at for at, band in enumerate(bands) if band.x0 < x1 and x0 < band.x1]
    return min(touching or range(len(bands)), key=lambda at: abs(bands[at].x1 - x1))


def is_aligned(bands: tuple[Band, ...], x1: int, slack: int = 2) -> bool:
    """Whether a value that ends at `x1` ends where a column's values do."""
    return any(band.x1 - slack <= x1 <= band.x1 + slack for band in bands)
