"""Many validations by Arelle with the taxonomy loaded once.

This module alone uses Arelle's private interfaces. A process loads the schemas that a group of reports has in common,
once, as an instance without facts; for every report it forks: the child loads the report on top, validates it, sends
its messages and is gone, with all it changed. What a report does to its child, be it a crash or an endless loop,
costs that report alone. A test holds that the messages equal those of a session of its own (`cold`).
"""

from __future__ import annotations

import gc
import tempfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from converter.validation import cold
from converter.validation.message import Message
from converter.validation.settings import Settings

_SEED = """<xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"
 xmlns:xlink="http://www.w3.org/1999/xlink">{references}</xbrli:xbrl>"""

_OF_THE_INSTANCE = (
    "uuid",
    "errorManager",
    "urlUnloadableDocs",
    "relationshipSets",
    "facts",
    "factsInInstance",
    "undefinedFacts",
    "contexts",
    "units",
    "_contextsInUseMarked",
    "_unitsInUseMarked",
)
"""What a model holds of an instance rather than of its taxonomy, as far as `ModelXbrl.init` sets it."""


class Warm:
    """Published schemas, loaded and checked; ready to validate reports that name these schemas and no others.

    Attributes:
        usable: the schemas themselves gave no message. If they did, a report's own session would repeat it, and this
            one would not: use `cold` then.
    """

    def __init__(self, taxonomies: frozenset[str], settings: Settings, *, calculations_1_1: bool) -> None:
        from arelle.api.Session import Session

        references = "".join(
            f'<link:schemaRef xlink:type="simple" xlink:href={quoteattr(url)}/>' for url in sorted(taxonomies)
        )
        self._session = Session()
        gc.disable()
        with tempfile.TemporaryDirectory() as folder:
            seed = Path(folder) / "seed.xml"
            seed.write_text(_SEED.format(references=references), encoding="utf-8")
            self._session.run(cold.options(str(seed), settings, calculations_1_1=calculations_1_1))
        self.usable = not cold.messages(self._session)
        if self.usable:
            (self._model,) = self._session.get_models()
            self._forget_seed()
        gc.collect()
        gc.freeze()  # a child's collector must not touch, and so copy, what it shares with its parent
        gc.enable()

    def _forget_seed(self) -> None:
        """Leaves the model as it was when the taxonomy was loaded and no instance yet."""
        from arelle.ModelXbrl import create

        model: Any = self._model
        del model.urlDocs[model.modelDocument.uri]
        fresh = create(model.modelManager)
        for name in set(vars(model)) - set(vars(fresh)):
            delattr(model, name)
        for name in _OF_THE_INSTANCE:
            setattr(model, name, getattr(fresh, name))

    def validate(self, path: Path) -> tuple[Message, ...]:
        """What Arelle says about a report. Uses the model up: call it in a forked child, once."""
        from arelle import ModelDocument, Validate
        from arelle.FileSource import openFileSource
        from arelle.ModelXbrl import loadSchemalocatedSchemas
        from arelle.ValidateFileSource import ValidateFileSource

        gc.disable()
        model: Any = self._model
        controller = model.modelManager.cntlr
        controller.logHandler.messages.clear()
        model.fileSource = openFileSource(str(path), controller)
        model.closeFileSource = True
        ValidateFileSource(controller, model.fileSource).validate(False, False)
        model.modelDocument = ModelDocument.load(model, model.fileSource.url, isEntry=True)
        loadSchemalocatedSchemas(model)
        if model.modelDocument is not None:
            Validate.validate(model)
        return cold.messages(self._session)

    def close(self) -> None:
        """Gives the memory back."""
        self._session.close()
        gc.unfreeze()
        gc.collect()
