"""Labels: every caption as printed, one label per concept and role, no two concepts with one standard label.

EFM 6.10.01 (a standard label for each concept in use), 6.10.02 (one per role), 6.10.04 (standard labels differ),
6.10.06 (at most 511 characters), 6.12.05 (a concept that stands twice under one parent does so under two preferred
labels).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, count

from converter.assembly.names import spaced
from converter.report import Label, LabelRole
from converter.terms import Name

LONGEST = 511

_POSITIVE: tuple[LabelRole, ...] = ("standard", "terse", "verbose")
_POSITIVE_TOTAL: tuple[LabelRole, ...] = ("total", "terse", "verbose")
_NEGATIVE: tuple[LabelRole, ...] = ("negated", "negatedTerse", "negatedTotal")
_NEGATIVE_TOTAL: tuple[LabelRole, ...] = ("negatedTotal", "negatedTerse", "negated")


class Labels:
    """The labels of one report, in the order of first use."""

    def __init__(self) -> None:
        self._texts: dict[tuple[Name, LabelRole], str] = {}
        self._standard: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._shown: set[tuple[str, int, Name, LabelRole]] = set()

    def __iter__(self) -> Iterator[Label]:
        return (Label(name, role, text) for (name, role), text in self._texts.items())

    def standard(self, name: Name, text: str, *qualifiers: str) -> None:
        """Gives a concept its standard label, if it has none: the text, or the text made unique."""
        if (name, "standard") in self._texts:
            return
        qualified = (f"{text}, {qualifier}" for qualifier in qualifiers if qualifier)
        for candidate in chain([text], qualified, [spaced(name.local)], self._numbered(spaced(name.local))):
            label = clean(candidate)
            if label and label not in self._standard:
                self._standard.add(label)
                self._texts[name, "standard"] = label
                return

    def _numbered(self, text: str) -> Iterator[str]:
        """The text with numbers, from the first that may still be free: labels are never given back. A long text is
        cut before its number, or all of them would be one label.
        """
        plain = clean(text)
        for number in count(self._numbers.get(text, 2)):
            self._numbers[text] = number + 1
            behind = f" {number}"
            yield plain[: LONGEST - len(behind)] + behind

    def abstract(self, name: Name, text: str) -> LabelRole:
        """The role under which a heading shows as printed."""
        self.standard(name, f"{clean(text)[: LONGEST - 11]} [Abstract]")
        return self._role(name, clean(text), ("terse", "verbose"), frozenset())

    def line(
        self,
        name: Name,
        text: str,
        parent: tuple[str, int],
        headings: Sequence[str],
        *,
        negated: bool,
        total: bool,
        edge: LabelRole | None,
    ) -> LabelRole:
        """The role under which a line shows as printed.

        Args:
            parent: the statement's role and the row the line stands under, which tell one parent from another.
            edge: `periodStart` or `periodEnd` for a balance at the edge of the column's period.
        """
        self.standard(name, text, *reversed(headings))
        if edge is not None:
            roles: tuple[LabelRole, ...] = (edge,)
        elif negated:
            roles = _NEGATIVE_TOTAL if total else _NEGATIVE
        else:
            roles = _POSITIVE_TOTAL if total else _POSITIVE
        shown = frozenset(role for role in roles if (*parent, name, role) in self._shown)
        role = self._role(name, clean(text), roles, shown)
        self._shown.add((*parent, name, role))
        return role

    def _role(self, name: Name, text: str, roles: tuple[LabelRole, ...], shown: frozenset[LabelRole]) -> LabelRole:
        free = [role for role in roles if role not in shown] or list(roles)
        for role in free:
            if self._texts.get((name, role), text) == text:
                self._texts[name, role] = text
                return role
        return free[0]


def clean(text: str) -> str:
    """The text as a label may have it: white space collapsed, no trailing colon, at most 511 characters."""
    return " ".join(text.split()).rstrip(":").strip()[:LONGEST].strip()
