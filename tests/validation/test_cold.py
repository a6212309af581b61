"""Validation by Arelle in a session of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.findings import Severity
from converter.taxonomy import cache
from converter.validation import cold, reach
from converter.validation.message import Message, Verdict, verdict
from converter.validation.settings import DEFAULT, Settings
from tests.conftest import SHARED, needs_shared
from tests.validation import filing

RELEASES = ("us-gaap/2009", "us-gaap/2024", "us-gaap/2025")


def codes(messages: tuple[Message, ...]) -> list[str]:
    return [message.code for message in messages]


@pytest.mark.parametrize("release", RELEASES)
def test_a_sound_filing_has_no_messages(tmp_path: Path, release: str) -> None:
    assert cold.validate(filing.write(tmp_path, release), DEFAULT) == ()


@pytest.mark.parametrize(
    ("release", "code"),
    [
        ("us-gaap/2009", "xbrl.5.2.5.2:calcInconsistency"),
        ("us-gaap/2024", "calc11e:inconsistentCalculationUsingRounding"),
        ("us-gaap/2025", "calc11e:inconsistentCalculationUsingRounding"),
    ],
)
def test_a_sum_that_fails_is_a_warning_at_the_total(tmp_path: Path, release: str, code: str) -> None:
    facts = filing.faulty("a total that does not add up")
    (message,) = cold.validate(filing.write(tmp_path, release, facts), DEFAULT)
    assert (message.severity, message.code, message.fact) == (Severity.WARNING, code, "f1")
    assert message.file == "acme-20031231.xml"
    line = (tmp_path / "acme-20031231.xml").read_text().splitlines()[(message.line or 0) - 1]
    assert 'id="f1"' in line


def test_an_unknown_concept_is_an_error(tmp_path: Path) -> None:
    messages = cold.validate(filing.write(tmp_path, facts=filing.faulty("an unknown concept")), DEFAULT)
    assert "xbrl:schemaImportMissing" in codes(messages)
    assert verdict(messages) is Verdict.INVALID


def test_a_file_that_cannot_be_resolved_is_an_error(tmp_path: Path) -> None:
    instance = filing.write(tmp_path)
    schema = tmp_path / "acme-20031231.xsd"
    schema.write_text(schema.read_text().replace("us-gaap-2025.xsd", "us-gaap-2031.xsd"))
    messages = cold.validate(instance, DEFAULT)
    assert {"IOerror", "FileNotLoadable"} & set(codes(messages))
    assert verdict(messages) is Verdict.INVALID


@pytest.mark.parametrize("content", ["", "no XBRL at all", "<html/>", "<a><b></a>"])
def test_what_is_no_report_is_an_error(tmp_path: Path, content: str) -> None:
    (tmp_path / "page.xml").write_text(content)
    assert verdict(cold.validate(tmp_path / "page.xml", DEFAULT)) is Verdict.INVALID


def test_two_validations_in_one_process_say_the_same(tmp_path: Path) -> None:
    instance = filing.write(tmp_path, facts=filing.faulty("a total that does not add up"))
    assert cold.validate(instance, DEFAULT) == cold.validate(instance, DEFAULT)


def test_a_plugin_that_is_named_is_used(tmp_path: Path) -> None:
    plugin = tmp_path / "plugin"
    plugin.mkdir()
    (plugin / "__init__.py").write_text(
        "def check(val, *args, **kwargs):\n"
        "    val.modelXbrl.error('HOUSE.1', 'A rule of the house.', modelObject=val.modelXbrl)\n"
        "__pluginInfo__ = {'name': 'House rules', 'version': '1', 'author': 'x', 'license': 'x', 'description': 'x',\n"
        "                  'Validate.XBRL.Finally': check}\n"
    )
    instance = filing.write(tmp_path / "filing")
    assert codes(cold.validate(instance, Settings(plugins=(str(plugin),)))) == ["HOUSE.1"]
    assert cold.validate(instance, DEFAULT) == ()


@needs_shared
@pytest.mark.parametrize("release", RELEASES)
def test_the_official_package_says_what_the_generated_schema_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, release: str
) -> None:
    faults = filing.faulty("an unknown concept").replace('id="f1" contextRef="i"', 'id="f1" contextRef="d"')
    instances = [filing.write(tmp_path / "sound", release), filing.write(tmp_path / "faulty", release, faults)]
    generated = [cold.validate(instance, DEFAULT) for instance in instances]
    monkeypatch.setenv("RETROXBRL_CACHE", str(tmp_path / "cache"))
    cache.install(release, [SHARED / "taxonomies" / f"{release.replace('/', '-')}-full.zip"])
    assert [cold.validate(instance, DEFAULT) for instance in instances] == generated
    assert [bool(messages) for messages in generated] == [False, True]


def test_what_a_report_refers_to(tmp_path: Path) -> None:
    extent = reach.reach(filing.write(tmp_path))
    assert extent.complete
    assert extent.calculations_1_1
    assert extent.taxonomies == {
        "https://xbrl.fasb.org/us-gaap/2025/elts/us-gaap-2025.xsd",
        "https://xbrl.sec.gov/dei/2025/dei-2025.xsd",
    }
    assert not reach.reach(filing.write(tmp_path / "old", "us-gaap/2009")).calculations_1_1
    (tmp_path / "acme-20031231_cal.xml").unlink()
    assert not reach.reach(tmp_path / "acme-20031231.xml").complete
