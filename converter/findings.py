"""What the stages have to say about a document: one collector, nothing prints.

Every stage appends `Finding`s to the list it is handed. A finding points into the source text, so that a person can go
from the message to the printed line.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from converter.span import Span


class Severity(StrEnum):
    """How much a finding matters: `error` makes the output unfit for use, `warning` asks for a look, `info`
    explains.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark about a document or its output.

    Attributes:
        severity: see `Severity`.
        code: a stable id. Ours are `stage.slug` (`statements.scale-inferred`); rules of others keep theirs
            (`EFM.6.5.20`, `DQC_0004`, `xbrl.5.2.5.2:calcInconsistency`).
        message: one sentence for a person; says what to do where something can be done.
        span: where in the source text it shows, if anywhere.
        fact: the id of the fact it is about, if any (`Fact.id` in the Report).
        beside: the ids of the facts that it is held against, of a relation that fails.
    """

    severity: Severity
    code: str
    message: str
    span: Span | None = None
    fact: str | None = None
    beside: tuple[str, ...] = ()
