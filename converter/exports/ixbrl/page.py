"""The whole inline document: header, then the parts of the source."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lxml import etree
from markupsafe import Markup

from converter.exports.ixbrl import html, text
from converter.exports.ixbrl.source import parts
from converter.exports.ixbrl.tags import IX, IXT, Mark, hidden, marks
from converter.exports.ixbrl.xhtml import serialised
from converter.rendering.templating import fill_xml
from converter.rendering.view import View
from converter.report import Report
from converter.span import Span

_NAMESPACES = {"ix": IX, "ixt": IXT}


def page(report: Report) -> bytes:
    """The inline document as XHTML, UTF-8."""
    view = View(report)
    marked = marks(report)
    namespaces = {**view.namespaces, **_NAMESPACES}
    contents: list[Markup] = []
    shown: set[str] = set()
    for part, span in parts(report.document, marked):
        content, placed = _VIEWS[part.format](report.document.text, span, marked, namespaces)
        contents.append(content)
        shown |= {one.fact.id for mark in placed for one in mark.elements}
    return fill_xml(
        "inline.xhtml.j2", view=view, namespaces=namespaces, hidden=hidden(report, shown), contents=contents
    )


def _of_html(
    source: str, span: Span, marked: Sequence[Mark], namespaces: Mapping[str, str]
) -> tuple[Markup, list[Mark]]:
    element, placed = html.body(source, span, marked, _nested)
    return serialised(element, namespaces), placed


def _of_text(
    source: str, span: Span, marked: Sequence[Mark], namespaces: Mapping[str, str]
) -> tuple[Markup, list[Mark]]:
    return text.body(source, span, marked, _tagged)


_VIEWS: Mapping[str, Callable[[str, Span, Sequence[Mark], Mapping[str, str]], tuple[Markup, list[Mark]]]] = {
    "html": _of_html,
    "text": _of_text,
}
"""How a part of each format that is read is shown."""


def _nested(mark: Mark, printed: str) -> etree._Element:
    """The elements of a mark, one inside the other, around the printed characters."""
    outermost = inner = None
    for one in mark.elements:
        element = etree.Element(f"{{{IX}}}{one.name}", one.attributes)
        if inner is None:
            outermost = element
        else:
            inner.append(element)
        inner = element
    if outermost is None or inner is None:
        raise ValueError("a mark has at least one element")
    inner.text = printed
    return outermost


def _tagged(mark: Mark, printed: Markup) -> Markup:
    """The same as markup."""
    for one in reversed(mark.elements):
        attributes = Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in one.attributes.items())
        printed = Markup("<ix:{name}{}>{}</ix:{name}>").format(attributes, printed, name=one.name)
    return printed
