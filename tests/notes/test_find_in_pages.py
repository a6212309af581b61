"""Notes in HTML."""

from __future__ import annotations

from tests.notes.documents import found, titles

P = "<p>The company makes gauges and meters for mills and sells them through dealers of its own.</p>\n"
TITLE = "<p align=center><b>NOTES TO CONSOLIDATED FINANCIAL STATEMENTS</b></p>\n"


def page(*parts: str) -> str:
    return f"<html><body>{''.join(parts)}</body></html>"


def test_notes_go_from_heading_to_heading() -> None:
    source = page(TITLE, "<p><b>1. Leases</b></p>", P, "<p><b>2. Debt</b></p>", P, "<p><b>SIGNATURES</b></p>", P)
    assert titles(source, "html") == ["1 Leases", "2 Debt"]
    first, second = found(source, "html")
    assert source[first.span.start :].startswith("1. Leases")
    assert first.span.end == second.span.start
    assert source[second.span.end :].startswith("SIGNATURES")


def test_number_and_title_may_stand_in_cells_of_their_own() -> None:
    cells = "<table><tr><td><b>({0})</b></td><td><div><b>{1}</b></div></td></tr></table>"
    source = page(TITLE, cells.format(1, "Leases"), P, cells.format(2, "Long-Term Debt"), P)
    assert titles(source, "html") == ["1 Leases", "2 Long-Term Debt"]


def test_captions_in_tables_are_no_headings() -> None:
    rows = "".join(f"<tr><td>{name}</td><td>1</td></tr>" for name in ("Inventories", "Income Taxes", "Debt"))
    source = page(TITLE, "<p>Leases</p>", P, f"<table>{rows}</table>", P, "<p>Segments</p>", P)
    assert titles(source, "html") == ["Leases", "Segments"]


def test_what_is_not_shown_is_no_heading() -> None:
    hidden = "<p style='display:none'>3. Mills</p><!-- 3. Mills --><script>3. Mills</script>"
    source = page(TITLE, "<p>1. Leases</p>", P, "<p>2. Debt</p>", P, hidden)
    assert titles(source, "html") == ["1 Leases", "2 Debt"]
