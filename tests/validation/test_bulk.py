"""Many validations with the taxonomy loaded once: what they say equals what a session of its own says."""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path

import pytest

from converter import isolated
from converter.validation import bulk, cold
from converter.validation.message import Message
from converter.validation.settings import DEFAULT, Settings
from converter.validation.warm import Warm
from tests.conftest import AGES
from tests.validation import filing

RELEASES = ("us-gaap/2009", "us-gaap/2024", "us-gaap/2025")


def in_bulk(instances: list[Path]) -> dict[Path, tuple[Message, ...]]:
    done = bulk.validate_many(instances, DEFAULT, jobs=2, seconds=AGES)
    return {validation.path: validation.messages for validation in done}


def test_every_fault_gets_the_messages_of_a_session_of_its_own(tmp_path: Path) -> None:
    old = "us-gaap/2009"  # the smallest
    instances = [filing.write(tmp_path / "sound", old)]
    instances += [
        filing.write(tmp_path / f"fault-{number}", old, filing.faulty(fault))
        for number, fault in enumerate(filing.FAULTS)
    ]
    instances.append(filing.write(tmp_path / "no-dei", old, imports=("us-gaap",)))
    for missing in ("acme-20031231.xsd", "acme-20031231_cal.xml"):
        instances.append(filing.write(tmp_path / f"without-{missing}", old))
        (tmp_path / f"without-{missing}" / missing).unlink()
    for release in ("us-gaap/2024", "us-gaap/2025"):
        facts = filing.faulty("a total that does not add up")
        instances.append(filing.write(tmp_path / release[-4:], release, facts))
    alone = {instance: cold.validate(instance, DEFAULT) for instance in instances}
    assert len(alone) > 20
    assert [instance for instance, messages in alone.items() if not messages] == instances[:1]
    assert in_bulk(instances) == alone


def test_releases_may_be_mixed(tmp_path: Path) -> None:
    instances = [filing.write(tmp_path / str(n), release) for n, release in enumerate(RELEASES * 2)]
    assert in_bulk(instances) == dict.fromkeys(instances, ())


def test_one_after_another_in_a_worker_of_the_callers(tmp_path: Path) -> None:
    sound = filing.write(tmp_path / "sound")
    faulty = filing.write(tmp_path / "faulty", facts=filing.faulty("an unknown concept"))

    def work() -> list[tuple[Message, ...]]:
        return [bulk.validate_one(path, seconds=AGES).messages for path in (sound, faulty, sound)]

    first, second, third = isolated.run(work, AGES)  # Arelle must not be loaded into the process that runs the tests
    assert first == third == ()
    assert second


def test_a_report_beyond_its_time_is_given_up_and_the_others_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless, sound = (filing.write(tmp_path / name) for name in ("endless", "sound"))
    validate = Warm.validate

    def never_end(self: Warm, path: Path) -> tuple[Message, ...]:
        return validate(self, path) if path != endless else threading.Event().wait() or ()

    def work() -> list[tuple[Message, ...]]:
        monkeypatch.setattr(Warm, "validate", never_end)
        limits = {endless: 0.1, sound: AGES}
        return [bulk.validate_one(path, seconds=limits[path]).messages for path in (sound, endless, sound)]

    first, second, third = isolated.run(work, AGES)
    assert [message.code for message in second] == ["validation.time-limit"]
    assert first == third == ()


def test_reports_that_are_none_cost_themselves_only(tmp_path: Path) -> None:
    sound = filing.write(tmp_path / "sound")
    (tmp_path / "noise.xml").write_bytes(os.urandom(1000))
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04")
    together = in_bulk([tmp_path / "noise.xml", tmp_path / "broken.zip", sound])
    assert together[sound] == ()
    assert all(together[tmp_path / name] for name in ("noise.xml", "broken.zip"))


def test_a_report_that_names_no_taxonomy_is_validated_on_its_own(tmp_path: Path) -> None:
    instance = filing.write(tmp_path)
    shutil.copy(instance, tmp_path / "twin.xml")
    settings = Settings(plugin_options=())
    assert {done.messages for done in bulk.validate_many([instance, tmp_path / "twin.xml"], settings)} == {()}


def test_work_that_crashes() -> None:
    with pytest.raises(isolated.Crashed, match="signal 9"):
        isolated.run(lambda: os.kill(os.getpid(), 9), AGES)
    with pytest.raises(isolated.Crashed, match="exit code 7"):
        isolated.run(lambda: os._exit(7), AGES)
    with pytest.raises(isolated.Crashed, match="ZeroDivisionError"):
        isolated.run(lambda: 1 / 0, AGES)


def test_work_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    children: list[int] = []
    fork = os.fork

    def recorded() -> int:
        children.append(fork())
        return children[-1]

    monkeypatch.setattr(os, "fork", recorded)
    with pytest.raises(isolated.TimeLimit, match=r"0\.5 seconds"):
        isolated.run(threading.Event().wait, 0.5)
    (child,) = children
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_a_long_answer_comes_whole() -> None:
    assert len(isolated.run(lambda: "x" * 5_000_000, AGES)) == 5_000_000
