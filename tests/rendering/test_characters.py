"""The characters of XBRL files: those that EDGAR takes (EFM 5.2.1.1), and references for all others."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from converter.exports.ixbrl import export
from converter.options import Options
from converter.rendering import render
from tests import sample

TAKEN = re.compile(rb"[0-9A-Za-z`~!@#$%&*().\-+ \[\]{}|\\:;\"'<>,_?/=\t\n\r]*")
"""EFM 5.2.1.1, table of the characters of an ASCII document."""

NAME = "Soci\u00e9t\u00e9 \u00abLoon\u00bb ^ Lake\u00a0Mills \U0001f41f"


@pytest.mark.parametrize("file", ["tmrk-20010630.xml", "tmrk-20010630_lab.xml", "tmrk-20010630.htm"])
def test_every_character_is_one_that_edgar_takes_and_says_the_same(file: str) -> None:
    text = sample.TEXT.replace("Deposits with tooling suppliers", "D\u00e9posits^with\u00a0tooling suppliers")
    rows = tuple(
        sample.replace(row, caption=row.caption.replace("Deposits with tooling", "D\u00e9posits^with\u00a0tooling"))
        for row in sample.BALANCE_SHEET
    )
    sheets = (sample.replace(sample.SHEETS[0], rows=rows), *sample.SHEETS[1:])
    report = sample.report(sample.release(text), sheets=sheets, options=Options(company=NAME, prefix="tmrk"))
    content = {**render(report), **export(report)}[file]
    assert TAKEN.fullmatch(content)
    words = "".join(etree.fromstring(content).itertext())
    assert ("D\u00e9posits^with" if "lab" in file or "htm" in file else NAME) in words
