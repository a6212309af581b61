"""A taxonomy package (XBRL Taxonomy Packages 1.0): a zip whose catalog says which official URL each file stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import normpath
from types import TracebackType
from typing import Protocol

from lxml import etree

from converter.errors import TaxonomyError
from converter.zipped import MEGABYTE, Unusable, Zip

_CATALOG = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}"
_LARGEST_FILE = 64 * MEGABYTE
"""Unpacked; the largest of any us-gaap release is under 10 MB."""
_LARGEST = 512 * MEGABYTE
"""Of a package, unpacked; the largest release is under 60 MB."""
_MOST_REWRITES = 2_000
"""Entries of a catalog; the largest known has some dozens."""
_AGAIN = "Get the package from its publisher again."


def parse(data: bytes) -> etree._Element:
    """The root of an XML file; no entities, no network.

    Raises:
        TaxonomyError: it is no XML.
    """
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))
    except etree.XMLSyntaxError as error:
        raise TaxonomyError(f"A file of the taxonomy package is not XML: {error}.", _AGAIN) from error


def inside(catalog: str, prefix: str) -> str | None:
    """The folder of a package that a `rewritePrefix` of its catalog stands for; None if it is not in the package."""
    folder = normpath(str(PurePosixPath(catalog).parent / prefix)) + "/"
    if "://" in prefix or folder.startswith(("/", "../")):
        return None
    return "" if folder == "./" else folder


class Files(Protocol):
    """Files of a taxonomy by their official URLs; `path` is what messages call them."""

    @property
    def path(self) -> Path: ...

    def urls(self) -> Iterator[str]: ...

    def read(self, url: str) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Held:
    """Files that are at hand already."""

    path: Path
    files: Mapping[str, bytes]

    def urls(self) -> Iterator[str]:
        return iter(self.files)

    def read(self, url: str) -> bytes:
        return self.files[url]


class Package:
    """The files of a taxonomy package by their official URLs.

    Raises:
        TaxonomyError: the file is missing, is no zip, or has no catalog.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._zip = Zip(path, largest=_LARGEST_FILE, total=_LARGEST)
        except Unusable as error:
            raise TaxonomyError(
                f"{path} is not a taxonomy package: {error}.", "Give a zip with META-INF/catalog.xml."
            ) from error
        try:
            self._members = self._by_url()
        except TaxonomyError:
            self._zip.close()
            raise

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def _by_url(self) -> dict[str, str]:
        catalog = next((name for name in self._zip.names if name.endswith("META-INF/catalog.xml")), None)
        if catalog is None:
            raise TaxonomyError(
                f"{self.path} has no META-INF/catalog.xml.", "Give a taxonomy package as the FASB publishes it."
            )
        members: dict[str, str] = {}
        rewrites = list(parse(self._read(catalog)).iter(f"{_CATALOG}rewriteURI"))
        if len(rewrites) > _MOST_REWRITES:
            raise TaxonomyError(f"The catalog of {self.path} has {len(rewrites):,} entries.", _AGAIN)
        for rewrite in rewrites:
            prefix = inside(catalog, rewrite.get("rewritePrefix", ""))
            if prefix is None:
                raise TaxonomyError(
                    f"The catalog of {self.path} leads out of it, to {rewrite.get('rewritePrefix')}.", _AGAIN
                )
            start = rewrite.get("uriStartString", "").removesuffix("/") + "/"
            members.update({start + name[len(prefix) :]: name for name in self._zip.names if name.startswith(prefix)})
        return members

    def _read(self, member: str) -> bytes:
        try:
            return self._zip.read(member)
        except Unusable as error:
            raise TaxonomyError(f"{self.path} cannot be unpacked: {error}.", _AGAIN) from error

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
