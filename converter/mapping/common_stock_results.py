"""Earnings a share are what common stock gets: of two results a share, the one that says so.

Net loss                                   $(.25)
Preferred dividends                         (.04)
Net loss applicable to common stock        $(.29)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from converter.knowledge import Groups
from converter.mapping.candidates import Candidate, best
from converter.mapping.maps import Fit
from converter.mapping.rows import Frame

OF_COMMON = "footing:of-common-stock"
_COMMON = "common"


def of_common_stock(frame: Frame, rows: Sequence[list[Candidate]], groups: Groups) -> list[list[Candidate]]:
    """The candidates, where the earnings a share are those of the row below that has all its words and speaks of common
    stock; the row above, before dividends on preferred stock, is then none of them.
    """
    given = list(rows)
    before: dict[tuple[str, ...], int] = {}
    """The row under each heading that stands for earnings a share."""
    for row, found in enumerate(rows):
        item = frame.statement.items[row]
        if item.unit != "USD/shares":
            continue
        first = before.get(item.headings)
        concept = best(found)
        if concept in groups.weighted_shares:
            before[item.headings] = row
        elif first is not None and _is_of_common(frame, first, row):
            given[row], given[first] = _moved(given[first], found, groups.weighted_shares)
    return given


def _is_of_common(frame: Frame, first: int, row: int) -> bool:
    """Whether the row has more words than the first, and says that it is what common stock gets."""
    words, less = frame.stubs[row].words, frame.stubs[first].words
    return less < words and _COMMON in words - less


def _moved(
    first: list[Candidate], found: list[Candidate], earnings: Mapping[str, object]
) -> tuple[list[Candidate], list[Candidate]]:
    """The candidates of the row that gets the concept, and of the one that loses it."""
    if first[0].fit is Fit.OWN or (found and found[0].fit is Fit.OWN):
        return found, first
    given = replace(first[0], fit=Fit.FULL, rule=OF_COMMON, footing=OF_COMMON)
    own = replace(given, concept=None)
    others = [each for each in first if each.concept is not None and each.concept not in earnings]
    return [given, *(each for each in found if each.concept != given.concept)], [own, *others]
