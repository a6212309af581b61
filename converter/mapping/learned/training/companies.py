"""Which filings are of one company.

The table names filings, not companies, and a filing's number names the agent who filed it. A company shows itself
in what it repeats from quarter to quarter and nobody else has: rare captions and the names of its own concepts. Two
filings are taken for one company's if they share enough of those, by weight; subsidiaries that copy their parent's
statements go with it. A model must not be scored on a company that it has learned from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import log

import numpy as np
import numpy.typing as npt

from converter.mapping.learned.caption import words
from converter.mapping.learned.training.table import Tagged

_SHARED_IN_INDUSTRY = 0.25
_SHARED_ELSEWHERE = 0.4
"""The least share of the poorer filing's weight that both have. Filings of different companies hardly reach 0.2."""

_COMMON = 200
"""A caption in more filings than this tells nothing, and is not looked at."""


def companies(statements: Sequence[Tagged]) -> dict[str, int]:
    """The company of each filing, as a number."""
    filings = list(dict.fromkeys(each.filing for each in statements))
    industry = {each.filing: each.sic for each in statements}
    sics = np.array([industry[filing] or 0 for filing in filings])
    shared = _shared(filings, statements)
    needed = np.where(sics[:, None] == sics[None, :], _SHARED_IN_INDUSTRY, _SHARED_ELSEWHERE)
    group = list(range(len(filings)))

    def first(member: int) -> int:
        while group[member] != member:
            group[member] = group[group[member]]
            member = group[member]
        return member

    for a, b in np.argwhere(shared >= needed):
        group[first(int(a))] = first(int(b))
    return {filing: first(number) for number, filing in enumerate(filings)}


def _shared(filings: Sequence[str], statements: Sequence[Tagged]) -> npt.NDArray[np.float64]:
    """For each two filings, the weight of what both have over the weight of the one that has less."""
    number = {filing: n for n, filing in enumerate(filings)}
    holders: dict[str, set[int]] = defaultdict(set)
    for each in statements:
        for caption, tag in zip(each.captions, each.tags, strict=True):
            holders[f"{each.kind} {' '.join(words(caption))}"].add(number[each.filing])
            if tag.startswith("EXT:"):
                holders[tag.lower()].add(number[each.filing])
    common = np.zeros((len(filings), len(filings)))
    whole = np.zeros(len(filings))
    for having in holders.values():
        members = np.array(sorted(having))
        weight = log(len(filings) / len(members))
        whole[members] += weight
        if len(members) <= _COMMON:
            common[np.ix_(members, members)] += weight
    np.fill_diagonal(common, 0)
    return np.asarray(common / np.maximum(np.minimum(whole[:, None], whole[None, :]), 1e-9))


def folds(company: dict[str, int], n: int) -> dict[str, int]:
    """The fold of each filing: `n` folds of about as many filings each, no company in two of them."""
    members: dict[int, list[str]] = defaultdict(list)
    for filing, number in company.items():
        members[number].append(filing)
    filled = [0] * n
    chosen: dict[str, int] = {}
    for number in sorted(members, key=lambda number: (-len(members[number]), number)):
        fold = filled.index(min(filled))
        filled[fold] += len(members[number])
        chosen.update(dict.fromkeys(members[number], fold))
    return chosen
