"""What speaks for and against each candidate of a row, weighed together: a log-linear model over named parts of the
evidence, whose weights a person can read (`weights.json`). docs/learning.md explains it and gives its figures.
"""

from converter.mapping.weighing.evidence import Evidence, era_of, of_document
from converter.mapping.weighing.reasons import Reason, reasons
from converter.mapping.weighing.weigh import Rows, by_captions, by_themselves, in_place
from converter.mapping.weighing.weights import Weights, shipped

__all__ = [
    "Evidence",
    "Reason",
    "Rows",
    "Weights",
    "by_captions",
    "by_themselves",
    "era_of",
    "in_place",
    "of_document",
    "reasons",
    "shipped",
]
