"""From paths and URLs to jobs: which documents, and what each one's folder is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from converter.batch.remote import files, is_url, seen_by_workers, without_protocol
from converter.errors import InputError
from converter.rendering.naming import distinct, folded, folder_name, is_folder_name


@dataclass(frozen=True, slots=True)
class Job:
    """A document's path or URL, and the name of its folder.

    Attributes:
        earlier: names of the documents of the batch that are earlier filings of its company, oldest first.
        replaces: whether its folder may take the place of another document's conversion.

    Raises:
        ValueError: the name is not that of a folder of its own.
    """

    name: str
    source: str
    replaces: bool = False
    earlier: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not is_folder_name(self.name):
            raise ValueError(f"{self.name!r} cannot be the name of a document's folder")


def plan(paths: Iterable[str | Path]) -> list[Job]:
    """One job per file; folders and patterns of URLs give all their files, in the order of their names.

    A folder is named after the file without its extension (`folder_name`). Files that are called the same, or differ by
    what some file systems do not tell, all get a hash of their paths: so whichever else there are, each is called the
    same.

    Raises:
        InputError: a path does not exist, or there is no file at all.
        UsageError: the protocol of a URL cannot be used.
    """
    names = {file: folder_name(Path(file).stem) for path in paths for file in _sources(path)}
    if not names:
        raise InputError("There is nothing to convert.", "Name files, or folders that hold some.")
    called = Counter(folded(name) for name in names.values())
    taken = {folded(name) for name in names.values() if called[folded(name)] == 1}
    return [
        Job(name if called[folded(name)] == 1 else free(name, source, taken), source) for source, name in names.items()
    ]


def free(name: str, source: str, taken: set[str]) -> str:
    """The name with a hash of the source's path, and a number should another be called even so.

    Args:
        taken: folded names; the new one joins them.
    """
    tried = distinct(name, without_protocol(source))
    number = 1
    while folded(tried) in taken:
        number += 1
        tried = distinct(name, f"{without_protocol(source)} {number}")
    taken.add(folded(tried))
    return tried


def _sources(path: str | Path) -> Iterable[str]:
    if is_url(path):
        return files(seen_by_workers(str(path)))
    return map(str, _below(Path(path)))


def _below(path: Path) -> Iterator[Path]:
    try:
        found = path.exists()
    except OSError as error:
        raise InputError(f"{path} cannot be looked up ({error.strerror}).", "Check the path.") from error
    if path.is_dir():
        yield from sorted(file for file in path.rglob("*") if file.is_file() and not file.name.startswith("."))
    elif found:
        yield path
    else:
        raise InputError(f"{path} does not exist.", "Check the path.")
