"""Report to files: an XBRL instance, the company's extension taxonomy, and `report.json`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from converter.report import Report


def render(report: Report, beside: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """The files of a filing by name: instance, schema, linkbases, `report.json`. One report gives one set of bytes.

    Args:
        beside: further files of the same folder, which `report.json` lists as well.
    """
    from converter.rendering.owned import RECORD
    from converter.rendering.record import record

    files = {**xbrl(report), **(beside or {})}
    return {**files, RECORD: record(report, files)}


def xbrl(report: Report) -> dict[str, bytes]:
    """Instance, schema and linkbases by file name."""
    from converter.rendering.templating import fill_xml
    from converter.rendering.view import View

    view = View(report)
    return {view.instance: fill_xml("instance.xml.j2", view=view)} | taxonomy(report)


def taxonomy(report: Report) -> dict[str, bytes]:
    """The extension taxonomy alone: schema and linkbases by file name."""
    from converter.rendering.templating import fill_xml
    from converter.rendering.view import View

    view = View(report)
    templates = {
        view.schema: "schema.xsd.j2",
        view.linkbase("lab"): "labels.xml.j2",
        view.linkbase("pre"): "presentation.xml.j2",
        view.linkbase("cal"): "calculation.xml.j2",
        view.linkbase("def"): "definition.xml.j2",
    }
    present = {view.schema, *(name for name, _ in view.linkbases)}
    return {name: fill_xml(template, view=view) for name, template in templates.items() if name in present}
