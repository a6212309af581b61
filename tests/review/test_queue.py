"""What to look at first."""

from __future__ import annotations

from converter.options import Options
from converter.review.outputs import Line, Record
from converter.review.queue import captions, documents, having, plain, risk, rows


def line(
    caption: str = "Other",
    concept: str = "us-gaap:Assets",
    confidence: float = 0.5,
    by: str = "",
    kind: str = "BS",
    approved: str = "",
    place: str = "9:3",
) -> Line:
    return Line(kind, caption, concept, confidence, by, approved, place)


def record(*lines: Line, missing: tuple[str, ...] = (), contradicted: int = 0, warnings: int = 0) -> Record:
    return Record(
        document="a.txt",
        sha256="",
        company="Quarry",
        cik="17",
        period_end="1998-12-31",
        form="10-K",
        options=Options(),
        taxonomy="us-gaap/2025",
        validated=False,
        maps={},
        files=(),
        statements=("BS",),
        missing=missing,
        lines=lines,
        contradicted=contradicted,
        warnings=warnings,
    )


SURE = line(confidence=0.9)
OWN = line(concept="quar:Other", confidence=0.99)
CONFIRMED = line(by="Ann", confidence=1.0)


def test_a_row_is_open_until_it_is_sure_or_confirmed() -> None:
    assert [one.is_open for one in (line(confidence=0.899), SURE, OWN, CONFIRMED)] == [True, False, True, False]
    assert not line(concept="quar:Other", by="Ann").is_open


def test_what_is_missing_is_worse_than_what_is_contradicted_than_what_is_unsure_than_an_extension() -> None:
    risks = [risk(record(missing=("CF",))), risk(record(contradicted=1)), risk(record(line())), risk(record(OWN)), 0]

    assert risks == sorted(risks, reverse=True)
    assert len(set(risks)) == 5
    assert risk(record(warnings=1)) == 1
    assert risk(record(SURE, CONFIRMED)) == 0


def test_documents_come_by_risk_then_by_name() -> None:
    rows = documents({"b": record(SURE), "a": record(SURE), "c": record(line(), CONFIRMED)}, waiting=["a"])

    assert [row["name"] for row in rows] == ["c", "a", "b"]
    assert [row["waiting"] for row in rows] == [False, True, False]
    assert (rows[0]["rows"], rows[0]["open"], rows[0]["confirmed"], rows[0]["risk"]) == (2, 1, 1, 3)
    assert (rows[0]["company"], rows[0]["form"], rows[0]["statements"], rows[0]["missing"]) == (
        "Quarry",
        "10-K",
        "BS",
        "",
    )


def test_a_document_is_told_with_all_that_makes_its_risk() -> None:
    (row,) = documents({"a": record(line(), missing=("CF", "EQ"), contradicted=2, warnings=3)})

    assert row == {
        "name": "a",
        "company": "Quarry",
        "form": "10-K",
        "period": "1998-12-31",
        "statements": "BS",
        "missing": "CF EQ",
        "rows": 1,
        "open": 1,
        "confirmed": 0,
        "accepted": 0,
        "approved": 0,
        "contested": 0,
        "progress": {"done": 0, "of": 1},
        "contradicted": 2,
        "warnings": 3,
        "risk": 3 + 40 + 16 + 3,
        "waiting": False,
    }


def test_captions_of_several_documents_come_by_how_many_they_are_in() -> None:
    records = {
        "a": record(line("Other, net"), line("Rare"), line("Plant")),
        "b": record(line("OTHER - NET"), line("Plant")),
        "c": record(line("Plant"), line("Other, net", confidence=0.95)),
    }

    assert [(row["caption"], row["documents"]) for row in captions(records)] == [
        ("Plant", ["a", "b", "c"]),
        ("Other, net", ["a", "b"]),
    ]


def test_captions_of_other_statements_or_concepts_are_others() -> None:
    records = {
        "a": record(line()),
        "b": record(line(kind="IS")),
        "c": record(line(concept="us-gaap:Cash")),
        "d": record(OWN),
    }

    assert captions(records) == []
    assert {row["concept"] for row in captions(records, least=1)} == {"us-gaap:Assets", "us-gaap:Cash", "extension"}


def test_who_has_a_caption() -> None:
    records = {
        "a": record(line("Other,  Net")),
        "b": record(line("Other, net", kind="IS")),
        "c": record(line("Others")),
    }

    assert having(records, "BS", "OTHER NET") == ["a"]


def test_a_caption_is_known_by_its_letters_and_figures() -> None:
    assert plain(" Other -- NET (401k) ") == "other net 401k"


def test_the_rows_of_a_state_are_listed_with_all_that_tells_them() -> None:
    records = {"a": record(line(place="57:3"), SURE), "b": record(CONFIRMED)}

    assert list(rows(records, {"a": {"57:3"}}, "contested")) == [
        {
            "document": "a",
            "statement": "BS",
            "caption": "Other",
            "concept": "us-gaap:Assets",
            "confidence": 0.5,
            "confirmed": "",
            "approved": "",
            "place": "57:3",
        }
    ]
    assert [row["document"] for row in rows(records, {}, "accepted")] == ["b"]
