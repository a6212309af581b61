"""What to tell a person whose own mapping line names a concept that a row it speaks of cannot hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from converter.findings import Finding, Severity
from converter.mapping.candidates import unfit
from converter.mapping.maps import Fit, Maps
from converter.mapping.maps.own import file_and_line
from converter.mapping.maps.rule import Layer, Rule
from converter.mapping.rows import frame_of
from converter.statements.statement import Item, Statement
from converter.taxonomy import Index

UNFIT = "mapping.line-unfit"


def unfit_lines(statements: Iterable[Statement], maps: Maps, index: Index) -> Iterator[Finding]:
    """One finding for each line of a person's own that a row cannot be given, at the first such row.

    A line that other rows of the document hold is meant for those, and told as information; one that no row holds does
    nothing, and that is a warning.
    """
    if all(rule.layer < Layer.USER for rule in maps.rules):
        return
    refused: dict[str, tuple[Rule, Item, str]] = {}
    holds: set[str] = set()
    for statement in statements:
        frame = frame_of(statement, maps.vocabulary)
        for number, item in enumerate(statement.items):
            if frame.is_heading(number):
                continue
            for rule in (match.rule for match in maps.match(frame.stubs[number]) if match.fit is Fit.OWN):
                reason = unfit(rule.concept, frame.stubs[number], maps, index)
                if reason is None:
                    holds.add(rule.name)
                else:
                    refused.setdefault(rule.name, (rule, item, reason))
    for name, (rule, item, reason) in refused.items():
        severity = Severity.INFO if name in holds else Severity.WARNING
        yield Finding(severity, UNFIT, _told(rule, item, reason), item.span)


def _told(rule: Rule, item: Item, reason: str) -> str:
    return (
        f"{item.caption!r} cannot be {rule.concept}, as your line {file_and_line(rule)} says: {reason}; the row "
        "is mapped as if it were not there. Name another concept, or say by `unit` or `statement` which rows are meant."
    )
