"""Which part of the company each of several columns of one period is of, by the words of their heads.

Some words say what a part is, wherever they stand: `Parent Company`, `Guarantor Subsidiaries`, `Eliminations`. Any
other name is of a segment, or of a company where it ends like one, and counts where figures or the print vouch for it:
one column is the whole of the others, or each period has columns of the same names. Of a group of columns that heads
do not tell apart nothing is said, and of none in a table where a whole is printed that its parts do not make up: heads
hang over columns that are not theirs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from converter.grammars.companies import SUFFIX
from converter.statements.statement import Basis, Column, Component
from converter.statements.wholes import is_dated, make_up
from converter.tables.table import Row
from converter.terms import Period

ENTITIES, ELIMINATIONS, SEGMENTS = "entities", "eliminations", "segments"
BETWEEN_SEGMENTS, PREDECESSOR = "between_segments", "predecessor"
"""What the columns divide."""

_TOKEN = re.compile(r"\S+")
_BROKEN = re.compile(r"(?<=[A-Za-z])-\s+(?=[A-Za-z])")
_MARK = re.compile(r"[(\[]\w[)\]]|\W*")
_ELIMINATIONS = re.compile(
    r"\b(?:eliminations?|eliminating|consolidating|consolidation|intercompany|inter-?segment)\b"
    r"(?:\W+(?:and|adjustments?|entries|eliminations?|reclassifications?))*|"
    r"reclassifications?\s+(?:and|&)\s+eliminations?",
    re.I,
)
_ENTITIES = re.compile(
    r"(?:the\s+)?parent(?:\W+(?:company|only|issuer|guarantor|corporation|alone))*|registrant\s+only|"
    r"(?:subsidiary\s+)?issuer|"
    r"(?:(?:combined|other|subsidiary)\s+)?(?:non-?\s?)?guarantors?(?:\s+subsidiar(?:y|ies))?",
    re.I,
)
_PREDECESSOR = re.compile(r"\bpredecessor\b", re.I)
_SUCCESSOR = re.compile(r"\bsuccessor\b", re.I)
_NO_PART = re.compile(
    r"\b(?:reported|restated|previous\w*|actual|historical|pro|forma|adjust\w*|percent\w*|change|increase|decrease|"
    r"amounts?|shares?|per|gross|net|cost|values?|debit|high|low|average|balances?|rate|yield|before|after|excluding|"
    r"including|first|second|third|fourth|quarters?|budget|plan|estimated|basic|diluted|class|series|common|preferred|"
    r"stock|partners?|units?|items?|charges?|current|prior|gaap|interest|income|expenses?|notes?|successor|"
    r"statements?|sheets?|condensed|consolidating|details?|information|data|dollars)\b|[%$#]",
    re.I,
)
"""Words of heads that say how figures were made, or what of a company they are, not of which part."""
_WHOLE = re.compile(
    r"(?:the\s+)?company|.*\b(?:consolidated|combined|total)\b.*|"
    r".*\band\s+(?:its\s+)?(?:(?:wholly|majority)-?\s*owned\s+)?subsidiar(?:y|ies)",
    re.I,
)
"""A company and its subsidiaries are the whole of one, be it the registrant or another."""


def with_parts_named(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns, those of parts with what their heads say they are of.

    A predecessor's are no figures of the registrant's, though nobody else's are of their periods.

    Args:
        rows: of their table.
    """
    told = _predecessor(columns)
    groups: dict[Period, dict[int, Component]] = {}
    for period in dict.fromkeys(column.period for column in columns if column.basis is Basis.PART and column.period):
        if found := _named([(at, column) for at, column in enumerate(columns) if column.period == period]):
            groups[period] = found
    alike = Counter(frozenset(found.values()) for found in groups.values())
    wholes = {column.period: at for at, column in enumerate(columns) if column.basis is Basis.GAAP and column.period}
    several = [period for period, found in groups.items() if period in wholes and len(found) > 1]
    if all(make_up(sorted(groups[period]), wholes[period], rows) for period in several):
        for period, found in groups.items():
            sure = all(each.axis != SEGMENTS and _says_what(each) for each in found.values())
            if sure or period in wholes or alike[frozenset(found.values())] > 1:
                told.update(found)
    return tuple(
        replace(column, basis=Basis.PART, components=(told[at],)) if at in told else column
        for at, column in enumerate(columns)
    )


def of_part(columns: Sequence[Column], component: Component) -> tuple[Column, ...]:
    """The columns of a statement that is of a part as a whole: those of its GAAP figures are of the part."""
    return tuple(
        replace(column, basis=Basis.PART, components=(component,)) if column.states else column for column in columns
    )


def _predecessor(columns: Sequence[Column]) -> dict[int, Component]:
    """The columns of a predecessor beside others of the registrant."""
    stated = [(at, column.head) for at, column in enumerate(columns) if column.states]
    found = [at for at, head in stated if _PREDECESSOR.search(head) and not _SUCCESSOR.search(head)]
    if len(found) == len(stated):
        return {}
    return {at: Component(PREDECESSOR, None, "Predecessor") for at in found}


def _named(group: Sequence[tuple[int, Column]]) -> dict[int, Component]:
    """What each column of parts is of, and those of eliminations beside them; nothing where two are called the same, or
    one is called nothing.
    """
    found: dict[int, Component] = {}
    for at, column in group:
        caption = part_caption(column.head)
        if column.basis is Basis.PART or (column.basis is Basis.NON_GAAP and _ELIMINATIONS.fullmatch(caption)):
            component = _component(caption)
            if component is None or component in found.values():
                return {}
            found[at] = component
    segments = any(each.axis == SEGMENTS for each in found.values())
    return {
        at: replace(each, axis=BETWEEN_SEGMENTS) if segments and each.axis == ELIMINATIONS else each
        for at, each in found.items()
    }


def _component(caption: str) -> Component | None:
    if _ELIMINATIONS.fullmatch(caption):
        return Component(ELIMINATIONS, None, caption)
    if _ENTITIES.fullmatch(caption):
        return Component(ENTITIES, None, caption)
    if not caption or _NO_PART.search(caption) or _WHOLE.fullmatch(caption):
        return None
    return Component(ENTITIES if SUFFIX.search(caption) else SEGMENTS, None, caption)


def _says_what(component: Component) -> bool:
    """Whether the words say what the part is, not only what it is called."""
    return component.axis in (ELIMINATIONS, BETWEEN_SEGMENTS) or bool(_ENTITIES.fullmatch(component.caption))


def part_caption(head: str) -> str:
    """The words of a head but for those at its beginning and its end that say when its figures are."""
    words = list(_TOKEN.finditer(_BROKEN.sub("-", head)))
    kept = list(_stripped(list(_stripped(words))[::-1]))[::-1]
    return " ".join(found[0] for found in kept).strip(" ,;:")


def _stripped(words: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The words from the first on that does not say when."""
    begun = False
    for word in words:
        begun = begun or not (_MARK.fullmatch(word[0]) or is_dated(word[0])) or bool(_NO_PART.search(word[0]))
        if begun:
            yield word
