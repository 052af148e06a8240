"""What `tools.bench_engine` measured, as a section of docs/benchmarks.md."""

from typing import Any

HEADING = "The population engine"
COLUMNS = (
    "seconds",
    "of processor",
    "seconds to read and stand",
    "slowest",
    "measures",
    "days",
    "peak GB",
    "load before",
)
SAYS = {
    "london": "7,100 people, one day, every measure",
    "london, ten years": "7,100 people, 121 days (ten years of month-ends)",
    "71,000": "71,000 people, one day, every measure",
    "71,000, two years": "71,000 people, 25 days",
    "million, 20 million facts": "1 million people and a year of facts (22 million), one day, every measure",
    "million": "1 million people with all their facts, one day, every measure",
    "ten million": "10 million people and a year of facts (220 million), one day, every measure",
    "duckdb, 71,000": "71,000 people, five measures, DuckDB",
    "spark, 71,000": "71,000 people, the same five, PySpark on this machine",
}


def text(kept: dict[str, dict[str, Any]]) -> str:
    """The section; a part nobody measured says so."""
    lines = [
        "",
        "Printed by `make bench-engine` (`tools/bench_engine.py`): every measure of",
        "[measures.md](measures.md) from Parquet, on DuckDB with two threads, reading and standing included.",
        "The forces are copies of one synthetic force of 7,100 people under refs of their own. Rows of fewer",
        "measures than others were measured before the engine last changed, and are to be measured again.",
        "",
    ]
    if made := kept.get("made"):
        named = {"1000000-lean": "1,000,000 people and a year of facts"}
        rows = "; ".join(
            f"{named.get(people, people + ' people')}, {many:,} rows" for people, many in made["rows"].items()
        )
        lines += [f"Rows read: {rows}. The million take {made['gigabytes of the million']} GB of Parquet."]
    if made := kept.get("ten million made"):
        lines += [f"Of 10 million people {made['rows']:,} rows, {made['gigabytes']} GB of Parquet."]
    lines += [""] if lines[-1] else []
    lines += ["| | " + " | ".join(COLUMNS) + " |", "|---" * (len(COLUMNS) + 1) + "|"]
    for name, says in SAYS.items():
        found = kept.get(name)
        cells = ["not measured"] + [""] * (len(COLUMNS) - 1)
        if found is not None:
            cells = [str(found.get(column, "")) for column in COLUMNS]
        lines.append(f"| {says} | " + " | ".join(cells) + " |")
    return "\n".join([*lines, "", *_beside(kept), ""])


def _beside(kept: dict[str, dict[str, Any]]) -> list[str]:
    """What others take for less, and whether the two engines said the same."""
    lines = []
    for name in ("71,000", "million"):
        ours, theirs = kept.get(name), kept.get(f"pandas, {name}")
        if ours and theirs:
            more = ours["of processor"] / theirs["of processor"]
            lines.append(
                f"- pandas, two lists only (last seen and an interval, a year since notifying; no absence, "
                f"register, plan or months back), {name.replace('mill', '1 mill')} people: "
                f"{theirs['of processor']} s of processor, {theirs['peak GB']} GB. Ours took "
                f"{more:.1f} times that, for {ours['measures']} measures."
            )
    if rules := kept.get("rules"):
        each = rules["microseconds a person"]
        lines.append(
            f"- The plain rules, every clock of {rules['people']:,} people: {rules['seconds']} s, "
            f"{each:,} microseconds a person; reckoned, not measured, {each:,} s for a million."
        )
    one, other = kept.get("duckdb, 71,000"), kept.get("spark, 71,000")
    if one and other:
        same = one["counted"] == other["counted"]
        lines.append(
            f"- DuckDB and Spark counted {'the same' if same else '**not the same**'} for each measure. "
            "Of Spark the memory is that of Python alone, without the Java it drives."
        )
    lines += _grown(kept, "71,000", "million", 1_000_000 / 71_000, "a million: {:.2f} times that at 71,000")
    lean = "ten million: {:.2f} times that at a million, each with a year of facts"
    return lines + _grown(kept, "million, 20 million facts", "ten million", 10, lean)


def _grown(kept: dict[str, dict[str, Any]], one: str, other: str, times: float, says: str) -> list[str]:
    """What a person costs in a population so many times as large, by the processor's time."""
    small, large = kept.get(one), kept.get(other)
    if not small or not large or small["measures"] != large["measures"]:
        return []
    grown = large["of processor"] / small["of processor"] / times
    return [f"- Processor's time for a person at {says.format(grown)}."]
