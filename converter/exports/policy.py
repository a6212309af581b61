"""What a page may do, told to the browser (Content Security Policy, level 3): nothing from outside."""

from __future__ import annotations

import base64
import hashlib


def policy(scripts: str, *more: str) -> str:
    """The policy of a page that shows itself and runs its own scripts.

    The inline document has none: EDGAR takes no `meta` but that of the content's type (EFM 5.2.5), and a viewer brings
    scripts to it.

    Args:
        scripts: which are its own.
        more: directives beyond those that every page has.
    """
    rules = ("default-src 'none'", "style-src 'unsafe-inline'", f"script-src {scripts}", *more)
    return "; ".join([*rules, "base-uri 'none'", "form-action 'none'"])


def sha256_of(script: str) -> str:
    """How a policy names a script that stands in the page."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode('utf-8')).digest()).decode('ascii')}'"
