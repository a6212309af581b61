"""All that the network learns from, as it lies in the folder of a reference corpus, with the company of each filing.

Documents of 2010 and later, and old ones with hand-made truth, are few beside the table of 2009 and 2010, and like what
is converted, so each is shown several times.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from converter.mapping.learned.training.companies import companies, folds
from converter.mapping.learned.training.filings import ciks, read_captions, read_truths
from converter.mapping.learned.training.table import Tagged, read_names, read_table

FOLDS = 5
_TRUTHS = ("tagged-html/gold", "gold", "gold-b")
_TIMES = 2
"""How often a document of the smaller tables is shown in one round."""


@dataclass(frozen=True)
class Corpus:
    """Statements to learn from.

    Attributes:
        table: those of the large table.
        filings: those of later filings and of truth tables.
        names: concepts with their standard labels.
        company: of each filing, as a number.
        fold: of each filing; all filings of a company are in one.
    """

    table: Sequence[Tagged]
    filings: Sequence[Tagged]
    names: Sequence[tuple[str, str]]
    company: Mapping[str, int]
    fold: Mapping[str, int]

    def shown(self, without: int | None = None) -> list[Tagged]:
        """The statements that are shown in a round, those of one fold left out."""
        chosen = [*self.table, *(each for _ in range(_TIMES) for each in self.filings)]
        return [each for each in chosen if without is None or self.fold[each.filing] != without]


def read_corpus(folder: Path) -> Corpus:
    """The corpus in a folder: `labels/`, `laid-out/captions.tsv`, and truth tables."""
    table = read_table(folder / "labels" / "statements.tsv.gz")
    captions = folder / "laid-out" / "captions.tsv"
    filings = [*read_captions(captions), *(each for truths in _TRUTHS for each in read_truths(folder / truths))]
    company = companies(table)
    fold = folds(company, FOLDS)
    known = {cik: fold_of(filing) for filing, cik in ciks(captions).items()}
    fold.update({filing: known[cik] for filing in fold if (cik := int(filing[:10])) in known})
    numbers = {name: number for number, name in enumerate(sorted({company_of(each.filing) for each in filings}))}
    first = max(company.values()) + 1
    for each in filings:
        company[each.filing] = first + numbers[company_of(each.filing)]
        fold[each.filing] = fold_of(each.filing)
    return Corpus(table, filings, read_names(folder / "labels" / "standard-labels.tsv"), company, fold)


def company_of(document: str) -> str:
    """The company of a document of the corpus: the first word of its name."""
    return re.split(r"[-_ ]", document.lower())[0]


def fold_of(document: str) -> int:
    """The fold of a document's company, the same in every table and for every purpose."""
    return hashlib.sha256(company_of(document).encode()).digest()[0] % FOLDS
