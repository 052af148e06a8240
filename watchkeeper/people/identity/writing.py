"""What came of matching, as two CSV files: each pair with its waterfall, and who is one person."""

import csv
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import IO

from watchkeeper.people.identity.linking import column
from watchkeeper.people.identity.matching import Matched
from watchkeeper.people.rules.deciding import Answer
from watchkeeper.people.rules.weighing import BEFORE, Model, prior_bits

PAIRS = (
    *("one_list", "one_ref", "other_list", "other_ref", "decision", "bits", "why", "waterfall"),
    *("one_person", "other_person", "model"),
)
PEOPLE = ("list", "ref", "person", "records")
THROUGH_OTHERS = "joined through other records of the same person"
STOPPED = "a join through other records would cross what keeps two of them apart"


def beside(out: Path) -> Path:
    """The second file: who is one person."""
    return out.with_name(f"{out.stem}-people{out.suffix or '.csv'}")


def write(found: Matched, keys: Sequence[tuple[int, str]], model: Model, out: Path) -> None:
    """Write both files whole or neither. `keys` are list and ref of each record."""
    with ExitStack() as stack:
        made: list[tuple[Path, Path]] = []
        for path, rows in ((out, _pairs(found, keys, model)), (beside(out), _people(found, keys))):
            handle = _opened(path, stack)
            writer = csv.writer(handle, lineterminator="\n")
            writer.writerows(rows)
            handle.flush()
            os.fsync(handle.fileno())
            made.append((Path(handle.name), path))
        for temporary, path in made:
            temporary.replace(path)


def _opened(path: Path, stack: ExitStack) -> "IO[str]":
    handle = tempfile.NamedTemporaryFile(  # noqa: SIM115  the stack closes it
        "w", encoding="utf-8", newline="", dir=path.parent, prefix=f".{path.name}.", delete=False
    )

    def gone() -> None:
        with suppress(FileNotFoundError):
            Path(handle.name).unlink()

    stack.callback(gone)
    stack.callback(handle.close)
    return handle


def _name(key: tuple[int, str]) -> str:
    return f"{key[0]} {key[1]}"


def _people(found: Matched, keys: Sequence[tuple[int, str]]) -> Iterator[tuple[object, ...]]:
    yield PEOPLE
    person = found.person.tolist()
    counts: dict[int, int] = {}
    for head in person:
        counts[head] = counts.get(head, 0) + 1
    for (of, ref), head in zip(keys, person, strict=True):
        yield of, ref, _name(keys[head]), counts[head]


def _pairs(found: Matched, keys: Sequence[tuple[int, str]], model: Model) -> Iterator[tuple[object, ...]]:
    yield PAIRS
    table, person = found.pairs, found.person.tolist()
    start = f"{BEFORE} {prior_bits(model, len(keys)):+.2f}"
    says = [[level.says for level in comparison.levels] for comparison in model.comparisons]
    names = [comparison.name for comparison in model.comparisons]
    levels = [table[f"level_{column(name)}"].to_pylist() for name in names]
    steps = [table[f"step_{column(name)}"].to_pylist() for name in names]
    rows = zip(
        table["one"].to_pylist(),
        table["other"].to_pylist(),
        table["bits"].to_pylist(),
        found.judged,
        found.joined.tolist(),
        zip(*levels, strict=True),
        zip(*steps, strict=True),
        strict=True,
    )
    for one, other, bits, judged, joined, at, weights in rows:
        answer, why = judged.answer, "; ".join(_said(reason.says, reason.met) for reason in judged.reasons)
        if joined and answer is not Answer.JOIN:
            answer, why = Answer.JOIN, THROUGH_OTHERS
        elif answer is Answer.JOIN and not joined:
            answer, why = Answer.ASK, STOPPED
        waterfall = [start]
        for name, comparison, place, weight in zip(names, says, at, weights, strict=True):
            waterfall.append(f"{name}: {comparison[place]} {weight:+.2f}")
        yield (
            *keys[one],
            *keys[other],
            str(answer),
            f"{bits:.2f}",
            why,
            "; ".join(waterfall),
            _name(keys[person[one]]),
            _name(keys[person[other]]),
            model.name,
        )


def _said(says: str, met: bool) -> str:
    return says if met else f"not: {says}"
