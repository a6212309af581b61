"""What to tell a person whose own mapping lines contradict each other over a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from converter.findings import Finding, Severity
from converter.mapping.maps import Maps
from converter.mapping.maps.own import Overruled, file_and_line, overruled
from converter.mapping.maps.rule import Layer, Rule
from converter.mapping.rows import frame_of
from converter.statements.statement import Statement


def shadows(statements: Iterable[Statement], maps: Maps) -> Iterator[Finding]:
    """One finding for each line of a person's own that another one of theirs overrules, at the first such row.

    That a later layer overrules is meant so, and worth knowing; that two lines of one layer do is a slip.
    """
    if sum(rule.layer >= Layer.USER for rule in maps.rules) < 2:
        return
    told: set[Overruled] = set()
    for statement in statements:
        frame = frame_of(statement, maps.vocabulary)
        for number, item in enumerate(statement.items):
            if frame.is_heading(number):
                continue
            for one in overruled(maps, frame.stubs[number]):
                if one not in told:
                    told.add(one)
                    severity = Severity.WARNING if one.tie else Severity.INFO
                    yield Finding(severity, "mapping.overruled", _told(item.caption, one), item.span)


def _told(caption: str, one: Overruled) -> str:
    return (
        f"For {caption!r}, your line {file_and_line(one.rule)} ({_says(one.rule)}) is overruled by "
        f"{file_and_line(one.by)} ({_says(one.by)}): {one.why}."
    )


def _says(rule: Rule) -> str:
    return (rule.concept or "extension") + {True: " negated", False: " as printed", None: ""}[rule.negated]
