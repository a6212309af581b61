"""What a file is, told by its content: the kinds that are not read, each with what to do about it.

Names and extensions tell nothing here: filings lie about as `.txt` that are PDF, and as `.pdf` that are text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from converter.errors import InputError

_BEGINNING = 65_536
_MARKS_OF_TEXT = b"\xef\xbb\xbf \t\r\n\f\0"

AS_TEXT = "Save it as plain text or HTML in the program it comes from, and give that."
_PICTURE = "Have its text recognised (`tesseract FILE out` does), compare the numbers, and give the text."
_PDF = "Take its text with `pdftotext -layout FILE`, see that the columns stand in line, and give that."
_UNPACK = "Unpack it, and give the document that holds the statements."
_TAGGED = (
    "Read its facts with an XBRL processor; `retroxbrl validate` validates it, `retroxbrl maps learn` learns from it."
)


@dataclass(frozen=True, slots=True)
class Kind:
    """Something that is not read.

    Attributes:
        what: as in "it is ...".
        remedy: one sentence.
    """

    what: str
    remedy: str

    def refused(self, name: str) -> InputError:
        """The error of an input of this kind."""
        return InputError(f"{name} is {self.what}.", self.remedy)


def _begins(*marks: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(marks)


def _old_office(*streams: str) -> Callable[[bytes], bool]:
    """An OLE file that holds a stream of such a name ([MS-CFB] 2.6.1: in UTF-16)."""
    names = [stream.encode("utf-16-le") for stream in streams]
    return lambda data: data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") and any(name in data for name in names)


_INLINE = re.compile(rb"xmlns:([\w-]+)\s*=\s*[\"']http://www\.xbrl\.org/20\d\d/inlineXBRL[\"']")
_INSTANCE = re.compile(rb"<(?:[\w-]+:)?xbrl\s")
_INSTANCE_NAMESPACE = b"http://www.xbrl.org/2003/instance"
_FILING = re.compile(rb"<(?:SEC-|IMS-)?(?:DOCUMENT|HEADER)>", re.IGNORECASE)


def _is_inline(data: bytes) -> bool:
    declared = _INLINE.search(data, 0, _BEGINNING)
    return declared is not None and re.search(rb"<%s:(?:header|non)" % declared[1], data) is not None


def _is_instance(data: bytes) -> bool:
    root = _INSTANCE.search(data, 0, _BEGINNING)
    return root is not None and data.find(_INSTANCE_NAMESPACE, root.end(), data.find(b">", root.end())) >= 0


_BINARY: tuple[tuple[Callable[[bytes], bool], Kind], ...] = (
    (_begins(b"%PDF-"), Kind("a PDF file", _PDF)),
    (_begins(b"{\\rtf"), Kind("a document in Rich Text Format", AS_TEXT)),
    (_old_office("WordDocument"), Kind("a Word document (DOC)", AS_TEXT)),
    (_old_office("Workbook", "Book"), Kind("an Excel workbook (XLS)", AS_TEXT)),
    (_old_office("PowerPoint Document"), Kind("a PowerPoint presentation (PPT)", AS_TEXT)),
    (_old_office(""), Kind("an old Office document", AS_TEXT)),
    (_begins(b"\x89PNG\r\n\x1a\n"), Kind("a picture (PNG)", _PICTURE)),
    (_begins(b"\xff\xd8\xff"), Kind("a picture (JPEG)", _PICTURE)),
    (_begins(b"GIF87a", b"GIF89a"), Kind("a picture (GIF)", _PICTURE)),
    (_begins(b"II*\0", b"MM\0*"), Kind("a picture (TIFF)", _PICTURE)),
    (lambda data: data[:2] == b"BM" and data[6:10] == bytes(4), Kind("a picture (BMP)", _PICTURE)),
    (lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP", Kind("a picture (WebP)", _PICTURE)),
    (lambda data: data[:3] == b"BZh" and data[4:10] == b"1AY&SY", Kind("compressed with bzip2", _UNPACK)),
    (_begins(b"\xfd7zXZ\0"), Kind("compressed with xz", _UNPACK)),
    (_begins(b"\x28\xb5\x2f\xfd"), Kind("compressed with zstd", _UNPACK)),
    (_begins(b"\x1f\x9d", b"\x1f\xa0"), Kind("compressed with compress", _UNPACK)),
    (_begins(b"7z\xbc\xaf\x27\x1c"), Kind("a 7z archive", _UNPACK)),
    (_begins(b"Rar!\x1a\x07"), Kind("a RAR archive", _UNPACK)),
    (lambda data: data[257:262] == b"ustar", Kind("a tar archive", _UNPACK)),
)
_TAGGED_ALREADY: tuple[tuple[Callable[[bytes], bool], Kind], ...] = (
    (_is_instance, Kind("an XBRL instance: its facts are tagged already", _TAGGED)),
    (_is_inline, Kind("an inline XBRL document: its numbers are tagged already", _TAGGED)),
)


def kind_of(data: bytes) -> Kind | None:
    """What the content is, if it is of a kind that is not read; None for text, and for binary of no kind we know.

    A submission is text, whatever its documents are.
    """
    bare = data.lstrip(_MARKS_OF_TEXT)
    is_markup = bare.startswith(b"<") and not _FILING.search(data, 0, _BEGINNING)
    kinds = (*_BINARY, *_TAGGED_ALREADY) if is_markup else _BINARY
    return next((kind for is_it, kind in kinds if is_it(bare)), None)
