"""Tables of captions and truth tables as statements to learn from."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.mapping.learned.training.filings import ciks, read_captions, read_truths
from converter.mapping.learned.training.table import Tagged

CAPTIONS = "file\tcik\tperiod\tstmt\trole\tlabel\ttag\n"
TRUTH = "stmt\tlabel\tend\tconcepts\n"


def table(path: Path, *rows: str, header: str = CAPTIONS) -> Path:
    """Rows of blank-separated words; `_` stands for a blank inside a word."""
    lines = ("\t".join(row.split()).replace("_", " ") + "\n" for row in rows)
    path.write_text(header + "".join(lines), encoding="utf-8")
    return path


def captions(folder: Path, *rows: str) -> list[Tagged]:
    return read_captions(table(folder / "captions.tsv", *rows))


def truths(folder: Path, *rows: str, name: str = "acme-2003") -> list[Tagged]:
    table(folder / f"{name}.tsv", *rows, header=TRUTH)
    return read_truths(folder)


# Captions of tagged filings


def test_a_filings_rows_are_its_statements(tmp_path: Path) -> None:
    found = captions(
        tmp_path,
        "acme-10k.htm 77 2019-12-31 BS R2 Cash Cash",
        "acme-10k.htm 77 2019-12-31 BS R2 Total_assets Assets",
        "acme-10k.htm 77 2019-12-31 IS R4 Sales Revenues",
    )
    assert found == [
        Tagged(
            filing="acme-10k.htm",
            report="R2",
            kind="BS",
            sic=None,
            year=2019,
            orders=("1", "2"),
            captions=("Cash", "Total assets"),
            tags=("Cash", "Assets"),
        ),
        Tagged("acme-10k.htm", "R4", "IS", None, 2019, ("1",), ("Sales",), ("Revenues",)),
    ]


@pytest.mark.parametrize(
    "other",
    [
        "zeta-10k.htm 77 2019-12-31 BS R2 Land Land",
        "acme-10k.htm 77 2019-12-31 BS R3 Land Land",
        "acme-10k.htm 77 2019-12-31 IS R2 Land Land",
        "acme-10k.htm 77 2018-12-31 BS R2 Land Land",
    ],
)
def test_another_filing_role_kind_or_year_is_another_statement(tmp_path: Path, other: str) -> None:
    found = captions(tmp_path, "acme-10k.htm 77 2019-12-31 BS R2 Cash Cash", other)
    assert [each.captions for each in found] == [("Cash",), ("Land",)]


def test_periods_of_one_year_are_one_statement(tmp_path: Path) -> None:
    rows = ("acme.htm 77 2019-12-31 BS R2 Cash Cash", "acme.htm 77 2019-06-30 BS R2 Land Land")
    assert [each.captions for each in captions(tmp_path, *rows)] == [("Cash", "Land")]


def test_kinds_that_the_network_does_not_know_are_left_out(tmp_path: Path) -> None:
    rows = ("acme.htm 77 2019-12-31 UN R2 Cash Cash", "acme.htm 77 2019-12-31 CF R2 Land Land")
    assert [each.kind for each in captions(tmp_path, *rows)] == ["CF"]


def test_quotation_marks_of_captions_are_kept(tmp_path: Path) -> None:
    [found] = captions(tmp_path, 'acme.htm 77 2019-12-31 BS R2 "Cash Cash', "acme.htm 77 2019-12-31 BS R2 Land Land")
    assert found.captions == ('"Cash', "Land")


def test_captions_are_read_as_utf_8(tmp_path: Path) -> None:
    [found] = captions(tmp_path, "acme.htm 77 2019-12-31 BS R2 Café Goodwill")
    assert found.captions == ("Café",)


def test_each_filing_has_its_cik(tmp_path: Path) -> None:
    rows = ("acme.htm 0000077 2019-12-31 BS R2 Cash Cash", "zeta.htm 8 2019-12-31 UN R2 Cash Cash")
    assert ciks(table(tmp_path / "captions.tsv", *rows)) == {"acme.htm": 77, "zeta.htm": 8}


# Truth tables


def test_amounts_of_one_row_are_one_caption(tmp_path: Path) -> None:
    found = truths(
        tmp_path,
        "BS Cash 2002-12-31 us-gaap:Cash",
        "BS Cash 2003-12-31 us-gaap:Cash",
        "BS Other 2003-12-31 us-gaap:OtherAssetsCurrent",
        "IS Sales 2001-12-31 us-gaap:Revenues",
    )
    assert found == [
        Tagged(
            filing="acme-2003",
            report="BS",
            kind="BS",
            sic=None,
            year=2003,
            orders=("1", "2"),
            captions=("Cash", "Other"),
            tags=("Cash", "OtherAssetsCurrent"),
        ),
        Tagged("acme-2003", "IS", "IS", None, 2003, ("1",), ("Sales",), ("Revenues",)),
    ]


def test_one_caption_with_two_concepts_is_two_rows(tmp_path: Path) -> None:
    rows = ("BS Other 2003-12-31 us-gaap:OtherAssetsCurrent", "BS Other 2003-12-31 us-gaap:OtherAssetsNoncurrent")
    [found] = truths(tmp_path, *rows)
    assert found.captions == ("Other", "Other")
    assert found.tags == ("OtherAssetsCurrent", "OtherAssetsNoncurrent")


def test_a_caption_that_comes_again_further_down_is_another_row(tmp_path: Path) -> None:
    rows = ("BS Other 2003-12-31 a:Land", "BS Cash 2003-12-31 a:Cash", "BS Other 2003-12-31 a:Land")
    [found] = truths(tmp_path, *rows)
    assert found.captions == ("Other", "Cash", "Other")


@pytest.mark.parametrize(
    ("accepted", "tag"),
    [
        ("us-gaap:Cash", "Cash"),
        ("Cash", "Cash"),
        ("us-gaap:Cash|us-gaap:CashAndDueFromBanks", "Cash"),
        ("us-gaap:Cash_|us-gaap:Land", "Cash"),
        ("_us-gaap:Cash", "Cash"),
        ("us-gaap:Cash*-1|us-gaap:Land", "Cash"),
        ("EXT", "EXT:EXT"),
        ("EXT|us-gaap:Cash", "EXT:EXT"),
        ("us-gaap:Cash|EXT", "Cash"),
    ],
)
def test_of_the_accepted_concepts_the_first_is_it(tmp_path: Path, accepted: str, tag: str) -> None:
    [found] = truths(tmp_path, f"BS Cash 2003-12-31 {accepted}")
    assert found.tags == (tag,)


def test_a_line_of_the_companys_own_is_an_extension_to_the_network(tmp_path: Path) -> None:
    [found] = truths(tmp_path, "BS Cash 2003-12-31 EXT")
    assert found.classes == ("extension",)


def test_kinds_that_the_network_does_not_know_are_no_statements_but_tell_the_year(tmp_path: Path) -> None:
    found = truths(tmp_path, "XX Cash 2004-12-31 a:Cash", "BS Cash 2003-12-31 a:Cash")
    assert [(each.kind, each.year) for each in found] == [("BS", 2004)]


def test_documents_are_read_in_order_and_the_index_is_none(tmp_path: Path) -> None:
    for name in ("zeta-2001", "index", "acme-1999"):
        table(tmp_path / f"{name}.tsv", "BS Cash 2003-12-31 a:Cash", header=TRUTH)
    table(tmp_path / "notes.txt", "BS Cash 2003-12-31 a:Cash", header=TRUTH)
    assert [each.filing for each in read_truths(tmp_path)] == ["acme-1999", "zeta-2001"]


def test_an_empty_truth_table_has_no_statements(tmp_path: Path) -> None:
    assert truths(tmp_path) == []
