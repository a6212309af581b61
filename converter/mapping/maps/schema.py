"""What a mapping file may say, as pydantic models; `taxonomy_maps/map.schema.json` is made from them.

Only reading a file that is not compiled yet imports this module (see `loading.py`), for pydantic takes long to start.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from converter.datafiles.validated import Strict, listed
from converter.statements.statement import Aspect
from converter.terms import Kind, Unit
from converter.terms.section import SectionName


def _no_place_of_shares(place: Any) -> Any:
    if "shares" in listed(place):
        raise ValueError("'shares' is no part of a statement; `unit: shares` asks for rows that count shares")
    return place


Place = Annotated[SectionName | list[SectionName] | None, BeforeValidator(_no_place_of_shares)]


class Conditions(Strict):
    """Where a row must stand for an entry to be meant. All are optional; what is left out does not matter."""

    statement: Kind | list[Kind] | None = Field(
        None, description="The statement: BS, IS, CI, CF or EQ, or a list of them."
    )
    place: Place = Field(
        None,
        description="The part of the statement; `assets` includes `assets.current`, `assets.unclassified` is a balance "
        "sheet without current assets.",
    )
    under: str | list[str] | None = Field(
        None, description="A phrase that one of the headings above the row must meet."
    )
    unit: Unit | None = Field(None, description="The unit of the row's amounts.")
    total: bool | None = Field(None, description="true: only totals; false: only lines that are not totals.")
    aspect: Aspect | None = Field(None, description="Only a number of this kind inside the caption.")
    years: str | None = Field(
        None,
        pattern=r"^(\d{4})?-(\d{4})?$",
        description="Years of the statements meant: `2018-`, `-2001`, `1993-2008`.",
    )


class Entry(Conditions):
    """One way in which a concept is printed."""

    captions: str | list[str] = Field(description="Phrases; the caption must meet one of them.")
    exclude: str | list[str] = Field([], alias="not", description="Phrases; a caption that meets one is not meant.")
    apart: str | list[str] = Field(
        [], alias="not_under", description="Phrases; a row with a heading above it that meets one is not meant."
    )
    id: str | None = Field(None, description="The entry's name in explanations; the concept's name if left out.")
    hint: bool = Field(False, description="A hint only: the learned layer may choose another concept.")
    sign: Literal["printed", "negated"] | None = Field(
        None,
        description="`negated`: the fact is the printed number negated; "
        "left out, the sign is worked out from the statement.",
    )
    since: int | None = Field(None, description="First taxonomy release (year) in which the entry holds.")
    until: int | None = Field(None, description="Last taxonomy release (year) in which the entry holds.")


class Override(Strict):
    """What one caption of a company or document is."""

    concept: str = Field(description="A us-gaap concept, or `extension` for a concept of the company's own.")
    statement: Kind | list[Kind] | None = None
    place: Place = None
    under: str | list[str] | None = None
    total: bool | None = None
    sign: Literal["printed", "negated"] | None = None
    aspect: Aspect | None = None
    anchor: str | None = Field(None, description="Of an `extension`: the wider us-gaap concept that it is anchored to.")
    confirmed: str = Field("", max_length=200, description="Who has checked it against the document.")
    approved: str = Field("", max_length=200, description="Who has checked it after them, as the second.")


class RowOverride(Strict):
    """What one row of a document is, whatever its caption."""

    concept: str = Field(description="A us-gaap concept, or `extension` for a concept of the company's own.")
    statement: Kind | list[Kind] | None = None
    sign: Literal["printed", "negated"] | None = None
    aspect: Aspect | None = Field(None, description="The number of this kind inside the row's caption, not the row.")
    anchor: str | None = Field(None, description="Of an `extension`: the wider us-gaap concept that it is anchored to.")
    confirmed: str = Field("", max_length=200, description="Who has checked it against the document.")
    approved: str = Field("", max_length=200, description="Who has checked it after them, as the second.")


RowPlace = Annotated[str, Field(pattern=r"^[1-9]\d{0,8}(:[1-9]\d{0,8})?$")]
"""A row by the line that it begins in, and the column: `57`, `57:3`."""
RowOverrides = str | RowOverride | list[RowOverride]


Overrides = str | Override | dict[Kind, str] | list[Override]
Entries = str | Entry | list[str | Entry]


class Section(Conditions):
    """Entries that share conditions; an entry's own conditions replace the section's."""

    concepts: dict[str, Entries] = Field(description="Concept -> its phrases, or entries with conditions of their own.")


class MapFile(Conditions):
    """A mapping file."""

    sic: list[str | int] | None = Field(None, description="Industry codes this file is for: `6020-6036` or `6798`.")
    sections: list[Section] = Field([])
    concepts: dict[str, Entries] = Field({})
    captions: dict[str, Overrides] = Field(
        {},
        description="Captions word for word -> their concept, by statement if it differs: an override in one line. "
        "Rows without a caption are `Total` or an empty one, with `under` or `place`.",
    )
    rows: dict[RowPlace, RowOverrides] = Field(
        {},
        description="Rows of one document by line, or line:column, whatever their captions -> their concept. "
        "For a file of the document's layer.",
    )


class Lifetime(Strict):
    """What to do with a concept that some release does not have."""

    instead: str | list[str] = Field(
        [], description="Concepts to take where this one does not exist, the first that exists."
    )
    wider: str | None = Field(
        None, description="If none stands in: the wider concept that the company's own is anchored to."
    )


class ReleasesFile(Strict):
    """releases.yaml: concepts that releases renamed, split or dropped."""

    concepts: dict[str, str | list[str] | Lifetime]


class RivalsFile(Strict):
    """rivals.yaml: concepts that companies use for the same captions."""

    concepts: dict[str, str | list[str]]


class WordsFile(Strict):
    """words.yaml: see `words.Vocabulary`."""

    same: dict[str, str] = Field({})
    ignored: list[list[str]] = Field([])
    groups: dict[str, list[str]] = Field({})


def json_schema() -> str:
    """The JSON Schema of a mapping file, for editors that complete and check as one types."""
    return json.dumps(MapFile.model_json_schema(), indent=2) + "\n"
