"""From a reviewed conversion or a company's XBRL filing to a map of that company: choices made once are made again."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from converter.errors import InputError
from converter.mapping.assignment import assign
from converter.mapping.decide import read
from converter.mapping.maps import Maps
from converter.mapping.maps.own import Own
from converter.mapping.maps.rule import Rule
from converter.statements.statement import Item, Role, of_captions
from converter.taxonomy import Index
from converter.terms import Kind

EXTENSION = "extension"

_LINK = "{http://www.xbrl.org/2003/linkbase}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_STANDARD = "http://www.xbrl.org/2003/role/label"
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.CASH_FLOW, re.compile(r"cash\s*flow", re.I)),
    (
        Kind.EQUITY,
        re.compile(
            r"changes\s+in|(?:stockholders|shareholders|shareowners)['’]?\s+equity|statements?\s+of\s+equity", re.I
        ),
    ),
    (Kind.BALANCE_SHEET, re.compile(r"balance\s+sheet|financial\s+(?:position|condition)", re.I)),
    (Kind.INCOME, re.compile(r"operations|(?<!comprehensive\s)income|earnings", re.I)),
    (Kind.COMPREHENSIVE_INCOME, re.compile(r"comprehensive", re.I)),
)
_NOT_FACE = re.compile(r"parenthetical|details|disclosure|polic(?:y|ies)|tables", re.I)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a caption was tagged with.

    Attributes:
        concept: None: a concept of the company's own.
        confirmed: somebody stands for it: who tagged the filing, or who has checked the row.
    """

    statement: Kind
    caption: str
    concept: str | None
    heading: bool = False
    confirmed: bool = True


def choices(source: Path) -> list[Choice]:
    """The captions of a filing's statements with their concepts, in order.

    Args:
        source: an output folder of `convert` or its `report.json` (as it stands after a review), or the folder of a
            filing with its presentation and label linkbases.

    Raises:
        InputError: neither is there, or a file cannot be read.
    """
    record = source / "report.json" if source.is_dir() else source
    if record.is_file() and record.suffix == ".json":
        return list(_from_report(record))
    if found := list(_from_linkbases(sorted(source.glob("*.x[ms][ld]")))):
        return found
    raise InputError(
        f"{source} has no report.json and no presentation linkbase.",
        "Name a folder that convert wrote, or of a filing.",
    )


@dataclass(frozen=True, slots=True)
class Left:
    """A choice that was not learned, because a line of the person's own speaks of the caption.

    Attributes:
        concept: what it was chosen for.
        rule: the person's line.
    """

    caption: str
    statement: Kind
    concept: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Learned:
    """What there is to learn from a filing.

    Attributes:
        captions: as a map has them: a concept by caption, or a concept by statement.
        left: what lines of the person's own decide in another way.
        unconfirmed: rows that nobody has confirmed, which teach nothing.
    """

    captions: dict[str, Any]
    left: tuple[Left, ...] = ()
    unconfirmed: int = 0


def learn(found: Iterable[Choice], maps: Maps | None = None, index: Index | None = None) -> Learned:
    """What a company map should say.

    Args:
        maps, index: leave out what these maps decide so anyway; without them everything is kept.

    A caption that has several concepts in one statement is left out: it takes a rule with a place or a heading. So is
    one that a line of the person's own speaks of, be it under further conditions: a company's map would overrule it.
    What nobody has confirmed is a guess, and teaches nothing.
    """
    listed = list(found)
    known = _decided(listed, maps, index) if maps is not None and index is not None else {}
    own = Own(maps) if maps is not None else None
    left: dict[Left, None] = {}
    chosen: dict[str, dict[Kind, set[str]]] = defaultdict(lambda: defaultdict(set))
    for number, choice in enumerate(listed):
        concept = choice.concept or EXTENSION
        if (
            choice.heading
            or not choice.caption
            or not choice.confirmed
            or known.get(number, EXTENSION + "?") == choice.concept
        ):
            continue
        rule = own.speaking_of(choice.caption, choice.statement) if own else None
        if rule is None:
            chosen[choice.caption][choice.statement].add(concept)
        elif (rule.concept or EXTENSION) != concept:
            left[Left(choice.caption, choice.statement, concept, rule)] = None
    every: dict[tuple[str, Kind], set[str | None]] = defaultdict(set)
    for choice in listed:
        if not choice.heading:
            every[choice.caption, choice.statement].add(choice.concept)
    captions: dict[str, Any] = {}
    for caption, by_statement in chosen.items():
        clear = {
            kind.value: concepts.pop() for kind, concepts in by_statement.items() if len(every[caption, kind]) == 1
        }
        everywhere = _alone(caption, every) and not (own and own.speaking_of(caption))
        if clear:
            captions[caption] = next(iter(clear.values())) if everywhere else clear
    unconfirmed = sum(not choice.confirmed and not choice.heading for choice in listed)
    return Learned(captions, tuple(left), unconfirmed)


def _alone(caption: str, every: dict[tuple[str, Kind], set[str | None]]) -> bool:
    """Whether the caption stands in one statement only, so that the map need not name it."""
    return sum(other == caption for other, _ in every) == 1


def _decided(found: list[Choice], maps: Maps, index: Index) -> dict[int, str | None]:
    """What the maps take each caption for, by its number."""
    decided: dict[int, str | None] = {}
    for kind in Kind:
        numbers = [number for number, choice in enumerate(found) if choice.statement is kind]
        items = (
            Item(caption=found[number].caption, role=Role.HEADING if found[number].heading else Role.LINE)
            for number in numbers
        )
        (reading,) = read([of_captions(kind, items)], maps, index)
        rows = assign(reading.frame, reading.rows, reading.trace)
        decided.update({number: row[0].concept for number, row in zip(numbers, rows, strict=True) if row})
    return decided


# ---------------------------------------------------------------------------------------------------- report.json


def _from_report(path: Path) -> Iterator[Choice]:
    try:
        record = json.loads(path.read_bytes())
        for statement in record["statements"]:
            for row in statement["rows"]:
                if not row["parenthetical"]:
                    kind, concept = Kind(statement["kind"]), _local(row["concept"])
                    yield Choice(kind, str(row["label"]), concept, row["abstract"], bool(row.get("confirmed")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(
            f"{path} cannot be read as a report: {error}.", "Name a report.json that convert wrote."
        ) from error


def _local(concept: str) -> str | None:
    prefix, _, local = concept.partition(":")
    return local if prefix == "us-gaap" else None


# ---------------------------------------------------------------------------------------------------- linkbases


def _from_linkbases(files: list[Path]) -> Iterator[Choice]:
    trees = [tree for path in files if (tree := _parsed(path)) is not None]
    labels = _labels(trees)
    definitions = {
        role.get("roleURI"): role.findtext(f"{_LINK}definition", "")
        for tree in trees
        for role in tree.iter(f"{_LINK}roleType")
    }
    for tree in trees:
        for link in tree.iter(f"{_LINK}presentationLink"):
            definition = definitions.get(link.get(f"{_XLINK}role"), "")
            kind = _kind(definition)
            if kind is not None:
                yield from _presented(link, kind, labels)


def _parsed(path: Path) -> Any:
    try:
        return etree.parse(str(path), _PARSER).getroot() if path.is_file() else None
    except (OSError, etree.XMLSyntaxError):
        return None  # not every file of a filing's folder is XML


def _kind(definition: str) -> Kind | None:
    if "statement" not in definition.lower() or _NOT_FACE.search(definition):
        return None
    title = definition.rpartition(" - ")[2]
    return next((kind for kind, pattern in _KINDS if pattern.search(title)), None)


def _labels(trees: list[Any]) -> dict[tuple[str, str], str]:
    """(element id, label role) -> label."""
    found: dict[tuple[str, str], str] = {}
    for tree in trees:
        for link in tree.iter(f"{_LINK}labelLink"):
            elements = _locators(link)
            texts = defaultdict(list)
            for label in link.iter(f"{_LINK}label"):
                texts[label.get(f"{_XLINK}label")].append(
                    (label.get(f"{_XLINK}role") or _STANDARD, (label.text or "").strip())
                )
            for arc in link.iter(f"{_LINK}labelArc"):
                element = elements.get(arc.get(f"{_XLINK}from"))
                for role, text in texts.get(arc.get(f"{_XLINK}to"), ()):
                    if element:
                        found.setdefault((element, role), text)
    return found


def _locators(link: Any) -> dict[str, str]:
    """Locator label -> id of the element it points to."""
    return {
        locator.get(f"{_XLINK}label"): (locator.get(f"{_XLINK}href") or "").rpartition("#")[2]
        for locator in link.iter(f"{_LINK}loc")
    }


def _order(arc: Any) -> float:
    try:
        return float(arc.get("order") or 1)
    except ValueError:
        return 1.0


def _presented(link: Any, kind: Kind, labels: dict[tuple[str, str], str]) -> Iterator[Choice]:
    """The rows of a presentation tree, depth first in the order of the arcs."""
    elements = _locators(link)
    children: dict[str, list[tuple[float, str, str]]] = defaultdict(list)
    below = set()
    for arc in link.iter(f"{_LINK}presentationArc"):
        parent, child = arc.get(f"{_XLINK}from", ""), arc.get(f"{_XLINK}to", "")
        children[parent].append((_order(arc), child, arc.get("preferredLabel", "")))
        below.add(child)
    waiting = [(root, _STANDARD) for root in reversed(list(children)) if root not in below]
    seen = set()
    while waiting:
        at, role = waiting.pop()
        element = elements.get(at, "")
        prefix, _, local = element.partition("_")
        caption = labels.get((element, role)) or labels.get((element, _STANDARD), "")
        if local and caption:
            heading = at in children or local.endswith("Abstract")
            yield Choice(kind, caption, local if prefix == "us-gaap" else None, heading)
        if at not in seen:
            seen.add(at)
            waiting.extend((child, label) for _, child, label in sorted(children.get(at, ()), reverse=True))
