"""What the tests of the mapping share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from converter.mapping.decide import decide
from converter.mapping.maps import Maps, load_maps
from converter.statements.statement import Statement
from converter.taxonomy import Index, load_index
from converter.terms import Decision

Decided = dict[str, Decision]


@pytest.fixture(scope="session")
def index() -> Index:
    return load_index("us-gaap/2025")


@pytest.fixture(scope="session")
def maps() -> Maps:
    return load_maps("us-gaap/2025")


@pytest.fixture
def decided(maps: Maps, index: Index) -> Callable[..., Decided]:
    """Decide a statement (or several) with the built-in maps; decisions of the first by caption."""

    def decided(*statements: Statement, using: Maps = maps) -> Decided:
        first = decide(statements, using, index)[0]
        return {item.caption: each for item, each in zip(statements[0].items, first, strict=True) if each is not None}

    return decided
