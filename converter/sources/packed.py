"""Documents in gzip and zip: inflated no further than the limit of an input, whatever the file promises."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from converter.errors import InputError
from converter.sources.encoding import is_binary
from converter.sources.kinds import AS_TEXT, Kind, kind_of
from converter.sources.loading import MAX_BYTES, too_large

_GZIP = b"\x1f\x8b\x08"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ENTRY = b"PK\x01\x02"
_MAX_ENTRIES = 5_000
_READ_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The others give all they hold at once, which may be gigabytes."""
_ENCRYPTED = 0x1
_BEGINNING = 65_536
_NAMED = 4

_OFFICE = (
    ("word/", "a Word document (DOCX)"),
    ("xl/", "an Excel workbook (XLSX)"),
    ("ppt/", "a PowerPoint presentation (PPTX)"),
    ("content.xml", "an OpenDocument file"),
)
_PACKAGE = "META-INF/"


def unpacked(data: bytes, name: str, limit: int = MAX_BYTES) -> bytes:
    """The document itself: what a gzip holds, the one document of a zip, or the data as they are.

    Raises:
        InputError: it is of a kind that is not read, damaged, encrypted, or holds none or several documents; or it has
            more than `limit` bytes.
    """
    if data.startswith(_GZIP):
        return _readable(_gunzipped(data, name, limit), f"{name}, inflated,")
    if data.startswith(_ZIP):
        return _unzipped(data, name, limit)
    return _readable(data, name)


def _readable(data: bytes, name: str) -> bytes:
    kind = Kind("packed once more", "Unpack it.") if data.startswith((_GZIP, *_ZIP)) else kind_of(data)
    if kind:
        raise kind.refused(name)
    return data


def _gunzipped(data: bytes, name: str, limit: int) -> bytes:
    try:
        content = gzip.GzipFile(fileobj=io.BytesIO(data)).read(limit + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise _damaged(name, "gzip file", error) from error
    return _within(content, name, limit)


def _within(content: bytes, name: str, limit: int) -> bytes:
    if len(content) > limit:
        raise too_large(f"{name}, inflated,", None, limit)
    return content


def _unzipped(data: bytes, name: str, limit: int) -> bytes:
    if data.count(_ENTRY) > _MAX_ENTRIES:  # before all of them are read
        raise _several(name, [])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            documents = list(_documents(archive, name))
            if len(documents) > 1:
                raise _several(name, [member.filename for member in documents])
            if not documents:
                raise InputError(f"{name} holds no text or HTML.", "Give the document that holds the statements.")
            with archive.open(documents[0]) as file:
                content = file.read(limit + 1)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError, struct.error, zlib.error) as error:
        raise _damaged(name, "zip file", error) from error
    return _readable(_within(content, name, limit), f"{documents[0].filename} in {name}")


def _documents(archive: zipfile.ZipFile, name: str) -> Iterator[zipfile.ZipInfo]:
    """The members that may be a document.

    Raises:
        InputError: the archive is a document of another kind, or cannot be read.
    """
    members = [member for member in archive.infolist() if not member.is_dir()]
    names = {member.filename for member in members}
    for part, what in _OFFICE:
        if any(each.startswith(part) for each in names) and names & {"[Content_Types].xml", "mimetype"}:
            raise InputError(f"{name} is {what}.", AS_TEXT)
    if any(_PACKAGE in each and each.endswith(("taxonomyPackage.xml", "reportPackage.json")) for each in names):
        raise InputError(f"{name} is an XBRL package.", "`retroxbrl validate` validates it.")
    for member in members:
        if member.filename.startswith("__MACOSX/") or member.filename.rpartition("/")[2].startswith("."):
            continue
        if member.flag_bits & _ENCRYPTED:
            raise InputError(f"{name} is encrypted.", "Unpack it with its password, and give the document.")
        if member.compress_type not in _READ_METHODS:
            cause = f"{name} is compressed in a way that is not read (method {member.compress_type})."
            raise InputError(cause, "Unpack it, and give the document.")
        with archive.open(member) as file:
            if _may_be_text(file.read(_BEGINNING)):
                yield member


def _may_be_text(beginning: bytes) -> bool:
    packed = beginning.startswith((_GZIP, *_ZIP))
    return bool(beginning.strip()) and not packed and kind_of(beginning) is None and not is_binary(beginning)


def _several(name: str, members: list[str]) -> InputError:
    shown = ", ".join(members[:_NAMED]) + (", ..." if len(members) > _NAMED else "")
    cause = f"{name} holds several documents{f' ({shown})' if shown else ''}."
    return InputError(cause, "Unpack it; give one of them, or the folder to `retroxbrl batch`.")


def _damaged(name: str, what: str, error: Exception) -> InputError:
    return InputError(f"{name} is a damaged {what} ({error}).", "Get it again, or unpack what can be saved of it.")
