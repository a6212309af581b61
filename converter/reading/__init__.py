"""What a person says of how one document is to be read: kind, scale and columns of a statement, what states nothing.

Maps say which concept a caption becomes; what they cannot say stands in `reading/<name of the document>.yaml` of the
same folder (docs/review.md). It is applied to the statements as they were read, and holds against whatever the program
would find likelier.
"""

from converter.reading.applying import applied, finding_of
from converter.reading.loading import FOLDER, load_reading, reading_of_document
from converter.reading.told import NOTHING_TOLD, ColumnTold, Place, Reading, StatementTold

__all__ = [
    "FOLDER",
    "NOTHING_TOLD",
    "ColumnTold",
    "Place",
    "Reading",
    "StatementTold",
    "applied",
    "finding_of",
    "load_reading",
    "reading_of_document",
]
