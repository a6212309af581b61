"""The fields of an EDGAR header that say where a company is and how it is numbered.

A header comes as indented `LABEL: value` (text) or as `<TAG>value` (the dissemination feed, `.nc`), and gives each
address in a section of its own; the section of the business address is the one that the cover page asks for.
"""

from __future__ import annotations

import re

from converter.sources.document import Business

_VALUE = r"[ \t]*([^\s<][^\r\n<]{0,150})"
_SECTION = re.compile(
    r"(?:BUSINESS ADDRESS:|<BUSINESS-ADDRESS>)(.{0,800}?)(?:MAIL ADDRESS:|<MAIL-ADDRESS>|</BUSINESS-ADDRESS>|FORMER "
    r"COMPANY:|FILER:|</SEC-HEADER>|<DOCUMENT>|\Z)",
    re.DOTALL,
)
_DIGITS = re.compile(r"[0-9]+")
_IRS_DIGITS = 9


def _field(label: str, tag: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:[ \t]*{label}:|<{tag}>){_VALUE}", re.MULTILINE)


_INCORPORATED = _field("STATE OF INCORPORATION", "STATE-OF-INCORPORATION")
_IRS_NUMBER = _field("IRS NUMBER", "IRS-NUMBER")
_FILE_NUMBER = _field("SEC FILE NUMBER", "FILE-NUMBER")
_STREET = _field("STREET 1", "STREET1")
_STREET_2 = _field("STREET 2", "STREET2")
_CITY = _field("CITY", "CITY")
_STATE = _field("STATE", "STATE")
_ZIP = _field("ZIP", "ZIP")
_PHONE = _field("BUSINESS PHONE", "PHONE")


def read_business(head: str) -> Business:
    """What a header says of its first filer; a number for the IRS that is zeros or of other than nine digits is
    nobody's.
    """
    section = _SECTION.search(head)
    address = section[1] if section else ""
    return Business(
        incorporated=_first(_INCORPORATED, head),
        irs_number=_irs(_first(_IRS_NUMBER, head) or ""),
        file_number=_first(_FILE_NUMBER, head),
        street=_first(_STREET, address),
        street_2=_first(_STREET_2, address),
        city=_first(_CITY, address),
        state=_first(_STATE, address),
        zip=_first(_ZIP, address),
        phone=_first(_PHONE, address),
    )


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return found[1].strip() if found else None


def _irs(text: str) -> str | None:
    digits = "".join(_DIGITS.findall(text))
    if len(digits) != _IRS_DIGITS or not digits.strip("0"):
        return None
    return f"{digits[:2]}-{digits[2:]}"
