"""What is wrong with an entry of a file, though it can be read."""

from __future__ import annotations

from dataclasses import dataclass

from converter.findings import Severity


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with an entry.

    Attributes:
        rule: its id (`us-gaap/balance_sheet.yaml:AssetsCurrent`); the file is what stands before the colon.
        line: where it stands in its file.
        message: one sentence; names what was probably meant, if anything comes near.
    """

    severity: Severity
    rule: str
    line: int
    message: str
