"""Mapping files: which captions mean which concept, written so that a person can read and change it
(docs/mapping.md).
"""

from converter.mapping.maps.loading import load_maps
from converter.mapping.maps.matching import Fit, Maps, Match, Stub

__all__ = ["Fit", "Maps", "Match", "Stub", "load_maps"]
