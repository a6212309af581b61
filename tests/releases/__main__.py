"""Write the expected facts of all releases anew."""

from __future__ import annotations

from converter import convert
from tests.releases.golden import RELEASES, expected, table

for release in RELEASES:
    expected(release).write_text(table(convert(release).report), encoding="utf-8")
    print(expected(release))
