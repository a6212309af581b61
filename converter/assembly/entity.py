"""Whose report it is: the registrant, its CIK and trading symbol, and the names that follow from them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from converter.assembly.charter import cik_on_cover, name_on_cover, shown
from converter.digits import whole
from converter.errors import UsageError
from converter.findings import Finding, Severity
from converter.grammars import markup
from converter.grammars.companies import SUFFIX, name_words, same_company, telling_words, without_subsidiaries
from converter.options import Options
from converter.report import Entity
from converter.sources.document import Document
from converter.statements.statement import Statement

CIK_SCHEME = "http://www.sec.gov/CIK"
OWN_SCHEME = "http://retroxbrl.example/company"
"""Identifier scheme of companies without a known CIK: a name that RFC 2606 keeps from belonging to anyone."""

UNKNOWN = "Unknown registrant"

_OPENING = 30_000
"""Characters of a part in which a release introduces its company."""

_COVER = 100_000
"""Characters of a part, markup included, that its cover may take."""
_BOUGHT = re.compile(r"business(?:es)?\s+acquired", re.IGNORECASE)

_EXCHANGE = r"(?:nasdaq|nyse|amex|new york stock exchange|american stock exchange|otc\s?bb|otc bulletin board)"
_LISTING = re.compile(
    rf"\(\s*(?:[^():]{{0,30}}\b)?{_EXCHANGE}\b[^():]{{0,30}}:\s*[\"“]?(?P<symbol>[A-Z]{{1,5}}(?:\.[A-Z])?)\b[^()]{{0,40}}\)",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"(?:(?:[A-Z][\w&.'’-]*|of|and|the|&)[,\s]+)*[A-Z][\w&.'’-]*[,.]?\s*$")
_RESERVED_PREFIXES = (
    "xbrli xbrl xbrldi xbrldt link xlink xml xsi xsd iso dei srt us gaap ix ixt country currency exch invest naics sic "
    "stpr ecd cyd types dtr utr ref"
)
_RESERVED = frozenset(_RESERVED_PREFIXES.split())
_COMMON_WORDS = (
    "general american first national united international company companies global standard consolidated allied "
    "associated universal applied advanced new north south east west northern southern eastern western central "
    "pacific atlantic federal continental commercial community citizens peoples bank capital financial energy"
)
_COMMON = frozenset(_COMMON_WORDS.split())
"""What many companies' names begin with: it tells none from another."""
_LEADING_DIGITS = re.compile(r"^[0-9]+")
_LONGEST_PREFIX = 10
_NOBODY = "registrant"
"""The prefix where no name is known."""


@dataclass(frozen=True, slots=True)
class Registrant:
    """The company as far as it is known.

    Attributes:
        prefix: namespace prefix of its extension: lower-case letters and digits, at most ten.
        symbol: its trading symbol as printed, if any.
    """

    entity: Entity
    cik: str | None
    symbol: str | None
    prefix: str

    def namespace(self, period_end: date) -> str:
        """Of the extension, in the form of EFM 6.07.04: an authority and the period's end as the version date.

        Nobody but the company could tell its authority; one below `.example` (RFC 2606) takes no one's.
        """
        return f"http://{self.prefix}.example/{period_end:%Y%m%d}"


def registrant(
    document: Document, statements: Sequence[Statement], options: Options, findings: list[Finding]
) -> Registrant:
    """The company of a document: what the caller says, then the EDGAR header, then what the text prints.

    Raises:
        UsageError: the given CIK or prefix cannot be one.
    """
    listed_as, symbol = _listing(document)
    name = options.company or document.header.company or _on_cover(document, name_on_cover)
    cik = options.cik or document.header.cik or _on_cover(document, cik_on_cover)
    other = _acquired(document, statements)
    if other and not options.company:
        name, cik = other, options.cik
        message = f"The statements are those of {other}, not of {document.header.company}, which filed them."
        findings.append(Finding(Severity.WARNING, "mapping.company-acquired", message))
    name = name or listed_as or _heading(document, statements)
    if not name:
        findings.append(
            Finding(Severity.WARNING, "mapping.company-unknown", "No company is named; give it with `company`.")
        )
    cik = _cik(cik)
    prefix = _prefix(options.prefix, symbol, name)
    if cik is None:
        findings.append(
            Finding(
                Severity.WARNING,
                "EFM.6.05.01",
                f"No CIK is known; the company is identified as {prefix} in a scheme of our own. Give it with `cik`.",
            )
        )
    scheme, identifier = (CIK_SCHEME, cik) if cik else (OWN_SCHEME, prefix)
    return Registrant(Entity(scheme, identifier, name or UNKNOWN), cik, symbol, prefix)


def _cik(given: str | None) -> str | None:
    if given is None:
        return None
    digits = given.strip().lstrip("0")
    if whole(digits, 10) is None:
        raise UsageError(f"{given!r} is not a CIK.", "A CIK has up to ten digits.")
    return digits.zfill(10)


def _prefix(given: str | None, symbol: str | None, name: str | None) -> str:
    if given is not None:
        if not re.fullmatch(r"[a-z][a-z0-9]{0,19}", given) or given in _RESERVED:
            raise UsageError(
                f"{given!r} cannot be the prefix of an extension.",
                "Take up to twenty lower-case letters and digits, a letter first, that are not a standard prefix.",
            )
        return given
    for candidate in (symbol or "", *_short_names(name or "")):
        prefix = _LEADING_DIGITS.sub("", re.sub(r"[^a-z0-9]", "", candidate.lower()))[:_LONGEST_PREFIX]
        if prefix and prefix not in _RESERVED:
            return prefix
    return _NOBODY


def _short_names(name: str) -> Iterator[str]:
    """The name's first telling word, and the words run together for the case that it does not serve: that it is short,
    or one that companies have in common (`General`, `First`).
    """
    words, telling = name_words(name), telling_words(name)
    if telling and len(telling[0]) > 2 and telling[0].lower() not in _COMMON:
        yield telling[0]
    yield "".join(telling)
    yield "".join(words)


def _openings(document: Document, length: int, plain: Callable[[str], str]) -> Iterator[str]:
    """The first characters of each readable part.

    Args:
        length: how many, markup included.
        plain: what makes text of HTML.
    """
    for part in document.readable:
        text = document.text[part.span.start : min(part.span.end, part.span.start + length)]
        yield plain(text) if part.format == "html" else text


def _blanked(html: str) -> str:
    """HTML with its tags blanked."""
    return markup.TAG.sub(lambda tag: " " * len(tag.group()), html)


def _on_cover(document: Document, read: Callable[[str], str | None]) -> str | None:
    """What the first part tells whose cover tells it."""
    return next(filter(None, map(read, _openings(document, _COVER, shown))), None)


def _acquired(document: Document, statements: Sequence[Statement]) -> str | None:
    """The company whose statements an 8-K brings because it was bought."""
    header = document.header
    if not header.filers or not (header.form or "").startswith("8-K"):
        return None
    names = {statement.company for statement in statements if statement.company}
    filers = [filer.name for filer in header.filers]
    if len(names) != 1 or any(same_company(name, filer) for name in names for filer in filers):
        return None
    return names.pop() if _BOUGHT.search(document.text) else None


def _listing(document: Document) -> tuple[str | None, str | None]:
    """The company and its symbol as a release introduces them: `Valence Technology, Inc. (NASDAQ: VLNC)`."""
    for text in _openings(document, _OPENING, _blanked):
        match = _LISTING.search(text)
        if match and match["symbol"].isupper():
            before = _NAME_BEFORE.search(text[max(0, match.start() - 90) : match.start()])
            return (_clean(before.group()) if before else None), match["symbol"]
    return None, None


def _heading(document: Document, statements: Sequence[Statement]) -> str | None:
    """The line with a company's suffix nearest above a statement's columns."""
    for statement in statements:
        start = statement.span.start
        above = document.text[max(0, start - 800) : min(start + 400, statement.span.end)]
        lines = markup.TAG.sub("\n", above).splitlines()
        names = [line.strip() for line in lines if SUFFIX.search(line) and 4 < len(line.strip()) < 70]
        titled = [name for name in names if name[0].isupper() and not name.endswith(":") and not re.search(r"\d", name)]
        if titled:
            return _clean(titled[-1])
    return None


def _clean(name: str) -> str | None:
    text = " ".join(without_subsidiaries(name).replace("&amp;", "&").split()).strip(" ,-")
    return text or None
