"""How captions read that stand in a statement of each kind, and in none, learned from those of many companies."""

from converter.statements.learned.model import CLASSES, NONE, Model, load, save

__all__ = ["CLASSES", "NONE", "Model", "load", "save"]
