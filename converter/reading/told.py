"""The Reading: what a person's file says of one document, as plain as it says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from converter.terms import Kind, Period


class Place(NamedTuple):
    """A place of a document as people name it, from 1; without a column any in the line."""

    line: int
    column: int | None = None

    @classmethod
    def of(cls, text: str) -> Place:
        """The place of `57` or `57:3`.

        Raises:
            ValueError: it is none.
        """
        line, colon, column = text.partition(":")
        place = cls(int(line), int(column) if colon else None)
        if place.line < 1 or (place.column is not None and place.column < 1):
            raise ValueError(f"{text} is no place of a document")
        return place

    def __str__(self) -> str:
        return str(self.line) if self.column is None else f"{self.line}:{self.column}"

    def meets(self, position: tuple[int, int]) -> bool:
        """Whether something that begins at a line and column is meant."""
        return position[0] == self.line and self.column in (None, position[1])


@dataclass(frozen=True, slots=True)
class ColumnTold:
    """What a column is.

    Attributes:
        period: of its amounts; None: as read.
        dropped: why it states nothing; empty: it does.
    """

    period: Period | None = None
    dropped: str = ""


@dataclass(frozen=True, slots=True)
class StatementTold:
    """What a statement is.

    Attributes:
        kind, scale: None: as read. The scale is what a printed 1 of money is worth.
        dropped: why it states nothing; empty: it does.
        columns: by their number from 1.
        line: where it is told in its file.
    """

    kind: Kind | None = None
    scale: int | None = None
    dropped: str = ""
    columns: Mapping[int, ColumnTold] = field(default_factory=dict)
    line: int = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """What a person says of one document.

    Attributes:
        file: as findings call it: `reading/release.yaml`; empty where there is none.
        statements: by where they begin, or a line of theirs.
        dropped: why an amount, or all of a row, states nothing, by where it begins; with the line in the file.
        digest: SHA-256 of the file.
    """

    file: str = ""
    statements: Mapping[Place, StatementTold] = field(default_factory=dict)
    dropped: Mapping[Place, tuple[str, int]] = field(default_factory=dict)
    digest: str = ""

    @property
    def digests(self) -> tuple[tuple[str, str], ...]:
        """What tells whether a conversion would meet the same file again: name and SHA-256."""
        return ((self.file, self.digest),) if self.file else ()


NOTHING_TOLD = Reading()
