"""Links over an invented year of London: the whole, one arrival, and all pairs compared in SQL.

    make bench-links                                    about two minutes of one core
    .venv/bin/python -m tools.bench_links --share 0.1   a tenth of it

Seconds are CPU seconds of one process, threads of DuckDB included. The answers of both ways are compared.
Written to docs/links.md.
"""

import argparse
import resource
import statistics
import time
from collections.abc import Callable
from datetime import date

import duckdb
import pyarrow as pa

from tools.invented_links import Year, year
from tools.pages import ROOT, section
from watchkeeper import today
from watchkeeper.law import shelf
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day
from watchkeeper.missing.linking.facts import Candidate, Facts, LinkKind
from watchkeeper.missing.linking.finding import brought_up, found
from watchkeeper.missing.linking.ground import Ground, laid

HEADING = "Figures"
SEED, ARRIVALS = 2024, 200
AIM_WHOLE, AIM_ARRIVAL = 10.0, 0.2
MINUTE = 60_000_000  # microseconds
DISTANCES = (0.0, 50.0, 100.0, 150.0, 200.0, 250.0)  # metres

TOGETHER = """
    SELECT DISTINCT a.child, b.child FROM gone a, gone b
    WHERE a.child < b.child AND (
        (a.origin <> '' AND a.origin = b.origin AND abs(epoch_us(a.at) - epoch_us(b.at)) <= $reach)
        OR (a.found <> '' AND a.found = b.found AND a.found <> a.origin AND b.found <> b.origin
            AND abs(epoch_us(a.until) - epoch_us(b.until)) <= $reach))
"""
PLACES = """
    SELECT DISTINCT a.found FROM gone a, gone b
    WHERE a.child < b.child AND a.found = b.found AND a.found <> ''
        AND a.found <> a.origin AND b.found <> b.origin
"""
ADDRESSES = """
    SELECT DISTINCT w.person, g.child FROM gone g, watched w
    WHERE (g.found <> g.origin OR g.origin = '') AND ((w.place = g.found AND g.found <> '')
        OR sqrt((w.east - g.east) ** 2 + (w.north - g.north) ** 2) <= $metres)
"""


def spent(work: Callable[[], object]) -> tuple[float, object]:
    """CPU seconds of this process and what `work` returned."""
    before = resource.getrusage(resource.RUSAGE_SELF)
    made = work()
    after = resource.getrusage(resource.RUSAGE_SELF)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, made


def all_pairs(facts: Facts, law: Shelf, on: date) -> dict[str, set[tuple[str, ...]]]:
    """The three rules that compare two things, by comparing every two of them: no index, no order."""
    store = duckdb.connect()
    gone = pa.table(
        {
            "child": [each.child for each in facts.gone],
            "at": [each.at for each in facts.gone],
            "until": [each.until for each in facts.gone],
            "origin": [each.origin for each in facts.gone],
            "found": [each.found for each in facts.gone],
            "east": [each.found_spot and each.found_spot.easting_metres for each in facts.gone],
            "north": [each.found_spot and each.found_spot.northing_metres for each in facts.gone],
        }
    )
    watched = pa.table(
        {
            "person": [each.person for each in facts.watched],
            "place": [each.place for each in facts.watched],
            "east": [each.spot and each.spot.easting_metres for each in facts.watched],
            "north": [each.spot and each.spot.northing_metres for each in facts.watched],
        }
    )
    store.register("gone_rows", gone)
    store.register("watched_rows", watched)
    store.execute("CREATE TABLE gone AS FROM gone_rows; CREATE TABLE watched AS FROM watched_rows")
    minutes, metres = law["link_together_minutes"].whole(on), law["missing_near_metres"].number(on)
    return {
        "together": set(store.execute(TOGETHER, {"reach": minutes * MINUTE}).fetchall()),
        "place": set(store.execute(PLACES).fetchall()),
        "address": set(store.execute(ADDRESSES, {"metres": metres}).fetchall()),
    }


def ours(ground: Ground) -> dict[str, set[tuple[str, ...]]]:
    """The same three answers from the ground."""
    shared = {place for place, rows in ground.by_place.items() if len({row.child for row in rows}) > 1}
    return {
        "together": set(ground.by_pair),
        "place": {(place,) for place in shared},
        "address": set(ground.by_address),
    }


def arrivals(made: Year, law: Shelf, on: date) -> tuple[list[float], bool]:
    """CPU seconds of each of the last episodes, one by one, and whether they agree with the whole."""
    facts = made.facts
    early, late = facts.gone[:-ARRIVALS], facts.gone[-ARRIVALS:]
    coming = {each.episode for each in late}
    before = tuple(each for each in facts.sightings if each.episode not in coming)
    ground = laid(Facts(early, before, (), facts.watched), law, on=on)
    known: dict[str, Candidate] = {each.key: each for each in found(ground, law, on=on)}
    taken = []
    for each in late:
        mine = Facts((each,), tuple(seen for seen in facts.sightings if seen.episode == each.episode))
        began = time.process_time()
        known = brought_up(known, ground.add(mine), ground, law, on=on)
        taken.append(time.process_time() - began)
    whole = found(laid(facts, law, on=on), law, on=on)
    return taken, known == {each.key: each for each in whole}


def finds_a_day(ground: Ground, made: Year) -> list[tuple[float, float]]:
    """Of some distances, how many finds a day lie within them of an address of somebody on the register."""
    nearest: dict[str, float] = {}
    for rows in ground.by_address.values():
        for near in rows:
            if near.watched.registered:
                episode, metres = near.gone.episode, near.metres or 0.0
                nearest[episode] = min(metres, nearest.get(episode, metres))
    days = (made.until - min(each.at for each in made.facts.gone)).days
    return [(metres, sum(each <= metres for each in nearest.values()) / days) for metres in DISTANCES]


def main() -> None:
    """Measure, print, and write the figures to docs/links.md."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--share", type=float, default=1.0, help="how large a part of London")
    asked.add_argument("--dry", action="store_true", help="print, and leave docs/links.md alone")
    wish = asked.parse_args()
    law = shelf.load()
    made = year(seed=SEED, share=wish.share)
    on = made.until.date()
    facts = made.facts
    laying, ground = spent(lambda: laid(facts, law, on=on))
    assert isinstance(ground, Ground)
    finding, candidates = spent(lambda: found(ground, law, on=on))
    assert isinstance(candidates, tuple)
    sql, theirs = spent(lambda: all_pairs(facts, law, on))
    mine = ours(ground)
    assert mine == theirs, {name: len(mine[name] ^ theirs[name]) for name in mine}  # type: ignore[index]
    taken, agrees = arrivals(made, law, on)
    whole = laying + finding
    by_kind = {kind: sum(each.kind is kind for each in candidates) for kind in LinkKind}
    lines = [
        f"`make bench-links`, {day(today.today())}; an invented year: {len(facts.gone):,} episodes of "
        f"{len({each.child for each in facts.gone}):,} children, {len(facts.sightings):,} sightings, "
        f"{len(facts.watched):,} watched addresses. CPU seconds of one process.",
        "",
        "| what | CPU seconds | aim |",
        "|---|---|---|",
        f"| the whole year: laid out by group | {laying:.2f} | |",
        f"| and every candidate found | {finding:.2f} | {AIM_WHOLE:.0f} together |",
        f"| one arrival, middle of {len(taken)} | {statistics.median(taken):.4f} | {AIM_ARRIVAL} |",
        f"| one arrival, slowest | {max(taken):.4f} | {AIM_ARRIVAL} |",
        f"| all pairs in SQL (DuckDB), three of the eight rules | {sql:.2f} | |",
        "",
        f"All pairs take {sql / whole:.1f} times as long for three of the rules as the whole takes for all "
        f"eight, and {sql / statistics.median(taken):,.0f} times as long as one arrival. The three give the "
        "same pairs, places and addresses both ways. "
        f"After {len(taken)} arrivals one by one the candidates are "
        f"{'those' if agrees else 'NOT those'} of the whole worked out again.",
        "",
        f"Candidates offered on the last day: {len(candidates):,}, of them red "
        f"{sum(each.red for each in candidates):,}. "
        + "; ".join(f"{kind} {count:,}" for kind, count in by_kind.items())
        + ".",
        "",
        "Children found within so many metres of an address of somebody on the register, of all who did not "
        f"come back to where they went from: `missing_ring_metres` is {law['missing_ring_metres'].whole(on)} "
        f"and rings, `missing_near_metres` is {law['missing_near_metres'].whole(on)} and is a link.",
        "",
        "| metres | finds a day |",
        "|---|---|",
        *(f"| {metres:.0f} | {many:.1f} |" for metres, many in finds_a_day(ground, made)),
    ]
    print("\n".join(lines))
    if not wish.dry:
        section(ROOT / "docs" / "links.md", HEADING, "\n".join(lines))
    if not agrees or (wish.share == 1.0 and (whole > AIM_WHOLE or max(taken) > AIM_ARRIVAL)):
        raise SystemExit("the aims are not met")


if __name__ == "__main__":
    main()
