"""The whole inline document: header, then the parts of the source."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set

from lxml import etree
from markupsafe import Markup

from converter.exports.ixbrl import html, text
from converter.exports.ixbrl.blocks import attributes, edges, wrap
from converter.exports.ixbrl.source import inside, parts
from converter.exports.ixbrl.tags import IX, IXT, Mark, hidden, marks
from converter.exports.ixbrl.xhtml import serialised
from converter.rendering.templating import fill_xml
from converter.rendering.view import View
from converter.report import Report, TextBlock
from converter.span import Span

_NAMESPACES = {"ix": IX, "ixt": IXT}


def page(report: Report) -> bytes:
    """The inline document as XHTML, UTF-8."""
    view = View(report)
    marked, blocks = marks(report), report.text_blocks
    namespaces = {**view.namespaces, **_NAMESPACES}
    contents: list[Markup] = []
    shown: set[str] = set()
    for part, span in parts(report.document, [*marked, *blocks]):
        content, placed, wrapped = _VIEWS[part.format](
            report.document.text, span, marked, inside(span, blocks), namespaces
        )
        contents.append(content)
        shown |= {one.fact.id for mark in placed for one in mark.elements} | wrapped
    return fill_xml(
        "inline.xhtml.j2", view=view, namespaces=namespaces, hidden=hidden(report, shown), contents=contents
    )


_View = Callable[
    [str, Span, Sequence[Mark], Sequence[TextBlock], Mapping[str, str]], tuple[Markup, list[Mark], Set[str]]
]


def _of_html(
    source: str, span: Span, marked: Sequence[Mark], blocks: Sequence[TextBlock], namespaces: Mapping[str, str]
) -> tuple[Markup, list[Mark], Set[str]]:
    element, placed = html.body(source, span, marked, _nested, edges(blocks))
    chains = wrap(element, blocks) if blocks else {}
    return serialised(element, namespaces), placed, chains.keys()


def _of_text(
    source: str, span: Span, marked: Sequence[Mark], blocks: Sequence[TextBlock], namespaces: Mapping[str, str]
) -> tuple[Markup, list[Mark], Set[str]]:
    content, placed = text.body(source, span, marked, _tagged, blocks, _tags)
    return content, placed, {block.fact.id for block in blocks}


_VIEWS: Mapping[str, _View] = {"html": _of_html, "text": _of_text}
"""How a part of each format that is read is shown, and the facts of the text blocks that are."""


def _tags(block: TextBlock) -> tuple[Markup, Markup]:
    """The start tag and the end tag of a text block."""
    return Markup("<ix:nonNumeric{}>").format(_listed(attributes(block))), Markup("</ix:nonNumeric>")


def _listed(named: Mapping[str, str]) -> Markup:
    return Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in named.items())


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
        printed = Markup("<ix:{name}{}>{}</ix:{name}>").format(_listed(one.attributes), printed, name=one.name)
    return printed
