"""Bytes to characters, by evidence: a byte order mark, then strict UTF-8, then Windows' and ISO's single bytes."""

from __future__ import annotations

import codecs

from converter.errors import InputError
from converter.findings import Finding, Severity
from converter.wording import counted

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Share of control characters (other than white space) beyond which a file is taken for binary.
_BINARY_SHARE = 0.02
_SAMPLE = 65536
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 26} | {127})


def decode(data: bytes, name: str, findings: list[Finding]) -> tuple[str, str]:
    """The characters of `data` and the codec that gave them.

    NUL characters are dropped (transmission left them in old filings), so offsets count the characters that are kept.

    Raises:
        InputError: the data is empty or binary.
    """
    if not data.strip():
        raise InputError(f"{name} is empty.", "Give a release or filing as text or HTML.")
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _without_nul(data.decode(codec, errors="replace"), findings), codec
    _refuse_binary(data, name)
    try:
        return _without_nul(data.decode("utf-8"), findings), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        return _without_nul(data.decode("cp1252"), findings), "cp1252"
    except UnicodeDecodeError:  # cp1252 leaves five bytes undefined, ISO 8859-1 none
        return _without_nul(data.decode("latin-1"), findings), "latin-1"


def _refuse_binary(data: bytes, name: str) -> None:
    sample = data[:_SAMPLE].replace(b"\0", b"")
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    nuls = data[:_SAMPLE].count(b"\0")
    if controls > _BINARY_SHARE * max(len(sample), 1) or nuls > len(data[:_SAMPLE]) // 2:
        raise InputError(f"{name} is a binary file.", "Give the release or filing as text or HTML.")


def _without_nul(text: str, findings: list[Finding]) -> str:
    if "\0" not in text:
        return text
    findings.append(Finding(Severity.INFO, "sources.nul", f"Left out: {counted(text.count(chr(0)), 'NUL character')}."))
    return text.replace("\0", "")
