"""The dei facts: what the document is and whose, as far as it tells (EFM 6.05.20), in the release's types."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from converter.assembly.contexts import period_id
from converter.assembly.entity import UNKNOWN, Registrant
from converter.assembly.facts import fact_id
from converter.assembly.fiscal import Fiscal
from converter.assembly.printed import printed
from converter.findings import Finding, Severity
from converter.report import Fact
from converter.sources.document import Document
from converter.taxonomy import Index
from converter.terms import Name

DEI = "dei"

_REQUIRED = ("DocumentType", "DocumentPeriodEndDate", "EntityRegistrantName", "EntityCentralIndexKey", "AmendmentFlag")


def cover_facts(
    document: Document,
    registrant: Registrant,
    fiscal: Fiscal,
    period_end: date,
    form: str | None,
    index: Index,
    findings: list[Finding],
) -> tuple[Fact, ...]:
    """The dei facts, in the order of the cover's presentation."""
    stated = {local: text for local, text in _stated(registrant, fiscal, period_end, form) if text is not None}
    context = period_id(fiscal.period)
    facts = []
    for local, text in stated.items():
        element = index.get(local, DEI)
        value = _allowed(text, element.type, index) if element is not None else None
        if value is not None:
            name = Name(DEI, local)
            sources = printed(document, local, value)
            facts.append(Fact(fact_id(name, context), name, context, value, None, None, sources))
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
    return tuple(facts)


def _stated(
    registrant: Registrant, fiscal: Fiscal, period_end: date, form: str | None
) -> Iterator[tuple[str, str | None]]:
    yield "DocumentType", form
    yield "AmendmentFlag", None if form is None else ("true" if form.endswith("/A") else "false")
    yield "DocumentPeriodEndDate", period_end.isoformat()
    yield "DocumentFiscalYearFocus", str(fiscal.year) if fiscal.year else None
    yield "DocumentFiscalPeriodFocus", fiscal.focus
    yield "CurrentFiscalYearEndDate", f"--{fiscal.year_end}" if fiscal.year_end else None
    yield "EntityRegistrantName", registrant.entity.name if registrant.entity.name != UNKNOWN else None
    yield "EntityCentralIndexKey", registrant.cik
    yield "TradingSymbol", registrant.symbol


def _allowed(text: str, type_: str, index: Index) -> str | None:
    """The text as its type allows it: of an enumeration the value, its form without a suffix, or `Other`."""
    prefix, _, local = type_.partition(":")
    declared = index.facts.types.get(prefix, {}).get(local)
    values = [value for facet, value in declared.facets if facet == "enumeration"] if declared else []
    if not values:
        return text
    base = re.sub(r"(405|T)?(/A)?$", "", text)
    return next((value for value in (text, base, "Other") if value in values), None)
