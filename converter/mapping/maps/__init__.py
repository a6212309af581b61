"""Mapping files: which captions mean which concept, written so that a person can read and change it
(docs/mapping.md).
"""

from converter.mapping.maps.loading import load_maps
from converter.mapping.maps.matching import Fit, Line, Maps, Match

__all__ = ["Fit", "Line", "Maps", "Match", "load_maps"]
