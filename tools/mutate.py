"""Break the rules on purpose and see whether a test notices; the score goes to docs/mutation.md.

mutmut changes one thing at a time in `watchkeeper/law` and every slice's rules. A run may be
stopped by its budget and taken up again: it remembers what it has tried.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "mutation.md"
CAUGHT = ("killed", "caught by type check", "timeout")
MISSED = ("survived", "suspicious", "no tests")


def main() -> int:
    """Run mutmut for at most the budget, then count what is known so far."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--budget", type=int, default=1800, help="seconds to spend at most")
    budget = parser.parse_args().budget
    process = subprocess.Popen([sys.executable, "-m", "mutmut", "run", "--max-children", "2"], cwd=ROOT)
    try:
        process.wait(timeout=budget)
        ended = "The run came to its end."
    except subprocess.TimeoutExpired:
        process.terminate()
        process.wait()
        ended = f"The run was stopped after {budget} seconds: what was not tried by then is not counted."
    counts = by_module(ROOT / "mutants")
    if not counts:
        sys.stderr.write(
            "no mutant was tried: give a larger BUDGET, or run `python -m mutmut run` to see why\n"
        )
        return 1
    PAGE.write_text(page(counts, ended))
    sys.stdout.write(f"{PAGE.relative_to(ROOT)} written\n")
    return 0


def by_module(mutants: Path) -> dict[str, Counter[str]]:
    """What became of each mutant, counted by the module it changes."""
    from mutmut.stats import status_by_exit_code

    counts: dict[str, Counter[str]] = {}
    for path in sorted(mutants.rglob("*.py.meta")):
        codes = json.loads(path.read_text())["exit_code_by_key"].values()
        tried = Counter(status_by_exit_code[code] for code in codes)
        if any(tried[word] for word in (*CAUGHT, *MISSED)):
            counts[path.relative_to(mutants).as_posix().removesuffix(".meta")] = tried
    return counts


def page(counts: dict[str, Counter[str]], ended: str) -> str:
    """The score by module: of the mutants tried, the share that some test caught."""
    total: Counter[str] = sum(counts.values(), Counter())
    rows = [_row(f"`{module}`", tried) for module, tried in counts.items()]
    return "\n".join(
        (
            "# Mutation score of the law and the rules",
            "",
            f"Printed by `make mutate`. {ended}",
            "A mutant nobody caught is a test nobody wrote, or a change that makes no difference.",
            "",
            "| module | tried | caught | survived | no test | score |",
            "|---|---|---|---|---|---|",
            *rows,
            _row("**all**", total),
            "",
        )
    )


def _row(name: str, tried: Counter[str]) -> str:
    caught = sum(tried[word] for word in CAUGHT)
    survived, untested = tried["survived"] + tried["suspicious"], tried["no tests"]
    known = caught + survived + untested
    score = f"{caught / known:.0%}" if known else ""
    return f"| {name} | {known} | {caught} | {survived} | {untested} | {score} |"


if __name__ == "__main__":
    sys.exit(main())
