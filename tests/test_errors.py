"""Errors say what is wrong and what to do, each with an exit code of its own, also across processes."""

from __future__ import annotations

import pickle

import pytest

from converter.errors import RetroxbrlError

KINDS = RetroxbrlError.__subclasses__()


def test_exit_codes_are_distinct() -> None:
    codes = [kind.exit_code for kind in KINDS]

    assert len(set(codes)) == len(codes)
    assert not {0, 1} & set(codes)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_error_survives_the_way_between_processes(kind: type[RetroxbrlError]) -> None:
    error = pickle.loads(pickle.dumps(kind("This is wrong.", "Do that.")))

    assert type(error) is kind
    assert (error.cause, error.remedy, str(error)) == ("This is wrong.", "Do that.", "This is wrong. Do that.")
