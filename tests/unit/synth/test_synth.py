"""The synthetic force: the same bytes from the same seed, files that parse, a key that names who exists."""

import csv
import hashlib
import json
import tracemalloc
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.table import table
from watchkeeper.crimes.rules.codes import group_of
from watchkeeper.engine.tables import Column, Kind
from watchkeeper.intake.tables import BY_NAME, TABLES
from watchkeeper.law import shelf
from watchkeeper.risk.facts import Level
from watchkeeper.synth import crime_rates, faults, places, rates
from watchkeeper.synth.crimes import Book, a_year
from watchkeeper.synth.files import FIRST_COLUMNS
from watchkeeper.synth.force import Force
from watchkeeper.synth.writing import person, write

NIGHT = date(2026, 11, 22)
PEOPLE = 400


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("force")
    write(made, people=PEOPLE, seed=11, on=NIGHT, crimes=400, missing=60, answers=made / "answers.json")
    return made


@pytest.fixture(scope="module")
def rows(folder: Path) -> dict[str, list[dict[str, str]]]:
    found = {}
    for each in TABLES:
        with (folder / f"{each.name}.csv").open(encoding="utf-8", newline="") as handle:
            found[each.name] = list(csv.DictReader(handle))
    return found


@pytest.fixture(scope="module")
def key(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "answers.json").read_text(encoding="utf-8"))


def _digest(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_the_same_seed_writes_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    write(
        tmp_path, people=PEOPLE, seed=11, on=NIGHT, crimes=400, missing=60, answers=tmp_path / "answers.json"
    )
    assert _digest(tmp_path) == _digest(folder)


def test_another_seed_writes_other_people(folder: Path, tmp_path: Path) -> None:
    write(tmp_path, people=PEOPLE, seed=12, on=NIGHT, crimes=0, missing=0)
    assert _digest(tmp_path)["people.csv"] != _digest(folder)["people.csv"]


def test_a_person_is_the_same_in_a_small_force_and_a_large_one() -> None:
    small, large = (
        person(Force(people, 11, NIGHT.toordinal()), 7, None, backlog=0.0)[0] for people in (400, 40_000)
    )
    assert small.rows["disposals"] == large.rows["disposals"]
    assert small.rows["people"][0]["given_names"] == large.rows["people"][0]["given_names"]
    assert small.rows["people"][0]["born_on"] == large.rows["people"][0]["born_on"]


def test_every_table_of_the_import_format_has_a_file(folder: Path) -> None:
    for each in TABLES:
        header = (folder / f"{each.name}.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
        assert header == [*FIRST_COLUMNS, *(column.name for column in each.columns)]


def test_every_cell_reads_as_its_column_says(rows: dict[str, list[dict[str, str]]]) -> None:
    for name, found in rows.items():
        for row in found:
            for column in BY_NAME[name].columns:
                _reads(column, row[column.name], f"{name} {row['ref']} {column.name}")


def _reads(column: Column, cell: str, where: str) -> None:
    if not cell:
        assert not column.needed, where
    elif column.kind is Kind.DAY:
        date.fromisoformat(cell)
    elif column.kind is Kind.INSTANT:
        assert datetime.fromisoformat(cell).tzinfo is not None, where
    elif column.kind is Kind.YES_NO:
        assert cell in ("yes", "no"), where
    elif column.kind is Kind.CODE:
        assert cell in column.codes, where
    elif column.kind in (Kind.WHOLE, Kind.NUMBER):
        float(cell)


def test_nothing_in_the_past_lies_after_the_day_it_was_recorded(
    rows: dict[str, list[dict[str, str]]],
) -> None:
    for name, found in rows.items():
        past = [column.name for column in BY_NAME[name].columns if column.past]
        for row in found:
            late = [column for column in past if row[column][:10] > row["recorded_at"][:10]]
            assert not late, f"{name} {row['ref']} {late}"


def test_nothing_is_recorded_on_or_after_the_night(rows: dict[str, list[dict[str, str]]]) -> None:
    for name, found in rows.items():
        assert all(row["recorded_at"][:10] < NIGHT.isoformat() for row in found), name


def test_a_ref_stands_once(rows: dict[str, list[dict[str, str]]]) -> None:
    for name, found in rows.items():
        twice = [ref for ref, times in Counter(row["ref"] for row in found).items() if times > 1]
        assert not twice, f"{name} {twice[:3]}"
    assert len(rows["people"]) == PEOPLE


def test_every_ref_names_a_row_that_exists(rows: dict[str, list[dict[str, str]]]) -> None:
    known = {name: {row["ref"] for row in found} for name, found in rows.items()}
    for name, found in rows.items():
        for column in BY_NAME[name].columns:
            if column.refers:
                lost = {row[column.name] for row in found if row[column.name]} - known[column.refers]
                assert not lost, f"{name} {column.name} {sorted(lost)[:3]}"
    crews = {ref for row in rows["visits"] for ref in row["crew"].split(";")}
    assert crews <= known["officers"]


def test_the_answer_key_names_who_exists(rows: dict[str, list[dict[str, str]]], key: dict[str, Any]) -> None:
    assert (key["people"], key["seed"], key["on"]) == (PEOPLE, 11, "2026-11-22")
    known = {row["ref"] for name in ("people", "officers", "units") for row in rows[name]}
    assert {fault["who"] for fault in key["faults"]} <= known
    known |= {row["ref"] for row in rows["crimes"]}
    assert {fault["who"] for fault in key["crimes"]} <= known
    assert {shown["about"] for fault in key["crimes"] for shown in fault["expect"]} - {""} <= known


def test_every_kind_is_planted_and_nobody_carries_two(key: dict[str, Any]) -> None:
    kinds = {fault["kind"] for fault in key["faults"]}
    assert {kind.name for kind in faults.KINDS} <= kinds
    assert "backlog" in kinds
    who = Counter(fault["who"] for fault in key["faults"] if fault["who"].startswith("P"))
    assert max(who.values()) == 1


def test_every_fault_says_what_it_is_and_what_must_follow(key: dict[str, Any]) -> None:
    from watchkeeper.briefing.facts import Section

    for fault in key["faults"]:
        assert fault["says"].endswith("."), fault
        assert fault["expect"], fault
        assert all(line["section"] in set(Section) and line["what"] for line in fault["expect"]), fault


def test_the_least_force_carries_every_kind() -> None:
    assert len(faults.KINDS) >= 40
    assert len(faults.planted(100, 3)) == len(faults.KINDS)
    assert len({kind.name for kind in faults.planted(100, 3).values()}) == len(faults.KINDS)


def test_levels_are_near_the_published_shares() -> None:
    force = Force(3_000, 5, NIGHT.toordinal())
    drawn = Counter(person(force, number, None, backlog=0.0)[0].level for number in range(0, 3_000, 2))
    for level, share in rates.LEVEL_SHARES:
        assert drawn[level] / 1_500 == pytest.approx(share, abs=0.04), level


def test_about_three_in_ten_of_the_low_are_managed_reactively() -> None:
    force = Force(3_000, 5, NIGHT.toordinal())
    lives = [person(force, number, None, backlog=0.0)[0] for number in range(0, 3_000, 2)]
    low = [life for life in lives if life.level is Level.LOW]
    assert sum(bool(life.reactive_since) for life in low) / len(low) == pytest.approx(0.31, abs=0.07)


def test_disposals_make_up_the_whole() -> None:
    assert sum(share for share, *_ in rates.DISPOSALS) == pytest.approx(1.0)
    assert sum(share for _, share in rates.LEVEL_SHARES) == pytest.approx(1.0)


def test_months_make_a_year_and_every_code_drawn_is_in_policy() -> None:
    assert sum(crime_rates.MONTHS) == pytest.approx(12.0)
    law = shelf.load()
    drawn = {code for codes in crime_rates.CODES.values() for code in codes}
    assert all(group_of(code, law, on=NIGHT) for code in drawn | {code for code, _ in crime_rates.MIX})


def test_no_backlog_is_drawn_when_none_is_asked_for(tmp_path: Path) -> None:
    write(
        tmp_path,
        people=100,
        seed=3,
        on=NIGHT,
        answers=tmp_path / "key.json",
        backlog=0.0,
        crimes=0,
        missing=0,
    )
    key = json.loads((tmp_path / "key.json").read_text(encoding="utf-8"))
    assert not [fault for fault in key["faults"] if fault["kind"] == "backlog"]


@table(
    """
    people   | people | units
    ---------|--------|------
    least    | 100    | 2
    London   | 7100   | 12
    large    | 100000 | 169
    """
)
def test_units_grow_with_the_force(people: str, units: str) -> None:
    assert Force(int(people), 1, NIGHT.toordinal()).units == int(units)


def test_every_postcode_is_in_a_real_sector_and_was_never_issued(
    rows: dict[str, list[dict[str, str]]],
) -> None:
    real = {sector for there in places.sectors().values() for sector in there}
    for row in rows["addresses"]:
        assert row["postcode"][:-2] in real, row
        assert set(row["postcode"][-2:]) <= set(places.NEVER_ISSUED), row


def test_london_has_twelve_units_and_thirty_two_boroughs() -> None:
    boroughs = [borough for _, there in places.UNITS for borough in there]
    assert len(places.UNITS) == 12
    assert len(set(boroughs)) == len(boroughs) == 32
    assert set(boroughs) == set(places.BOROUGH_CODES.values()) == set(places.sectors())


def test_memory_stays_flat_as_the_force_grows(tmp_path: Path) -> None:
    peaks = []
    for people in (100, 400):
        tracemalloc.start()
        write(tmp_path / str(people), people=people, seed=2, on=NIGHT, crimes=people, missing=people)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0] + 2_000_000


def test_memory_stays_flat_as_crimes_grow(tmp_path: Path) -> None:
    peaks = []
    for crimes in (300, 2_000):
        tracemalloc.start()
        write(tmp_path / str(crimes), people=100, seed=2, on=NIGHT, crimes=crimes, missing=0)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0] + 2_000_000


def test_as_many_crimes_are_written_as_are_asked_for(tmp_path: Path, rows: dict[str, Any]) -> None:
    assert len(rows["crimes"]) == 400
    write(tmp_path, people=100, seed=3, on=NIGHT, crimes=0, answers=tmp_path / "key.json")
    assert (tmp_path / "crimes.csv").read_text(encoding="utf-8").count("\n") == 1
    key = json.loads((tmp_path / "key.json").read_text(encoding="utf-8"))
    assert {fault["kind"] for fault in key["crimes"]} == {"manager without a course"}


@table(
    """
    crimes asked for                       | crimes  | days
    ---------------------------------------|---------|-----
    fewer than a quarter of a year         | 1000    | 91
    a quarter of a year                    | 241841  | 91
    half a year                            | 485000  | 182
    a year                                 | 970000  | 365
    more than a year                       | 2000000 | 365
    """
)
def test_more_crimes_reach_further_back_up_to_a_year(crimes: str, days: str) -> None:
    assert Book(Force(7_100, 1, NIGHT.toordinal()), int(crimes)).days == int(days)
    assert a_year(7_100) == 970_000


def test_the_night_may_be_any_night(tmp_path: Path) -> None:
    write(
        tmp_path,
        people=100,
        seed=3,
        on=date(2028, 2, 29),
        crimes=100,
        missing=20,
        answers=tmp_path / "key.json",
    )
    assert json.loads((tmp_path / "key.json").read_text(encoding="utf-8"))["on"] == "2028-02-29"
