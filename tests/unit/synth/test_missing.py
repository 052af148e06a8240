"""The missing children of the synthetic force: the brief finds every fault planted and blames nobody else."""

import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from tests.conftest import empty
from watchkeeper.audit.models import Entry
from watchkeeper.briefing.beforehand import asked_of_missing
from watchkeeper.briefing.facts import Asked, Line
from watchkeeper.briefing.missing_night import of_the_missing
from watchkeeper.engine.source import of_django
from watchkeeper.intake.actions import Report, load
from watchkeeper.intake.sources import survey
from watchkeeper.intake.tables import BY_NAME
from watchkeeper.law import shelf
from watchkeeper.missing.models import CareHome, Episode, MissingPerson
from watchkeeper.missing.rules.accepting import counted, may_accept
from watchkeeper.missing.rules.closing import may_close
from watchkeeper.missing.stored import cases_as_known
from watchkeeper.synth.missing import a_year, default_episodes
from watchkeeper.synth.planted.missing import KINDS, NO_PANEL_LISTED
from watchkeeper.synth.writing import write
from watchkeeper.workforce.actions.officers import ensure_system_officer

NIGHT = datetime(2026, 11, 2, 6, tzinfo=UTC)
ON = NIGHT.date()
LATER = NIGHT + timedelta(hours=20)  # after the night has ended
LAW = shelf.load()
PEOPLE, EPISODES = 200, 260


@dataclass(frozen=True)
class Loaded:
    """The force in the database with the key to what was planted, and the lines of two instants of the night."""

    report: Report
    key: dict[str, Any]
    early: list[Line]
    late: list[Line]


@pytest.fixture(scope="module")
def force(django_db_setup: None, django_db_blocker: Any) -> Iterator[Loaded]:
    with django_db_blocker.unblock():
        yield _loaded()
        empty()


def _loaded() -> Loaded:
    with tempfile.TemporaryDirectory() as folder:
        key = Path(folder) / "answers.json"
        files = Path(folder) / "files"
        write(files, people=PEOPLE, seed=5, on=ON, answers=key, crimes=0, missing=EPISODES)
        report = load(
            survey(files, BY_NAME),
            by=ensure_system_officer(law=LAW, at=NIGHT),
            law=LAW,
            now=NIGHT,
            home=settings.HOME,
            frozen_until=None,
            begin=lambda _source: lambda *_: None,
        )
        said = json.loads(key.read_text(encoding="utf-8"))
    return Loaded(report, said, *(_lines(known_at) for known_at in (NIGHT, LATER)))


def _lines(known_at: datetime) -> list[Line]:
    asked = Asked(ON, known_at)
    through = Entry.objects.order_by("-number").values_list("number", flat=True)[0]
    taken_on = asked_of_missing(asked, through)
    connection.close()  # the reader of the brief brings an SQLite of its own
    return of_the_missing(of_django(settings.DATABASES["default"]), taken_on, asked, LAW, through)


def test_every_row_is_taken(force: Loaded) -> None:
    assert [(each.table, each.rejected) for each in force.report.outcomes if each.rejected] == []


@pytest.mark.parametrize("when", ["early", "late"])
def test_the_brief_finds_every_fault_and_blames_nobody_else(when: str, force: Loaded) -> None:
    wanted = {(who["who"], *shown) for who in force.key["missing"] for shown in map(tuple, who["expect"])}
    found = {(line.who, str(line.section), line.what) for line in getattr(force, when)}
    assert {fault["kind"] for fault in force.key["missing"]} == {
        kind.name for kind in (*KINDS, NO_PANEL_LISTED)
    }
    assert (sorted(wanted - found), sorted(found - wanted)) == ([], [])


def test_a_grade_by_habit_says_what_it_rests_on(force: Loaded) -> None:
    (who,) = [fault["who"] for fault in force.key["missing"] if fault["kind"] == "graded by habit"]
    (line,) = [each for each in force.early if each.who == who and each.what.startswith("grade")]
    assert any("rests on often goes missing and always comes back" in why for why in line.why)


def test_no_line_says_who_lives_next_door(force: Loaded) -> None:
    (line,) = [each for each in force.early if each.what.startswith("found near")]
    assert not any(f"P{number:07d}" in " ".join(line.why) for number in range(PEOPLE + 1))


def test_there_are_as_many_as_asked_for_of_children_who_go_again_and_again(force: Loaded, db: None) -> None:
    assert Episode.objects.count() == EPISODES
    many = Counter(Episode.objects.values_list("missing_ref", flat=True))
    assert max(many.values()) >= 5
    assert CareHome.objects.count() >= 2
    assert MissingPerson.objects.exclude(home="").exists()


def test_recent_episodes_are_graded_on_what_was_searched_and_closed_whole(force: Loaded, db: None) -> None:
    planted = {fault["who"] for fault in force.key["missing"]}
    refs = Episode.objects.filter(reported_at__gte=NIGHT - timedelta(days=27)).values_list("ref", flat=True)
    cases = [case for case in cases_as_known(refs, known_at=NIGHT) if case.episode.ref not in planted]
    assert cases
    for case in cases:
        (grade,) = case.grades
        assert may_accept(grade, case, LAW, at=NIGHT).allowed, case.episode.ref
        assert counted(case, LAW, at=NIGHT).accepted
        lacks = [reason.says for reason in may_close(case, LAW, at=NIGHT).unmet]
        assert lacks in ([], ["it is open"]), case.episode.ref


def test_london_has_about_29_000_in_a_year() -> None:
    assert a_year(7_100) == 29_455
    assert 0 < default_episodes(7_100) <= a_year(7_100)
