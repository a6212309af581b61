"""What is learned without the companies of a fold: so that no document is read by what knows its company."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from converter.mapping.learned import Model
from converter.mapping.learned import load as load_network
from converter.mapping.learned.training.corpus import FOLDS
from converter.mapping.neighbours import Neighbours
from converter.mapping.neighbours import load as load_neighbours
from converter.mapping.neighbours.train import file_of, make_folds
from tests.accuracy.corpus import CORPUS


def network_file(models: Path, fold: int) -> Path:
    """The network of a fold (`converter.mapping.learned.crossvalidate` makes it)."""
    return models / f"fold-{fold}.npz"


def complete(models: Path) -> None:
    """Make the indexes of neighbours that are not yet beside the networks."""
    if not all(file_of(models, fold).exists() for fold in range(FOLDS)):
        make_folds(CORPUS, models)


@cache
def network(models: Path, fold: int) -> Model:
    return load_network(network_file(models, fold))


@cache
def neighbours(models: Path, fold: int) -> Neighbours:
    return load_neighbours(file_of(models, fold))
