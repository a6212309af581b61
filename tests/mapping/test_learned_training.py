"""Training and scoring, on a table of invented companies."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("scipy", reason="training needs scipy")

from converter.mapping.learned.model import Model, load, save
from converter.mapping.learned.network import EXTENSION
from converter.mapping.learned.training import scoring
from converter.mapping.learned.training.companies import companies, folds
from converter.mapping.learned.training.fit import Settings
from converter.mapping.learned.training.preparing import train
from converter.mapping.learned.training.table import Tagged, read_table

QUICK = Settings(width=16, size=8, middle=24, rounds=30, batch=4, names=2, rate=1e-2)
NAMES = [("Assets", "Assets"), ("Goodwill", "Goodwill"), ("OtherAssetsCurrent", "Other Assets, Current")]

HEADER = "quarter\tadsh\treport\tline\tsic\tstmt\tlabel\ttag\n"
SHEET = [
    ("Current assets:", "AssetsCurrentAbstract"),
    ("Cash", "Cash"),
    ("Other", "OtherAssetsCurrent"),
    ("Goodwill", "Goodwill"),
    ("Total assets", "Assets"),
]


def table(path: Path) -> Path:
    """Eight filings of four companies; each company has a line of its own."""
    rows = []
    for company in range(4):
        own = [(f"Line of {'abcd'[company] * 6}", f"EXT:LineOf{company}")] * 1
        for quarter in range(2):
            for line, (label, tag) in enumerate([*SHEET[:3], *own, *SHEET[3:]], 1):
                rows.append(f"2009q{quarter + 1}\t{company}-{quarter}\t1\t{line}\t2{company}00\tBS\t{label}\t{tag}\n")
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def statements(tmp_path_factory: pytest.TempPathFactory) -> list[Tagged]:
    return read_table(table(tmp_path_factory.mktemp("learned") / "table.tsv"))


def trained(statements: list[Tagged]) -> Model:
    return train(statements, companies(statements), NAMES, QUICK, 1.0, lambda _: None)


def test_a_table_is_read_as_statements(statements: list[Tagged]) -> None:
    assert len(statements) == 8
    assert statements[0].captions[0] == "Current assets:"
    assert statements[0].classes == ("heading", "Cash", "OtherAssetsCurrent", EXTENSION, "Goodwill", "Assets")


def test_filings_of_a_company_stay_together(statements: list[Tagged]) -> None:
    company = companies(statements)
    assert len(set(company.values())) == 4
    fold = folds(company, 2)
    assert all(fold[f"{number}-0"] == fold[f"{number}-1"] for number in range(4))
    assert sorted(fold.values()) == [0] * 4 + [1] * 4


def test_training_learns_the_table_and_gives_the_same_model_twice(statements: list[Tagged], tmp_path: Path) -> None:
    first, second = trained(statements), trained(statements)
    save(first, tmp_path / "first.npz")
    save(second, tmp_path / "second.npz")
    assert (tmp_path / "first.npz").read_bytes() == (tmp_path / "second.npz").read_bytes()
    [found] = load(tmp_path / "first.npz").probabilities([("BS", None, None, [label for label, _ in SHEET])])
    best = [first.classes[row.argmax()] for row in found]
    assert best == ["heading", "Cash", "OtherAssetsCurrent", "Goodwill", "Assets"]


def test_a_model_survives_its_file_nearly_unchanged(statements: list[Tagged], tmp_path: Path) -> None:
    model = replace(trained(statements), temperature=1.25)
    save(model, tmp_path / "model.npz")
    again = load(tmp_path / "model.npz")
    asked = [("BS", 2000, 2009, ("Cash", "Total assets"))]
    assert again.classes == model.classes
    assert again.temperature == model.temperature
    assert np.allclose(again.probabilities(asked)[0], model.probabilities(asked)[0], atol=0.03)


def test_scores_count_what_means_the_same_as_right_and_leave_extensions_out() -> None:
    rows = [
        scoring.Answered("IS", "NetIncomeLoss", [("ProfitLoss", 0.9)]),
        scoring.Answered("IS", "InterestExpense", [("InterestPaid", 0.6), ("InterestExpense", 0.3)]),
        scoring.Answered("IS", EXTENSION, [("Revenues", 0.2)]),
    ]
    assert [row.place for row in rows] == [0, 1, -1]
    assert scoring.score_table(rows).splitlines()[0].split() == [
        "IS",
        "rows",
        "2",
        "first",
        "50.0%",
        "among",
        "three",
        "100.0%",
    ]


def test_reliability_compares_what_was_said_with_what_held() -> None:
    rows = [scoring.Answered("BS", "Assets", [("Assets" if n else "Cash", 0.92)]) for n in range(10)]
    assert scoring.reliability_table(rows).split() == ["0.90-0.95", "rows", "10", "said", "92.0%", "right", "90.0%"]


def test_true_probabilities_are_likelier_than_boasting_ones() -> None:
    def said(confidence: float) -> list[scoring.Answered]:
        return [scoring.Answered("BS", "Assets", [("Assets" if n else "Cash", confidence)]) for n in range(10)]

    assert scoring.likelihood(said(0.9)) > scoring.likelihood(said(0.99))
