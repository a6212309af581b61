"""Bytes to characters, by evidence: a byte order mark, then strict UTF-8, then Windows' and ISO's single bytes."""

from __future__ import annotations

import codecs
from unicodedata import category

from converter.errors import InputError
from converter.findings import Finding, Severity
from converter.wording import counted

# The mark of UTF-32 begins with one of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Share of control characters (other than white space) beyond which a file is taken for binary.
_BINARY_SHARE = 0.02
_SAMPLE = 65536
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 26} | {127})
# In UTF-16, text of our kind has a NUL in nearly every second place.
_HALF_OF_UTF_16 = 0.9
_NO_TEXT = frozenset({"Cc", "Cn", "Co", "Cs"})


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
            return _wide(data, codec, name, findings), codec
    for codec in ("utf-16-le", "utf-16-be"):
        if _is_unmarked(data, codec):
            return _wide(data, codec, name, findings), codec
    if is_binary(data):
        raise _binary(name)
    try:
        return _without_nul(data.decode("utf-8"), findings), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        return _without_nul(data.decode("cp1252"), findings), "cp1252"
    except UnicodeDecodeError:  # cp1252 leaves five bytes undefined, ISO 8859-1 none
        return _without_nul(data.decode("latin-1"), findings), "latin-1"


def is_binary(data: bytes) -> bool:
    """Whether the beginning of what may be text in a code of single bytes has too many control characters for it."""
    if data.startswith(tuple(mark for mark, _ in _MARKS)):
        return False
    sample = data[:_SAMPLE].replace(b"\0", b"")
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    nuls = data[:_SAMPLE].count(b"\0")
    return controls > _BINARY_SHARE * max(len(sample), 1) or nuls > len(data[:_SAMPLE]) // 2


def _wide(data: bytes, codec: str, name: str, findings: list[Finding]) -> str:
    """The characters of a Unicode codec, which decodes any bytes at all to something."""
    text = data.decode(codec, errors="replace")
    sample = text[:_SAMPLE].replace("\0", "")
    strange = sum(
        character == "\ufffd" or (character not in "\t\n\f\r\x1a" and category(character) in _NO_TEXT)
        for character in sample
    )
    if strange > _BINARY_SHARE * len(sample):
        raise _binary(name)
    return _without_nul(text, findings)


def _is_unmarked(data: bytes, codec: str) -> bool:
    """Whether it is text in UTF-16 without the mark that should begin it."""
    sample = data[:_SAMPLE]
    high, low = (sample[1::2], sample[::2]) if codec == "utf-16-le" else (sample[::2], sample[1::2])
    return (
        bool(high) and high.count(0) > _HALF_OF_UTF_16 * len(high) and low.count(0) < (1 - _HALF_OF_UTF_16) * len(low)
    )


def _binary(name: str) -> InputError:
    return InputError(f"{name} is a binary file.", "Give the release or filing as text or HTML.")


def _without_nul(text: str, findings: list[Finding]) -> str:
    if "\0" not in text:
        return text
    findings.append(Finding(Severity.INFO, "sources.nul", f"Left out: {counted(text.count(chr(0)), 'NUL character')}."))
    return text.replace("\0", "")
