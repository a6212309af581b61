"""What a reviewer may do, and the edit of a file that does it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from converter.conversion import Conversion
from converter.datafiles import map_of_company, map_of_document
from converter.errors import UsageError
from converter.reading import reading_of_document
from converter.review.edits import Edit
from converter.review.rows import EXTENSION, Row, place_of
from converter.taxonomy import Index
from converter.terms import Kind

DOCUMENT, COMPANY, ALL = "document", "company", "all"
LAYERS = (DOCUMENT, COMPANY, ALL)
FOR_ALL = "reviewed.yaml"
"""The file of lines that are for the documents of all companies."""

ON_ROWS = ("accept", "override", "sign", "approve", "contest", "drop-row", "drop-fact", "comment")
ACCEPT_STATEMENT = "accept-statement"
ON_STATEMENTS = ("scale", "kind", "period", "drop-column", "drop-statement", ACCEPT_STATEMENT)
RECORDED = ("comment", "contest")
"""What is written into the record of decisions, and nowhere else."""
_NEED_WHY = ("contest", "drop-row", "drop-fact", "drop-column", "drop-statement", "comment")
_LONGEST = 1_000
_NO_WORDS = re.compile(r"[^\w\s'’&/-]+")
"""What phrases of maps would take for more than words: brackets, bars, dots."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something to be decided.

    Attributes:
        name: one of `ON_ROWS` or `ON_STATEMENTS`.
        statement, row: indexes in the Report as it is now; the row of acts on rows alone.
        column: of acts on columns, from 1.
        place: of `drop-fact`, where the amount begins: `57:44`.
        value: the concept, sign, scale, period or kind.
        layer: whom a concept or sign is for: `document`, `company` or `all`.
        why: in the person's words.
        by: who decides.
        seen: place, concept and sign of the row as the page that asks shows it; empty where it does not say.
    """

    name: str
    statement: int
    row: int = -1
    column: int = 0
    place: str = ""
    value: str = ""
    layer: str = DOCUMENT
    why: str = ""
    by: str = ""
    seen: tuple[str, ...] = ()


def act_of(data: Mapping[str, Any], by: str) -> Act:
    """The act that a request describes.

    Raises:
        UsageError: it describes none.
    """
    name = _text(data, "act")
    if name not in (*ON_ROWS, *ON_STATEMENTS):
        raise UsageError(f"{name!r} is nothing to decide.", f"Take one of {', '.join((*ON_ROWS, *ON_STATEMENTS))}.")
    layer = _text(data, "layer") or DOCUMENT
    if layer not in LAYERS:
        raise UsageError(f"{layer!r} is no layer.", f"Take {', '.join(LAYERS)}.")
    why = " ".join(_text(data, "why").split())
    if name in _NEED_WHY and not why:
        raise UsageError("A reason is needed.", "Say why, in a few words.")
    return Act(
        name,
        _number(data, "statement", 0),
        _number(data, "row", -1),
        _number(data, "column", 0),
        _text(data, "place"),
        _text(data, "value").strip(),
        layer,
        why,
        by,
        _seen(data),
    )


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key, "")
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise UsageError(f"{key!r} is no text of at most {_LONGEST} characters.", "Reload the page.")
    if not all(each.isprintable() or each.isspace() for each in value):
        raise UsageError(f"{key!r} has characters that cannot be printed.", "Leave them out.")
    return value


def _seen(data: Mapping[str, Any]) -> tuple[str, ...]:
    seen = data.get("seen", [])
    if not isinstance(seen, list) or len(seen) not in (0, 3) or not all(isinstance(each, str) for each in seen):
        raise UsageError("'seen' is not what a row looks like.", "Reload the page.")
    return tuple(seen)


def _number(data: Mapping[str, Any], key: str, default: int) -> int:
    value = data.get(key, default)
    if not isinstance(value, int) or isinstance(value, bool):
        raise UsageError(f"{key!r} is no number.", "Reload the page.")
    return value


def edits_of(
    act: Act, conversion: Conversion, rows: Mapping[tuple[int, int], Row], index: Index, against: Set[str] = frozenset()
) -> tuple[Edit, ...]:
    """The edits that an act stands for; none for what is but recorded.

    Args:
        rows: of the conversion.
        against: the places of rows that somebody contests; a statement is accepted without them.

    Raises:
        UsageError: there is no such row or column, or the value cannot be.
    """
    row = rows.get((act.statement, act.row))
    if act.seen and (row is None or act.seen != (row.place, row.concept, row.sign)):
        raise UsageError("The row is another one since the page was loaded: somebody decided.", "Reload the page.")
    if act.name == ACCEPT_STATEMENT:
        accepting = replace(act, name="accept", layer=DOCUMENT)
        found = [each for (at, _), each in rows.items() if at == act.statement]
        left = [each for each in found if not each.confirmed and each.place not in against]
        if not left:
            raise UsageError(
                "No row of the statement is left to accept.", "Decide about the contested ones by themselves."
            )
        return tuple(_on_concept(accepting, each, conversion, index) for each in left)
    if act.name in ON_STATEMENTS:
        return (_on_statement(act, conversion),)
    if row is None:
        raise UsageError("There is no such row any more.", "Reload the page.")
    if act.name in RECORDED:
        return ()
    if act.name in ("drop-row", "drop-fact"):
        place = row.place if act.name == "drop-row" else _place(act)
        return (Edit(_reading(conversion), ("dropped", place), act.why),)
    return (_on_concept(act, row, conversion, index),)


def _on_concept(act: Act, row: Row, conversion: Conversion, index: Index) -> Edit:
    concept = act.value if act.name == "override" else row.concept
    sign = act.value if act.name == "sign" else row.sign if concept == row.concept else None
    if concept != EXTENSION and concept not in index:
        near = ", ".join(index.nearest(concept))
        raise UsageError(f"{index.release} has no concept {concept!r}.", f"Nearest: {near}.")
    if sign not in (None, "printed", "negated"):
        raise UsageError(f"{sign!r} is no sign.", "Take printed or negated.")
    entry: dict[str, Any] = {"concept": concept, "statement": row.kind.value}
    if sign is not None:
        entry["sign"] = sign
    if concept == row.concept and row.anchor is not None:
        entry["anchor"] = row.anchor
    if row.aspect is not None:
        entry["aspect"] = row.aspect
    entry |= _vouched(act, row)
    if act.layer == DOCUMENT:
        return Edit(map_of_document(stem(conversion)), ("rows", row.place), entry, beside=True)
    caption = row.caption
    if not caption.strip():
        caption = "Total" if row.total else ""
        entry |= _known_by(row)
    return Edit(_file_of(act.layer, conversion), ("captions", caption), entry, beside=True)


def _known_by(row: Row) -> dict[str, Any]:
    """What tells a row without a caption in other documents: the heading above it, and whether it is a total."""
    under = " ".join(_NO_WORDS.sub(" ", row.under).split())
    if not under:
        raise UsageError("The row has no caption to know it by in other documents.", "Decide it for this document.")
    return {"under": under, "total": row.total}


def _vouched(act: Act, row: Row) -> dict[str, str]:
    """Who stands for the line: who decides, or, where that is the second, both."""
    if act.name != "approve":
        return {"confirmed": act.by} if act.by else {}
    if not row.confirmed:
        raise UsageError("Nobody has accepted the row yet.", "Accept it.")
    if row.confirmed == act.by:
        raise UsageError(f"{act.by} has accepted the row.", "Another person may approve it.")
    return {"confirmed": row.confirmed, "approved": act.by}


def _file_of(layer: str, conversion: Conversion) -> str:
    if layer == ALL:
        return FOR_ALL
    cik = cik_of(conversion)
    if cik is None:
        raise UsageError("The document does not tell the company's CIK.", "Decide it for this document, or for all.")
    return map_of_company(cik)


def cik_of(conversion: Conversion) -> str | None:
    """The CIK of ten digits by which the company's map is found."""
    report = conversion.report
    cik = report.making.options.cik or report.document.header.cik
    return cik.zfill(10) if cik and cik.isdigit() else None


def stem(conversion: Conversion) -> str:
    """The document's name without its ending, by which its files are found."""
    return Path(conversion.report.document.name).stem


def _reading(conversion: Conversion) -> str:
    return reading_of_document(stem(conversion))


def _place(act: Act) -> str:
    line, colon, column = act.place.partition(":")
    if not (line.isdigit() and colon and column.isdigit()):
        raise UsageError("There is no such amount any more.", "Reload the page.")
    return act.place


def _on_statement(act: Act, conversion: Conversion) -> Edit:
    report = conversion.report
    if not 0 <= act.statement < len(report.statements):
        raise UsageError("There is no such statement any more.", "Reload the page.")
    at = ("statements", place_of(report.document, report.statements[act.statement].span))
    if act.name == "drop-statement":
        return Edit(_reading(conversion), (*at, "dropped"), act.why)
    if act.name == "kind":
        if act.value not in {kind.value for kind in Kind}:
            raise UsageError(f"{act.value!r} is no kind of statement.", f"Take {', '.join(Kind)}.")
        return Edit(_reading(conversion), (*at, "kind"), act.value)
    if act.name == "scale":
        if act.value not in ("1", "1000", "1000000", "1000000000"):
            raise UsageError(f"{act.value!r} is no scale.", "Take 1, 1000, 1000000 or 1000000000.")
        return Edit(_reading(conversion), (*at, "scale"), int(act.value))
    if act.column < 1:
        raise UsageError("There is no such column.", "Columns count from 1.")
    column_at = (*at, "columns", str(act.column))
    if act.name == "period":
        return Edit(_reading(conversion), (*column_at, "period"), act.value)
    return Edit(_reading(conversion), (*column_at, "dropped"), act.why)
