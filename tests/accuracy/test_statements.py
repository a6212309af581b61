"""The table over all documents says what is lacking, and why."""

from __future__ import annotations

from pathlib import Path

from tests.accuracy.statements import Read, look, told
from tests.statements.filings import balance, income

FACES = ("BS", "IS", "CF")


def test_a_document_is_told_by_its_form_its_statements_and_what_holds(tmp_path: Path) -> None:
    source = tmp_path / "marlow-10K405-19981231-1.txt"
    source.write_text(income() + balance(), "utf-8")
    found = look("marlow", source)

    assert (found.form, found.expected, set(found.found), found.missing) == ("10K", FACES, {"IS", "BS"}, ("CF",))
    assert found.held == (2, 2)
    assert look("marlow", source.rename(tmp_path / "marlow-10QA-19980930-1.txt")).expected == ()


def test_what_gives_nothing_is_told_with_its_error(tmp_path: Path) -> None:
    source = tmp_path / "a-8KEX991-20200331.txt"
    source.write_bytes(b"%PDF-1.4 and so on")
    assert look("a", source).error


def test_what_lacks_a_statement_is_listed_with_the_reason() -> None:
    whole = Read("one", "10-K", FACES, FACES, (4, 5), (10, 11))
    comprehensive = Read("two", "10-K", FACES, ("BS", "CF", "CI"))
    lacking = Read("three", "10-Q", FACES, ("BS", "IS"), told=(("statements.left-out", "left out: its periods"),))
    known = Read("a-vaneck-ethereum-etf-10Q-2", "10-Q", FACES, ("BS", "IS"))
    stand_in = Read("four", "8-K", found=("IS",), told=(("statements.stand-in", "selected data are read"),))
    text = "\n".join(told([whole, comprehensive, lacking, known, stand_in]))

    assert "one\t10-K\tBS IS CF\tBS IS CF\t4/5\t10/11\t0" in text
    assert "2 of 4 documents" in text
    assert "lack a statement:\n  three: CF: not looked at\n    left out: its periods\n" in text
    assert "a-vaneck-ethereum-etf-10Q-2: CF: a trust without cash" in text
    assert "  four: selected data are read" in text
