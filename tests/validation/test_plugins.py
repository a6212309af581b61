"""Arelle's plugins: folders of them, what they need, the rules they bring, and those that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.cli import run
from converter.errors import UsageError
from converter.validation import Settings, validate
from converter.validation.plugins import EDGAR_NEEDS, resolved
from tests.conftest import ROOT
from tests.validation import filing

RELEASE = ROOT / "tests" / "releases" / "quillon-8k-20030424.htm"

_PLUGIN = """
import os
def options(cntlr, options, modelXbrl, *args, **kwargs):
    told = getattr(options, 'told', 'nothing')
    modelXbrl.warning('{name}.option', 'Told %(told)s.', told=told, modelObject=modelXbrl)
def types(system, *args, **kwargs):
    return (('{name}', '{name}Type'),)
def config(system, *args, **kwargs):
    return os.path.join(os.path.dirname(__file__), 'config.xml')
def check(val, *args, **kwargs):
    under = val.validateDisclosureSystem and getattr(val.disclosureSystem, '{name}Type', False)
    val.modelXbrl.error('{name}.strict' if under else '{name}.1', 'A rule.', modelObject=val.modelXbrl)
__pluginInfo__ = {{'name': '{name} rules', 'version': '1', 'author': 'x', 'license': 'x', 'description': 'x',
                   'DisclosureSystem.Types': types, 'DisclosureSystem.ConfigURL': config,
                   'CntlrCmdLine.Xbrl.Run': options, 'Validate.XBRL.Finally': check}}
"""
_CONFIG = """<DisclosureSystems><DisclosureSystem names="House rules|{name}" description="x" validationType="{name}"
 blockDisallowedReferences="false" defaultXmlLang="en" defaultLanguage="English" validateEntryText="false"
 contextElement="segment" utrUrl="http://www.xbrl.org/utr/utr.xml"/></DisclosureSystems>"""


def plugin(folder: Path, name: str) -> Path:
    """A plugin in a folder of its name."""
    (folder / name).mkdir(parents=True)
    (folder / name / "__init__.py").write_text(_PLUGIN.format(name=name))
    (folder / name / "config.xml").write_text(_CONFIG.format(name=name))
    return folder / name


def codes(paths: list[Path], settings: Settings) -> list[list[str]]:
    found = validate(paths, settings, jobs=1)
    return [[message.code for message in done.messages if message.severity == "error"] for done in found]


def test_a_folder_of_plugins_stands_for_those_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("house", "attic"):
        plugin(tmp_path / "rules", name)
    (tmp_path / "rules" / "notes").mkdir()
    (tmp_path / "rules" / "readme.txt").write_text("__pluginInfo__")
    monkeypatch.chdir(tmp_path)
    instance = filing.write(tmp_path / "filing")
    assert codes([instance], Settings(plugins=("rules",))) == [["attic.1", "house.1"]]
    assert codes([instance], Settings(plugins=("rules/house", "rules/house"))) == [["house.1"]]


def test_plugins_look_at_each_of_several_reports(tmp_path: Path) -> None:
    house = plugin(tmp_path, "house")
    instances = [filing.write(tmp_path / name) for name in ("one", "other")]
    assert codes(instances, Settings(plugins=(str(house),))) == [["house.1"], ["house.1"]]


def test_the_rules_of_a_disclosure_system_that_a_plugin_brings(tmp_path: Path) -> None:
    settings = Settings(plugins=(str(plugin(tmp_path, "house")),), disclosure_system="house")
    assert codes([filing.write(tmp_path / "filing")], settings) == [["house.strict"]]


def test_arelle_s_own_plugin_by_its_name(tmp_path: Path) -> None:
    settings = Settings(plugins=("validate/FERC",), disclosure_system="ferc")
    (found,) = codes([filing.write(tmp_path / "filing")], settings)
    assert [code for code in found if code.startswith("FERC.")]


def test_what_a_plugin_needs_is_handed_to_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    house = plugin(tmp_path, "house")
    instance = filing.write(tmp_path / "filing")
    arguments = ["validate", str(instance), "--plugin", str(house), "--fail-on", "never"]
    assert run([*arguments, "--plugin-option", "told=dqc.zip"]) == 0
    assert "Told dqc.zip." in capsys.readouterr().out
    assert run([*arguments, "--plugin-option", "told"]) == 2


def test_a_conversion_is_validated_with_plugins_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["convert", str(RELEASE), "-o", str(tmp_path / "out"), "--plugin", str(plugin(tmp_path, "house"))]
    assert run([*arguments, "--no-validate"]) == 2
    assert not (tmp_path / "out").exists()
    assert run(arguments) == 5
    assert "house.1" in capsys.readouterr().out


def test_so_is_a_batch(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    arguments = ["batch", str(RELEASE), "-o", str(out), "--jobs", "1"]
    assert run([*arguments, "--plugin", str(tmp_path)]) == 2
    assert not out.exists()
    assert run([*arguments, "--plugin", str(plugin(tmp_path, "house"))]) == 10
    assert "1 invalid" in capsys.readouterr().out
    assert "house.1" in (out / RELEASE.stem / "report.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("settings", "cause"),
    [
        (Settings(plugins=("nowhere/at-all",)), "nowhere/at-all"),
        (Settings(disclosure_system="efm"), "efm"),
    ],
)
def test_what_arelle_cannot_use_is_an_error_of_the_call(tmp_path: Path, settings: Settings, cause: str) -> None:
    with pytest.raises(UsageError, match=cause):
        validate([filing.write(tmp_path)], settings)


def test_a_plugin_that_fails_to_load_is_an_error_of_the_call(tmp_path: Path) -> None:
    house = plugin(tmp_path, "house")
    (house / "__init__.py").write_text("import not_installed_here\n" + (house / "__init__.py").read_text())
    with pytest.raises(UsageError, match="not_installed_here"):
        validate([filing.write(tmp_path / "filing")], Settings(plugins=(str(house),)))


@pytest.mark.parametrize("module", EDGAR_NEEDS)
def test_what_the_secs_plugin_needs_is_told_first_with_the_extra_that_brings_it(tmp_path: Path, module: str) -> None:
    code = f"raise ModuleNotFoundError(\"No module named '{module}'\")\n"
    house = plugin(tmp_path, "house")
    (house / "__init__.py").write_text(code + (house / "__init__.py").read_text())
    settings = Settings(plugins=(str(house),), disclosure_system="house")
    with pytest.raises(UsageError, match=module) as raised:
        validate([filing.write(tmp_path / "filing")], settings)
    assert "retroxbrl[edgar]" in raised.value.remedy


def test_a_folder_without_plugins_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no Arelle plugin"):
        resolved([str(tmp_path)])
