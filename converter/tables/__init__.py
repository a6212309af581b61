"""Tables: from a Document's parts to rows and columns of printed cells."""

from __future__ import annotations

from converter.findings import Finding
from converter.sources.document import Document
from converter.tables import text
from converter.tables.table import Table


def find_tables(document: Document, findings: list[Finding]) -> list[Table]:
    """The tables of all readable parts that may be statements, in reading order."""
    tables: list[Table] = []
    for index, part in enumerate(document.parts):
        if part.format == "text":
            tables.extend(text.find(document, index, findings))
        elif part.format == "html":
            from converter.tables.html import find as find_in_html  # lxml is loaded only for HTML

            tables.extend(find_in_html(document, index, findings))
    return tables
