"""What text blocks hold: the XHTML that shows as the source does, the same in every format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lxml import etree

from converter.exports.ixbrl import html, text
from converter.exports.ixbrl.blocks import EDGE, content, edges, wrap
from converter.exports.ixbrl.source import inside, parts
from converter.report import Disclosure, Report, TextBlock
from converter.sources.document import Part
from converter.span import Span


def with_content(report: Report) -> Report:
    """The report, its text blocks filled."""
    if not report.disclosures:
        return report
    blocks = report.text_blocks
    found: dict[str, str] = {}
    for part, span in parts(report.document, blocks):
        found |= _in_part(report.document.text, part, span, inside(span, blocks))
    return replace(report, disclosures=tuple(_filled(each, found, report.document.text) for each in report.disclosures))


def _in_part(source: str, part: Part, span: Span, blocks: Sequence[TextBlock]) -> dict[str, str]:
    if part.format == "text":
        return text.fragments(source, span, blocks)
    return {name: content(chain) for name, chain in wrap(_page(source, span, blocks), blocks).items()}


def _page(source: str, span: Span, blocks: Sequence[TextBlock]) -> etree._Element:
    """The page from the first edge of a block to the last; the whole of it if an edge is lost: a block may run on."""
    wanted = edges(blocks)
    root, _ = html.body(source, span, [], _nothing, wanted, narrowed=True)
    if [edge.get("at") for edge in root.iter(EDGE)] == [*map(str, wanted)]:
        return root
    return html.body(source, span, [], _nothing, wanted)[0]


def _nothing(place: object, printed: str) -> etree._Element:
    raise AssertionError(f"no place is asked for, and {place} is none")


def _filled(disclosure: Disclosure, found: Mapping[str, str], source: str) -> Disclosure:
    return replace(disclosure, blocks=tuple(_with_value(block, found, source) for block in disclosure.blocks))


def _with_value(block: TextBlock, found: Mapping[str, str], source: str) -> TextBlock:
    """The block with its content; one that the page cannot show, with its characters in the source."""
    shown = found.get(block.fact.id)
    value = text.preformatted(source[block.span.start : block.span.end]) if shown is None else shown
    return replace(block, fact=replace(block.fact, value=value))
