"""The reference corpus gives at least what `floors.toml` says."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.accuracy.compare import compare
from tests.accuracy.convert import convert_all, instance_facts
from tests.accuracy.corpus import SUITES, Suite, documents
from tests.accuracy.equity import Truth, asked, score
from tests.accuracy.figures import figures
from tests.accuracy.notes import counted, total
from tests.accuracy.notes import score as score_notes
from tests.conftest import needs_shared

_FILE: dict[str, dict[str, float]] = tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))
FLOORS = {suite: _FILE[suite] for suite in SUITES}
CEILINGS = {"extra", "mistagged", "wrong_sign"}


@needs_shared
@pytest.mark.parametrize("suite", FLOORS)
def test_the_corpus_gives_what_it_gave(suite: Suite, tmp_path: Path) -> None:
    chosen = documents(suite)
    rows = convert_all(chosen, tmp_path, jobs=2)
    facts = {document.name: instance_facts(rows[document.name], tmp_path) for document in chosen}
    comparisons = [compare(document, list(facts[document.name])) for document in chosen]

    today = figures(comparisons, rows.values())

    below = {
        name: (getattr(today, name), limit)
        for name, limit in FLOORS[suite].items()
        if (getattr(today, name) > limit if name in CEILINGS else getattr(today, name) < limit)
    }
    assert not below


@needs_shared
@pytest.mark.parametrize("suite", ["gold", "gold-b", "tagged"])
def test_changes_in_equity_give_what_they_gave(suite: Truth, tmp_path: Path) -> None:
    *_, today = score(asked(suite), tmp_path, jobs=2)
    floors = _FILE[f"equity-{suite}"]
    assert {name: today.share(name) for name, floor in floors.items() if today.share(name) < floor} == {}


@needs_shared
def test_notes_are_found_as_they_were_counted() -> None:
    today = total([score_notes(one) for one in counted()]).shares()
    floors = _FILE["notes"]
    missed = {name for name, floor in floors.items() if name not in CEILINGS and today[name] < floor}
    assert missed | {name for name in CEILINGS & floors.keys() if today[name] > floors[name]} == set(), today
