"""What came of an arrest or a warrant that was carried out: our proposal, on finding 1 of PEEL 2023-25."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.registers.subjects import law_with
from tests.table import table
from watchkeeper.escalation.facts import Choice, Decided, Ground, Outcome
from watchkeeper.escalation.rules.outcomes import outcomes_due
from watchkeeper.law import shelf
from watchkeeper.workforce.facts import Rank

LAW = shelf.load()
ON = date(2026, 3, 20)
DONE = date(2026, 2, 20)  # 28 days before


def decided(choice: Choice, done_on: date | None, ref: str = "D1") -> Decided:
    return Decided(
        ref, Ground.FAILURE_TO_NOTIFY, choice, date(2025, 1, 6), "O3", Rank.INSPECTOR, "", None, done_on
    )


@table("""
    case                                        | choice              | done       | outcome    | by
    --------------------------------------------|---------------------|------------|------------|-----------
    an arrest made: 28 days, its day apart      | arrest              | 2026-02-20 |            | 2026-03-20
    a warrant carried out                       | warrant             | 2026-02-19 |            | 2026-03-19
    what came of it is recorded                 | arrest              | 2026-02-20 | 2026-03-20 |
    recorded for a day to come is not known yet | arrest              | 2026-02-20 | 2026-03-21 | 2026-03-20
    not carried out: another clock asks         | arrest              |            |            |
    carried out tomorrow                        | arrest              | 2026-03-21 |            |
    carried out a year ago to the day           | arrest              | 2025-03-20 |            |
    carried out a day less than a year ago      | arrest              | 2025-03-21 |            | 2025-04-18
    another attempt is its own outcome          | another attempt     | 2026-02-20 |            |
    a circulation too                           | circulate as wanted | 2026-02-20 |            |
    """)
def test_what_is_owed(choice, done, outcome, by):
    one = decided(Choice(choice), date.fromisoformat(done) if done else None)
    ends = [Outcome("D1", True, date.fromisoformat(outcome), "charged")] if outcome else []
    found = list(outcomes_due([one], ends, LAW, on=ON))
    assert [due.by.isoformat() for due in found if due.by] == by.split()


def test_the_outcome_of_another_decision_answers_nothing_and_each_is_asked_for():
    both = [decided(Choice.ARREST, DONE), decided(Choice.WARRANT, DONE, "D2")]
    found = list(outcomes_due(both, [Outcome("D2", True, ON, "nothing found")], LAW, on=ON))
    assert [due.about for due in found] == ["D1"]
    assert not found[0].confirmed
    assert [given.what for given in found[0].because] == ["arrest carried out", "decided on", "outcome"]


def test_the_days_are_those_of_the_policy():
    (due,) = outcomes_due([decided(Choice.ARREST, DONE)], [], law_with(outcome_recorded_within=1), on=ON)
    assert due.by == DONE + timedelta(days=1)


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2024, 1, 1), ON), st.sampled_from(Choice), st.integers(0, 400))
def test_an_outcome_never_adds_a_duty_and_a_day_more_never_takes_the_last_day_back(done, choice, later):
    one = decided(choice, done)
    owed = list(outcomes_due([one], [], LAW, on=ON))
    assert len(list(outcomes_due([one], [Outcome("D1", True, done, "x")], LAW, on=ON))) <= len(owed)
    after = list(outcomes_due([one], [], LAW, on=ON + timedelta(days=later)))
    assert not owed or not after or after[0].by == owed[0].by
