"""The Document: what was received, decoded and split, before anyone asks what it means."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from converter.span import Span

Format = Literal["text", "html", "other"]


@dataclass(frozen=True, slots=True)
class Filer:
    """One of the companies that a submission was filed for; `cik` has ten digits."""

    name: str
    cik: str


@dataclass(frozen=True, slots=True)
class Business:
    """Where a company does its business and how the state and the SEC number it, as a header says it; None where not
    given.

    Attributes:
        incorporated: EDGAR's code of the state or country of incorporation.
        irs_number: `94-2404110`.
        file_number: the SEC's, `0-10030` or `000-10030`.
        state: EDGAR's code.
        phone: as given.
    """

    incorporated: str | None = None
    irs_number: str | None = None
    file_number: str | None = None
    street: str | None = None
    street_2: str | None = None
    city: str | None = None
    state: str | None = None
    zip: str | None = None
    phone: str | None = None


NO_BUSINESS = Business()


@dataclass(frozen=True, slots=True)
class Header:
    """The fields of an EDGAR `<SEC-HEADER>` (or of its 1993 forerunner) that later stages use; None where not given.

    Attributes:
        company: the conformed name of the (first) filer.
        cik: ten digits.
        sic: the four-digit industry code, as int.
        fiscal_year_end: `MM-DD`.
        form: the conformed submission type, e.g. `10-K405`.
        period: the conformed period of report.
        filed: the filing date.
        accession: `0000891020-99-001224`.
        filers: all of them; utilities file for a parent and its subsidiaries at once.
        business: of the (first) filer.
    """

    company: str | None = None
    cik: str | None = None
    sic: int | None = None
    fiscal_year_end: str | None = None
    form: str | None = None
    period: date | None = None
    filed: date | None = None
    accession: str | None = None
    filers: tuple[Filer, ...] = ()
    business: Business = NO_BUSINESS


@dataclass(frozen=True, slots=True)
class Part:
    """One `<DOCUMENT>` of a submission; a bare release is one Part that spans the whole text.

    Attributes:
        type: the `<TYPE>`, e.g. `10-K`, `EX-13`, `EX-27`; empty for a bare release.
        format: `text` and `html` are read, `other` (uuencoded, PDF, pictures) is not.
        span: the body between `<TEXT>` and `</TEXT>`, in the document's text.
    """

    type: str
    format: Format
    span: Span
    sequence: int = 1
    filename: str = ""
    description: str = ""


@dataclass(frozen=True)
class Document:
    """A decoded input. All spans of all later objects index into `text`.

    Attributes:
        name: the input's file name without folders (it never decides where output goes).
        text: the decoded characters, line ends as received.
        encoding: the codec that decoded it, e.g. `utf-8`, `cp1252`.
        sha256: of the bytes received, in hexadecimal.
    """

    name: str
    text: str = field(repr=False)
    encoding: str
    sha256: str
    header: Header
    parts: tuple[Part, ...]

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        find = self.text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return starts

    @cached_property
    def readable(self) -> tuple[Part, ...]:
        """The parts that hold text; the rest are pictures, spreadsheets and the like."""
        return tuple(part for part in self.parts if part.format != "other")

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of the character at `offset`."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1
