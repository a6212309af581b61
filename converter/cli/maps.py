"""`retroxbrl maps`: the mapping files, checked, explained, applied, learned and compared."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from converter.cli import log, show
from converter.cli.arguments import maps_option, received, taxonomy_option, taxonomy_option_of
from converter.errors import MapError, OutputError, UsageError
from converter.findings import Severity
from converter.options import DEFAULT_TAXONOMY, without_age
from converter.wording import counted, printable

if TYPE_CHECKING:
    from converter.conversion import Stages
    from converter.datafiles import Problem
    from converter.mapping.diff import Change, Compared
    from converter.mapping.explain import Explanation
    from converter.mapping.maps import Maps
    from converter.terms import Decision

_STATEMENTS = click.Choice(["BS", "IS", "CI", "CF", "EQ"])
_statement_option = click.option("--statement", type=_STATEMENTS, default="BS", show_default=True)
_sic_option = click.option("--sic", type=int, metavar="CODE", help="Industry, for the maps of industries.")
_cik_option = click.option("--cik", metavar="NUMBER", help="Company, for a map of its own.")


def _which_maps(function: Callable[..., Any], taxonomy: Callable[..., Any] = taxonomy_option) -> Callable[..., Any]:
    """The options that say which maps hold: release, the user's folder, industry, company."""
    for option in (_cik_option, _sic_option, maps_option, taxonomy):
        function = option(function)
    return function


# Captions carry no date: the release of the filers whose choices the learned layer knows.
_caption_taxonomy_option = taxonomy_option_of("us-gaap/2009", "us-gaap/2009")
_written_taxonomy_option = taxonomy_option_of(None, "the one that SOURCE is written in")


@click.group()
def command() -> None:
    """Check, explain, apply, learn and compare mapping files."""


@command.command()
@maps_option
def check(maps: Path | None) -> None:
    """Check the built-in maps and those of --maps: concepts, periods, balances, entries that can never hold.

    What the files in `concepts/` say of concepts is checked with them.
    """
    from converter.knowledge import files, load_knowledge
    from converter.knowledge.checking import check as problems_of_concepts
    from converter.mapping.maps import load_maps
    from converter.mapping.maps.checking import check as problems_of
    from converter.taxonomy import load_index, releases

    indexes = [load_index(release) for release in releases()]
    known = load_knowledge(releases()[-1], maps)
    problems: dict[Problem, None] = dict.fromkeys(problems_of_concepts(files(releases()[-1], maps), known, indexes))
    rules = 0
    for cik, document in _combinations(maps):
        loaded = load_maps(releases()[-1], maps, None, cik, document)
        rules = max(rules, len(loaded.rules))
        problems.update(dict.fromkeys(problems_of(loaded, indexes)))
    for problem in problems:
        file = problem.rule.partition(":")[0]
        if log.wanted():
            log.say(problem.severity, "maps.problem", problem.message, file=file, line=problem.line, rule=problem.rule)
        else:
            click.echo(f"{file}:{problem.line}: {problem.severity}: {problem.message}")
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    counts = ", ".join((counted(rules, "rule"), counted(errors, "error"), counted(len(problems) - errors, "warning")))
    if log.wanted():
        log.say(Severity.INFO, "maps.done", counts)
    else:
        click.echo(counts)
    if errors:
        raise MapError("There are errors in the mapping files.", "The lines above say where.")


def _combinations(maps: Path | None) -> Iterator[tuple[str | None, str | None]]:
    """Company and document, for each company and document that the folder has a file of."""
    yield None, None
    if maps is not None:
        yield from ((path.stem, None) for path in sorted((maps / "company").glob("*.yaml")))
        yield from ((None, path.stem) for path in sorted((maps / "document").glob("*.yaml")))


@command.command()
@click.argument("name", metavar="[NAME]", default="map")
def schema(name: str) -> None:
    """Print the JSON Schema of mapping files, for an editor; or of a file about concepts: signs, groups, ..."""
    from converter.knowledge.schema import MODELS
    from converter.knowledge.schema import json_schema as of_concepts
    from converter.mapping.maps.schema import json_schema

    if name != "map" and name not in MODELS:
        raise UsageError(f"There is no schema {name!r}.", f"There are map, {', '.join(MODELS)}.")
    click.echo(json_schema() if name == "map" else of_concepts(name), nl=False)


@command.command()
@click.argument("caption")
@_statement_option
@click.option(
    "--under", "headings", multiple=True, metavar="HEADING", help="A heading above it; repeatable, outermost first."
)
@click.option("--unit", type=click.Choice(["USD", "shares", "USD/shares", "pure"]), default="USD", show_default=True)
@click.option(
    "--in", "source", metavar="FILE", type=click.Path(path_type=Path), help="Explain it as it stands in a document."
)
@_which_maps
def explain(
    caption: str,
    statement: str,
    headings: tuple[str, ...],
    unit: Any,
    source: Path | None,
    cik: str | None,
    sic: int | None,
    maps: Path | None,
    taxonomy: str,
) -> None:
    """Explain what CAPTION is taken for: every concept considered, its rule, and where that can be changed."""
    from converter.mapping.explain import explain as explained
    from converter.mapping.explain import explain_row
    from converter.mapping.maps import load_maps
    from converter.taxonomy import load_index
    from converter.terms import Kind

    if source is None:
        release = without_age(taxonomy)
        known = load_maps(release, maps, sic, cik)
        _print_explanation(explained(caption, Kind(statement), known, load_index(release), headings, unit))
        return
    stages, layered = _read(source, taxonomy, maps, sic, cik)
    rows = [
        (one, row, decisions[row])
        for one, decisions in zip(stages.statements, stages.decisions, strict=True)
        for row, item in enumerate(one.items)
        if caption.casefold() in item.caption.casefold() and item.amounts
    ]
    if not rows:
        raise UsageError(
            f"No row of {source} has the caption {caption!r}.", f"`retroxbrl inspect {source}` lists them."
        )
    for one, row, decision in rows:
        click.echo(f"{one.kind} {one.title}")
        _print_explanation(explain_row(one, row, layered, load_index(stages.taxonomy)), decision)


def _print_explanation(found: Explanation, decision: Decision | None = None) -> None:
    """What was considered for a caption, and what came of it: of a row of a document, step by step."""
    click.echo(f"{click.style(found.caption, bold=True)}\n  words   {' '.join(found.words)}")
    click.echo(f"  sections  {', '.join(found.sections) or 'any'}")
    for weighed in found.considered:
        line = f" line {weighed.line}" if weighed.line else ""
        fit = f" ({weighed.fit})" if weighed.fit else ""
        click.echo(f"  {weighed.share:6.2f}  {weighed.concept or 'extension'}  by {weighed.rule}{line}{fit}")
    if found.because:
        click.echo(f"  since {'; '.join(f'{part} {weight:+.1f}' for part, weight in found.because)}")
    if decision is not None:
        for line in show.steps(decision):
            click.echo(f"  {line}")
        click.echo(f"  => {show.decided(decision)}")
    else:
        sure = found.considered and found.considered[0].concept and found.confidence >= found.threshold
        verdict = str(found.considered[0].concept) if sure else "an extension"
        click.echo(f"  => {verdict}: confidence {found.confidence:.2f}, threshold {found.threshold:.2f}")
    for rule, number, reason in found.near:
        click.echo(f"  not {rule} line {number}: {reason}")


@command.command()
@click.argument("captions", type=click.Path(path_type=Path))
@click.option("-o", "--out", type=click.Path(path_type=Path), help="File to write.  [default: the terminal]")
@_statement_option
@partial(_which_maps, taxonomy=_caption_taxonomy_option)
def predict(
    captions: Path, out: Path | None, statement: str, cik: str | None, sic: int | None, maps: Path | None, taxonomy: str
) -> None:
    """Predict the concepts of CAPTIONS: a table (document, statement, order, label), or a plain list of --statement."""
    from converter.mapping.maps import load_maps
    from converter.mapping.predict import predict as predicted
    from converter.mapping.predict import read_captions, write_predictions
    from converter.taxonomy import load_index
    from converter.terms import Kind

    taxonomy = without_age(taxonomy)
    index = load_index(taxonomy)
    asked = read_captions(received(captions)[0].decode("utf-8", "replace"), Kind(statement))
    answers = io.StringIO()
    write_predictions(predicted(asked, load_maps(taxonomy, maps, sic, cik), index), answers)
    if out is None:
        click.echo(answers.getvalue(), nl=False)
    else:
        try:
            out.write_text(answers.getvalue(), encoding="utf-8")
        except OSError as error:
            raise OutputError(f"{out} cannot be written ({error.strerror}).", "Give another file with -o.") from error


@command.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--maps", metavar="DIR", type=click.Path(path_type=Path), required=True, help="Your folder of maps.")
@click.option("--cik", metavar="NUMBER", help="The company.  [default: as SOURCE says]")
@_written_taxonomy_option
def learn(source: Path, maps: Path, cik: str | None, taxonomy: str | None) -> None:
    """Learn a company's map from SOURCE: an output folder after its review, or the company's own XBRL filing.

    Of an output, rows that are confirmed (`review`) teach, and no others. What the maps decide in the same way anyway
    is left out.
    """
    from converter.datafiles import map_of_company
    from converter.mapping import company_map
    from converter.mapping import learn as learning
    from converter.mapping.maps import load_maps
    from converter.mapping.maps.own import file_and_line
    from converter.taxonomy import load_index

    company = _ten_digits(cik or _cik_of(source))
    release = without_age(taxonomy) if taxonomy else _release_of(source)
    known = load_maps(release, maps if maps.is_dir() else None, None, company)
    learned = learning.learn(learning.choices(source), known, load_index(release))
    path = maps / map_of_company(company)
    if learned.captions:
        company_map.write(learned.captions, path)
    for caption, said in learned.captions.items():
        by = ", ".join(f"{kind}: {concept}" for kind, concept in said.items()) if isinstance(said, dict) else said
        click.echo(printable(f"learned: {caption!r}: {by}"))
    for left in learned.left:
        yours = f"{left.rule.concept or learning.EXTENSION} ({file_and_line(left.rule)})"
        click.echo(printable(f"left: {left.caption!r} in {left.statement}: {left.concept}; your line says {yours}"))
    if learned.unconfirmed:
        rows = counted(learned.unconfirmed, "row is", "rows are")
        click.echo(f"left: {rows} confirmed by nobody; `retroxbrl review` confirms them")
    idle = "" if learned.left or learned.unconfirmed else "; the maps say all of it already"
    told = f": {path}" if learned.captions else idle
    click.echo(printable(f"{counted(len(learned.captions), 'caption')} learned{told}"))


def _ten_digits(cik: str) -> str:
    if not (cik.isascii() and cik.isdigit() and len(cik) <= 10):
        raise UsageError(f"{cik!r} is no CIK.", "Give the company's number of up to ten digits with --cik.")
    return cik.zfill(10)


def _cik_of(source: Path) -> str:
    try:
        entity = _recorded(source)["entity"]
        if entity["scheme"].endswith("/CIK"):
            return str(entity["identifier"])
    except (KeyError, TypeError, AttributeError):
        pass
    raise UsageError(f"{source} does not tell the company's CIK.", "Give it with --cik.")


def _release_of(source: Path) -> str:
    """The release that an output is written in; of what is none, the default."""
    told = _recorded(source).get("taxonomy")
    return told if isinstance(told, str) else DEFAULT_TAXONOMY


def _recorded(source: Path) -> dict[str, Any]:
    """What an output's `report.json` says; nothing of another file."""
    record = source / "report.json" if source.is_dir() else source
    try:
        found = json.loads(record.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


@command.command()
@click.argument("paths", metavar="[A B DOCUMENTS...]", nargs=-1, type=click.Path(path_type=Path))
@_which_maps
def diff(paths: tuple[Path, ...], cik: str | None, sic: int | None, maps: Path | None, taxonomy: str) -> None:
    """What changes over DOCUMENTS when maps B take the place of maps A; - stands for the built-in maps alone.

    With --cik and --maps alone: what the company's map says beyond or against those that hold for all companies.
    """
    if cik is not None:
        if paths or maps is None:
            raise UsageError("--cik compares the company's map of --maps with the others.", "Give no paths.")
        _diff_of_company(_ten_digits(cik), maps, sic, taxonomy)
    elif len(paths) < 3 or maps is not None or sic is not None:
        remedy = "Give A B DOCUMENTS..., or --cik and --maps."
        raise UsageError("Two folders of maps are compared over documents.", remedy)
    else:
        _diff_over_documents(paths[0], paths[1], paths[2:], taxonomy)


def _diff_of_company(cik: str, maps: Path, sic: int | None, taxonomy: str) -> None:
    from converter.datafiles import map_of_company
    from converter.mapping.beyond import compared
    from converter.mapping.maps import load_maps
    from converter.mapping.maps.own import file_and_line

    if not (maps / map_of_company(cik)).is_file():
        raise UsageError(f"{maps} has no {map_of_company(cik)}.", "`maps learn` and `review` write one.")
    release = without_age(taxonomy)
    lines = list(compared(load_maps(release, maps, sic, cik), load_maps(release, maps, sic)))
    for one in lines:
        words = " ".join(sorted(frozenset[str]().union(*(phrase.required for phrase in one.rule.phrases))))
        where = f" in {', '.join(sorted(one.rule.statements))}" if one.rule.statements else ""
        general = f": {one.general.concept or 'extension'} ({file_and_line(one.general)})" if one.general else ""
        concept = one.rule.concept or "extension"
        click.echo(
            printable(f"{file_and_line(one.rule)}: {words or 'no caption'}{where}: {concept}, {one.relation}{general}")
        )
    counts = ", ".join(f"{sum(one.relation == each for one in lines)} {each}" for each in ("beyond", "against", "same"))
    click.echo(f"{counted(len(lines), 'line')}: {counts}")


def _diff_over_documents(before: Path, after: Path, documents: tuple[Path, ...], taxonomy: str) -> None:
    from converter.mapping.diff import compare, idle

    count = 0
    compared = list(_both(documents, before, after, taxonomy))
    for change in compare(compared):
        count += 1
        click.echo(_shown(change))
    for rule in idle(compared):
        file = rule.name.partition(":")[0]
        click.echo(
            f"{file}:{rule.line}: holds for no row of these documents; `maps explain CAPTION --in FILE` says why"
        )
    click.echo(f"{counted(count, 'row changes', 'rows change')} in {counted(len(documents), 'document')}")


def _both(documents: tuple[Path, ...], before: Path, after: Path, taxonomy: str) -> Iterator[Compared]:
    from converter.mapping.diff import Compared
    from converter.taxonomy import load_index

    for document in documents:
        stages, old = _read(document, taxonomy, None if str(before) == "-" else before)
        _, new = _read(document, taxonomy, None if str(after) == "-" else after)
        yield Compared(document.name, stages.statements, old, new, load_index(stages.taxonomy))


def _shown(change: Change) -> str:
    sides = [
        f"{decision.concept or 'extension'}{' negated' if decision.sign < 0 else ''} ({decision.rule})"
        for decision in (change.before, change.after)
    ]
    return f"{change.document} {change.statement} {change.caption!r}: {sides[0]} -> {sides[1]}"


def _read(
    source: Path, taxonomy: str, maps: Path | None, sic: int | None = None, cik: str | None = None
) -> tuple[Stages, Maps]:
    """The stages of a document and the maps that hold for it."""
    from converter.options import Options
    from converter.pipeline import inspected, layers

    options = Options(taxonomy=taxonomy, maps=maps, cik=cik)
    stages = inspected(*received(source), options)
    return stages, layers(stages.document, options, stages.taxonomy, sic)
