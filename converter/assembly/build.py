"""Statements and decisions become the Report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from converter.assembly.contexts import context_ids, contexts, period_id
from converter.assembly.cover import DEI, cover_facts
from converter.assembly.entity import registrant
from converter.assembly.extensions import Extensions
from converter.assembly.facts import facts, placed
from converter.assembly.fiscal import fiscal
from converter.assembly.labels import Labels
from converter.assembly.members import Members
from converter.assembly.names import company_words, spaced
from converter.assembly.notes import TextBlocks
from converter.assembly.presentation import Presenter, Roles
from converter.assembly.summations import Shapes, figures, summations
from converter.assembly.tagging import tag
from converter.errors import NoStatementError
from converter.findings import Finding
from converter.knowledge import load_knowledge
from converter.mapping.ledger import Ledger
from converter.mapping.line_items import LineItem, line_items
from converter.notes import Note
from converter.options import Options
from converter.report import Footing, PresentedStatement, Report
from converter.sources.document import Document
from converter.statements.completeness import completeness
from converter.statements.forms import expected_kinds, form
from converter.statements.readings import reported
from converter.statements.release import latest
from converter.statements.statement import Basis, Role, Statement
from converter.taxonomy import Index
from converter.terms import Decision, Name, Period, Scope


class Assembled(NamedTuple):
    """A Report, and the decisions of all rows with the steps that its concepts added to them.

    Attributes:
        decisions: parallel to the items of all statements, those that the Report leaves out included; the very objects
            that its rows and facts hold.
    """

    report: Report
    decisions: list[list[Decision | None]]


def assemble(
    document: Document,
    statements: Sequence[Statement],
    decisions: Sequence[Sequence[Decision | None]],
    options: Options,
    index: Index,
    findings: list[Finding],
    notes: Sequence[Note] = (),
) -> Assembled:
    """The Report of a document, and the decisions as they stand in it.

    Args:
        statements: as printed; those without one GAAP amount of a known period are left out.
        decisions: parallel to `statements[i].items`; None for headings.
        findings: of the stages so far; this one adds its own, and all of them go into the Report.
        notes: in reading order; their text blocks have no content yet, which is a matter of how the source shows.

    Raises:
        NoStatementError: no statement states a fact.
        UsageError: an option cannot be what it should.
    """
    given = decisions
    kept = [at for at, statement in enumerate(statements) if any(reported(statement, item) for item in statement.items)]
    statements, decisions = [statements[at] for at in kept], [decisions[at] for at in kept]
    if not statements:
        raise NoStatementError(
            "No statement has an amount whose period is known.",
            "`retroxbrl inspect` shows the columns and their heads.",
        )
    company = registrant(document, statements, options, findings)
    ledger: Ledger[Name] = Ledger()
    extensions = Extensions(company.prefix, company_words(company.entity.name, index), index, ledger)
    knowledge = load_knowledge(index.release, options.maps)
    headings = knowledge.headings
    members = Members(extensions, headings, index)
    found = line_items(statements, decisions, members.scope)
    tags = tag(found, statements, ledger, extensions, index, findings)
    scopes = {scope for _, scope, _ in ledger}
    ids = context_ids(scopes)
    printed = facts(ledger, ids, document, [statement.currency for statement in statements])

    end = _period_end(found, document.header.filed)
    periods = {scope.period for scope in scopes}
    kind = form(document, options)
    calendar = fiscal(end, periods, options.fiscal_year_end or document.header.fiscal_year_end, kind)
    dei, told = cover_facts(document, company, calendar, end, kind, index, findings)

    labels = Labels()
    roles = Roles(company.namespace(end).rpartition("/")[0])
    cover = roles.cover(_cover_root(index, extensions))
    labels.standard(cover.root, spaced(cover.root.local))
    for fact in dei:
        labels.standard(fact.concept, spaced(fact.concept.local))
    by_row = {(line.statement, line.row): line for line in found}
    presenter = Presenter(tags, by_row, extensions, labels, headings, index)
    shapes = Shapes(extensions, index)
    known = figures(printed, rounds=not index.calculations_1_1)
    presented: list[PresentedStatement] = []
    places: list[dict[int, int]] = []
    for at, statement in enumerate(statements):
        inside = any(item.role is Role.PARENTHETICAL and (at, row) in tags for row, item in enumerate(statement.items))
        own = roles.statement(statement.kind, statement.title, parenthetical=inside)
        root = presenter.root(statement)
        rows = presenter.rows(at, statement, decisions[at], own, root)
        places.append({item: place for place, item in enumerate(rows)})
        presented.append(
            PresentedStatement(
                kind=statement.kind,
                role=own.role,
                definition=own.definition,
                parenthetical=own.parenthetical,
                title=statement.title,
                root=root,
                rows=tuple(rows.values()),
                sums=summations(at, statement, tags, shapes, known, findings),
                periods=_periods(statement),
                scale=statement.scale,
                span=statement.span,
                table=members.table((line for line in found if line.statement == at), labels, statement.kind),
                footings=tuple(_footings(statement, places[at])),
            )
        )
    blocks = TextBlocks(period_id(calendar.period), knowledge.notes, extensions, labels, roles, index)
    disclosures = tuple(blocks.disclosures(notes))
    noted = [calendar.period] if disclosures else []
    final = [list(rows) for rows in given]
    for (at, row), tagged in tags.items():
        final[kept[at]][row] = tagged.decision
    report = Report(
        document=document,
        entity=company.entity,
        taxonomy=index.release,
        prefix=company.prefix,
        namespace=company.namespace(end),
        period_end=end,
        contexts=contexts({**ids, **{Scope(period): period_id(period) for period in (*told, *noted)}}),
        facts=(*dei, *placed(printed, places)),
        extensions=tuple(extensions),
        statements=tuple(presented),
        labels=tuple(labels),
        cover=cover,
        findings=tuple(findings),
        completeness=completeness(expected_kinds(document, options), statements),
        disclosures=disclosures,
    )
    return Assembled(report, final)


def _footings(statement: Statement, places: Mapping[int, int]) -> Iterator[Footing]:
    """The statement's sums whose rows are all presented, by the places of the rows."""
    for each in statement.sums:
        if each.total in places and all(row in places for row, _ in each.parts):
            yield Footing(places[each.total], tuple((places[row], weight) for row, weight in each.parts))


def _period_end(found: Iterable[LineItem], filed: date | None) -> date:
    """The end of the current period: the latest that is printed, no later than the filing."""
    ends = {reading.period.end for line in found for reading in line.readings}
    return latest(ends, filed) or max(ends)


def _periods(statement: Statement) -> tuple[Period, ...]:
    """The periods of the GAAP columns in printed order; of a statement whose columns are parts, of its amounts."""
    printed = [column.period for column in statement.columns if column.basis is Basis.GAAP and column.period]
    if not printed:
        printed = [amount.period for item in statement.items for amount in reported(statement, item) if amount.period]
    return tuple(dict.fromkeys(printed))


def _cover_root(index: Index, extensions: Extensions) -> Name:
    root = "CoverAbstract"
    if index.get(root, DEI) is not None:
        return Name(DEI, root)
    own = "DocumentAndEntityInformationAbstract"
    return extensions.root(own, spaced(own))
