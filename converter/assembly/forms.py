"""The document types that an option may name: EDGAR's forms that hold statements, of today and of the 1990s."""

from __future__ import annotations

from rapidfuzz import process

from converter.errors import UsageError

_AMENDED = "/A"
_LISTED = (
    "8-K, 8-K12B, 8-K12G3, 8-K15D5, 10-Q, 10-QT, 10-QSB, 10-QTSB, 10-K, 10-KT, 10-K405, 10-KT405, 10-KSB, 10-KSB40, "
    "10-KTSB, 11-K, ARS, 10, 10-12B, 10-12G, 10-SB, 10SB12B, 10SB12G, 6-K, 18-K, 20-F, 20FR12B, 20FR12G, 40-F, "
    "40FR12B, S-1, S-2, S-3, S-4, S-11, SB-1, SB-2, F-1, F-2, F-3, F-4, F-9, F-10, 424A, 424B1, 424B2, 424B3, 424B4, "
    "424B5, 424B7, DEF 14A, PRE 14A, DEFM14A, PREM14A, 485BPOS, N-1A, N-2, N-CSR, N-CSRS, NCSR, N-Q"
)
FORMS = frozenset(_LISTED.split(", "))


def known_form(text: str) -> str:
    """A document type in capitals, an amendment with its `/A`.

    Raises:
        UsageError: there is no such form.
    """
    form = " ".join(text.upper().split())
    if form.removesuffix(_AMENDED) in FORMS:
        return form
    near = [name for name, _, _ in process.extract(form, sorted(FORMS), limit=3)]
    raise UsageError(f"{text!r} is no document type of EDGAR.", f"Take one like {', '.join(near)}, or leave it out.")
