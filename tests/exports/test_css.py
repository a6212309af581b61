"""Styles of a source: what only says how text looks stays, all else goes."""

from __future__ import annotations

import pytest

from converter.exports.ixbrl.css import harmless
from tests import hostile


@pytest.mark.parametrize(
    ("style", "tag", "kept"),
    [
        ("margin: 0pt 0pt 12pt; text-indent:-1.00em", "p", "margin:0pt 0pt 12pt;text-indent:-1.00em"),
        ("BACKGROUND: #cceeff; PADDING: 0in 5.4pt", "td", "background:#cceeff;padding:0in 5.4pt"),
        ("background-color:rgb(204, 238, 255)", "td", "background-color:rgb(204, 238, 255)"),
        ("border-bottom:black 2px solid;border:medium none", "td", "border-bottom:black 2px solid;border:medium none"),
        ("font-family:'Times New Roman',Times , serif", "p", "font-family:'Times New Roman',Times, serif"),
        ("font:bold 10pt/120% Arial, sans-serif", "p", "font:bold 10pt/120% Arial, sans-serif"),
        ("width:99.5%;margin-left:auto", "table", "width:99.5%;margin-left:auto"),
        ("display:none", "div", "display:none"),
        ("line-height:1.25;letter-spacing:-.1pt", "p", "line-height:1.25;letter-spacing:-.1pt"),
        ("height:12pt", "td", "height:12pt"),
        ("color:red !important", "p", "color:red"),
        ("color:blue;color:red", "p", "color:red"),
        ("color:red;color:expression(alert(1))", "p", "color:red"),
        ("times new roman; color:red", "p", "color:red"),
        ("/* a note */ color: /* here */ red", "p", "color:red"),
        ("", "p", ""),
    ],
)
def test_what_says_how_text_looks_stays(style: str, tag: str, kept: str) -> None:
    assert harmless(style, tag).replace(", ", ",") == kept.replace(", ", ",")


@pytest.mark.parametrize("style", hostile.LOADING_STYLES)
@pytest.mark.parametrize("tag", ["div", "span", "td"])
def test_nothing_that_loads_stays_in_any_spelling(style: str, tag: str) -> None:
    kept = harmless(style, tag)
    assert not [
        word for word in ("url", hostile.TRACKER, "\\", "(", "@", "/*", "var", "import") if word in kept.lower()
    ]


@pytest.mark.parametrize(
    ("style", "tag"),
    [
        ("position:fixed;top:0;right:0;bottom:0;left:0;inset:0;z-index:9", "div"),
        ("pos\\69tion:absolute;left:0", "div"),
        ("transform:scale(9);translate:0 -9px;zoom:9;opacity:0;filter:blur(1px);clip-path:inset(0)", "div"),
        ("box-shadow:0 0 0 999px white;outline:999px solid white;text-shadow:0 9px white", "div"),
        ("content:'more';quotes:'a' 'b'", "div"),
        ("animation:a 1s;transition:all 1s;cursor:none;pointer-events:none", "div"),
        ("width:9999px;height:calc(100vh);min-height:100vh;font-size:999px", "div"),
        ("padding:1/**/999px 99999px", "div"),
        ("font:bold 999px/1 Arial", "div"),
        ("font-size:larger", "div"),
        ("font-size:150%", "div"),
        ("font-size:2em", "div"),
        ("vertical-align:900px;letter-spacing:-90px;text-indent:-900px;line-height:900%", "span"),
        ("padding:90px 0;border:16px solid white", "span"),
        ("padding:90px 0;border:16px solid white", "svg"),
        ("-sec-ix-hidden:f-1;mso-style:x;--own:1", "div"),
    ],
)
def test_what_leaves_its_place_or_grows_goes(style: str, tag: str) -> None:
    assert harmless(style, tag) == ""


def test_a_negative_margin_is_none() -> None:
    assert harmless("margin:-9px auto 0 -.5in;margin-bottom:-16px", "p") == "margin:0 auto 0 0;margin-bottom:0"


def test_a_box_is_never_lower_than_its_content_unless_it_cuts_it_off() -> None:
    assert harmless("height:0", "div") == "min-height:0"
    assert harmless("height:1pt;overflow:hidden", "div") == "height:1pt;overflow:hidden"


def test_an_inline_box_makes_no_room_above_and_below_so_it_has_no_padding_there() -> None:
    assert harmless("display:inline;padding-top:90px;padding-left:9px", "div") == "display:inline;padding-left:9px"
    assert (
        harmless("padding-bottom:1px;border-bottom:1px solid", "font") == "padding-bottom:1px;border-bottom:1px solid"
    )
    assert harmless("display:block;padding:90px", "span") == "display:block;padding:90px"


def test_a_raised_footnote_mark_stays_raised() -> None:
    assert (
        harmless("position:relative;top:-3.5pt;vertical-align:baseline", "span") == "vertical-align:3.5pt;line-height:0"
    )
    assert harmless("position:relative;top:-900pt", "span") == ""


def test_two_numbers_that_a_comment_parts_stay_two() -> None:
    assert harmless("padding:1/**/9px", "td") == "padding:1 9px"


def test_brackets_without_end_are_read_to_the_end() -> None:
    for bracket in "([{":
        assert harmless(f"color:red;width:{bracket * 3_000}", "p") == "color:red"
    assert harmless("color:" + "rgb(" * 900, "p") == ""


def test_a_style_beyond_all_measure_is_not_read() -> None:
    assert harmless(f"color:red;{' ' * 3_990}", "p") == "color:red"
    assert harmless(f"color:red;{' ' * 3_991}", "p") == ""
    assert harmless(f"border:{'9' * 250_000}px", "p") == ""
