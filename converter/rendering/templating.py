"""Jinja2 as the renderers use it: templates from the shipped folder, text escaped, nothing undefined passed over."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from converter.rendering import links, view
from converter.shipped import folder

if TYPE_CHECKING:
    from jinja2 import Environment

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 forbids; an old document may hold any of them."""


@cache
def environment() -> Environment:
    """The environment of all templates."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(folder("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalize,
    )
    made.filters |= {
        "attributes": view.attributes,
        "identifier": links.identifier,
        "role_id": view.role_id,
        "unit_id": view.unit_id,
        "value": view.value,
    }
    made.globals |= {"wider_narrower": view.WIDER_NARROWER, "table_all": links.ALL, "link_kinds": links.LINK_KINDS}
    return made


def _finalize(shown: Any) -> Any:
    return without_forbidden(shown) if type(shown) is str else shown


def without_forbidden(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _NOT_XML.sub("", text)


def script_data(data: Any) -> str:
    """Data as JSON that can stand in a `script` element: no `<` is in it."""
    return json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")


def fill(template: str, **shown: Any) -> bytes:
    """A template filled in, as UTF-8."""
    return _filled(template, **shown).encode("utf-8")


def fill_xml(template: str, **shown: Any) -> bytes:
    """A template of XML filled in with the characters that EDGAR takes (EFM 5.2.1.1): printable ASCII but the
    circumflex; all others are numeric references.
    """
    return _filled(template, **shown).replace("^", "&#94;").encode("ascii", "xmlcharrefreplace")


def _filled(template: str, **shown: Any) -> str:
    return environment().get_template(template).render(**shown)
