"""What a run through the stages leaves: what each made of a document, and the Report with what can be done with it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from converter import notebook
from converter.findings import Finding
from converter.knowledge import Knowledge
from converter.options import DEFAULT_TAXONOMY
from converter.proof import refuted
from converter.reading import NOTHING_TOLD, Reading
from converter.rendering.folder import write_folder
from converter.schedules import Schedule
from converter.wording import counted

if TYPE_CHECKING:
    import pandas as pd

    from converter.mapping.earlier import Earlier
    from converter.notes import Note
    from converter.report import Report
    from converter.sources.document import Document
    from converter.statements.statement import Statement
    from converter.tables.table import Table
    from converter.terms import Decision
    from converter.validation import Validation


@dataclass(frozen=True, slots=True, repr=False)
class Stages:
    """What each stage made of one document, up to the decisions; for those who want to look.

    Attributes:
        schedules: the EX-27 of a submission.
        decisions: parallel to `statements[i].items`; None for headings.
        findings: of all these stages.
        notes: to the financial statements; none where they are not asked for.
        knowledge: what was known of concepts by name.
        maps: SHA-256 of the files of maps, of concepts and of the document's reading that were applied, by name.
        earlier: filings of the same company that were converted before.
        reading: what a person says of how it is to be read; the statements are read so.
        taxonomy: the release whose concepts the decisions name.
    """

    document: Document
    schedules: tuple[Schedule, ...]
    tables: tuple[Table, ...]
    statements: tuple[Statement, ...]
    decisions: tuple[tuple[Decision | None, ...], ...]
    findings: tuple[Finding, ...]
    knowledge: Knowledge
    maps: tuple[tuple[str, str], ...] = ()
    earlier: tuple[Earlier, ...] = ()
    notes: tuple[Note, ...] = ()
    reading: Reading = NOTHING_TOLD
    taxonomy: str = DEFAULT_TAXONOMY

    @property
    def outline(self) -> tuple[str, ...]:
        """What they found, in a few words each."""
        kinds = " ".join(statement.kind for statement in self.statements)
        return counted(len(self.tables), "table"), kinds or "no statement", counted(len(self.findings), "finding")

    def __repr__(self) -> str:
        return f"<Stages: {', '.join((repr(self.document.name), *self.outline))}>"

    def _repr_html_(self) -> str:
        return notebook.card(self.document.name, [", ".join(self.outline)])


@dataclass(frozen=True, slots=True, repr=False)
class Conversion:
    """A converted document. Nothing is on disk yet.

    Attributes:
        validation: what Arelle said of the files; None before `validated`.
    """

    report: Report
    stages: Stages
    validation: Validation | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the stages have to say, in their order, and then validation."""
        return self.report.findings

    def validated(self, check: Callable[[Path], Validation] | None = None) -> Conversion:
        """The same with the findings of Arelle, which then also stand in `report.json`.

        Args:
            check: validates one instance; None: a session of Arelle's own, in a process of its own.

        Raises:
            TaxonomyError: the cache of taxonomies cannot be written.
        """
        from converter.rendering import xbrl

        with tempfile.TemporaryDirectory(prefix="retroxbrl-") as scratch:
            paths = write_folder(Path(scratch) / "files", xbrl(self.report))
            validation = (check or _validate)(paths[0])
        findings = [message.finding(self.report) for message in validation.messages]
        making = replace(self.report.making, validated=True)
        report = refuted(replace(self.report, findings=(*self.findings, *findings), making=making))
        return replace(self, report=report, validation=validation)

    def files(self, formats: Sequence[str] = ()) -> dict[str, bytes]:
        """The XBRL files, `report.json` and further formats, by file name.

        Args:
            formats: names of exports; `all` for every one but `viewer`.

        Raises:
            UsageError: there is no such format, or what it needs is not installed.
        """
        from converter.exports import export
        from converter.rendering import render

        return render(self.report, export(self.report, formats))

    def write(self, folder: str | Path, *, formats: Sequence[str] = (), force: bool = False) -> list[Path]:
        """Write `files` into a folder, which appears whole or not at all.

        Args:
            folder: must not exist, or hold nothing, unless `force`.
            force: replace a folder that holds nothing but an earlier conversion of the same document.

        Raises:
            OccupiedError: the folder exists, and may not be replaced.
            StorageError: the folder cannot be written.
            UsageError: there is no such format.
        """
        return write_folder(Path(folder), self.files(formats), force=force)

    def to_pandas(self) -> pd.DataFrame:
        """The facts as one DataFrame, a row each; columns as `converter.exports.frames.facts` says.

        Raises:
            UsageError: pandas is not installed.
        """
        from converter.exports import frames

        return frames.facts(self.report)

    def tables(self) -> dict[str, pd.DataFrame]:
        """The statements as printed, a DataFrame each, by kind: `tables()["BS"]`; a second one of a kind is `BS-2`.

        Raises:
            UsageError: pandas is not installed.
        """
        from converter.exports import frames

        return frames.statements(self.report)

    @property
    def verdict(self) -> str:
        """What Arelle said: `valid`, ...; `not validated` before `validated`."""
        return str(self.validation.verdict) if self.validation else "not validated"

    def __repr__(self) -> str:
        report = self.report
        about = (repr(report.document.name), repr(report.entity.name), *report.outline, self.verdict)
        return f"<Conversion: {', '.join(about)}>"

    def _repr_html_(self) -> str:
        from converter.exports.sheet import notebook_tables

        report = self.report
        about = f"{report.document.name}, {report.taxonomy}", ", ".join((*report.outline, self.verdict))
        return notebook.card(report.entity.name, about, notebook_tables(report))


def _validate(instance: Path) -> Validation:
    from converter.validation import validate

    (validation,) = validate([instance])
    return validation
