"""Lines of a person's own that another one of theirs overrules: what convert says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.findings import Severity
from converter.mapping.maps import Stub, load_maps
from converter.mapping.maps.own import overruled
from converter.mapping.shadows import shadows
from converter.span import Span
from converter.statements.statement import Item, of_captions
from converter.terms import Kind

ITEM = Item(caption="Widget stock", span=Span(40, 52))


def told(folder: Path, **files: str) -> list[tuple[Severity, str]]:
    """What is said of a balance sheet with one row, which begins in line 5 at column 3."""
    for name, text in files.items():
        path = folder / {"company": "company/0000000017.yaml", "document": "document/a.yaml"}.get(name, f"{name}.yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    maps = load_maps("us-gaap/2025", folder, cik="17", document="a").in_document(lambda offset: (5, 3))
    found = shadows([of_captions(Kind.BALANCE_SHEET, [ITEM])], maps)
    return [(each.severity, each.message.partition("your line ")[2]) for each in found]


def line(concept: str, more: str = "") -> str:
    return f"captions:\n  Widget stock: {{concept: {concept}, statement: BS{more}}}\n"


def test_a_later_layer_is_meant_to_overrule_and_said_to(tmp_path: Path) -> None:
    found = told(tmp_path, mine=line("InventoryNet"), company=line("OtherAssetsCurrent"))

    assert found == [(Severity.INFO, "mine.yaml:2 (InventoryNet) is overruled by company/0000000017.yaml:2 "
                      "(OtherAssetsCurrent): it is of a later layer.")]  # fmt: skip


def test_of_two_files_of_one_layer_the_first_decides_which_is_a_slip(tmp_path: Path) -> None:
    found = told(tmp_path, a=line("extension"), b=line("InventoryNet"))

    assert found == [(Severity.WARNING, "b.yaml:2 (InventoryNet) is overruled by a.yaml:2 (extension): "
                      "it comes first.")]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (", sign: printed", ", sign: negated", True),
        (", sign: negated", ", sign: negated", False),
        (", sign: negated", "", False),
        ("", ", sign: printed", False),
    ],
)
def test_lines_of_one_concept_are_at_odds_where_both_name_a_sign(
    tmp_path: Path, first: str, second: str, said: bool
) -> None:
    found = told(tmp_path, a=line("InventoryNet", first), b=line("InventoryNet", second))

    assert [message for _, message in found] == (
        ["b.yaml:2 (InventoryNet negated) is overruled by a.yaml:2 (InventoryNet as printed): it comes first."]
        if said
        else []
    )


def test_all_that_are_overruled_are_named(tmp_path: Path) -> None:
    found = told(tmp_path, a=line("InventoryNet"), b=line("InventoryNet"), company=line("OtherAssetsCurrent"))

    assert [message.partition(" ")[0] for _, message in found] == ["a.yaml:2", "b.yaml:2"]


def test_a_line_for_the_row_by_line_and_column_is_closer_than_one_by_its_line(tmp_path: Path) -> None:
    text = "rows:\n  5: InventoryNet\n  '5:3': OtherAssetsCurrent\n"
    found = told(tmp_path, document=text)
    maps = load_maps("us-gaap/2025", tmp_path, document="a").in_document(lambda offset: (5, 3))
    row = Stub(frozenset(), Kind.BALANCE_SHEET, offset=40)

    assert maps.match(row)[0].rule.concept == "OtherAssetsCurrent"
    assert [one.rule.concept for one in overruled(maps, row)] == []
    assert found == []


def test_one_line_of_a_persons_own_overrules_nothing(tmp_path: Path) -> None:
    assert told(tmp_path, mine=line("InventoryNet")) == []
