"""What a caller may say about a conversion; everything has a default."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DEFAULT_TAXONOMY = "us-gaap/2025"
BY_AGE = "by-age"
"""Stands for the release that has what a document of its year prints."""


@dataclass(frozen=True, slots=True)
class Options:
    """Facts about the company and the output that the document does not tell, or tells wrongly. None: take the
    document's.

    Attributes:
        company: the registrant's name.
        cik: up to ten digits.
        prefix: namespace prefix of the extension and start of the file names.
        fiscal_year_end: `MM-DD`.
        document_type: `8-K`, `10-Q`, ...
        taxonomy: release of the output: `us-gaap/2009`, `us-gaap/2024`, `us-gaap/2025`, or one that is installed;
            `by-age` is 2009 for documents of years before 2009, else 2025.
        maps: a folder of the user's own mapping files, laid over the built-in ones.
        document: which part of a submission to read: its number from 1, or its type (`EX-99.1`); None reads all.
        notes: whether the notes to the financial statements become text blocks; None: those of annual and quarterly
            reports.
        from_fds: take the facts from the EX-27 schedule alone.
    """

    company: str | None = None
    cik: str | None = None
    prefix: str | None = None
    fiscal_year_end: str | None = None
    document_type: str | None = None
    taxonomy: str = DEFAULT_TAXONOMY
    maps: Path | None = None
    document: str | None = None
    from_fds: bool = False
    notes: bool | None = None


def without_age(taxonomy: str) -> str:
    """The release where no document tells an age: of captions alone, and before a document is read."""
    return DEFAULT_TAXONOMY if taxonomy == BY_AGE else taxonomy
