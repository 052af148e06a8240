"""Does the register still hold what the trail says was stored? Each row against the seal of its act."""

import hashlib
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db import OperationalError, connection, models

from watchkeeper.audit import append_only, facts
from watchkeeper.audit.actions import entries
from watchkeeper.audit.rules import Verdict, verify
from watchkeeper.audit.seals import NAME, Seal, Tally, read
from watchkeeper.audit.stored import frozen_models, guarded_tables, read_plain, sealed_models

Progress = Callable[[str, int, int], None]
"""Told a table, the rows of it read, and the rows there should be."""

_Sealed = dict[str, dict[int, Seal]]
PAPERS = {"briefing.FrozenBrief": "brief", "planning.NightPlan": "plan"}
"""What each paper that is kept whole is called in a fault."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What was found: the chain's own verdict, every other fault in words, and the rows held to seals.

    `rows` is None where only the chain was asked about.
    """

    chain: Verdict
    faults: tuple[str, ...]
    rows: int | None

    @property
    def holds(self) -> bool:
        """True when nothing at all was found amiss."""
        return self.chain.holds and not self.faults


def examine(*, head: str = "", quick: bool = False, progress: Progress = lambda *_: None) -> Holding:
    """Verify the chain, the guards of the tables, and every stored row against the seal of its act.

    All is read at one instant, however long it takes and whatever is stored meanwhile. Rows
    are read a few at a time; what is kept in memory grows with the acts of one table, not
    with its rows. `quick` leaves the rows unread.
    """
    with _one_instant():
        sealed: _Sealed = defaultdict(dict)
        faults: list[str] = []
        trail = _read_seals(sealed, faults)
        chain = verify(trail, head=head)
        for _ in trail:  # past a break the seals still tell what else has gone
            pass
        there = set(connection.introspection.table_names())
        faults += (f"the table {name} is gone" for name in guarded_tables() if name not in there)
        faults += _unguarded(there)
        models_there = [model for model in sealed_models() if model._meta.db_table in there]
        if not chain.entries and chain.holds and any(m._default_manager.exists() for m in models_there):
            faults.append("the trail is empty, and facts or briefs are stored")
        if quick:
            return Holding(chain, tuple(faults), None)
        rows = 0
        for model in models_there:
            rows += _hold(model, sealed[model._meta.label], faults, progress)
        for model in frozen_models():
            if model in models_there:
                faults += _changed_papers(model)
    return Holding(chain, tuple(faults), rows)


def _read_seals(sealed: _Sealed, faults: list[str]) -> Iterator[facts.Entry]:
    """The trail as it is, its seals put by act and table as they pass."""
    for entry in entries():
        if entry.kind is facts.Kind.DONE:
            act = entry.number
            for name, value in entry.facts:
                if name == "attempt":
                    act = int(value)
                elif name == NAME:
                    table, seal = read(value)
                    if act in sealed[table]:
                        faults.append(
                            f"act {act} is sealed twice on the trail, again at entry {entry.number}"
                        )
                    sealed[table][act] = seal
        yield entry


def _hold(model: type[models.Model], seals: dict[int, Seal], faults: list[str], progress: Progress) -> int:
    """Hold the rows of one table to the seals of their acts; say how many rows there are."""
    label = model._meta.label
    expected = sum(seal.rows for seal in seals.values())
    tallies: defaultdict[int, Tally] = defaultdict(Tally)
    unsealed: Counter[Any] = Counter()
    done = 0
    try:
        for some in read_plain(model):
            for act, rows in groupby(some, key=itemgetter(-1)):
                seal = seals.get(act)
                if seal is None:
                    unsealed[act] += sum(1 for _ in rows)
                else:
                    tallies[act].add([row[: min(seal.columns, len(row) - 1)] for row in rows])
            done += len(some)
            progress(label, done, expected)
    except OperationalError as error:
        if "decode" not in str(error):
            raise
        faults.append(f"{label}: a row after the first {done:,} holds what is no text")
        return done
    for act, seal in sorted(seals.items()):
        tally = tallies[act]
        if tally.rows != seal.rows:
            faults.append(
                f"{label}, act {act}: {seal.rows:,} rows were stored and {tally.rows:,} are there now"
            )
        elif tally.seal() != seal:
            faults.append(
                f"{label}, act {act}: {seal.rows:,} rows were stored and as many are there now, "
                "but they do not say the same or stand in another order"
            )
    for act, count in sorted(unsealed.items(), key=str):
        faults.append(f"{label}, act {act}: {count:,} rows are there, and no finished act stored them")
    return done


def _changed_papers(model: type[models.Model]) -> Iterator[str]:
    papers = model._default_manager.order_by("id").values_list("id", "act", "digest", "content")
    for number, act, digest, content in papers.iterator(chunk_size=1):
        try:
            found = hashlib.sha256(zlib.decompress(content)).hexdigest()
        except (zlib.error, TypeError):
            found = ""
        if found != digest:
            what = PAPERS[model._meta.label]
            yield f"frozen {what} {number}, act {act}: its content does not give its digest"


def _unguarded(there: set[str]) -> Iterator[str]:
    for table in guarded_tables():
        if table in there and not append_only.is_laid(connection, table):
            yield f"the table {table} is not guarded: the database would let rows be changed or removed"


@contextmanager
def _one_instant() -> Iterator[None]:
    """Read everything as of one instant, without holding up whoever stores meanwhile."""
    if connection.in_atomic_block:
        yield
        return
    postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" if postgresql else "BEGIN")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
