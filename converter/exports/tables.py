"""The tables for analysts: what is in a Report, row by row, with the provenance of each fact (docs/exports.md).

Every table begins with `document`, the SHA-256 of the source, so that the tables of many documents can be put together.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from converter.exports.lookup import Lookup
from converter.exports.plain import plain
from converter.report import Fact, Report, TextBlock
from converter.span import Span

_MONEY = pa.decimal128(38, 10)
"""Ten places are enough for any par value and leave 28 digits before the point."""

_TEXT, _INT, _DAY, _BOOL = pa.string(), pa.int64(), pa.date32(), pa.bool_()

SCHEMAS: Mapping[str, pa.Schema] = {
    "documents": pa.schema([
        ("document", _TEXT), ("name", _TEXT), ("company", _TEXT), ("cik", _TEXT), ("sic", _INT), ("form", _TEXT),
        ("accession", _TEXT), ("filed", _DAY), ("period_end", _DAY), ("fiscal_year", _INT), ("fiscal_period", _TEXT),
        ("taxonomy", _TEXT), ("encoding", _TEXT),
    ]),
    "statements": pa.schema([
        ("document", _TEXT), ("statement", _INT), ("kind", _TEXT), ("title", _TEXT), ("role", _TEXT), ("scale", _INT),
        ("totals_footed", _INT), ("totals", _INT), ("line", _INT),
    ]),
    "rows": pa.schema([
        ("document", _TEXT), ("statement", _INT), ("row", _INT), ("concept", _TEXT), ("label", _TEXT),
        ("label_role", _TEXT), ("depth", _INT), ("abstract", _BOOL), ("parenthetical", _BOOL), ("foots", _BOOL),
        ("line", _INT),
        ("rule", _TEXT), ("confidence", pa.float64()),
    ]),
    "facts": pa.schema([
        ("document", _TEXT), ("fact", _TEXT), ("taxonomy", _TEXT), ("concept", _TEXT), ("label", _TEXT),
        ("start", _DAY), ("end", _DAY), ("members", _TEXT), ("value", _MONEY), ("text", _TEXT), ("unit", _TEXT),
        ("decimals", _INT), ("rule", _TEXT), ("confidence", pa.float64()),
        ("proofs", _INT), ("proved_by", _TEXT), ("refuted", _TEXT),
    ]),
    "members": pa.schema([
        ("document", _TEXT), ("fact", _TEXT), ("axis", _TEXT), ("member", _TEXT), ("label", _TEXT),
    ]),
    "sources": pa.schema([
        ("document", _TEXT), ("fact", _TEXT), ("printed", _TEXT), ("line", _INT), ("column", _INT),
        ("span_start", _INT), ("span_end", _INT), ("statement", _INT), ("row", _INT), ("printed_column", _INT),
    ]),
    "sums": pa.schema([
        ("document", _TEXT), ("statement", _INT), ("total", _TEXT), ("part", _TEXT), ("weight", _INT),
    ]),
    "notes": pa.schema([
        ("document", _TEXT), ("fact", _TEXT), ("number", _TEXT), ("title", _TEXT), ("policy", _BOOL),
        ("taxonomy", _TEXT), ("concept", _TEXT), ("start", _DAY), ("end", _DAY), ("text", _TEXT),
        ("first_line", _INT), ("last_line", _INT),
    ]),
    "findings": pa.schema([
        ("document", _TEXT), ("severity", _TEXT), ("code", _TEXT), ("message", _TEXT), ("fact", _TEXT), ("line", _INT),
    ]),
}  # fmt: skip
"""Columns of each table."""


def tables(report: Report) -> dict[str, pa.Table]:
    """The tables of one Report by name."""
    look = Lookup(report)
    rows = {
        "documents": [_document(look)],
        "statements": _statements(look),
        "rows": _rows(look),
        "facts": (_fact(fact, look) for fact in report.facts),
        "members": _members(look),
        "sources": _sources(look),
        "sums": _sums(report),
        "notes": (_note(block, look) for block in report.text_blocks),
        "findings": _findings(look),
    }
    return {name: _table(name, values, report.document.sha256) for name, values in rows.items()}


def parquet(table: pa.Table) -> bytes:
    """A table as a Parquet file; the same table gives the same bytes."""
    buffer = io.BytesIO()
    pq.write_table(table, buffer, compression="zstd")
    return buffer.getvalue()


def _table(name: str, rows: Iterable[Mapping[str, Any]], document: str) -> pa.Table:
    return pa.Table.from_pylist([{"document": document, **row} for row in rows], schema=SCHEMAS[name])


def _document(look: Lookup) -> dict[str, Any]:
    report, header = look.report, look.report.document.header
    year = look.cover.get("DocumentFiscalYearFocus")
    return {
        "name": report.document.name,
        "company": report.entity.name,
        "cik": report.entity.identifier if report.entity.identifier.isdigit() else None,
        "sic": header.sic,
        "form": look.form,
        "accession": header.accession,
        "filed": header.filed,
        "period_end": report.period_end,
        "fiscal_year": int(year) if year else None,
        "fiscal_period": look.cover.get("DocumentFiscalPeriodFocus"),
        "taxonomy": report.taxonomy,
        "encoding": report.document.encoding,
    }


def _statements(look: Lookup) -> Iterator[dict[str, Any]]:
    for number, statement in enumerate(look.report.statements):
        yield {
            "statement": number,
            "kind": statement.kind.value,
            "title": statement.title,
            "role": statement.role,
            "scale": statement.scale,
            "totals_footed": statement.footed[0],
            "totals": statement.footed[1],
            "line": _line(statement.span, look),
        }


def _rows(look: Lookup) -> Iterator[dict[str, Any]]:
    for number, statement in enumerate(look.report.statements):
        for place, row in enumerate(statement.rows):
            yield {
                "statement": number,
                "row": place,
                "concept": str(row.concept),
                "label": row.label,
                "label_role": row.label_role,
                "depth": row.depth,
                "abstract": row.abstract,
                "parenthetical": row.parenthetical,
                "foots": row.foots,
                "line": _line(row.span, look),
                "rule": row.decision.rule if row.decision else None,
                "confidence": row.decision.confidence if row.decision else None,
            }


def _fact(fact: Fact, look: Lookup) -> dict[str, Any]:
    scope = look.report.scope_of(fact)
    numeric = isinstance(fact.value, Decimal)
    return {
        "fact": fact.id,
        "taxonomy": fact.concept.prefix,
        "concept": fact.concept.local,
        "label": look.labels.get(fact.concept),
        "start": scope.period.start,
        "end": scope.period.end,
        "members": ";".join(f"{each.axis}={each.member}" for each in scope.members) or None,
        "value": fact.value if numeric else None,
        "text": None if numeric else fact.value,
        "unit": fact.unit,
        "decimals": fact.decimals,
        "rule": fact.decision.rule if fact.decision else None,
        "confidence": fact.decision.confidence if fact.decision else None,
        "proofs": len(fact.proofs) if fact.decision else None,
        "proved_by": ";".join(relation.name.lower() for relation in fact.proofs) or None,
        "refuted": ";".join(fact.refuted) or None,
    }


def _members(look: Lookup) -> Iterator[dict[str, Any]]:
    for fact in look.report.facts:
        for each in look.report.scope_of(fact).members:
            yield {
                "fact": fact.id,
                "axis": str(each.axis),
                "member": str(each.member),
                "label": look.member_label(each),
            }


def _sources(look: Lookup) -> Iterator[dict[str, Any]]:
    for fact in look.report.facts:
        for source in fact.sources:
            line, column = look.report.document.position(source.span.start)
            yield {
                "fact": fact.id,
                "printed": source.printed,
                "line": line,
                "column": column,
                "span_start": source.span.start,
                "span_end": source.span.end,
                "statement": source.statement,
                "row": source.row,
                "printed_column": source.column,
            }


def _sums(report: Report) -> Iterator[dict[str, Any]]:
    for number, statement in enumerate(report.statements):
        for one in statement.sums:
            for part, weight in one.parts:
                yield {"statement": number, "total": str(one.total), "part": str(part), "weight": weight}


def _note(block: TextBlock, look: Lookup) -> dict[str, Any]:
    period = look.report.period_of(block.fact)
    return {
        "fact": block.fact.id,
        "number": block.number or None,
        "title": block.title,
        "policy": block.policy,
        "taxonomy": block.fact.concept.prefix,
        "concept": block.fact.concept.local,
        "start": period.start,
        "end": period.end,
        "text": plain(str(block.fact.value)),
        "first_line": _line(block.span, look),
        "last_line": look.report.document.position(max(block.span.start, block.span.end - 1))[0],
    }


def _findings(look: Lookup) -> Iterator[dict[str, Any]]:
    for finding in look.report.findings:
        yield {
            "severity": finding.severity.value,
            "code": finding.code,
            "message": finding.message,
            "fact": finding.fact,
            "line": _line(finding.span, look) if finding.span else None,
        }


def _line(span: Span, look: Lookup) -> int:
    return look.report.document.position(span.start)[0]
