"""The YAML files that people write: read with line numbers, validated, and kept compiled.

Mapping files and what is known of concepts are such files; what they say is the business of the rooms above.
"""

from converter.datafiles.compiled import cache_folder, cached, read_text
from converter.datafiles.digests import digests
from converter.datafiles.naming import map_of_company, map_of_document, of_document
from converter.datafiles.problem import Problem

__all__ = [
    "Problem",
    "cache_folder",
    "cached",
    "digests",
    "map_of_company",
    "map_of_document",
    "of_document",
    "read_text",
]
