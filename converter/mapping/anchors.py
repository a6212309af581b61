"""The anchor of an extension: the nearest wider us-gaap concept."""

from __future__ import annotations

from collections.abc import Mapping

from converter.mapping.candidates import Candidate
from converter.mapping.rows import Frame
from converter.taxonomy import Index


def anchor_of(
    frame: Frame, row: int, nearest: Candidate | None, anchors: Mapping[str, str], index: Index
) -> str | None:
    """What the release list names, else the total that the taxonomy adds the best candidate to, else that of
    the row's section (`anchors`).
    """
    line = frame.stubs[row]
    if line.unit not in (None, "USD"):
        return None
    if nearest is not None and nearest.anchor is not None and nearest.anchor in index:
        return nearest.anchor
    if nearest is not None and nearest.concept is not None and line.aspect is None:
        parents = [parent for parent, _ in index.calculation_parents(nearest.concept) if parent in index]
        if parents:
            return parents[0]
    anchor = next((anchors[section] for section in sorted(line.sections) if section in anchors), None)
    return anchor if anchor is not None and anchor in index else None
