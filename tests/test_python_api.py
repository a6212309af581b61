"""The Python API as its documentation shows it: short at a prompt, escaped in a notebook, tables for pandas."""

from __future__ import annotations

import doctest
import shutil
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import converter
from converter import Conversion, convert, extras
from converter.errors import UsageError
from tests.conftest import ROOT

RELEASE = ROOT / "tests" / "releases" / "larkfield-8k-20011018.txt"
SUBMISSION = ROOT / "tests" / "releases" / "halden-10q-19970927.txt"


@pytest.fixture(scope="module")
def conversion() -> Conversion:
    return convert(RELEASE)


@pytest.fixture
def beside_a_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts the test into a folder that holds release.txt."""
    shutil.copy(RELEASE, tmp_path / "release.txt")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("beside_a_release")
def test_the_examples_of_the_documentation_hold() -> None:
    tried = doctest.testfile(
        str(ROOT / "docs" / "python.md"),
        module_relative=False,
        encoding="utf-8",
        optionflags=doctest.NORMALIZE_WHITESPACE,
    )
    assert tried.failed == 0
    assert tried.attempted > 15


def test_every_name_of_the_package_is_there_and_listed() -> None:
    assert dir(converter) == sorted(converter.__all__)
    assert all(getattr(converter, name) is not None for name in converter.__all__)
    for kind in (converter.InputError, converter.UsageError, converter.MapError):
        assert issubclass(kind, converter.RetroxbrlError)


def test_objects_are_short_at_a_prompt(conversion: Conversion) -> None:
    for one in (conversion, conversion.report, conversion.stages):
        assert len(repr(one)) < 200
        assert RELEASE.name in repr(one)
        assert "\n" not in repr(one)
    assert len(repr(conversion.report.document)) < 1000
    assert "not validated" in repr(conversion)


def test_a_notebook_shows_the_statements_and_no_markup_of_the_source(conversion: Conversion) -> None:
    hostile = "<script>alert(1)</script>&"
    report = conversion.report
    first, *others = report.statements
    rows = (replace(first.rows[0], label=hostile), *first.rows[1:])
    spoilt = replace(
        report,
        document=replace(report.document, name=hostile),
        entity=replace(report.entity, name=hostile),
        statements=(replace(first, title=hostile, rows=rows), *others),
    )
    stages = replace(conversion.stages, document=spoilt.document)
    shown = Conversion(spoilt, stages)._repr_html_()
    for text in (shown, spoilt._repr_html_(), stages._repr_html_()):
        assert "<script" not in text
        assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;" in text
    assert shown.count("<table>") == 3
    assert "18,412" in shown


def test_the_facts_are_one_frame(conversion: Conversion) -> None:
    frame = conversion.to_pandas()
    assert len(frame) == len(conversion.report.facts)
    assert frame["value"].dtype == "float64"
    assert pd.api.types.is_datetime64_any_dtype(frame["end"])
    assert pd.api.types.is_integer_dtype(frame["line"])
    for row, fact in zip(frame.itertuples(), conversion.report.facts, strict=True):
        assert row.concept == fact.concept.local
        if fact.unit is not None:
            assert row.value == float(fact.value)
        if fact.sources:
            assert row.printed == fact.sources[0].printed
            assert row.line == conversion.report.document.position(fact.sources[0].span.start)[0]


def test_the_statements_are_a_frame_each_as_printed(conversion: Conversion) -> None:
    sheets = conversion.tables()
    assert list(sheets) == ["IS", "BS", "CF"]
    income = sheets["IS"].set_index("label")
    assert income.attrs == {"title": "CONSOLIDATED STATEMENTS OF OPERATIONS (UNAUDITED)", "scale": 1000}
    columns = [
        f"{year}-{start} to {year}-09-30"
        for start, year in (("07-01", 2001), ("07-01", 2000), ("01-01", 2001), ("01-01", 2000))
    ]
    assert list(income.loc["Interest expense", columns]) == [-402, -377, -1190, -1086]
    assert income.loc["Operating expenses:", columns].isna().all()


def test_every_printed_number_of_a_statement_is_in_its_frame() -> None:
    conversion = convert(SUBMISSION)
    for at, frame in enumerate(conversion.tables().values()):
        numbers = frame.drop(columns=["label", "depth", "concept", "line"])
        for fact in conversion.report.facts:
            for source in fact.sources:
                if source.statement == at and source.row is not None and fact.unit is not None:
                    assert float(source.number or 0) in set(numbers.loc[source.row])


def test_a_second_statement_of_a_kind_and_a_second_column_of_a_period_have_names_of_their_own() -> None:
    from converter.exports.frames import _numbered

    assert _numbered(["BS", "IS", "BS", "BS"], "{}-{}") == ["BS", "IS", "BS-2", "BS-3"]
    assert _numbered(("2001-09-30", "2001-09-30"), "{} ({})") == ["2001-09-30", "2001-09-30 (2)"]


def test_without_pandas_a_frame_says_how_to_get_it(conversion: Conversion, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "here", lambda module: module != "pandas")
    for frames in (conversion.to_pandas, conversion.tables):
        with pytest.raises(UsageError, match=r"needs pandas\. Install it: .* -m pip install pandas"):
            frames()
