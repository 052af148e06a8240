"""When a person must next be seen: by level or plan, from the day last seen, across absences."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.law.due import Due, Standing
from watchkeeper.people.facts import Away, AwayKind
from watchkeeper.risk.facts import LEVELS, Level, Outlook, Plan, SetLevel
from watchkeeper.visits.facts import Contact, Duty
from watchkeeper.visits.rules.frequency import interval, visit_due

LAW = shelf.load()
ON = date(2026, 12, 31)
LONG_AGO = date(2020, 1, 1)


def day(text: str) -> date | None:
    """A day as `26-03-02`; blank is None."""
    return date.fromisoformat(f"20{text}") if text else None


def spells(text: str) -> tuple[Away, ...]:
    made = []
    for number, each in enumerate(filter(None, text.split(", "))):
        kind, since, *until = each.split()
        made.append(Away(f"A{number}", AwayKind(kind), day(since) or date.min, day("".join(until))))
    return tuple(made)


def at(level: str | Level | None, plan: Plan | None = None, registered: date | None = LONG_AGO) -> Outlook:
    chosen = SetLevel("L1", Level(level), LONG_AGO, "O1") if level else None
    return Outlook(level=chosen, plan=plan, registered_on=registered)


def due(
    level: str | Level | None,
    seen: date | None,
    away: tuple[Away, ...] = (),
    *,
    plan: Plan | None = None,
    registered: date | None = LONG_AGO,
    on: date = ON,
) -> Due:
    return visit_due(Contact(last_seen_on=seen), at(level, plan, registered), away, LAW, on=on)


@table("""
    case                                   | level     | seen     | by
    ---------------------------------------|-----------|----------|---------
    very high: a month                     | very high | 26-03-02 | 26-04-02
    high: three months                     | high      | 26-03-02 | 26-06-02
    medium: six months                     | medium    | 26-03-02 | 26-09-02
    low: a year                            | low       | 26-03-02 | 27-03-02
    no level: as the gravest               |           | 26-03-02 | 26-04-02
    the last of January, a month on        | very high | 26-01-31 | 26-02-28
    the same in a leap year                | very high | 28-01-31 | 28-02-29
    the thirtieth, a month on              | very high | 26-01-30 | 26-02-28
    the last of February, a month on       | very high | 26-02-28 | 26-03-28
    the last of November, three months on  | high      | 26-11-30 | 27-02-28
    the last of August, six months on      | medium    | 26-08-31 | 27-02-28
    a leap day, a year on                  | low       | 24-02-29 | 25-02-28
    across the new year                    | high      | 25-10-15 | 26-01-15
    """)
def test_the_interval_by_level(level, seen, by):
    got = due(level, day(seen), on=date(2028, 12, 31))
    assert (got.duty, got.standing, got.by) == (Duty.VISIT, Standing.OWED, day(by))
    assert not got.confirmed


@table("""
    case                      | on       | late
    --------------------------|----------|-----
    the day before the last   | 26-06-01 | no
    the last day              | 26-06-02 | no
    the day after             | 26-06-03 | yes
    """)
def test_late_from_the_day_after(on, late):
    today = day(on)
    assert today is not None
    assert due("high", date(2026, 3, 2), on=today).late(today) is (late == "yes")


@table("""
    case                                           | level  | months | reason  | approved | used
    -----------------------------------------------|--------|--------|---------|----------|-----
    no plan for it: force policy                   | high   |        |         |          | 3
    the same as force policy                       | high   | 3      |         |          | 3
    shorter needs nobody's leave                   | high   | 1      |         |          | 1
    longer, with a reason, approved                | high   | 4      | in work | 26-12-30 | 4
    approved today                                 | high   | 4      | in work | 26-12-31 | 4
    approved tomorrow                              | high   | 4      | in work | 27-01-01 | 3
    longer without a reason                        | high   | 4      |         | 26-12-30 | 3
    longer and not approved                        | high   | 4      | in work |          | 3
    longer than nobody's level                     |        | 4      | in work | 26-12-30 | 1
    no months at all is not an interval            | high   | 0      | in work | 26-12-30 | 3
    less than none is not one either               | high   | -1     | in work | 26-12-30 | 3
    """)
def test_rule_59_the_plan_may_shorten_and_must_explain_before_it_lengthens(
    level, months, reason, approved, used
):
    plan = Plan(
        "P1",
        LONG_AGO,
        visit_every_months=int(months) if months else None,
        deviation_reason=reason,
        approved_on=day(approved),
        approved_by="O2" if approved else "",
    )
    got = interval(at(level, plan), LAW, on=ON)
    assert got.months == int(used)
    assert got.because.value.startswith("every month:" if used == "1" else f"every {used} months:")
    if months and used != months:
        assert f"the plan says {months} months, without an approved reason" in got.because.value


def test_an_approval_nobody_signed_lengthens_nothing():
    plan = Plan("P1", LONG_AGO, visit_every_months=4, deviation_reason="in work", approved_on=LONG_AGO)
    assert interval(at("high", plan), LAW, on=ON).months == 3
    assert interval(at("high", replace(plan, approved_by="O2")), LAW, on=ON).months == 4


@table("""
    case                                         | registered | seen     | away                     | by
    ---------------------------------------------|------------|----------|--------------------------|---------
    new to the register                          | 26-03-02   |          |                          | 26-03-17
    seen the day before registration             | 26-03-02   | 26-03-01 |                          | 26-03-17
    released                                     | 24-03-02   |          | custody 24-03-02 26-03-02| 26-03-17
    seen before custody                          | 20-01-01   | 25-01-10 | custody 25-02-01 26-03-02| 26-03-17
    seen in prison is not seen at home           | 20-01-01   | 26-02-01 | custody 25-02-01 26-03-02| 26-03-17
    seen the day before release                  | 20-01-01   | 26-03-01 | custody 25-02-01 26-03-02| 26-03-17
    registration unknown, released               |            |          | custody 25-02-01 26-03-02| 26-03-17
    fell due in a short remand                   | 20-01-01   | 25-12-05 | remand 26-03-01 26-03-10 | 26-03-25
    fell due soon after a short remand           | 20-01-01   | 25-12-15 | remand 26-03-01 26-03-10 | 26-03-25
    missed, then held for more than a month      | 20-01-01   | 25-10-15 | custody 26-03-01 26-06-10| 26-06-25
    """)
def test_a_first_visit_is_due_after_registration_or_release(registered, seen, away, by):
    got = due("high", day(seen), spells(away), registered=day(registered))
    assert (got.duty, got.standing, got.by) == (Duty.FIRST_VISIT, Standing.OWED, day(by))
    assert any("within 15 days" in given.value for given in got.because)


@table("""
    case                                        | seen     | away                         | by
    --------------------------------------------|----------|------------------------------|---------
    seen on the day of release                  | 26-03-02 | custody 25-02-01 26-03-02    | 26-06-02
    seen the day after release                  | 26-03-03 | custody 25-02-01 26-03-02    | 26-06-03
    away, and long since seen again             | 26-08-01 | custody 25-02-01 26-03-02    | 26-11-01
    missed the day before a night on remand     | 25-11-28 | remand 26-03-01 26-03-02     | 26-02-28
    unseen since registration, a night on remand | 17-06-01 | remand 26-03-01 26-03-02     | 20-01-16
    fell due abroad                             | 25-12-05 | abroad 26-03-01 26-03-10     | 26-03-25
    fell due on the day of return               | 25-12-10 | abroad 26-03-01 26-03-10     | 26-03-25
    fell due before the journey                 | 25-11-28 | abroad 26-03-01 26-06-10     | 26-02-28
    falls due well after the return             | 26-02-20 | abroad 26-03-01 26-03-10     | 26-05-20
    """)
def test_what_an_absence_does_to_the_next_visit(seen, away, by):
    got = due("high", day(seen), spells(away))
    assert got.by == day(by)
    assert got.duty == (Duty.FIRST_VISIT if seen == "17-06-01" else Duty.VISIT)


def test_a_visit_missed_before_a_long_absence_is_told_although_the_clock_begins_afresh():
    got = due("high", date(2025, 10, 15), spells("custody 26-03-01 26-06-10"))
    assert ("missed before the absence", "15 January 2026") in [(g.what, g.value) for g in got.because]


@table("""
    case                          | on       | standing
    ------------------------------|----------|---------
    the day before custody        | 26-02-28 | owed
    the first day of custody      | 26-03-01 | held
    the last day of custody       | 26-03-09 | held
    the day of release            | 26-03-10 | owed
    """)
def test_held_while_away(on, standing):
    got = due("high", date(2026, 2, 1), spells("custody 26-03-01 26-03-10"), on=day(on) or ON)
    assert got.standing == standing
    if standing == "held":
        assert got.by is None
        assert any("custody since 1 March 2026" in given.value for given in got.because)


@pytest.mark.parametrize("kind", AwayKind)
def test_all_four_ways_of_being_away_hold_it(kind):
    assert due("high", None, (Away("A", kind, LONG_AGO, None),)).standing is Standing.HELD


def test_never_seen_and_no_day_to_count_from_is_a_finding():
    got = due("high", None, registered=None)
    assert (got.duty, got.standing) == (Duty.FIRST_VISIT, Standing.MISSING)
    assert ("first relevant date", "not recorded") in [(g.what, g.value) for g in got.because]


def test_never_seen_and_only_ever_abroad_is_the_same_finding():
    got = due("high", None, spells("abroad 26-03-01 26-03-10"), registered=None)
    assert got.standing is Standing.MISSING


def test_both_clocks_are_told_and_only_one_counts():
    clocks = Contact(last_attempt_on=date(2026, 5, 1), last_seen_on=date(2017, 6, 1), last_seen_ref="V9")
    got = visit_due(clocks, at("high", registered=date(2015, 1, 1)), (), LAW, on=ON)
    assert got.by == date(2017, 9, 1)
    told = {given.what: given.value for given in got.because}
    assert told["last seen"] == "1 June 2017, V9"
    assert told["last attempt"].startswith("1 May 2026")


days = st.dates(date(2024, 1, 1), date(2026, 12, 30))
level = st.none() | st.sampled_from(LEVELS)
spans = st.lists(
    st.builds(
        lambda since, length, kind: Away("A", kind, since, min(since + timedelta(days=length), ON)),
        days,
        st.integers(1, 120),
        st.sampled_from(AwayKind),
    ),
    max_size=3,
).map(tuple)
plans = st.none() | st.builds(
    lambda months, reason, approved: Plan(
        "P",
        LONG_AGO,
        months,
        reason,
        approved_on=approved,
        approved_by="O2" if approved else "",
    ),
    st.none() | st.integers(-1, 24),
    st.sampled_from(["", "in work"]),
    st.none() | days,
)


@settings(max_examples=100, deadline=None)
@given(level=level, seen=st.none() | days, attempt=days, away=spans, plan=plans)
def test_an_unsuccessful_visit_never_moves_the_date(level, seen, attempt, away, plan):
    assume(seen is None or seen <= attempt)
    known = at(level, plan)
    quiet = Contact(last_attempt_on=seen, last_seen_on=seen)
    tried = replace(quiet, last_attempt_on=attempt)
    one, other = (visit_due(clocks, known, away, LAW, on=ON) for clocks in (quiet, tried))
    assert (one.duty, one.standing, one.by) == (other.duty, other.standing, other.by)


@settings(max_examples=200, deadline=None)
@given(level=level, one=st.none() | days, other=days, away=spans, plan=plans, registered=days)
def test_a_later_successful_visit_never_brings_the_date_earlier(level, one, other, away, plan, registered):
    assume(one is None or one <= other)
    before, after = (due(level, seen, away, plan=plan, registered=registered) for seen in (one, other))
    assert before.by is not None
    assert after.by is not None
    assert before.by <= after.by


@settings(max_examples=100, deadline=None)
@given(level=st.sampled_from(LEVELS), seen=st.none() | days, away=spans, plan=plans)
def test_a_graver_level_or_none_at_all_never_gives_longer(level, seen, away, plan):
    here = due(level, seen, away, plan=plan).by
    assert here is not None
    for graver in (None, *LEVELS[: LEVELS.index(level)]):
        by = due(graver, seen, away, plan=plan).by
        assert by is not None
        assert by <= here


@settings(max_examples=100, deadline=None)
@given(level=level, seen=st.none() | days, away=spans, plan=plans, registered=st.none() | days)
def test_there_is_always_a_reason_and_an_authority(level, seen, away, plan, registered):
    got = due(level, seen, away, plan=plan, registered=registered)
    assert got.cite
    assert got.because[0].what == "last seen"
    assert len(got.because) > 1
    assert got.standing is not Standing.NONE


@settings(max_examples=100, deadline=None)
@given(level=level, seen=st.none() | days, away=spans)
def test_no_visit_is_ever_due_on_a_day_away(level, seen, away):
    by = due(level, seen, away).by
    assert by is not None
    assert not any(one.covers(by) for one in away)
