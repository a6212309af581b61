"""What a reading file may say, as pydantic models. Pydantic takes long to start: import this late."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from converter.datafiles.validated import Strict
from converter.terms import Kind

PlaceText = Annotated[str, Field(pattern=r"^[1-9]\d{0,8}(:[1-9]\d{0,8})?$")]
"""`57` or `57:3`: line, or line and column, from 1."""
Why = Annotated[str, Field(min_length=1, max_length=1_000)]
Day = r"\d{4}-\d\d-\d\d"


class ColumnEntry(Strict):
    """A column of a statement."""

    period: str | None = Field(None, pattern=rf"^{Day}( to {Day})?$", description="`2001-06-30`, or two days and `to`.")
    dropped: Why | None = Field(None, description="Why its amounts are no facts.")


class StatementEntry(Strict):
    """A statement, named by its first line (and column), or by any line of it."""

    kind: Kind | None = Field(None, description="What it is: BS, IS, CI, CF or EQ.")
    scale: int | None = Field(None, description="What a printed 1 of money is worth: 1, 1000, 1000000.")
    dropped: Why | None = Field(None, description="Why it gives no facts.")
    columns: dict[Annotated[str, Field(pattern=r"^[1-9]\d?$")], ColumnEntry] = Field(
        {}, description="Its columns of values by number, from 1."
    )


class ReadingFile(Strict):
    """What a person says of how a document is to be read."""

    statements: dict[PlaceText, StatementEntry] = Field({})
    dropped: dict[PlaceText, Why] = Field(
        {}, description="Amounts, or whole rows, that are no facts, by where they begin -> why."
    )
