"""The first night: a force's files go in, and the brief names everybody whose risk nobody manages."""

import csv
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.command import Said, Watchkeeper, watchkeeper
from watchkeeper.briefing.second import TASKS, cores
from watchkeeper.synth.planted.crime import UNKNOWN_CODE, By
from watchkeeper.workforce.rules.eligibility import SEALED, Ground

ON = "2026-11-02"
KNOWN_AT = "2026-11-02T06:00+00:00"
PEOPLE = 400
BLAMING = {
    "decisions owed",
    "people unmanaged",
    "missing facts",
    "duties overdue",
    "load per manager",
    "announced visits",
    "falls in expected signals",
    "plans of visits",
}
OF_CRIMES = {"crimes nobody holds", "grave crimes overdue", "other crimes overdue"}

SHARED = """
import os, sys
from watchkeeper.cli import opening
opened = opening.open_house
def open_house(**how):
    home = opened(**how)
    from watchkeeper.briefing import second
    second.WORTH_SHARING = 1
    return home
opening.open_house = open_house
os.register_at_fork(before=lambda: sys.stderr.write("forked"))
from watchkeeper.cli.main import run
run()
"""
"""The command with its arguments, for which a force of any size is worth a second process."""


@dataclass(frozen=True)
class Force:
    """A synthetic force, loaded, with the key to what was planted in it."""

    run: Watchkeeper
    files: Path
    key: dict[str, Any]
    loaded: Said

    def brief(self, *options: str) -> dict[str, Any]:
        read: dict[str, Any] = json.loads(self.run("brief", "--on", ON, "--json", *options).out)
        return read


@pytest.fixture(scope="module")
def force(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Force]:
    folder = tmp_path_factory.mktemp("first-night")
    with watchkeeper(folder / "home") as run:
        files, key = folder / "files", folder / "answers.json"
        run(
            "synth",
            files,
            "--people",
            PEOPLE,
            "--seed",
            7,
            "--on",
            ON,
            "--crimes",
            700,
            "--missing",
            60,
            "--answers",
            key,
        )
        loaded = run("load", files)
        yield Force(run, files, json.loads(key.read_text()), loaded)


@pytest.fixture(scope="module")
def brief(force: Force) -> dict[str, Any]:
    return force.brief()


def blamed(brief: dict[str, Any]) -> Counter[tuple[str, str, str]]:
    return Counter(
        (line["who"], line["section"], line["what"])
        for line in brief["lines"]
        if line["section"] in BLAMING and not line["what"].endswith("within bounds")
    )


def planted(force: Force) -> dict[tuple[str, str, str], str]:
    return {
        (fault["who"], expect["section"], expect["what"]): fault["kind"]
        for fault in force.key["faults"]
        for expect in fault["expect"]
        if expect["section"] in BLAMING
    }


def test_the_brief_finds_every_planted_fault(force, brief):
    found, wanted = blamed(brief), planted(force)
    assert len({fault["kind"] for fault in force.key["faults"]}) > 30
    assert {line: kind for line, kind in wanted.items() if line not in found} == {}


def test_the_brief_blames_nobody_else(force, brief):
    wanted = planted(force)
    why = {(line["who"], line["section"], line["what"]): line["why"] for line in brief["lines"]}
    assert {line: why[line] for line in blamed(brief) if line not in wanted} == {}


def planted_in_crimes(force: Force, *rules: str) -> set[tuple[str, str, str, str]]:
    """Of the key: by which rule it shows, who, about which crime, what."""
    return {
        (expect["by"], fault["who"], expect["about"], expect["what"])
        for fault in force.key["crimes"]
        for expect in fault["expect"]
        if expect["by"] in rules
    }


def test_the_brief_finds_every_fault_planted_in_crimes_and_no_other_crime(force, brief):
    found = {(line["who"], line["what"]) for line in brief["lines"] if line["section"] in OF_CRIMES}
    wanted = {(who, what) for _, who, _, what in planted_in_crimes(force, By.CRIME)}
    wanted |= {
        (who, what) for _, who, _, what in planted_in_crimes(force, By.FINDING) if what == UNKNOWN_CODE
    }
    assert len(wanted) > 15
    assert (sorted(wanted - found), sorted(found - wanted)) == ([], [])


def test_work_in_the_wrong_hands_is_told_and_what_is_sealed_is_not(force, brief):
    """Of whom a sealed ground alone is known, and nobody to manage; and of whom a crime is: for standards alone."""
    lines = [line for line in brief["lines"] if line["section"] == "work in the wrong hands"]
    found = {(line["who"], line["about"]) for line in lines}
    grounds: dict[tuple[str, str], set[str]] = {}
    for _, who, about, what in planted_in_crimes(force, By.WASH):
        grounds.setdefault((who, about), set()).add(what)
    with (force.files / "crime_parties.csv").open() as file:
        of_own = {row["crime_ref"] for row in csv.DictReader(file) if row["officer"]}
    kept_back = {
        each for each, why in grounds.items() if each[1] in of_own or (not each[1] and why <= SEALED)
    }
    assert kept_back
    assert (sorted(found - grounds.keys()), sorted(grounds.keys() - found - kept_back)) == ([], [])
    assert found & kept_back == set()
    for line in lines:
        sealed = grounds[line["who"], line["about"]] & {*SEALED, Ground.CONFLICT}
        assert ("not available" in line["why"]) is bool(sealed), line


def test_what_is_coming_is_found_in_its_own_weeks(force, brief):
    coming = {(line["who"], line["section"], line["what"]) for line in brief["lines"]}
    wanted = {
        (fault["who"], expect["section"], expect["what"])
        for fault in force.key["faults"]
        for expect in fault["expect"]
        if expect["section"].startswith("due in")
    }
    assert wanted
    assert wanted - coming == set()


def test_the_person_not_seen_since_2017_stands_first_with_a_decision_owed(force, brief):
    (who,) = {fault["who"] for fault in force.key["faults"] if "2017" in fault["kind"]}
    first = brief["lines"][0]
    assert (first["who"], first["section"], first["level"]) == (who, "decisions owed", "high")
    unmanaged = [
        line for line in brief["lines"] if line["section"] == "people unmanaged" and line["who"] == who
    ]
    assert unmanaged[0]["days"] > 3000


def test_every_line_says_who_what_whose_why_and_on_which_authority(brief):
    for line in brief["lines"]:
        assert all(line[name] for name in ("who", "what", "owner", "why", "authority")), line


def test_no_line_carries_a_name(force, brief):
    with (force.files / "people.csv").open() as file:
        names = {row["family_name"] for row in csv.DictReader(file)} - {""}
    words = {
        word for line in brief["lines"] for text in line["why"] for word in text.replace(",", " ").split()
    }
    assert names.isdisjoint(words)


def test_the_brief_of_a_unit_is_that_part_of_the_whole(force, brief):
    unit = brief["lines"][0]["unit"]
    part = force.brief("--unit", unit)
    assert part["lines"] == [line for line in brief["lines"] if line["unit"] == unit]
    assert 0 < part["people"] < brief["people"]


def test_the_brief_of_a_manager_holds_only_their_people(force, brief):
    owner = next(line["owner"] for line in brief["lines"] if line["section"] == "people unmanaged")
    part = force.brief("--officer", owner)
    people = {line["who"] for line in part["lines"]} - {owner}
    with (force.files / "managers.csv").open() as file:
        held = {row["person_ref"] for row in csv.DictReader(file) if row["officer_ref"] == owner}
    assert people
    assert people <= held


@pytest.mark.skipif(cores() == 1, reason="a second process is of no use on one core")
@pytest.mark.skipif(not TASKS.is_dir(), reason="only Linux says how many threads there are")
def test_two_processes_say_the_same_and_the_second_is_a_fork(force, brief):
    asked = ["brief", "--on", ON, "--json"]
    done = subprocess.run(
        [sys.executable, "-c", SHARED, *asked], capture_output=True, check=True, env=force.run.environment
    )
    assert "forked" in done.stderr.decode(), "something imported before it has started a thread"
    assert json.loads(done.stdout)["lines"] == brief["lines"]


def test_csv_holds_the_same_lines_as_json(force, brief):
    rows = list(csv.DictReader(force.run("brief", "--on", ON, "--csv").text.splitlines()))
    assert [(row["who"], row["what"]) for row in rows] == [
        (line["who"], line["what"]) for line in brief["lines"]
    ]


def test_loading_again_changes_nothing(force):
    again = force.run("load", force.files).text.split("\nall ")[1].split("\n")[0].replace(",", "").split()
    read, loaded, unchanged = (int(cell) for cell in again[:3])
    assert (loaded, unchanged) == (0, read)


def test_a_night_is_replayed_byte_for_byte_whatever_came_to_be_known_since(force, tmp_path):
    frozen = force.run("brief", "--on", ON, "--known-at", KNOWN_AT, "--json").out
    (who,) = {fault["who"] for fault in force.key["faults"] if "2017" in fault["kind"]}
    with (force.files / "visits.csv").open() as file:
        row = next(row for row in csv.DictReader(file) if row["person_ref"] == who)
    late = row | {"ref": f"{who}-LATE", "at": "2026-10-30T10:00:00+00:00", "outcome": "seen"}
    late["recorded_at"] = "2026-10-30T12:00:00+00:00"  # before the brief, but only now brought in
    with (tmp_path / "visits.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, list(late))
        writer.writeheader()
        writer.writerow(late)
    force.run("load", tmp_path)
    replayed = force.run("brief", "--on", ON, "--known-at", KNOWN_AT, "--json")
    assert replayed.out == frozen
    said = force.run("brief", "--on", ON, "--known-at", KNOWN_AT).text
    assert "byte for byte the brief frozen" in said
    now = {line["who"] for line in force.brief()["lines"] if line["section"] == "people unmanaged"}
    assert who not in now


def test_due_explains_every_clock_with_its_clause(force):
    who = force.key["faults"][0]["who"]
    told = force.run("due", who, "--on", ON).text
    assert "notification period" in told.casefold()
    assert "Sexual Offences Act 2003" in told
    as_read = json.loads(force.run("due", who, "--on", ON, "--json").out)
    assert all(duty["authority"] for duty in as_read["duties"])


def test_nobody_known_by_a_ref_is_said_plainly_and_the_look_is_on_the_trail(force):
    said = force.run("due", "NOBODY", "--on", ON, expect=2)
    assert "nobody is known as 'NOBODY'" in said.err
    assert "Traceback" not in said.err


def test_the_trail_holds_after_all_of_it(force):
    assert force.run("audit", "verify").status == 0
