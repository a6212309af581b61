"""What an input format has to do: recognise its own, and cut it into parts."""

from __future__ import annotations

from functools import cached_property
from typing import Protocol

from converter.findings import Finding
from converter.sources.document import Part
from converter.sources.encoding import decode


class Received:
    """An input as it came: its bytes, and its characters once a backend asks for them.

    Attributes:
        name: what a person calls it.
    """

    def __init__(self, data: bytes, name: str, findings: list[Finding]) -> None:
        self.data = data
        self.name = name
        self._findings = findings

    @property
    def text(self) -> str:
        """The bytes as characters.

        Raises:
            InputError: empty or binary.
        """
        return self._decoded[0]

    @property
    def encoding(self) -> str:
        """The codec that gave the characters."""
        return self._decoded[1]

    @cached_property
    def _decoded(self) -> tuple[str, str]:
        return decode(self.data, self.name, self._findings)


class Backend(Protocol):
    """An input format; a module with these two functions is one."""

    def recognises(self, received: Received) -> bool:
        """Whether the input is of the format."""

    def parts(self, received: Received) -> tuple[Part, ...]:
        """The parts of `received.text`, in their order."""
