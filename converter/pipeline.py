"""The one place that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from converter import __version__
from converter.assembly import assemble
from converter.assembly.fiscal import month_day
from converter.assembly.forms import known_form
from converter.conversion import Conversion, Stages
from converter.errors import NoStatementError, UsageError
from converter.findings import Finding
from converter.knowledge import Knowledge, load_knowledge
from converter.mapping.candidates import in_release
from converter.mapping.components import with_members
from converter.mapping.decide import decide, decided
from converter.mapping.decide import read as read_candidates
from converter.mapping.earlier import DIGEST, Earlier, changes, of_company, read_earlier
from converter.mapping.maps import load_maps
from converter.mapping.shadows import shadows
from converter.mapping.unfit_lines import unfit_lines
from converter.notes import find_notes
from converter.options import BY_AGE, Options, without_age
from converter.proof import prove, refuted
from converter.reading import NOTHING_TOLD, Reading, applied, finding_of, load_reading
from converter.rendering.owned import RECORD
from converter.rendering.record import record
from converter.report import Making
from converter.schedules import as_statements, compare, read_schedules, vouched
from converter.sources import read
from converter.sources.loading import load
from converter.statements import read_statements
from converter.statements.completeness import completeness, said_anew
from converter.statements.forms import expected_kinds, wants_notes
from converter.statements.release import ends, serving
from converter.tables import find_tables
from converter.taxonomy import Index, load_index
from converter.trials import Made, Remake, places, tried_again

if TYPE_CHECKING:
    from converter.mapping.decide import Barred, Ranked
    from converter.mapping.maps import Maps
    from converter.notes import Note
    from converter.report import Report
    from converter.sources.document import Document
    from converter.statements.statement import Statement
    from converter.tables.table import Table
    from converter.terms import Decision


def run(data: bytes, name: str, options: Options, earlier: Sequence[Earlier] = ()) -> Stages:
    """All stages up to the decisions; a document without statements gives empty ones.

    Args:
        earlier: filings that may be of the same company; the others are left aside.

    Raises:
        InputError: the data cannot be read.
        MapError: a mapping file is broken.
        TaxonomyError: the taxonomy release is unknown.
        UsageError: an option cannot be what it should.
    """
    findings: list[Finding] = []
    options = checked(options)
    index = load_index(without_age(options.taxonomy))
    received = read(data, _shown(name), findings)
    knowledge = load_knowledge(index.release, options.maps)
    schedules = read_schedules(received, knowledge.schedule_items, findings)
    document = _chosen(received, options.document)
    tables: list[Table] = []
    digests = knowledge.digests
    known: tuple[Earlier, ...] = ()
    reading = NOTHING_TOLD
    if options.from_fds:
        index = _release(options, (schedule.end for schedule in schedules), received)
        statements, decisions = as_statements(received, schedules, index, findings)
    else:
        tables = find_tables(document, findings)
        statements = read_statements(document, tables, options, findings)
        reading = load_reading(options.maps, Path(document.name).stem)
        statements = _told(statements, reading, document, options, findings)
        index = _release(options, ends(statements), received)
        maps = layers(document, options, index.release)
        statements = with_members(statements, maps.knowledge.headings, index)
        findings.extend(shadows(statements, maps))
        findings.extend(unfit_lines(statements, maps, index))
        known = tuple(one.for_release(index.release) for one in of_company(earlier, document, options, findings))
        decisions = decide(statements, maps, index, known)
        for statement, rows in zip(statements, decisions, strict=True):
            findings.extend(changes(statement, rows, known, lambda concept: in_release(concept, maps, index)))
        digests = (
            *maps.digests,
            *knowledge.digests,
            *reading.digests,
            *((f"{DIGEST}{each.filing}", each.sha256) for each in known),
        )
    notes: tuple[Note, ...] = ()
    if statements and wants_notes(document, options):
        notes = find_notes(document, [statement.span for statement in statements], knowledge.notes, findings)
    return Stages(
        document=document,
        schedules=tuple(schedules),
        tables=tuple(tables),
        statements=tuple(statements),
        decisions=tuple(tuple(rows) for rows in decisions),
        findings=tuple(findings),
        knowledge=knowledge,
        maps=digests,
        earlier=known,
        notes=notes,
        reading=reading,
        taxonomy=index.release,
    )


def _release(options: Options, ends: Iterable[date], received: Document) -> Index:
    """The taxonomy release that was asked for, or the one that serves the document."""
    return load_index(serving(ends, received.header) if options.taxonomy == BY_AGE else options.taxonomy)


def earlier_filing(source: str | Path | bytes | Report) -> Earlier:
    """An earlier filing, for `convert`: its Report, its output folder or `report.json`, or the bytes of that.

    Raises:
        InputError: it is none of these.
    """
    if isinstance(source, bytes):
        return read_earlier(source, "What is given as earlier")
    if isinstance(source, (str, Path)):
        path = Path(source)
        return read_earlier(load(path / RECORD if path.is_dir() else path), str(source))
    return read_earlier(record(source, {}), source.document.name)


def _told(
    statements: list[Statement], reading: Reading, document: Document, options: Options, findings: list[Finding]
) -> list[Statement]:
    """The statements as a person says they are to be read, with findings of what they say."""
    told = list(applied(statements, reading, document))
    findings.extend(finding_of(statements, reading, document))
    if told != statements:
        findings[:] = _anew(findings, told, document, options)
    return told


def layers(document: Document, options: Options, taxonomy: str, sic: int | None = None) -> Maps:
    """The maps that hold for a document in a release: built-in, of its industry, the user's, of its company, of itself.

    Raises:
        MapError: a mapping file is broken.
    """
    header = document.header
    name = Path(document.name).stem
    maps = load_maps(taxonomy, options.maps, sic or header.sic, options.cik or header.cik, name)
    return maps.in_document(document.position)


def checked(options: Options) -> Options:
    """The options with the fiscal year's end as `MM-DD` and the document type in capitals; the others are checked where
    they are used.

    Raises:
        UsageError: one of the two cannot be.
    """
    if options.fiscal_year_end is not None:
        month, day = month_day(options.fiscal_year_end)
        options = replace(options, fiscal_year_end=f"{month:02}-{day:02}")
    if options.document_type is not None:
        options = replace(options, document_type=known_form(options.document_type))
    return options


def _shown(name: str) -> str:
    """A file's name as every output can hold it: it may have bytes that are no UTF-8, and control characters."""
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in name)


def _chosen(document: Document, choice: str | None) -> Document:
    """The document with the chosen parts alone: that of a number, or those of a type (`EX-99` takes `EX-99.1`, too)."""
    if choice is None:
        return document
    wanted = choice.upper()
    parts = tuple(
        part
        for number, part in enumerate(document.parts, 1)
        if wanted == str(number) or part.type.upper() == wanted or part.type.upper().startswith(f"{wanted}.")
    )
    if not parts:
        there = ", ".join(f"{number} {part.type}".strip() for number, part in enumerate(document.parts, 1))
        raise UsageError(f"{document.name} has no document {choice!r}.", f"It has: {there}.")
    return replace(document, parts=parts)


def convert(
    source: str | Path | bytes,
    options: Options | None = None,
    *,
    name: str = "document",
    earlier: Sequence[str | Path | bytes | Report] = (),
) -> Conversion:
    """Turn a release or filing into a Report.

    Args:
        source: a path, or the document's bytes.
        options: what the document does not tell, or tells wrongly.
        name: for bytes, what findings and files call the document.
        earlier: filings of the company that were converted before (`earlier_filing`); lines that stand in them keep
            their concepts unless much speaks against it, and findings say where they did not.

    Raises:
        InputError: the input cannot be read.
        NoStatementError: it holds no financial statement.
        MapError: a mapping file is broken.
        TaxonomyError: the taxonomy release is unknown.
    """
    options = checked(options or Options())
    data, name = (source, name) if isinstance(source, bytes) else (load(source), Path(source).name)
    stages = run(data, name, options, [*map(earlier_filing, earlier)])
    if not stages.statements:
        raise _nothing_found(name, options, stages)
    return _assembled(stages, options)


def inspected(data: bytes, name: str, options: Options, earlier: Sequence[str | Path | bytes | Report] = ()) -> Stages:
    """All stages as `convert` goes through them, the decisions as they stand in its Report; without statements, too.

    Raises:
        as `run`.
    """
    stages = run(data, name, options, [*map(earlier_filing, earlier)])
    try:
        done = _assembled(stages, options)
    except NoStatementError:
        return stages
    return replace(done.stages, findings=done.findings)


def _assembled(stages: Stages, options: Options) -> Conversion:
    made = _made(stages, options, stages.statements, stages.decisions)
    if not options.from_fds:
        made = tried_again(made, _remaking(stages, options))
    making = Making(__version__, replace(options, maps=None), stages.maps)
    decided_rows = tuple(tuple(rows) for rows in made.decisions)
    final = replace(stages, statements=made.statements, decisions=decided_rows)
    report = made.report
    if report.disclosures:
        from converter.exports.ixbrl.content import with_content

        report = with_content(report)
    return Conversion(replace(report, making=making), final)


def _remaking(stages: Stages, options: Options) -> Remake:
    """How other statements, or concepts that rows cannot be, come to a Report."""
    index = load_index(stages.taxonomy)

    @cache
    def ranked(statements: tuple[Statement, ...]) -> list[Ranked]:
        return read_candidates(
            statements, layers(stages.document, options, stages.taxonomy), index, earlier=stages.earlier
        )

    def remake(statements: tuple[Statement, ...], barred: Barred) -> Made:
        statements = applied(statements, stages.reading, stages.document)  # no trial overrules a person
        decisions = decided(ranked(statements), stages.knowledge, index, barred)
        findings = tuple(_anew(stages.findings, statements, stages.document, options))
        return _made(replace(stages, findings=findings), options, statements, decisions, barred)

    return remake


def _anew(
    findings: Iterable[Finding], statements: Sequence[Statement], document: Document, options: Options
) -> list[Finding]:
    """The findings, those of what is complete as they are of statements that were read another way."""
    return said_anew(findings, completeness(expected_kinds(document, options), statements), statements)


def _made(
    stages: Stages,
    options: Options,
    statements: tuple[Statement, ...],
    decisions: Sequence[Sequence[Decision | None]],
    barred: Barred = MappingProxyType({}),
) -> Made:
    """The Report of statements, proved and checked."""
    index, findings = load_index(stages.taxonomy), list(stages.findings)
    report, final = assemble(stages.document, statements, decisions, options, index, findings, stages.notes)
    rows = places(report, final)
    scheduled: set[str] = set()
    if not options.from_fds:
        report = replace(report, findings=(*report.findings, *compare(stages.schedules, report)))
        scheduled = vouched(stages.schedules, report)
    report = _checked(prove(report, stages.knowledge, scheduled), stages.knowledge)
    return Made(report, statements, final, barred, rows)


def _checked(report: Report, knowledge: Knowledge) -> Report:
    """The report with what our own checks say of it, which is asked of every one: what it contradicts is never sure."""
    from converter.validation.checks import check

    return refuted(replace(report, findings=(*report.findings, *check(report, knowledge))))


def _nothing_found(name: str, options: Options, stages: Stages) -> NoStatementError:
    if options.from_fds:
        return NoStatementError(f"{name} holds no financial data schedule (EX-27).", "Convert it without `from_fds`.")
    like = sum(finding.code == "statements.left-out" for finding in stages.findings)
    if like:
        return NoStatementError(
            f"{name} holds no GAAP statement of the registrant; {like} like one were left out (pro forma, parts).",
            "`retroxbrl inspect` shows each with the reason.",
        )
    return NoStatementError(
        f"{name} holds no financial statement.",
        "`retroxbrl inspect` shows which tables were found; a statement needs captions and dated columns of values.",
    )
