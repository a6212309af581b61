"""Ways to damage a document that know what it is made of: numbers, spaces, dates, headers, columns, markup, EX-27."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

Mutation = Callable[[str, random.Random], str]

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SPACES = re.compile(r" {2,}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b", re.I
)
_ATTRIBUTE = re.compile(r"\b([a-z]+)\s*=\s*(\"[^\"<>]*\"|'[^'<>]*'|[^\s<>\"']+)", re.I)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.I)
_FIELD = re.compile(r"^([A-Z][A-Z ]+:[ \t]*|<[A-Z-]+>[ \t]*)([^\r\n]+)$", re.M)

_FIGURES = (
    "0", "-0-", "--", "(1", "1)", "((1))", "1-", "$", "%", "1" * 19, "1" * 40, "9" * 400, "0." + "0" * 20 + "1",
    "1,2,3", "1.2.3", ".", ",", "N/A", "nil", "²", "½", "١٢٣", "１,２３４", "1e9", "\u2014", "\u2212 1", "$ (", ") %",
    "1 2 3",
    "12/31/99", "1999", "(a)", "*", "1,234 (1)", "1/2", "7 1/2%", "00000000001", "\t1\t", "1\u00a0234",
)  # fmt: skip
_BLANKS = (
    "",
    " ",
    "\t",
    "\u00a0",
    "\u2003",
    " " * 300,
    "\t" * 40,
    "\r",
    "\f",
    "\v",
    "\x00",
    " . . . . ",
    "......",
    " | ",
)
_YEARS = ("0001", "9999", "1899", "2101", "99", "'99", "19999", "2000 1999", "1999/98", "29, 1999", "FY1999", "199X")
_MONTHS = (
    "February 30,",
    "Sept.",
    "13/45",
    "months ended",
    "inception (March 3, 1998) to",
    "Q5",
    "fifty-three weeks ended",
)
_VALUES = (
    "",
    "²",
    "9" * 400,
    "-1",
    "100%",
    "'",
    "0",
    "javascript:1",
    "\u00e9",
    "a" * 5000,
    "1 2",
    "none",
    "&#0;",
    "&#x110000;",
)
_FIELDS = (
    "",
    "00010101",
    "99991231",
    "１２３",
    "0",
    "9" * 40,
    "<TYPE>",
    "\u2028",
    "1231",
    "0230",
    "x" * 3000,
    "10-K/A",
    "EX-27",
)
_MARKS = (
    "<table>", "</table>", "<tr>", "<td>", "<td colspan=300>", "<td rowspan=3000>", "<br>", "<pre>", "</pre>", "<!--",
    "-->", "<sup>(1)</sup>", "<p style='display:none'>", "<hr size=5>", "<ix:nonFraction>", "<script>", "&nbsp;",
    "&#151;", "<", ">", "<TABLE>\n<CAPTION>\n<S>  <C>  <C>\n", "</TABLE>\n", "<PAGE>\n",
    "<DOCUMENT>\n<TYPE>EX-27\n<TEXT>\n", "</TEXT>\n</DOCUMENT>\n",
    "<F1>", "<MULTIPLIER> 9,999,999\n", "<PERIOD-END> FEB-30-1999\n", "<CASH> (1,2\n",
    "]]>", "<?xml", "\ufeff", "\ud7ff",
)  # fmt: skip


def _some(
    text: str, pattern: re.Pattern[str], chance: random.Random, made: Callable[[re.Match[str]], str], share: float
) -> str:
    """The text with a share of what a pattern finds made anew, one at least."""
    found = list(pattern.finditer(text))
    if not found:
        return text
    chosen = chance.sample(range(len(found)), max(1, min(len(found), int(len(found) * share))))
    pieces: list[str] = []
    at = 0
    for number in sorted(chosen):
        match = found[number]
        pieces += (text[at : match.start()], made(match))
        at = match.end()
    return "".join((*pieces, text[at:]))


def other_numbers(text: str, chance: random.Random) -> str:
    """Figures that print something else."""
    return _some(text, _NUMBER, chance, lambda _: chance.choice(_FIGURES), chance.choice((0.001, 0.02, 0.3)))


def longer_numbers(text: str, chance: random.Random) -> str:
    """Figures of more digits."""
    times = chance.randint(2, 12)
    return _some(text, _NUMBER, chance, lambda match: match[0] * times, chance.choice((0.01, 1.0)))


def other_spaces(text: str, chance: random.Random) -> str:
    """The gaps between columns set otherwise."""
    blank = chance.choice(_BLANKS)
    return _some(
        text, _SPACES, chance, lambda match: chance.choice((blank, match[0] + blank)), chance.choice((0.05, 0.9))
    )


def other_years(text: str, chance: random.Random) -> str:
    """Years that no one reports on, or that are none."""
    return _some(text, _YEAR, chance, lambda _: chance.choice(_YEARS), chance.choice((0.05, 0.5, 1.0)))


def other_months(text: str, chance: random.Random) -> str:
    """Heads of periods that say something else."""
    return _some(text, _MONTH, chance, lambda _: chance.choice(_MONTHS), chance.choice((0.05, 0.5)))


def other_attributes(text: str, chance: random.Random) -> str:
    """Attributes with values that they cannot have."""

    def made(match: re.Match[str]) -> str:
        name = chance.choice(
            (match[1], "colspan", "rowspan", "style", "align", "size", "start", "id", "href", "src", "class")
        )
        return f'{name}="{chance.choice(_VALUES)}"'

    return _some(text, _ATTRIBUTE, chance, made, chance.choice((0.01, 0.2)))


def move_tags(text: str, chance: random.Random) -> str:
    """Tags in each other's places."""
    tags = [match[0] for match in _TAG.finditer(text)] or [""]
    return _some(text, _TAG, chance, lambda _: chance.choice(tags), chance.choice((0.002, 0.05)))


def other_fields(text: str, chance: random.Random) -> str:
    """Fields of the header, of documents and of schedules that say something else."""
    return _some(text, _FIELD, chance, lambda match: match[1] + chance.choice(_FIELDS), chance.choice((0.1, 0.5)))


def insert_marks(text: str, chance: random.Random) -> str:
    """Tags where none belong."""
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(_MARKS) + text[at:]
    return text


def swap_columns(text: str, chance: random.Random) -> str:
    """The columns of many lines in another order, or one of them twice or gone."""
    order = [chance.randrange(4) for _ in range(chance.randint(1, 5))]
    lines = text.split("\n")
    for number in chance.sample(range(len(lines)), len(lines) // 2):
        stub, *cells = re.split(r" {2,}", lines[number].rstrip())
        if cells:
            lines[number] = "   ".join((stub, *(cells[at] for at in order if at < len(cells))))
    return "\n".join(lines)


def repeat_a_piece(text: str, chance: random.Random) -> str:
    """A few characters very many times."""
    at = chance.randrange(len(text) + 1)
    piece = text[at : at + chance.choice((1, 2, 7, 40))]
    return text[:at] + piece * (30_000 // max(len(piece), 1)) + text[at:]


def one_line(text: str, chance: random.Random) -> str:
    """The line ends of a stretch lost, or made another kind."""
    at = chance.randrange(len(text) + 1)
    end = at + chance.choice((500, 5_000, len(text)))
    return text[:at] + text[at:end].replace("\n", chance.choice(("", " ", "\r", "\r\n", "\u2028"))) + text[end:]


MUTATIONS: Sequence[Mutation] = (
    other_numbers,
    longer_numbers,
    other_spaces,
    other_years,
    other_months,
    other_attributes,
    move_tags,
    other_fields,
    insert_marks,
    swap_columns,
    repeat_a_piece,
    one_line,
)

ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252", "cp437", "utf-7")
NAMES = (
    "{}",
    "{}",
    "..",
    "a b.txt",
    "\u00e9\u4e2d.htm",
    "x" * 300,
    "con.txt",
    ".htm",
    "<&>'\".txt",
    "a\nb.txt",
    "%s{0}",
    "",
)


def mutate(data: bytes, seed: int) -> bytes:
    """One to four mutations and an encoding, chosen by the seed; never empty."""
    chance = random.Random(seed)
    text = data.decode("latin-1")
    for mutation in chance.sample(MUTATIONS, chance.randint(1, 4)):
        text = mutation(text, chance) or "\n"
    return text.encode(chance.choice(ENCODINGS), errors="replace")


def name(given: str, seed: int) -> str:
    """What the document may be called."""
    return random.Random(seed).choice(NAMES).replace("{}", given)
