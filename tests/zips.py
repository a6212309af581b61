"""Zip files as no program would write them, made byte by byte."""

from __future__ import annotations

import struct
import warnings
import zipfile
from collections.abc import Iterable
from pathlib import Path

Members = Iterable[tuple[str, str | bytes]]

_LOCAL, _CENTRAL = b"PK\x03\x04", b"PK\x01\x02"
_FLAGS, _METHOD, _SIZE = {_LOCAL: 6, _CENTRAL: 8}, {_LOCAL: 8, _CENTRAL: 10}, {_LOCAL: 22, _CENTRAL: 24}


def zipped(path: Path, members: Members) -> Path:
    """A zip of members, in their order; names may be there twice, or lead anywhere."""
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        warnings.simplefilter("ignore")  # of names that are there twice
        for name, content in members:
            made.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return path


def encrypted(path: Path) -> Path:
    """The same zip, whose members say that they are encrypted."""
    return _patched(path, _FLAGS, struct.pack("<H", 1))


def packed_by_an_unknown_method(path: Path) -> Path:
    """The same zip, whose members say that they are packed by method 99."""
    return _patched(path, _METHOD, struct.pack("<H", 99))


def lying_about_sizes(path: Path) -> Path:
    """The same zip, whose members say that they have one byte."""
    return _patched(path, _SIZE, struct.pack("<I", 1))


def _patched(path: Path, field: dict[bytes, int], value: bytes) -> Path:
    data = bytearray(path.read_bytes())
    for signature, offset in field.items():
        at = data.find(signature)
        while at >= 0:
            data[at + offset : at + offset + len(value)] = value
            at = data.find(signature, at + 4)
    path.write_bytes(data)
    return path
