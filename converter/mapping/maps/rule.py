"""Rules: what the mapping files say, compiled. One rule is one entry of a file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Literal

from converter.mapping.maps.phrase import Phrase
from converter.statements.statement import Aspect
from converter.terms import Kind, Unit


class Layer(IntEnum):
    """Whose file a rule is from; a later layer wins."""

    OTHER_INDUSTRY = 0  # an industry's file, but not known to be the company's
    BUILT_IN = 1
    INDUSTRY = 2
    USER = 3
    COMPANY = 4
    DOCUMENT = 5


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of a mapping file.

    Attributes:
        name: `us-gaap/balance_sheet.yaml:AssetsCurrent`, or file and line for an override of a user's file.
        line: where the entry stands in its file, from 1.
        concept: local name in us-gaap; None: the caption becomes an extension concept.
        phrases: the caption must meet one of them.
        exclude: a caption that meets one of them is not meant.
        apart: a row with a heading that meets one of them is not meant.
        sections: parts of the statement; empty for any.
        under: one of the headings must meet one of them; empty for any.
        hint: the learned layer may choose another concept.
        years: first and last year of the statements that are meant.
        negated: the fact is the printed number negated (True), is as printed (False), or that is worked out (None).
        row: line and column where the row that is meant begins, whatever its caption; no column: any that begins in the
            line; None: rows are met by their captions.
        anchor: of a concept of the company's own: the wider concept that it is anchored to; None: that is worked out.
        bare: rows that print no caption are meant, too.
        confirmed: who has checked that the rows it is meant for are this; empty for nobody.
        approved: who has, after them, as the second.
    """

    name: str
    line: int
    layer: Layer
    concept: str | None
    phrases: tuple[Phrase, ...]
    exclude: tuple[Phrase, ...] = ()
    apart: tuple[Phrase, ...] = ()
    statements: frozenset[Kind] = frozenset()
    sections: tuple[str, ...] = ()
    under: tuple[Phrase, ...] = ()
    unit: Unit | None = None
    total: bool | None = None
    aspect: Aspect | None = None
    years: tuple[int, int] | None = None
    hint: bool = False
    negated: bool | None = None
    since: int | None = None
    until: int | None = None
    row: tuple[int, int | None] | None = None
    anchor: str | None = None
    bare: bool = False
    confirmed: str = ""
    approved: str = ""

    def lives_in(self, year: int) -> bool:
        """Whether the entry holds in the taxonomy release of this year."""
        return (self.since or year) <= year <= (self.until or year)


Plain = dict[str, Any]
Signs: dict[Literal["printed", "negated"] | None, bool | None] = {"printed": False, "negated": True, None: None}


def rule_as_plain(rule: Rule) -> Plain:
    """Plain data for the compiled form of a file; fields at their default are left out."""
    plain: Plain = {"name": rule.name, "line": rule.line, "concept": rule.concept}
    for key in ("phrases", "exclude", "apart", "under"):
        if phrases := getattr(rule, key):
            plain[key] = [_phrase_as_plain(phrase) for phrase in phrases]
    if rule.statements:
        plain["statements"] = sorted(rule.statements)
    if rule.sections:
        plain["sections"] = list(rule.sections)
    for key in ("unit", "total", "aspect", "years", "negated", "since", "until", "anchor"):
        if (value := getattr(rule, key)) is not None:
            plain[key] = value
    for key in ("hint", "bare"):
        if getattr(rule, key):
            plain[key] = True
    if rule.row is not None:
        plain["row"] = list(rule.row)
    for key in ("confirmed", "approved"):
        if name := getattr(rule, key):
            plain[key] = name
    return plain


def rule_from_plain(plain: Plain, layer: Layer) -> Rule:
    """The inverse of `rule_as_plain`."""
    aspect = plain.get("aspect")
    return Rule(
        name=plain["name"],
        line=plain["line"],
        layer=layer,
        concept=plain["concept"],
        phrases=_phrases(plain, "phrases"),
        exclude=_phrases(plain, "exclude"),
        apart=_phrases(plain, "apart"),
        statements=frozenset(map(Kind, plain.get("statements", ()))),
        sections=tuple(plain.get("sections", ())),
        under=_phrases(plain, "under"),
        unit=plain.get("unit"),
        total=plain.get("total"),
        aspect=Aspect(aspect) if aspect else None,
        years=tuple(plain["years"]) if "years" in plain else None,
        hint=plain.get("hint", False),
        anchor=plain.get("anchor"),
        bare=plain.get("bare", False),
        negated=plain.get("negated"),
        since=plain.get("since"),
        until=plain.get("until"),
        row=(plain["row"][0], plain["row"][1]) if "row" in plain else None,
        confirmed=plain.get("confirmed", ""),
        approved=plain.get("approved", ""),
    )


def _phrase_as_plain(phrase: Phrase) -> list[Any]:
    return [
        sorted(phrase.required),
        [[sorted(choice) for choice in group] for group in phrase.groups],
        sorted(phrase.allowed - phrase.required),
        sorted(phrase.excluded),
        phrase.open,
        phrase.names,
    ]


def _phrases(plain: Plain, key: str) -> tuple[Phrase, ...]:
    return tuple(
        Phrase(
            frozenset(required),
            tuple(tuple(frozenset(choice) for choice in group) for group in groups),
            frozenset(optional).union(required),
            frozenset(excluded),
            is_open,
            names,
        )
        for required, groups, optional, excluded, is_open, names in plain.get(key, ())
    )
