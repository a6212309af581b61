"""Files that are not what we read are told by what is in them, and what they are and what to do is said."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Mapping

import pytest

from converter.errors import InputError
from converter.sources import read
from converter.sources.packed import unpacked
from tests import sample

TEXT = sample.TEXT.encode()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return content.getvalue()


def tarred() -> bytes:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        member = tarfile.TarInfo("release.txt")
        member.size = len(TEXT)
        archive.addfile(member, io.BytesIO(TEXT))
    return content.getvalue()


def encrypted() -> bytes:
    """A zip whose member has the mark of encryption in both its headers."""
    data = bytearray(zipped({"release.txt": TEXT}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def with_method(method: int) -> bytes:
    data = bytearray(zipped({"release.txt": TEXT}))
    data[8] = method
    data[data.index(b"PK\x01\x02") + 10] = method
    return bytes(data)


INSTANCE = b'<?xml version="1.0"?>\n<xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:x="y">\n</xbrl>'
PREFIXED = b'<xbrli:xbrl\n xmlns:xbrli="http://www.xbrl.org/2003/instance">\n</xbrli:xbrl>'
INLINE = b'<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"><body><ix:header></ix:header>5</body></html>'


REFUSED = [
    (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "PDF", "pdftotext"),
    (b"\r\n%PDF-1.4\n", "PDF", "pdftotext"),
    (b"{\\rtf1\\ansi Total assets}", "Rich Text", "plain text"),
    (OLE + "WordDocument".encode("utf-16-le"), "DOC", "plain text"),
    (OLE + "Workbook".encode("utf-16-le"), "XLS", "HTML"),
    (OLE, "Office", "plain text"),
    (zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "DOCX", "plain text"),
    (zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), "XLSX", "HTML"),
    (zipped({"mimetype": b"application/vnd.oasis", "content.xml": b"<x/>"}), "OpenDocument", "plain text"),
    (zipped({"a/META-INF/taxonomyPackage.xml": b"<x/>"}), "XBRL package", "validate"),
    (b"\x89PNG\r\n\x1a\n", "PNG", "recognised"),
    (b"\xff\xd8\xff\xe0", "JPEG", "recognised"),
    (b"GIF89a", "GIF", "recognised"),
    (b"II*\0", "TIFF", "recognised"),
    (bz2.compress(TEXT), "bzip2", "Unpack"),
    (lzma.compress(TEXT), "xz", "Unpack"),
    (tarred(), "tar", "Unpack"),
    (gzip.compress(tarred()), "tar", "Unpack"),
    (gzip.compress(b"%PDF-1.4"), "PDF", "pdftotext"),
    (gzip.compress(gzip.compress(TEXT)), "packed once more", "Unpack"),
    (INSTANCE, "XBRL instance", "validate"),
    (PREFIXED, "XBRL instance", "validate"),
    (gzip.compress(INSTANCE), "XBRL instance", "validate"),
    (INLINE, "inline XBRL", "validate"),
    (encrypted(), "encrypted", "password"),
    (with_method(99), "method 99", "Unpack"),
    (zipped({"release.txt": TEXT}, zipfile.ZIP_BZIP2), "method 12", "Unpack"),
    (zipped({"a.txt": TEXT, "b.htm": b"<html>"}), "several documents (a.txt, b.htm)", "batch"),
    (zipped({f"{number}.gif": b"GIF89a" for number in range(3)}), "no text or HTML", "statements"),
    (zipped({}), "no text or HTML", "statements"),
    (zipped({"release.txt": TEXT})[:-40], "damaged zip", "again"),
    (gzip.compress(TEXT)[:-40], "damaged gzip", "again"),
    (gzip.compress(TEXT)[:30], "damaged gzip", "again"),
    (b"\xff\xfe" + bytes(range(256)) * 40, "binary", "text or HTML"),
    (b"\xef\xbb\xbf" + bytes(range(128, 256)) * 40, "binary", "text or HTML"),
]


@pytest.mark.parametrize(
    ("data", "what", "remedy"), REFUSED, ids=[f"{n} {what}" for n, (_, what, _) in enumerate(REFUSED)]
)
def test_what_is_not_read_is_named_with_a_remedy(data: bytes, what: str, remedy: str) -> None:
    with pytest.raises(InputError) as refused:
        read(data, "release.txt", [])
    assert what in refused.value.cause
    assert remedy in refused.value.remedy


@pytest.mark.parametrize(
    "data",
    [
        TEXT,
        gzip.compress(TEXT),
        gzip.compress(TEXT[:99]) + gzip.compress(TEXT[99:]),
        zipped({"release.txt": TEXT}),
        zipped({"release.txt": TEXT}, zipfile.ZIP_STORED),
        zipped({"folder/": b"", "folder/release.txt": TEXT, "folder/logo.gif": b"GIF89a", "x.dat": bytes(range(32))}),
        zipped({"__MACOSX/._release.txt": TEXT, ".DS_Store": b"text", "release.txt": TEXT}),
    ],
    ids=["text", "gzip", "two gzips", "zip", "stored", "zip with a picture", "zip of a Macintosh"],
)
def test_text_is_read_as_it_is_or_packed(data: bytes) -> None:
    findings: list = []
    assert read(data, "release", findings).text == sample.TEXT
    assert [finding.code for finding in findings] == ([] if data == TEXT else ["sources.unpacked"])


@pytest.mark.parametrize("pack", [gzip.compress, lambda data: zipped({"release.txt": data})], ids=["gzip", "zip"])
def test_what_is_packed_counts_as_large_as_it_is_inside(pack) -> None:
    packed = pack(b"a" * 1_000_000)
    assert len(packed) < 10_000
    with pytest.raises(InputError, match="too large"):
        unpacked(packed, "bomb", limit=999_999)
    assert len(unpacked(packed, "whole", limit=1_000_000)) == 1_000_000


def test_an_archive_of_very_many_members_is_not_listed() -> None:
    with pytest.raises(InputError, match="several documents"):
        unpacked(zipped({f"{number}.gif": b"" for number in range(5_001)}), "many")


def test_words_about_xbrl_and_pdf_are_text() -> None:
    for text in (
        b"Write <xbrl xmlns='http://www.xbrl.org/2003/instance'> first",
        b"<xbrl > is not PDF-1.4 nor http://www.xbrl.org/2003/instance",
        b"See xmlns:ix= and <ix:header> below",
    ):
        assert unpacked(text, "release") == text


def test_a_submission_that_holds_tagged_documents_is_a_submission() -> None:
    text = b"<SEC-DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-101\n<TEXT>\n" + INSTANCE + b"\n</TEXT>\n</DOCUMENT>"
    assert unpacked(text, "submission") == text


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32"])
def test_wide_characters_are_read_with_or_without_their_mark(codec: str) -> None:
    assert read(sample.TEXT.encode(codec), "release", []).text.lstrip("\ufeff") == sample.TEXT
