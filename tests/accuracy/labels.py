"""Captions of other companies' statements: does `maps predict` choose the tag that the company chose?"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.accuracy.corpus import CORPUS, scorer

TRUTH = CORPUS / "labels" / "statements.tsv.gz"


def run() -> None:
    """Print the scorer's table for the built-in maps.

    The learned layer may have seen these companies: its share under cross-validation is what `docs/learning.md` shows.
    """
    from converter.cli import run as retroxbrl

    with tempfile.TemporaryDirectory() as scratch:
        asked, answered = Path(scratch) / "in.tsv", Path(scratch) / "out.tsv"
        scorer("score_labels").main(["make", str(TRUTH), str(asked)])
        assert retroxbrl(["maps", "predict", str(asked), "-o", str(answered)]) == 0
        scorer("score_labels").main(["score", str(TRUTH), str(answered)])
