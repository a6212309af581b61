"""Inline XBRL 1.1 over the original document: the text or page as it was, its numbers tagged."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from converter.report import Report


def export(report: Report) -> dict[str, bytes]:
    """`<prefix>-<date>.htm` and the extension taxonomy that it names.

    A text document is shown whole; of an HTML submission, the parts that print facts. Facts that are not printed, the
    dei facts among them, are in the hidden section.
    """
    from converter.exports.ixbrl.page import page
    from converter.rendering import taxonomy
    from converter.rendering.view import View

    return {f"{View(report).stem}.htm": page(report)} | taxonomy(report)
