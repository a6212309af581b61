"""The report page: the source on one side, the statements with their tags on the other, each number linked both ways.

One file without any other: style, script and data are in it, its policy forbids everything else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from converter.report import Report


def export(report: Report) -> dict[str, bytes]:
    """`report.html`."""
    from converter.exports.html.page import page

    return {"report.html": page(report)}
