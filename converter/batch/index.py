"""`index.html` of a batch: its documents as a list to sort and filter, each with a link to its page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from converter.batch.row import Row, Status
from converter.exports.policy import policy, sha256_of
from converter.rendering.templating import fill, script_data

NAME = "index.html"
FORMAT = "html"
"""The format whose pages it leads to, and with which it is written."""

_COLUMNS = (
    ("name", "Document", ""),
    ("status", "Status", ""),
    ("statements", "Statements", ""),
    ("missing", "Missing", ""),
    ("facts", "Facts", "n"),
    ("extended", "Extended %", "n"),
    ("footed", "Totals that foot %", "n"),
    ("proved", "Proved %", "n"),
    ("contradicted", "Contradicted", "n"),
    ("errors", "Errors", "n"),
    ("warnings", "Warnings", "n"),
    ("message", "Message", ""),
)


def page(rows: Sequence[Row]) -> bytes:
    """The page as HTML, UTF-8: one file that loads nothing."""
    script = fill("queue.js").decode("utf-8")
    data = {"documents": [_told(row) for row in rows], "columns": _COLUMNS, "link": ["", "/report.html"]}
    done = sum(row.status is Status.DONE for row in rows)
    return fill(
        "index.html.j2",
        policy=policy(sha256_of(script)),
        script=Markup(script),
        data=Markup(script_data(data)),
        done=done,
        count=len(rows),
    )


def _told(row: Row) -> dict[str, Any]:
    """A row as the list shows it: shares in percent; `linked` where there is a page."""
    return {
        "name": row.name,
        "status": row.status.value,
        "statements": row.statements,
        "missing": row.missing,
        "facts": row.facts,
        "extended": _percent(None if row.mapped is None else 1 - row.mapped),
        "footed": _percent(row.footed),
        "proved": _percent(row.proved),
        "contradicted": row.contradicted,
        "errors": row.errors,
        "warnings": row.warnings,
        "message": row.message,
        "linked": row.status.has_folder,
    }


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 1)
