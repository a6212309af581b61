"""Labels and documentation of concepts, from an official package where one is installed."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from converter.errors import TaxonomyError
from converter.taxonomy import cache, linkbases
from converter.taxonomy.labels import Wording, wordings
from tests.taxonomy.linkbase import label, linkbase
from tests.taxonomy.test_cache import a_package

RELEASE = "us-gaap/2025"
ELTS = "us-gaap/2025/elts"
NAMES = [("us-gaap_Cash", "label", "Cash on\n hand"), ("us-gaap_Cash", "totalLabel", "Total cash"),
         ("srt_Ours", "label", "Ours")]  # fmt: skip
TOLD = [("us-gaap_Cash", "documentation", "Amount of coins."), ("us-gaap_Land", "documentation", "Not a sea.")]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with labels and documentation, as if it were installed."""
    monkeypatch.setenv("RETROXBRL_CACHE", str(tmp_path / "cache"))
    package = a_package(
        tmp_path / "us-gaap-2025-installed-1.zip",
        {
            f"{ELTS}/us-gaap-lab-2025.xml": linkbase(label(NAMES)),
            f"{ELTS}/us-gaap-doc-2025.xml": linkbase(label(TOLD)),
            f"{ELTS}/us-gaap-ref-2025.xml": "no XML at all",
            f"{ELTS}/us-gaap-lab-2025.xsd": "neither",
        },
    )
    monkeypatch.setattr(cache, "installed", lambda release: package if release == RELEASE else None)
    return package


def test_a_linkbase_names_the_concept_the_role_and_the_text() -> None:
    found = list(linkbases.labels(etree.fromstring(linkbase(label(NAMES)))))

    assert found == [("Cash", "label", "Cash on\n hand"), ("Cash", "totalLabel", "Total cash"),
                     ("srt:Ours", "label", "Ours")]  # fmt: skip


def test_an_arc_from_nowhere_gives_no_label() -> None:
    arc = linkbase('<labelLink><labelArc xlink:from="a" xlink:to="b"/><label xlink:label="b">x</label></labelLink>')

    assert list(linkbases.labels(etree.fromstring(arc))) == []


def test_concepts_have_the_standard_label_and_the_documentation_of_the_installed_package(install: Path) -> None:
    assert wordings(RELEASE) == {"Cash": Wording("Cash on hand", "Amount of coins."), "Land": Wording("", "Not a sea.")}


def test_what_was_read_once_is_kept(install: Path) -> None:
    wordings(RELEASE)
    install.unlink()
    from converter.taxonomy import labels

    labels._of.cache_clear()

    assert wordings(RELEASE)["Cash"].label == "Cash on hand"


def test_without_the_package_there_are_none(install: Path) -> None:
    assert wordings("us-gaap/2009") == {}


def test_a_damaged_package_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RETROXBRL_CACHE", str(tmp_path / "cache"))
    package = a_package(tmp_path / "damaged.zip", {f"{ELTS}/us-gaap-lab-2025.xml": "<"})
    monkeypatch.setattr(cache, "installed", lambda release: package)

    with pytest.raises(TaxonomyError, match="not XML"):
        wordings(RELEASE)
