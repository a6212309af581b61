"""How fast, and beside other tools: every ratio comes from one run on the same files.

    python -m tests.bench [reader] [linear] [html] [process] [validation] [page]

`linear --plot FILE.png` draws the times over the doubled inputs (needs matplotlib); `--only NAME` takes the shapes
whose name contains it, `--largest MB` ends at that size.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.bench import html, linear, page, process, reader, validation

SECTIONS = {
    "reader": reader.run,
    "linear": linear.run,
    "html": html.run,
    "process": process.run,
    "validation": validation.run,
    "page": page.run,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sections", nargs="*", choices=[*SECTIONS, []], metavar="SECTION")
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--only", default="", metavar="NAME")
    parser.add_argument("--largest", type=float, default=linear.LARGEST, metavar="MB")
    arguments = parser.parse_args()
    for name in arguments.sections or SECTIONS:
        print(f"\n== {name}")
        if name == "linear":
            linear.run(arguments.plot, arguments.only, arguments.largest)
        else:
            SECTIONS[name]()


if __name__ == "__main__":
    main()
