"""Mapping files: layers, mistakes, and what is kept of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from converter.datafiles import compiled
from converter.errors import MapError, UsageError
from converter.mapping.maps import Maps, Stub, load_maps, loading
from converter.mapping.maps.checking import check
from converter.taxonomy import load_index
from converter.terms import Kind

CAPTION = "Grant payable"


def concept(maps: Maps, caption: str = CAPTION, kind: Kind = Kind.BALANCE_SHEET) -> str | None:
    found = maps.match(Stub(maps.vocabulary.words(caption), kind))
    return found[0].rule.concept if found else "nothing"


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def test_one_line_is_an_override(tmp_path: Path) -> None:
    put(tmp_path, "mine.yaml", f"captions:\n  {CAPTION}: GovernmentAssistanceLiability\n")
    assert concept(load_maps("us-gaap/2025")) == "nothing"
    assert concept(load_maps("us-gaap/2025", tmp_path)) == "GovernmentAssistanceLiability"


def test_later_layers_win(tmp_path: Path) -> None:
    put(tmp_path, "mine.yaml", "captions: {Total assets: OtherAssets}")
    put(tmp_path, "company/0000000042.yaml", "captions: {Total assets: AssetsNet}")
    put(tmp_path, "document/release.yaml", "captions: {Total assets: AssetsCurrent}")
    assert concept(load_maps("us-gaap/2025"), "Total assets") == "Assets"
    assert concept(load_maps("us-gaap/2025", tmp_path), "Total assets") == "OtherAssets"
    assert concept(load_maps("us-gaap/2025", tmp_path, cik="42"), "Total assets") == "AssetsNet"
    assert concept(load_maps("us-gaap/2025", tmp_path, cik="42", document="release"), "Total assets") == "AssetsCurrent"
    assert concept(load_maps("us-gaap/2025", tmp_path, cik="43"), "Total assets") == "OtherAssets"


def test_an_industrys_rules_count_more_for_its_companies() -> None:
    line = "Trading account assets"
    bank = load_maps("us-gaap/2025", sic=6022)
    words = bank.vocabulary.words(line)
    [at_bank] = [
        match for match in bank.match(Stub(words, Kind.BALANCE_SHEET)) if match.rule.concept == "TradingSecurities"
    ]
    maker = load_maps("us-gaap/2025", sic=3571)
    [elsewhere] = [
        match for match in maker.match(Stub(words, Kind.BALANCE_SHEET)) if match.rule.concept == "TradingSecurities"
    ]
    assert at_bank.order > elsewhere.order


def test_a_caption_can_mean_something_else_in_each_statement(tmp_path: Path) -> None:
    put(
        tmp_path,
        "mine.yaml",
        "captions:\n  Widget rights: {BS: OtherAssetsNoncurrent, CF: PaymentsToAcquireIntangibleAssets}\n",
    )
    maps = load_maps("us-gaap/2025", tmp_path)
    assert concept(maps, "Widget rights") == "OtherAssetsNoncurrent"
    assert concept(maps, "Widget rights", Kind.CASH_FLOW) == "PaymentsToAcquireIntangibleAssets"


def test_extension_says_that_a_caption_has_no_us_gaap_concept(tmp_path: Path) -> None:
    put(tmp_path, "mine.yaml", "captions: {Total assets: extension}")
    assert concept(load_maps("us-gaap/2025", tmp_path), "Total assets") is None


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("captions:\n  A b: [x\n", 3, "expected"),
        ("captions:\n  Cash: Cash\n  Cash: Assets\n", 3, "given twice"),
        ("sections:\n  - place: asets\n    concepts: {Assets: total assets}\n", 2, "place"),
        ("concepts:\n  Assets: '(total'\n", 2, "brackets"),
        ("concepts:\n  Assets: '[total] [assets]'\n", 2, "no word"),
        ("concept:\n  Assets: total assets\n", 1, "concept"),
        ("captions:\n  '123': Assets\n", 2, "no word"),
        ("a: &x [1]\nb: *x\n", 2, "alias"),
        ("captions:\n  Cash: Cash\n  Sum: AssetsTotal\n", 3, "Assets"),
        ('captions:\n  Cash: "Ca\x07sh"\n', 2, "control character"),
        ("captions:\n  Cash: Ca\x00sh\n", 2, "control character"),
        ('captions:\n  "Cash \\ud800": Cash\n', 2, "half a character"),
        ("captions:\n  Cash: !!float abc\n", 2, "no float"),
        ("concepts:\n  Cash: {captions: zebra, hint: !!bool perhaps}\n", 2, "no bool"),
        (f"sic:\n  - {'9' * 5_000}\n", 2, "no int"),
        ("sic:\n  - 0x1F\n", 2, "no int"),
        ("sic:\n  - 6020\n  - abc\n", 3, "no industry code"),
        ("captions:\n  ? [a, b]\n  : Cash\n", 2, "a list or an entry"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", 1, "alias"),
        ("a: &a [*a]\n", 1, "alias"),
        (f"captions:\n  Cash: {'[' * 100_000}\n", 2, "too deep"),
        (f"captions:\n  Cash: {'[' * 50}{']' * 50}\n", 2, "too deep"),
        (f"captions:\n  Cash: {'{a: ' * 3_000}\n", 2, "too deep"),
        (f"captions:\n  {'- ' * 100_000}\n", 2, "too deep"),
        ("captions:\n" + "".join(f"{' ' * level}a{level}:\n" for level in range(1, 400)), 21, "too deep"),
        ("a: b\n---\nc: d\n", 2, "another document"),
        (f"captions:\n  Cash: Cash\n  {'(note ' * 168}: Cash\n", 3, "characters"),
        (f"concepts:\n  Cash: '{'(cash|money) ' * 100}'\n", 2, "characters"),
    ],
)
def test_a_broken_file_names_itself_and_the_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    put(tmp_path, "mine.yaml", text)
    with pytest.raises(MapError) as caught:
        load_maps("us-gaap/2025", tmp_path)
    assert "mine.yaml" in caught.value.cause
    assert f"line {line}" in caught.value.cause
    assert says in str(caught.value)
    assert caught.value.exit_code == 6


def test_files_that_are_no_text_are_named(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_bytes(b"\xff\xfe\x00captions")
    with pytest.raises(MapError, match=r"mine\.yaml"):
        load_maps("us-gaap/2025", tmp_path)
    with pytest.raises(MapError, match="nowhere"):
        load_maps("us-gaap/2025", tmp_path / "nowhere")
    with pytest.raises(UsageError):
        load_maps("us-gaap")


def test_files_that_are_none_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "mine.yaml")
    with pytest.raises(MapError, match="no regular file"):
        load_maps("us-gaap/2025", tmp_path)


def test_a_file_larger_than_any_map_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "mine.yaml").open("wb") as file:
        file.truncate(compiled.MAX_BYTES + 1)
    with pytest.raises(MapError, match=r"too large for a mapping file \(1\.0 MB; the limit is 1 MB\)"):
        load_maps("us-gaap/2025", tmp_path)


def test_a_company_is_a_number_and_no_path(tmp_path: Path) -> None:
    put(tmp_path, "other.yaml", "captions: {Total assets: OtherAssets}")
    put(tmp_path, "maps/mine.yaml", "captions: {}")
    assert concept(load_maps("us-gaap/2025", tmp_path / "maps", cik="../../other"), "Total assets") == "Assets"


def test_alternatives_that_multiply_are_not_multiplied_out(tmp_path: Path) -> None:
    """Two to the power of fifty captions meet this phrase."""
    put(tmp_path, "mine.yaml", f"concepts: {{Assets: '{'(zebra|giraffe) ' * 50}'}}\n")
    maps = load_maps("us-gaap/2025", tmp_path)
    assert concept(maps, "Zebra") == "Assets"
    assert not [one for one in check(maps, [load_index("us-gaap/2025")]) if one.rule.startswith("mine.yaml")]


def loaded_anew() -> Maps:
    """The built-in maps as a new process loads them."""
    for function in (loading._maps, loading._rules, loading._words):
        function.cache_clear()
    return load_maps("us-gaap/2025")


def test_compiled_files_are_kept_and_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RETROXBRL_CACHE", str(tmp_path / "cache"))
    first = loaded_anew()
    kept = list((tmp_path / "cache" / "maps").iterdir())
    second = loaded_anew()
    assert [rule.name for rule in first.rules] == [rule.name for rule in second.rules]
    assert first.rules == second.rules
    assert sorted((tmp_path / "cache" / "maps").iterdir()) == sorted(kept)


def test_a_spoilt_cache_costs_nothing_but_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RETROXBRL_CACHE", str(tmp_path))
    expected = loaded_anew().rules
    for path in (tmp_path / "maps").iterdir():
        path.write_bytes(b"{")
    assert loaded_anew().rules == expected


def test_the_same_files_are_the_same_maps_and_a_changed_one_is_seen(tmp_path: Path) -> None:
    put(tmp_path, "mine.yaml", "captions: {Zebra stripes: Assets}")
    first = load_maps("us-gaap/2025", tmp_path)
    assert load_maps("us-gaap/2025", tmp_path) is first
    put(tmp_path, "mine.yaml", "captions: {Zebra stripes: Liabilities}")
    assert concept(load_maps("us-gaap/2025", tmp_path), "Zebra stripes") == "Liabilities"


def test_rules_hold_in_the_releases_they_name(tmp_path: Path) -> None:
    put(tmp_path, "mine.yaml", "concepts: {Assets: {captions: zebra stripes, until: 2010}}")
    assert concept(load_maps("us-gaap/2009", tmp_path), "Zebra stripes") == "Assets"
    assert concept(load_maps("us-gaap/2025", tmp_path), "Zebra stripes") == "nothing"
