"""Looking round: what is due is asked for once, however often and by however many it is looked for."""

import zlib
from datetime import UTC, date, datetime, timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import INSPECTOR, SERGEANT
from tests.unit.workforce.records import CARRIED, person, unit
from watchkeeper import today
from watchkeeper.accounts.models import Account
from watchkeeper.alerts.actions import deliver, raise_alerts
from watchkeeper.alerts.facts import Channel, Kind, Raising, Urgency
from watchkeeper.alerts.models import Alert
from watchkeeper.alerts.stored import incidents, open_to
from watchkeeper.audit.models import Entry
from watchkeeper.briefing.facts import Brief, Line, Section
from watchkeeper.briefing.models import FrozenBrief
from watchkeeper.briefing.paper import as_json
from watchkeeper.jobs import tasks
from watchkeeper.jobs.models import Job
from watchkeeper.jobs.schedule import look_round
from watchkeeper.law.shelf import Shelf
from watchkeeper.risk.facts import Level
from watchkeeper.workforce.facts import Officer, Rank
from watchkeeper.workforce.models import Officer as StoredOfficer

pytestmark = pytest.mark.django_db

LINES = (
    Line(Section.DECISIONS, "P1", "whereabouts unknown", ON, 1, "sergeant, U1", "U1", (), "", Level.HIGH),
    Line(Section.UNMANAGED, "P2", "visit", ON, 1, "O1", "U1", (), "", Level.HIGH),
    Line(Section.OVERDUE, "P3", "plan", ON, 1, "O1", "U1", (), "", Level.HIGH),
)


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(today, "now", lambda: NOON)
    monkeypatch.setattr(today, "today", lambda: ON)


def brief(on: date = ON) -> FrozenBrief:
    content = as_json(Brief(on, NOON, "x", 3, "", "", LINES))
    return FrozenBrief.objects.create(
        on=on, known_at=NOON, policy_version="x", compiled_at=NOON, act=1, through=1, digest="d",
        content=zlib.compress(content),
    )  # fmt: skip


def keys() -> list[str]:
    return [*Job.objects.order_by("id").values_list("key", flat=True)]


def enter(officer: Officer) -> None:
    StoredOfficer.objects.create(
        ref=officer.ref, rank=officer.rank, role=officer.role, unit=officer.unit, **CARRIED
    )


def test_the_days_brief_is_asked_for_once(law: Shelf) -> None:
    person()
    assert look_round(law, at=NOON) == 1
    assert look_round(law, at=NOON + timedelta(hours=1)) == 0
    assert keys() == [f"brief {ON}"]


def test_an_empty_register_is_left_alone(law: Shelf) -> None:
    assert look_round(law, at=NOON) == 0
    assert not Entry.objects.exists()


def test_the_next_day_asks_for_its_own_and_a_missed_one_is_not_made_up(law: Shelf) -> None:
    person()
    look_round(law, at=NOON)
    look_round(law, at=NOON + timedelta(days=3))
    assert keys() == [f"brief {ON}", f"brief {ON + timedelta(days=3)}"]


def test_in_summer_the_hour_is_londons(law: Shelf) -> None:
    person()
    brief(date(2026, 7, 1))
    assert look_round(law, at=datetime(2026, 7, 2, 3, 59, tzinfo=UTC)) == 1, "alerts of yesterday's alone"
    assert look_round(law, at=datetime(2026, 7, 2, 4, 0, tzinfo=UTC)) == 1
    assert keys()[-1] == "brief 2026-07-02"


def test_a_brief_somebody_compiled_by_hand_has_its_alerts_raised(law: Shelf) -> None:
    person()
    frozen = brief()
    assert look_round(law, at=NOON) == 1
    assert keys() == [f"alerts of brief {frozen.id}"]


def test_alerts_are_raised_once_however_often_the_job_is_begun(law: Shelf) -> None:
    frozen = brief()
    assert tasks.raise_of_brief.call(frozen.id) == 2
    assert tasks.raise_of_brief.call(frozen.id) == 0
    assert tasks.raise_of_brief.call(brief().id) == 0
    assert sorted(Alert.objects.values_list("person_ref", flat=True)) == ["P1", "P2"]


@pytest.mark.django_db(transaction=True)
def test_a_night_compiled_again_is_the_brief_that_was_frozen(law: Shelf) -> None:
    unit()
    asked = (ON.isoformat(), NOON.isoformat())
    first = tasks.compile_night.call(*asked)
    assert tasks.compile_night.call(*asked) == first
    assert FrozenBrief.objects.count() == 1


def test_a_job_that_failed_is_tried_again_and_then_somebody_is_told(law: Shelf) -> None:
    person()
    for times in (1, 2, 3):
        at = NOON + timedelta(minutes=10 * times)
        assert look_round(law, at=at) == 1
        DBTaskResult.objects.update(status="FAILED", exception_class_path="x.SomeError")
        assert Job.objects.latest("id").attempt == times
    look_round(law, at=NOON + timedelta(hours=2))
    look_round(law, at=NOON + timedelta(hours=3))
    (alert,) = Alert.objects.all()
    assert (alert.kind, alert.says) == (Kind.FAILED_JOB, f"brief {ON}: failed 3 times")
    assert Job.objects.count() == 3


OWED = Raising(Kind.DECISION, "P1: owed", "P1", "c", "U1", Rank.SERGEANT, Urgency.NOW, "/people/P1/")


def test_alerts_shown_to_nobody_are_an_incident_that_is_raised_once(law: Shelf) -> None:
    for officer in (SERGEANT, INSPECTOR):
        enter(officer)
    raised = raise_alerts([OWED], on=ON, law=law, purpose="x", at=NOON)
    look_round(law, at=NOON + timedelta(minutes=14))
    assert Alert.objects.count() == 1
    late = NOON + timedelta(minutes=15)
    assert [alert.ref for alert, _ in incidents(law, at=late, on=ON)] == [raised[0].ref]
    look_round(law, at=late)
    look_round(law, at=late + timedelta(minutes=1))
    assert Alert.objects.latest("id").says == "1 alert has been shown to nobody"
    assert Alert.objects.count() == 2
    deliver(raised, to=SERGEANT, channel=Channel.PAGE, on=ON, law=law, at=late)
    assert [alert.raising.kind for alert, _ in incidents(law, at=late, on=ON)] == []


def test_silence_puts_it_before_the_inspector(law: Shelf) -> None:
    for officer in (SERGEANT, INSPECTOR):
        enter(officer)
    raise_alerts([OWED], on=ON, law=law, purpose="x", at=NOON)

    def before(officer: Officer, minutes: int) -> int:
        return len(open_to(officer, law, at=NOON + timedelta(minutes=minutes), on=ON))

    assert (before(SERGEANT, 29), before(INSPECTOR, 29)) == (1, 0)
    assert (before(SERGEANT, 30), before(INSPECTOR, 30)) == (1, 1)
    assert before(SERGEANT, -1) == 0, "not raised yet"


def test_a_digest_is_asked_for_once_a_day_for_each_officer_with_an_address(law: Shelf) -> None:
    for login, email in (("one", "one@example.org"), ("two", "")):
        Account.objects.create(login=login, officer_ref=f"O-{login}", email=email, made_at=NOON)
    assert look_round(law, at=NOON) == 1
    assert look_round(law, at=NOON + timedelta(hours=1)) == 0
    assert look_round(law, at=NOON + timedelta(days=1)) == 1
    assert keys() == [f"digest {ON} O-one", f"digest {ON + timedelta(days=1)} O-one"]
