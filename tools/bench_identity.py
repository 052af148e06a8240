"""Who is who at the size of a city: our linking beside a plain Splink model, and a record that arrives.

    make bench-identity                                       a million records, some minutes
    .venv/bin/python -m tools.bench_identity --records 100000

Seconds are seconds of processor on two cores. Written to docs/identity.md.
"""

import argparse
import time
from dataclasses import dataclass, replace

import pyarrow as pa

from tools.bench_identity_peers import peers
from tools.dirty_people import Dirty, dirty
from tools.identity_ours import AT, Run, arrivals, cpu, memory_gb, prepare, run
from tools.pages import ROOT, section
from watchkeeper.people.identity.engines import Embedded

SEED = 31
ARRIVING = 500
STRANGERS = 100_000
HEADINGS = (
    "| | seconds of processor | seconds by the clock | pairs weighed | precision | recall |",
    "|---|---|---|---|---|---|",
)
AIMED = 0.9995
"""Precision that a joining by machine must reach."""
HEAVIER = range(0, 61, 4)
"""Bits from which the plain model is tried, until it is as precise as that."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain model's run: seconds, seconds by the clock, pairs; and how good, by where it joins from.

    `usual` is precision and recall at a probability of 0.99. `precise` is bits, precision and recall of the
    first of `HEAVIER` at which it is as precise as is aimed at, chosen with the truth at hand; or None.
    """

    seconds: float
    clock: float
    pairs: int
    usual: tuple[float, float]
    precise: tuple[int, float, float] | None


def plain(found: Dirty) -> Plain:
    """A plain Splink model trained by itself: Jaro-Winkler names, dates, postcode, telephone, identifier.

    Five blocking rules.
    """
    import splink.comparison_library as cl
    from splink import Linker, SettingsCreator, block_on

    records = prepare(found)
    began, clock = cpu(), time.perf_counter()
    engine = Embedded(2)
    wanted = ("given", "family", "born", "postcode", "phones", "ids")
    columns = {name: records.table[name] for name in wanted}
    engine.put("plain", pa.table({"unique_id": pa.array(range(len(records)), pa.int32()), **columns}))
    linker = Linker(
        engine.api.register("plain"),
        SettingsCreator(
            link_type="dedupe_only",
            comparisons=[
                cl.JaroWinklerAtThresholds("given", [0.92, 0.8]).configure(term_frequency_adjustments=True),
                cl.JaroWinklerAtThresholds("family", [0.92, 0.8]).configure(term_frequency_adjustments=True),
                cl.DamerauLevenshteinAtThresholds("born", [1, 2]),
                cl.ExactMatch("postcode"),
                cl.ExactMatch("phones"),
                cl.ExactMatch("ids"),
            ],
            blocking_rules_to_generate_predictions=[
                block_on("ids"),
                block_on("phones"),
                block_on("born", "family"),
                block_on("born", "given"),
                block_on("postcode", "family"),
            ],
            probability_two_random_records_match=1 / len(records),
        ),
        log_level=None,
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=SEED)
    for rule in (block_on("born", "family"), block_on("postcode", "given")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    predicted = linker.inference.predict(threshold_match_probability=0.5, warning_mode="never")

    def heads(**threshold: float) -> pa.Table:
        made = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, **threshold)
        return engine.take(f"SELECT unique_id, cluster_id FROM {made.physical_name} ORDER BY unique_id")

    usual = heads(threshold_match_probability=0.99)
    pairs = engine.take(f"SELECT count(*) AS n FROM {predicted.physical_name}")["n"][0].as_py()
    taken, by_clock = cpu() - began, time.perf_counter() - clock
    precise = None
    for bits in HEAVIER:
        right, all_of = _held(engine, heads(threshold_match_weight=bits), found)
        if right >= AIMED:
            precise = (bits, right, all_of)
            break
    return Plain(taken, by_clock, pairs, _held(engine, usual, found), precise)


def _held(engine: Embedded, heads: pa.Table, found: Dirty) -> tuple[float, float]:
    """Precision and recall of clusters, held against the truth."""
    engine.put("said", pa.table({"c": heads["cluster_id"], "t": pa.array(found.truth)}))
    count = (
        "SELECT coalesce(sum(n * (n - 1) / 2), 0) AS p FROM (SELECT count(*) AS n FROM said GROUP BY {}) g"
    )
    joined, true, right = (float(engine.take(count.format(by))["p"][0].as_py()) for by in ("c", "t", "c, t"))
    return right / joined if joined else 1.0, right / true


def row(name: str, seconds: float, clock: float, pairs: int, precision: float, recall: float) -> str:
    return f"| {name} | {seconds:.0f} | {clock:.0f} | {pairs:,} | {precision:.5f} | {recall:.4f} |"


def plain_rows(beside: Plain) -> list[str]:
    """The plain model as it is used, and from where it joins as precisely as is aimed at."""
    usual = row("a plain Splink model, from 0.99", beside.seconds, beside.clock, beside.pairs, *beside.usual)
    if beside.precise is None:
        return [usual, f"| the same, from {max(HEAVIER)} bits: still below {AIMED} | | | | | |"]
    bits, precision, recall = beside.precise
    return [usual, f"| the same, from {bits} bits | | | | {precision:.5f} | {recall:.4f} |"]


def of_strangers(how_many: int) -> list[str]:
    """The same dirt on people who are nobody's kin, as policy joins and from fewer bits."""
    found = dirty(how_many, seed=SEED, kin=False)
    lines = [
        f"The same dirt on {len(found.rows):,} records of strangers, who share names, homes and birthdays by "
        "chance alone, seed 31:",
        "",
        *HEADINGS,
    ]
    for join in (AT.join, AT.ask):
        ours = run(found, at=replace(AT, join=join))
        m = ours.measured
        name = f"Watchkeeper, from {join:g} bits"
        lines.append(row(name, ours.seconds, ours.clock, ours.pairs, m.precision, m.recall))
    return [*lines, *plain_rows(plain(found))]


def ours_in_words(found: Run) -> str:
    m = found.measured
    return (
        f"Of {m.true:,} true pairs {m.right:,} are joined by machine. "
        f"{m.lost_to_blocking:.2%} shared no block; "
        f"{m.asked_true / m.true:.2%} are among the {m.asked:,} questions put to a human, with whose answers "
        f"recall is {m.with_answers:.4f}. The rest weigh too little to be asked about."
    )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--records", type=int, default=1_000_000)
    asked.add_argument("--no-peers", action="store_true")
    asked.add_argument("--no-write", action="store_true")
    given = asked.parse_args()
    found = dirty(given.records, seed=SEED)
    ours = run(found)
    memory = memory_gb()
    m, beside = ours.measured, plain(found)
    lines = [
        f"{ours.records:,} invented records, seed {SEED}, which the model was not trained on.",
        "",
        *HEADINGS,
        row("Watchkeeper", ours.seconds, ours.clock, ours.pairs, m.precision, m.recall),
        *plain_rows(beside),
        "",
        f"{ours_in_words(ours)} Most memory held: {memory:.1f} GB.",
        "",
        "What became of the records of one person, by what befell them:",
        "",
        *ours.losses,
        "",
    ]
    lines += [*of_strangers(min(given.records, STRANGERS)), ""]
    print("\n".join(lines), flush=True)
    held, median, most, somebody = arrivals(found, ARRIVING)
    lines += [
        f"A record that arrives among {ours.records - ARRIVING:,}: {median:.1f} ms of processor in the "
        f"middle of {ARRIVING}, {most:.1f} ms at most; {somebody} of them found somebody. Taking the others "
        f"in, once, took {held:.0f} s.",
    ]
    print(lines[-1], flush=True)
    if not given.no_peers:
        lines += ["", *peers()]
    if not given.no_write:
        section(ROOT / "docs" / "identity.md", "measured", "\n".join(lines))


if __name__ == "__main__":
    main()
