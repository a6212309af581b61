"""Names of concepts, axes and members."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A qualified name: `us-gaap:Assets`, `dei:DocumentType`, or the company's own `vlnc:GrantPayableNoncurrent`."""

    prefix: str
    local: str

    @classmethod
    def of(cls, text: str, prefix: str) -> Name:
        """The name that a text says, of the prefix where it says none."""
        said, _, local = text.rpartition(":")
        return cls(said or prefix, local)

    def __str__(self) -> str:
        return f"{self.prefix}:{self.local}"
