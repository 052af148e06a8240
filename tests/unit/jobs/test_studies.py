"""Studies of the planner as jobs: carried out once, in the name of who asked, whatever dies meanwhile."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.conftest import NOON
from tests.unit.planning.small_unit import PEOPLE, asked, map_for, store
from tests.unit.workforce.officers import officer
from tests.unit.workforce.records import CARRIED
from watchkeeper import today
from watchkeeper.jobs import studies, study_work
from watchkeeper.jobs.asking import last_attempt
from watchkeeper.jobs.models import Job
from watchkeeper.jobs.rules import State
from watchkeeper.jobs.schedule import look_round
from watchkeeper.jobs.worker import work
from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.actions.studying import ask_study
from watchkeeper.planning.models import Study
from watchkeeper.planning.simulating import capacity
from watchkeeper.planning.stored import figures_of, study_of
from watchkeeper.planning.study import Matter, StudyAsked
from watchkeeper.planning.study import Study as Asked
from watchkeeper.web.studies import underway
from watchkeeper.workforce.facts import Rank, Role
from watchkeeper.workforce.models import Officer as StoredOfficer

pytestmark = pytest.mark.django_db(transaction=True)

LATER = NOON + timedelta(minutes=1)


@pytest.fixture(autouse=True)
def at_noon(law: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small unit on a map of its own, a minute past noon, in a home of its own."""
    monkeypatch.setattr(today, "now", lambda: LATER)
    monkeypatch.setattr(settings, "HOME", tmp_path)
    monkeypatch.setattr(study_work, "map_of", lambda setting, law, *, on: map_for(law))
    store(PEOPLE[:8])


def test_a_study_asked_for_is_queued_whatever_dies_and_kept_once(law: Shelf) -> None:
    study = ask_study(StudyAsked(Matter.CAPACITY, "U1", 1, 1, (6,)), **asked(law))
    assert look_round(law, at=NOON), "nobody queued it: the next look does"
    assert not studies.ask_to_carry_out(study, law, at=NOON), "and nobody does so again"
    work(once=True)
    attempt = last_attempt(f"{studies.STUDYING}{study.ref}")
    assert attempt is not None
    assert attempt.state is State.DONE
    done = study_of(study.ref, known_at=LATER)
    assert done is not None
    assert (done.by, done.done_at) == ("S1", LATER)
    figures = figures_of(study.ref, known_at=LATER)
    assert figures is not None
    assert figures["people"] == 8
    assert study_work.progress_of(study.ref) == {}
    assert studies.carry_out_study.call(study.ref) == done.digest, "begun again it is what stands"
    assert Study.objects.count() == 2
    assert Job.objects.filter(key__startswith=studies.STUDYING).count() == 1


def test_how_far_it_is_can_be_read_meanwhile(law: Shelf) -> None:
    progress = study_work.Progress("act-1")
    assert study_work.progress_of("act-1") == {}
    progress.tell(3, 8)
    assert study_work.progress_of("act-1") == {"done": 3, "of": 8}
    progress.end()
    assert study_work.progress_of("act-1") == {}


def test_stopped_when_every_run_is_done_it_is_put_together_all_the_same() -> None:
    progress = study_work.Progress("act-1")
    study_work.stop("act-1")
    with pytest.raises(study_work.StoppedError):
        progress.tell(19, 20)
    study = Asked("act-1", StudyAsked(Matter.WHAT_IF, "U1", 1, 20), "I1", NOON, "")
    assert underway(study).stopped
    progress.tell(20, 20)
    now = underway(study)
    assert (now.stopped, now.all_done) == (False, True)


def test_a_study_cut_short_goes_on_after_the_runs_it_had_finished(
    law: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = ask_study(StudyAsked(Matter.CAPACITY, "U1", 1, 1, (6, 12)), **asked(law))
    simulate, done = capacity.study, []

    def until_the_power_goes(*given: Any, **more: Any) -> capacity.Capacity:
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(more["times"])
        return simulate(*given, **more)

    with monkeypatch.context() as patched:
        patched.setattr(capacity, "study", until_the_power_goes)
        with pytest.raises(KeyboardInterrupt):
            studies.carry_out_study.call(study.ref)
    kept = sorted((tmp_path / "studies" / study.ref).glob("*.json"))
    assert len(kept) == 2
    kept[0].write_text('{"cut": "off')
    again: list[object] = []

    def counted(*given: Any, **more: Any) -> capacity.Capacity:
        again.append(more["times"])
        return simulate(*given, **more)

    monkeypatch.setattr(capacity, "study", counted)
    studies.carry_out_study.call(study.ref)
    found = figures_of(study.ref, known_at=LATER)
    assert found is not None
    assert len(again) == len(found["capacity"]["options"]) - 1, "one was read back, the damaged one run again"
    assert not (tmp_path / "studies" / study.ref).exists()
    fresh = ask_study(StudyAsked(Matter.CAPACITY, "U1", 1, 1, (6, 12)), **asked(law))
    studies.carry_out_study.call(fresh.ref)
    other = figures_of(fresh.ref, known_at=LATER)
    assert other is not None
    assert other["capacity"] == found["capacity"], "the same figures to the last digit"


def test_what_somebody_carries_out_where_they_asked_is_nobody_elses(law: Shelf) -> None:
    study = ask_study(StudyAsked(Matter.CAPACITY, "U1", 1, 1, (6,)), **asked(law))
    study_work.stop(study.ref)
    assert not studies.ask_waiting(law, at=NOON), "held by hand: no worker takes it up"
    study_work.let_go_on(study.ref)
    assert studies.ask_waiting(law, at=NOON) == 1


def test_a_what_if_that_is_stopped_keeps_what_is_done_and_goes_on(
    law: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inspector = officer("I1", Rank.INSPECTOR, Role.DUTY_INSPECTOR)
    StoredOfficer.objects.create(ref="I1", rank="inspector", role="duty inspector", unit="U1", **CARRIED)
    of = StudyAsked(Matter.WHAT_IF, "U1", 1, 2, crews=(1.0,))
    study = ask_study(of, **asked(law, by=inspector))
    study_work.stop(study.ref)
    assert studies.ask_to_carry_out(study, law, at=NOON)
    work(once=True)
    assert study_of(study.ref, known_at=LATER) == study, "not done"
    assert study_work.progress_of(study.ref) == {"done": 1, "of": 2}
    assert study_work.is_stopped(study.ref)
    assert not studies.ask_waiting(law, at=LATER), "nothing goes on by itself"
    assert studies.go_on(study, law, at=LATER)
    assert not studies.go_on(study, law, at=LATER), "pressed twice, it goes on once"
    ran: list[str] = []
    kept = study_work.Runs.kept
    monkeypatch.setattr(
        study_work.Runs,
        "kept",
        lambda self, name, kind, run: kept(self, name, kind, lambda: ran.append(name) or run()),
    )
    work(once=True)
    done = study_of(study.ref, known_at=LATER)
    assert done is not None
    assert (done.by, done.done_at) == ("I1", LATER)
    assert ran == ["unit U1, scenario 0, 1.0 crews, seed 2"], "the first run and the unit were kept"
    figures = figures_of(study.ref, known_at=LATER)
    assert figures is not None
    assert len(figures["what_if"]["outlooks"]) == 1
    assert not (tmp_path / "studies" / study.ref).exists()
