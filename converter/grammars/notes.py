"""References to notes and the marks of footnotes, which are about a caption and no part of it."""

from __future__ import annotations

MARK = r"\((?:[0-9]{1,2}|[a-z])\)"
"""`(1)`, `(12)`, `(a)`."""

NOTES = (
    r"\((?:see\s+)?(?:accompanying\s+)?(?:foot)?notes?\b[^)]*\)"  # (Note 3), (see Notes 2 and 5)
    r"|(?:[,-]\s*|(?<!\s)\s*)(?:see\s+)?notes?\s+(?:[0-9]+|[a-z]\b)(?:\s*(?:,|and)\s*(?:[0-9]+|[a-z]\b))*"  # -- Note 3
    rf"|{MARK}(?!\s*par)"
)
"""A reference to notes, or a mark; `(3) par` is a value."""
