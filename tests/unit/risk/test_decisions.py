"""Reviews, overrides and reactive management are acts, each with its power, its rank and its trail."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import INSPECTOR, MANAGER, SERGEANT
from tests.unit.workforce.records import CARRIED, last, person, refused
from watchkeeper.audit.actions import check
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.risk.actions.deciding import (
    approve_reactive,
    override_interval,
    override_level,
    restore_interval,
    review_management,
    standing_override,
)
from watchkeeper.risk.actions.levelling import set_level
from watchkeeper.risk.facts import Level, OverrideKind
from watchkeeper.risk.models import Override, Plan, Review, ReviewRecord, SetLevel
from watchkeeper.risk.stored import held, levels_of, plans_of, reviews_of
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.models import Managed

pytestmark = pytest.mark.django_db
UNTIL = ON + timedelta(days=30)
LATER = NOON + timedelta(hours=1)
ENTRY = Decision((Reason(True, "level low", "entry test"),))
PILLARS = "supervision;monitoring and control;interventions and treatment;victim safety"


@pytest.fixture
def asked(law: Shelf) -> dict[str, Any]:
    person()
    early = date(2025, 1, 6)
    SetLevel.objects.create(ref="L1", person_ref="P1", level="medium", set_on=early, set_by="O1", **CARRIED)
    Plan.objects.create(ref="N1", person_ref="P1", made_on=early, pillars=PILLARS, **CARRIED)
    Managed.objects.create(ref="M1", person_ref="P1", officer_ref="O1", since=early, **CARRIED)
    return {"on": ON, "law": law, "purpose": "supervision", "at": NOON}


def reviewed(asked: dict[str, Any], **more: Any) -> ReviewRecord:
    read = asked["law"]["supervisor_review_reads"].words(ON)
    given = {"read": read, "directed": "see the mother", "next_on": UNTIL, "by": SERGEANT, **asked, **more}
    return review_management("P1", **given)


def levelled(asked: dict[str, Any], **more: Any) -> Override:
    given = {"person_ref": "P1", "reason": "letters", "until": UNTIL, "by": INSPECTOR, **asked, **more}
    return override_level(given.pop("level", Level.HIGH), **given)


def visited(asked: dict[str, Any], **more: Any) -> Override:
    given = {"person_ref": "P1", "reason": "settled", "until": UNTIL, "by": SERGEANT, **asked, **more}
    return override_interval(given.pop("months", 9), **given)


def reactive(asked: dict[str, Any], **more: Any) -> Plan:
    given = {"person_ref": "P1", "reason": "settled", "entry": ENTRY, "by": INSPECTOR, **asked, **more}
    return approve_reactive(**given)


def test_a_review_of_everything_starts_the_clock(asked: dict[str, Any]):
    row = reviewed(asked)
    assert row.review_ref
    assert reviews_of(["P1"], on=ON, known_at=NOON)["P1"].reviewed_by == "O2"
    assert row.fact().directed == "see the mother"
    assert not any("see the mother" in reason for reason in last().reasons)
    assert check().holds


def test_a_review_of_a_part_is_kept_and_starts_none(asked: dict[str, Any]):
    row = reviewed(asked, read=["visits"])
    assert row.fact().read == ("visits",)
    assert (row.review_ref, Review.objects.count()) == ("", 0)


@pytest.mark.parametrize(
    ("verb", "model", "by", "why"),
    [
        (reviewed, ReviewRecord, MANAGER, "is a constable"),
        (levelled, Override, SERGEANT, "is a sergeant"),
        (visited, Override, MANAGER, "is a constable"),
        (reactive, Plan, SERGEANT, "is a sergeant"),
        (reviewed, ReviewRecord, replace(SERGEANT, unit="U2"), "not of the person's unit"),
        (levelled, Override, replace(INSPECTOR, unit="U2"), "not of the person's unit"),
        (visited, Override, replace(SERGEANT, unit="U2"), "not of the person's unit"),
        (reactive, Plan, replace(INSPECTOR, unit="U2"), "not of the person's unit"),
        (reviewed, ReviewRecord, replace(SERGEANT, ref="O1"), "own work"),
        (levelled, Override, replace(INSPECTOR, ref="O1"), "own work"),
        (visited, Override, replace(SERGEANT, ref="O1"), "own work"),
        (reactive, Plan, replace(INSPECTOR, ref="O1"), "own work"),
    ],
)
def test_refused_without_the_power_the_need_or_another_officer(
    verb: Any, model: Any, by: Any, why: str, asked: dict[str, Any]
):
    before = model.objects.count()
    with pytest.raises(Refused, match=why):
        verb(asked, by=by)
    refused(why)
    assert model.objects.count() == before


def test_a_review_of_nothing_or_looking_back_is_refused(asked: dict[str, Any]):
    with pytest.raises(Refused, match="something was read"):
        reviewed(asked, read=[], directed=" ")
    with pytest.raises(Refused, match="on a day to come"):
        reviewed(asked, next_on=ON)
    assert not ReviewRecord.objects.exists()


def test_a_level_overridden_is_the_level_and_the_override_says_from_what(asked: dict[str, Any]):
    row = levelled(asked).fact()
    assert (row.was, row.now, row.rank, row.until) == ("medium", "high", "inspector", UNTIL)
    assert levels_of(["P1"], on=ON, known_at=NOON)["P1"].level is Level.HIGH
    assert standing_override("P1", OverrideKind.LEVEL, on=ON, known_at=NOON) == row
    set_level(Level.LOW, person_ref="P1", set_on=ON, by=MANAGER, **{**asked, "at": LATER})
    assert standing_override("P1", OverrideKind.LEVEL, on=ON, known_at=LATER) is None
    assert levels_of(["P1"], on=ON, known_at=LATER)["P1"].level is Level.LOW


def test_an_override_confirmed_anew_remembers_what_it_departed_from(asked: dict[str, Any]):
    levelled(asked)
    again = levelled({**asked, "at": LATER}).fact()
    assert (again.was, again.now) == ("medium", "high")
    with pytest.raises(Refused, match="changes the level of risk from medium"):
        levelled({**asked, "at": LATER}, level=Level.MEDIUM)
    with pytest.raises(Refused, match="runs for 90 days at most"):
        levelled({**asked, "at": LATER}, until=ON + timedelta(days=91))


def test_an_interval_overridden_is_an_approved_plan_with_its_reason_and_can_be_undone(asked: dict[str, Any]):
    row = visited(asked).fact()
    assert (row.was, row.now) == ("every 6 months", "every 9 months")
    plan = plans_of(["P1"], on=ON, known_at=NOON)["P1"]
    assert (plan.ref, plan.visit_every_months, plan.deviation_reason) == (row.about, 9, "settled")
    assert (plan.approved_by, plan.approved_on, len(plan.pillars)) == ("O2", ON, 4)
    restore_interval("P1", reason="unsettled", by=SERGEANT, **{**asked, "at": LATER})
    assert plans_of(["P1"], on=ON, known_at=LATER)["P1"].visit_every_months is None
    with pytest.raises(Refused, match="an override stands"):
        restore_interval("P1", reason="again", by=SERGEANT, **{**asked, "at": LATER})


def test_an_interval_is_not_overridden_without_a_level_or_a_plan(asked: dict[str, Any]):
    person("P2")
    with pytest.raises(Refused, match=r"a level of risk is recorded.*nothing under supervision"):
        visited(asked, person_ref="P2")
    assert not Override.objects.exists()


def test_reactive_management_is_a_plan_approved_and_refused_with_every_reason(asked: dict[str, Any]):
    plan = reactive(asked).fact()
    assert (plan.reactive, plan.reactive_since, plan.approved_by) == (True, ON, "O3")
    shut = Decision((Reason(False, "level high", "entry test"), Reason(False, "unread: 2", "entry test")))
    with pytest.raises(Refused, match=r"level high.*unread: 2.*no reason is given"):
        reactive({**asked, "at": LATER}, entry=shut, reason=" ")
    refused("level high", "unread: 2", "no reason is given")


def test_a_load_counts_each_person_at_their_level(asked: dict[str, Any]):
    person("P2")
    Managed.objects.create(ref="M2", person_ref="P2", officer_ref="O1", since=date(2025, 1, 6), **CARRIED)
    assert held(["O1", "O2"], on=ON, known_at=NOON) == {"O1": {"medium": 1, "not recorded": 1}, "O2": {}}
