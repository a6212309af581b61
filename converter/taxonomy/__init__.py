"""What the us-gaap taxonomy releases say: the embedded index, and the schemas that validation loads."""

from converter.taxonomy.elements import Element
from converter.taxonomy.index import Index, load_index, releases, usable_releases

__all__ = ["Element", "Index", "load_index", "releases", "usable_releases"]
