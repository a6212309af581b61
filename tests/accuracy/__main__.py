"""Score the converter on the reference corpus, and say what to work on.

    python -m tests.accuracy SUITE|labels|all [-v] [--only NAME] [--half HALF] [--stage STAGE] [--out DIR]
    python -m tests.accuracy SUITE --stage report --models DIR
    python -m tests.accuracy weights --models DIR
    python -m tests.accuracy doubts [--only NAME]

Without `--stage` the documents are converted as a batch, the instances are scored by the scoring program beside the
corpus, and its table is printed; the breakdown after it says what to work on.
`--stage report` scores the Reports, with nothing written; `--stage statements` scores the reading alone: amounts with
their periods and units, before any concept is chosen ("right" means nothing then). `-v` lists every miss with its
line. `--only` takes part of a document's name; `--half` the half of the companies that rules are made with (`seen`),
or the other. With `--models` each document is read with the learned layer of its fold, which saw no filing of its
company (`python -m converter.mapping.learned.crossvalidate` makes them); the shipped one has seen all. `weights` fits
the weights of the evidence, prints how they do across companies, and writes them. `doubts` needs no truth: it lists
what a person would doubt in the outputs of all documents.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import fields
from pathlib import Path

from converter.batch import Row
from tests.accuracy import doubts, labels, weighing
from tests.accuracy.compare import REASONS, Comparison, compare
from tests.accuracy.convert import convert_all, instance_facts, read_all
from tests.accuracy.corpus import SUITES, Document, Suite, documents, scorer, truth
from tests.accuracy.figures import Figures, figures, shares


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suite", choices=[*SUITES, "labels", "weights", "doubts", "all"])
    parser.add_argument("-v", "--verbose", action="store_true", help="list every miss")
    parser.add_argument("--only", default="", metavar="NAME", help="documents whose name contains this")
    parser.add_argument("--half", choices=["seen", "unseen"], help="this half of the companies")
    parser.add_argument("--stage", choices=["statements", "report"], help="score this stage; nothing is written")
    parser.add_argument("--out", type=Path, help="keep the converted documents here")
    parser.add_argument("--models", type=Path, help="networks of the folds, for --stage report and weights")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    if arguments.suite in ("labels", "all"):
        labels.run()
    if arguments.suite == "weights":
        weighing.main(arguments.models)
    if arguments.suite == "doubts":
        doubts.main(arguments.only, arguments.jobs)
    for suite in SUITES if arguments.suite == "all" else [arguments.suite]:
        if suite in SUITES:
            chosen = [document for document in documents(suite, arguments.half) if arguments.only in document.name]
            run(suite, chosen, arguments)


def run(suite: Suite, chosen: list[Document], arguments: argparse.Namespace) -> None:
    """Convert the documents of a suite, then print the figures and the breakdown."""
    started = time.perf_counter()
    rows: dict[str, Row] = {}
    with tempfile.TemporaryDirectory() as scratch:
        out = (arguments.out or Path(scratch)) / suite
        if arguments.stage:
            facts = read_all(chosen, arguments.jobs, arguments.stage, arguments.models)
        else:
            rows = convert_all(chosen, out, arguments.jobs)
            facts = {name: instance_facts(row, out) for name, row in rows.items()}
            if not (arguments.only or arguments.half):
                scorer().main([*truth(suite), str(out)])
    seconds = time.perf_counter() - started
    comparisons = [compare(document, facts[document.name]) for document in chosen]
    if arguments.verbose:
        _print_misses(comparisons)
    if arguments.stage or arguments.only or arguments.half:
        _print_documents(comparisons)
    for row in rows.values():
        if not row.status.has_folder:
            print(f"{row.status}: {row.source}: {row.message}")
    _print_breakdown("layout", comparisons, by_layout=True)
    _print_breakdown("statement", comparisons, by_layout=False)
    _print_figures(suite, figures(comparisons, rows.values()))
    print(f"{seconds:.1f} s")


def _print_misses(comparisons: list[Comparison]) -> None:
    for comparison in comparisons:
        for miss in comparison.outcomes:
            if miss.reason != "right":
                place = f"{comparison.document.name}:{miss.line}"
                print(
                    f"{miss.reason:9} | {place} | {miss.statement} | {miss.caption[:60]} | {miss.wanted} | {miss.got}"
                )
        for fact in comparison.mistagged:
            print(f"mistagged | {comparison.document.name} | {fact}")
        for fact in comparison.extra:
            print(f"extra     | {comparison.document.name} | {fact}")


def _print_documents(comparisons: list[Comparison]) -> None:
    print(f"{'document':60} {'facts':>6} {'asked':>6} {'found':>7} {'right':>7} {'extra':>6}")
    for comparison in comparisons:
        asked, found, right = shares(comparison.reasons)
        name = comparison.document.name[:60]
        print(f"{name:60} {comparison.facts:6} {asked:6} {found:6.1%} {right:6.1%} {len(comparison.extra):6}")


def _print_breakdown(title: str, comparisons: list[Comparison], *, by_layout: bool) -> None:
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for comparison in comparisons:
        for outcome in comparison.outcomes:
            groups[comparison.document.layout if by_layout else outcome.statement][outcome.reason] += 1
    print(f"\n{'by ' + title:16} {'asked':>6} {'found':>7} {'right':>7}  " + " ".join(f"{r:>9}" for r in REASONS[1:]))
    for name, reasons in sorted(groups.items()):
        asked, found, right = shares(reasons)
        misses = " ".join(f"{reasons[reason]:9}" for reason in REASONS[1:])
        print(f"{name:16} {asked:6} {found:6.1%} {right:6.1%}  {misses}")


def _print_figures(suite: Suite, today: Figures) -> None:
    print(f"\n{suite}: {today.documents} documents, {today.asked} values asked, {today.facts} facts")
    for field in fields(today):
        share = getattr(today, field.name)
        if isinstance(share, float):
            print(f"  {field.name:16} {share:7.2%}")


if __name__ == "__main__":
    main()
