"""Which statement a table is, by its landmarks and by how the captions of such statements read.

Lists of landmarks end somewhere: the balance sheet of a broker has no current assets, and a note has a few captions of
any statement. How captions of each kind read is learned (`learned/`).
"""

from __future__ import annotations

from converter.statements.classify import Captions, Verdict, classify, title_of
from converter.statements.learned import load
from converter.tables.table import Table

_FEW = 3
"""Landmarks below which a title is held against the captions."""
_UNLIKE = 0.05
"""How likely a table with a title and few landmarks must be of that kind."""
_LIKE = 0.5
"""How likely a table without a title must be of the kind that its landmarks say."""
_SURELY_LIKE = 0.85
"""How likely one without its landmarks must be of the kind that its title says."""


def judge(table: Table, captions: Captions) -> Verdict | None:
    """The statement that a table with these captions is, or None.

    Where the title and some landmarks agree, nothing else is asked.
    """
    verdict = classify(table, captions)
    if verdict is not None and verdict.titled and verdict.landmarks >= _FEW:
        return verdict
    _, kinds = title_of(table)
    if verdict is None and not kinds:
        return None
    shares = load().shares(row.stub for row in table.rows)
    if verdict is not None and shares[verdict.kind] >= (_UNLIKE if verdict.titled else _LIKE):
        return verdict
    like = [kind for kind in kinds if shares[kind] >= _SURELY_LIKE]
    by_title = classify(table, captions, like) if like else None
    return by_title if by_title is not None and by_title.kind in like else None
