"""What of a caption the learned layer sees."""

from __future__ import annotations

import pytest

from converter.mapping.learned.caption import features, words


@pytest.mark.parametrize(
    ("printed", "seen"),
    [
        ("Trade receivables, less allowance of $130", "trade receivable less allowance of #"),
        ("Inventories (Note 4)", "inventory"),
        ("Research & development", "research and development"),
        ("Net loss per share -- basic (1)", "net loss per share basic"),
        ("Balance at December 31, 1996", "balance at"),
        ("Stockholders’ equity", "stockholder equity"),
        ("TAXES ON INCOME", "tax on income"),
        ("", ""),
    ],
)
def test_words_leave_out_what_differs_between_companies_and_years(printed: str, seen: str) -> None:
    assert " ".join(words(printed)) == seen


def test_the_same_words_have_the_same_features() -> None:
    first = features("Accounts receivable, net of allowance of $12,100")
    assert first == features("Accounts receivables, net of allowance of $7")


def test_captions_share_features_as_far_as_they_share_words() -> None:
    captions = ("Accrued liabilities", "Other accrued liability", "Goodwill")
    first, like, unlike = (set(features(text)) for text in captions)
    assert len(first & like) > len(first) / 2
    assert len(first & unlike) < len(first) / 10


def test_features_are_ascending_numbers_of_32_bits() -> None:
    found = features("Common stock, $.01 par value; 1,000 shares authorized")
    assert found == sorted(set(found))
    assert all(0 <= feature < 2**32 for feature in found)
