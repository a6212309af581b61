"""Concepts for captions without figures: a table of captions in statement order, or a plain list of them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import groupby, islice
from typing import TextIO

from converter.errors import InputError
from converter.mapping.assignment import assign
from converter.mapping.candidates import LEARNED, Candidate
from converter.mapping.decide import Ranked
from converter.mapping.decide import read_captions as read
from converter.mapping.maps import Maps
from converter.mapping.near_names import Near, capped
from converter.statements.statement import Item, of_captions
from converter.taxonomy import Index
from converter.terms import Kind

_TOGETHER = 24
"""Statements that the learned layer ranks at once: more would cost memory and save no time."""

_PARTS = ("Table", "LineItems", "Axis", "Domain", "Member", "RollForward")

COLUMNS = ("document", "statement", "order", "label")


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption to predict: its document, statement and place in it (all as given), and its words."""

    document: str
    statement: str
    order: str
    label: str


@dataclass(frozen=True, slots=True)
class Prediction:
    """What the caption is taken for: the best concept (or None), others with it best first, and the confidence."""

    caption: Caption
    concept: str | None
    alternatives: tuple[str, ...]
    confidence: float
    rule: str


def read_captions(text: str, kind: Kind = Kind.BALANCE_SHEET) -> list[Caption]:
    """The captions of a TSV with the columns `COLUMNS`, or of a plain list with one caption on a line.

    Args:
        kind: the statement that a plain list is of.

    Raises:
        InputError: a table lacks a column or names an unknown statement.
    """
    first = text.partition("\n")[0].rstrip("\r").split("\t")
    if "label" not in first:
        lines = (line.strip() for line in text.splitlines())
        return [Caption("list", kind.value, str(number), line) for number, line in enumerate(lines, 1) if line]
    if missing := [column for column in COLUMNS if column not in first]:
        raise InputError(
            f"The table of captions has no column '{missing[0]}'.", f"Its columns are {', '.join(COLUMNS)}."
        )
    rows = csv.DictReader(StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
    captions = [Caption(*(row[column] or "" for column in COLUMNS)) for row in rows]
    if unknown := {caption.statement for caption in captions} - {each.value for each in Kind}:
        raise InputError(f"'{min(unknown)}' is no statement.", f"Statements are {', '.join(Kind)}.")
    return captions


def predict(captions: Sequence[Caption], maps: Maps, index: Index) -> Iterator[Prediction]:
    """A prediction for each caption, in order; captions of one document and statement that follow each other
    are read together.
    """
    by_statement = groupby(captions, key=lambda caption: (caption.document, caption.statement))
    groups = (list(group) for _, group in by_statement)
    while some := list(islice(groups, _TOGETHER)):
        statements = [of_captions(Kind(rows[0].statement), (Item(caption=row.label) for row in rows)) for rows in some]
        for rows, reading in zip(some, read(statements, maps, index), strict=True):
            yield from _statement(rows, reading)


def _statement(captions: Sequence[Caption], reading: Ranked) -> Iterator[Prediction]:
    assigned = assign(reading.frame, reading.rows, reading.trace)
    for caption, found, free, ranked in zip(captions, reading.rows, assigned, reading.learned, strict=True):
        taken = [each for each in found if each not in free]
        yield _part(caption, found, ranked) or _prediction(caption, [*free, *taken], reading.near)


def _prediction(caption: Caption, found: Sequence[Candidate], near: Near) -> Prediction:
    """The first candidate with a concept; what another row took comes last."""
    named = [each for each in found if each.concept]
    if not named:
        return Prediction(caption, None, (), 0.0, found[0].rule if found else "none")
    others = tuple(each.concept for each in named[1:] if each.concept)
    return Prediction(caption, named[0].concept, others, capped(named[0].share, named, near), named[0].rule)


def _part(caption: Caption, found: Sequence[Candidate], ranked: Sequence[tuple[str, float]]) -> Prediction | None:
    """The part of an XBRL table that the caption names: tagged filings list them among the rows."""
    if not ranked or any(each.fit is not None for each in found):
        return None
    (name, chance), *others = ranked
    if not name.endswith(_PARTS):
        return None
    return Prediction(caption, name, tuple(each for each, _ in others), chance, LEARNED)


def write_predictions(predictions: Iterable[Prediction], to: TextIO) -> None:
    """Write a TSV with the columns of the captions, then concept, alternatives (separated by `|`), confidence
    and rule.
    """
    to.write("\t".join((*COLUMNS, "concept", "alternatives", "confidence", "rule")) + "\n")
    for each in predictions:
        caption = each.caption
        to.write(
            f"{caption.document}\t{caption.statement}\t{caption.order}\t{caption.label}\t{each.concept or ''}\t"
            f"{'|'.join(each.alternatives)}\t{each.confidence:.4f}\t{each.rule}\n"
        )
