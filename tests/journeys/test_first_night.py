"""The first night: a force's files go in, and the brief names everybody whose risk nobody manages."""

import csv
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.command import Said, Watchkeeper, watchkeeper

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
        run("synth", files, "--people", PEOPLE, "--seed", 7, "--on", ON, "--crimes", 700, "--answers", key)
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
