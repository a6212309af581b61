"""Which tables are the registrant's primary statements: parted, joined over pages, and the best of each kind
and period.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from converter.findings import Finding
from converter.span import Span
from converter.statements.calendar import Calendar
from converter.statements.candidate import Selected
from converter.statements.classify import Captions, Verdict, title_kinds, votes
from converter.statements.columns import read_columns
from converter.statements.lesser import Lesser
from converter.statements.likeness import judge
from converter.statements.pages import join_pages
from converter.statements.part_names import ENTITIES, of_part
from converter.statements.sections import company_of, heading_of
from converter.statements.selected import section_over, sections
from converter.statements.sets import coherent_set
from converter.statements.statement import Basis, Column, Component
from converter.statements.titles import title_text
from converter.tables.table import Table
from converter.terms import Kind

_MIN_VOTES = 2
PARENT = Component(ENTITIES, None, "Parent Company")
"""What statements are of that a heading calls the parent company's, or the registrant's, alone."""


Judge = Callable[[Table, Captions], Verdict | None]
"""What says which statement a table with these captions is."""


def select(
    tables: list[Table], calendar: Calendar, registrant: str | None, findings: list[Finding], judge: Judge = judge
) -> list[Selected]:
    """The primary statements among `tables`, in reading order.

    Args:
        registrant: its name in the header, if there is one.
    """
    candidates: list[Selected] = []
    for table, captions in join_pages([stretch for whole in tables for stretch in part_statements(whole)]):
        verdict = judge(table, captions)
        if verdict is None:
            continue
        columns = read_columns(table, verdict.kind, title_text(table), calendar)
        if verdict.primary and _is_pro_forma(columns):
            verdict = replace(verdict, lesser=Lesser.PRO_FORMA)
        if verdict.lesser is Lesser.PARENT:
            columns = of_part(columns, PARENT)
        candidates.append(Selected(table, verdict, columns, company_of(table), heading_of(table)))
    return coherent_set(candidates, registrant, findings)


def _is_pro_forma(columns: Sequence[Column]) -> bool:
    """Whether `pro forma` over some columns is about all of them: none of the others is of the same period."""
    periods = {basis: {one.period for one in columns if one.basis is basis} for basis in Basis}
    return bool(periods[Basis.PRO_FORMA]) and not periods[Basis.PRO_FORMA] & periods[Basis.GAAP]


def part_statements(table: Table) -> list[Table]:
    """A table that holds several statements, one below the other, as one table each.

    Selected data are cut where a section of another statement begins.
    """
    return [piece for section in _cut(table, _changes(table)) for piece in _part_flows(section)]


def _changes(table: Table) -> list[int]:
    """The rows at which a section begins that is of another statement than what stands before it."""
    found = {at: kind for at, _, kind in sections(table.rows)}
    own = title_kinds(section_over(table.rows)) or title_kinds(title_text(table)) or [Kind.INCOME]
    changes = []
    for at, kind in found.items():
        if kind not in own:
            changes.append(at)
            own = [kind]
    return [at for at in changes if at]


def _part_flows(table: Table) -> list[Table]:
    """Cash flows parted from what stands above them.

    The statements of an old 10-Q may follow one another with nothing but a caption (`Cash Flows`) between them. Where
    the rows speak for one kind and then for another, the table is cut before the heading of the second.
    """
    said = votes(table.rows)
    marks = [(at, kind) for at, kind in enumerate(said) if kind is not None]
    kinds = list(dict.fromkeys(kind for _, kind in marks))
    if len(kinds) < 2:
        return [table]
    second = next((at for at, kind in marks if kind is Kind.CASH_FLOW), None)
    first_kind = kinds[0]
    if second is None or first_kind is Kind.CASH_FLOW or title_kinds(title_text(table)) == [Kind.CASH_FLOW]:
        return [table]
    before = sum(kind is not Kind.CASH_FLOW for at, kind in marks if at < second)
    after = sum(kind is Kind.CASH_FLOW for at, kind in marks if at >= second)
    strays = sum(kind is first_kind for at, kind in marks if at > second)
    if before < _MIN_VOTES or after < _MIN_VOTES or strays > 1:
        return [table]
    while second > 0 and not table.rows[second - 1].cells:
        second -= 1
    return _cut(table, [second] if second else [])


def _cut(table: Table, places: Sequence[int]) -> list[Table]:
    """The table cut before the rows at these places; what stands above it is the first piece's alone."""
    if not places:
        return [table]
    pieces = [replace(table, rows=table.rows[: places[0]])]
    for at, end in pairwise((*places, len(table.rows))):
        span = Span(table.rows[at].stub_span.start, table.span.end)
        pieces.append(replace(table, rows=table.rows[at:end], above=(), span=span))
    return pieces
