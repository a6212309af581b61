"""Texts in CSV files that people open in a spreadsheet: there, a cell that begins like a formula is one."""

from __future__ import annotations

_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a formula of a cell (OWASP, CSV Injection); the wide forms do in East Asian editions."""


def text_cell(text: str) -> str:
    """A text, with an apostrophe before it where it could be taken for a formula; numbers are not for this."""
    return f"'{text}" if text.startswith(_BEGINNINGS) or text.lstrip().startswith(_BEGINNINGS) else text
