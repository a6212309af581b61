"""Readers of XBRL on PyPI that have nothing in common with Arelle: edgartools and ixbrlparse."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator, Set
from pathlib import Path
from typing import Any

from converter.report import Source
from converter.terms import Name
from tests.conformance.made import Made, Skipped, differences, squeezed, words_in


def edgartools(made: Made) -> Iterator[str]:
    """`XBRL.from_directory`: the facts, and each statement rendered with the values of its rows."""
    try:
        from edgar.xbrl import XBRL
    except ImportError as error:
        raise Skipped("edgartools is not installed") from error
    with tempfile.TemporaryDirectory() as scratch:  # the folder of a filing holds no other XML
        for path in (*made.folder.glob("*.xml"), *made.folder.glob("*.xsd")):
            shutil.copy(path, scratch)
        xbrl = XBRL.from_directory(Path(scratch))
    yield from _same_facts(made, xbrl)
    for statement in made.report.statements:
        if not str(xbrl.render_statement(statement.role)).strip():
            yield f"{statement.title} is rendered as nothing"
        apart = {row.concept for row in statement.apart}
        yield from _same_rows(made, statement, apart, xbrl.get_statement(statement.role))
        if statement.parenthetical is not None and apart:
            inside = {row.concept for row in statement.rows} - apart
            yield from _same_rows(made, statement, inside, xbrl.get_statement(statement.parenthetical.role))


def _same_facts(made: Made, xbrl: Any) -> Iterator[str]:
    found = set()
    for row in xbrl.facts.to_dataframe().to_dict("records"):
        instant = row["period_type"] == "instant"
        start, end = (None, row["period_instant"]) if instant else (row["period_start"], row["period_end"])
        value = row["value"] if row["unit_ref"] in (None, "") or row["unit_ref"] != row["unit_ref"] else None
        number = float(row["numeric_value"]) if value is None else None
        value = squeezed(value) if row["concept"] in made.blocks else value
        found.add((row["concept"], start, str(end), value, number, _members_of_row(row)))
    wanted = set()
    for concept, start, end, unit, value, _, members in made.facts:
        said = squeezed(value) if concept in made.blocks else value
        wanted.add((concept, start, end, None if unit else said, float(value) if unit else None, members))
    yield from differences(wanted, found)


def _members_of_row(row: dict[str, Any]) -> str:
    """The members in a row's columns by axis, `dim_us-gaap_StatementClassOfStockAxis`."""
    axes = (column for column in row if column.startswith("dim_") and isinstance(row[column], str))
    return ";".join(sorted(f"{axis.removeprefix('dim_').replace('_', ':', 1)}={row[axis]}" for axis in axes))


def _same_rows(made: Made, statement: Any, elsewhere: Set[Name], rows: list[dict[str, Any]]) -> Iterator[str]:
    """Each row that states facts, with all values of its concept; which headings to show is the reader's own matter.

    Args:
        elsewhere: the concepts of rows that another link of the statement shows.
    """
    shown = {row["concept"].replace("_", ":", 1) for row in rows}
    presented = {str(row.concept) for row in statement.rows if not row.abstract and row.concept not in elsewhere}
    if not presented <= shown:
        yield f"{statement.title} does not show {sorted(presented - shown)[:3]}"
    numbers: dict[tuple[str, str, str], float] = {}
    for concept, start, end, unit, value, _, members in made.facts:
        if unit:
            numbers[concept, f"duration_{start}_{end}" if start else f"instant_{end}", members] = float(value)
    read = set()
    for row in rows:
        members = ";".join(
            sorted(
                f"{one['dimension']}={one['member'].replace('_', ':', 1)}"
                for one in row.get("dimension_metadata") or ()
            )
        )
        for period, value in row["values"].items():
            read.add(members)
            known = numbers.get((row["concept"].replace("_", ":", 1), period, members))
            if known is not None and float(value) != known:
                yield f"{statement.title}: {row['concept']} of {members} is {value} in {period}, not {known}"
    if statement.table is not None and not any(read):
        yield f"{statement.title} shows no member"


def ixbrlparse(made: Made) -> Iterator[str]:
    """The facts of the inline document; of text blocks this reader tells the words alone."""
    yield from _by_ixbrlparse(made, ".htm", lambda element: f"{element.schema}:{element.name}", str, words_in)


def ixbrlparse_of_instance(made: Made) -> Iterator[str]:
    """The facts of the instance; of its names this reader tells the local part alone."""
    yield from _by_ixbrlparse(made, ".xml", lambda element: element.name, lambda name: name.partition(":")[2], squeezed)


def _by_ixbrlparse(
    made: Made,
    ending: str,
    name: Callable[[Any], str],
    wanted_name: Callable[[str], str],
    of_block: Callable[[str], str],
) -> Iterator[str]:
    try:
        from ixbrlparse import IXBRL
    except ImportError as error:
        raise Skipped("ixbrlparse is not installed") from error
    with warnings.catch_warnings(), made.file(ending).open(encoding="utf-8") as page:
        warnings.simplefilter("ignore")  # it reads XHTML as HTML and says so
        document = IXBRL(page)
    if document.errors:
        yield f"{len(document.errors)} errors: {document.errors[0]}"
    found = set()
    for element in document.numeric:
        context = element.context
        found.add((name(element), *_period(context), None, _near(element.value), _members(context)))
    # It reads no dates of the registry's fourth release, and makes truths of boxes.
    of_inline = made.report.facts if ending == ".htm" else ()
    ruled = {str(fact.concept) for fact in of_inline if any(map(_is_ruled, fact.sources))}
    unread = {wanted_name(concept) for concept in ruled}
    blocks = {wanted_name(concept) for concept in made.blocks}
    for element in document.nonnumeric:
        context = element.context
        value = squeezed(element.value) if name(element) in blocks else element.value
        value = None if name(element) in unread else value
        found.add((name(element), *_period(context), value, None, _members(context)))
    wanted = set()
    for concept, start, end, unit, value, _, members in made.facts:
        said = None if unit or concept in ruled else of_block(value) if concept in made.blocks else value
        wanted.add((wanted_name(concept), start, end, said, _near(value) if unit else None, members))
    yield from differences(wanted, found)


def _is_ruled(source: Source) -> bool:
    return source.transformation is not None and bool(source.transformation.rule)


def _near(value: Any) -> float:
    """A number as far as a reader that scales floats has it right."""
    return float(f"{float(value):.12g}")


def _period(context: Any) -> tuple[str | None, str]:
    if context.instant:
        return None, context.instant.isoformat()
    return context.startdate.isoformat(), context.enddate.isoformat()


def _members(context: Any) -> str:
    return ";".join(sorted(f"{one['dimension']}={one['value']}" for one in context.segments))
