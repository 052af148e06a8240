"""Whether two records may be of one visit: a proposal of ours, asked of a person and never decided by us."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.registers.subjects import law_with
from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.visits.facts import Outcome, Visit
from watchkeeper.visits.rules.sameness import perhaps_one

LAW = shelf.load()
SIX = datetime(2026, 3, 19, 18, tzinfo=UTC)


def visit(crew: str, door: str = "A1", minutes: int = 0, outcome: Outcome | None = None) -> Visit:
    return Visit("V", SIX + timedelta(minutes=minutes), door, None, False, outcome, crew=tuple(crew.split()))


@table("""
    case                                   | first | second | door | minutes | asked
    ---------------------------------------|-------|--------|------|---------|------
    the same crew at the same minute       | O1 O2 | O1 O2  | A1   | 0       | yes
    one of two wrote the other's visit too | O1 O2 | O2     | A1   | 59      | yes
    an hour apart                          | O1    | O1     | A1   | 60      | yes
    an hour before                         | O1    | O1     | A1   | -60     | yes
    a minute past the hour                 | O1    | O1     | A1   | 61      | no
    a minute more than an hour before      | O1    | O1     | A1   | -61     | no
    another door                           | O1    | O1     | A2   | 0       | no
    another crew                           | O1 O2 | O3     | A1   | 0       | no
    a record that names no crew            | O1    |        | A1   | 0       | yes
    """)
def test_when_it_is_asked(first, second, door, minutes, asked):
    found = perhaps_one(visit(first), visit(second, door, int(minutes)), LAW)
    assert found.allowed is (asked == "yes"), [reason.says for reason in found.unmet]


def test_the_minutes_are_those_of_the_policy():
    law = law_with(perhaps_one_visit_minutes=5)
    assert perhaps_one(visit("O1"), visit("O1", minutes=5), law).allowed
    assert not perhaps_one(visit("O1"), visit("O1", minutes=6), law).allowed


def test_a_night_in_winter_and_the_day_after_are_an_hour_apart():
    late = Visit("V", datetime(2026, 3, 19, 23, 40, tzinfo=UTC), "A1", None, False, None, crew=("O1",))
    early = Visit("V", datetime(2026, 3, 20, 0, 10, tzinfo=UTC), "A1", None, False, None, crew=("O1",))
    assert (late.day, early.day) == (date(2026, 3, 19), date(2026, 3, 20))
    assert perhaps_one(late, early, LAW).allowed


crews = st.lists(st.sampled_from(["O1", "O2", "O3"]), max_size=3, unique=True).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(crews, crews, st.sampled_from(["A1", "A2", ""]), st.integers(-120, 120), st.sampled_from(Outcome))
def test_it_does_not_matter_which_came_first_or_what_came_of_it(one, other, door, minutes, outcome):
    first, second = visit(one), visit(other, door, minutes, outcome)
    assert perhaps_one(first, second, LAW).allowed is perhaps_one(second, first, LAW).allowed
    assert perhaps_one(first, first, LAW).allowed
