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
        lines += [
            f"Rows read: {rows}. The million take {made['gigabytes of the million']} GB of Parquet.",
            "",
        ]
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
            lines.append(
                f"- pandas, two lists only (last seen and an interval, a year since notifying; no absence, "
                f"register, plan or months back), {name.replace('mill', '1 mill')} people: "
                f"{theirs['seconds']} s, "
                f"{theirs['peak GB']} GB. Ours took {ours['seconds'] / theirs['seconds']:.1f} times as long, "
                f"for {ours['measures']} measures."
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
    small, large = kept.get("71,000"), kept.get("million")
    if small and large and small["measures"] == large["measures"]:
        grown = large["seconds"] / small["seconds"] / (1_000_000 / 71_000)
        lines.append(f"- Cost of a person at a million: {grown:.2f} times that at 71,000.")
    return lines
