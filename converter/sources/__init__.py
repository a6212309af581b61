"""Sources: from received bytes to a Document."""

from __future__ import annotations

import hashlib

from converter.findings import Finding, Severity
from converter.sources.backends import Received, backend_of
from converter.sources.document import Document, Header, Part
from converter.sources.packed import unpacked
from converter.sources.submission import read_header
from converter.wording import counted

_OPENING = 65_536
"""Bytes within which a header ends."""


def read(data: bytes, name: str, findings: list[Finding]) -> Document:
    """Decode and split an input: a release, a `<DOCUMENT>`, or a whole EDGAR submission, as text or HTML.

    It may be packed in gzip or zip.

    Raises:
        InputError: empty, binary, of a kind that is not read, or packed with none or several documents.
    """
    content = unpacked(data, name)
    if content is not data:
        message = "The document was unpacked; lines and columns count in what was inside."
        findings.append(Finding(Severity.INFO, "sources.unpacked", message))
    received = Received(content, name, findings)
    found = backend_of(received).parts(received)
    text = received.text
    parts = _without_copies(text, found, findings)
    document = Document(
        name=name,
        text=text,
        encoding=received.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        header=read_header(text, findings),
        parts=parts,
    )
    skipped = [part for part in document.parts if part.format == "other" and not part.type.upper().startswith("EX-27")]
    if skipped:
        kinds = ", ".join(sorted({part.type or "?" for part in skipped}))
        findings.append(
            Finding(Severity.INFO, "sources.part-skipped", f"Parts that hold no text were skipped: {kinds}.")
        )
    if text.count("<SEC-HEADER>") > 1:
        message = "The file holds more than one submission; the header of the first is used."
        findings.append(Finding(Severity.WARNING, "sources.several-submissions", message))
    return document


def header_of(data: bytes, name: str) -> Header:
    """The EDGAR header of an input, which stands in its first characters; without any, an empty one.

    Raises:
        InputError: as for `read`.
    """
    return read_header(Received(unpacked(data, name)[:_OPENING], name, []).text, [])


def _without_copies(text: str, parts: tuple[Part, ...], findings: list[Finding]) -> tuple[Part, ...]:
    """The parts whose text did not stand in an earlier one: downloads often hold a filing twice."""
    kept: dict[str, Part] = {}
    for part in parts:
        kept.setdefault(text[part.span.start : part.span.end].strip(), part)
    if len(kept) < len(parts):
        copies = f"{len(parts) - len(kept)} of {counted(len(parts), 'document')}"
        message = f"Left out as copies of earlier ones: {copies}."
        findings.append(Finding(Severity.INFO, "sources.copies", message))
    return tuple(kept.values())
