"""Train the learned layer: `python -m converter.mapping.learned.train TABLE -o MODEL` (docs/learning.md)."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from converter.mapping.learned.model import FILE, save
from converter.mapping.learned.training.companies import companies
from converter.mapping.learned.training.fit import Settings
from converter.mapping.learned.training.preparing import TEMPERATURE, train
from converter.mapping.learned.training.table import read_names, read_table


def main() -> None:
    """Read the command line, train, write the model."""
    parser = argparse.ArgumentParser(
        prog="python -m converter.mapping.learned.train", description="Train the learned layer"
    )
    parser.add_argument("table", type=Path, help="captions with tags (TSV, .gz allowed)")
    parser.add_argument("--names", type=Path, help="standard labels of concepts: concept, label (TSV)")
    parser.add_argument("-o", "--output", type=Path, default=FILE, help="the model file (default: the shipped one)")
    parser.add_argument("--temperature", type=float, default=TEMPERATURE, help="as found by crossvalidate")
    parser.add_argument("--rounds", type=int, default=Settings.rounds)
    given = parser.parse_args()
    statements = read_table(given.table)
    names = read_names(given.names) if given.names else []
    settings = Settings(rounds=given.rounds)
    save(
        train(statements, companies(statements), names, settings, given.temperature, partial(print, flush=True)),
        given.output,
    )


if __name__ == "__main__":
    main()
