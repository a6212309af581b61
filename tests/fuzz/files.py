"""The files of a damaged document: all of them can be made, and those in XML are XML."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from converter import Conversion


def check(conversion: Conversion, formats: Sequence[str]) -> None:
    """Make the XBRL files and those of the formats.

    Raises:
        XMLSyntaxError: one is not XML that should be.
    """
    for name, content in conversion.files(formats).items():
        if name.endswith((".xml", ".xsd", ".htm")):
            etree.fromstring(content, etree.XMLParser(huge_tree=True, resolve_entities=False))
