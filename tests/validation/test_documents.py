"""Twenty reports of real documents, sound and faulty: in bulk they get the messages of sessions of their own."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from converter import convert
from converter.options import Options
from converter.validation import bulk, cold
from converter.validation.message import Message
from converter.validation.settings import DEFAULT
from tests.accuracy.corpus import documents
from tests.conftest import needs_shared

_FACT = re.compile(r"<us-gaap:Assets (?P<attributes>[^>]*)>(?P<value>\d+)</us-gaap:Assets>")


def changed(pattern: str, by: str) -> Callable[[Path], None]:
    """A fault in the instance: the first fact of total assets becomes something else."""

    def seed(instance: Path) -> None:
        text = instance.read_text("utf-8")
        faulty, count = re.subn(pattern, by, text, count=1)
        assert count == 1, f"nothing to replace for {pattern}"
        instance.write_text(faulty, "utf-8")

    return seed


def without(suffix: str) -> Callable[[Path], None]:
    """A fault of the folder: a file that the report refers to is missing."""

    def seed(instance: Path) -> None:
        (instance.parent / f"{instance.stem}{suffix}").unlink()

    return seed


FAULTS: dict[str, Callable[[Path], None]] = {
    "an unknown concept": changed(_FACT.pattern, r"<us-gaap:Asets \g<attributes>>\g<value></us-gaap:Asets>"),
    "no schema": without(".xsd"),
    "no calculations": without("_cal.xml"),
    "a broken sum": changed(_FACT.pattern, r"<us-gaap:Assets \g<attributes>>1\g<value></us-gaap:Assets>"),
    "decimals that are none": changed(_FACT.pattern.replace("(?P<a", '(?P<b>[^>]*)decimals="-?[0-9]+"(?P<a'),
                                      r'<us-gaap:Assets \g<b>decimals="many"\g<attributes>>\g<value></us-gaap:Assets>'),
    "duplicates that differ": changed(
        _FACT.pattern, r'\g<0><us-gaap:Assets \g<attributes>>7\g<value></us-gaap:Assets>'
    ),
}  # fmt: skip
TAXONOMIES = ("us-gaap/2025", "us-gaap/2025", "us-gaap/2009")
"""Releases that the documents are written in by turns, so that a worker has to change what it has loaded."""


def written(source: Path, folder: Path, taxonomy: str = "us-gaap/2025") -> Path:
    """The instance of a converted document."""
    paths = convert(source, Options(taxonomy=taxonomy)).write(folder)
    return next(path for path in paths if path.suffix == ".xml")


@needs_shared
def test_bulk_says_of_real_documents_what_sessions_of_their_own_say(tmp_path: Path) -> None:
    sources = [document.source for document in documents("gold")]
    sound = [
        written(source, tmp_path / f"sound-{number}", TAXONOMIES[number % len(TAXONOMIES)])
        for number, source in enumerate(sources)
    ]
    faulty = []
    for number, (source, seed) in enumerate(zip(sources, FAULTS.values(), strict=False)):
        faulty.append(written(source, tmp_path / f"faulty-{number}"))
        seed(faulty[-1])
    alone: dict[Path, tuple[Message, ...]] = {path: cold.validate(path, DEFAULT) for path in (*sound, *faulty)}
    assert len(alone) > 20
    together = {done.path: done.messages for done in bulk.validate_many(alone, DEFAULT, jobs=2)}
    assert together == alone
    assert [path.parent.name for path in faulty if not alone[path]] == []
    assert not [message for path in sound for message in alone[path] if message.severity == "error"]
