"""Read our files with other people's programs, and compare with the Report.

    python -m tests.conformance [PATH...] [--taxonomy RELEASE] [--only NAME] [--keep DIR] [--jobs N]

PATHs are documents or folders of them; without any, the releases and the gold documents of the reference corpus. Prints
a table of documents and checks and what failed; the exit code is 1 if something did.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from converter import Options
from tests.accuracy.corpus import CORPUS, documents
from tests.conformance import made, run, together


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--taxonomy", default=Options().taxonomy, metavar="RELEASE", help="written in it")
    parser.add_argument("--only", default="", metavar="NAME", help="documents whose name contains this")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the files here")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    started = time.perf_counter()
    paths = arguments.paths or [CORPUS / "releases", *(document.source for document in documents("gold"))]
    sources = {
        name: partial(made.report, path, Options(taxonomy=arguments.taxonomy))
        for name, path in _sources(paths).items()
        if arguments.only in name
    }
    with tempfile.TemporaryDirectory() as scratch:
        root = arguments.keep or Path(scratch)
        outcomes = run.run(sources, root / "out", arguments.jobs)
        for line in run.as_table(outcomes):
            print(line)
        merged = together.problems(root / "out", root)
    for name, found in merged.items():
        print(f"all documents: {name}: {'ok' if not found else ''}")
        for problem in found:
            print(f"  {problem}")
    failed = sum(outcome.failed for outcome in outcomes) + sum(map(bool, merged.values()))
    read = sum(not outcome.refused for outcome in outcomes)
    print(f"{read} of {len(outcomes)} documents made, {failed} failed, {time.perf_counter() - started:.0f} s")
    return 1 if failed else 0


def _sources(paths: list[Path]) -> dict[str, Path]:
    """The documents by name, each once."""
    files = [inner for path in paths for inner in (sorted(path.iterdir()) if path.is_dir() else [path])]
    return {file.stem: file for file in files}


if __name__ == "__main__":
    sys.exit(main())
