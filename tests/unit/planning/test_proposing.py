"""Planning a night: what is stored, who is told nothing, and the same plan from the same facts."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings

from tests.conftest import NOON, ON
from tests.unit.planning.small_unit import (
    CREW,
    KEY,
    LATE,
    MORNING,
    NIGHT,
    SERGEANT,
    asked,
    knock,
    map_for,
    proposed,
    store,
)
from tests.unit.workforce.officers import INSPECTOR, MANAGER, officer
from tests.unit.workforce.records import refused
from watchkeeper.access.models import ConflictDeclared
from watchkeeper.audit.actions import check, entries
from watchkeeper.audit.facts import Kind
from watchkeeper.audit.holding import examine
from watchkeeper.config.settings import secret_key
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.decision import Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.planning import keys, models, proposing
from watchkeeper.planning.actions import proposing as proposing_acts
from watchkeeper.planning.actions.altering import announce, crew_back, crew_off, drop, pin, take_back
from watchkeeper.planning.actions.proposing import propose_plan, replan
from watchkeeper.planning.assembling import Assembled, assemble
from watchkeeper.planning.facts import Cause, Guarantee, NightPlan
from watchkeeper.planning.paper import on_paper, read_back
from watchkeeper.planning.proposing import Wanted, read, worked_out
from watchkeeper.planning.reading import Register
from watchkeeper.planning.rules.reasons import how_good
from watchkeeper.planning.stored import frozen, plan_now
from watchkeeper.visits.actions.recording import record_attempt
from watchkeeper.visits.facts import Doorstep, NoticeReason, Outcome, Purpose, Visit
from watchkeeper.visits.routing.night import Night
from watchkeeper.visits.rules.tickets import used_share
from watchkeeper.visits.rules.worth import curve, worth
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power, Rank, Role

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def small_unit(transactional_db: None) -> None:
    store()


def visited(plan: NightPlan) -> dict[str, str]:
    return {visit.person: one.crew.ref for one in plan.rounds for visit in one.visits}


def test_a_plan_holds_ticket_holders_alone_and_says_why_of_everybody(law: Shelf, england: Calendar):
    plan = proposed(law, england).plan
    drawn = {each.person for each in plan.candidates if each.eligible}
    assert visited(plan).keys() <= drawn
    assert {each.person for one in plan.rounds for each in one.reserve} <= drawn
    assert visited(plan)
    told = visited(plan).keys() | {each.person for each in plan.left_out}
    assert told == {each.person for each in plan.candidates}
    for one in plan.rounds:
        assert all(len(visit.says) == 3 and all(visit.says) for visit in one.visits)
    assert all(each.says and each.would_change for each in plan.left_out)
    assert {one.crew.ref for one in plan.rounds} == set(CREW.values())


def test_the_worth_told_reckons_with_tickets_that_come_to_nothing(law: Shelf, england: Calendar):
    plan, share = proposed(law, england).plan, used_share(law, on=NIGHT)
    assert plan.candidates
    for each in plan.candidates:
        weight = law["harm_weight"].number_of(each.level, NIGHT)
        alone = worth(
            each.days_unseen,
            each.interval_days,
            weight,
            max(each.chances),
            curve(law, on=NIGHT),
            rate=each.rate * share,
        )
        assert each.worth == pytest.approx(alone, rel=0.01, abs=0.01)


def test_it_is_stored_whole_sealed_and_guarded(law: Shelf, england: Calendar):
    plan = proposed(law, england).plan
    row = models.NightPlan.objects.get()
    assert row.fact() == plan == frozen("U1", NIGHT, known_at=NOON)
    assert read_back(on_paper(plan)) == plan
    planned = {each.person_ref: each for each in models.PlannedVisit.objects.all()}
    assert {who for who, each in planned.items() if each.came == "planned"} == visited(plan).keys()
    assert check().holds
    assert not [fault for fault in examine().faults if "planning" in fault and "act 1:" not in fault]


def test_the_hash_of_the_key_is_on_the_trail_before_anything_is_planned(law: Shelf, england: Calendar):
    plan = proposed(law, england).plan
    done = [each for each in entries() if each.kind is Kind.DONE]
    first, second = done
    assert ("commitment", plan.commitment) in first.facts
    assert any(name == "digest" for name, _ in second.facts)
    assert first.number < second.number
    trail = "".join(str(each) for each in entries())
    assert KEY.hex() not in trail
    sealed = keys.sealed("U1", NIGHT, known_at=NOON)
    assert sealed is not None
    assert str(sealed.seed) not in trail


def test_nobody_draws_again_until_the_draw_pleases(law: Shelf, england: Calendar):
    first = proposed(law, england)
    again = propose_plan(
        "U1", night=NIGHT, days=1, calendar=england, where=map_for(law), key=b"another key" * 4,
        **asked(law, at=NOON + timedelta(minutes=5)),
    )  # fmt: skip
    assert again.plan == first.plan
    assert not again.new
    assert "byte for byte" in again.says
    assert models.NightKey.objects.count() == models.NightPlan.objects.count() == 1


def test_the_same_seed_gives_the_same_plan_and_no_other_is_taken(law: Shelf, england: Calendar):
    first = proposed(law, england, seed=5)
    again = proposed(law, england, seed=5, at=NOON + timedelta(minutes=1))
    assert on_paper(first.plan) == on_paper(again.plan)
    with pytest.raises(Refused):
        proposed(law, england, seed=6, at=NOON + timedelta(minutes=2))
    refused("sealed with a seed of its own")
    assert models.NightPlan.objects.count() == 1


def test_a_plan_that_would_come_out_otherwise_is_not_made_anew_without_a_reason(
    law: Shelf, england: Calendar
):
    plan = proposed(law, england).plan
    drop(
        "U1",
        NIGHT,
        next(iter(visited(plan))),
        reason="in court",
        **asked(law, at=NOON + timedelta(minutes=1)),
    )
    with pytest.raises(Refused):
        proposed(law, england, at=NOON + timedelta(minutes=2))
    refused("say why the day is planned again")
    assert models.NightPlan.objects.count() == 1


def test_of_two_who_plan_again_at_once_the_second_is_told(
    law: Shelf, england: Calendar, monkeypatch: pytest.MonkeyPatch
):
    """Both worked from revision 1: the second may not be revision 2 as well, nor hide the first."""
    proposed(law, england)
    work = worked_out

    def again(reason: str) -> Any:
        return replan(
            "U1", night=NIGHT, reason=reason, calendar=england, where=map_for(law),
            **asked(law, at=NOON + timedelta(minutes=1)),
        )  # fmt: skip

    def interrupted(*given: Any, **more: Any) -> NightPlan:
        monkeypatch.setattr(proposing_acts, "worked_out", work)
        again("the first")
        return work(*given, **more)

    crew_off("U1", NIGHT, CREW["early"], reason="sick", **asked(law))
    monkeypatch.setattr(proposing_acts, "worked_out", interrupted)
    with pytest.raises(Refused, match="at the same time"):
        again("the second")
    assert list(models.NightPlan.objects.order_by("id").values_list("revision", flat=True)) == [1, 2]
    assert plan_now("U1", NIGHT, known_at=NOON + timedelta(minutes=1)).why == "the first"  # type: ignore[union-attr]

    monkeypatch.setattr(proposing_acts, "_nobody_else", lambda *given: Reason(True, "it looked so", ""))
    monkeypatch.setattr(proposing_acts, "_same", lambda *given: None)
    monkeypatch.setattr(
        proposing_acts, "worked_out", lambda *given, **more: replace(work(*given, **more), revision=2)
    )
    with pytest.raises(Refused, match="at the same time"):
        again("asked in the very same instant: the database says no")
    assert models.NightPlan.objects.count() == 2
    assert list(entries())[-1].kind is Kind.FAILED


def test_a_night_has_one_key_whoever_asks_in_the_same_instant(
    law: Shelf, england: Calendar, monkeypatch: pytest.MonkeyPatch
):
    proposed(law, england)
    monkeypatch.setattr(proposing_acts, "opened", lambda *given, **more: None)
    with pytest.raises(Refused, match="at the same time"):
        proposed(law, england)
    assert models.NightKey.objects.count() == 1


def test_the_key_lies_locked_and_opens_with_the_secret_alone(
    law: Shelf, england: Calendar, monkeypatch: pytest.MonkeyPatch
):
    proposed(law, england, seed=5)
    row = models.NightKey.objects.get()
    assert KEY.hex() not in row.key
    assert row.seed != "5"
    monkeypatch.setattr(settings, "SECRET_OF", lambda home: "another secret")
    with pytest.raises(Refused, match="does not open"):
        proposed(law, england)
    monkeypatch.setattr(settings, "SECRET_KEY_FALLBACKS", [secret_key(settings.HOME)])
    assert not proposed(law, england).new, "a retired secret still opens"


def test_how_good_the_plan_is_is_proved_or_said_not_to_be(law: Shelf, england: Calendar):
    """A small night is proved while the planner waits; what is proved is never less than what was found."""
    register = read("U1", night=NIGHT, days=1, known_at=NOON)
    wanted = Wanted("U1", NIGHT, 1, KEY, 7, "a hash")

    def plan(**more: Any) -> NightPlan:
        return worked_out(wanted, register, map_for(law), law, england, known_at=NOON, iterations=500, **more)

    proved = plan(nightly=True)
    assert proved.at_most is not None
    assert proved.at_most >= proved.value > 0
    assert "which is proved" in how_good(proved)
    few = replace(register, people=register.people[:12])
    assert (
        worked_out(wanted, few, map_for(law), law, england, known_at=NOON, iterations=500).at_most is not None
    )
    assert "not proved" in how_good(replace(proved, at_most=None))


def test_later_nights_are_numbers_and_no_names(law: Shelf, england: Calendar):
    plan = proposed(law, england, days=3).plan
    assert [each.night - NIGHT for each in plan.forecast] == [timedelta(1), timedelta(2)]
    assert all(each.crews == 0 and each.visits == 0 for each in plan.forecast), "no shifts are known yet"


@pytest.mark.parametrize(
    ("by", "words"),
    [
        (MANAGER, ("is offender manager",)),
        (replace(SERGEANT, unit="U2"), ("not of unit U1",)),
    ],
)
def test_only_a_planner_of_the_unit_plans_it(law: Shelf, england: Calendar, by: Any, words: tuple[str, ...]):
    with pytest.raises(Refused):
        proposed(law, england, by=by)
    refused(*words)
    assert not models.NightPlan.objects.exists()
    assert not models.NightKey.objects.exists()


def test_a_day_that_is_past_is_not_planned(law: Shelf, england: Calendar):
    with pytest.raises(Refused):
        proposed(law, england, on=NIGHT + timedelta(days=1), at=NOON + timedelta(days=5))
    refused("is not past")


def test_nor_is_one_further_off_than_policy_plans(law: Shelf, england: Calendar):
    """A plan made long before is a secret kept long: and no calendar has a day after the last."""
    ahead = law["plan_ahead_days"].whole(ON)
    proposed(law, england, night=ON + timedelta(days=ahead - 1))
    for night in (ON + timedelta(days=ahead), date.max):
        with pytest.raises(Refused, match="ahead"):
            proposed(law, england, night=night)


def test_the_system_officer_plans_for_every_unit(law: Shelf, england: Calendar):
    assert proposed(law, england, by=officer("SYSTEM", Rank.CONSTABLE, Role.SYSTEM, ())).new


def test_a_conflict_of_interest_keeps_an_officer_from_the_door(law: Shelf, england: Calendar):
    who = next(iter(visited(proposed(law, england).plan)))
    for number, ref in enumerate(("M1", "M3")):
        ConflictDeclared.objects.create(
            ref=f"C{number}", person_ref=who, officer_ref=ref, since=ON, by=ref, sealed=False,
            recorded_at=NOON, known_from=NOON, act=1,
        )  # fmt: skip
    plan = replan(
        "U1", night=NIGHT, reason="a conflict", calendar=england, where=map_for(law),
        **asked(law, at=NOON + timedelta(minutes=1)),
    ).plan  # fmt: skip
    assert who not in visited(plan)
    left = next(each for each in plan.left_out if each.person == who)
    assert left.cause is Cause.NO_CREW
    assert "the record is open to both" in left.says


def a_pin(plan: NightPlan, law: Shelf, *, drawn: bool = False) -> str:
    who = next(
        each.person for each in plan.candidates if each.drawn is drawn and each.person not in visited(plan)
    )
    pin(
        "U1",
        NIGHT,
        who,
        CREW["late"],
        reason="asked by the duty inspector",
        **asked(law, at=NOON + timedelta(minutes=2)),
    )
    return who


def test_planning_again_keeps_pins_and_drops_and_counts_them(law: Shelf, england: Calendar):
    plan = proposed(law, england).plan
    gone = next(iter(visited(plan)))
    pinned = a_pin(plan, law)
    drop("U1", NIGHT, gone, reason="in court that day", **asked(law, at=NOON + timedelta(minutes=3)))
    again = replan(
        "U1", night=NIGHT, reason="a pin", calendar=england, where=map_for(law),
        **asked(law, at=NOON + timedelta(minutes=4)),
    ).plan  # fmt: skip
    assert again.revision == 2
    assert visited(again)[pinned] == CREW["late"]
    visit = next(v for one in again.rounds for v in one.visits if v.person == pinned)
    assert visit.pinned
    assert visit.guarantee is Guarantee.OUTSIDE
    assert gone not in visited(again)
    assert next(each for each in again.left_out if each.person == gone).cause is Cause.DROPPED
    assert frozen("U1", NIGHT, known_at=NOON) == plan, "what was known before stays as it was"


def test_planning_again_keeps_whom_a_visit_was_announced_to(
    law: Shelf, england: Calendar, monkeypatch: pytest.MonkeyPatch
):
    """Somebody was told that we come: the search may not leave them out for others worth more."""
    nights: list[Night] = []
    solve = proposing.solve
    monkeypatch.setattr(
        proposing, "solve", lambda night, **more: nights.append(night) or solve(night, **more)
    )
    plan = proposed(law, england).plan
    free = {each.person for each in plan.candidates if not each.required and not each.surprise}
    told = next(person for person in visited(plan) if person in free)
    announce(
        "U1", NIGHT, told, notice=NoticeReason.INTERPRETER, hours=3, reason="an interpreter is booked",
        **asked(law, by=INSPECTOR, at=NOON + timedelta(minutes=1)),
    )  # fmt: skip
    again = replan(
        "U1", night=NIGHT, reason="as announced", calendar=england, where=map_for(law),
        **asked(law, at=NOON + timedelta(minutes=2)),
    ).plan  # fmt: skip
    first, second = nights
    assert int(second.must.sum()) == int(first.must.sum()) + 1
    visit = next(v for one in again.rounds for v in one.visits if v.person == told)
    assert (visit.notice_hours, visit.pinned, visit.guarantee) == (3, False, Guarantee.WITHIN)


def test_planning_again_needs_a_reason_and_a_plan(law: Shelf, england: Calendar):
    with pytest.raises(Refused):
        replan("U1", night=NIGHT, reason=" ", calendar=england, where=map_for(law), **asked(law))
    refused("a reason is given", "stands")


def test_a_crew_that_cannot_go_leaves_its_visits_to_the_other(law: Shelf, england: Calendar):
    proposed(law, england)
    crew_off("U1", NIGHT, CREW["early"], reason="sick", **asked(law, at=NOON + timedelta(minutes=1)))
    waiting = plan_now("U1", NIGHT, known_at=NOON + timedelta(minutes=1))
    assert waiting is not None
    assert any(each.cause is Cause.CREW_OFF for each in waiting.left_out)
    again = replan(
        "U1", night=NIGHT, reason="sick", calendar=england, where=map_for(law),
        **asked(law, at=NOON + timedelta(minutes=2)),
    ).plan  # fmt: skip
    assert set(visited(again).values()) == {CREW["late"]}


def test_a_crew_that_comes_back_is_given_visits_again(law: Shelf, england: Calendar):
    """Even after the day was planned without it; on the day, whose crews are those it began with, too."""
    proposed(law, england, days=3)
    early = CREW["early"]
    crew_off("U1", NIGHT, early, reason="sick", **asked(law, at=NOON + timedelta(minutes=1)))

    def again(minutes: int, **of: Any) -> NightPlan:
        return replan(
            "U1", night=NIGHT, reason="as it stands", calendar=england, where=map_for(law),
            **{**asked(law, at=NOON + timedelta(minutes=minutes)), **of},
        ).plan  # fmt: skip

    without = again(2)
    assert early not in visited(without).values()
    assert len(without.forecast) == 2, "the nights after stay in sight"
    crew_back("U1", NIGHT, early, reason="well again", **asked(law, at=NOON + timedelta(minutes=3)))
    assert early in visited(again(4)).values()
    crew_off("U1", NIGHT, early, reason="sick", **asked(law, at=NOON + timedelta(minutes=5)))
    again(6)
    crew_back("U1", NIGHT, early, reason="well again", **the_day(law))
    assert early in visited(again(0, **the_day(law))).values()
    over = asked(law, on=NIGHT, at=MORNING + timedelta(hours=7))
    crew_off("U1", NIGHT, early, reason="sick", **the_day(law))
    with pytest.raises(Refused):
        crew_back("U1", NIGHT, early, reason="well again", **over)
    refused("ended at 15:00")


def test_a_pin_and_a_drop_are_taken_back_with_a_reason(law: Shelf, england: Calendar):
    plan = proposed(law, england).plan
    gone = next(iter(visited(plan)))
    pinned = a_pin(plan, law)
    drop("U1", NIGHT, gone, reason="in court that day", **asked(law, at=NOON + timedelta(minutes=3)))
    replan(
        "U1", night=NIGHT, reason="a pin", calendar=england, where=map_for(law),
        **asked(law, at=NOON + timedelta(minutes=4)),
    )  # fmt: skip
    with pytest.raises(Refused):
        take_back("U1", NIGHT, pinned, reason=" ", **asked(law, at=NOON + timedelta(minutes=5)))
    refused("a reason is given")
    for who in (pinned, gone):
        take_back("U1", NIGHT, who, reason="a mistake", **asked(law, at=NOON + timedelta(minutes=5)))
    again = replan(
        "U1", night=NIGHT, reason="taken back", calendar=england, where=map_for(law),
        **asked(law, at=NOON + timedelta(minutes=6)),
    ).plan  # fmt: skip
    assert pinned not in visited(again)
    assert not any(each.cause is Cause.DROPPED for each in again.left_out)
    with pytest.raises(Refused):
        take_back("U1", NIGHT, gone, reason="again", **asked(law, at=NOON + timedelta(minutes=7)))
    refused("a pin, a move or a drop stands")


def the_day(law: Shelf, **more: Any) -> dict[str, Any]:
    return asked(law, on=NIGHT, at=MORNING + timedelta(minutes=5), **more)


def test_a_failed_attempt_at_the_door_puts_the_person_back_in_the_pool(law: Shelf, england: Calendar):
    """Recorded as every visit is: the ladder reads the same row, and the plan needs nothing more."""
    plan = proposed(law, england).plan
    early = next(one for one in plan.rounds if one.crew.ref == CREW["early"])
    first = early.visits[0]
    record_attempt(
        Doorstep(
            Visit("", MORNING, first.address, Purpose.ROUTINE, False, Outcome.NO_REPLY, crew=("M1", "M2")),
            client_key="one attempt",
        ),
        person_ref=first.person,
        **asked(law, by=officer("M1", Rank.CONSTABLE, Role.OFFENDER_MANAGER), on=NIGHT, at=MORNING),
    )  # fmt: skip
    now = plan_now("U1", NIGHT, known_at=MORNING)
    assert now is not None
    assert next(v for one in now.rounds for v in one.visits if v.person == first.person).made
    assert next(each for each in now.left_out if each.person == first.person).cause is Cause.NOBODY_IN
    again = replan(
        "U1", night=NIGHT, reason="no reply", calendar=england, where=map_for(law), **the_day(law)
    ).plan
    visits = [v for one in again.rounds for v in one.visits if v.person == first.person]
    assert visits[0].made
    for later in visits[1:]:
        assert later.part != "early", "another part of the day than the one knocked in"


def test_what_is_made_stays_made_and_nobody_seen_is_planned_again(law: Shelf, england: Calendar):
    plan = proposed(law, england).plan
    early = next(one for one in plan.rounds if one.crew.ref == CREW["early"])
    first = early.visits[0]
    knock(first.person, "seen")
    again = replan(
        "U1", night=NIGHT, reason="ahead", calendar=england, where=map_for(law), **the_day(law)
    ).plan
    round_ = next(one for one in again.rounds if one.crew.ref == CREW["early"])
    assert round_.visits[0] == replace(first, made=True)
    assert [v.person for one in again.rounds for v in one.visits].count(first.person) == 1
    minute = 8 * 60 + 35
    assert all(v.starts_minute >= minute for one in again.rounds for v in one.visits if not v.made)
    assert first.person not in {each.person for each in again.left_out}


def test_the_power_is_asked_of_whoever_plans_again(law: Shelf, england: Calendar):
    proposed(law, england)
    with pytest.raises(Refused):
        replan(
            "U1", night=NIGHT, reason="a try", calendar=england, where=map_for(law),
            **asked(law, by=officer(LATE[0], Rank.CONSTABLE, Role.OFFENDER_MANAGER)),
        )  # fmt: skip
    assert [each.power for each in entries()][-1] == Power.PLAN_VISITS
    assert models.NightPlan.objects.count() == 1


def test_a_plan_made_in_the_course_of_the_day_holds_nothing_that_has_gone_by(law: Shelf, england: Calendar):
    plan = proposed(law, england, on=NIGHT, at=MORNING + timedelta(hours=6)).plan
    visits = [v for one in plan.rounds for v in one.visits]
    assert visits
    assert all(v.starts_minute >= 14 * 60 + 30 for v in visits)


def test_the_order_in_which_facts_come_changes_nothing(law: Shelf, england: Calendar):
    register = read("U1", night=NIGHT, days=1, known_at=NOON)
    turned = replace(
        register,
        people=register.people[::-1],
        duties=register.duties[::-1],
        visits={who: facts[::-1] for who, facts in reversed(register.visits.items())},
        levels={who: facts[::-1] for who, facts in reversed(register.levels.items())},
        officers=dict(reversed(register.officers.items())),
    )
    wanted = Wanted("U1", NIGHT, 1, KEY, 7, "a hash")
    one, other = (
        worked_out(wanted, each, map_for(law), law, england, known_at=NOON, iterations=500)
        for each in (register, turned)
    )
    assert on_paper(one) == on_paper(other)


def test_two_people_in_one_house_cost_no_way_between_them(
    law: Shelf, england: Calendar, monkeypatch: pytest.MonkeyPatch
):
    register = read("U1", night=NIGHT, days=1, known_at=NOON)
    held: list[Assembled] = []

    def holding(*given: Any, **named: Any) -> Assembled:
        held.append(assemble(*given, **named))
        return held[-1]

    monkeypatch.setattr(proposing, "assemble", holding)
    wanted = Wanted("U1", NIGHT, 1, KEY, 7, "a hash")

    def planned(known: Register) -> NightPlan:
        return worked_out(wanted, known, map_for(law), law, england, known_at=NOON, iterations=200)

    first, second = [each.person for each in planned(register).candidates if each.drawn][:2]
    there = register.addresses[first][0]
    moved = replace(register.addresses[second][0], line=f" {there.line.upper()} ", postcode=there.postcode)
    planned(replace(register, addresses={**register.addresses, second: (moved,)}))
    rows = {held[-1].weighed[place].candidate.person: row for row, place in enumerate(held[-1].chosen)}
    night = held[-1].night
    one, other = night.bases + rows[first], night.bases + rows[second]
    assert night.travel_minutes[one, other] == night.travel_minutes[other, one] == 0
    away = [place for place in range(len(night.travel_minutes)) if place not in (one, other)]
    assert (night.travel_minutes[one, away] == night.travel_minutes[other, away]).all()
    assert (night.travel_minutes[one, away] > 0).all()
    apart = held[0].night.travel_minutes
    was = {held[0].weighed[place].candidate.person: row for row, place in enumerate(held[0].chosen)}
    assert apart[held[0].night.bases + was[first], held[0].night.bases + was[second]] > 0
