"""Keep what all documents of the reference corpus become, and say what a change of the code changed in it.

    python -m tests.outputs write DIR [--only NAME] [--formats NAME...] [--jobs N] [PATH...]
    python -m tests.outputs compare BEFORE AFTER [-v]

`write` converts the documents, without validation, and writes a JSON file for each into DIR: how it ended, the SHA-256
of every file, and every fact with the place that prints it. PATHs are documents or folders of them; without any, the
releases of tests/ and every document of the corpus. `compare` prints how many documents are equal and tables of what
differs, facts by kind of change; the exit code is 1 if something does. `-v` lists every changed fact.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from tests.accuracy.corpus import CORPUS
from tests.conftest import ROOT
from tests.outputs.compare import Change, Comparison, compare
from tests.outputs.record import PrintedFact, Record, load, make

FORMATS = ("ixbrl", "html", "xbrl-json", "xbrl-csv", "fsds", "companyfacts", "csv")
"""Those that depend on what is in the text; the others hold the same in containers that take long to make."""

EXAMPLES = 3
_ENDINGS = (".txt", ".htm", ".html")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    writing = commands.add_parser("write")
    writing.add_argument("folder", type=Path)
    writing.add_argument("paths", nargs="*", type=Path)
    writing.add_argument("--only", default="", metavar="NAME", help="documents whose path contains this")
    writing.add_argument("--formats", nargs="*", default=FORMATS, help="beside the XBRL files; `all` for every one")
    writing.add_argument("--jobs", type=int, default=2)
    comparing = commands.add_parser("compare")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    comparing.add_argument("-v", "--verbose", action="store_true", help="list every changed fact")
    arguments = parser.parse_args()
    if arguments.command == "write":
        documents = {name: path for name, path in sources(arguments.paths).items() if arguments.only in name}
        return _write(documents, arguments.folder, tuple(arguments.formats), arguments.jobs)
    comparison = compare(_records(arguments.before), _records(arguments.after))
    _print(comparison, arguments.verbose)
    return 0 if comparison.same else 1


def sources(paths: list[Path]) -> dict[str, Path]:
    """The documents by the name of their record: the path below the corpus, or below the folder that was named."""
    found: dict[str, Path] = {}
    for root in paths or [ROOT / "tests" / "releases", CORPUS]:
        files = sorted(root.rglob("*")) if root.is_dir() else [root]
        above = root if root == CORPUS else root.parent
        found |= {str(file.relative_to(above)): file for file in files if file.suffix in _ENDINGS}
    return found


def _write(documents: dict[str, Path], folder: Path, formats: tuple[str, ...], jobs: int) -> int:
    started = time.perf_counter()
    ends: Counter[str] = Counter()
    facts = 0
    largest = sorted(documents, key=lambda name: -documents[name].stat().st_size)
    with ProcessPoolExecutor(jobs) as pool:
        names = {pool.submit(make, documents[name], formats): name for name in largest}
        for future in as_completed(names):
            record = future.result()
            record.write(folder / f"{names[future]}.json")
            ends[_kind(record)] += 1
            facts += len(record.facts)
            if _kind(record) == "crash":
                print(f"{names[future]}: {record.end}")
    print(", ".join(f"{count} {end}" for end, count in ends.most_common()))
    print(f"{len(documents)} documents, {facts} facts, {time.perf_counter() - started:.0f} s")
    return 1 if ends["crash"] else 0


def _kind(record: Record) -> str:
    return "crash" if record.end.startswith("Traceback") else record.end.partition(":")[0]


def _records(folder: Path) -> dict[str, Record]:
    paths = sorted(folder.rglob("*.json"))
    if not paths:
        sys.exit(f"{folder} holds no records; write some with `python -m tests.outputs write {folder}`.")
    return {str(path.relative_to(folder).with_suffix("")): load(path) for path in paths}


def _print(comparison: Comparison, verbose: bool) -> None:
    print(f"{len(comparison.equal)} documents equal, {len(comparison.files.keys() | comparison.ended.keys())} not")
    for name in comparison.alone:
        print(f"on one side alone: {name}")
    for name, (before, after) in comparison.ended.items():
        print(f"ended otherwise: {name}: {before.strip().splitlines()[-1]} -> {after.strip().splitlines()[-1]}")
    endings = Counter(ending for found in comparison.files.values() for ending in found)
    for ending, count in endings.most_common():
        print(f"{count:6} documents with another {ending}")
    kinds = Counter(change.kind for change in comparison.changes)
    places = {kind: len({change.document for change in comparison.changes if change.kind == kind}) for kind in kinds}
    if kinds:
        print(f"\n{'facts':>6} {'documents':>10}  change")
    for kind, count in kinds.most_common():
        print(f"{count:6} {places[kind]:10}  {kind}")
    for kind, _ in kinds.most_common():
        changes = [change for change in comparison.changes if change.kind == kind]
        print(f"\n{kind}")
        for change in changes if verbose else changes[:EXAMPLES]:
            print(f"  {_line(change)}")


def _line(change: Change) -> str:
    """`name:line:column printed: what it was -> what it is`, with what did not change once."""
    place = change.after or change.before
    assert place is not None
    where = f"{change.document}:{place.place} {place.printed!r}"
    if change.before is None or change.after is None:
        return f"{where}: {_told(place)}"
    return f"{where}: {_told(change.before)} -> {_told(change.after)}"


def _told(fact: PrintedFact) -> str:
    value = fact.value if len(fact.value) <= 40 else f"{fact.value[:37]}..."
    return " ".join((fact.concept, fact.context, value, *([f"{fact.unit} {fact.decimals}"] if fact.unit else [])))


if __name__ == "__main__":
    sys.exit(main())
