"""How to validate, beyond what is always checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Always on: XBRL 2.1, dimensions, calculations, the unit type registry, duplicate facts, inline XBRL.

    Attributes:
        packages: taxonomy packages of the caller's, beside the us-gaap releases.
        plugins: Arelle plugins: a file, a folder with `__init__.py`, a folder of such, or the name of one that Arelle
            has.
        plugin_options: what they need, by the names of Arelle's command line, e.g. ("xule_rule_set", "dqc.zip").
        disclosure_system: the rules of a regulator that a plugin brings, e.g. `efm`.
        within: folders whose files reports may refer to, beside those of their own folder.
        offline: never ask the network; what cannot be resolved is an error either way.
    """

    packages: tuple[Path, ...] = ()
    plugins: tuple[str, ...] = ()
    plugin_options: tuple[tuple[str, str], ...] = ()
    disclosure_system: str | None = None
    within: tuple[Path, ...] = ()
    offline: bool = True


DEFAULT = Settings()
