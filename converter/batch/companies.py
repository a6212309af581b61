"""Which documents of a batch are earlier filings of the same company, whose lines most likely are what they were there.

The company and the period are those of the EDGAR header. A document without one, or without a period, stands alone: to
know more of it would take reading it. Filings of one period are not read with one another, so no order of the inputs
counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

from converter.batch.plan import Job
from converter.batch.remote import is_url, opening
from converter.errors import RetroxbrlError
from converter.grammars.companies import telling_words
from converter.options import Options
from converter.sources import header_of
from converter.sources.loading import load

MOST = 8
"""Earlier filings that a document is read with, the latest: two years of annual and quarterly reports."""

_OPENING = 65_536
"""Bytes of a remote input that are read for its header; one that is packed stands alone."""

_READERS = 8
"""How many inputs are read at a time."""

Filed = tuple[str, date]
"""Company and period of a filing."""


def with_earlier(jobs: Sequence[Job], options: Options) -> list[Job]:
    """The jobs in their order, each with the names of the earlier filings of its company among them, oldest first."""
    with ThreadPoolExecutor(_READERS) as readers:
        filed = list(readers.map(lambda job: _filed(job.source, options), jobs))
    periods: dict[str, dict[date, list[str]]] = defaultdict(lambda: defaultdict(list))
    for job, one in zip(jobs, filed, strict=True):
        if one is not None:
            company, period = one
            periods[company][period].append(job.name)
    earlier = {filing: names for company in periods for filing, names in _before(company, periods[company])}
    return [replace(job, earlier=earlier[one]) if one else job for job, one in zip(jobs, filed, strict=True)]


def _before(company: str, periods: dict[date, list[str]]) -> list[tuple[Filed, tuple[str, ...]]]:
    """For each period of a company the filings of the periods before it."""
    found, known = [], list[str]()
    for period in sorted(periods):
        found.append(((company, period), tuple(known[-MOST:])))
        known += sorted(periods[period])
    return found


def _filed(source: str, options: Options) -> Filed | None:
    """What a person says of the company, and else its header; None: it is not known whose it is, or of when."""
    try:
        if not is_url(source) and not Path(source).is_file():
            return None
        header = header_of(opening(source, _OPENING) if is_url(source) else load(source), source)
    except (RetroxbrlError, OSError):
        return None  # the document's own conversion says what is wrong with it
    name = options.company or header.company
    company = options.cik or header.cik or "".join(telling_words(name or "")).lower()
    period = header.period or header.filed
    return (company, period) if company and period else None
