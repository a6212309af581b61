"""How many of the faults seeded into real documents are told, and at the right line: the table of docs/accuracy.md.

python -m tests.validation.told [-v]
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator

from converter import convert
from converter.options import DEFAULT_TAXONOMY, Options
from converter.report import Report
from converter.validation.checks import check
from tests.conftest import SHARED
from tests.validation import seeds
from tests.validation.seeds import Seed

DOCUMENTS = {
    "a bare release": "releases/valence-technology-8K-20031113.txt",
    "a release with two quarters and two years": "releases/dell-computer-corp-8K-19950221-0000950134-95-000248.txt",
    "audited statements of three years": "releases/stockwalk-com-group-inc-8K-20000801-0000950124-00-004609.txt",
    "a submission with an EX-27": "submissions/texas-instruments-inc-10Q-19990930-0000097476-99-000019.txt",
    "a page of HTML": "html/lehman-10K-2005.html",
}
"""Documents of five layouts."""

Fault = Callable[[Report], Iterator[Seed]]


def reports() -> dict[str, Report]:
    """The sound reports, by layout."""
    asked = Options(taxonomy=DEFAULT_TAXONOMY)  # what the shares of faults that are found were measured in
    return {layout: convert(SHARED / "corpus" / path, asked).report for layout, path in DOCUMENTS.items()}


def found_in(report: Report, fault: Fault) -> dict[str, bool]:
    """Whether the checks say of each faulty report what they do not say of the sound one, at the right line."""
    line = report.document.position
    known = {(finding.code, finding.fact) for finding in check(report)}
    found = {}
    for seed in fault(report):
        touched = [fact for fact in report.facts if fact.id in seed.touched]
        right = {line(place.span.start)[0] for fact in touched for place in fact.sources}
        right |= {line(seed.at.start)[0]} if seed.at else set()
        found[seed.fault] = any(
            line(finding.span.start)[0] in right
            for finding in check(seed.report)
            if finding.span and (finding.code, finding.fact) not in known
        )
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-v", "--verbose", action="store_true", help="list what is not told")
    verbose = parser.parse_args().verbose
    sound = reports()
    print(f"{'fault':20} {'seeded':>7} {'told':>7}")
    for fault in seeds.KINDS:
        found = {
            (layout, seeded): is_told
            for layout, report in sound.items()
            for seeded, is_told in found_in(report, fault).items()
        }
        print(f"{fault.__name__:20} {len(found):7,} {sum(found.values()) / max(len(found), 1):7.1%}")
        if verbose:
            print("\n".join(f"    {layout}: {seeded}" for (layout, seeded), is_told in found.items() if not is_told))


if __name__ == "__main__":
    main()
