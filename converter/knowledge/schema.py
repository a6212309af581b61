"""What the files may say, as pydantic models; the JSON Schemas beside the maps are made from them.

Only reading a file that is not compiled yet imports this module (see `loading.py`), for pydantic takes long to start.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, Field, create_model

from converter.datafiles.validated import Strict
from converter.knowledge.groups import PAIRS, SHAPES, WORDS
from converter.knowledge.signs import SignClass
from converter.terms import Kind, Unit
from converter.terms.section import SectionName


def _expression(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"no regular expression ({error})") from error
    return text


PartName = Literal[
    "equity", "classes", "outside", "entities", "eliminations", "segments", "between_segments", "predecessor"
]
Expression = Annotated[str, AfterValidator(_expression)]


class SignWords(Strict):
    """Words that stand in names."""

    two_way: list[str] = Field([], alias="two-way", description="Of two directions: IncreaseDecrease.")
    open: list[str] = Field([], description="That leave the sign of a balance open: Derivative.")
    favourable: list[str] = Field([], description="Positive facts are income or gain, whatever the balance.")


class SignBeginnings(Strict):
    """How names begin."""

    one_way: list[str] = Field([], alias="one-way", description="Of flows that go one way: ProceedsFrom.")


class SignsFile(Strict):
    """signs.yaml: may a fact of a concept be negative?"""

    words: SignWords = Field(default_factory=SignWords.model_construct)
    begins: SignBeginnings = Field(default_factory=SignBeginnings.model_construct)
    concepts: dict[str, SignClass] = Field({}, description="Concept -> its class, whatever its name says.")


class AnchorsFile(Strict):
    """anchors.yaml: the total that a company's own concept is anchored to, by its row's section, or its statement."""

    sections: dict[SectionName, str] = Field({})
    statements: dict[Kind, list[str]] = Field(
        {}, description="What all rows of a statement lead to; the first that is measured as the row is."
    )


class HeadingsFile(Strict):
    """headings.yaml: abstract concepts."""

    statements: dict[Kind, str] = Field({}, description="The abstract concept over each statement.")
    tables: dict[Literal["table", "line_items", "roll_forward"], str] = Field(
        {}, description="The concepts around the rows of a statement whose facts have members."
    )
    axes: dict[PartName, str] = Field({}, description="The axes that columns of parts divide.")
    axes_before: dict[PartName, str] = Field({}, description="The same in releases that have no such axis.")
    members: dict[PartName, dict[str, Expression | list[Expression]]] = Field(
        {}, description="Member -> how the heads of such columns read: regular expressions for all of their words."
    )
    headings: dict[str, Expression | list[Expression]] = Field(
        {}, description="Abstract concept -> how such headings read: regular expressions for all of their words."
    )


class Change(Strict):
    """What a person's file adds to a group."""

    add: list[str]


Group = str | Annotated[list[str], Field(min_length=1)] | Change
Pairs = dict[str, str | list[str]]


class ScheduleTag(Strict):
    """What a tag means."""

    caption: str
    concepts: str | list[str] = Field([], description="Best first; none: the line is the company's own.")
    also: str | list[str] = Field([], description="Under which statements may rightly carry the same total.")
    unit: Unit = "USD"
    magnitude: bool = Field(False, description="Filers print it with either sign.")


class ScheduleItemsFile(Strict):
    """schedule_items.yaml: tags of EX-27 by statement; a tag without a concept is its caption alone."""

    BS: dict[str, str | ScheduleTag] = Field({})
    IS: dict[str, str | ScheduleTag] = Field({})


class SynonymsFile(Strict):
    """synonyms.yaml: concepts that companies use for the same caption."""

    same: list[list[str]] = Field([])


class NearFile(Strict):
    """near.yaml: families of near names, concepts that a statement alone cannot tell apart."""

    families: list[Annotated[list[str], Field(min_length=2)]] = Field([])


class NotesFile(Strict):
    """notes.yaml: text blocks by how the headings of notes, and of the policies in them, read."""

    notes: dict[str, Expression | list[Expression]] = Field({}, description="Text block -> regular expressions.")
    policies: dict[str, Expression | list[Expression]] = Field(
        {}, description="The same of sub-headings in a note on accounting policies."
    )
    otherwise: dict[str, str] = Field({}, description="Text block -> the one for releases that lack it.")


def _groups_file() -> type[BaseModel]:
    lists: dict[str, Any] = {name: (Group, Field([])) for name in (*SHAPES, *WORDS)}
    pairs: dict[str, Any] = {name: (Pairs, Field({})) for name in PAIRS}
    return create_model(
        "GroupsFile", __base__=Strict, __doc__="groups.yaml: concepts by what they are to rules.", **lists, **pairs
    )


MODELS: Mapping[str, type[BaseModel]] = {
    "signs": SignsFile,
    "anchors": AnchorsFile,
    "headings": HeadingsFile,
    "groups": _groups_file(),
    "schedule_items": ScheduleItemsFile,
    "synonyms": SynonymsFile,
    "near": NearFile,
    "notes": NotesFile,
}


def json_schema(name: str) -> str:
    """The JSON Schema of one of the files, for editors that complete and check as one types."""
    return json.dumps(MODELS[name].model_json_schema(), indent=2) + "\n"
