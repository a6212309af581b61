"""What a decision changes, in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from converter.findings import Finding, Severity
from converter.report import Extension
from converter.review.changes import changes, summary
from converter.terms import Name
from tests import sample


def test_nothing_changes_between_a_report_and_itself() -> None:
    assert changes(sample.report(), sample.report()) == {}


def test_a_fact_of_another_value_goes_and_comes() -> None:
    report = sample.report()
    at = next(number for number, fact in enumerate(report.facts) if fact.concept.local == "InventoryNet")
    fact = replace(report.facts[at], value=Decimal(7))
    other = replace(report, facts=(*report.facts[:at], fact, *report.facts[at + 1 :]))

    found = changes(report, other)

    assert set(found) == {"facts"}
    assert found["facts"]["come"] == [f"us-gaap:InventoryNet {fact.context} = 7"]
    assert found["facts"]["gone"][0].startswith(f"us-gaap:InventoryNet {fact.context} = 1")
    assert summary(found) == {"facts": [1, 1]}


def test_a_concept_of_the_companys_own_that_is_anchored_elsewhere_is_told() -> None:
    report = sample.report()
    own = Extension(Name("own", "Kiln"), "xbrli:monetaryItemType", "instant", "debit", "Kiln", "Assets")
    before = replace(report, extensions=(own, replace(own, name=Name("own", "Shed"), anchor=None)))
    after = replace(report, extensions=(replace(own, anchor="AssetsCurrent"),))

    assert changes(before, after) == {
        "extensions": {"gone": ["own:Kiln in Assets"], "come": ["own:Kiln in AssetsCurrent"]}
    }


def test_rows_sums_and_findings_are_told() -> None:
    report = sample.report()
    first = report.statements[0]
    row = replace(next(row for row in first.rows if not row.abstract), concept=Name("us-gaap", "Other"))
    at = next(number for number, each in enumerate(first.rows) if not each.abstract)
    statement = replace(first, rows=(*first.rows[:at], row, *first.rows[at + 1 :]), sums=first.sums[1:])
    warned = Finding(Severity.WARNING, "a.code", "Look.")
    other = replace(report, statements=(statement, *report.statements[1:]), findings=(*report.findings, warned))

    found = changes(report, other)

    assert found["rows"]["come"] == [f"BS {row.label}: us-gaap:Other"]
    assert found["calculation"]["come"] == []
    assert found["calculation"]["gone"][0].startswith(f"{first.sums[0].total} = + ")
    assert found["findings"] == {"gone": [], "come": ["warning a.code: Look."]}
    assert changes(other, report)["findings"] == {"gone": ["warning a.code: Look."], "come": []}
