"""Names of the company's own concepts, and captions cut at a number inside them."""

from __future__ import annotations

import pytest

from converter.assembly.names import lc3, without_end


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("Series A non-voting preferred stock issued", "SeriesANonVotingPreferredStockIssued"),
        ("SERIES A PREFERRED", "SeriesAPreferred"),
        ("Class A stock, a share of a mill", "ClassAStockShareOfMill"),
        ("Tranche A and type A loans", "TrancheAAndTypeALoans"),
        ("A loan of a bank", "LoanOfBank"),
        ("Series a mill owns", "SeriesMillOwns"),
        ("THE COST OF A STRIKE", "CostOfStrike"),
    ],
)
def test_a_letter_that_tells_a_series_from_another_is_no_article(caption: str, name: str) -> None:
    assert lc3(caption) == name


@pytest.mark.parametrize(
    ("stem", "whole"),
    [
        ("Operating (including fees to the dam of", "Operating (including fees to the dam)"),
        ("Cash paid for interest (of which", "Cash paid for interest"),
        ("Patents, net of amortization of", "Patents, net of amortization"),
        ("Receivables, less allowance for", "Receivables, less allowance"),
        ("Dividends (", "Dividends"),
        ("Dividends,", "Dividends"),
        ("Rent (net) of", "Rent (net)"),
        ("of", ""),
    ],
)
def test_what_stands_before_a_number_inside_a_caption_ends_like_a_caption(stem: str, whole: str) -> None:
    assert without_end(stem) == whole
