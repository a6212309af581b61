"""DQC_0015 (EFM 6.05.43): concepts that cannot be negative.

The committee keeps a list of some 3,500 concepts. Ours is the sign class of a concept
(`knowledge.signs`), which signs are set by, too. What moves equity is asked of the whole alone: options that are
exercised out of treasury stock take from one component what they give another.
"""

from __future__ import annotations

from collections.abc import Iterator

from converter.findings import Finding
from converter.validation.checks.book import Book, figure, remark, value


def check(book: Book) -> Iterator[Finding]:
    """Negative facts of such concepts."""
    for concept, facts in book.facts.items():
        if not book.signs.is_never_negative(concept, book.index):
            continue
        for period, fact in facts.items():
            moves_component = book.is_of_component and not period.is_instant
            if value(fact) < 0 and not moves_component:
                yield remark(
                    "DQC_0015",
                    f"{concept} is {figure(fact)}, but it cannot be negative; check the printed sign, and whether the "
                    "line means another concept.",
                    fact,
                )
