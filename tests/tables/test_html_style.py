"""What attributes and styles of HTML say about print."""

from __future__ import annotations

import pytest

from converter.tables.html_style import Style, characters, is_raised, rule_of_hr, spans_of, style_of


def indent(declarations: str) -> float:
    return style_of(f'style="{declarations}"').indent


def rules(declarations: str) -> tuple[str, str]:
    style = style_of(f'style="{declarations}"')
    return style.top, style.bottom


@pytest.mark.parametrize(
    "attributes",
    [
        'style="margin-left:20pt"', "style='margin-left:20pt'", "STYLE = margin-left:20pt",
        'Style ="margin-left: 20pt"',
        'align="left" style="color:red; margin-left : 20PT"', "style=margin-left:20pt>",
    ],
)  # fmt: skip
def test_a_style_in_whatever_quotes(attributes: str) -> None:
    assert style_of(attributes) == Style(20.0)


@pytest.mark.parametrize(
    "attributes", ["", 'align="left"', 'mystyle="margin-left:20pt"', 'style="margin-left"', "style="]
)
def test_attributes_without_a_style_are_plain(attributes: str) -> None:
    assert style_of(attributes) == Style(0.0, "", "")


def test_only_so_many_characters_of_a_tag_are_looked_at() -> None:
    for before, found in ((3_975, 20.0), (4_001, 0.0)):
        assert style_of(" " * before + 'style="margin-left:20pt"').indent == found
        assert is_raised(" " * before + "vertical-align:super") is bool(found)
        assert spans_of(" " * before + "colspan=3") == (3 if found else 1, 1)
        assert rule_of_hr(" " * before + "size=3") == ("=" if found else "-")


@pytest.mark.parametrize(
    ("length", "points"),
    [
        ("20pt", 20.0), ("20px", 15.0), ("20", 15.0), ("2em", 20.0), ("2ex", 10.0), ("0.5in", 36.0), (".5in", 36.0),
        ("1cm", 28.35), ("10mm", 28.35), ("2pc", 24.0), ("4%", 10.0), ("2 em", 20.0), ("2EM", 20.0), ("-20pt", -20.0),
        ("1.25pt", 1.25), ("auto", 0.0), ("left 20pt", 0.0), ("", 0.0), ("99999999pt", 10_000.0),
        ("-99999999pt", -10_000.0),
    ],
)  # fmt: skip
def test_lengths_in_points(length: str, points: float) -> None:
    assert indent(f"margin-left:{length}") == pytest.approx(points)


@pytest.mark.parametrize(
    ("declarations", "points"),
    [
        ("margin-left:20pt", 20.0),
        ("padding-left:20pt", 20.0),
        ("text-indent:20pt", 20.0),
        ("margin-left:20pt; text-indent:-10pt", 10.0),  # a hanging indent
        ("margin-left:20pt; padding-left:10pt; text-indent:5pt", 35.0),
        ("margin-left:20pt; margin:5pt", 5.0),  # the later says the same again
        ("padding:1pt 2pt 3pt; padding-left:7pt", 7.0),
        ("margin:1pt", 1.0),
        ("margin:1pt 2pt", 2.0),
        ("margin:1pt 2pt 3pt", 2.0),  # the right one holds for the left
        ("margin:1pt 2pt 3pt 4pt", 4.0),
        ("MARGIN-LEFT:20pt", 20.0),
        ("margin: ", 0.0),
        ("margin-right:20pt", 0.0),
        ("margin-top:20pt; width:20pt", 0.0),
    ],
)
def test_what_indents(declarations: str, points: float) -> None:
    assert indent(declarations) == pytest.approx(points)


@pytest.mark.parametrize(
    ("points", "expected"), [(0, 0), (2.4, 0), (2.6, 1), (20, 4), (-30, 0), (400, 80), (405, 80), (9_999, 80)]
)
def test_five_points_are_a_character(points: float, expected: int) -> None:
    assert characters(points) == expected


# Rules


@pytest.mark.parametrize(
    ("declarations", "drawn"),
    [
        ("border-bottom:solid 1px black", ("", "-")),
        ("border-top:1px solid", ("-", "")),
        ("border:1px solid", ("-", "-")),
        ("BORDER-BOTTOM:3PX DOUBLE", ("", "=")),
        ("border:double", ("=", "=")),
        ("border-bottom-style:solid", ("", "-")),
        ("border-top-style:double", ("=", "")),
        ("border-bottom-width:1px", ("", "")),  # of what is not drawn
        ("border-bottom-color:black", ("", "")),
        ("border-style:solid", ("", "")),  # of no edge
        ("border-left:1px solid", ("", "")),
        ("border-right:1px solid; border-collapse:collapse", ("", "")),
        ("border-bottom:", ("", "")),
        ("border-bottom: ; border-top:1px solid", ("-", "")),
        ("border:1px solid; border-bottom-style:none", ("-", "")),
        ("border:1px solid; border-top:none", ("", "-")),
        ("border-bottom:1px solid; border-bottom-width:0", ("", "")),
        ("border-bottom:1px solid; border-bottom-color:white", ("", "")),
        ("border-bottom:1px solid; border-bottom-color:black", ("", "-")),
        ("border-bottom:1px solid; border-bottom-width:2px", ("", "-")),
        ("border-bottom-width:double", ("", "=")),
        ("border-width:0; border-bottom:1px solid", ("", "-")),
    ],
)
def test_what_draws_a_rule(declarations: str, drawn: tuple[str, str]) -> None:
    assert rules(declarations) == drawn


@pytest.mark.parametrize(
    "value",
    [
        "none", "hidden", "transparent", "1px solid white", "0", "0px solid", "0pt", "0.0px solid black", "NONE",
        "1px solid #ffffff", "1px solid #CCEEFF", "1px solid #fff", "1px solid #dde", "1px solid rgb(204,238,255)",
        "1px solid rgb( 255 , 255 , 255 )", "double 3px #ffffff", "1px solid #bfbfbf", "1px solid rgb(191,191,191)",
    ],
)  # fmt: skip
def test_what_is_not_drawn_or_pale_is_no_rule(value: str) -> None:
    assert rules(f"border-bottom:{value}") == ("", "")


@pytest.mark.parametrize(
    "value",
    [
        "1px solid", "10px solid", "1px solid #000000", "1px solid #00ffff", "1px solid #ffff00", "1px solid #f0f",
        "1px solid #bebebe", "1px solid rgb(190,255,255)", "1px solid rgb(255,255,0)", "1px solid whitesmoked",
        "0.5px solid", "1px solid offwhite", "1px solid #fffffff",
    ],
)  # fmt: skip
def test_what_is_dark_enough_is_a_rule(value: str) -> None:
    assert rules(f"border-bottom:{value}") == ("", "-")


@pytest.mark.parametrize(
    ("attributes", "rule"),
    [("", "-"), ('size="1"', "-"), ('size="2"', "="), ("SIZE = 9", "="), ("size=' 10'", "="), ("size=4 width=1", "="),
     ("oversize=3", "-"), ("width=5", "-")],
)  # fmt: skip
def test_a_thick_line_is_a_double_rule(attributes: str, rule: str) -> None:
    assert rule_of_hr(attributes) == rule


# Spans and raised text


@pytest.mark.parametrize(
    ("attributes", "spans"),
    [
        ("", (1, 1)),
        ('colspan="3"', (3, 1)),
        ("COLSPAN = 3 rowspan='2'", (3, 2)),
        ("rowspan=12", (1, 12)),
        ('colspan=" 4"', (4, 1)),
        ("colspan=0 rowspan=0", (1, 1)),
        ("colspan=x", (1, 1)),
        ("mycolspan=3", (1, 1)),
        ("colspan=99999", (9999, 1)),
        ("colspan=2 colspan=5", (5, 1)),
    ],
)
def test_spans_of_cells(attributes: str, spans: tuple[int, int]) -> None:
    assert spans_of(attributes) == spans


@pytest.mark.parametrize(
    ("attributes", "raised"),
    [
        ('style="vertical-align:super"', True),
        ('style="VERTICAL-ALIGN : text-top"', True),
        ('style="position:relative;top:-3pt"', True),
        ('style="position: relative; left:1pt; top: -3pt"', True),
        ('style="vertical-align:baseline"', False),
        ('style="position:absolute;top:-3pt"', False),
        ('style="position:relative;top:3pt"', False),
        ('style="position:relative" data="top:-3"', False),
        ('style="position:relative;stop:-3"', False),
        ("", False),
    ],
)
def test_text_above_the_line(attributes: str, raised: bool) -> None:
    assert is_raised(attributes) is raised
