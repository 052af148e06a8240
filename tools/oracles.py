"""Holds the instruments against expected values written by others, and says how many agree, one by one.

    .venv/bin/python -m tools.oracles FOLDER           print the report
    .venv/bin/python -m tools.oracles FOLDER --keep    and write it into docs/assurance.md

FOLDER holds the files named in `NEEDED`: data of others, no part of the project, which it never needs to run.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from tools.oracle_others import OTHERS
from tools.oracle_service import REFUSED_ALIKE, SCORED_ALIKE, refusals, service
from tools.oracle_terms import images, osp_points, single_terms
from tools.oracle_values import Held, ogrs3, ogrs4, osp_2013, snsv
from tools.pages import ROOT, cell, section
from watchkeeper import today
from watchkeeper.law.wording import day

HEADING = "Instruments held against expected values written by others"
NEEDED = (
    "ogrs3_vectors.csv",
    "snsv_2013_vectors.csv",
    "osp_2013_vectors.csv",
    "ogrs4_generation_vectors.csv",
    "arns_component_vectors.json",
    "arns_api_vectors.json",
    "offence_code_groups.csv",
)
NAMED = "WATCHKEEPER_INSTRUMENT_DATA"
PARTS: tuple[Callable[[Path], Iterator[Held]], ...] = (
    *(ogrs3, snsv, osp_2013, ogrs4),
    *(single_terms, osp_points, images, *OTHERS, service),
)


def held(folder: Path) -> list[Held]:
    """Everything held against ours, in the order of the report."""
    return [each for part in PARTS for each in part(folder)]


def report(found: list[Held], codes: list[tuple[str, int, int, int]]) -> list[str]:
    """The report as a page prints it: a table, every disagreement by name, and the codes of refusal."""
    return [
        "| instrument | values | reproduced | refused alike | disagreeing | how near |",
        "|---|---|---|---|---|---|",
        *(
            f"| {each.what} | {each.values:,} | {each.reproduced:,} | {each.refused or ''} "
            f"| {len(each.differing) or ''} | {each.near} |"
            for each in found
        ),
        f"| **all** | {sum(each.values for each in found):,} | {sum(each.reproduced for each in found):,} "
        f"| {sum(each.refused for each in found):,} | {sum(len(each.differing) for each in found):,} | |",
        "",
        "Disagreements, each by name:",
        "",
        *(f"- {each.what}, {cell(said)}" for each in found for said in each.differing),
        "",
        "Requests that the public service answers with a code of error (one request may have several). Where",
        "only answers of a dynamic scale are missing it gives the static score as well; so do we.",
        "",
        "| code | requests | refused here too | scored alike |",
        "|---|---|---|---|",
        *(f"| `{code}` | {many} | {refused} | {alike or ''} |" for code, many, refused, alike in codes),
    ]


def by_code(folder: Path) -> list[tuple[str, int, int, int]]:
    """Each code of error, its requests, and how many of them are refused here too and scored alike."""
    found = refusals(folder)
    every = Counter[str]()
    for (code, _), many in found.items():
        every[code] += many
    return [
        (code, many, found[code, REFUSED_ALIKE], found[code, SCORED_ALIKE])
        for code, many in sorted(every.items())
    ]


def main() -> int:
    """Print the report; fail where an expected value is neither reproduced, refused alike nor a known
    disagreement."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", nargs="?", default=os.environ.get(NAMED, ""), help=f"or {NAMED}")
    asked.add_argument("--keep", action="store_true", help="write it into docs/assurance.md")
    wish = asked.parse_args()
    folder = Path(wish.folder)
    lacking = [name for name in NEEDED if not wish.folder or not (folder / name).is_file()]
    if lacking:
        sys.stderr.write(
            f"Name the folder of expected values, or set {NAMED}: it lacks {', '.join(lacking)}.\n"
            "They are data of others and no part of this project. The tables worked by hand\n"
            "need none of them: .venv/bin/python -m pytest tests/spec/instruments\n"
        )
        return 2
    lines = report(held(folder), by_code(folder))
    sys.stdout.write("\n".join(lines) + "\n")
    if wish.keep:
        head = (
            f"`.venv/bin/python -m tools.oracles FOLDER --keep`, {day(today.today())}. FOLDER holds files "
            f"of others, no part of the project: {', '.join(f'`{name}`' for name in NEEDED)}."
        )
        section(ROOT / "docs" / "assurance.md", HEADING, "\n".join(["", head, "", *lines]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
