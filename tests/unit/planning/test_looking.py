"""Who is shown what of a plan, from when, and what each look leaves behind."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.conftest import NOON, ON
from tests.unit.planning.plans import KEY, NIGHT, PLAN, store
from tests.unit.workforce.officers import INSPECTOR, MANAGER, SERGEANT, officer
from tests.unit.workforce.records import CARRIED, person, refused
from watchkeeper.access.models import ConflictDeclared, Restriction
from watchkeeper.audit.actions import entries
from watchkeeper.law.shelf import Shelf
from watchkeeper.planning import models
from watchkeeper.planning.actions.altering import (
    announce,
    crew_back,
    crew_off,
    drop,
    move,
    pin,
    ran_long,
    take_back,
)
from watchkeeper.planning.actions.drawing import reveal_key, verify_night
from watchkeeper.planning.actions.looking import issue_round, look_at_plan, look_at_round
from watchkeeper.planning.facts import NightPlan
from watchkeeper.planning.stored import issued, looks_at, nights_of, plan_now
from watchkeeper.visits.facts import NoticeReason
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Rank, Role
from watchkeeper.workforce.models import Officer as StoredOfficer

pytestmark = pytest.mark.django_db

SHIFT = datetime(2026, 3, 23, 7, 0, tzinfo=UTC)
DAY_AFTER = NIGHT + timedelta(days=1)
DETECTIVE = officer("O11", Rank.CONSTABLE, Role.INSPECTION)
CREW = "O1+O7"


@pytest.fixture(autouse=True)
def stored() -> NightPlan:
    for each in PLAN.candidates:
        person(each.person)
    return store()


def a_conflict(who: str, by: str) -> None:
    ConflictDeclared.objects.create(
        ref="C1", person_ref=who, officer_ref=by, since=ON, by=by, sealed=False, recorded_at=NOON,
        known_from=NOON, act=1,
    )  # fmt: skip


def asked(law: Shelf, by: Any = SERGEANT, *, on: date = ON, at: datetime = NOON) -> dict[str, Any]:
    return {"by": by, "on": on, "law": law, "purpose": "the day's visits", "at": at}


def the_day(law: Shelf, by: Any, at: datetime = SHIFT) -> dict[str, Any]:
    return asked(law, by, on=NIGHT, at=at)


def test_a_planner_sees_the_whole_plan_and_the_look_is_kept(law: Shelf):
    assert look_at_plan("U1", night=NIGHT, **asked(law)) == PLAN
    (look,) = looks_at("U1", NIGHT, known_at=NOON)
    assert (look.officer, look.at, look.crew) == ("O2", NOON, ())
    assert list(entries())[-1].purpose == "the day's visits"


@pytest.mark.parametrize(
    ("by", "words"),
    [
        (MANAGER, "is offender manager"),
        (DETECTIVE, "is inspection officer"),
        (replace(SERGEANT, unit="U2"), "not of unit U1"),
    ],
)
def test_nobody_else_does(law: Shelf, by: Any, words: str):
    with pytest.raises(Refused):
        look_at_plan("U1", night=NIGHT, **asked(law, by))
    refused(words)
    assert not models.PlanLook.objects.exists()


def test_of_a_record_shut_to_the_planner_only_the_time_is_shown(law: Shelf):
    a_conflict("P1", "O2")
    Restriction.objects.create(
        ref="R1", person_ref="P4", by="O3", since=ON, review_by=DAY_AFTER, named="O3", recorded_at=NOON,
        known_from=NOON, act=1,
    )  # fmt: skip
    seen = look_at_plan("U1", night=NIGHT, **asked(law))
    text = str(seen)
    assert "P1" not in text
    assert "P4" not in text
    assert seen.rounds[0].visits[0].person == "not available"
    assert seen.rounds[0].visits[0].starts_minute == PLAN.rounds[0].visits[0].starts_minute


def test_a_crew_sees_its_own_round_when_its_shift_begins_and_so_is_handed_it(law: Shelf):
    one = look_at_round("U1", night=NIGHT, **the_day(law, MANAGER))
    assert one == PLAN.rounds[0]
    (issue,) = issued("U1", NIGHT, known_at=SHIFT)
    assert (issue.crew, issue.by) == (CREW, "O1")
    look_at_round("U1", night=NIGHT, **the_day(law, replace(MANAGER, ref="O7"), SHIFT + timedelta(minutes=1)))
    later = SHIFT + timedelta(hours=1)
    assert len(issued("U1", NIGHT, known_at=later)) == 1, "handed over once"
    assert [look.officer for look in looks_at("U1", NIGHT, known_at=later)] == ["O1", "O7"]


@pytest.mark.parametrize(
    ("who", "at", "words"),
    [
        ("O1", SHIFT - timedelta(minutes=16), "shown from 06:45"),
        ("O8", SHIFT, "shown from 12:45"),
        ("O6", SHIFT, "on the crew of a round"),
        ("O1", SHIFT + timedelta(days=1), "the day is not over"),
    ],
)
def test_no_sooner_no_later_and_no_other_crews(law: Shelf, who: str, at: datetime, words: str):
    with pytest.raises(Refused):
        look_at_round("U1", night=NIGHT, **asked(law, replace(MANAGER, ref=who), on=at.date(), at=at))
    refused(words)
    assert not models.PlanLook.objects.exists()


def test_a_planner_hands_a_round_over_from_the_same_minute(law: Shelf):
    with pytest.raises(Refused):
        issue_round("U1", CREW, night=NIGHT, **the_day(law, SERGEANT, SHIFT - timedelta(minutes=16)))
    refused("shown from 06:45")
    issue_round("U1", CREW, night=NIGHT, **the_day(law, SERGEANT, SHIFT - timedelta(minutes=15)))
    with pytest.raises(Refused):
        issue_round("U1", "O1+O2", night=NIGHT, **the_day(law, SERGEANT))
    refused("crew O1+O2 has a round")
    with pytest.raises(Refused):
        issue_round("U1", CREW, night=NIGHT, **the_day(law, MANAGER))
    refused("is offender manager")


def test_a_crew_that_cannot_go_is_given_nobody_and_handed_nothing(law: Shelf):
    crew_off("U1", NIGHT, CREW, reason="sick", **asked(law))
    for change in (
        lambda: pin("U1", NIGHT, "P6", CREW, reason="asked by the inspector", **asked(law)),
        lambda: move("U1", NIGHT, "P2", crew=CREW, reason="nearer", **asked(law)),
        lambda: issue_round("U1", CREW, night=NIGHT, **the_day(law, SERGEANT)),
    ):
        with pytest.raises(Refused):
            change()
        refused("the crew can go")


def test_nobody_is_given_to_a_crew_whose_shift_is_over(law: Shelf):
    over = SHIFT + timedelta(hours=8)
    for change in (
        lambda: pin("U1", NIGHT, "P6", CREW, reason="asked by the inspector", **the_day(law, SERGEANT, over)),
        lambda: move("U1", NIGHT, "P3", crew=CREW, reason="nearer", **the_day(law, SERGEANT, over)),
        lambda: issue_round("U1", CREW, night=NIGHT, **the_day(law, SERGEANT, over)),
    ):
        with pytest.raises(Refused):
            change()
        refused("the shift of O1 and O7 ended at 15:00")
    assert not models.Altered.objects.exists()


def test_a_crew_finds_the_plans_it_is_on(law: Shelf):
    assert [plan.ref for plan in nights_of(MANAGER, NIGHT, known_at=NOON)] == [PLAN.ref]
    assert nights_of(SERGEANT, NIGHT, known_at=NOON) == ()


def now() -> NightPlan:
    plan = plan_now("U1", NIGHT, known_at=NOON)
    assert plan is not None
    return plan


def test_each_change_is_an_event_with_its_reason_and_what_it_does_to_the_lottery(law: Shelf):
    move("U1", NIGHT, "P2", crew="O8+O9", reason="nearer", **asked(law))
    pin("U1", NIGHT, "P6", CREW, reason="asked by the inspector", **asked(law))
    ran_long("U1", NIGHT, "P1", minutes=20, reason="a search", **asked(law))
    drop("U1", NIGHT, "P3", reason="in court", **asked(law))
    kinds = models.Altered.objects.order_by("id").values_list("kind", "outside", "reason")
    assert list(kinds) == [
        ("moved", False, "nearer"),
        ("pinned", True, "asked by the inspector"),
        ("ran long", False, "a search"),
        ("dropped", False, "in court"),
    ]
    assert [v.person for v in now().rounds[0].visits] == ["P1", "P6"]
    assert [v.person for v in now().rounds[1].visits] == ["P2"]
    assert any("not drawn: the visit is outside the lottery" in " ".join(e.reasons) for e in entries())


@pytest.mark.parametrize("name", ["pin", "move", "drop", "crew_off", "crew_back", "take_back", "ran_long"])
def test_each_change_needs_the_power_a_reason_and_need_to_know(law: Shelf, name: str):
    def change(reason: str, by: Any) -> None:
        of = {"reason": reason, **asked(law, by)}
        match name:
            case "pin":
                pin("U1", NIGHT, "P5", CREW, **of)
            case "move":
                move("U1", NIGHT, "P2", part="evening", **of)
            case "drop":
                drop("U1", NIGHT, "P2", **of)
            case "crew_off":
                crew_off("U1", NIGHT, CREW, **of)
            case "crew_back":
                crew_back("U1", NIGHT, CREW, **of)
            case "take_back":
                take_back("U1", NIGHT, "P3", **of)
            case _:
                ran_long("U1", NIGHT, "P2", minutes=5, **of)

    earlier = 0
    if name in ("crew_back", "take_back"):
        drop("U1", NIGHT, "P3", reason="in court", **asked(law))
        crew_off("U1", NIGHT, CREW, reason="sick", **asked(law))
        earlier = 2
    for by, reason, words in (
        (MANAGER, "why", "is offender manager"),
        (SERGEANT, " ", "a reason is given"),
        (replace(SERGEANT, unit="U2"), "why", "not of unit U1"),
    ):
        with pytest.raises(Refused):
            change(reason, by)
        refused(words)
    assert models.Altered.objects.count() == earlier
    change("why", SERGEANT)
    assert models.Altered.objects.latest("id").act == list(entries())[-2].number


def test_nobody_is_pinned_to_a_crew_that_may_not_open_the_record(law: Shelf):
    StoredOfficer.objects.create(ref="O7", rank="constable", role="offender manager", unit="U1", **CARRIED)
    a_conflict("P5", "O7")
    with pytest.raises(Refused):
        pin("U1", NIGHT, "P5", CREW, reason="why", **asked(law))
    refused("the record is open to the crew")


def test_a_conflict_declared_since_shuts_the_visit_to_the_officer(law: Shelf):
    a_conflict("P1", "O1")
    seen = look_at_round("U1", night=NIGHT, **the_day(law, MANAGER))
    assert [v.person for v in seen.visits] == ["not available", "P2"]


def test_a_visit_is_announced_with_authority_only_and_the_hours_are_counted(law: Shelf):
    def tell(by: Any, **more: Any) -> None:
        announce(
            "U1", NIGHT, "P1", notice=NoticeReason.OTHER, hours=4, reason="a new carer",
            **{**asked(law, by), **more},
        )  # fmt: skip

    assert all(visit.notice_hours is None for one in now().rounds for visit in one.visits)
    with pytest.raises(Refused):
        tell(MANAGER)
    refused("sergeant or above is needed")
    with pytest.raises(Refused):
        tell(replace(SERGEANT, ref="O7"))
    refused("own work is decided by another officer")
    tell(SERGEANT)
    assert now().rounds[0].visits[0].notice_hours == 4


def test_the_key_is_shown_to_nobody_before_the_day_is_over(law: Shelf):
    for by in (INSPECTOR, DETECTIVE):
        with pytest.raises(Refused):
            reveal_key("U1", night=NIGHT, **the_day(law, by))
        refused("is not over")
    with pytest.raises(Refused):
        verify_night("U1", night=NIGHT, **the_day(law, DETECTIVE))
    refused("is revealed")
    with pytest.raises(Refused):
        reveal_key("U1", night=NIGHT, **asked(law, SERGEANT, on=DAY_AFTER, at=SHIFT + timedelta(days=1)))
    refused("is supervisor")


def test_afterwards_anybody_may_draw_again(law: Shelf):
    after = {"on": DAY_AFTER, "at": SHIFT + timedelta(days=1)}
    assert reveal_key("U1", night=NIGHT, **asked(law, DETECTIVE, **after)).key == KEY
    reveal_key("U1", night=NIGHT, **asked(law, INSPECTOR, **after))
    assert models.KeyRevealed.objects.count() == 1
    found = verify_night("U1", night=NIGHT, **asked(law, MANAGER, **after))
    assert found.holds
    assert (found.tickets, found.visits, found.outside) == (6, 3, 0)
