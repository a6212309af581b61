"""Convert thousands of damaged documents: each must end in files of every format or a clear error, within a time limit.

    python -m tests.fuzz [--inputs 5000] [--seconds 20] [--first-seed 0] [--keep DIR] [--bytes]

Sources are the corpus beside the project and the releases of tests/. The damage is done to what documents are made of
(numbers, dates, columns, headers, markup); `--bytes` damages bytes and lines. The time limit is CPU time, so that a
busy machine fails nothing. `--keep` saves each input that failed.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from tests.conftest import ROOT, SHARED
from tests.fuzz import structure
from tests.fuzz.files import check
from tests.fuzz.mutations import mutate

LARGEST = 150_000
"""Longer sources are cut around their statements, so that thousands of inputs take minutes."""


def sources() -> list[Path]:
    """Documents to damage."""
    corpus = SHARED / "corpus"
    folders = [corpus / name for name in ("releases", "submissions", "html", "fds/filings", "tagged-html/filings")]
    return [
        *sorted((ROOT / "tests" / "releases").glob("*.[th]*[tm]")),
        *(file for folder in folders if folder.is_dir() for file in sorted(folder.iterdir())),
    ]


def excerpt(data: bytes) -> bytes:
    """At most `LARGEST` bytes, with the balance sheet in them where there is one."""
    at = max(data.upper().rfind(b"BALANCE SHEETS") - LARGEST // 3, 0)
    return data[at : at + LARGEST]


def damaged(source: Path, seed: int, structured: bool) -> tuple[bytes, str]:
    """A damaged document and its name."""
    data = excerpt(source.read_bytes())
    return (
        (structure.mutate(data, seed), structure.name(source.name, seed))
        if structured
        else (mutate(data, seed), source.name)
    )


def attempt(source: Path, seed: int, structured: bool, seconds: int) -> str:
    """Convert one damaged document into every format; the kind of its end, or a traceback."""
    from converter import RetroxbrlError, convert
    from converter.validation.checks import check as check_report

    started = int(time.process_time())
    resource.setrlimit(resource.RLIMIT_CPU, (started + seconds, resource.RLIM_INFINITY))
    data, name = damaged(source, seed, structured)
    try:
        conversion = convert(data, name=name)
        check_report(conversion.report)
        check(conversion, ["all"])
    except RetroxbrlError as error:
        return type(error).__name__
    except Exception:
        return traceback.format_exc()
    return "report"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=5000)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--bytes", action="store_true", help="damage bytes and lines, not what they mean")
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="save the inputs that failed")
    arguments = parser.parse_args()
    chosen = sources()
    started = time.perf_counter()
    ends: Counter[str] = Counter()
    failures = 0
    with ProcessPool(arguments.jobs) as pool:
        seeds = range(arguments.first_seed, arguments.first_seed + arguments.inputs)
        structured = not arguments.bytes
        tasks = [(chosen[seed % len(chosen)], seed) for seed in seeds]
        futures = [pool.schedule(attempt, args=(*task, structured, arguments.seconds)) for task in tasks]
        for (source, seed), future in zip(tasks, futures, strict=True):
            try:
                end = future.result()
            except ProcessExpired as error:
                end = f"time limit, or process died: exit code {error.exitcode}\n"
            ends[end.strip().splitlines()[-1]] += 1
            if "\n" in end:
                failures += 1
                print(f"{source.name}, seed {seed}: {end}")
                if arguments.keep:
                    arguments.keep.mkdir(parents=True, exist_ok=True)
                    (arguments.keep / f"{seed}-{source.name}").write_bytes(damaged(source, seed, structured)[0])
    for end, count in ends.most_common():
        print(f"{count:6}  {end}")
    print(f"{arguments.inputs} inputs, {failures} failures, {time.perf_counter() - started:.0f} s")
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()
