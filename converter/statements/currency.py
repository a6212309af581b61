"""The currency of a document's statements, as their titles and the signs before their amounts say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from converter.findings import Finding, Severity
from converter.grammars.currencies import named_currency
from converter.statements.candidate import Selected
from converter.statements.scales import scale_lines
from converter.statements.statement import Basis
from converter.terms.unit import DOLLAR

_LONGEST = 90
"""Characters of a line; longer ones are prose, which speaks of many currencies."""


def find_currency(chosen: Sequence[Selected], findings: list[Finding]) -> str:
    """The code, in ISO 4217, of the currency that the statements are in: what most of those that say one say, else the
    dollar.
    """
    said = {at: code for at, one in enumerate(chosen) if (code := _stated(one))}
    counts = Counter(said.values())
    currency = counts.most_common(1)[0][0] if counts else DOLLAR
    for at, code in said.items():
        if code != currency:
            message = f"The statement is in {code}, others are in {currency}, which was taken for all."
            findings.append(Finding(Severity.WARNING, "statements.currencies", message, chosen[at].table.span))
    return currency


def _stated(candidate: Selected) -> str | None:
    """The currency that a head of the registrant's columns names, or the nearest line to the figures, or the sign of
    most amounts that have one.
    """
    heads = [column.head for column in candidate.columns if column.basis is Basis.GAAP]
    for line in (*heads, *scale_lines(candidate.table)):
        found = named_currency(line) if len(line) < _LONGEST else None
        if found:
            return found
        if line == candidate.verdict.title:
            break
    signs = Counter(_signs(cell.text for row in candidate.table.rows for cell in row.cells))
    return signs.most_common(1)[0][0] if signs else None


def _signs(texts: Iterable[str]) -> Iterable[str]:
    return (code for text in texts if not text[:1].isdigit() and (code := named_currency(text)))
