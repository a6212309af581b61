"""DQC_0015 (EFM 6.05.43): concepts that cannot be negative.

The committee keeps a list of some 3,500 concepts. Ours is the sign class of a concept
(`knowledge.signs`), which signs are set by, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from converter.findings import Finding
from converter.report import Fact
from converter.validation.checks.book import Book, figure, remark, value


def check(book: Book) -> Iterator[Finding]:
    """Negative facts of such concepts; what eliminations take off others is negative by nature, as the committee's rule
    has it.
    """
    if book.is_of_eliminations:
        return
    for concept, facts in book.facts.items():
        if not book.signs.is_never_negative(concept, book.index):
            continue
        for fact in facts.values():
            if value(fact) < 0 and not _is_made_up_for(book, concept, fact):
                yield remark(
                    "DQC_0015",
                    f"{concept} is {figure(fact)}, but it cannot be negative; check the printed sign, and whether the "
                    "line means another concept.",
                    fact,
                )


def _is_made_up_for(book: Book, concept: str, fact: Fact) -> bool:
    """Whether a part loses what others get: retained earnings, where treasury shares are issued below their cost, and
    the whole of the shares' value is none the less positive; where no whole is stated, preferred stock that is
    converted.
    """
    period = book.period(fact)
    if book.whole is None or period.is_instant:
        return False
    whole = book.whole.facts.get(concept, {}).get(period)
    if whole is not None:
        return value(whole) >= 0
    parts = [value(each) for each in book.whole.parts[concept, period]]
    return max(parts) > 0 if fact.unit == "shares" else sum(parts) >= 0
