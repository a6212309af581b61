"""What a caption says of its own sign."""

from __future__ import annotations

import pytest

from converter.mapping.caption_signs import CaptionSign, caption_sign

FAVOURABLE = ["income", "incomes", "earnings", "earning", "gain", "gains", "profit", "profits", "benefit", "benefits",
              "credit", "revenue", "revenues"]  # fmt: skip
ADVERSE = ["loss", "losses", "expense", "expenses", "cost", "costs", "charge", "charges", "provision", "provisions",
           "deficit", "deficiency", "deduction", "deductions"]  # fmt: skip


@pytest.mark.parametrize("word", FAVOURABLE)
def test_a_favourable_word(word: str) -> None:
    assert caption_sign(f"Other {word.title()}, net") == CaptionSign(1, both=False)


@pytest.mark.parametrize("word", ADVERSE)
def test_an_adverse_word(word: str) -> None:
    assert caption_sign(f"Other {word.title()}, net") == CaptionSign(-1, both=False)


@pytest.mark.parametrize(
    ("caption", "sign", "both"),
    [
        ("Income (loss) from affiliates", 1, True),
        ("(Income) expense, other", -1, True),
        ("(Gain) loss on sale", -1, True),
        ("Net loss", -1, False),
        ("Gains and losses on sales", 1, True),
        ("Loss or gain on sale", -1, True),
        ("Gains, profits and losses", 1, False),  # of three words the first two count
        ("Loss (see loss of plants)", -1, False),
        ("Total equity (deficit)", 1, True),  # what stands without brackets is the opposite of the deficit
        ("Operating result (income)", -1, True),
        ("Loss)", -1, False),  # a bracket that opens nowhere
        ("b) Loss", -1, False),
        ("((Other) loss) gain", 1, True),
        ("(Loss", 1, True),
        ("((Loss) gain", 1, True),
        ("((Loss)) gain", 1, True),
        ("Accounts payable", 0, False),
        ("", 0, False),
    ],
)
def test_words_outside_brackets_come_before_those_inside(caption: str, sign: int, both: bool) -> None:
    assert caption_sign(caption) == CaptionSign(sign, both)


@pytest.mark.parametrize(
    "caption",
    [
        "Income taxes", "Income tax", "Taxes on income", "Tax on earnings",
        "Income taxes provided on earnings",
        "Taxes based on income", "Taxes paid on earnings", "Taxes levied on income", "Income tax due on earnings",
        "Taxes in lieu of income taxes",
        "Comprehensive income taxes", "Stock benefit", "Plan benefits", "Pension benefits", "Retirement benefit",
        "Employee benefits", "Postretirement benefits", "Health benefits", "Cost of sales", "Plant, at cost",
        "Retained earnings",
    ],
)  # fmt: skip
def test_words_that_name_a_thing_say_nothing(caption: str) -> None:
    assert caption_sign(caption) == CaptionSign(0, both=False)


def test_a_provision_for_income_taxes_is_a_provision() -> None:
    assert caption_sign("Provision (benefit) for income taxes") == CaptionSign(-1, both=True)
    assert caption_sign("Income tax benefit") == CaptionSign(1, both=False)
