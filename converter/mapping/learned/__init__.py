"""The learned layer beneath the mapping files: which concepts companies chose for such captions in such statements.

A small network, trained on a table of captions with their companies' own tags (`python -m
converter.mapping.learned.train`), shipped with the package. It ranks concepts; the mapping files decide.
docs/learning.md explains it and gives its figures.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from converter.mapping.learned.model import Model, load, shipped
from converter.mapping.learned.names import synonyms
from converter.mapping.learned.ranking import Ranked, ranked
from converter.statements.statement import Role, Statement

__all__ = ["Model", "Ranked", "load", "rank", "shipped"]


def rank(
    statements: Sequence[Statement],
    most: int = 5,
    sic: int | None = None,
    allowed: Container[str] | None = None,
    model: Model | None = None,
    alike: Sequence[tuple[str, ...]] | None = None,
) -> list[list[Ranked]]:
    """The likeliest us-gaap concepts of each row of several statements; all at once is faster than one after another.

    Args:
        most: concepts of a row.
        sic: the company's industry code, if it is known.
        allowed: only its concepts are named, e.g. those of a taxonomy release. Without it names are of us-gaap 2009,
            its tables' parts (`StatementLineItems`, `CommonStockMember`) among them.
        model: another than the shipped one.
        alike: groups of concepts that mean the same to a reader, counted together; None: those of the built-in files.

    Returns:
        Parallel to the statements and their items; empty for headings and for numbers inside another row's caption.
        What a row's probabilities lack to 1 is the probability that no concept named fits: that the row should become
        an extension.
    """
    model = model or shipped()
    alike = synonyms() if alike is None else alike
    answers: list[list[Ranked]] = [[[] for _ in statement.items] for statement in statements]
    read = [
        [row for row, item in enumerate(statement.items) if item.role is not Role.PARENTHETICAL]
        for statement in statements
    ]
    asked = [number for number, rows in enumerate(read) if rows]
    found = model.probabilities(
        [
            (
                statements[n].kind.value,
                sic,
                statements[n].year,
                [statements[n].items[row].caption for row in read[n]],
            )
            for n in asked
        ]
    )
    for n, probabilities in zip(asked, found, strict=True):
        best = ranked(model, statements[n].kind.value, probabilities, most, allowed, alike)
        for row, concepts in zip(read[n], best, strict=True):
            if statements[n].items[row].role is not Role.HEADING:
                answers[n][row] = concepts
    return answers
