"""Which files there are to validate: instances, inline documents, xBRL-JSON and -CSV, packages."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from converter.errors import InputError
from converter.zipped import MEGABYTE, Unusable, Zip, check

PACKAGES = {".zip", ".xbri", ".xbr"}
_MARKUP = {".htm", ".html", ".xhtml"}
_XML = {".xml", ".xbrl"}

_INSTANCE = {"{http://www.xbrl.org/2003/instance}xbrl", "{http://www.xbrl.org/2003/linkbase}xbrl"}
_PARTS = {"{http://www.xbrl.org/2003/linkbase}linkbase", "{http://www.w3.org/2001/XMLSchema}schema"}
_INLINE = (b"http://www.xbrl.org/2013/inlineXBRL", b"http://www.xbrl.org/2008/inlineXBRL")
_OIM = (b"https://xbrl.org/2021/xbrl-json", b"https://xbrl.org/2021/xbrl-csv")
_VIEWER = b"IXBRL VIEWER EXTENSIONS-->"
"""What ends a page that Arelle's viewer plugin has made: a copy of an inline document, for people."""
_HEAD_BYTES = 256 * 1024
"""How far into an HTML or JSON file its own declarations are looked for."""
_TAIL_BYTES = 1024

_LARGEST_FILE = 512 * MEGABYTE
_LARGEST_MEMBER = 256 * MEGABYTE
_LARGEST_PACKAGE = 1024 * MEGABYTE
"""Unpacked. The largest inline documents known, full of pictures, have some 200 MB."""


class Kind(Enum):
    """What a file is to validation."""

    REPORT = auto()
    PART = auto()  # a linkbase, a schema, a viewer's copy: of a report, and none by itself
    OTHER = auto()
    UNREADABLE = auto()  # it has a report's ending, but cannot be read


def find(paths: Iterable[Path]) -> list[Path]:
    """The documents to validate among files and folders, in the order in which they were named.

    A file that is named is taken as it is, unless it is but a part of reports and others are named that are none; in a
    folder (and its subfolders) everything is found that is a report, or might be one and cannot be read.

    Raises:
        InputError: a path does not exist or is no file, or a folder holds no report.
    """
    found: dict[Path, None] = {}
    parts: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = [file for file in sorted(_files(path)) if kind(file) in (Kind.REPORT, Kind.UNREADABLE)]
            if not inside:
                raise InputError(f"{path} holds no XBRL report.", "Name an instance, an inline document or a package.")
            found.update(dict.fromkeys(inside))
        elif not os.path.lexists(path):
            raise InputError(f"{path} does not exist.", "Check the path.")
        elif kind(path) is Kind.PART:
            parts[path] = None
        else:
            found[path] = None
    return list(found or parts)


def _files(folder: Path) -> Iterator[Path]:
    """All that is no folder, however deep; links to folders are not followed, so there are no circles."""
    waiting = [folder]
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:
            continue  # a folder that may not be looked into, or whose path is too long
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry))
            else:
                yield Path(entry)


def kind(path: Path) -> Kind:
    """What a file is, by what is in it; only the first and last bytes of it are read."""
    suffix = path.suffix.lower()
    if suffix not in _XML | _MARKUP | PACKAGES | {".json", ".xsd"} or path.is_dir():
        return Kind.OTHER
    try:
        if suffix in PACKAGES:
            return Kind.REPORT if _is_report_package(path) else Kind.OTHER
        with opened(path) as file:
            if suffix in _XML | {".xsd"}:
                return _by_root(_root_tag(file))
            head, tail = file.read(_HEAD_BYTES), _tail(file)
    except (OSError, ValueError, etree.XMLSyntaxError, Unusable):
        return Kind.UNREADABLE if suffix != ".xsd" else Kind.OTHER
    if suffix == ".json":
        return Kind.REPORT if any(document_type in head for document_type in _OIM) else Kind.OTHER
    if not any(namespace in head for namespace in _INLINE):
        return Kind.OTHER
    return Kind.PART if _VIEWER in tail else Kind.REPORT


def opened(path: Path) -> BinaryIO:
    """A file, open for reading.

    Raises:
        OSError: it cannot be opened, or is no regular file (a device, a pipe: there would be no end of it).
        ValueError: no file can have that name.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(0, "it is no regular file")
    return path.open("rb")


def _root_tag(file: BinaryIO) -> str:
    for _, element in etree.iterparse(file, events=("start",), resolve_entities=False, no_network=True):
        return str(element.tag)
    return ""


def _by_root(tag: str) -> Kind:
    return Kind.REPORT if tag in _INSTANCE else Kind.PART if tag in _PARTS else Kind.OTHER


def _tail(file: BinaryIO) -> bytes:
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _TAIL_BYTES))
    return file.read()


def _is_report_package(path: Path) -> bool:
    with Zip(path, largest=_LARGEST_MEMBER, total=_LARGEST_PACKAGE) as package:
        return any("/META-INF/report" in name or "/reports/" in name for name in package.names)


def unusable(path: Path) -> str | None:
    """Why a file cannot be validated at all, in a sentence; None if it can be tried. Packages are unpacked once."""
    try:
        with opened(path) as file:
            size = file.seek(0, os.SEEK_END)
            packed = zipfile.is_zipfile(file)  # Arelle takes it for one then, whatever its ending
        if size > _LARGEST_FILE:
            return f"It has {size // MEGABYTE} MB; the limit is {_LARGEST_FILE // MEGABYTE} MB."
        if packed or path.suffix.lower() in PACKAGES:
            check(path, largest=_LARGEST_MEMBER, total=_LARGEST_PACKAGE)
    except Unusable as error:
        return f"The package cannot be used: {error}."
    except (OSError, ValueError) as error:
        return f"It cannot be read: {getattr(error, 'strerror', None) or error}."
    return None


def home(path: Path) -> Path:
    """Where the files that a report refers to may lie: a package, the folder, or the unpacked package around it.

    A report package has its reports in `reports/`, or one folder below, and their taxonomy beside that (Report Packages
    1.0, 4).
    """
    if path.suffix.lower() in PACKAGES:
        return path
    around = (path.absolute().parent, path.absolute().parent.parent)
    return next((folder.parent for folder in around if folder.name == "reports"), around[0])
