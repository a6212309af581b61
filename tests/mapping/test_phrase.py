"""Phrases: what they hold for."""

from __future__ import annotations

import pytest

from converter.mapping.maps.phrase import parse
from converter.mapping.maps.words import Vocabulary

WORDS = Vocabulary(same={"earning": ("income",)}, ignored=frozenset({"of", "the"}), groups={"terms": ("par", "value")})
KNOWN = frozenset({"net", "income", "attributable", "preferred"})


@pytest.mark.parametrize(
    ("phrase", "caption", "holds"),
    [
        ("cash [equivalents]", "Cash", True),
        ("cash [equivalents]", "Cash equivalents", True),
        ("cash [equivalents]", "Cash restricted", False),
        ("income before taxes", "Earnings before the taxes", True),
        ("income before taxes", "Before taxes: income", True),
        ("(income|loss) before taxes", "Income (loss) before taxes", True),
        ("(income|loss) before taxes", "Before taxes", False),
        ("receivables ...", "Receivables from sale of plants", True),
        ("receivables ... !plants", "Receivables from sale of plants", False),
        ("common stock [<terms>]", "Common stock, par value", True),
        ("(accounts payable|payables) trade", "Trade accounts payable", True),
        ("(accounts payable|payables) trade", "Trade payable", True),
        ("net income attributable [<name>]", "Net income attributable to Acme Widgets", True),
        ("net income attributable [<name>]", "Net income attributable to preferred", False),
    ],
)
def test_what_a_phrase_holds_for(phrase: str, caption: str, holds: bool) -> None:
    assert parse(phrase, WORDS).holds(WORDS.words(caption), KNOWN) is holds


@pytest.mark.parametrize("phrase", ["", "[cash]", "the (of|cash)", "cash [equivalents", "[<nothing>] cash"])
def test_phrases_that_mean_nothing_are_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match=r"phrase|words\.yaml"):
        parse(phrase, WORDS)


def test_a_phrase_that_asks_for_more_words_is_the_more_special_one() -> None:
    caption = WORDS.words("Other receivables trade")
    assert parse("other receivables [trade]", WORDS).asked(caption) < parse("other trade receivables", WORDS).asked(
        caption
    )


def test_every_caption_that_a_phrase_holds_for_has_one_of_its_handles() -> None:
    for text in ("cash [equivalents]", "(net income|loss) attributable", "(sales|revenues) [net]"):
        phrase = parse(text, WORDS)
        handles = phrase.handles(dict.fromkeys(phrase.allowed, 1))
        for caption in ("cash", "net income attributable", "loss attributable", "net sales", "revenues"):
            words = WORDS.words(caption)
            assert not phrase.holds(words) or handles & words
