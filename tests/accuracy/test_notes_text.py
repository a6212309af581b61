"""The text of a block is that of the source: over documents of the corpus, tags off and white space folded."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from converter import convert
from converter.report import Report
from tests.accuracy.corpus import CORPUS
from tests.accuracy.notes import counted
from tests.conformance.made import squeezed, words_in
from tests.conftest import needs_shared

_HIDDEN = re.compile(r"<!--.*?-->|<(script|style|title|ix:header)\b.*?</\1>", re.I | re.S)
_TAG = re.compile(r"</?[a-z!?][^<>]*>", re.I)


def differing(report: Report) -> Iterator[str]:
    """The titles of blocks that show something else than the source does in their place."""
    parts = report.document.parts
    for block in report.text_blocks:
        source = report.document.text[block.span.start : block.span.end]
        (kind,) = {part.format for part in parts if part.span.start <= block.span.start < part.span.end}
        if kind == "html":
            source = html.unescape(_TAG.sub("", _HIDDEN.sub("", source)))
        shown = words_in(str(block.fact.value))
        if shown != squeezed(source):
            yield f"{block.title}: {len(shown)} signs, not {len(squeezed(source))}"


@needs_shared
@pytest.mark.parametrize("name", [one.name for one in counted()])
def test_the_text_of_a_block_is_that_of_the_source(name: str) -> None:
    assert list(differing(convert(Path(CORPUS / name)).report)) == []
