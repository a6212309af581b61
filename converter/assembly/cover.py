"""The dei facts: what the document is and whose, as far as it tells (EFM 6.05.20), in the release's types."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from converter.assembly.contexts import period_id
from converter.assembly.cover_page import CoverPage
from converter.assembly.cover_page import Printed as Print
from converter.assembly.entity import UNKNOWN, Registrant
from converter.assembly.facts import fact_id
from converter.assembly.fiscal import Fiscal
from converter.assembly.print_reading import source
from converter.assembly.printed import printed
from converter.findings import Finding, Severity
from converter.report import Fact, Source, Transformation
from converter.sources.document import Document
from converter.taxonomy import Index
from converter.terms import Name, Period

DEI = "dei"

_REQUIRED = ("DocumentType", "DocumentPeriodEndDate", "EntityRegistrantName", "EntityCentralIndexKey", "AmendmentFlag")
_ANNUAL = re.compile(r"10-?K|20-F|40-F|ARS", re.IGNORECASE)
_QUARTERLY = re.compile(r"10-?Q", re.IGNORECASE)
_TRANSITION = re.compile(r"10-?[KQ](?:T|SBT)|10-T", re.IGNORECASE)
_PERIODIC = re.compile(r"10-?[KQ]", re.IGNORECASE)
_FORM = re.compile(r"10-?[KQ]|20-F|40-F|8-K|6-K|10-?SB|10\b", re.IGNORECASE)
"""Forms with a cover page that says who the registrant is."""


_FORM_S_NAME = r"\bform\s+10-?[kq]\w*"


@dataclass(frozen=True, slots=True)
class Stated:
    """What a dei fact says.

    Attributes:
        value: None: nothing is known.
        sources: where it is printed.
        day: of an amount, the day that it is of; None: it is of the period of the report.
        unit, decimals: of an amount.
    """

    value: str | Decimal | None
    sources: tuple[Source, ...] = ()
    day: date | None = None
    unit: str | None = None
    decimals: int | None = None


def cover_facts(
    document: Document,
    registrant: Registrant,
    fiscal: Fiscal,
    period_end: date,
    form: str | None,
    index: Index,
    findings: list[Finding],
) -> tuple[tuple[Fact, ...], frozenset[Period]]:
    """The dei facts, in the order of the cover's presentation, and the periods that they are of."""
    page = CoverPage(document)
    facts = []
    periods = set()
    for local, stated in _stated(document, page, registrant, fiscal, period_end, form, index):
        element = index.get(local, DEI)
        value = stated.value
        if element is not None and isinstance(value, str):
            value = _allowed(value, element.type, index)
        if element is None or value is None:
            continue
        period = Period(stated.day) if stated.day else fiscal.period
        periods.add(period)
        name, context = Name(DEI, local), period_id(period)
        sources = stated.sources or (printed(document, local, value) if isinstance(value, str) else ())
        facts.append(Fact(fact_id(name, context), name, context, value, stated.unit, stated.decimals, sources))
    told = {fact.concept.local for fact in facts}
    missing = [local for local in _REQUIRED if local not in told]
    if missing:
        findings.append(
            Finding(
                Severity.INFO,
                "EFM.6.05.20",
                f"The document does not tell {', '.join(f'dei:{local}' for local in missing)}; options can.",
            )
        )
    return tuple(facts), frozenset(periods)


def _stated(
    document: Document,
    page: CoverPage,
    registrant: Registrant,
    fiscal: Fiscal,
    period_end: date,
    form: str | None,
    index: Index,
) -> Iterator[tuple[str, Stated]]:
    yield "DocumentType", Stated(form)
    if form is not None:
        yield from _kinds(document, page, form)
        yield from _amendment(document, page, form)
    last = page.day(period_end)
    yield "DocumentPeriodEndDate", _dated(document, period_end.isoformat(), last, "date-monthname-day-year-en")
    yield "DocumentFiscalYearFocus", Stated(str(fiscal.year) if fiscal.year else None)
    yield "DocumentFiscalPeriodFocus", Stated(fiscal.focus)
    if fiscal.year_end:
        month, day = (int(part) for part in fiscal.year_end.split("-"))
        ended = page.month_day(month, day, last.span if last else None)
        yield "CurrentFiscalYearEndDate", _dated(document, f"--{fiscal.year_end}", ended, "date-monthname-day-en")
    yield "EntityRegistrantName", Stated(registrant.entity.name if registrant.entity.name != UNKNOWN else None)
    yield "EntityCentralIndexKey", Stated(registrant.cik)
    if form is not None and _FORM.match(form):
        yield from _company(document, page)
    # Today's cover wants a symbol beside the title of its class and its exchange, which no document of old has (EFM
    # 6.05.45).
    yield "TradingSymbol", Stated(registrant.symbol if index.get("Security12bTitle", DEI) is None else None)
    if form is not None and _PERIODIC.match(form):
        yield "EntityCommonStockSharesOutstanding", _amount(document, page.shares_outstanding(), "shares")
        yield "EntityPublicFloat", _amount(document, page.public_float() if _ANNUAL.match(form) else None, "USD")


_BOXES = {
    "WrittenCommunications": r"\bwritten\s+communications?\s+pursuant\s+to\s+rule\s+425\b",
    "SolicitingMaterial": r"\bsoliciting\s+material\s+pursuant\s+to\s+rule\s+14a-12\b",
    "PreCommencementTenderOffer": r"\bpre-?commencement\s+communications?\s+pursuant\s+to\s+rule\s+14d-2\b",
    "PreCommencementIssuerTenderOffer": r"\bpre-?commencement\s+communications?\s+pursuant\s+to\s+rule\s+13e-4\b",
}
"""The boxes on the cover of a current report since 2004, by their words (EFM 6.05.52)."""


def _kinds(document: Document, page: CoverPage, form: str) -> Iterator[tuple[str, Stated]]:
    """Which report a form is: what the boxes of a periodic (EFM 6.05.49) or a current one say."""
    if form.startswith("8-K"):
        for local, words in _BOXES.items():
            box = page.box(words)
            if box is not None:
                said = "true" if box[0] else "false"
                yield local, _dated(document, said, box[1], f"fixed-{said}")
    if not _PERIODIC.match(form):
        return
    transition = bool(_TRANSITION.match(form))
    if _ANNUAL.match(form):
        yield "DocumentAnnualReport", _flag(document, page, r"\bannual\s+report\b", not transition)
    if _QUARTERLY.match(form):
        yield "DocumentQuarterlyReport", _flag(document, page, r"\bquarterly\s+report\b", not transition)
    yield "DocumentTransitionReport", _flag(document, page, r"\btransition\s+report\b", transition)


def _amendment(document: Document, page: CoverPage, form: str) -> Iterator[tuple[str, Stated]]:
    """Whether it amends another filing, and which amendment it is (EFM 6.05.20)."""
    amends = form.endswith("/A")
    yield "AmendmentFlag", Stated("true" if amends else "false")
    if amends:
        called = page.amendment()
        yield (
            "AmendmentDescription",
            Stated(called.text, _places(document, called)) if called else Stated(f"Amendment: {form}"),
        )


def _company(document: Document, page: CoverPage) -> Iterator[tuple[str, Stated]]:
    """Where the company is and how it is numbered: as the header says, or else the cover page."""
    business = document.header.business
    yield "EntityFileNumber", _either(document, business.file_number, page.file_number())
    yield "EntityIncorporationStateCountryCode", Stated(business.incorporated or page.state_of_incorporation())
    yield "EntityTaxIdentificationNumber", _either(document, business.irs_number, page.irs_number())
    yield "EntityAddressAddressLine1", _spelled(document, page, business.street)
    yield "EntityAddressAddressLine2", _spelled(document, page, business.street_2)
    yield "EntityAddressCityOrTown", _spelled(document, page, business.city)
    yield "EntityAddressStateOrProvince", Stated(business.state)
    yield "EntityAddressPostalZipCode", _spelled(document, page, business.zip)
    phone = page.phone()
    if phone is not None:
        for local, part in zip(("CityAreaCode", "LocalPhoneNumber"), phone, strict=True):
            yield local, Stated(part.text, _places(document, part))
    else:
        digits = re.sub(r"[^0-9]", "", business.phone or "")
        if len(digits) == 10:
            yield "CityAreaCode", Stated(digits[:3])
            yield "LocalPhoneNumber", Stated(f"{digits[3:6]}-{digits[6:]}")


def _either(document: Document, given: str | None, found: Print | None) -> Stated:
    """What the header gives; what the cover prints where it gives nothing, or the same with other noughts."""
    if found is not None and (given is None or _plain(given) == _plain(found.text)):
        return Stated(found.text, _places(document, found))
    return Stated(given)


def _spelled(document: Document, page: CoverPage, given: str | None) -> Stated:
    """What the header gives in capitals, as the cover prints it if it does."""
    found = page.spelled(given) if given else None
    return Stated(found.text, _places(document, found)) if found else Stated(given)


def _plain(number: str) -> str:
    """A number in pieces without what is filled in before each: `000-10030` is `0-10030`."""
    return "-".join(piece.lstrip("0") for piece in number.split("-"))


def _flag(document: Document, page: CoverPage, words: str, value: bool) -> Stated:
    """A box, at the words beside it; where the cover has no such box, at the name of the form, which tells as much."""
    said = "true" if value else "false"
    return _dated(document, said, page.words(words) or page.words(_FORM_S_NAME), f"fixed-{said}")


def _dated(document: Document, value: str, found: Print | None, rule: str) -> Stated:
    """A value that a rule makes of what is printed."""
    if found is None:
        return Stated(value)
    return Stated(value, tuple(replace(each, transformation=Transformation(each.span, rule=rule))
                               for each in _places(document, found)))  # fmt: skip


def _amount(document: Document, found: Print | None, unit: str) -> Stated:
    if found is None or found.value is None:
        return Stated(None)
    place = source(document, found.span, found.text, found.value)
    return Stated(found.value, (place,), found.day, unit, found.decimals)


def _places(document: Document, found: Print) -> tuple[Source, ...]:
    """Where the cover prints something; nowhere if markup stands between its characters."""
    characters = document.text[found.span.start : found.span.end]
    return () if "<" in characters else (Source(found.span, characters),)


def _allowed(text: str, type_: str, index: Index) -> str | None:
    """The text as its type allows it: of an enumeration the value, its form without a suffix, or `Other`; None where a
    pattern does not allow it.
    """
    prefix, _, local = type_.partition(":")
    declared = index.facts.types.get(prefix, {}).get(local)
    facets = declared.facets if declared else ()
    patterns = [value for facet, value in facets if facet == "pattern"]
    if patterns and not any(re.fullmatch(pattern, text) for pattern in patterns):
        bare = text.replace("-", "")  # 2009 has the employer's number without its dash
        return bare if any(re.fullmatch(pattern, bare) for pattern in patterns) else None
    values = [value for facet, value in facets if facet == "enumeration"]
    if not values:
        return text
    base = re.sub(r"(405|T)?(/A)?$", "", text)
    return next((value for value in (text, base, "Other") if value in values), None)
