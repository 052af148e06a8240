"""The online suspects of the synthetic force: the brief finds every fault planted and blames nobody else."""

import json
import tempfile
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
from watchkeeper.briefing.facts import Asked, Line
from watchkeeper.briefing.missing_asking import judged_at
from watchkeeper.briefing.suspect_lines import suspect_lines
from watchkeeper.briefing.suspect_night import of_suspects
from watchkeeper.engine.source import of_django
from watchkeeper.intake.actions import Report, load
from watchkeeper.intake.sources import survey
from watchkeeper.intake.tables import BY_NAME
from watchkeeper.law import shelf
from watchkeeper.suspects.gathering import cases_as_known, month_of, open_refs, waits_of
from watchkeeper.suspects.models import Referral
from watchkeeper.suspects.rules.closing import closed
from watchkeeper.suspects.rules.forecast import forecast
from watchkeeper.synth.planted.suspects import KINDS
from watchkeeper.synth.suspects import a_quarter
from watchkeeper.synth.writing import write
from watchkeeper.workforce.actions.officers import ensure_system_officer

NIGHT = datetime(2026, 11, 2, 6, tzinfo=UTC)
ON = NIGHT.date()
LATER = NIGHT + timedelta(hours=20)  # after the night has ended
LAW = shelf.load()
PEOPLE, REFERRALS = 120, 160


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
        write(files, people=PEOPLE, seed=5, on=ON, answers=key, crimes=0, missing=0, suspects=REFERRALS)
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
    through = Entry.objects.order_by("-number").values_list("number", flat=True)[0]
    connection.close()  # the reader of the brief brings an SQLite of its own
    return of_suspects(of_django(settings.DATABASES["default"]), Asked(ON, known_at), LAW, through)


def test_every_row_is_taken(force: Loaded) -> None:
    assert [(each.table, each.rejected) for each in force.report.outcomes if each.rejected] == []


@pytest.mark.parametrize("when", ["early", "late"])
def test_the_brief_finds_every_fault_and_blames_nobody_else(when: str, force: Loaded) -> None:
    wanted = {(who["who"], *shown) for who in force.key["suspects"] for shown in map(tuple, who["expect"])}
    found = {(line.who, str(line.section), line.what) for line in getattr(force, when)}
    assert {fault["kind"] for fault in force.key["suspects"]} == {kind.name for kind in KINDS}
    assert (sorted(wanted - found), sorted(found - wanted)) == ([], [])


@pytest.mark.parametrize(("when", "at"), [("early", NIGHT), ("late", LATER)])
def test_the_pages_and_the_brief_agree(when: str, at: datetime, force: Loaded, db: None) -> None:
    refs = [*Referral.objects.values_list("ref", flat=True)]
    at = judged_at(on=ON, known_at=at)
    cases = cases_as_known(refs, LAW, at=at, known_at=at).values()
    shown = {(line.who, line.what, line.about, line.why) for line in suspect_lines(cases, LAW, on=ON, at=at)}
    assert shown == {(line.who, line.what, line.about, line.why) for line in getattr(force, when)}


def test_no_line_names_a_person(force: Loaded) -> None:
    (who,) = [fault["who"] for fault in force.key["suspects"] if fault["kind"] == "manager not told"]
    (line,) = [each for each in force.early if each.who == who]
    assert "P0" not in " ".join((*line.why, line.about))


def test_there_are_as_many_as_asked_for_and_some_are_closed(force: Loaded, db: None) -> None:
    assert Referral.objects.count() == REFERRALS
    refs = [*Referral.objects.values_list("ref", flat=True)]
    cases = cases_as_known(refs, LAW, at=NIGHT, known_at=NIGHT)
    shut = {ref for ref, case in cases.items() if closed(case, LAW, at=NIGHT) is not None}
    assert shut
    assert set(open_refs(law=LAW, at=NIGHT, known_at=NIGHT)) == set(refs) - shut


def test_a_flood_changes_the_forecast_and_names_whom_it_will_fail(force: Loaded, db: None) -> None:
    cases = cases_as_known(open_refs(law=LAW, at=NIGHT, known_at=NIGHT), LAW, at=NIGHT, known_at=NIGHT)
    queue = waits_of(cases.values(), LAW, at=NIGHT)
    month = month_of("", LAW, at=NIGHT, known_at=NIGHT)
    assert month.enforced
    calm, flood = (forecast(queue, month, LAW, on=ON, at=NIGHT, times=times, seed=1) for times in (1, 10))
    assert flood.weeks[-1].waiting > 5 * calm.weeks[-1].waiting
    assert flood.to_come > calm.to_come
    assert {each.ref for each in calm.fails} < {each.ref for each in flood.fails}
    assert {each.ref for each in flood.fails} <= set(cases)


def test_london_has_1_000_in_a_month() -> None:
    assert a_quarter(7_100) == 3_000
