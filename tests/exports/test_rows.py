"""Rows of the inline document's tables: their pieces in cells, and never in another element than they were."""

from __future__ import annotations

from lxml import etree

from converter.exports.ixbrl.xhtml import XHTML, _row, made


def shape(row: etree._Element | None) -> str:
    """The row as it is written, without its namespace."""
    assert row is not None
    return etree.tostring(row, encoding="unicode").replace(f' xmlns:html="{XHTML}"', "").replace("html:", "")


def test_a_row_stays_the_element_it_is_so_that_what_it_holds_is_not_named_anew() -> None:
    cell = made("td", "", ["a", made("br"), "b"])
    row = made("tr", "color:red", [cell])
    row.set("id", "x")
    found = _row(row)
    assert found is row
    assert shape(found) == '<tr style="color:red"><td>a<br/>b</td></tr>'


def test_what_stands_beside_cells_is_put_into_cells_in_its_place() -> None:
    row = made(
        "tr", "", ["one", made("td", "", ["two"]), "three", made("b", "", ["four"]), made("th", "", ["five"]), " "]
    )
    assert shape(_row(row)) == "<tr><td>one</td><td>two</td><td>three<b>four</b></td><th>five</th></tr>"


def test_a_row_with_nothing_is_none() -> None:
    assert _row(made("tr", "", [" "])) is None
