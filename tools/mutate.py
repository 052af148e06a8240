"""Break the rules on purpose and see whether a test notices; the score goes to docs/mutation.md.

mutmut changes one thing at a time in `watchkeeper/law` and every slice's rules: some nine
thousand changes, and a day's work to try. So a sample is drawn from a recorded seed, which
anybody can draw again, and the score comes with the margin a sample has. A run may be stopped
by its budget and taken up again: what has been tried is remembered.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from math import sqrt
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "mutation.md"
MUTANTS = ROOT / "mutants"
CAUGHT = ("killed", "caught by type check", "timeout")
MISSED = ("survived", "suspicious", "no tests")
BY_HAND = "\n## Read by a person\n"
"""What stands below this heading of the page is kept when it is printed again."""
SMALLEST = "watchkeeper.law.span*"
"""A pattern of few mutants: asking for it makes all of them."""


def main() -> int:
    """Make the mutants, try a sample of them for at most the budget, and count what became of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--budget", type=int, default=1800, help="seconds to spend at most")
    parser.add_argument("--sample", type=int, default=300, help="how many changes to try")
    parser.add_argument("--seed", type=int, default=2024, help="draws the sample")
    asked = parser.parse_args()
    if not any(MUTANTS.rglob("*.py.meta")):
        _run([SMALLEST], asked.budget)
    made = sorted(name for codes in _codes().values() for name in codes)
    drawn = set(Random(asked.seed).sample(made, min(asked.sample, len(made))))
    tried = {name for codes in _codes().values() for name, code in codes.items() if code is not None}
    _run(sorted(drawn - tried), asked.budget)
    counts = by_module(drawn)
    if not counts:
        sys.stderr.write("nothing was tried: give a larger BUDGET, or `python -m mutmut run` to see why\n")
        return 1
    _, heading, by_hand = PAGE.read_text().partition(BY_HAND)
    PAGE.write_text(page(counts, drawn=len(drawn), made=len(made), seed=asked.seed) + heading + by_hand)
    sys.stdout.write(f"{PAGE.relative_to(ROOT)} written\n")
    return 0


def _run(names: list[str], budget: int) -> None:
    if not names:
        return
    process = subprocess.Popen(
        [sys.executable, "-m", "mutmut", "run", "--max-children", "2", *names], cwd=ROOT
    )
    try:
        process.wait(timeout=budget)
    except subprocess.TimeoutExpired:
        process.terminate()
        process.wait()


def _codes() -> dict[str, dict[str, int | None]]:
    """Exit code of each mutant's tests, None while untried, by the module it changes."""
    return {
        path.relative_to(MUTANTS).as_posix().removesuffix(".meta"): json.loads(path.read_text())[
            "exit_code_by_key"
        ]
        for path in sorted(MUTANTS.rglob("*.py.meta"))
    }


def by_module(drawn: set[str]) -> dict[str, Counter[str]]:
    """What became of each mutant drawn and tried, counted by the module it changes."""
    from mutmut.stats import status_by_exit_code

    counts: dict[str, Counter[str]] = {}
    for module, codes in _codes().items():
        words = Counter(status_by_exit_code[code] for name, code in codes.items() if name in drawn)
        if any(words[word] for word in (*CAUGHT, *MISSED)):
            counts[module] = words
    return counts


def page(counts: dict[str, Counter[str]], *, drawn: int, made: int, seed: int) -> str:
    """The score by module: of the mutants tried, the share that some test caught."""
    total: Counter[str] = sum(counts.values(), Counter())
    known = sum(total[word] for word in (*CAUGHT, *MISSED))
    share = sum(total[word] for word in CAUGHT) / known
    margin = 1.96 * sqrt(share * (1 - share) / known)
    return "\n".join(
        (
            "# Mutation score of the law and the rules",
            "",
            f"Printed by `make mutate`: {drawn:,} of {made:,} changes drawn with seed {seed},",
            f"{known:,} tried.",
            f"**{share:.0%} caught**, give or take {margin:.0%} (95 % interval of a sample).",
            "A change nobody caught is a test nobody wrote, or one that makes no difference: many of",
            "them alter only the words of a reason.",
            "",
            "| module | tried | caught | survived | no test | score |",
            "|---|---|---|---|---|---|",
            *(_row(f"`{module}`", tried) for module, tried in counts.items()),
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
