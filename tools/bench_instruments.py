"""A million people through the generation of OGRS4 and OSP: many at a time, and one by one, in one run.

    make bench-instruments                                        about two minutes
    .venv/bin/python -m tools.bench_instruments --people 100000   a tenth of the people

Written to docs/benchmarks.md. Stops with an error where the two ways differ in a single figure.
"""

import argparse
import csv
import os
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path

from tools.bench_instruments_sql import in_sql
from tools.invented_assessed import ON, Assessed, people
from tools.pages import ROOT, section
from watchkeeper import today
from watchkeeper.instruments.batch import batch
from watchkeeper.instruments.columns import Reader
from watchkeeper.instruments.facts import Asked, Pack
from watchkeeper.instruments.listing import COLUMNS, Listed, flat, listed
from watchkeeper.instruments.lots import LOT, lots
from watchkeeper.instruments.shelf import load
from watchkeeper.law.wording import day

HEADING = "A million people scored"
SEED, MILLION = 2024, 1_000_000
AIM_SECONDS, AIM_ALONE = 10.0, 1.0
ALONE, LACKING = 3_000, 300
STEMS = (
    *("arp_static_2026", "arp_dynamic_2026", "vrp_static_2026", "vrp_dynamic_2026"),
    *("svrp_static_2026", "svrp_dynamic_2026", "osp_dc_2026", "osp_iic_2026"),
)
LOOP = 10_000_000
PEER, HAIR = "arp_static_2026", 1e-9


def together(
    packs: Mapping[str, Pack], made: Iterable[Assessed]
) -> tuple[dict[str, float], Counter[str], int, float]:
    """Seconds of each pack and of numbering the texts, what came of how many rows, how many people there
    were, and the seconds of processor of it all.
    """
    seconds, came, count, reader = dict.fromkeys(("reading", *packs), 0.0), Counter[str](), 0, Reader()
    processor = 0.0
    for some in made:
        rows = len(some.columns["sex"])
        spent = time.process_time()
        began = time.perf_counter()
        sheet = reader.sheet(some.columns)
        seconds["reading"] += time.perf_counter() - began
        for stem, pack in packs.items():
            began = time.perf_counter()
            ready = batch(pack)
            assert ready is not None
            worked = ready.of(sheet, on=ON, count=rows)
            seconds[stem] += time.perf_counter() - began
            scored = int(worked.scored.sum())
            alone = int(worked.alone.sum())
            came["scored together"] += scored
            came["left to the rule for one"] += alone
            came["not for the person"] += rows - scored - alone
        processor += time.process_time() - spent
        count += rows
    return seconds, came, count, processor


def one_by_one(
    packs: Mapping[str, Pack], some: Assessed, many: int
) -> tuple[dict[str, float], dict[str, list[Listed]]]:
    """Seconds for each person, and the rows, of a loop over the first of some people."""
    names = list(some.columns)
    rows = [
        dict(zip(names, cells, strict=True))
        for cells in islice(zip(*some.columns.values(), strict=True), many)
    ]
    seconds, found = {}, {}
    for stem, pack in packs.items():
        began = time.perf_counter()
        found[stem] = list(listed(pack, rows, on=ON))
        seconds[stem] = (time.perf_counter() - began) / len(rows)
    return seconds, found


def agree(packs: Mapping[str, Pack], some: Assessed, alone: Mapping[str, list[Listed]]) -> int:
    """How many rows came out alike both ways. Ends the program at the first that did not."""
    names = list(some.columns)
    count = 0
    for stem, pack in packs.items():
        rows = list(islice(zip(*some.columns.values(), strict=True), len(alone[stem])))
        many = [cells for lot in lots(pack, names, rows, on=ON) for cells in lot.rows]
        for one, cells in zip(alone[stem], many, strict=True):
            if [flat(one).get(name, "") for name in COLUMNS] != list(cells):
                raise SystemExit(f"{stem}, line {one.line}: the two ways differ")
            count += 1
    return count


def from_file(pack: Pack, some: Sequence[Assessed]) -> tuple[float, int, int]:
    """Seconds from a file to a file of results, its rows and its bytes: what the command does."""
    asked = [item.ref for item in pack.items if item.ref in some[0].columns]
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder) / "in.csv", Path(folder) / "out.csv"
        with path.open("w", newline="") as handle:
            table = csv.writer(handle)
            table.writerow(["ref", *asked])
            number = 0
            for each in some:
                for cells in zip(*(each.columns[ref] for ref in asked), strict=True):
                    table.writerow([f"P{number}", *cells])
                    number += 1
        began = time.perf_counter()
        with path.open(newline="") as source, out.open("w", newline="") as target:
            lines = csv.reader(source, strict=True)
            columns = next(lines)
            result = csv.writer(target, lineterminator="\n")
            result.writerow(COLUMNS)
            for lot in lots(pack, columns, lines, on=ON):
                result.writerows(lot.rows)
        return time.perf_counter() - began, number, path.stat().st_size


def lacking(pack: Pack, some: Assessed, many: int) -> float:
    """Seconds for each of some people of whom one answer is not known, tried every way it could be."""
    names = [each for each in some.columns if each in {item.ref for item in pack.items}]
    rows = [
        dict(zip(names, cells, strict=True))
        for cells in islice(zip(*(some.columns[name] for name in names), strict=True), many)
    ]
    asked = [item.ref for item in pack.items if item.ref in names and item.asked is not Asked.DAY]
    for number, row in enumerate(rows):
        row[asked[number % len(asked)]] = ""
    began = time.perf_counter()
    for _ in listed(pack, rows, on=ON):
        pass
    return (time.perf_counter() - began) / len(rows)


def peer(packs: Mapping[str, Pack], some: Sequence[Assessed]) -> tuple[float, float, int, int]:
    """Seconds of one scale in SQL and of ours, how many percentages differ, and of how many people."""
    pack = packs[PEER]
    ready, reader = batch(pack), Reader()
    assert ready is not None
    theirs, ours, differ, count = 0.0, 0.0, 0, 0
    for each in some:
        rows = len(each.columns["sex"])
        seconds, percents = in_sql(pack, each.columns)
        theirs += seconds
        began = time.perf_counter()
        asked = {ref: each.columns[ref] for ref in ready.answered if ref in each.columns}
        worked = ready.of(reader.sheet(asked), on=ON, count=rows)
        ours += time.perf_counter() - began
        assert worked.totals.percent is not None
        scaled = (worked.totals.percent / 10**pack.places).tolist()
        sure = worked.scored.tolist()
        differ += sum(
            fit and abs(one - two) > HAIR for fit, one, two in zip(sure, scaled, percents, strict=True)
        )
        count += rows
    return theirs, ours, differ, count


def empty_loop() -> float:
    """Seconds of ten million turns of nothing: how fast the machine was just now."""
    began = time.perf_counter()
    for _ in range(LOOP):
        pass
    return time.perf_counter() - began


def main() -> None:
    """Measure, print, and write the figures to docs/benchmarks.md."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--people", type=int, default=MILLION)
    asked.add_argument("--dry", action="store_true", help="print, and leave docs/benchmarks.md alone")
    wish = asked.parse_args()
    packs = {stem: load()[stem] for stem in STEMS}
    (first,) = people(list(packs.values()), ALONE, seed=SEED, lot=ALONE)
    before = empty_loop()
    alone, rows = one_by_one(packs, first, ALONE)
    seconds, came, count, processor = together(
        packs, people(list(packs.values()), wish.people, seed=SEED, lot=LOT)
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    some = list(people([packs["arp_dynamic_2026"]], min(wish.people, 200_000), seed=SEED, lot=LOT))
    file_seconds, file_rows, file_bytes = from_file(packs["arp_dynamic_2026"], some)
    alike = agree(packs, first, rows)
    wide = list(people([packs[PEER]], min(wish.people, 200_000), seed=SEED, lot=200_000))
    theirs, ours, differ, compared = peer(packs, wide)
    gap = lacking(packs["arp_dynamic_2026"], first, LACKING)
    after = empty_loop()
    whole, loop, rate = sum(seconds.values()), sum(alone.values()) * count, MILLION / count
    quick, slow = whole * rate <= AIM_SECONDS, max(alone.values()) * 1000
    lines = [
        f"Printed by `make bench-instruments` (`tools/bench_instruments.py`) on {day(today.today())}: "
        f"{count:,} invented people, {len(packs)} instruments, one process of {os.cpu_count()} cores; load "
        f"{os.getloadavg()[0]:.1f} at the end. Ten million turns of an empty loop took {before:.2f} s before "
        f"and {after:.2f} s after. One by one was measured on {ALONE:,} of the same people in the same run, "
        f"and is told for {count:,}. {alike:,} results were compared: every figure is the same both ways.",
        "",
        "| instrument | together, s | one by one, s | ratio | one by one, ms a person |",
        "|---|---|---|---|---|",
        f"| texts numbered, once for all | {seconds['reading']:.2f} | | | |",
        *(
            f"| {stem} | {seconds[stem]:.2f} | {each * count:,.0f} | {each * count / seconds[stem]:,.0f} "
            f"| {each * 1000:.2f} |"
            for stem, each in alone.items()
        ),
        f"| **all** | **{whole:.2f}** | {loop:,.0f} | **{loop / whole:,.0f}** | |",
        f"| all, seconds of processor | {processor:.2f} | | | |",
        "",
        f"The aims: a million through all of them under {AIM_SECONDS:.0f} s, **{_met(quick)}**; one person "
        f"under {AIM_ALONE:.0f} ms for each instrument, **{_met(slow <= AIM_ALONE)}**. Most memory of the "
        f"process: {peak:,} MB, in lots of {LOT:,} rows.",
        "",
        "Of the results, " + ", ".join(f"{many:,} {what}" for what, many in came.items()) + ". "
        f"From a file of {file_bytes / 1e6:,.0f} MB to a file of results, ARP dynamic, {file_rows:,} rows: "
        f"{file_seconds:.1f} s, {file_rows / file_seconds:,.0f} rows a second. "
        f"One scale ({PEER}) written in SQL, in binary numbers and with no bound, check or answer not known: "
        f"DuckDB {theirs:.2f} s on both cores, ours {ours:.2f} s, for {compared:,} people; {differ:,} of its "
        f"percentages differ in the last place. "
        f"A row that lacks one answer is tried every way it could be, one by one: {gap * 1000:.1f} ms each.",
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    if not wish.dry:
        section(ROOT / "docs" / "benchmarks.md", HEADING, "\n" + "\n".join(lines))


def _met(held: bool) -> str:
    return "met" if held else "missed"


if __name__ == "__main__":
    main()
