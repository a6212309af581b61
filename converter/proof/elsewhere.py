"""The same number elsewhere: another line that gives the same fact, or prose and tables that name it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from converter.proof.book import Book, Vote, value
from converter.report import Fact
from converter.terms import Relation

_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])")
"""Numbers of two groups of digits at least: shorter ones meet by chance."""


def elsewhere(book: Book) -> Iterator[Vote]:
    """Facts that two lines print, and those whose digits the document prints more often than their own lines do."""
    printed = Counter(found[0] for found in _NUMBER.finditer(book.report.document.text))
    for fact in book.printed:
        if value(fact) and (_lines(fact) > 1 or _printed_more(fact, printed)):
            yield Vote(fact.id, Relation.ELSEWHERE)


def _lines(fact: Fact) -> int:
    return len({(source.statement, source.row) for source in fact.sources})


def _printed_more(fact: Fact, printed: Counter[str]) -> bool:
    for source in fact.sources:
        found = _NUMBER.search(source.printed)
        if found is not None and printed[found[0]] > len(fact.sources):
            return True
    return False
