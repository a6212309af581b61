"""Score the learned layer on companies it has not seen: `python -m converter.mapping.learned.crossvalidate CORPUS`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from converter.mapping.learned.model import Model, load, save
from converter.mapping.learned.names import synonyms
from converter.mapping.learned.ranking import Ranked, ranked
from converter.mapping.learned.train import trained
from converter.mapping.learned.training import scoring
from converter.mapping.learned.training.corpus import FOLDS, read_corpus
from converter.mapping.learned.training.fit import Settings
from converter.mapping.learned.training.table import Tagged

_MOST = 5
_AT_ONCE = 32
_TEMPERATURES = (0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.7)

Answers = list[tuple[Tagged, list[Ranked]]]


def main() -> None:
    """Read the command line, train a model per fold, print what they score together."""
    parser = argparse.ArgumentParser(prog="python -m converter.mapping.learned.crossvalidate", description=__doc__)
    parser.add_argument("corpus", type=Path, help="the folder of the reference corpus")
    parser.add_argument("--only", type=int, help="train and score this fold alone")
    parser.add_argument("--rounds", type=int, default=Settings.rounds)
    parser.add_argument("-o", "--output", type=Path, help="write the answers to this table")
    parser.add_argument("--models", type=Path, help="keep the models in this folder, and use those that are there")
    given = parser.parse_args()
    corpus = read_corpus(given.corpus)
    print(f"{len(corpus.fold)} filings of {len(set(corpus.company.values()))} companies in {FOLDS} folds")
    tested: list[tuple[Model, list[Tagged]]] = []
    for number in range(FOLDS) if given.only is None else [given.only]:
        kept = given.models / f"fold-{number}.npz" if given.models else None
        model = load(kept) if kept and kept.exists() else trained(corpus, Settings(rounds=given.rounds), number)
        tested.append((model, [each for each in corpus.table if corpus.fold[each.filing] == number]))
        if kept and not kept.exists():
            given.models.mkdir(parents=True, exist_ok=True)
            save(model, kept)
    _report(tested, given.output)


def _report(tested: Sequence[tuple[Model, list[Tagged]]], output: Path | None) -> None:
    """Print the scores, at the temperature that makes the probabilities truest; write the answers."""
    runs = {temperature: list(answered(tested, temperature)) for temperature in _TEMPERATURES}
    best = max(runs, key=lambda temperature: scoring.likelihood(scoring.answers(runs[temperature])))
    rows = scoring.answers(runs[best])
    print(
        scoring.score_table(rows),
        f"\nreliability at the best temperature, {best}:",
        scoring.reliability_table(rows),
        sep="\n",
    )
    if output:
        _write(runs[best], output)


def answered(tested: Sequence[tuple[Model, list[Tagged]]], temperature: float) -> Iterator[tuple[Tagged, list[Ranked]]]:
    """Each statement with what a model that has not seen its company answers."""
    for model, statements in tested:
        tempered = replace(model, temperature=temperature)
        for start in range(0, len(statements), _AT_ONCE):
            chosen = statements[start : start + _AT_ONCE]
            found = tempered.probabilities([(each.kind, None, each.year, each.captions) for each in chosen])
            for each, probabilities in zip(chosen, found, strict=True):
                yield each, ranked(model, each.kind, probabilities, _MOST, alike=synonyms())


def _write(answers: Answers, path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write("document\tstatement\torder\tlabel\tconcept\talternatives\tconfidence\n")
        for tagged, rows in answers:
            for order, label, found in zip(tagged.orders, tagged.captions, rows, strict=True):
                concepts = [concept for concept, _ in found] or [""]
                sure = found[0][1] if found else 0.0
                document = f"{tagged.filing}/{tagged.report}"
                file.write(
                    f"{document}\t{tagged.kind}\t{order}\t{label}\t{concepts[0]}\t{'|'.join(concepts[1:])}\t{sure:.4f}\n"
                )


if __name__ == "__main__":
    main()
