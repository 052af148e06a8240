"""Expected values written by others, where they are at hand: every row reproduced, and every disagreement named.

The data is no part of the project. `WATCHKEEPER_INSTRUMENT_DATA` names its folder; without it these are skipped,
and the tables beside this file, worked by hand, stand alone. `python -m tools.oracles FOLDER` prints the report.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.oracle_service import DIFFER, PERMUTED
from tools.oracle_values import Held
from tools.oracles import NEEDED, by_code, held, report

NAMED = os.environ.get("WATCHKEEPER_INSTRUMENT_DATA", "")
AT_HAND = pytest.mark.skipif(not NAMED, reason="WATCHKEEPER_INSTRUMENT_DATA names no folder")
"""By the name and not the folder: an empty name is the folder one stands in, and a mistyped one must not pass."""

COUNTS = {
    "OGRS3, one year": (1000, 0, 0),
    "OGRS3, two years": (1000, 0, 0),
    "SNSV 2013, static": (1000, 0, 0),
    "SNSV 2013, dynamic": (700, 0, 0),
    "OSP contact 2013": (101, 0, 12),
    "OSP images 2013": (113, 0, 0),
    "ARP, static": (135, 11, 0),
    "ARP, dynamic": (135, 11, 0),
    "VRP, static": (135, 11, 0),
    "VRP, dynamic": (135, 11, 0),
    "SVRP, static": (135, 11, 0),
    "SVRP, dynamic": (135, 11, 0),
    "OSP/DC, single points": (92, 0, 0),
    "OSP/IIC, hierarchy": (5, 0, 0),
    "OSP/IIC, bands": (6, 0, 0),
    "OSP/DC, bands moved": (13, 3, 1),
    "SNSV 2013, single terms and refusals": (38, 19, 0),
    "OGRS3, curve": (5, 0, 0),
    "CSRP, sums": (3, 0, 0),
}
"""Reproduced, refused alike, disagreeing."""


@pytest.fixture(scope="module")
def found() -> list[Held]:
    return held(Path(NAMED))


@AT_HAND
def test_every_value_is_reproduced_or_named(found: list[Held]) -> None:
    sys.stdout.write("\n".join(report(found, by_code(Path(NAMED)))))
    counts = {each.what: (each.reproduced, each.refused, len(each.differing)) for each in found}
    assert {what: counts[what] for what in COUNTS} == COUNTS


@AT_HAND
def test_the_sheet_of_osp_2013_is_one_point_above_the_published_table_in_twelve_rows(
    found: list[Held],
) -> None:
    (sheet,) = (each for each in found if each.what == "OSP contact 2013")
    assert all("one point above" in each for each in sheet.differing)


@AT_HAND
def test_single_terms_and_curves_agree(found: list[Held]) -> None:
    asked = ("single", "DC, bands", "IIC, bands", "percent", "curve", "sums")
    single = [each for each in found if any(name in each.what for name in asked) and "moved" not in each.what]
    assert [each.differing for each in single if each.differing] == []
    assert sum(each.reproduced for each in single if "single terms" in each.what) == 316 + 38


@AT_HAND
def test_whole_requests_are_scored_alike_refused_alike_or_differ_on_purpose(found: list[Held]) -> None:
    requests = [each for each in found if "requests" in each.what]
    named = [said for each in requests for said in each.differing]
    theirs = [said for said in named if said.endswith(PERMUTED)]
    assert (sum(each.reproduced for each in requests), sum(each.refused for each in requests)) == (25, 49)
    assert (len(theirs), len(named) - len(theirs)) == (4, len(DIFFER))
    assert all("on purpose" in said for said in named if said not in theirs)


def test_without_the_folder_it_says_what_it_needs() -> None:
    environment = {name: value for name, value in os.environ.items() if name != "WATCHKEEPER_INSTRUMENT_DATA"}
    done = subprocess.run(
        [sys.executable, "-m", "tools.oracles"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert all(name in done.stderr for name in NEEDED)
