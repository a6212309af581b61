"""What all tests share: where the reference corpus lies, if it lies anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the reference corpus (../shared) is not beside the project"
)
