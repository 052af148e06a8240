"""What is at stake with one person, who is a candidate at all, and which visits bind."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.people.facts import Away, AwayKind
from watchkeeper.registers.facts import Duty as RegisterDuty
from watchkeeper.risk.facts import LEVELS, Level, Outlook, Plan, SetLevel
from watchkeeper.visits.facts import Contact, Duty
from watchkeeper.visits.rules.frequency import visit_due
from watchkeeper.visits.rules.required import Binding, Directed, required
from watchkeeper.visits.rules.stake import may_be_planned, stake

LAW = shelf.load()
ON = date(2026, 11, 27)
LONG_AGO = date(2020, 1, 1)
AHEAD, REST = LAW["required_ahead_days"].whole(ON), LAW["required_again_days"].whole(ON)


def at(level: str | None, registered: date | None = LONG_AGO, plan: Plan | None = None) -> Outlook:
    made = SetLevel("L1", Level(level), LONG_AGO, "O1") if level else None
    return Outlook(level=made, plan=plan, registered_on=registered)


@table("""
    case                                       | level     | seen       | registered | days | interval | weight | taken
    -------------------------------------------|-----------|------------|------------|------|----------|--------|----------
    very high: a month                         | very high | 2026-11-01 | 2020-01-01 | 26   | 30       | 16     | very high
    high: three months                         | high      | 2026-11-01 | 2020-01-01 | 26   | 92       | 6      | high
    medium: six months                         | medium    | 2026-11-01 | 2020-01-01 | 26   | 181      | 2      | medium
    low: a year                                | low       | 2026-11-01 | 2020-01-01 | 26   | 365      | 1      | low
    seen today                                 | low       | 2026-11-27 | 2020-01-01 | 0    | 365      | 1      | low
    no level: as the gravest                   |           | 2026-11-01 | 2020-01-01 | 26   | 30       | 16     |
    never seen: as the gravest                 | low       |            | 2026-11-07 | 20   | 30       | 16     |
    never seen, registered today               | low       |            | 2026-11-27 | 0    | 30       | 16     |
    never seen, no day to count from           | low       |            |            | 60   | 30       | 16     |
    """)
def test_what_is_at_stake(level, seen, registered, days, interval, weight, taken):
    contact = Contact(last_seen_on=date.fromisoformat(seen) if seen else None)
    outlook = at(level or None, date.fromisoformat(registered) if registered else None)
    got = stake(contact, outlook, LAW, on=ON)
    assert (got.days_unseen, got.interval_days, got.weight) == (int(days), int(interval), float(weight))
    assert (got.level or "") == taken
    if not seen:
        assert "never" in got.because[0].value
        assert "the strictest" in got.because[0].value
    elif not level:
        assert "not recorded: the strictest" in [given_.value for given_ in got.because]


def test_a_plan_that_shortens_the_interval_is_followed():
    plan = Plan("P1", LONG_AGO, visit_every_months=1)
    got = stake(Contact(last_seen_on=date(2026, 11, 1)), at("low", plan=plan), LAW, on=ON)
    assert got.interval_days == 30


@settings(max_examples=40, deadline=None)
@given(st.none() | st.sampled_from(LEVELS), st.none() | st.integers(0, 4000))
def test_the_same_reasons_always_come_along(level, ago):
    contact = Contact(last_seen_on=ON - timedelta(days=ago) if ago is not None else None)
    got = stake(contact, at(level), LAW, on=ON)
    assert got.days_unseen >= 0
    assert got.interval_days > 0
    assert got.because[-1].what == "a day unmanaged weighs"


REACTIVE = Plan(
    "P1",
    LONG_AGO,
    deviation_reason="settled",
    reactive=True,
    reactive_since=date(2026, 1, 1),
    approved_on=date(2026, 1, 1),
    approved_by="O2",
)
SETTLED = Outlook(
    level=SetLevel("L1", Level.LOW, LONG_AGO, "O1"),
    level_low_since=LONG_AGO,
    plan=REACTIVE,
    registered_on=LONG_AGO,
)


@table("""
    case                                        | of       | away    | planned | says
    --------------------------------------------|----------|---------|---------|--------------------
    owed some day                               | low      |         | yes     | home visits are owed
    in custody: not there                       | low      | custody | no      | away
    in hospital                                 | low      | hospital| no      | away
    abroad                                      | low      | abroad  | no      | away
    reactive management that holds              | reactive |         | no      | reactive management
    """)
def test_who_is_a_candidate(of, away, planned, says):
    spans = (Away("S1", AwayKind(away), date(2026, 11, 20), None),) if away else ()
    outlook = SETTLED if of == "reactive" else at(of)
    due = visit_due(Contact(last_seen_on=date(2026, 6, 1)), outlook, spans, LAW, on=ON)
    got = may_be_planned(due)
    assert got.allowed is (planned == "yes")
    assert any(says in reason.says for reason in got.reasons)


def test_a_missing_date_is_a_candidate_louder_than_a_late_one():
    due = visit_due(Contact(), at("low", registered=None), (), LAW, on=ON)
    assert due.standing is Standing.MISSING
    assert may_be_planned(due).allowed


def owed(duty: str, by: date | None, *because: Given, standing: Standing = Standing.OWED) -> Due:
    return Due(duty, standing, by, "policy", because or (Given("last seen", "never"),))


@table("""
    case                                        | duty        | left | binds | tonight
    --------------------------------------------|-------------|------|-------|--------
    a day before it binds                       | first visit | 4    | new   | no
    the first day it binds                      | first visit | 3    | new   | yes
    a day after that                            | first visit | 2    | new   | yes
    its last day                                | first visit | 0    | new   | yes
    late                                        | first visit | -1   | new   | yes
    an order's condition                        | order       | 3    | order | yes
    an order's condition, not yet               | order       | 4    | order | no
    the ordinary visit by level binds nobody    | visit       | 0    |       |
    a record that is not whole binds nobody     | record      | 0    |       |
    """)
def test_what_binds_and_from_when(duty, left, binds, tonight):
    kinds = {
        "first visit": Duty.FIRST_VISIT,
        "order": RegisterDuty.CONDITION_TEST,
        "visit": Duty.VISIT,
        "record": Duty.RECORD,
    }
    names = {"new": Binding.NEW, "order": Binding.ORDER}
    due = owed(kinds[duty], ON + timedelta(days=int(left) - 3 + AHEAD if int(left) > 0 else int(left)))
    got = required([due], [], LAW, on=ON)
    assert [one.binding for one in got] == ([names[binds]] if binds else [])
    for one in got:
        assert one.tonight is (tonight == "yes")
        assert one.by == due.by
        assert one.within_days == (due.by - ON).days
        assert one.cite == due.cite


@table("""
    case                                | what                 | binding
    ------------------------------------|----------------------|----------------------
    released                            | released             | released or returned
    back from abroad                    | returned from abroad | released or returned
    neither: new to the register        | first relevant date  | new to the register
    """)
def test_why_a_first_visit_binds(what, binding):
    (got,) = required([owed(Duty.FIRST_VISIT, ON, Given(what, "words"))], [], LAW, on=ON)
    assert got.binding == binding
    assert Given(what, "words") in got.because


def test_a_supervisor_s_decision_to_attempt_again_binds_with_its_own_reference():
    (got,) = required([], [Directed("D7", ON + timedelta(days=1), "rule 63")], LAW, on=ON)
    assert (got.binding, got.about, got.cite, got.tonight) == (Binding.DIRECTED, "D7", "rule 63", True)


@pytest.mark.parametrize("standing", [Standing.HELD, Standing.MISSING, Standing.NONE])
def test_a_clock_that_is_not_running_binds_nobody(standing):
    assert required([owed(Duty.FIRST_VISIT, None, standing=standing)], [], LAW, on=ON) == ()


@table("""
    case                                   | tried | left | tonight
    ---------------------------------------|-------|------|--------
    tried today: it rests                  | 0     | 2    | no
    tried a day ago                        | 1     | 2    | no
    the rest is over                       | 2     | 2    | yes
    tried a day ago, and today is the last | 1     | 0    | yes
    tried a day ago, and late              | 1     | -1   | no
    """)
def test_an_attempt_gives_a_rest(tried, left, tonight):
    due = owed(Duty.FIRST_VISIT, ON + timedelta(days=int(left)))
    last = ON - timedelta(days=int(tried) - 2 + REST if int(tried) == 2 else int(tried))
    (got,) = required([due], [], LAW, on=ON, last_attempt_on=last)
    assert got.tonight is (tonight == "yes")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-400, 400), max_size=6), st.none() | st.integers(0, 400))
def test_what_binds_comes_soonest_first_and_later_only_binds_more(lefts, tried):
    dues = [owed(Duty.FIRST_VISIT, ON + timedelta(days=left)) for left in lefts]
    last = ON - timedelta(days=tried) if tried is not None else None
    now = required(dues, [], LAW, on=ON, last_attempt_on=last)
    assert [one.by for one in now] == sorted(one.by for one in now)
    later = required(dues, [], LAW, on=ON + timedelta(days=REST), last_attempt_on=last)
    assert all(b.tonight or not a.tonight for a, b in zip(now, later, strict=True))
