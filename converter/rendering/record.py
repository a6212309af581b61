"""`report.json`: the whole Report as data, for people and programs that ask where a fact comes from.

Lines and columns count from 1, spans are characters of the decoded source from 0 (end excluded). Numbers are strings,
as JSON readers would make floats of them. `report.schema.json` beside this module describes all of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from converter.findings import Finding
from converter.rendering.owned import RECORD, listing
from converter.rendering.view import value
from converter.report import (
    Context,
    Extension,
    Fact,
    Making,
    PresentedRow,
    PresentedStatement,
    Report,
    Source,
    Table,
    TextBlock,
)
from converter.sources.document import Document
from converter.span import Span
from converter.terms import Decision, Period
from converter.terms.completeness import Completeness

VERSION = 3
"""Of this file's shape; it grows when a reader of the old one would misread the new one."""
SCHEMA = Path(__file__).with_name("report.schema.json")
"""The file that describes it to programs."""


def record(report: Report, files: Mapping[str, bytes]) -> bytes:
    """The file's content, UTF-8: a line for each fact, row and finding, so that two records compare line by line.

    Args:
        files: all others of the folder by name.
    """
    content = _content(as_data(report))
    listed = _content({"files": listing(RECORD, json.loads(content), files)})
    return content.removesuffix(b"\n}\n") + b"," + listed.removeprefix(b"{")


def _content(data: dict[str, Any]) -> bytes:
    return ("".join(_lines(data, "\n")) + "\n").encode("utf-8", "replace")


def _lines(data: dict[str, Any] | list[Any], end: str) -> Iterator[str]:
    """JSON with the members on lines of their own; so are those of lists in it, and of statements, which have rows."""
    names = (
        [f"{json.dumps(name, ensure_ascii=False)}: " for name in data] if isinstance(data, dict) else [""] * len(data)
    )
    yield "{" if isinstance(data, dict) else "["
    for number, (name, member) in enumerate(zip(names, data.values() if isinstance(data, dict) else data, strict=True)):
        yield f"{',' if number else ''}{end} {name}"
        if (isinstance(member, list) and member) or (isinstance(member, dict) and "rows" in member):
            yield from _lines(member, f"{end} ")
        else:
            yield json.dumps(member, ensure_ascii=False)
    yield f"{end}{'}' if isinstance(data, dict) else ']'}"


def as_data(report: Report) -> dict[str, Any]:
    """The Report as plain data."""
    document = report.document
    header = document.header
    return {
        "version": VERSION,
        "document": {
            "name": document.name,
            "sha256": document.sha256,
            "encoding": document.encoding,
            "form": header.form,
            "accession": header.accession,
            "filed": header.filed.isoformat() if header.filed else None,
            "sic": header.sic,
        },
        **_making(report.making),
        "entity": {
            "name": report.entity.name,
            "scheme": report.entity.scheme,
            "identifier": report.entity.identifier,
        },
        "taxonomy": report.taxonomy,
        "prefix": report.prefix,
        "namespace": report.namespace,
        "period_end": report.period_end.isoformat(),
        "contexts": {context.id: _context(context) for context in report.contexts},
        "facts": [_fact(fact, document) for fact in report.facts],
        "extensions": [_extension(extension) for extension in report.extensions],
        "statements": [_statement(statement, document) for statement in report.statements],
        **({"notes": [_note(block, document) for block in report.text_blocks]} if report.disclosures else {}),
        "completeness": _completeness(report.completeness),
        "findings": findings(report.findings, document),
    }


def _making(making: Making) -> dict[str, Any]:
    """What it takes to make the same again: no clock, no path."""
    options = asdict(making.options)
    del options["maps"]
    return {
        "program": {"name": "retroxbrl", "version": making.version},
        "options": options,
        "maps": [{"name": name, "sha256": digest} for name, digest in making.maps],
        "validated": making.validated,
    }


def _completeness(found: Completeness) -> dict[str, Any]:
    return {
        "expected": [kind.value for kind in found.expected],
        "missing": [kind.value for kind in found.missing],
        "identities": [{"name": one.name, "holds": one.holds, "asked": one.asked} for one in found.identities],
    }


def findings(found: Iterable[Finding], document: Document) -> list[dict[str, Any]]:
    """Findings as plain data."""
    return [
        {
            "severity": finding.severity.value,
            "code": finding.code,
            "message": finding.message,
            "fact": finding.fact,
            **(_place(finding.span, document) if finding.span else {}),
        }
        for finding in found
    ]


def _context(context: Context) -> dict[str, Any]:
    members = {str(each.axis): str(each.member) for each in context.members}
    return _period(context.period) | ({"members": members} if members else {})


def _period(period: Period) -> dict[str, str | None]:
    return {"start": period.start.isoformat() if period.start else None, "end": period.end.isoformat()}


def _place(span: Span, document: Document) -> dict[str, Any]:
    line, column = document.position(span.start)
    return {"line": line, "column": column, "span": [span.start, span.end]}


def _fact(fact: Fact, document: Document) -> dict[str, Any]:
    return {
        "id": fact.id,
        "concept": str(fact.concept),
        "context": fact.context,
        "value": value(fact),
        "unit": fact.unit,
        "decimals": fact.decimals,
        **_decision(fact.decision),
        **_proved(fact),
        "sources": [_source(source, document) for source in fact.sources],
    }


def _proved(fact: Fact) -> dict[str, Any]:
    """What vouches for a fact of a statement, and which findings speak against it."""
    if fact.decision is None:
        return {}
    against = {"refuted": list(fact.refuted)} if fact.refuted else {}
    return {"proofs": [relation.name.lower() for relation in fact.proofs], **against}


def _source(source: Source, document: Document) -> dict[str, Any]:
    return {
        "printed": source.printed,
        **_place(source.span, document),
        "statement": source.statement,
        "row": source.row,
        "printed_column": source.column,
    }


def _decision(decision: Decision | None) -> dict[str, Any]:
    if decision is None:
        return {}
    return {
        "rule": decision.rule,
        "confidence": round(decision.confidence, 4),
        "alternatives": [{"concept": concept, "score": round(score, 4)} for concept, score in decision.alternatives],
        **({"confirmed": decision.confirmed} if decision.confirmed else {}),
        **({"approved": decision.approved} if decision.approved else {}),
    }


def _steps(decision: Decision | None) -> dict[str, Any]:
    """How the row came to its concept; its facts have the same decision and need not repeat it."""
    if decision is None or not decision.steps:
        return {}
    return {
        "steps": [
            {"stage": step.stage, "concept": step.concept, "sign": step.sign, "reason": step.reason}
            for step in decision.steps
        ]
    }


def _extension(extension: Extension) -> dict[str, Any]:
    return {
        "concept": str(extension.name),
        "type": extension.type,
        "period_type": extension.period_type,
        "balance": extension.balance,
        "abstract": extension.abstract,
        "label": extension.label,
        "anchor": f"us-gaap:{extension.anchor}" if extension.anchor else None,
    }


def _statement(statement: PresentedStatement, document: Document) -> dict[str, Any]:
    return {
        "kind": statement.kind.value,
        "title": statement.title,
        "role": statement.role,
        "definition": statement.definition,
        "root": str(statement.root),
        "scale": statement.scale,
        "periods": [_period(period) for period in statement.periods],
        "footed": list(statement.footed),
        **({"table": _table(statement.table)} if statement.table else {}),
        **_place(statement.span, document),
        "rows": [_row(row, document) for row in statement.rows],
        "sums": [
            {"total": str(one.total), "parts": [{"concept": str(name), "weight": weight} for name, weight in one.parts]}
            for one in statement.sums
        ],
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "table": str(table.name),
        "line_items": str(table.line_items),
        "axes": [
            {"axis": str(axis.name), "domain": str(axis.domain), "members": [str(member) for member in axis.members]}
            for axis in table.axes
        ],
    }


def _note(block: TextBlock, document: Document) -> dict[str, Any]:
    """A text block without its text, which the instance has."""
    return {
        "fact": block.fact.id,
        "concept": str(block.fact.concept),
        "context": block.fact.context,
        "number": block.number,
        "title": block.title,
        "policy": block.policy,
        **_place(block.span, document),
    }


def _row(row: PresentedRow, document: Document) -> dict[str, Any]:
    return {
        "concept": str(row.concept),
        "label": row.label,
        "label_role": row.label_role,
        "depth": row.depth,
        "abstract": row.abstract,
        "parenthetical": row.parenthetical,
        **({} if row.foots is None else {"foots": row.foots}),
        **_place(row.span, document),
        **_decision(row.decision),
        **_steps(row.decision),
    }
