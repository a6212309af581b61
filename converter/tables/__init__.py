"""Tables: from a Document's parts to rows and columns of printed cells."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from converter.findings import Finding
from converter.sources.document import Document, Format
from converter.tables.table import Table

FINDERS: Mapping[Format, str] = {"text": "converter.tables.text", "html": "converter.tables.html"}
"""For each format that is read, the module whose `find` finds the tables of such a part."""


def find_tables(document: Document, findings: list[Finding]) -> list[Table]:
    """The tables of all readable parts that may be statements, in reading order."""
    tables: list[Table] = []
    for index, part in enumerate(document.parts):
        if part.format in FINDERS:
            module = import_module(FINDERS[part.format])  # lxml is loaded only for HTML
            tables.extend(module.find(document, index, findings))
    return tables
