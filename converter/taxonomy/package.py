"""A taxonomy package (XBRL Taxonomy Packages 1.0): a zip whose catalog says which official URL each file stands for."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from posixpath import normpath
from types import TracebackType

from lxml import etree

from converter.errors import TaxonomyError

_CATALOG = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}"
_LARGEST_FILE = 64 * 1024 * 1024
"""Bytes of one unpacked file; the largest of any us-gaap release is under 10 MB. Stops a zip bomb."""


def parse(data: bytes) -> etree._Element:
    """The root of an XML file; no entities, no network."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))


class Package:
    """The files of a taxonomy package by their official URLs.

    Raises:
        TaxonomyError: the file is missing, is no zip, or has no catalog.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(path)
        except (OSError, zipfile.BadZipFile) as error:
            raise TaxonomyError(
                f"{path} is not a taxonomy package: {error}.", "Give a zip with META-INF/catalog.xml."
            ) from error
        self._members = self._by_url()

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def _by_url(self) -> dict[str, str]:
        names = [info.filename for info in self._zip.infolist() if not info.is_dir()]
        catalog = next((name for name in names if name.endswith("META-INF/catalog.xml")), None)
        if catalog is None:
            self._zip.close()
            raise TaxonomyError(
                f"{self.path} has no META-INF/catalog.xml.", "Give a taxonomy package as the FASB publishes it."
            )
        members: dict[str, str] = {}
        for rewrite in parse(self._read(catalog)).iter(f"{_CATALOG}rewriteURI"):
            prefix = normpath(str(PurePosixPath(catalog).parent / rewrite.get("rewritePrefix", ""))) + "/"
            start = rewrite.get("uriStartString", "").removesuffix("/") + "/"
            members.update({start + name[len(prefix) :]: name for name in names if name.startswith(prefix)})
        return members

    def _read(self, member: str) -> bytes:
        if self._zip.getinfo(member).file_size > _LARGEST_FILE:
            raise TaxonomyError(
                f"{member} in {self.path} is larger than any taxonomy file.",
                "Get the package from its publisher again.",
            )
        try:
            return self._zip.read(member)
        except (OSError, zipfile.BadZipFile, EOFError, ValueError) as error:
            raise TaxonomyError(
                f"{member} in {self.path} cannot be unpacked: {error}.", "Get the package from its publisher again."
            ) from error

    def urls(self) -> Iterator[str]:
        """The official URLs of all files."""
        return iter(self._members)

    def read(self, url: str) -> bytes:
        """The bytes of the file that stands for `url`.

        Raises:
            KeyError: the package has no such file.
            TaxonomyError: the zip is damaged there.
        """
        return self._read(self._members[url])
