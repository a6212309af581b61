"""What the summary says of one document."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from converter.batch.inputs import digest
from converter.exports.html.tiers import is_open
from converter.findings import Severity
from converter.mapping.earlier import CHANGED
from converter.rendering.naming import is_folder_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.batch.plan import Job
    from converter.findings import Finding
    from converter.report import Report


class Status(StrEnum):
    """How a document ended. Only the first two have a folder."""

    DONE = "done"
    INVALID = "invalid"  # written, but validation found errors
    NO_STATEMENT = "no statement"
    UNREADABLE = "unreadable"
    FAILED = "failed"  # an error of the program
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASHED = "crashed"  # the worker process died

    @property
    def has_folder(self) -> bool:
        return self in (Status.DONE, Status.INVALID)

    @property
    def is_failure(self) -> bool:
        """Whether there should be a valid output, and is none. A document without statements has been answered."""
        return self not in (Status.DONE, Status.NO_STATEMENT)

    @property
    def may_pass(self) -> bool:
        """Whether another try may end otherwise: the machine, the limits or the program were in the way."""
        return self in (Status.TIMEOUT, Status.MEMORY, Status.CRASHED, Status.FAILED)


@dataclass(frozen=True, slots=True)
class Row:
    """One document's row.

    Attributes:
        name: of its folder.
        source: the input's path.
        message: why there is no output, or the first error of validation.
        statements: kinds found, in document order: `BS IS CF`.
        facts: without dei.
        mapped: share of those under a us-gaap concept, the rest are extensions; None without facts.
        footed: share of the statements' totals that add up; None where there is none.
        seconds: wall time of its worker.
        sha256: of the input; empty where it cannot be read.
        missing: kinds that the document's form lets expect, and that did not come out.
        identities: share of the figures that two statements print and that are the same; None where there is none.
        proved: share of the facts that at least one relation vouches for; None without facts.
        contradicted: facts that a warning or an error speaks against.
        changed: lines that are another concept than in an earlier filing of the company.
        to_review: share of the statements' rows whose concept is unsure or of the company's own, and that nobody has
            confirmed; None without rows.

    Raises:
        ValueError: the name is not that of a folder of its own.
    """

    name: str
    source: str
    status: Status
    message: str = ""
    statements: str = ""
    facts: int = 0
    mapped: float | None = None
    footed: float | None = None
    errors: int = 0
    warnings: int = 0
    seconds: float = 0.0
    sha256: str = ""
    missing: str = ""
    identities: float | None = None
    proved: float | None = None
    contradicted: int = 0
    changed: int = 0
    to_review: float | None = None

    def __post_init__(self) -> None:
        if not is_folder_name(self.name):
            raise ValueError(f"{self.name!r} cannot be the name of a document's folder")

    def as_json(self) -> dict[str, Any]:
        """Plain data; `from_json` is the inverse."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Row:
        """The row that `as_json` described.

        Raises:
            KeyError, TypeError, ValueError: the data is something else.
        """
        known = {field.name for field in fields(cls)}
        return cls(**{**{key: data[key] for key in known}, "status": Status(data["status"])})


def describe(job: Job, report: Report, findings: Iterable[Finding], seconds: float) -> Row:
    """The row of a converted document."""
    facts = [fact for fact in report.facts if fact.concept.prefix != "dei"]
    mapped = sum(fact.concept.prefix == "us-gaap" for fact in facts)
    footed = sum(statement.footed[0] for statement in report.statements)
    totals = sum(statement.footed[1] for statement in report.statements)
    rows = [row for statement in report.statements for row in statement.rows if not row.abstract]
    held, asked = report.completeness.held
    findings = list(findings)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    return Row(
        name=job.name,
        source=job.source,
        status=Status.INVALID if errors else Status.DONE,
        message=errors[0].message if errors else "",
        statements=" ".join(statement.kind.value for statement in report.statements),
        missing=" ".join(report.completeness.missing),
        identities=round(held / asked, 4) if asked else None,
        facts=len(facts),
        mapped=round(mapped / len(facts), 4) if facts else None,
        footed=round(footed / totals, 4) if totals else None,
        proved=round(sum(bool(fact.proofs) for fact in facts) / len(facts), 4) if facts else None,
        contradicted=sum(bool(fact.refuted) for fact in facts),
        changed=sum(finding.code == CHANGED for finding in findings),
        to_review=round(sum(is_open(row.concept, row.decision) for row in rows) / len(rows), 4) if rows else None,
        errors=len(errors),
        warnings=sum(finding.severity is Severity.WARNING for finding in findings),
        seconds=round(seconds, 3),
        sha256=report.document.sha256,
    )


def failure(job: Job, status: Status, message: str, started: float | None = None) -> Row:
    """The row of a document that gave nothing; `started` by the clock of `time.perf_counter`."""
    seconds = 0.0 if started is None else round(time.perf_counter() - started, 3)
    return Row(job.name, job.source, status, message, seconds=seconds, sha256=digest(job.source))
