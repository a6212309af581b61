"""What is learned of how statements read: features, the model and its file, the way it is made."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from converter.statements.learned import CLASSES, NONE, Model, load, save
from converter.statements.learned.features import SIZE, features
from converter.statements.learned.train import Example, crossvalidate, fit, tagged


def count(*captions: str) -> int:
    return len(features(captions))


def test_words_and_neighbours_are_features_whatever_their_case() -> None:
    assert count("Total assets") == 4, "two words, one pair, and the word that the caption begins with"
    assert list(features(["TOTAL assets"])) == list(features(["Total Assets, 1,234"]))
    assert list(features(["Total assets"])) != list(features(["Assets total"]))


def test_each_counts_once_a_table() -> None:
    assert list(features(["Cash", "Cash"])) == list(features(["Cash"])) == sorted(features(["Cash"]))
    assert count() == count("1,234", "---") == 0


def test_the_end_of_a_long_caption_is_not_looked_at() -> None:
    words = [chr(ord("a") + at) * 3 for at in range(20)]
    assert list(features([" ".join(words)])) == list(features([" ".join(words[:12])]))
    assert list(features([" ".join(words[:12])])) != list(features([" ".join(words[:11])]))


@pytest.fixture
def model() -> Model:
    """It knows that what speaks of assets is of a balance sheet."""
    weights = np.zeros((SIZE, len(CLASSES)))
    weights[features(["assets"]), CLASSES.index("BS")] = 4
    return Model(weights, np.zeros(len(CLASSES)))


def test_shares_are_of_one(model: Model) -> None:
    shares = model.shares(["Total assets"])
    assert set(shares) == set(CLASSES)
    assert sum(shares.values()) == pytest.approx(1)
    assert max(shares, key=shares.__getitem__) == "BS"
    assert model.shares([]) == pytest.approx(dict.fromkeys(CLASSES, 1 / len(CLASSES)))


def test_length_alone_makes_no_surer(model: Model) -> None:
    # The weight of one feature, 4, over the root of the number of features.
    for captions in (["Total assets"], ["Total assets", "Cash", "Land"]):
        powers = np.exp([4 / np.sqrt(count(*captions)) if kind == "BS" else 0 for kind in CLASSES])
        assert model.shares(captions)["BS"] == pytest.approx(powers[CLASSES.index("BS")] / powers.sum())


def test_the_same_model_gives_the_same_bytes(model: Model, tmp_path: Path) -> None:
    save(model, tmp_path / "one.npz")
    save(load(tmp_path / "one.npz"), tmp_path / "other.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "other.npz").read_bytes()
    assert load(tmp_path / "one.npz").shares(["Total assets"]) == pytest.approx(model.shares(["Total assets"]))


def test_the_shipped_one_knows_a_statement_of_each_kind() -> None:
    for kind, captions in {
        "BS": ["Cash", "Inventories", "Total assets", "Accounts payable", "Total liabilities"],
        "IS": ["Net sales", "Cost of sales", "Income taxes", "Net income", "Net income per share"],
        "CF": ["Net income", "Depreciation", "Capital expenditures", "Net cash used in financing activities"],
        "EQ": ["Balance at December 31, 1999", "Exercise of stock options", "Dividends declared", "Balance"],
        NONE: ["Chicago, Illinois", "Warehouse", "Square feet", "Lease expires"],
    }.items():
        shares = load().shares(captions)
        assert max(shares, key=shares.__getitem__) == kind


def examples(*words: str, kind: str, company: str = "a") -> list[Example]:
    return [Example(company, "tagged", features([word]), CLASSES.index(kind)) for word in words]


def test_what_is_learned_is_what_the_examples_say() -> None:
    taught = examples(*["assets cash"] * 8, kind="BS") + examples(*["city state"] * 8, kind=NONE)
    model = fit(taught)
    assert model.shares(["assets cash"])["BS"] > 0.6 > model.shares(["cash"])["BS"] > model.shares(["cash"])[NONE]
    assert model.shares(["city state"])[NONE] > 0.6
    assert (fit(taught).weights == model.weights).all()


def test_few_examples_of_a_kind_are_not_drowned() -> None:
    taught = examples("equity balance", kind="EQ") + examples(*["sales income"] * 30, kind="IS")
    shares = fit(taught).shares(["equity balance"])
    assert max(shares, key=shares.__getitem__) == "EQ"


def test_tagged_filings_give_their_statements_and_their_pages(tmp_path: Path) -> None:
    rows = ["adsh\treport\tstmt\tlabel"]
    rows += ["0000000001-09-000001\t2\tBS\tStatement [Table]"]
    rows += [f"0000000001-09-000001\t2\tBS\tline {'x' * at}" for at in range(13)]
    rows += [f"0000000001-09-000001\t3\tIS\tline {'x' * at}" for at in range(4)]
    rows += [f"0000000001-09-000001\t4\tCF\tline {'x' * at}" for at in range(3)]
    rows += [f"0000000002-09-000001\t1\tother\tline {'x' * at}" for at in range(9)]
    (tmp_path / "table.tsv").write_text("\n".join(rows) + "\n")

    found = list(tagged(tmp_path / "table.tsv"))

    assert [(each.company, each.source, CLASSES[each.kind]) for each in found] == [
        ("0000000001", "tagged", "BS"),
        ("0000000001", "pages", "BS"),
        ("0000000001", "pages", "BS"),
        ("0000000001", "tagged", "IS"),
    ]
    assert set(found[1].table) | set(found[2].table) == set(found[0].table)
    assert "statement" not in found[0].table


def test_each_company_is_judged_by_a_model_of_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    taught = [
        *examples("assets cash", "assets", kind="BS", company="one"),
        *examples("assets cash", kind="BS", company="other"),
        *examples("city", "state city", kind=NONE, company="one"),
        *examples("city", kind=NONE, company="other"),
    ]
    crossvalidate(taught, 2)
    assert "tagged: 6 tables, 100.0% right" in capsys.readouterr().out
