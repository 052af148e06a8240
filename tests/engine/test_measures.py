"""What measures count, held against the plain rules of each person on generated registers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.conftest import ON
from tests.engine.stored import KNOWN_AT, rows, standing, write
from tests.engine.test_agreement import attempts, slowly
from watchkeeper.briefing.clocks import child_since, last_change, managed_on
from watchkeeper.briefing.facts import Case
from watchkeeper.engine.source import embedded
from watchkeeper.inspection.facts import Counted
from watchkeeper.inspection.measures.catalogue import BY_NAME, MEASURES
from watchkeeper.inspection.measures.running import WHOLE, Population, population
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import month_before
from watchkeeper.law.due import Due
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.facts import Away, away_on, home_on
from watchkeeper.registers.facts import Duty as Register
from watchkeeper.registers.facts import Order
from watchkeeper.registers.rules.changes import change_due
from watchkeeper.registers.rules.duties import duties as register_duties
from watchkeeper.registers.rules.orders import expiry_due
from watchkeeper.registers.rules.periods import reckon
from watchkeeper.registers.rules.travel import notice_in_time
from watchkeeper.risk.rules.assessments import assessment_due, sign_off_due
from watchkeeper.risk.rules.intelligence import flag_due, reviews_due
from watchkeeper.risk.rules.overrides import override_due
from watchkeeper.risk.rules.supervision import supervisor_review_due
from watchkeeper.visits.rules.frequency import visit_due
from watchkeeper.workforce.facts import Duty as Workforce
from watchkeeper.workforce.rules.manager import manager_due

DAYS = (ON - timedelta(days=380), ON - timedelta(days=3), ON - timedelta(days=1), ON)
SEEDS = st.integers(0, 2**32 - 1)
MODEST = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
type Told = dict[tuple[str, date], Any]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "stored.sqlite3"


def told(asked: Population, name: str) -> Told:
    """What a measure says of each reference on each day."""
    found = asked.engine.take(asked.page(name)).to_pylist()
    return {(row["ref"], row["asked_on"]): row["counts"] for row in found}


def late(due: Due | None, on: date) -> bool:
    return due is not None and due.by is not None and due.by < on


def every(stood: dict[str, list[Any]], law: Shelf) -> Iterator[tuple[date, Case]]:
    """Everybody whom the rule has on the register, on every day, by plain Python."""
    for on in DAYS:
        for case in slowly(stood, law, on):
            if managed_on(case.subject, law, on=on):
                yield on, case


@MODEST
@given(seed=SEEDS, people=st.integers(12, 26))
@example(seed=1, people=1)
@example(seed=4, people=30)
def test_measures_of_people_say_what_the_rules_say(
    seed: int, people: int, path: Path, law: Shelf, england: Calendar
) -> None:
    stored = rows(seed, people)
    write(path, stored)
    cases = {(case.ref, on): case for on, case in every(standing(stored), law)}
    with population(embedded(path), law, england, on=DAYS, known_at=KNOWN_AT) as asked:
        register = asked.engine.take("SELECT person_ref, asked_on FROM on_register").to_pylist()
        judged = {
            (row["person_ref"], row["asked_on"]): row
            for row in asked.engine.take("SELECT * FROM judged").to_pylist()
        }
        said = {measure.name: told(asked, measure.name) for measure in MEASURES}
    assert {(row["person_ref"], row["asked_on"]) for row in register} == cases.keys()
    for (who, on), case in cases.items():
        _person(who, on, case, judged[who, on], said, law, england)


def _person(
    who: str, on: date, case: Case, row: dict[str, Any], said: dict[str, Told], law: Shelf, england: Calendar
) -> None:
    outlook, away, key = case.outlook, case.subject.away, (who, on)
    near = away_on(away, on) is None
    subject = case.subject
    visit = visit_due(
        case.contact,
        outlook,
        away,
        law,
        on=on,
        last_change_on=last_change(subject, on=on),
        child_since=child_since(subject, on=on),
    )
    reactive = outlook.plan is not None and outlook.plan.reactive
    if row["visit_late"] is None:
        assert not near or reactive or len(away) > 1 or visit.by is None
    else:
        assert row["visit_late"] == late(visit, on)
        assert near
        assert not reactive
    assessment = assessment_due(outlook, away, law, england, on=on)
    if row["assess_late"] is None:
        assert not near or len(away) > 1 or assessment.by is None
    elif row["assess_late"] or not any(item.significant for item in outlook.intelligence):
        assert row["assess_late"] == late(assessment, on)
    if said["events_unanswered"].get(key):
        assert late(assessment, on)
    dues = register_duties(subject, law, on=on, reckoned=reckon(subject, law, on=on))
    annual = next((due for due in dues if due.duty is Register.ANNUAL), None)
    if row["annual_late"] and said["annual_late"].get(key):
        initial = [due for due in dues if due.duty is Register.INITIAL and due.by is not None]
        assert late(annual, on) or initial
    if key in said["annual_late"] and not row["annual_late"]:
        assert not late(annual, on)
    assert said["no_level"][key] == (outlook.level is None)
    assert said["no_plan"][key] == (outlook.plan is None)
    review = supervisor_review_due(outlook, law, on=on)
    assert said["review_late"].get(key, False) == late(review, on)
    if said["sign_off_late"].get(key):
        assert late(sign_off_due(outlook, law, england, on=on), on)
    flag = flag_due(outlook, law, england, on=on, flag_on=subject.person.intelligence_flag_on)
    assert said["unflagged"].get(key, False) == late(flag, on)
    for due in reviews_due(outlook, law, england, on=on):
        if (due.about, on) in said["unread"]:
            assert said["unread"][due.about, on] == late(due, on)
    for one in case.overrides:
        stands = (one.ref, on) in said["overrides_past"]
        if stands and one.since <= on:
            assert said["overrides_past"][one.ref, on] == late(override_due(one, one.about, law, on=on), on)
    if near:
        assert said["no_home"][key] == (home_on(subject.addresses, on) is None)
    for order in subject.orders:
        if order.until is not None and order.in_force(on):
            by = expiry_due(order, law, on=on).by
            alone = not any(_outlasts(other, order, on) for other in subject.orders)
            assert said["orders_lapsing"][order.ref, on] == (by == order.until - timedelta(days=1) and alone)
    if on == DAYS[-1]:
        _told(on, case, said, law)
    managing = manager_due(case.manager, case.officer, outlook.registered_on, law, england, on=on)
    assert said["unmanaged"][key] == any(due.duty is Workforce.MANAGER for due in managing)
    trained = any(due.duty is Workforce.MANAGER_TRAINING for due in managing)
    assert said["untrained"].get(key, False) == trained


def _told(on: date, case: Case, said: dict[str, Told], law: Shelf) -> None:
    """Changes and journeys whose last day came in the month, as known on the last day asked about."""
    subject, first, month_ago = case.subject, case.outlook.registered_on, month_before(on)
    begins = reckon(subject, law, on=on).begins
    for change in subject.changes:
        happened, key = change.happened_on, (change.ref, on)
        if happened is None or happened > on or (begins is not None and happened < begins):
            continue  # what was before this stay on the register is the rule's alone to tell
        due = change_due(change, first, (), law, on=on)
        asked = due is not None and due.by is not None and month_ago <= due.by < on
        if not asked or due is None or due.by is None or _gone(subject.away, happened, due.by):
            assert key not in said["changes_late"]
        else:
            late_told = change.answered_on is None or change.answered_on > due.by
            assert said["changes_late"][key] == late_told
    for trip in subject.trips:
        if month_ago < trip.departs_on <= on and (first is None or trip.departs_on >= first):
            assert said["journeys_late"][trip.ref, on] != notice_in_time(trip, law, on=on).allowed
        else:
            assert (trip.ref, on) not in said["journeys_late"]


def _gone(away: Iterable[Away], since: date, by: date) -> bool:
    return any(one.since <= by and (one.until is None or one.until > since) for one in away)


def _outlasts(other: Order, order: Order, on: date) -> bool:
    ends = min(day for day in (order.until, order.ended_on) if day is not None)
    longer = other.until is None or other.until > ends
    kind = other.ref != order.ref and other.kind is order.kind
    return kind and longer and other.made_on <= on and (other.ended_on is None or other.ended_on > on)


@MODEST
@given(seed=SEEDS)
def test_measures_of_visits_count_each_visit_of_the_month(
    seed: int, path: Path, law: Shelf, england: Calendar
) -> None:
    stored = rows(seed, 30)
    write(path, stored)
    made = list(attempts(standing(stored)))
    month = [(unit, visit) for unit, visit in made if visit.day > ON - timedelta(days=28)]
    with population(embedded(path), law, england, on=(ON,), known_at=KNOWN_AT) as asked:
        announced = asked.measured(BY_NAME["announced"])
        failed = asked.measured(BY_NAME["failed"])
        visits = asked.measured(BY_NAME["visits_made"])
    expected: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for unit, visit in month:
        for of in (unit, WHOLE):
            expected[of][0] += 1
            expected[of][1] += visit.notice_hours is not None
            expected[of][2] += visit.outcome is None or not visit.outcome.successful
    for unit, (many, few, unmet) in expected.items():
        assert announced.counts[unit] == (Counted(few, many),)
        assert failed.counts[unit] == (Counted(unmet, many),)
        assert visits.counts[unit] == (Counted(many, many),)


@pytest.mark.parametrize("seed", [8])
def test_a_day_asked_alone_is_told_what_it_is_told_among_others(
    seed: int, path: Path, law: Shelf, england: Calendar
) -> None:
    """Of one day other pages are asked: `engine.timeline.of_one_day`."""
    write(path, rows(seed, 40))
    said = []
    for on in (DAYS, DAYS[-1:]):
        with population(embedded(path), law, england, on=on, known_at=KNOWN_AT) as asked:
            found = {measure.name: told(asked, measure.name) for measure in MEASURES}
        last = {name: {key: each for key, each in of.items() if key[1] == ON} for name, of in found.items()}
        said.append(last)
    assert said[0] == said[1]
    assert any(said[0].values())


def test_nobody_and_nothing_is_counted_as_nothing(path: Path, law: Shelf, england: Calendar) -> None:
    write(path, [])
    with population(embedded(path), law, england, on=DAYS, known_at=KNOWN_AT) as asked:
        for measure in MEASURES:
            found = asked.measured(measure)
            assert found.counts == {WHOLE: (Counted(0, 0),) * len(DAYS)}
            assert asked.behind(measure) == ()
