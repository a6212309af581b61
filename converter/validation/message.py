"""What a validation says: messages with their place in the validated files, and a verdict."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from converter.findings import Finding, Severity
from converter.wording import printable

if TYPE_CHECKING:
    from converter.report import Report

_LEVELS = {
    "CRITICAL": Severity.ERROR,
    "ERROR": Severity.ERROR,
    "ERROR-SEMANTIC": Severity.ERROR,
    "ASSERTION-NOT-SATISFIED": Severity.ERROR,
    "INCONSISTENCY": Severity.WARNING,
    "WARNING": Severity.WARNING,
    "WARNING-SEMANTIC": Severity.WARNING,
}
"""Arelle's levels. An inconsistent calculation is no error of the XBRL (Calculations 1.1, 2): the print may be so."""

_UNRESOLVED = ("IOerror", "FileNotLoadable", "xbrl:schemaImportMissing", "arelle:notValidated")
"""Whatever their level: a file that cannot be had silently loses concepts, and with them every check on them."""


_TRACEBACK = re.compile(r"(?: traceback)? Traceback \(most recent call last\).*")
"""Where Arelle itself failed on a file: the error before it is for a person, the way through its code is not."""
_LONGEST = 4_000
_OBJECT_NUMBER = re.compile(r"\b(Model\w+)\[\d+, ")
"""Arelle numbers its objects as they are made; the number means nothing to a reader and differs from run to run."""

_NAMES_IN_NO_ORDER = {"xmlSchema:attributesExtraneous", "xmlSchema:attributesRequired"}
"""Messages that end in names which Arelle takes from a set, so that each run has them in another order."""


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """A remark about a validated file.

    Attributes:
        code: the rule's id, e.g. `xbrl.4.6.1:itemContextRef`, `calc11e:inconsistentCalculationUsingRounding`.
        file: name of the file, without folders, if the remark has a place.
        line: its line, from 1.
        fact: the XML id of the fact it is about, if that has one.
    """

    severity: Severity
    code: str
    text: str
    file: str | None = None
    line: int | None = None
    fact: str | None = None

    def finding(self, report: Report | None = None) -> Finding:
        """The message as a Finding; with the report that the file was rendered from, its span in the source, too."""
        facts = {fact.id: fact for fact in report.facts} if report is not None and self.fact else {}
        fact = facts.get(self.fact or "")
        place = ", ".join(filter(None, [self.file, f"line {self.line}" if self.line else None]))
        return Finding(
            severity=self.severity,
            code=self.code,
            message=f"{self.text} ({place})" if place else self.text,
            span=fact.sources[0].span if fact is not None and fact.sources else None,
            fact=self.fact,
        )


def from_arelle(record: Mapping[str, Any]) -> Message | None:
    """A record of Arelle's structured log as a Message; None for progress notes."""
    code = str(record["messageCode"])
    severity = Severity.ERROR if code in _UNRESOLVED else _LEVELS.get(str(record["levelname"]))
    if severity is None:
        return None
    reference: Mapping[str, Any] = next(iter(record["refs"]), {})
    file, _, fragment = str(reference.get("href", "")).partition("#")
    return Message(
        severity=severity,
        code=code,
        text=_text(code, str(record["msg"])),
        file=printable(file.rpartition("/")[2]) or None,
        line=reference.get("sourceLine"),
        fact=fragment if fragment and not fragment.startswith("element(") else None,
    )


def _text(code: str, printed: str) -> str:
    """The same words for the same fault in every run, in one line of at most `_LONGEST` characters that can be printed.

    What a report holds comes back in messages: names of files that are no UTF-8, values of any length.
    """
    text = _TRACEBACK.sub("", _OBJECT_NUMBER.sub(r"\1[", " ".join(printable(printed).split())))
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST]} ..."
    if code in _NAMES_IN_NO_ORDER:
        start, colon, names = text.rpartition(": ")
        text = start + colon + ",".join(sorted(names.split(",")))
    return text


class Verdict(StrEnum):
    """What all remarks about a document come to."""

    VALID = "valid"
    WARNINGS = "valid, with warnings"
    INVALID = "invalid"


def verdict(remarks: Iterable[Message | Finding]) -> Verdict:
    """The worst of the remarks decides."""
    found = {remark.severity for remark in remarks}
    if Severity.ERROR in found:
        return Verdict.INVALID
    return Verdict.WARNINGS if Severity.WARNING in found else Verdict.VALID


def fails(remarks: Iterable[Message | Finding], fail_on: Severity = Severity.ERROR) -> bool:
    """Whether the remarks reach the severity at which a caller wants to fail (`--fail-on`)."""
    found = verdict(remarks)
    return found is Verdict.INVALID or (found is Verdict.WARNINGS and fail_on is not Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Validation:
    """What was said about one document.

    Attributes:
        path: the document.
        messages: sorted by severity (errors first), then by place.
        seconds: wall time it took.
    """

    path: Path
    messages: tuple[Message, ...]
    seconds: float = 0.0

    @property
    def verdict(self) -> Verdict:
        return verdict(self.messages)


def ordered(messages: Iterable[Message]) -> tuple[Message, ...]:
    """Errors first, then by file and line; without repeats."""
    rank = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
    return tuple(
        sorted(
            set(messages),
            key=lambda one: (rank[one.severity], one.file or "", one.line or 0, one.code, one.text, one.fact or ""),
        )
    )
