"""Who holds an alert now: one rank up at each further period of silence, and never nobody."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.alerts.facts import (
    OF_STANDARDS,
    OF_THE_MISSING,
    OF_THE_SYSTEM,
    Alert,
    Kind,
    Raising,
    Urgency,
)
from watchkeeper.alerts.rules import OVERSEEING, held, holds, may_take_on, reach, sees_incidents, undelivered
from watchkeeper.law import shelf
from watchkeeper.workforce.facts import RANKS, Officer, Rank, Role

LAW = shelf.load()
ON = date(2026, 3, 20)
RAISED = datetime(2026, 3, 20, 6, tzinfo=UTC)
OWED = Raising(
    Kind.DECISION, "P1: a decision is owed", "P1", "cause", "U1", Rank.SERGEANT, Urgency.NOW, "/people/P1/"
)


def alert(**changes: object) -> Alert:
    return Alert("A1", RAISED, replace(OWED, **changes))  # type: ignore[arg-type]


def officer(rank: str, role: Role = Role.SUPERVISOR, unit: str = "U1", ref: str = "O1") -> Officer:
    return Officer(ref, Rank(rank), role, unit)


def after(minutes: float) -> datetime:
    return RAISED + timedelta(minutes=minutes)


@table("""
    case                                          | urgency | minutes | rank                 | climbs
    ----------------------------------------------|---------|---------|----------------------|-------
    the moment it is raised                       | now     | 0       | sergeant             | 30
    before it was raised, by another clock        | now     | -1      | sergeant             | 30
    a minute before the first period is full      | now     | 29      | sergeant             | 30
    the minute the first period is full           | now     | 30      | inspector            | 60
    a minute after                                | now     | 31      | inspector            | 60
    the minute the second is full                 | now     | 60      | chief inspector      | 90
    the last period below the highest rank        | now     | 149     | chief superintendent | 150
    the highest rank                              | now     | 150     | commander            |
    long after                                    | now     | 9000    | commander            |
    to be acted on today: a minute before         | today   | 239     | sergeant             | 240
    to be acted on today: four hours              | today   | 240     | inspector            | 480
    """)
def test_silence_takes_it_one_rank_up(urgency: str, minutes: str, rank: str, climbs: str) -> None:
    found = held(alert(urgency=Urgency(urgency)), LAW, at=after(int(minutes)), on=ON)
    assert found.rank == rank
    assert found.climbs_at == (after(int(climbs)) if climbs else None)
    assert found.since <= max(after(int(minutes)), RAISED)


@table("""
    case                                              | rank           | role            | unit | unmet
    --------------------------------------------------|----------------|-----------------|------|------
    the supervisor of the unit                        | sergeant       | supervisor      | U1   |
    a higher rank of the unit, before it climbs       | superintendent | senior officer  | U1   |
    another unit's supervisor                         | sergeant       | supervisor      | U2   | it is for U1
    an officer of a force-wide unit                   | commander      | senior officer  | HQ   |
    a rank below                                      | constable      | supervisor      | U1   | sergeant or above is needed
    a manager of the unit                             | sergeant       | offender manager| U1   | those who supervise
    an administrator                                  | inspector      | administrator   | U1   | those who supervise
    """)
def test_who_may_take_an_alert_on(rank: str, role: str, unit: str, unmet: str) -> None:
    decision = may_take_on(officer(rank, Role(role), unit), alert(), LAW, on=ON)
    assert decision.allowed is (unmet == "")
    assert all(unmet in reason.says for reason in decision.unmet)
    assert all(reason.cite for reason in decision.reasons)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("role", Role)
def test_an_administrator_answers_for_watchkeeper_itself_and_nothing_else(kind: Kind, role: Role) -> None:
    found = may_take_on(officer("constable", role, "U9"), alert(kind=kind), LAW, on=ON).allowed
    if kind in OF_STANDARDS:
        assert found is (role is Role.STANDARDS)
    elif kind in OF_THE_MISSING:
        assert found is (role is Role.COORDINATOR)
    else:
        assert found is (role is Role.ADMINISTRATOR and kind in OF_THE_SYSTEM)


def test_no_rank_of_the_force_answers_for_its_own_suspects_and_standards_do() -> None:
    own = alert(kind=Kind.OWN_SUSPECT, unit="")
    assert not may_take_on(officer("commander", Role.SENIOR_OFFICER, "U9"), own, LAW, on=ON).allowed
    assert holds(officer("constable", Role.STANDARDS, "HQ"), own, Rank.INSPECTOR, LAW, on=ON).allowed


def test_whoever_it_names_takes_it_on_whatever_rank_and_unit() -> None:
    named = officer("constable", Role.OFFENDER_MANAGER, "U9", ref="O7")
    assert may_take_on(named, alert(officer="O7"), LAW, on=ON).allowed
    assert holds(named, alert(officer="O7"), Rank.SERGEANT, LAW, on=ON).allowed
    assert not may_take_on(named, alert(officer="O8"), LAW, on=ON).allowed


def test_an_alert_to_the_whole_force_is_for_every_unit() -> None:
    assert may_take_on(officer("sergeant", unit="U9"), alert(unit=""), LAW, on=ON).allowed


@table("""
    case                                     | rank           | climbed         | put
    -----------------------------------------|----------------|-----------------|------------
    the rank it was raised to                | sergeant       | sergeant        | yes
    the next rank, too early                 | inspector      | sergeant        | no
    the next rank, when it has climbed       | inspector      | inspector       | yes
    the first rank still, when it has        | sergeant       | inspector       | yes
    two ranks up, too early                  | superintendent | inspector       | no
    """)
def test_before_whom_it_is_put(rank: str, climbed: str, put: str) -> None:
    decision = holds(officer(rank), alert(), Rank(climbed), LAW, on=ON)
    assert decision.allowed is (put == "yes")


@table("""
    case                                        | rank            | posts                    | reaches
    --------------------------------------------|-----------------|--------------------------|--------
    somebody holds the rank                     | inspector       | sergeant;inspector       | inspector
    nobody does: the next that somebody holds   | chief inspector | inspector;superintendent | superintendent
    nobody at it or above                       | commander       | sergeant;inspector       | commander
    nobody at all                               | sergeant        |                          | sergeant
    """)
def test_it_never_waits_with_a_rank_nobody_holds(rank: str, posts: str, reaches: str) -> None:
    ranks = [Rank(each) for each in posts.split(";") if each]
    assert reach(Rank(rank), ranks) == reaches


@table("""
    case                              | urgency | minutes | shown | incident
    ----------------------------------|---------|---------|-------|---------
    a minute before the limit         | now     | 14      |       | no
    at the limit                      | now     | 15      |       | yes
    after it                          | now     | 16      |       | yes
    shown to somebody                 | now     | 16      | yes   | no
    today: before the limit           | today   | 119     |       | no
    today: at the limit               | today   | 120     |       | yes
    """)
def test_an_alert_shown_to_nobody_is_an_incident(
    urgency: str, minutes: str, shown: str, incident: str
) -> None:
    one = alert(urgency=Urgency(urgency))
    decision = undelivered(one, shown == "yes", LAW, at=after(int(minutes)), on=ON)
    assert decision.allowed is (incident == "yes")


@pytest.mark.parametrize("role", Role)
def test_incidents_are_shown_to_administrators_and_duty_inspectors(role: Role) -> None:
    assert sees_incidents(officer("inspector", role), LAW).allowed is (role in OVERSEEING)
    assert {Role.ADMINISTRATOR, Role.DUTY_INSPECTOR} == OVERSEEING


instants = st.integers(0, 60 * 24 * 60).map(lambda seconds: RAISED + timedelta(seconds=seconds))


@given(st.sampled_from(Urgency), st.sampled_from(Rank), instants, instants)
def test_silence_never_takes_an_alert_down_nor_from_who_held_it(
    urgency: Urgency, first: Rank, one: datetime, other: datetime
) -> None:
    raised = alert(urgency=urgency, least_rank=first)
    early, late = (held(raised, LAW, at=at, on=ON) for at in sorted((one, other)))
    assert late.rank.at_least(early.rank)
    assert early.rank.at_least(first)
    for rank in RANKS:
        who = officer(rank)
        if holds(who, raised, early.rank, LAW, on=ON).allowed:
            assert holds(who, raised, late.rank, LAW, on=ON).allowed


@given(st.sampled_from(Rank), st.sets(st.sampled_from(Rank)))
def test_it_is_always_before_somebody_who_may_take_it_on(first: Rank, in_post: set[Rank]) -> None:
    raised = alert(least_rank=first)
    able = {rank for rank in in_post if may_take_on(officer(rank), raised, LAW, on=ON).allowed}
    now = held(raised, LAW, at=RAISED, on=ON)
    put = {
        rank for rank in able if holds(officer(rank), raised, reach(now.rank, in_post), LAW, on=ON).allowed
    }
    assert bool(put) is bool(able)
