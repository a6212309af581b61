"""The desk: what the pages ask for and decide, done to the files one thing after another."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any

from converter.conversion import Conversion
from converter.errors import OutputError, RetroxbrlError, UsageError
from converter.exports import package
from converter.pipeline import layers
from converter.rendering.folder import write_folder
from converter.review import earlier, edits, ledger, queue
from converter.review.acts import ACCEPT_STATEMENT, ALL, COMPANY, ON_STATEMENTS, Act, act_of, edits_of
from converter.review.changes import changes, summary
from converter.review.concepts import described, search
from converter.review.earlier import Beside
from converter.review.edits import Edit
from converter.review.filings import Filings
from converter.review.ledger import Entry, Ledger
from converter.review.outputs import Output, Record, record_of
from converter.review.remaking import Kept, as_it_was_checked, formats_of, stale
from converter.review.rows import Row, place_of, rows_of
from converter.review.states import contested, progress
from converter.taxonomy import Index, load_index
from converter.wording import counted

TRAIL = "audit/decisions.csv"
"""Where in a report package the decisions stand."""
_LONGEST_NAME = 200
"""Of who decides, as files of maps may have it."""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class Desk:
    """Conversions under review and the maps that decisions go into.

    Args:
        maps: a person's folder of maps; made if need be.
        by: who decides.
        now: the time in UTC, for the record of decisions.

    Raises:
        OutputError: the folder of maps cannot be made.
        UsageError: `by` is no name.
    """

    def __init__(self, outputs: Iterable[Output], maps: Path, by: str, now: Callable[[], str] = _now) -> None:
        if not by.strip() or len(by) > _LONGEST_NAME or not by.isprintable():
            raise UsageError("Who decides has no name that can be written down.", "Name a person with `by`.")
        self.outputs = {output.name: output for output in outputs}
        self.maps, self.by = maps, by
        self._now = now
        self._lock = RLock()
        self._kept = Kept()
        self._filings = Filings(self.outputs)
        self._formats: dict[str, tuple[str, ...]] = {}
        try:
            maps.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(
                f"{maps} cannot be made ({error.strerror}).", "Name another folder with `maps`."
            ) from error
        self.records = {name: output.record for name, output in self.outputs.items()}
        self.waiting = [name for name in self.outputs if self._is_stale(name)]
        self.failed: dict[str, str] = {}
        self.contested: dict[str, frozenset[str]] = {}
        for name in self.outputs:
            try:
                self._settle(name)
                self._look_up_contested(name)
            except RetroxbrlError as error:
                self.failed[name] = str(error)

    # ------------------------------------------------------------------------------------------------ looking

    def conversion(self, name: str) -> Conversion:
        """The conversion of a document with the maps as they are, without Arelle's findings.

        Raises:
            UsageError: there is no such document.
            RetroxbrlError: it cannot be converted any more.
        """
        with self._lock:
            return self._converted(name, self.maps)

    def rows(self, name: str) -> dict[tuple[int, int], Row]:
        """The rows of a document."""
        return rows_of(self.conversion(name))

    def ledger(self, name: str) -> Ledger:
        """The decisions about a document."""
        output, record = self._known(name)
        return ledger.load(output.folder, record.document, record.sha256)

    def queue(self) -> dict[str, Any]:
        """The documents by risk, the captions that several have, how far the review is."""
        with self._lock:
            states = queue.overall(self.records, self.contested)
            return {
                "documents": queue.documents(self.records, self.waiting, self.contested),
                "captions": queue.captions(self.records),
                "confirmed": progress(states)["done"],
                "open": states["open"],
                "states": dict(states),
                "progress": progress(states),
                "waiting": len(self.waiting),
                "failed": self.failed,
            }

    def progress(self, name: str) -> dict[str, int]:
        """How many rows of a document are decided, of how many that are or wait to be."""
        with self._lock:
            return progress(queue.states(self._known(name)[1], self.contested.get(name, frozenset())))

    def in_state(self, state: str) -> list[dict[str, Any]]:
        """The rows of all documents that are `open`, `accepted`, `approved`, `contested` or `sure`."""
        with self._lock:
            return list(queue.rows(self.records, self.contested, state))

    def concepts(self, name: str, statement: int, row: int, words: str) -> list[dict[str, Any]]:
        """The concepts that words name, the likeliest first; without words the alternatives of the row.

        Raises:
            as `conversion`, and TaxonomyError where an installed taxonomy is damaged.
        """
        found = self.rows(name).get((statement, row))
        index = self._index(name)
        if words.strip():
            made = self.conversion(name)
            options = replace(self.records[name].options, maps=self.maps)
            maps = layers(made.stages.document, options, index.release)
            return search(words, found, index, maps)
        alternatives = found.alternatives if found else ()
        return [
            {**described(element, found, index), "score": score}
            for concept, score in alternatives
            if (element := index.get(concept)) is not None
        ]

    def earlier(self, name: str) -> list[str]:
        """The outputs of the company that may stand beside a document, the latest first."""
        return earlier.earlier_of(name, self.records)

    def beside(self, name: str, other: str = "") -> tuple[str, Beside] | None:
        """An earlier document of the company under review, and the rows beside its rows; None where there is none.

        Args:
            other: which; empty: the one whose period ends last before.

        Raises:
            InputError: a record cannot be read.
            UsageError: `other` is none of them.
        """
        known = self.earlier(name)
        if other and other not in known:
            raise UsageError(f"{other!r} is no earlier output of the company.", f"There are: {', '.join(known)}.")
        if not known:
            return None
        other = other or known[0]
        now, before = (earlier.read(self.outputs[each].folder) for each in (name, other))
        return other, earlier.beside(now, before)

    def audit(self) -> bytes:
        """The decisions about all documents as a table."""
        return ledger.as_csv(self.ledger(name) for name in self.outputs)

    def package(self, name: str) -> tuple[str, bytes]:
        """The report package of a document with the decisions about it beside the report: its name and content.

        Raises:
            as `conversion`.
        """
        with self._lock:
            trail = {TRAIL: ledger.as_csv([self.ledger(name)])}
            ((file, content),) = package.export(self.conversion(name).report, trail).items()
            return file, content

    # ------------------------------------------------------------------------------------------------ deciding

    def preview(self, name: str, data: dict[str, Any]) -> dict[str, Any]:
        """What an act would change, in this document and in others; nothing is written.

        Raises:
            UsageError: it cannot be done.
            RetroxbrlError: the document cannot be converted with it.
        """
        with self._lock:
            act, before, row, asked = self._asked(name, data)
            same = queue.having(self.records, row.kind.value, row.caption) if row and row.caption else []
            told: dict[str, Any] = {
                "others": [other for other in same if other != name],
                "remade": self._remade(name, act),
            }
            if not asked:
                return {**told, "changes": {}, "counts": {}, "file": "", "line": ""}
            with tempfile.TemporaryDirectory(prefix="retroxbrl-") as scratch:
                tried = Path(scratch) / "maps"
                shutil.copytree(self.maps, tried)
                done = [edits.make(tried, edit) for edit in asked]
                after = self._converted(name, tried)
            found = changes(before.report, after.report)
            line = edits.as_written(done[0])
            if more := len(done) - 1:
                line += f" and {counted(more, 'more line')}"
            return {**told, "changes": found, "counts": summary(found), "file": done[0].file, "line": line}

    def take(self, name: str, data: dict[str, Any]) -> dict[str, Any]:
        """Decide: the file of maps, the record of decisions and the output are written, or none of them is.

        Raises:
            as `preview`, and OutputError where something cannot be written.
        """
        with self._lock:
            act, before, row, asked = self._asked(name, data)
            known = self.ledger(name)
            planned = tuple(edits.planned(self.maps, edit) for edit in asked)
            entry = self._entry(act, before, row, planned)
            made: list[edits.Done] = []
            try:
                ledger.save(self.outputs[name].folder, known.with_entry(entry))  # first: who dies here, did nothing
                for edit in asked:
                    made.append(edits.make(self.maps, edit))
                if made:
                    self._remake(name)
            except BaseException:
                for each in reversed(made):
                    edits.take_back(self.maps, each)
                ledger.save(self.outputs[name].folder, known)
                raise
            self._look_up_contested(name)
            self._wait()
            return {"id": len(known.entries) + 1, "waiting": len(self.waiting)}

    def undo(self, name: str) -> dict[str, Any]:
        """Take back the last decision about a document that holds.

        Raises:
            UsageError: there is none, or its line was edited since.
            RetroxbrlError: as `take`.
        """
        with self._lock:
            known = self.ledger(name)
            last = known.last
            if last is None:
                raise UsageError("There is nothing to take back.", "")
            for done in reversed(last.done):
                edits.take_back(self.maps, done)
            try:
                ledger.save(self.outputs[name].folder, known.taken_back(last.id, f"{self.by}, {self._now()}"))
                if last.done:
                    self._remake(name)
            except BaseException:
                for done in last.done:
                    edits.make(self.maps, Edit(done.file, done.keys, done.now))
                ledger.save(self.outputs[name].folder, known)
                raise
            self._look_up_contested(name)
            self._wait()
            return {"id": last.id, "act": last.act, "caption": last.caption, "waiting": len(self.waiting)}

    def work_off(self) -> bool:
        """Make one output again that is no longer what the maps give; False if there is none left."""
        with self._lock:
            if not self.waiting:
                return False
            name = min(self.waiting, key=lambda each: self.records[each].period_end)  # later ones may be read with it
            self.waiting.remove(name)
            try:
                self._remake(name)
                self.failed.pop(name, None)
            except RetroxbrlError as error:
                self.failed[name] = str(error)
            return True

    # ------------------------------------------------------------------------------------------------ files

    def _known(self, name: str) -> tuple[Output, Record]:
        if name not in self.outputs:
            raise UsageError(f"{name!r} is not under review.", "Reload the page.")
        return self.outputs[name], self.records[name]

    def _index(self, name: str) -> Index:
        return load_index(self.records[name].taxonomy)

    def _is_stale(self, name: str) -> bool:
        behind = stale(self.records[name], self.maps) or self._filings.are_others_now(name, self.records)
        return behind and self.outputs[name].source is not None

    def _look_up_contested(self, name: str) -> None:
        """Note which rows the record of decisions has somebody speak against."""
        self.contested[name] = contested(self.ledger(name).entries)

    def _settle(self, name: str) -> None:
        """Note of the last decision that the maps do not have it, where the review ended between the two."""
        known = self.ledger(name)
        last = known.last
        if last is None or not last.done:
            return
        stands = [edits.standing(self.maps, done.file, done.keys) for done in last.done]
        if all(now == done.was != done.now for now, done in zip(stands, last.done, strict=True)):
            told = f"not in the maps, {self._now()}"
            ledger.save(self.outputs[name].folder, known.taken_back(last.id, told))

    def _converted(self, name: str, maps: Path) -> Conversion:
        output, record = self._known(name)
        return self._kept.made(output, record, maps, self._filings.records_for(name, record))

    def _remake(self, name: str) -> None:
        """Write an output anew, whole or not at all."""
        output, record = self._known(name)
        made = as_it_was_checked(self._converted(name, self.maps), record)
        if name not in self._formats:
            self._formats[name] = formats_of(record, made)
        write_folder(output.folder, made.files(self._formats[name]), force=True)
        self.records[name] = record_of(output.folder)
        later = [each for each in self._filings.later(name, self.records) if self._is_stale(each)]
        self.waiting = [*(each for each in self.waiting if each not in (name, *later)), *later]

    def _wait(self) -> None:
        """Note which outputs the files of maps, or earlier filings, have left behind."""
        self.waiting = [name for name in self.outputs if self._is_stale(name)]

    def _asked(self, name: str, data: dict[str, Any]) -> tuple[Act, Conversion, Row | None, tuple[Edit, ...]]:
        """The act that a page asks for, the conversion and row it is about, and the edits that do it."""
        act, before = act_of(data, self.by), self.conversion(name)
        rows = self.rows(name)
        asked = edits_of(act, before, rows, self._index(name), self.contested.get(name, frozenset()))
        row = None if act.name == ACCEPT_STATEMENT else rows.get((act.statement, act.row))
        return act, before, row, asked

    def _remade(self, name: str, act: Act) -> int:
        """How many outputs are made anew for an act: its line is for all documents of a company, or for all, and what
        becomes of one stands in those that are read with it.
        """
        records, cik = self.records, self.records[name].company_cik
        concerned = {name}
        if act.name not in ON_STATEMENTS and act.layer in (COMPANY, ALL):
            concerned |= {each for each in records if act.layer == ALL or records[each].company_cik == cik}
        return len(self._filings.followers(concerned, records))

    def _entry(self, act: Act, before: Conversion, row: Row | None, done: tuple[edits.Done, ...]) -> Entry:
        statement = before.report.statements[act.statement]
        was = {"scale": str(statement.scale), "kind": statement.kind.value}.get(act.name, row.concept if row else "")
        return Entry(
            id=0,
            act=act.name,
            by=self.by,
            when=self._now(),
            why=act.why,
            layer=act.layer,
            statement=statement.kind.value,
            caption=row.caption if row else statement.title,
            place=act.place or (row.place if row else place_of(before.report.document, statement.span)),
            before=was,
            after=act.value or _after(act, was, done),
            done=done,
        )


def _after(act: Act, was: str, done: Sequence[edits.Done]) -> str:
    """What a decision without a value has come to."""
    if act.name == ACCEPT_STATEMENT:
        return counted(len(done), "row")
    return was if act.name in ("accept", "approve") else ""
