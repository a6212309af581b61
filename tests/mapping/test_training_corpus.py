"""All that the network learns from: what is shown how often, and which company and fold each filing is of."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

pytest.importorskip("scipy", reason="training needs scipy")

from converter.mapping.learned.training.corpus import FOLDS, Corpus, company_of, fold_of, read_corpus
from converter.mapping.learned.training.table import Tagged

CASH = "Cash"


def tagged(filing: str) -> Tagged:
    return Tagged(filing, "1", "BS", None, 2009, ("1",), (CASH,), (CASH,))


def write(path: Path, header: str, *rows: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "\n".join("\t".join(row.split()) for row in (header, *rows))
    path.write_text(text + "\n", encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus: a table of three companies, captions of two later filings, a truth table of each kind."""
    table = [
        f"2009q1 {cik:010}-09-1 1 {line} 2000 BS {caption} {tag}"
        for cik, own in ((77, "Acmeware"), (88, "Zetamill"), (99, "Betaboat"))
        for line, (caption, tag) in enumerate(((CASH, CASH), (own, f"EXT:{own}"), (f"{own}s", f"EXT:{own}s")), 1)
    ]
    labels = tmp_path / "labels"
    write(labels / "statements.tsv", "quarter adsh report line sic stmt label tag", *table)
    with gzip.open(labels / "statements.tsv.gz", "wb") as file:
        file.write((labels / "statements.tsv").read_bytes())
    write(labels / "standard-labels.tsv", "concept label", "Cash Cash", "AssetsAbstract Assets")
    write(
        tmp_path / "laid-out" / "captions.tsv",
        "file cik period stmt role label tag",
        "acme-2019.htm 77 2019-12-31 BS R2 Cash Cash",
        "gamma-2019.htm 66 2019-12-31 BS R2 Land Land",
    )
    for truths, name in (("tagged-html/gold", "acme_2012"), ("gold", "delta-1999"), ("gold-b", "Epsilon-1998")):
        write(tmp_path / truths / f"{name}.tsv", "stmt label end concepts", "BS Cash 2003-12-31 us-gaap:Cash")
    return tmp_path


def test_all_tables_are_read(folder: Path) -> None:
    found = read_corpus(folder)
    assert [each.filing for each in found.table] == ["0000000077-09-1", "0000000088-09-1", "0000000099-09-1"]
    assert [each.filing for each in found.filings] == [
        "acme-2019.htm",
        "gamma-2019.htm",
        "acme_2012",
        "delta-1999",
        "Epsilon-1998",
    ]
    assert list(found.names) == [("Cash", "Cash")]


def test_filings_of_one_company_are_one_and_no_company_of_the_table(folder: Path) -> None:
    company = read_corpus(folder).company
    assert company["acme-2019.htm"] == company["acme_2012"]
    later = {company[name] for name in ("acme-2019.htm", "gamma-2019.htm", "delta-1999", "Epsilon-1998")}
    table = {company[f"00000000{cik}-09-1"] for cik in (77, 88, 99)}
    assert (len(later), len(table), later & table) == (4, 3, set())
    assert sorted(later) == list(range(max(table) + 1, max(table) + 5))


def test_each_filing_is_in_the_fold_of_its_company(folder: Path) -> None:
    fold = read_corpus(folder).fold
    for name in ("acme-2019.htm", "gamma-2019.htm", "acme_2012", "delta-1999", "Epsilon-1998"):
        assert fold[name] == fold_of(name)
    assert fold["acme-2019.htm"] == fold["acme_2012"]


@pytest.mark.parametrize("name", ["acme", "sigma", "zeta", "omega", "kappa"])
def test_a_filing_of_the_table_goes_with_the_later_filings_of_its_cik(folder: Path, name: str) -> None:
    others = {filing: fold for filing, fold in read_corpus(folder).fold.items() if filing.startswith("00")}
    captions = folder / "laid-out" / "captions.tsv"
    captions.write_text(captions.read_text(encoding="utf-8").replace("acme", name), encoding="utf-8")
    fold = read_corpus(folder).fold
    assert fold["0000000077-09-1"] == fold_of(name)
    assert fold["0000000088-09-1"] == others["0000000088-09-1"]
    assert fold["0000000099-09-1"] == others["0000000099-09-1"]


# What is shown


def test_later_filings_are_shown_twice_in_a_round() -> None:
    corpus = Corpus([tagged("a"), tagged("b")], [tagged("c")], [], {}, {})
    assert [each.filing for each in corpus.shown()] == ["a", "b", "c", "c"]


@pytest.mark.parametrize(("without", "shown"), [(0, ["b"]), (1, ["a", "c", "c"]), (2, ["a", "b", "c", "c"])])
def test_those_of_one_fold_may_be_left_out(without: int, shown: list[str]) -> None:
    corpus = Corpus([tagged("a"), tagged("b")], [tagged("c")], [], {}, {"a": 0, "b": 1, "c": 0})
    assert [each.filing for each in corpus.shown(without)] == shown


# Companies and folds by the names of documents


@pytest.mark.parametrize(
    ("document", "company"),
    [
        ("acme-2019.htm", "acme"),
        ("ACME_10k 2003", "acme"),
        ("Acme Tool-2001", "acme"),
        ("acme", "acme"),
        ("acme.co-1", "acme.co"),
    ],
)
def test_the_company_is_the_first_word_of_a_documents_name(document: str, company: str) -> None:
    assert company_of(document) == company


@pytest.mark.parametrize(("document", "fold"), [("acme", 0), ("sigma", 1), ("zeta", 2), ("omega", 3), ("delta", 4)])
def test_the_fold_of_a_company_never_changes(document: str, fold: int) -> None:
    assert fold_of(f"{document}-1999") == fold_of(f"{document.upper()}_2019.htm") == fold


def test_all_folds_are_used() -> None:
    assert {fold_of(f"company{number}") for number in range(100)} == set(range(FOLDS))
    assert FOLDS == 5
