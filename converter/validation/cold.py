"""One validation by Arelle's public API: a session of its own, which loads the taxonomy from scratch.

Arelle keeps global state and allows one session in a process at a time; a lock sees to that.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from converter.findings import Severity
from converter.taxonomy import cache
from converter.validation import message
from converter.validation.message import Message
from converter.validation.reach import calculations_1_1
from converter.validation.settings import Settings

if TYPE_CHECKING:
    from arelle.api.Session import Session
    from arelle.RuntimeOptions import RuntimeOptions

_one_at_a_time = threading.Lock()


def validate(path: Path, settings: Settings) -> tuple[Message, ...]:
    """What Arelle says about a report.

    Raises:
        TaxonomyError: the cache of taxonomies cannot be written.
    """
    from arelle.api.Session import Session  # half a second to load

    with _one_at_a_time, _without_collection(), Session() as session:
        session.run(options(str(path), settings, calculations_1_1=calculations_1_1(path, settings.within)))
        return messages(session)


def options(entry: str, settings: Settings, *, calculations_1_1: bool) -> RuntimeOptions:
    """Arelle's options for one document."""
    from arelle.RuntimeOptions import RuntimeOptions

    return RuntimeOptions(
        entrypointFile=entry,
        validate=True,
        calcs="c11r" if calculations_1_1 else "xbrl21",
        utrValidate=True,
        validateDuplicateFacts="inconsistent",
        # The owners of the base taxonomies have validated them; doing so again takes ten times as long as the rest.
        baseTaxonomyValidationMode="none",
        packages=[str(package) for package in (*cache.packages(), *settings.packages)],
        cacheDirectory=str(cache.folder() / "web"),
        internetConnectivity="offline" if settings.offline else "online",
        plugins="|".join(settings.plugins) or None,
        pluginOptions=dict(settings.plugin_options),
        disclosureSystemName=settings.disclosure_system,
        disablePersistentConfig=True,
        uiLang="en",
        keepOpen=True,
        logFile="logToStructuredMessage",
        logPropagate=False,  # quiet: what Arelle says comes back as messages
    )


def messages(session: Session) -> tuple[Message, ...]:
    """The session's log so far as Messages; a document that could not be opened at all is an error in any case."""
    from arelle.ModelDocumentType import ModelDocumentType as Type

    records: list[dict[str, Any]] = session.get_log_messages()
    found = [one for one in map(message.from_arelle, records) if one is not None]
    documents = [model.modelDocument for model in session.get_models()]
    if not any(document is not None and document.type > Type.UnknownTypes for document in documents):
        found.append(Message(Severity.ERROR, "arelle:notLoaded", "This is no XBRL report that can be read."))
    return message.ordered(found)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Pauses the garbage collector: a taxonomy makes a million objects that all stay, and each pass walks over them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
