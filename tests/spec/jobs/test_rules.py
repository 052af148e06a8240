"""What is due of the background work, from what has been done."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.jobs.rules import Attempt, State, brief_due, digest_due, given_up, night_to_plan, try_again
from watchkeeper.law import shelf
from watchkeeper.today import LONDON

LAW = shelf.load()
ON = date(2026, 3, 20)
ASKED = datetime(2026, 3, 20, 5, tzinfo=UTC)


def here(clock: str) -> datetime:
    hour, minute = map(int, clock.split(":"))
    return datetime(2026, 3, 20, hour, minute, tzinfo=LONDON)


@table("""
    case                                          | newest     | clock | due
    ----------------------------------------------|------------|-------|----
    yesterday's, before the hour                  | 2026-03-19 | 04:59 | no
    yesterday's, at the hour                      | 2026-03-19 | 05:00 | yes
    yesterday's, late in the day                  | 2026-03-19 | 23:59 | yes
    today's                                       | 2026-03-20 | 05:00 | no
    the day before yesterday's, before the hour   | 2026-03-18 | 00:00 | yes
    none at all, before the hour                  |            | 00:00 | yes
    tomorrow's, by another clock                  | 2026-03-21 | 05:00 | no
    """)
def test_the_days_brief_is_compiled_at_its_hour_and_at_once_where_there_was_none(
    newest: str, clock: str, due: str
) -> None:
    decision = brief_due(date.fromisoformat(newest) if newest else None, LAW, here=here(clock))
    assert decision.allowed is (due == "yes")


@table("""
    case           | clock | due
    ---------------|-------|----
    before         | 06:59 | no
    at the hour    | 07:00 | yes
    the whole day  | 23:59 | yes
    """)
def test_digests_are_sent_from_their_hour(clock: str, due: str) -> None:
    assert digest_due(LAW, here=here(clock)).allowed is (due == "yes")


@table("""
    case                                | number | state   | minutes | again
    ------------------------------------|--------|---------|---------|------
    it waits                            | 1      | waiting | 60      | no
    it is being carried out             | 1      | running | 60      | no
    it is done                          | 1      | done    | 60      | no
    it failed a moment ago              | 1      | failed  | 0       | no
    it failed, a minute too early       | 1      | failed  | 4       | no
    it failed, and has rested           | 1      | failed  | 5       | yes
    it failed twice, and has rested     | 2      | failed  | 5       | yes
    it failed as often as it may        | 3      | failed  | 500     | no
    """)
def test_a_job_is_tried_again_when_it_failed(number: str, state: str, minutes: str, again: str) -> None:
    last = Attempt(int(number), ASKED, State(state))
    at = ASKED + timedelta(minutes=int(minutes))
    assert try_again(last, LAW, at=at, on=ON).allowed is (again == "yes")


def test_a_job_nobody_has_asked_for_is_asked_for() -> None:
    assert try_again(None, LAW, at=ASKED, on=ON).allowed


@given(st.integers(1, 9), st.sampled_from(State), st.integers(0, 10_000))
def test_a_job_is_never_both_tried_again_and_given_up(number: int, state: State, minutes: int) -> None:
    last = Attempt(number, ASKED, state)
    again = try_again(last, LAW, at=ASKED + timedelta(minutes=minutes), on=ON).allowed
    assert not (again and given_up(last, LAW, on=ON))
    assert state is State.FAILED or not (again or given_up(last, LAW, on=ON))


@table("""
    case                              | clock | night
    ----------------------------------|-------|-----------
    a minute before the hour          | 17:59 |
    at the hour: tomorrow             | 18:00 | 2026-03-21
    late: tomorrow still              | 23:59 | 2026-03-21
    after midnight: what was missed   | 00:00 | 2026-03-20
    a minute before the early shift   | 05:59 | 2026-03-20
    too late: a planner plans it      | 06:00 |
    """)
def test_the_coming_day_is_planned_from_its_hour_and_a_missed_one_made_up_before_dawn(
    clock: str, night: str
) -> None:
    assert night_to_plan(LAW, here=here(clock)) == (date.fromisoformat(night) if night else None)
