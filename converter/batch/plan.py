"""From paths and URLs to jobs: which documents, and what each one's folder is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from converter.batch.remote import files, is_url, seen_by_workers
from converter.errors import InputError


@dataclass(frozen=True, slots=True)
class Job:
    """A document's path or URL, and the name of its folder."""

    name: str
    source: str


def plan(paths: Iterable[str | Path]) -> list[Job]:
    """One job per file; folders and patterns of URLs give all their files, in the order of their names.

    A folder is named after the file without its extension; a second file of that name gets `-2`, a third `-3`, so the
    same paths always give the same names.

    Raises:
        InputError: a path does not exist, or there is no file at all.
        UsageError: the protocol of a URL cannot be used.
    """
    jobs: list[Job] = []
    taken: set[str] = set()
    for source in dict.fromkeys(file for path in paths for file in _sources(path)):
        jobs.append(Job(_free(Path(source).stem, taken), source))
        taken.add(jobs[-1].name)
    if not jobs:
        raise InputError("There is nothing to convert.", "Name files, or folders that hold some.")
    return jobs


def _sources(path: str | Path) -> Iterable[str]:
    if is_url(path):
        return files(seen_by_workers(str(path)))
    return map(str, _below(Path(path)))


def _below(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(file for file in path.rglob("*") if file.is_file() and not file.name.startswith("."))
    elif path.exists():
        yield path
    else:
        raise InputError(f"{path} does not exist.", "Check the path.")


def _free(stem: str, taken: set[str]) -> str:
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name
