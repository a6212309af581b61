"""Notes become text blocks: each its concept, its disclosure and its label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from converter.assembly.extensions import Extensions
from converter.assembly.facts import fact_id
from converter.assembly.labels import LONGEST, Labels, clean
from converter.assembly.presentation import Roles
from converter.assembly.tagging import US_GAAP
from converter.knowledge import NoteHeadings
from converter.knowledge.notes import Level
from converter.notes import Note
from converter.report import Disclosure, Fact, TextBlock
from converter.taxonomy import Index
from converter.terms import Name

_ROOT = "NotesToFinancialStatementsAbstract"
_ROOT_LABEL = "Notes to Financial Statements [Abstract]"
_ENDINGS: dict[Level, tuple[str, str]] = {
    "notes": ("TextBlock", "Text Block"),
    "policies": ("PolicyTextBlock", "Policy Text Block"),
}
"""How names end, and labels in brackets."""
_POLICIES = "Policies"


@dataclass
class TextBlocks:
    """Makes the disclosures of a report.

    Args:
        context: id of the context of all text blocks: the document's own period.
    """

    context: str
    headings: NoteHeadings
    extensions: Extensions
    labels: Labels
    roles: Roles
    index: Index
    _used: set[Name] = field(default_factory=set)

    def disclosures(self, notes: Sequence[Note]) -> Iterator[Disclosure]:
        """A disclosure for each note, and behind them one for the policies of each note that has some."""
        if not notes:
            return
        root = self.extensions.root(_ROOT, _ROOT_LABEL)
        self.labels.standard(root, _ROOT_LABEL)
        whole: list[Name] = []
        for note in notes:
            title = _title(note)
            block = self._block(note, title, "notes")
            whole.append(block.fact.concept)
            yield Disclosure(*self.roles.disclosure(title), root, (block,))
        for note, concept in zip(notes, whole, strict=True):
            if note.policies:
                blocks = tuple(self._block(policy, _title(policy), "policies", concept) for policy in note.policies)
                yield Disclosure(*self.roles.disclosure(f"{_title(note)} ({_POLICIES})"), root, blocks)

    def _block(self, note: Note, title: str, level: Level, within: Name | None = None) -> TextBlock:
        name = self._concept(note.heading.title, title, level, within)
        self._used.add(name)
        kind = f" [{_ENDINGS[level][1]}]"
        self.labels.standard(name, f"{clean(title)[: LONGEST - len(kind)]}{kind}")
        fact = Fact(fact_id(name, self.context), name, self.context, "", None, None)
        return TextBlock(fact, note.heading.number, title, note.span, level == "policies")

    def _concept(self, heading: str, title: str, level: Level, within: Name | None) -> Name:
        """The release's concept for a heading; the company's own where there is none, or a note before has it. That of
        a policy is anchored to the note that it is `within`.
        """
        fitting = [local for local in self.headings.concepts(heading, level) if self._is_text_block(local)]
        name = Name(US_GAAP, fitting[0]) if fitting else None
        if name is not None and name not in self._used:
            return name
        anchor = within.local if within is not None and within.prefix == US_GAAP else None
        return self.extensions.of_text_block(title, _ENDINGS[level][0], self._used, anchor)

    def _is_text_block(self, local: str) -> bool:
        element = self.index.get(local)
        return element is not None and element.type.endswith(":textBlockItemType") and not element.deprecated


def _title(note: Note) -> str:
    """What a note is called: its title as printed, or its number."""
    return clean(note.heading.title) or f"Note {note.heading.number}"
