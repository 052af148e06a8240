"""A supervisor's decision on another attempt binds the plan until somebody knocks, it is done, or it lapses."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.escalation.facts import Choice, Decided, Ground
from watchkeeper.escalation.rules.decisions import expires, undone_since
from watchkeeper.law import shelf
from watchkeeper.law.due import Due, Standing
from watchkeeper.people.facts import Person, Sex
from watchkeeper.planning.rules.binding import binding, directed
from watchkeeper.registers.facts import Subject
from watchkeeper.risk.facts import Level
from watchkeeper.visits.facts import Contact, Duty
from watchkeeper.workforce.facts import Rank

LAW = shelf.load()
ON = date(2026, 3, 23)
DAY = timedelta(days=1)
WITHIN = LAW["decision_carried_out_within"].of(Choice.ANOTHER_ATTEMPT, ON)
LAST = LAW["decision_longest"].of(Level.HIGH, ON)
NOT_DUE = Due(Duty.VISIT, Standing.OWED, ON + 60 * DAY, "", ())


def decided(ago: int, choice: Choice = Choice.ANOTHER_ATTEMPT, done: date | None = None) -> Decided:
    made = ON - ago * DAY
    return Decided("X1", Ground.NO_CONTACT, choice, made, "O8", Rank.INSPECTOR, "try evenings", None, done)


def of(decision: Decided, knocked: date | None = None):
    return directed((decision,), Contact(last_attempt_on=knocked), Level.HIGH, LAW, on=ON)


@table("""
    case                                        | ago         | choice          | knocked    | done       | binds
    --------------------------------------------|-------------|-----------------|------------|------------|------
    decided tomorrow, as far as is recorded     | -1          | another attempt |            |            | no
    decided today                               | 0           | another attempt |            |            | yes
    nobody has knocked since                    | 5           | another attempt | 2026-03-17 |            | yes
    knocked before it was decided that day      | 5           | another attempt | 2026-03-18 |            | yes
    knocked the day after                       | 5           | another attempt | 2026-03-19 |            | no
    recorded as done today                      | 5           | another attempt |            | 2026-03-23 | no
    recorded as to be done tomorrow             | 5           | another attempt |            | 2026-03-24 | yes
    something else was decided                  | 5           | arrest          |            |            | no
    """)
def test_which_decisions_bind(ago, choice, knocked, done, binds):
    day = date.fromisoformat(done) if done else None
    made = decided(int(ago), Choice(choice), day)
    got = of(made, date.fromisoformat(knocked) if knocked else None)
    assert bool(got) is (binds == "yes")
    if got:
        assert (got[0].ref, got[0].by) == ("X1", made.decided_on + WITHIN * DAY)


def test_it_binds_on_the_last_day_it_holds_and_not_on_the_next():
    assert of(decided(LAST - 1))
    assert not of(decided(LAST))


def test_the_plan_is_told_why_and_by_when():
    subject = Subject(Person("P1", "", "", date(1980, 1, 1), Sex.MALE, "U1"))
    made = decided(WITHIN)

    def bound(*decisions: Decided) -> str:
        found = binding(NOT_DUE, subject, Contact(), Level.HIGH, decisions, LAW, on=ON)
        return "" if found is None else found.says

    assert bound(made) == "a supervisor decided on another attempt, by 23 March 2026"
    assert bound() == ""


@given(st.integers(0, 40), st.none() | st.integers(0, 50), st.none() | st.integers(-3, 40))
def test_what_escalation_says_is_late_and_still_holds_binds(ago: int, knocked: int | None, done: int | None):
    made = decided(ago, done=ON - done * DAY if done is not None else None)
    contact = Contact(last_attempt_on=ON - knocked * DAY if knocked is not None else None)
    holds = expires(made, Level.HIGH, LAW, on=ON) > ON
    if holds and undone_since(made, contact, LAW, on=ON) is not None:
        assert directed((made,), contact, Level.HIGH, LAW, on=ON)
