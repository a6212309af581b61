"""What all tests share: where the reference corpus lies, if it lies anywhere, and that none depends on speed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

AGES = 24 * 3600.0
"""Seconds that nothing takes: the limit of work that has to come to its end, however slow the machine is."""

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the reference corpus (../shared) is not beside the project"
)
