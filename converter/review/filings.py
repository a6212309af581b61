"""The earlier filings of its company that a document was read with: `batch` reads each with those that it has.

What was decided of one of them since speaks in the later ones, too, as it does where `convert --earlier` is told of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from converter.errors import InputError
from converter.mapping.earlier import DIGEST
from converter.rendering.owned import RECORD
from converter.review.outputs import Output, Record, record_of


def read_with(record: Record) -> dict[str, str]:
    """The documents of earlier filings that an output was made with, and the SHA-256 of their records then."""
    return {name.removeprefix(DIGEST): digest for name, digest in record.maps.items() if name.startswith(DIGEST)}


class Filings:
    """The outputs under review by the documents that they are of."""

    def __init__(self, outputs: Mapping[str, Output]) -> None:
        self._outputs = outputs
        self._named: dict[str, str] = {}
        for name, output in outputs.items():
            self._named.setdefault(output.record.document, name)

    def records_for(self, name: str, record: Record) -> list[bytes]:
        """The records of the earlier filings that a document is read with, as they are now.

        Raises:
            InputError: one is neither under review nor beside the output.
        """
        return [_content(self._folder(self._outputs[name], filing)) for filing in read_with(record)]

    def _folder(self, output: Output, filing: str) -> Path:
        if filing in self._named:
            return self._outputs[self._named[filing]].folder
        beside = output.folder.parent / Path(filing).stem
        if (beside / RECORD).is_file() and record_of(beside).document == filing:
            return beside
        raise InputError(
            f"{output.record.document} was read with {filing}, an earlier filing, which was not found.",
            "Review its output, too: name its folder.",
        )

    def are_others_now(self, name: str, records: Mapping[str, Record]) -> bool:
        """Whether an earlier filing under review is no longer what it was when an output was read with it."""
        then = read_with(records[name])
        return any(records[each].digest != then[records[each].document] for each in self.before(name, records))

    def before(self, name: str, records: Mapping[str, Record]) -> Iterator[str]:
        """The outputs under review that one is read with; of an earlier period, so that none is read with itself."""
        for filing in read_with(records[name]):
            other = self._named.get(filing)
            if other is not None and records[other].period_end < records[name].period_end:
                yield other

    def later(self, name: str, records: Mapping[str, Record]) -> list[str]:
        """The outputs under review that are read with one."""
        return [each for each in self._outputs if name in self.before(each, records)]

    def followers(self, names: Iterable[str], records: Mapping[str, Record]) -> set[str]:
        """The outputs that change with some: they themselves, and those that are read with them, and so on."""
        found = set(names)
        by_period = sorted(records, key=lambda each: records[each].period_end)
        for name in by_period:  # the earlier ones come first, so once over all is enough
            if not found.isdisjoint(self.before(name, records)):
                found.add(name)
        return found


def _content(folder: Path) -> bytes:
    try:
        return (folder / RECORD).read_bytes()
    except OSError as error:
        raise InputError(f"{folder / RECORD} cannot be read: {error}.", "Convert the document again.") from error
