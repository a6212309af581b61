"""Calculation and presentation relations of a taxonomy's face statements, and the compact text they are kept in.

One block per extended link, blocks apart by a blank line: `calculation ROLE` or `presentation ROLE`, then one line per
parent with its children in order, tab-separated: `Parent`, `+Child`, `-Child` (the sign is the weight); in a
presentation `Child` or `Child@total`, the part behind `@` being its preferred label (`total`, `periodStart`,
`periodEnd`, `label`).
Concepts of us-gaap stand without their prefix, others as `srt:Name`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

STATEMENTS: Mapping[str, str] = {
    "StatementOfFinancialPosition": "BS",
    "StatementOfIncome": "IS",
    "StatementOfOtherComprehensiveIncome": "CI",
    "StatementOfCashFlows": "CF",
    "StatementOfShareholdersEquity": "EQ",
    "StatementOfPartnersCapital": "EQ",
}
"""How the roles of the face statements begin (behind `.../role/statement/`), and which statement that is."""


class Child(NamedTuple):
    """One relation seen from its parent: weight in a calculation, preferred label in a presentation.

    A release has 15,000 of them; a named tuple is made three times as fast as a frozen dataclass.
    """

    concept: str
    weight: int = 0
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An extended link, `calculation` or `presentation`: parents in order of appearance, children in arc order."""

    kind: str
    role: str
    children: Mapping[str, tuple[Child, ...]] = field(default_factory=dict)

    @property
    def statement(self) -> str | None:
        """`BS`, `IS`, `CI`, `CF` or `EQ`; None for roles of no one statement, such as common domain members."""
        name = self.role.rpartition("/")[2]
        return next((kind for start, kind in STATEMENTS.items() if name.startswith(start)), None)


def dump(links: Iterable[Link]) -> str:
    """The compact text of links."""
    return "\n\n".join(
        "\n".join(
            [f"{link.kind} {link.role}"]
            + ["\t".join([parent, *map(_word, children)]) for parent, children in link.children.items()]
        )
        for link in links
    )


def _word(child: Child) -> str:
    sign = {1: "+", -1: "-", 0: ""}[child.weight]
    return f"{sign}{child.concept}" + (f"@{child.label}" if child.label else "")


def load(text: str) -> tuple[Link, ...]:
    """The links of a compact text."""
    return tuple(_link(block.split("\n")) for block in text.split("\n\n"))


def _link(lines: list[str]) -> Link:
    kind, _, role = lines[0].partition(" ")
    read = _summand if kind == "calculation" else _presented
    rows = (line.split("\t") for line in lines[1:])
    return Link(kind, role, {row[0]: tuple(map(read, row[1:])) for row in rows})


def _summand(word: str) -> Child:
    return Child(word[1:], 1 if word[0] == "+" else -1)


def _presented(word: str) -> Child:
    concept, _, label = word.partition("@")
    return Child(concept, label=label or None)
