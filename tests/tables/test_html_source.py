"""What of an HTML source is not shown is blanked, and everything else stays where it was."""

from __future__ import annotations

import pytest

from converter.tables.html_source import visible


def shown(source: str) -> str:
    """What is left, the blanks of what is gone taken out."""
    left = visible(source)
    assert len(left) == len(source)
    assert all(one in (" ", other) for one, other in zip(left, source, strict=True))
    return "".join(left.split(" "))


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("a<!--b-->c", "ac"),
        ("a<!--b--!>c", "ac"),
        ("a<!--b--c-->d<!-- -->e", "ade"),
        ("a<script>b</script>c", "ac"),
        ("a<SCRIPT src='x'>b</SCRIPT\n>c", "ac"),
        ("a<style>b</style>c", "ac"),
        ("a<title>b</title>c", "ac"),
        ("a<noscript>b</noscript>c", "ac"),
        ("a<ix:header>b</ix:header>c", "ac"),
        ("a<scripted>b</scripted>c", "a<scripted>b</scripted>c"),
        ("a<script>b<style>c</script>d</style>e", "ad</style>e"),  # what is inside begins nothing
        ("a<script>b</script>c<script>d</script>e", "ace"),
        ("a<script>b<style>c</script>d<title>e</title>f", "adf"),
        ("a<script>b<script>c<title>d</title>e", "a<script>b<script>ce"),
        ("<!--a-->b", "b"),
        ("<!--a--><!--b-->c", "c"),
        ("a<!--b", "a<!--b"),  # what is not closed is empty
        ("a<script>b<title>c</title>d<script>e", "a<script>bd<script>e"),
        ("a<script>b<!--c-->d", "a<script>bd"),
        ("a</script>b", "a</script>b"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_comments_scripts_and_titles_are_not_shown(source: str, left: str) -> None:
    assert shown(source) == left


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ('a<p style="display:none">b</p>c', "ac"),
        ('a<p style="DISPLAY : NONE">b</p>c', "ac"),
        ('a<p style="display: none">b', "a<pstyle=\"display:none\">b"),
        ('a<p style="display:block">b</p>c', 'a<pstyle="display:block">b</p>c'),
        ('a<p style="float:none">b</p>c', 'a<pstyle="float:none">b</p>c'),
        ('a<p style="visibility:none">b</p>c', 'a<pstyle="visibility:none">b</p>c'),
        ('a<p style="overflow:hidden">b</p>c', 'a<pstyle="overflow:hidden">b</p>c'),
        ("a <b>display:none</b>c", "a<b>display:none</b>c"),  # in no tag
        ("display:none a", "display:nonea"),
        ('a<p style="display:none">b</p><p style="display:none">c</p>d', "ad"),
        ('a<br style="display:none">b</br>c', 'a<brstyle="display:none">b</br>c'),
        ('a<img style="display:none">b', 'a<imgstyle="display:none">b'),
        ('a<div style="display:none">b<div>c</div>d</div>e', "ae"),
        ('a<div style="display:none">b<divan>c</div>d', "ad"),
        ('a<div style="display:none">b<div>c</div>d', 'a<divstyle="display:none">b<div>c</div>d'),
        ('a<ix:b style="display:none">b</ix:b>c', "ac"),
        ('<div x="display:none">a<p style="display:none">b</p></div>c', "c"),
        ("a</p display:none><b>c</b>d", "a</pdisplay:none><b>c</b>d"),
    ],
)  # fmt: skip
def test_elements_that_are_not_displayed_are_gone(source: str, left: str) -> None:
    assert shown(source) == left


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ('a<td style="visibility:hidden">5</td>b', 'a<tdstyle="visibility:hidden"></td>b'),
        ('a<td style="visibility : hidden">5<b>6</b></td>b', 'a<tdstyle="visibility:hidden"></td>b'),
        ('a<td style="visibility:hidden"></td>b', 'a<tdstyle="visibility:hidden"></td>b'),
        ('a<td style="display:hidden">5</td>b', 'a<tdstyle="display:hidden">5</td>b'),
    ],
)
def test_what_only_keeps_its_place_leaves_its_tags(source: str, left: str) -> None:
    assert shown(source) == left


@pytest.mark.parametrize(
    ("name", "behind"),
    [
        *(("td", behind) for behind in ("</td>", "</TH >", "<td>", "<th>", "<tr>", "</tr>", "</table>")),
        *(("th", behind) for behind in ("</th>", "</td>", "<td>", "<th>", "<tr>", "</tr>", "</table>")),
        *(("tr", behind) for behind in ("</tr>", "<tr>", "</table>")),
        *(("p", behind) for behind in (
            "</p>", "<p>", "<div>", "<table>", "<td>", "<th>", "<tr>", "</div>", "</td>", "</th>", "</tr>",
            "</table>")),
    ],
)  # fmt: skip
def test_elements_whose_end_may_be_missing_end_where_another_begins(name: str, behind: str) -> None:
    gone = shown(f'a<{name} style="display:none">b{behind}c')
    closed = behind.lower().strip("</ >") in ({"td", "th"} if name in ("td", "th") else {name})
    assert gone == ("ac" if closed and behind.startswith("</") else f"a{behind}c")


@pytest.mark.parametrize(
    ("name", "behind"), [("td", "<p>"), ("th", "</p>"), ("tr", "<td>"), ("p", "<b>"), ("p", "<pre>")]
)
def test_others_end_them_not(name: str, behind: str) -> None:
    assert shown(f'a<{name} style="display:none">b{behind}c') == f'a<{name}style="display:none">b{behind}c'


def test_a_tag_of_a_page_is_no_longer_than_four_thousand_characters() -> None:
    for length, left in ((3_900, ""), (4_100, "x")):
        source = f'<b {"y" * length} style="display:none">x</b>'
        assert ("x" in shown(source)) is bool(left)


def test_after_many_names_that_are_not_closed_no_further_is_looked_for() -> None:
    def unclosed(number: int) -> str:
        return "".join(f'<e{at} style="display:none">' for at in range(number)) + '<b style="display:none">x</b>'

    assert "x" not in shown(unclosed(19))
    assert "x" in shown(unclosed(20))


def test_a_name_that_was_not_closed_once_is_not_looked_for_again() -> None:
    source = '<b style="display:none">' * 2 + "x"
    assert shown(source) == source.replace(" ", "")
    assert shown('<b style="display:none"><i style="display:none">y</i>x') == '<bstyle="display:none">x'


@pytest.mark.parametrize(
    "shown_before",
    ['<p style="overflow:hidden">x</p>', "display:none", '<br style="display:none">', "<p>display:none</p>",
     '<b style="display:none">x'],
)  # fmt: skip
def test_behind_what_is_shown_all_the_same_others_are_hidden(shown_before: str) -> None:
    assert shown(f'a{shown_before}<p style="display:none">b</p>c') == f"a{shown_before}c".replace(" ", "")


@pytest.mark.parametrize("name", ["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"])
def test_elements_without_content_hide_nothing(name: str) -> None:
    assert shown(f'<{name} style="display:none">a</{name}>b') == f'<{name}style="display:none">a</{name}>b'


@pytest.mark.parametrize(("blanks", "left"), [(6, ""), (7, "x")])
def test_a_property_is_looked_for_in_sixteen_characters_before_its_value(blanks: int, left: str) -> None:
    assert ("x" in shown(f'<b style="visibility{" " * blanks}:hidden">x</b>')) is bool(left)


@pytest.mark.parametrize("name", ["td", "th", "tr", "p"])
@pytest.mark.parametrize("behind", ["<tdx>", "<thx>", "<trx>", "</trx>", "</tablex>", "<divan>", "</divan>", "<pre>"])
def test_names_that_only_begin_so_end_nothing(name: str, behind: str) -> None:
    assert shown(f'a<{name} style="display:none">b{behind}c') == f'a<{name}style="display:none">b{behind}c'
