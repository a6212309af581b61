"""The historical columns of a pro forma statement: their heads say nothing but when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.statements.candidate import Selected
from converter.statements.lesser import Lesser
from converter.statements.sets import coherent_set
from converter.statements.statement import Basis
from converter.terms import Kind
from tests.statements.candidates import candidate


def pro_forma(head: str) -> Selected:
    """A pro forma statement of one year with a historical column under this head."""
    one = candidate(
        Kind.INCOME, {"Net income": ("8", "7")}, years=(1998,), lesser=Lesser.PRO_FORMA, bases=[Basis.PRO_FORMA]
    )
    first, *others = one.columns
    return replace(one, columns=(replace(first, head=head), *others))


def is_taken(head: str) -> bool:
    return bool(coherent_set([pro_forma(head)], None, []))


@pytest.mark.parametrize(
    "word",
    ["unaudited", "Audited", "in", "thousands", "millions", "Actual", "HISTORICAL", "as", "reported", "at", "of", "for",
     "the", "month", "months", "week", "weeks", "year", "years", "quarter", "quarters", "period", "periods", "ended",
     "ending", "three", "six", "nine", "twelve", "fiscal", "December", "Dec.", "may"],
)  # fmt: skip
def test_words_that_say_when(word: str) -> None:
    assert is_taken(f"{word} 1998")
    assert not is_taken(f"{word}q 1998")


@pytest.mark.parametrize(
    ("head", "taken"),
    [
        ("1998", True),
        ("Fiscal Year Ended December 31, 1998 (Unaudited)", True),
        ("Halden 1998", False),
        ("1998 Halden", False),
        ("Adjustments", False),
        ("", True),
    ],
)
def test_a_name_in_the_head_is_of_a_company(head: str, taken: bool) -> None:
    assert is_taken(head) is taken
