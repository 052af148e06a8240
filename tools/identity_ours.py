"""One run of the linking on a set with its truth: seconds of processor, what was measured, and an arrival."""

import resource
import statistics
import time
from dataclasses import dataclass
from datetime import date

from tools.dirty_people import Dirty
from tools.identity_losses import losses
from tools.identity_measured import Measured, measured
from watchkeeper.law.shelf import load
from watchkeeper.people.identity import shipped
from watchkeeper.people.identity.columns import Columns, prepared_columns
from watchkeeper.people.identity.engines import Embedded
from watchkeeper.people.identity.lists import placeholders
from watchkeeper.people.identity.matching import matched
from watchkeeper.people.identity.standing import Standing
from watchkeeper.people.rules.deciding import Thresholds, thresholds
from watchkeeper.people.rules.preparing import Preparer
from watchkeeper.people.rules.weighing import Model

ON = date(2026, 11, 29)
LAW = load()
AT = thresholds(LAW, on=ON)


def model() -> Model:
    """The model that policy names."""
    return shipped.model(str(LAW["identity_model"].on(ON)))


def prepare(found: Dirty) -> Columns:
    return prepared_columns(found.rows, Preparer(placeholders(LAW, on=ON)))


def cpu() -> float:
    """Seconds of processor this process has used, all its threads together."""
    return time.process_time()


def memory_gb() -> float:
    """The most memory this process has held, in gigabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds of processor and by the clock, pairs compared, and how good it was."""

    records: int
    seconds: float
    clock: float
    pairs: int
    measured: Measured
    losses: tuple[str, ...] = ()


def run(found: Dirty, *, lists: list[int] | None = None, threads: int = 2, at: Thresholds = AT) -> Run:
    """Prepare, compare, weigh and join, from rows in memory to who is one person."""
    across = lists is not None
    of = lists if lists is not None else [1] * len(found.rows)
    began, clock = cpu(), time.perf_counter()
    engine = Embedded(threads)
    records = prepare(found)
    result = matched(records, of, engine=engine, model=model(), at=at, across=across, told=lambda *_: None)
    seconds, taken = cpu() - began, time.perf_counter() - clock
    return Run(
        len(records),
        seconds,
        taken,
        result.candidates,
        measured(result, found.truth, engine, lists=lists),
        tuple(losses(result, found, engine)) if found.slips else (),
    )


def arrivals(found: Dirty, arriving: int) -> tuple[float, float, float, int]:
    """Hold all but the last `arriving` records; weigh each of those as it comes.

    Seconds of processor to take the rest in once; then median and most milliseconds an arrival took, and
    how many found somebody.
    """
    records = list(prepare(found))
    keys = [row[0] for row in found.rows]
    began = cpu()
    standing = Standing(list(zip(keys, records, strict=True))[: len(records) - arriving], model(), AT)
    held = cpu() - began
    taken, somebody = [], 0
    for key, record in list(zip(keys, records, strict=True))[-arriving:]:
        began = cpu()
        likely = standing.likely(key, record)
        standing.add(key, record)
        taken.append((cpu() - began) * 1000)
        somebody += bool(likely)
    return held, statistics.median(taken), max(taken), somebody
