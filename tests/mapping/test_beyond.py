"""What a company's map says beyond or against the general ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.mapping.beyond import compared
from converter.mapping.maps import load_maps

RELEASE = "us-gaap/2025"
GENERAL = """captions:
  Widget fees: {concept: OtherIncome, statement: IS}
  Widget stock: {concept: InventoryNet, statement: BS, sign: printed}
"""


def relations(folder: Path, text: str) -> list[tuple[str, str | None]]:
    (folder / "company").mkdir()
    (folder / "mine.yaml").write_text(GENERAL, encoding="utf-8")
    (folder / "company" / "0000000017.yaml").write_text(text, encoding="utf-8")
    found = compared(load_maps(RELEASE, folder, cik="17"), load_maps(RELEASE, folder))
    return [(one.relation, one.general.name if one.general else None) for one in found]


@pytest.mark.parametrize(
    ("line", "relation"),
    [
        ("Widget fees: {concept: Revenues, statement: IS}", ("against", "mine.yaml:2")),
        ("Widget fees: {concept: extension, statement: IS}", ("against", "mine.yaml:2")),
        ("Widget fees: Revenues", ("against", "mine.yaml:2")),
        ("Widget fees: {concept: OtherIncome, statement: IS}", ("same", "mine.yaml:2")),
        ("Widget fees: {concept: OtherIncome, statement: IS, sign: negated}", ("beyond", "mine.yaml:2")),
        ("Widget fees: {concept: Revenues, statement: CF}", ("beyond", None)),
        ("Widget stock: {concept: InventoryNet, statement: BS, sign: printed}", ("same", "mine.yaml:3")),
        ("Widget stock: {concept: InventoryNet, statement: BS}", ("same", "mine.yaml:3")),
        ("Zygotic sprockets: Revenues", ("beyond", None)),
    ],
)
def test_a_line_is_beside_what_holds_without_it(tmp_path: Path, line: str, relation: tuple[str, str | None]) -> None:
    assert relations(tmp_path, f"captions:\n  {line}\n") == [relation]


def test_lines_come_in_the_order_of_the_file_and_no_others(tmp_path: Path) -> None:
    text = "captions:\n  Zygotic sprockets: Revenues\n  Widget fees: {concept: Revenues, statement: IS}\n"

    assert [relation for relation, _ in relations(tmp_path, text)] == ["beyond", "against"]
