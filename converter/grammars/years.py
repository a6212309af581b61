"""Years: `1999`, `'99`."""

from __future__ import annotations

YEAR = r"(?:19|20)[0-9][0-9]"
"""A year in full. Whether a digit may stand beside it is for the reader to say."""

_FIRST_OF_1900S = 60
"""EDGAR begins in 1993; its documents look back some thirty years at most, and name no year so far ahead."""


def full_year(digits: str) -> int:
    """The year that two digits or four stand for: 1999 for `99`, 2003 for `03`."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (1900 if year >= _FIRST_OF_1900S else 2000)
