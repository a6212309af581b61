"""The taxonomy release that serves a document best, where nobody says which.

No document before 2009 has a release of its year. The first that companies tagged statements with has what the print
of that time has and later ones dropped: extraordinary items, effects of accounting changes, minority interest, the
change in cash without restricted cash.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from converter.options import DEFAULT_TAXONOMY
from converter.sources.document import Header
from converter.statements.statement import Statement

OLD_TAXONOMY = "us-gaap/2009"
_FIRST_YEAR = 2009
"""Of the periods that the latest release serves."""


def serving(ends: Iterable[date], header: Header) -> str:
    """The release for the year that a document is about: that of its latest period, else that of the header's, else
    that of the filing. What tells no year has the default.

    Args:
        ends: the last days of the periods of its statements.
    """
    about = latest(ends, header.filed) or header.period or header.filed
    return OLD_TAXONOMY if about is not None and about.year < _FIRST_YEAR else DEFAULT_TAXONOMY


def latest(ends: Iterable[date], filed: date | None) -> date | None:
    """The latest day that is not after the filing; None if there is none."""
    return max((end for end in ends if filed is None or end <= filed), default=None)


def ends(statements: Iterable[Statement]) -> Iterator[date]:
    """The last days of the periods of all amounts."""
    for statement in statements:
        for item in statement.items:
            yield from (amount.period.end for amount in item.amounts if amount.period is not None)
