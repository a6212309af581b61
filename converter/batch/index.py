"""`index.html` of a batch: its documents as a list to sort and filter, each with a link to its page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from converter.batch.row import Row, Status
from converter.exports.policy import policy, sha256_of
from converter.rendering.owned import RECORD
from converter.rendering.templating import fill, script_data

NAME = "index.html"
FORMAT = "html"
"""The format whose pages it leads to, and with which it is written."""

_COLUMNS = (
    ("name", "Document", ""),
    ("status", "Status", "status"),
    ("statements", "Statements", ""),
    ("missing", "Missing", "warn"),
    ("identities", "Identities %", "share"),
    ("footed", "Foots %", "share"),
    ("proved", "Proved %", "share"),
    ("to_review", "To review %", "share"),
    ("contradicted", "Contradicted", "n"),
    ("errors", "Errors", "n"),
    ("warnings", "Warnings", "n"),
    ("facts", "Facts", "n"),
    ("extended", "Extended %", "share"),
    ("files", "Files", "links"),
    ("message", "Message", ""),
)
"""Key, title and kind: a number, a share in percent, a status, something that is bad if it is there, links to files."""

_FILES = (("page", "report.html"), ("record", RECORD), ("folder", ""))
"""What the links of a document are called, and lead to in its folder."""


def page(rows: Sequence[Row]) -> bytes:
    """The page as HTML, UTF-8: one file that loads nothing."""
    script = fill("queue.js").decode("utf-8")
    told = [_told(row) for row in rows]
    data = {"documents": told, "columns": _COLUMNS, "files": _FILES, "link": ["", "/report.html"]}
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
        "identities": _percent(row.identities),
        "footed": _percent(row.footed),
        "proved": _percent(row.proved),
        "to_review": _percent(row.to_review),
        "contradicted": row.contradicted,
        "errors": row.errors,
        "warnings": row.warnings,
        "facts": row.facts,
        "extended": _percent(None if row.mapped is None else 1 - row.mapped),
        "message": row.message,
        "linked": row.status.has_folder,
    }


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 1)
