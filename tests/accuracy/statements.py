"""Which statements every document of the corpus gives, and what holds between them.

    python -m tests.accuracy.statements [--only NAME] [--jobs N] [PATH...]

A line a document, divided by tabs: its form, the statements that the form lets expect and those that came out, the
identities between them that hold, the totals that foot, and how many lesser tables were named and left out. Below, the
sums, what lacks a statement and why: what was told of it, and what a person found who read it (`lacking.toml`); and
the statements that stand in for one.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from converter.errors import RetroxbrlError
from converter.findings import Finding
from converter.options import Options
from converter.sources import read
from converter.statements import read_statements
from converter.statements.completeness import completeness
from converter.statements.forms import expected_kinds, form
from converter.tables import find_tables
from tests.outputs.__main__ import sources

READ: dict[str, str] = tomllib.loads(Path(__file__).with_name("lacking.toml").read_text("utf-8"))
"""By a piece of a document's name, why it lacks what it lacks."""

_NAMED = re.compile(r"-(10-?[KQ]|20-?F|6-?K|8-?K)(?:405|SB)?(?P<amended>A?)(?=-|EX|$)")
"""The form in the name of a document that has no header."""
_CODES = ("statements.left-out", "statements.stand-in")


@dataclass(frozen=True, slots=True)
class Read:
    """What a document gave.

    Attributes:
        expected, found: the kinds, by their short names.
        held, footed: how many of how many.
        told: the messages about tables that were left out or that stand in, by their code.
        error: why it gave nothing at all.
    """

    name: str
    form: str
    expected: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    held: tuple[int, int] = (0, 0)
    footed: tuple[int, int] = (0, 0)
    told: tuple[tuple[str, str], ...] = ()
    error: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """What was expected and did not come out; comprehensive income ends in what an income statement is."""
        given = {*self.found, *(("IS",) if "CI" in self.found else ())}
        return tuple(kind for kind in self.expected if kind not in given)

    def messages(self, code: str) -> list[str]:
        """What was told under a code."""
        return [message for each, message in self.told if each == code]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--only", default="", metavar="NAME", help="documents whose path contains this")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    documents = {name: path for name, path in sources(arguments.paths).items() if arguments.only in name}
    with ProcessPoolExecutor(arguments.jobs) as pool:
        found = list(pool.map(look, documents, documents.values()))
    for line in told(found):
        print(line)


def look(name: str, path: Path) -> Read:
    """Read one document."""
    findings: list[Finding] = []
    named = _NAMED.search(path.stem)
    called = named[1] + ("/A" if named["amended"] else "") if named else ""
    try:
        document = read(path.read_bytes(), path.name, findings)
        given = form(document, Options()) or called
        statements = read_statements(document, find_tables(document, findings), Options(), findings)
    except RetroxbrlError as error:
        return Read(name, called, error=str(error))
    whole = completeness(expected_kinds(document, Options(document_type=given or None)), statements)
    footed = [statement.footed for statement in statements]
    return Read(
        name,
        given,
        tuple(whole.expected),
        tuple(dict.fromkeys(statement.kind for statement in statements)),
        whole.held,
        (sum(held for held, _ in footed), sum(asked for _, asked in footed)),
        tuple((finding.code, finding.message) for finding in findings if finding.code in _CODES),
    )


def told(documents: Iterable[Read]) -> Iterator[str]:
    """The table, the sums, and the documents to look at."""
    documents = list(documents)
    yield "\t".join(("document", "form", "expected", "found", "identities", "totals", "left out"))
    for one in documents:
        counts = (f"{held}/{asked}" for held, asked in (one.held, one.footed))
        left_out = str(len(one.messages("statements.left-out")))
        yield "\t".join((one.name, one.form, " ".join(one.expected), " ".join(one.found), *counts, left_out))
    yield ""
    yield from _sums(documents)
    yield from _lacking(one for one in documents if one.missing or one.error)
    yield "\nstand in for a primary statement:"
    yield from (f"  {one.name}: {message}" for one in documents for message in one.messages("statements.stand-in"))


def _sums(documents: list[Read]) -> Iterator[str]:
    expecting = [one for one in documents if one.expected]
    whole = sum(not one.missing for one in expecting)
    kinds = Counter(kind for one in documents for kind in one.found)
    yield f"{len(documents)} documents: " + ", ".join(f"{kinds[kind]} {kind}" for kind in sorted(kinds))
    yield f"{whole} of {len(expecting)} documents whose form lets expect statements give all of them"
    for name, pairs in (("identities", [one.held for one in documents]), ("totals", [one.footed for one in documents])):
        yield f"{sum(held for held, _ in pairs):,} of {sum(asked for _, asked in pairs):,} {name} hold"


def _lacking(documents: Iterable[Read]) -> Iterator[str]:
    yield "\nlack a statement:"
    for one in documents:
        reason = next((why for piece, why in READ.items() if piece in one.name), "not looked at")
        yield f"  {one.name}: {one.error or ' '.join(one.missing)}: {reason}"
        yield from (f"    {message}" for message in one.messages("statements.left-out"))


if __name__ == "__main__":
    main()
