"""The whole inline document: header, then the parts of the source."""

from __future__ import annotations

from lxml import etree
from markupsafe import Markup

from converter.exports.ixbrl import html, text
from converter.exports.ixbrl.tags import IX, IXT, Mark, hidden, marks
from converter.exports.ixbrl.xhtml import XHTML
from converter.rendering.templating import fill
from converter.rendering.view import View
from converter.report import Report
from converter.sources.document import Part
from converter.span import Span

_NAMESPACES = {"ix": IX, "ixt": IXT}


def page(report: Report) -> bytes:
    """The inline document as XHTML, UTF-8."""
    view = View(report)
    marked = marks(report)
    namespaces = {**view.namespaces, **_NAMESPACES}
    contents: list[Markup] = []
    shown: set[str] = set()
    for part, span in _parts(report, marked):
        if part.format == "html":
            element, ids = html.body(report.document.text, span, marked)
            contents.append(_serialised(element, namespaces))
        else:
            content, ids = text.body(report.document.text, span, marked)
            contents.append(content)
        shown |= ids
    return fill("inline.xhtml.j2", view=view, namespaces=namespaces, hidden=hidden(report, shown), contents=contents)


def _parts(report: Report, marked: list[Mark]) -> list[tuple[Part, Span]]:
    """The parts to show and what of the source: the whole of a text document, else the parts with tagged numbers."""
    document = report.document
    readable = [part for part in document.parts if part.format != "other"]
    if not any(part.format == "html" for part in readable):
        return [(readable[0], Span(0, len(document.text)))]
    starts = [mark.span.start for mark in marked]
    return [
        (part, part.span) for part in readable if any(part.span.start <= start < part.span.end for start in starts)
    ] or [(readable[0], readable[0].span)]


def _serialised(element: etree._Element, namespaces: dict[str, str]) -> Markup:
    """The element's markup, without the declarations that stand at the top of the page."""
    declared: dict[str | None, str] = {None: XHTML} | dict[str | None, str](namespaces)
    top = etree.Element(f"{{{XHTML}}}html", nsmap=declared)  # type: ignore[arg-type]  # the stub knows no default namespace
    top.append(element)
    etree.cleanup_namespaces(top, keep_ns_prefixes=list(namespaces))
    markup = etree.tostring(top, encoding="unicode")
    return Markup(markup[markup.index(">") + 1 : markup.rindex("</")])
