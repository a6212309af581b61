"""States of the United States by name, and the codes that the post and EDGAR have for them."""

from __future__ import annotations

_NAMED = (
    "Alabama AL, Alaska AK, Arizona AZ, Arkansas AR, California CA, Colorado CO, Connecticut CT, Delaware DE, "
    "District of Columbia DC, Florida FL, Georgia GA, Hawaii HI, Idaho ID, Illinois IL, Indiana IN, Iowa IA, "
    "Kansas KS, Kentucky KY, Louisiana LA, Maine ME, Maryland MD, Massachusetts MA, Michigan MI, Minnesota MN,"
    " Mississippi MS, Missouri MO, Montana MT, Nebraska NE, Nevada NV, New Hampshire NH, New Jersey NJ, New "
    "Mexico NM, New York NY, North Carolina NC, North Dakota ND, Ohio OH, Oklahoma OK, Oregon OR, Pennsylvania"
    " PA, Puerto Rico PR, Rhode Island RI, South Carolina SC, South Dakota SD, Tennessee TN, Texas TX, Utah "
    "UT, Vermont VT, Virginia VA, Washington WA, West Virginia WV, Wisconsin WI, Wyoming WY"
)
_CODES = {name.lower(): code for name, code in (state.rsplit(" ", 1) for state in _NAMED.split(", "))}

STATE = "|".join(sorted((name.replace(" ", r"\s+") for name in _CODES), key=len, reverse=True))
"""A state written out."""


def code_of(name: str) -> str:
    """`DE` for `Delaware`.

    Raises:
        KeyError: it is no state.
    """
    return _CODES[" ".join(name.lower().split())]
