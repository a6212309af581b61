"""Score the notes that are found on those counted by eye (`notes.toml`), and the places where they end.

    python -m tests.accuracy.notes [-v] [--only NAME] [--blind]

`found` is the share of the headings that are found at their line with their number and title, `extra` that of the notes
found which are none by eye, `ended` that of the documents whose last note ends before what comes behind the notes.
`-v` lists every miss; `--blind` takes the documents alone that were counted after the last rule was made.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from converter.knowledge import load_knowledge
from converter.notes import Note, find_notes
from converter.options import Options
from converter.sources import read
from converter.sources.document import Document
from converter.statements import read_statements
from converter.tables import find_tables
from tests.accuracy.corpus import CORPUS

_FILE = Path(__file__).with_name("notes.toml")


@dataclass(frozen=True, slots=True)
class Counted:
    """The notes of a document by eye: a line, a number and the beginning of a title each.

    Attributes:
        end: the line of what comes behind the notes.
        blind: counted after the last rule was made.
    """

    name: str
    headings: tuple[str, ...]
    end: int
    blind: bool


@dataclass(frozen=True, slots=True)
class Score:
    """What became of the headings of a document, or of all."""

    name: str
    counts: Counter[str]
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    def shares(self) -> Mapping[str, float]:
        """Of the headings, of the notes found, of the documents."""
        of = {"found": "asked", "extra": "given", "ended": "documents"}
        return {name: self.counts[name] / max(self.counts[whole], 1) for name, whole in of.items()}


def counted() -> Iterator[Counted]:
    """The documents in the order of the file."""
    for name, truth in tomllib.loads(_FILE.read_text("utf-8")).items():
        yield Counted(name, tuple(truth["headings"]), truth["end"], truth["blind"])


def score(one: Counted) -> Score:
    """Read a document, and compare its notes with those counted."""
    document = read((CORPUS / one.name).read_bytes(), Path(one.name).name, [])
    statements = read_statements(document, find_tables(document, []), Options(), [])
    known = load_knowledge(Options().taxonomy).notes
    notes = find_notes(document, [statement.span for statement in statements], known, [])
    given = [_shown(document, note) for note in notes]
    missed = [heading for heading in one.headings if not any(each.startswith(heading) for each in given)]
    extra = [each for each in given if not any(each.startswith(heading) for heading in one.headings)]
    ended = bool(notes) and _line(document, notes[-1].span.end) == one.end
    counts = Counter(
        asked=len(one.headings), found=len(one.headings) - len(missed), given=len(given), extra=len(extra),
        documents=1, ended=int(ended),
    )  # fmt: skip
    return Score(one.name, counts, tuple(missed), tuple(extra))


def total(scores: list[Score]) -> Score:
    return Score("all", sum((each.counts for each in scores), Counter()))


def _shown(document: Document, note: Note) -> str:
    heading = note.heading
    return f"{_line(document, heading.span.start)} {heading.number or '-'} {heading.title}".strip()


def _line(document: Document, offset: int) -> int:
    return document.text.count("\n", 0, offset) + 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-v", "--verbose", action="store_true", help="list every miss")
    parser.add_argument("--only", default="", metavar="NAME", help="documents whose name contains this")
    parser.add_argument("--blind", action="store_true", help="documents counted after the last rule was made")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    chosen = [one for one in counted() if arguments.only in one.name and one.blind >= arguments.blind]
    with ProcessPoolExecutor(arguments.jobs) as pool:
        scores = list(pool.map(score, chosen))
    for each in [*scores, total(scores)]:
        shares = " ".join(f"{name} {share:6.1%}" for name, share in each.shares().items())
        print(f"{each.name:90} {each.counts['asked']:4} {shares}")
        if arguments.verbose:
            print(*(f"    - {heading}" for heading in each.missed), sep="\n", end="\n" * bool(each.missed))
            print(*(f"    + {heading}" for heading in each.extra), sep="\n", end="\n" * bool(each.extra))


if __name__ == "__main__":
    main()
