"""Two releases of an invented company and one of another, converted, and a desk to review them at."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from converter import Options, convert
from converter.rendering.folder import write_folder
from converter.review.desk import Desk
from converter.review.outputs import opened

RELEASE = """{company}
CONSOLIDATED BALANCE SHEETS
(In thousands)
                                December 31,
                               {year}       {before}
ASSETS
Current assets:
  Cash                      $   100    $    90
  Prepaid tooling                20         30
Total current assets            120        120
Plant                            80         60
Total assets                $   200    $   180
LIABILITIES AND STOCKHOLDERS' EQUITY
Accounts payable            $    50    $    40
Common stock                    150        140
Total liabilities and stockholders' equity $ 200 $ 180
"""
QUARRY, MILL = "0000000017", "0000000018"
DOCUMENTS = {"quarry-98": ("QUARRY LANE CORP.", 1998, QUARRY), "quarry-99": ("QUARRY LANE CORP.", 1999, QUARRY),
             "mill-98": ("MILL LANE CORP.", 1998, MILL)}  # fmt: skip
CASH, PREPAID, TOTAL = (0, 2), (0, 3), (0, 4)
"""Rows of the reports: statement and row."""

NAME, CHOSEN = "quarry-98", "OtherAssetsCurrent"
"""The output that is decided about, and what its prepaid tooling is decided to be."""

MakeDesk = Callable[..., Desk]


def concept(desk_rows: object, row: tuple[int, int] = PREPAID) -> str:
    return desk_rows[row].concept  # type: ignore[index]


def text(company: str, year: int) -> str:
    return RELEASE.format(company=company, year=year, before=year - 1)


@cache
def files_of(content: str, name: str, cik: str, formats: tuple[str, ...]) -> dict[str, bytes]:
    return convert(content.encode(), Options(cik=cik), name=name).files(formats)


def made(source: Path, cik: str, formats: tuple[str, ...]) -> dict[str, bytes]:
    """The conversion of a file; that of the same text is made once."""
    return files_of(source.read_text("utf-8"), source.name, cik, formats)


@pytest.fixture
def make_desk(tmp_path: Path) -> MakeDesk:
    """Converts the documents that are named and opens a desk on them, or opens one again."""

    def make_desk(*names: str, by: str = "Ann Lee", formats: tuple[str, ...] = ("html",)) -> Desk:
        folders = []
        for name in names or DOCUMENTS:
            company, year, cik = DOCUMENTS[name]
            source, folder = tmp_path / "in" / f"{name}.txt", tmp_path / "out" / name
            source.parent.mkdir(exist_ok=True)
            source.write_text(text(company, year), encoding="utf-8")
            if not folder.exists():
                write_folder(folder, made(source, cik, formats))
            folders.append(folder)
        ticks = iter(range(60))
        outputs = opened(folders, [tmp_path / "in"])
        return Desk(outputs, tmp_path / "maps", by, now=lambda: f"2026-01-02T03:04:{next(ticks):02}+00:00")

    return make_desk


def request(act: str, row: tuple[int, int] = PREPAID, **more: object) -> dict[str, object]:
    """What a page sends."""
    return {"act": act, "statement": row[0], "row": row[1], **more}


def converted_alone(desk: Desk, name: str) -> dict[str, bytes]:
    """The files that `convert` gives with the written maps alone."""
    record, source = desk.records[name], desk.outputs[name].source
    assert source is not None
    options = Options(cik=record.options.cik, maps=desk.maps)
    return convert(source, options).files(("html",))


def on_disk(desk: Desk, name: str) -> dict[str, bytes]:
    folder = desk.outputs[name].folder
    return {path.name: path.read_bytes() for path in folder.iterdir()}
