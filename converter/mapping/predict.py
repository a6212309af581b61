"""Concepts for captions without figures: a table of captions in statement order, or a plain list of them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import groupby
from typing import TextIO

from converter.errors import InputError
from converter.mapping.decide import decide_rows
from converter.mapping.maps import Maps
from converter.span import Span
from converter.statements.statement import Item, Kind, Statement
from converter.taxonomy import Index

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
    for (_, statement), group in groupby(captions, key=lambda caption: (caption.document, caption.statement)):
        rows = list(group)
        items = tuple(Item(caption=row.label) for row in rows)
        whole = Statement(Kind(statement), "", 0, Span(0, 0), (), items)
        for row, found in zip(rows, decide_rows(whole, maps, index), strict=True):
            concepts = [each.concept for each in found.candidates if each.concept]
            best = concepts[0] if concepts else None
            yield Prediction(row, best, tuple(concepts[1:]), found.confidence, found.rule)


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
