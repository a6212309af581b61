"""All that is known of concepts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from converter.knowledge.groups import Groups
from converter.knowledge.headings import Headings
from converter.knowledge.notes import NoteHeadings
from converter.knowledge.signs import Signs
from converter.terms import Kind, Unit


@dataclass(frozen=True, slots=True)
class ScheduleItem:
    """What a tag of a Financial Data Schedule (EX-27) means.

    Attributes:
        caption: in words.
        concepts: us-gaap names, best first; the first that a release has is used. Empty: an extension.
        also: further concepts under which the statements may rightly carry the same total.
        magnitude: filers print it with either sign.
    """

    kind: Kind
    caption: str
    concepts: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    unit: Unit = "USD"
    magnitude: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """What the files say of concepts.

    Attributes:
        anchors: section of a statement -> the total over its rows, which a company's own concept is anchored to.
        widest: statement -> what all of its rows lead to; the first that is measured as a row is.
        schedule_items: by tag.
        synonyms: concepts that companies use for one caption, so that its words cannot tell which was chosen.
        near: concept -> others that a statement alone cannot tell from it.
        digests: SHA-256 of the files, by name: the built-in ones together, a person's each.
    """

    signs: Signs
    anchors: Mapping[str, str]
    widest: Mapping[Kind, tuple[str, ...]]
    headings: Headings
    groups: Groups
    schedule_items: Mapping[str, ScheduleItem]
    synonyms: tuple[tuple[str, ...], ...]
    near: Mapping[str, frozenset[str]]
    notes: NoteHeadings
    digests: tuple[tuple[str, str], ...] = ()
