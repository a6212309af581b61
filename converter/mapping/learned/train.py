"""Train the learned layer: `python -m converter.mapping.learned.train CORPUS` (docs/learning.md)."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from converter.mapping.learned.model import FILE, Model, save
from converter.mapping.learned.training.corpus import Corpus, read_corpus
from converter.mapping.learned.training.fit import Settings
from converter.mapping.learned.training.preparing import TEMPERATURE, train


def main() -> None:
    """Read the command line, train, write the model."""
    parser = argparse.ArgumentParser(
        prog="python -m converter.mapping.learned.train", description="Train the learned layer"
    )
    parser.add_argument("corpus", type=Path, help="the folder of the reference corpus")
    parser.add_argument("-o", "--output", type=Path, default=FILE, help="the model file (default: the shipped one)")
    parser.add_argument("--without", type=int, metavar="FOLD", help="leave the companies of a fold out")
    parser.add_argument("--rounds", type=int, default=Settings.rounds)
    parser.add_argument("--seed", type=int, default=Settings.seed)
    given = parser.parse_args()
    settings = Settings(rounds=given.rounds, seed=given.seed)
    save(trained(read_corpus(given.corpus), settings, given.without), given.output)


def trained(corpus: Corpus, settings: Settings, without: int | None = None) -> Model:
    """A model of the corpus, or of the companies that are not in one of its folds."""
    shown = corpus.shown(without)
    return train(shown, corpus.company, corpus.names, settings, TEMPERATURE, partial(print, flush=True))


if __name__ == "__main__":
    main()
