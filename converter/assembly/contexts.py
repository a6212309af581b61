"""Contexts: what each scope of a report is called, and in which order they stand."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping

from converter.report import Context
from converter.terms import Period, Scope

LONGEST = 100
"""Characters of a context's id; XML allows any number, but readers of an instance do not."""

_DIGEST = 8


def period_id(period: Period) -> str:
    """`I20030930` for an instant, `D20030701-20030930` for a duration: the id of a context without members."""
    if period.start is None:
        return f"I{period.end:%Y%m%d}"
    return f"D{period.start:%Y%m%d}-{period.end:%Y%m%d}"


def context_ids(scopes: Iterable[Scope]) -> Mapping[Scope, str]:
    """The id of each scope: `I20030930_RetainedEarningsMember`.

    An id is an NCName, as a period's is and the members' names are. Where two scopes would have one id (a member under
    two axes), and where an id would be too long, a digest of all names makes it unique, whatever the others are.
    """
    readable = {scope: "_".join([period_id(scope.period), *(each.member.local for each in scope.members)])
                for scope in scopes}  # fmt: skip
    times = Counter(readable.values())
    return {
        scope: name if times[name] == 1 and len(name) <= LONGEST else _digested(name, scope)
        for scope, name in readable.items()
    }


def _digested(name: str, scope: Scope) -> str:
    named = " ".join(f"{each.axis}={each.member}" for each in scope.members)
    digest = hashlib.sha256(named.encode()).hexdigest()[:_DIGEST]
    return f"{name[: LONGEST - _DIGEST - 1]}_{digest}"


def contexts(ids: Mapping[Scope, str]) -> tuple[Context, ...]:
    """One context per scope: instants and durations by their end, the latest first; of one period the whole first."""
    ordered = sorted(
        ids,
        key=lambda scope: (
            -scope.period.end.toordinal(),
            (scope.period.start or scope.period.end).toordinal(),
            scope.members,
        ),
    )
    return tuple(Context(ids[scope], scope) for scope in ordered)
