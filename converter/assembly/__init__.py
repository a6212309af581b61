"""From decisions to the Report: facts, extension concepts, presentation, calculation, cover."""

from converter.assembly.build import assemble

__all__ = ["assemble"]
