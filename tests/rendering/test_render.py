"""The files of a filing: XBRL as Arelle reads it, and `report.json` beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from converter.options import Options
from converter.rendering import render
from converter.rendering.view import number
from converter.report import Report
from converter.statements.statement import Role
from converter.taxonomy import cache
from converter.terms import Name
from converter.validation import cold
from converter.validation.settings import DEFAULT
from tests import equity, sample
from tests.arelle_facts import facts_in, of_report, written
from tests.conftest import SHARED, needs_shared
from tests.sample import Row

RELEASES = ["us-gaap/2009", "us-gaap/2024", "us-gaap/2025"]
XLINK = "{http://www.w3.org/1999/xlink}"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return render(sample.report())


def xml(content: bytes) -> Any:
    return etree.fromstring(content)


def test_a_filing_is_an_instance_a_schema_linkbases_and_the_record(files: dict[str, bytes]) -> None:
    assert sorted(files) == [
        "report.json",
        "tmrk-20010630.xml",
        "tmrk-20010630.xsd",
        "tmrk-20010630_cal.xml",
        "tmrk-20010630_def.xml",
        "tmrk-20010630_lab.xml",
        "tmrk-20010630_pre.xml",
    ]


def test_the_same_report_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    assert render(sample.report()) == files


@pytest.mark.parametrize("taxonomy", RELEASES)
def test_arelle_has_nothing_to_say(taxonomy: str, tmp_path: Path) -> None:
    report = sample.report(taxonomy=taxonomy)
    assert cold.validate(written(render(report), tmp_path), DEFAULT) == ()


@needs_shared
@pytest.mark.parametrize("taxonomy", RELEASES)
def test_arelle_has_nothing_to_say_with_the_official_taxonomy(
    taxonomy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RETROXBRL_CACHE", str(tmp_path / "cache"))
    cache.install(taxonomy, [SHARED / "taxonomies" / f"{taxonomy.replace('/', '-')}-full.zip"])
    report = sample.report(taxonomy=taxonomy)
    assert cold.validate(written(render(report), tmp_path / "out"), DEFAULT) == ()


@pytest.mark.parametrize("report", [sample.report(), equity.report()], ids=["whole", "members"])
def test_facts_survive_the_round_trip_through_arelle(report: Report, tmp_path: Path) -> None:
    files = render(report)
    recorded = json.loads(files["report.json"])
    contexts = recorded["contexts"]
    expected = {
        (
            fact["concept"],
            *(contexts[fact["context"]][day] for day in ("start", "end")),
            *(fact[key] for key in ("unit", "value", "decimals")),
            ";".join(
                f"{axis}={member}" for axis, member in recorded["contexts"][fact["context"]].get("members", {}).items()
            ),
        )
        for fact in recorded["facts"]
    }
    assert facts_in(written(files, tmp_path)) == expected == of_report(report)


def test_concepts_are_declared_as_the_filer_manual_wants_them(files: dict[str, bytes]) -> None:
    # EFM 6.07.17 (id), 6.07.18 (nillable)
    declared = xml(files["tmrk-20010630.xsd"]).findall("{*}element")
    assert [element.get("id") for element in declared] == [f"tmrk_{element.get('name')}" for element in declared]
    assert {element.get("nillable") for element in declared} == {"true"}


def arcs(files: dict[str, bytes], kind: str, role: str) -> Iterator[tuple[str, str, Any]]:
    root = xml(files[f"tmrk-20010630_{kind}.xml"])
    for link in root:
        if link.get(f"{XLINK}role", "").endswith(role):
            names = {
                loc.get(f"{XLINK}label"): loc.get(f"{XLINK}href").partition("#")[2] for loc in link.iterfind("{*}loc")
            }
            for arc in link:
                if arc.get(f"{XLINK}from"):
                    yield names[arc.get(f"{XLINK}from")], names[arc.get(f"{XLINK}to")], arc


def test_the_presentation_shows_the_statement_as_printed(files: dict[str, bytes]) -> None:
    shown = list(arcs(files, "pre", "ConsolidatedStatementsOfCashFlows"))
    roots = {parent for parent, _, _ in shown} - {child for _, child, _ in shown}
    assert roots == {"us-gaap_StatementOfCashFlowsAbstract"}  # EFM 6.12.06
    labels = {
        (resource.get(f"{XLINK}label"), resource.get(f"{XLINK}role")): resource.text
        for resource in xml(files["tmrk-20010630_lab.xml"]).iter("{http://www.xbrl.org/2003/linkbase}label")
    }
    captions = [labels[f"{child}_label", arc.get("preferredLabel")] for _, child, arc in shown]
    assert captions == [row.caption.rstrip(":") for row in sample.CASH_FLOW]
    orders = [int(arc.get("order")) for _, _, arc in shown]
    assert orders == sorted(set(orders))


def test_every_concept_with_a_fact_is_presented(files: dict[str, bytes]) -> None:
    # EFM 6.12.03
    shown = {
        child for link in ("", "Sheets", "Income", "Flows", "Information") for _, child, _ in arcs(files, "pre", link)
    }
    facts = {f"{fact.concept.prefix}_{fact.concept.local}" for fact in sample.report().facts}
    assert facts <= shown


@pytest.mark.parametrize(
    ("taxonomy", "arcrole"),
    [
        ("us-gaap/2009", "http://www.xbrl.org/2003/arcrole/summation-item"),
        ("us-gaap/2025", "https://xbrl.org/2023/arcrole/summation-item"),
    ],
)
def test_calculations_use_the_arcrole_of_the_release(taxonomy: str, arcrole: str) -> None:
    files = render(sample.report(taxonomy=taxonomy))
    assert {arc.get(f"{XLINK}arcrole") for _, _, arc in arcs(files, "cal", "ConsolidatedBalanceSheets")} == {arcrole}


def test_extensions_are_anchored_to_wider_concepts(files: dict[str, bytes]) -> None:
    assert {(wider, own) for wider, own, _ in arcs(files, "def", "link")} == {
        ("us-gaap_OtherAssetsNoncurrent", "tmrk_DepositsWithToolingSuppliers"),
        ("us-gaap_RestructuringCharges", "tmrk_RelocationOfDoverPlant"),
        ("us-gaap_LiabilitiesCurrent", "tmrk_OtherCurrentLiabilities"),
        ("us-gaap_NetCashProvidedByUsedInOperatingActivities", "tmrk_OtherOperatingActivities"),
        ("us-gaap_NetCashProvidedByUsedInInvestingActivities", "tmrk_OtherInvestingActivities"),
    }


def test_the_record_tells_where_each_fact_stands(files: dict[str, bytes]) -> None:
    recorded = json.loads(files["report.json"])
    lines = sample.TEXT.splitlines()
    for fact in recorded["facts"]:
        for source in fact["sources"]:
            assert lines[source["line"] - 1][source["column"] - 1 :].startswith(source["printed"])
    cash = next(fact for fact in recorded["facts"] if fact["concept"].endswith(sample.CASH))
    assert (cash["rule"], cash["confidence"], cash["alternatives"]) == (
        "sample.yaml:1",
        0.9,
        [{"concept": "Assets", "score": 0.05}],
    )


def test_what_a_stranger_printed_cannot_break_the_markup(tmp_path: Path) -> None:
    caption = 'Sundry <b>"items"</b> & \x01costs ]]> {{ 7 * 7 }}'
    sheet = replace(
        sample.SHEETS[0],
        title="BALANCE <SHEETS> & {% raw %}",
        rows=(Row(caption, "5 4"), Row("Total", "5 4", "Assets", role=Role.TOTAL)),
        sums=(),
    )
    source = sample.document(sample.text_of(sheet))
    report = sample.report(source, sheets=[sheet], options=Options(company="A <&> B", cik="1"))
    files = render(report)
    assert cold.validate(written(files, tmp_path), DEFAULT) == ()
    label = re.search(
        r'xml:lang="en-US">(Sundry[^\n]*)</link:label>', files[f"{report.prefix}-20010630_lab.xml"].decode()
    )
    assert label is not None
    assert label[1] == "Sundry &lt;b&gt;&#34;items&#34;&lt;/b&gt; &amp; costs ]]&gt; {{ 7 * 7 }}"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1E+7", "10000000"),
        ("-0", "0"),
        ("0.00", "0"),
        ("0.360", "0.36"),
        ("-25845000", "-25845000"),
        ("1E-8", "0.00000001"),
        ("100", "100"),
    ],
)
def test_numbers_have_one_form(value: str, text: str) -> None:
    assert number(Decimal(value)) == text


def test_a_report_without_sums_and_anchors_has_no_empty_linkbases() -> None:
    sheet = replace(sample.SHEETS[0], rows=(Row("Total assets", "11,350 11,095", "Assets"),), sums=())
    files = render(sample.report(sheets=[sheet]))
    assert not [name for name in files if name.endswith(("_cal.xml", "_def.xml"))]


def test_a_concept_shown_twice_under_one_parent_has_two_labels_and_two_places(tmp_path: Path) -> None:
    # EFM 6.12.05; XBRL 2.1 3.5.3.9.7.3 forbids two arcs between the same locators.
    sheet = replace(
        sample.SHEETS[1],
        rows=(
            Row("Net income", "208 191 380 376", "NetIncomeLoss"),
            Row("Net income", "208 191 380 376", "NetIncomeLoss"),
        ),
        sums=(),
    )
    source = sample.document(sample.text_of(sheet))
    report: Report = sample.report(source, sheets=[sheet])
    assert len(report.statements[0].rows) == 2
    assert report.statements[0].rows[0].concept == Name("us-gaap", "NetIncomeLoss")
    assert cold.validate(written(render(report), tmp_path), DEFAULT) == ()
