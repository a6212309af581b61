"""Documents of invented companies with notes, and what is found in them."""

from __future__ import annotations

from collections.abc import Sequence

from converter.findings import Finding
from converter.knowledge import load_knowledge
from converter.notes import Note, find_notes
from converter.notes.lines import NoteLine, note_lines
from converter.sources.document import Document, Format, Header, Part
from converter.span import Span

KNOWN = load_knowledge("us-gaap/2025").notes

TEXT = "The company makes gauges and meters for mills and sells them through dealers of its own.\n"
"""A line of running text."""
PROSE = f"     {TEXT}{TEXT}\n"
TITLE = "NOTES TO CONSOLIDATED FINANCIAL STATEMENTS\n\n"
NUMBERED = f"{TITLE}NOTE 1 - INVENTORIES\n\n{PROSE}NOTE 2 - INCOME TAXES\n\n{PROSE}NOTE 3 - LEASES\n\n{PROSE}"
UNDIVIDED = ["NOTES TO CONSOLIDATED FINANCIAL STATEMENTS"]


def document(text: str, format_: Format = "text", kind: str = "10-K") -> Document:
    """A document of one part."""
    return Document("made.txt", text, "utf-8", "0" * 64, Header(), (Part(kind, format_, Span(0, len(text))),))


def submission(*parts: tuple[str, str]) -> Document:
    """A document of several texts, each with the type of its part."""
    made: list[Part] = []
    at = 0
    for kind, text in parts:
        made.append(Part(kind, "text", Span(at, at + len(text)), len(made) + 1))
        at += len(text)
    return Document("made.txt", "".join(text for _, text in parts), "utf-8", "0" * 64, Header(), tuple(made))


def found(
    source: str | Document,
    format_: Format = "text",
    statements: Sequence[Span] = (),
    findings: list[Finding] | None = None,
) -> tuple[Note, ...]:
    """The notes of a text, of a page, or of a document."""
    made = source if isinstance(source, Document) else document(source, format_)
    return find_notes(made, statements, KNOWN, [] if findings is None else findings)


def titles(source: str | Document, format_: Format = "text") -> list[str]:
    """Number and title of each note: `1 INVENTORIES`."""
    return [f"{note.heading.number} {note.heading.title}".strip() for note in found(source, format_)]


def lines(text: str, format_: Format = "text") -> list[NoteLine]:
    """The printed lines of a text or a page."""
    made = document(text, format_)
    return note_lines(made, made.parts[0])
