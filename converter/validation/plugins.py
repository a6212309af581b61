"""Arelle's plugins: what a person names, as Arelle wants to be told it; and what it says of those it cannot use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from converter import extras
from converter.errors import UsageError
from converter.validation.message import Message
from converter.validation.settings import Settings

EDGAR_NEEDS = ("holidays", "pytz")
"""What the SEC's plugin imports and Arelle does not bring; our extra `edgar` does."""

_NO_MODULE = re.compile(r"No module named '([\w.]+)'")
_MARK = "__pluginInfo__"
"""What makes a module a plugin (Arelle's documentation, "Plugin development")."""


def ready(settings: Settings) -> Settings:
    """The settings with their plugins as Arelle wants to be told them; see `resolved`."""
    return replace(settings, plugins=resolved(settings.plugins)) if settings.plugins else settings


def resolved(named: Iterable[str]) -> tuple[str, ...]:
    """Plugins as absolute paths, or names of those that Arelle has.

    A folder that is no plugin itself stands for all plugins in it.

    Raises:
        UsageError: a folder or file is none and holds none.
    """
    return tuple(dict.fromkeys(plugin for name in named for plugin in _resolved(name)))


def _resolved(name: str) -> Iterator[str]:
    path = Path(name)
    if not path.exists():
        yield name  # one of Arelle's own, or unknown, as it will say
        return
    candidates = [path] if _is_plugin(path) else [inside for inside in _inside(path) if _is_plugin(inside)]
    if not candidates:
        raise UsageError(
            f"{name} holds no Arelle plugin.", "Give a module, or a folder with __init__.py, that has __pluginInfo__."
        )
    yield from (str(plugin.resolve()) for plugin in candidates)


def _inside(path: Path) -> list[Path]:
    return sorted(path.iterdir()) if path.is_dir() else []


def _is_plugin(path: Path) -> bool:
    module = path / "__init__.py" if path.is_dir() else path
    return module.is_file() and module.suffix == ".py" and _MARK in module.read_text("utf-8", "replace")


def refuse_unusable(settings: Settings, messages: Iterable[Message]) -> None:
    """Tells a plugin or disclosure system of the settings that Arelle could not use from a fault of the report.

    Raises:
        UsageError: there was one.
    """
    if not settings.plugins and not settings.disclosure_system:
        return
    told = list(messages)
    # A plugin that does not load brings no rules either: what it lacks is the cause of what follows.
    for message in told:
        if message.code == "arelle:pluginParameterError" or message.text.startswith("Exception loading plug-in"):
            cause = message.text.partition(" Traceback ")[0].rstrip(".")
            lacking = _NO_MODULE.search(message.text)
            if lacking is not None and lacking[1] in EDGAR_NEEDS:
                raise UsageError(f"{cause}.", f"Install it: {extras.how(lacking[1], 'edgar')}")
            raise UsageError(f"{cause}.", "Give the plugin's file or folder, and install what it imports.")
    for message in told:
        if message.code == "arelle:disclosureSystemName":
            raise UsageError(message.text, "Name the plugin that brings it with `plugins`; the SEC's is Arelle/EDGAR.")
