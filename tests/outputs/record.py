"""What a document became, small enough to keep: the hashes of its files, and its facts."""

from __future__ import annotations

import hashlib
import json
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from converter import Conversion, RetroxbrlError, convert


@dataclass(frozen=True, slots=True)
class PrintedFact:
    """A fact of an instance, and the first place that prints it.

    Attributes:
        unit, decimals: None for text facts.
        place: `line:column` in the source; empty for a fact that is not printed.
        printed: the characters there.
    """

    concept: str
    context: str
    unit: str | None
    value: str
    decimals: int | None
    place: str
    printed: str


@dataclass(frozen=True, slots=True)
class Record:
    """A document's end.

    Attributes:
        end: `report`, or the error's kind and words; of a crash the traceback.
        files: SHA-256 by file name.
        facts: in the order of the instance.
        seconds: of CPU; never compared.
    """

    end: str
    files: dict[str, str]
    facts: tuple[PrintedFact, ...]
    seconds: float = 0.0

    def write(self, path: Path) -> None:
        """Write it as JSON, a fact on each line, so that two versions can be read beside each other."""
        facts = ",\n  ".join(json.dumps(asdict(fact), ensure_ascii=False) for fact in self.facts)
        head = json.dumps({"end": self.end, "seconds": self.seconds, "files": self.files}, indent=1, ensure_ascii=False)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'{head[:-2]},\n "facts": [\n  {facts}\n ]\n}}\n', "utf-8")


def load(path: Path) -> Record:
    """A record that `write` wrote."""
    fields = json.loads(path.read_text("utf-8"))
    return Record(fields["end"], fields["files"], tuple(PrintedFact(**fact) for fact in fields["facts"]))


def make(source: Path, formats: Sequence[str]) -> Record:
    """Convert a document, without validation, into the XBRL files and `formats`."""
    started = time.process_time()
    try:
        conversion = convert(source)
        files = conversion.files(formats)
    except RetroxbrlError as error:
        return Record(f"{type(error).__name__}: {error}", {}, ())
    except Exception:
        return Record(traceback.format_exc(), {}, ())
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())}
    return Record("report", hashes, tuple(_facts(conversion)), round(time.process_time() - started, 3))


def _facts(conversion: Conversion) -> Iterator[PrintedFact]:
    document = conversion.report.document
    for fact in conversion.report.facts:
        first = fact.sources[0] if fact.sources else None
        yield PrintedFact(
            str(fact.concept),
            fact.context,
            fact.unit,
            str(fact.value),
            fact.decimals,
            "{}:{}".format(*document.position(first.span.start)) if first else "",
            first.printed if first else "",
        )
