"""Do the unit tests notice small changes of the code? Makes some, and prints those that none notices.

    python -m tests.mutants converter/statements/units.py converter/terms -n 60 --seed 1
    python -m tests.mutants --base main
    python -m tests.mutants converter/terms --tests tests/terms --least 85

MODULEs are files or folders below converter/; `--base` takes the lines that differ from a revision in their place. The
same seed makes the same changes of the same code. Nothing is written to the working tree: the tests run in copies of
it below the temporary folder, without ../shared. What cannot be told from the original by any test stands in
`equivalent.toml` with the reason. The exit code is 1 if fewer than `--least` percent were noticed.
"""

from __future__ import annotations

import argparse
import difflib
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.conftest import ROOT
from tests.mutants.run import Failing, Mutant, Outcome, Runner, drawn


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="*", type=Path, metavar="MODULE")
    parser.add_argument("--base", metavar="REV", help="only lines of converter/ that differ from this revision")
    parser.add_argument("-n", "--number", type=int, default=60, help="how many changes")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tests", nargs="+", default=(), metavar="PATH", help="in place of those that belong to them")
    parser.add_argument("--room", action="store_true", help="run all tests of the modules' rooms")
    parser.add_argument("--least", type=float, default=0, metavar="PERCENT")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    lines = _changed_lines(arguments.base) if arguments.base else None
    modules = _modules(arguments.modules, lines)
    if not modules:
        parser.error("no module to change: name files below converter/, or a --base that they differ from")
    mutants = _not_equivalent(drawn(ROOT, modules, lines, arguments.seed))
    with tempfile.TemporaryDirectory(prefix="mutants-") as scratch:
        try:
            with Runner(
                ROOT, Path(scratch), modules, arguments.tests, room=arguments.room, jobs=arguments.jobs
            ) as runner:
                return _print(runner.outcomes(mutants, arguments.number), arguments.least)
        except Failing as error:
            print(error, file=sys.stderr)
            return 2


def _modules(named: Sequence[Path], lines: dict[str, set[int]] | None) -> list[str]:
    """Paths below the root of the files that are named; of all that are changed if none is."""
    files = [file for path in named for file in (sorted(path.rglob("*.py")) if path.is_dir() else [path])]
    found = [str(file.resolve().relative_to(ROOT)) for file in files] or sorted(lines or ())
    return [module for module in found if lines is None or module in lines]


def _changed_lines(base: str) -> dict[str, set[int]]:
    diff = subprocess.run(
        ["git", "diff", "--unified=0", "--no-color", base, "--", "converter"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, set[int]] = {}
    module = ""
    for line in diff.stdout.splitlines():
        if line.startswith("+++ "):
            module = line.removeprefix("+++ b/")
        if (hunk := re.match(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@", line)) and module.endswith(".py"):
            first, count = int(hunk[1]), int(hunk[2] or 1)
            found.setdefault(module, set()).update(range(first, first + count))
    return found


def _not_equivalent(mutants: Iterator[Mutant]) -> Iterator[Mutant]:
    listed = tomllib.loads((Path(__file__).parent / "equivalent.toml").read_text(encoding="utf-8"))["equivalent"]
    known = {(one["module"], one["before"], one["after"]) for one in listed}
    return (mutant for mutant in mutants if (mutant.module, *_lines(mutant)) not in known)


def _lines(mutant: Mutant) -> tuple[str, str]:
    """What a change takes away and what it puts there, in whole lines, without their indentation."""
    diff = list(difflib.ndiff(mutant.source.splitlines(), mutant.text.splitlines()))
    before, after = ("\n".join(line[2:].strip() for line in diff if line.startswith(sign)) for sign in ("- ", "+ "))
    return before, after


def _print(outcomes: Iterator[Outcome], least: float) -> int:
    killed = number = 0
    for outcome in outcomes:
        number += 1
        killed += outcome.killed
        if not outcome.killed:
            before, after = (text.replace("\n", "\n      ") for text in _lines(outcome.mutant))
            change = outcome.mutant.change
            print(f"survived {outcome.tests} tests: {outcome.mutant.module}:{change.line} ({change.kind})")
            print(f"    - {before}\n    + {after}", flush=True)
    rate = 100 * killed / number if number else 100.0
    print(f"{killed} of {number} changes noticed ({rate:.0f} %)")
    return 0 if rate >= least else 1


if __name__ == "__main__":
    raise SystemExit(main())
