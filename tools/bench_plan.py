"""A fortnight for all London: the whole command as a planner runs it, over an invented force made today.

make bench-plan                  two minutes of one core; writes docs/benchmarks.md
"""

import json
import os
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from tools.bench import run, speed
from tools.pages import ROOT, section
from watchkeeper import today

HEADING = "A fortnight for all London"
PEOPLE, SEED, DAYS = 7_100, 2024, 14
AIM_TOMORROW, AIM_FORTNIGHT = 30, 300


def main() -> None:
    """Make the force, plan it twice, print, and write the section."""
    night = today.today() + timedelta(days=1)
    asked = ["plan", "--on", night.isoformat(), "--json", "--days"]
    with tempfile.TemporaryDirectory(prefix="watchkeeper-plan-") as folder:
        home, files, out = Path(folder) / "home", Path(folder) / "files", Path(folder) / "plan.json"
        on = today.today().isoformat()
        run(["synth", str(files), "--people", str(PEOPLE), "--seed", str(SEED), "--on", on], home)
        run(["load", str(files)], home)
        before = speed()
        other = shutil.copytree(home, Path(folder) / "other")
        alone = run([*asked, "1"], home, out=out)
        took = run([*asked, str(DAYS)], other, out=out)
        units = json.loads(out.read_text())
        after = speed()
    crews = sum(len(one["crews"]) for one in units)
    visits = sum(one["visits"] for one in units)
    ahead = sum(each["crews"] for one in units for each in one["forecast"])
    many, load = len(units), f"{os.getloadavg()[0]:.1f}"
    firm = f"the first night firm, {visits} visits by {crews} crews; {ahead} crew shifts ahead in numbers"
    text = f"""
Printed by `make bench-plan` (`tools/bench_plan.py`) on {today.today()}, {os.cpu_count()} cores, load
{load} at the end; ten million turns of an empty loop took {before:.2f} s before and {after:.2f} s after.
The whole command with its start-up, over {PEOPLE:,} invented people in {many} units, seed {SEED}.

| | seconds of processor | by the clock | aim, s |
|---|---|---|---|
| `watchkeeper plan --days 1`: tomorrow alone | **{alone.worked:.1f}** | {alone.median:.1f} | {AIM_TOMORROW} |
| `watchkeeper plan --days {DAYS}`: {firm} | **{took.worked:.1f}** | {took.median:.1f} | {AIM_FORTNIGHT} |

Each on a copy of the register that had no plan yet. The nights after the first are a forecast of load:
no round is made for them, since a firm fortnight would be a leak. That the same key gives the same plan,
byte for byte, is held by `tests/unit/planning/test_proposing.py`.
"""
    print(text)
    section(ROOT / "docs" / "benchmarks.md", HEADING, text)


if __name__ == "__main__":
    main()
