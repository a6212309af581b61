"""How a batch runs."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from converter.options import Options
from converter.validation.settings import DEFAULT as RULES
from converter.validation.settings import Settings as Rules


@dataclass(frozen=True, slots=True)
class Settings:
    """How a batch runs.

    Attributes:
        options: of every conversion.
        formats: what to write beside the XBRL files.
        validate: whether to validate every output.
        jobs: worker processes.
        seconds: a document that takes longer is given up.
        megabytes: a worker's address space; a document that needs more is given up.
        rules: what to validate beyond XBRL.
        earlier: whether a document is read with the earlier filings of its company that the batch has.
    """

    options: Options = field(default_factory=Options)
    formats: tuple[str, ...] = ()
    validate: bool = True
    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)
    seconds: float = 120
    megabytes: int = 4096
    rules: Rules = RULES
    earlier: bool = True

    def fingerprint(self) -> str:
        """What the outputs depend on; a batch is resumed only with the same."""
        return repr((self.options, self.formats, self.validate, self.rules, self.earlier))
