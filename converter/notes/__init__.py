"""The notes to the financial statements: found by the sequence of their numbers, or by their headings alone."""

from __future__ import annotations

from converter.notes.find import find_notes
from converter.notes.note import Heading, Note

__all__ = ["Heading", "Note", "find_notes"]
