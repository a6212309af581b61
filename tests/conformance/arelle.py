"""Arelle: each form of XBRL is valid and states the facts of the Report."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from converter import isolated
from converter.findings import Severity
from converter.validation import bulk
from converter.validation.message import Message
from converter.validation.reach import reach
from converter.validation.settings import DEFAULT
from converter.validation.warm import Warm
from tests.arelle_facts import Facts, facts_of, read
from tests.conformance.made import Made, differences

Reading = tuple[tuple[Message, ...], Facts]
SECONDS = 120.0


def instance(made: Made) -> Iterator[str]:
    """The instance, over a taxonomy that stays loaded."""
    yield from _compared(made, _read_warm(made.file(".xml")))


def inline(made: Made) -> Iterator[str]:
    """The inline document, over a taxonomy that stays loaded."""
    yield from _compared(made, _read_warm(made.file(".htm")))


def xbrl_json(made: Made) -> Iterator[str]:
    yield from _compared(made, read(made.file(".json")))


def xbrl_csv(made: Made) -> Iterator[str]:
    yield from _compared(made, read(made.file("-csv.json")))


def package(made: Made) -> Iterator[str]:
    yield from _compared(made, read(made.file(".zip")))


def _compared(made: Made, reading: Reading) -> Iterator[str]:
    messages, facts = reading
    for message in messages:
        if message.severity is Severity.ERROR:
            yield f"{message.code}: {message.text[:200]}"
    yield from differences(set(made.facts), set(facts))


def _read_warm(path: Path) -> Reading:
    warm = bulk._warmed(path, reach(path), DEFAULT)
    assert warm is not None, "our files name their taxonomies, which have no messages"
    return isolated.run(partial(_validated, warm, path), SECONDS)


def _validated(warm: Warm, path: Path) -> Reading:
    messages = warm.validate(path)
    return messages, facts_of(warm._model)
