"""Which attempts say who is in, at which hours, and how it is told."""

import inspect
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.registers.subjects import law_with
from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.law.calendar import england_and_wales
from watchkeeper.people.facts import Away, AwayKind
from watchkeeper.visits import fitting
from watchkeeper.visits.facts import LONDON, Outcome, Visit
from watchkeeper.visits.rules import attempts, away, habits
from watchkeeper.visits.rules.attempts import Found, found, record, sentence
from watchkeeper.visits.rules.week import CELLS, cell_of, cells_on

LAW = shelf.load()
CALENDAR = england_and_wales()
ON = date(2026, 11, 27)


def visit(at: datetime, outcome: Outcome | None = Outcome.SEEN, ref: str = "V1", notice: int | None = None):
    return Visit(ref, at, "A1", None, False, outcome, notice)


def london(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@table("""
    case                                      | at               | cell
    ------------------------------------------|------------------|-----
    a minute before anybody is planned for    | 2026-11-27T06:59 |
    the first minute of the early part        | 2026-11-27T07:00 | weekday early mornings
    the last minute of the early part         | 2026-11-27T09:29 | weekday early mornings
    the first minute of the day               | 2026-11-27T09:30 | weekdays in the day
    the last minute of the day                | 2026-11-27T16:29 | weekdays in the day
    the first minute of the evening           | 2026-11-27T16:30 | weekday evenings
    the last minute of the evening            | 2026-11-27T20:59 | weekday evenings
    the evening is over                       | 2026-11-27T21:00 |
    Saturday                                  | 2026-11-28T10:00 | weekends in the day
    Sunday                                    | 2026-11-29T08:00 | weekend early mornings
    a bank holiday is a day off               | 2026-12-25T18:00 | weekend evenings
    summer time: London's hour counts         | 2026-07-01T17:00 | weekday evenings
    """)
def test_the_cell_of_an_hour(at, cell):
    got = cell_of(london(at), LAW, CALENDAR, on=ON)
    assert (CELLS[got] if got is not None else "") == cell


def test_the_hour_is_that_of_london_whatever_zone_it_was_recorded_in():
    summer = datetime(2026, 7, 1, 15, 45, tzinfo=UTC)  # 16:45 in London
    assert CELLS[cell_of(summer, LAW, CALENDAR, on=ON)] == "weekday evenings"


def test_the_columns_of_a_day():
    assert [*cells_on(date(2026, 11, 27), CALENDAR)] == [0, 1, 2]
    assert [*cells_on(date(2026, 12, 25), CALENDAR)] == [3, 4, 5]


@table("""
    case                                          | outcome         | counts
    ----------------------------------------------|-----------------|-------
    seen                                          | seen            | found in
    seen, and let in                              | entered         | found in
    nobody answered                               | no reply        | not in
    another occupant answered: they were out      | not at home     | not in
    somebody refused: not a no reply              | refused         | says nothing of habit
    no longer lives there                         | gone away       | says nothing of habit
    there is no such house                        | no such address | says nothing of habit
    nobody knocked                                | called off      | says nothing of habit
    nobody recorded what came of it               |                 | says nothing of habit
    """)
def test_which_outcomes_say_who_is_in(outcome, counts):
    one = visit(london("2026-11-26T18:00"), Outcome(outcome) if outcome else None)
    assert found(one, ()) == counts


IN, OUT = (Outcome.SEEN, Outcome.ENTERED), (Outcome.NO_REPLY, Outcome.NOT_AT_HOME)


@pytest.mark.parametrize(
    ("outcome", "notice", "kind"), list(product([None, *Outcome], [None, 0, 48], [None, *AwayKind]))
)
def test_the_whole_matrix_of_what_counts(outcome, notice, kind):
    """An announced visit shows what notice does; somebody in custody, hospital or abroad is not out."""
    spans = (Away("S1", kind, date(2026, 11, 26), date(2026, 11, 27)),) if kind else ()
    got = found(visit(london("2026-11-26T18:00"), outcome, notice=notice), spans)
    if notice is not None or kind is not None or outcome not in (*IN, *OUT):
        assert got is Found.NEITHER
    else:
        assert got is (Found.IN if outcome in IN else Found.OUT)


@table("""
    case                              | day | counts
    ----------------------------------|-----|-------
    the day before custody            | 25  | not in
    the first day in custody          | 26  | says nothing of habit
    the day before release            | 27  | says nothing of habit
    the day of release, at liberty    | 28  | not in
    """)
def test_the_edges_of_an_absence(day, counts):
    span = Away("S1", AwayKind.CUSTODY, date(2026, 11, 26), date(2026, 11, 28))
    assert found(visit(london(f"2026-11-{day}T18:00"), Outcome.NO_REPLY), (span,)) == counts


def test_a_record_counts_by_cell_and_forgets():
    half = LAW["habit_half_life_days"].whole(ON)
    old = london("2026-11-26T18:00") - timedelta(days=half - 1)  # half a life before ON
    known = [
        visit(old, Outcome.SEEN, "V1"),
        visit(london("2026-11-26T10:00"), Outcome.NO_REPLY, "V2"),
        visit(london("2026-11-27T18:00"), Outcome.NO_REPLY, "V3"),
        visit(london("2026-11-28T18:00"), Outcome.SEEN, "V4"),  # tomorrow is not known
    ]
    got = record(known, (), LAW, CALENDAR, on=ON)
    evening = CELLS.index("weekday evenings") if CALENDAR.is_working(old.date()) else 5
    assert got.times_in[evening] == 1
    assert got.seen[evening] == pytest.approx(0.5)
    assert got.times[1] == 1
    assert got.attempts[CELLS.index("weekday evenings")] >= 1
    assert [day for day, _ in got.knocks] == [date(2026, 11, 26), date(2026, 11, 27)]


def test_being_found_at_any_hour_ends_a_run_of_no_replies():
    known = [
        visit(london("2026-11-24T18:00"), Outcome.NO_REPLY, "V1"),
        visit(london("2026-11-25T23:00"), Outcome.SEEN, "V2"),  # outside the parts: of no cell, yet seen
        visit(london("2026-11-26T18:00"), Outcome.NO_REPLY, "V3"),
    ]
    got = record(known, (), LAW, CALENDAR, on=ON)
    assert sum(got.times_in) == 0
    assert [day for day, _ in got.knocks] == [date(2026, 11, 26)]


knocks = st.lists(
    st.builds(
        visit,
        st.integers(0, 1_500_000).map(
            lambda minutes: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
        ),
        st.sampled_from([None, *Outcome]),
        st.uuids().map(str),
        st.sampled_from([None, None, 24]),
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(knocks)
def test_nobody_is_found_oftener_than_tried_and_fading_never_adds(visits):
    got = record(visits, (), LAW, CALENDAR, on=ON)
    for times_in, times, seen, tried in zip(got.times_in, got.times, got.seen, got.attempts, strict=True):
        assert 0 <= times_in <= times
        assert 0 <= seen <= tried <= times
    assert sum(got.times) <= len(visits)


def test_in_a_sentence():
    known = attempts.Record(
        (0, 0, 4, 0, 0, 0),
        (0, 6, 5, 0, 0, 0),
        (0.0, 0.0, 4.0, 0.0, 0.0, 0.0),
        (0.0, 6.0, 5.0, 0.0, 0.0, 0.0),
        (),
    )
    chances = (0.5, 0.1, 0.7, 0.5, 0.5, 0.5)
    alike = (0.5, 0.2, 0.58, 0.5, 0.5, 0.5)
    assert sentence(known, chances, alike, range(3), LAW, on=ON) == (
        "in on 0 of 6 weekdays in the day and 4 of 5 weekday evenings; "
        "people like this are in on 58% of weekday evenings, so 70% likely then"
    )


def test_in_a_sentence_when_nobody_has_knocked_and_when_they_seem_away():
    blank = attempts.Record((0,) * 6, (0,) * 6, (0.0,) * 6, (0.0,) * 6, ())
    chances = (0.5, 0.4, 0.9, 0.5, 0.5, 0.5)
    assert sentence(blank, chances, chances, range(3), LAW, on=ON).startswith("not yet tried at an hour")
    in_vain = attempts.Record(*blank_counts(), tuple((ON - timedelta(days=days), 2) for days in (6, 4, 2, 1)))
    said = sentence(in_vain, chances, chances, range(3), LAW, on=ON)
    assert "4 attempts without finding them since 21 November 2026" in said
    assert said.endswith("likely to be away for a while")
    never = law_with(away_said_at=1.0)
    assert "away" not in sentence(in_vain, chances, chances, range(3), never, on=ON)


def blank_counts():
    return (0,) * 6, (0,) * 6, (0.0,) * 6, (0.0,) * 6


PROTECTED = ("person", "sex", "gender", "born", "age", "race", "ethnic", "religion", "disab", "marri", "name")


@pytest.mark.parametrize("module", [attempts, away, habits, fitting], ids=lambda module: module.__name__)
def test_no_protected_characteristic_can_reach_the_model(module):
    """Equality Act 2010, s.4: the rules cannot be handed any, nor anything that holds one."""
    given_ = [
        (name, parameter.name, str(parameter.annotation))
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        for parameter in inspect.signature(function).parameters.values()
    ]
    assert given_
    for _, parameter, kind in given_:
        assert not any(parameter.startswith(word) for word in PROTECTED), parameter
        assert not any(word in kind for word in ("Person", "Sex", "Case", "Subject", "Outlook", "str")), kind


@table("""
    case                                        | knocks                  | on | more_than | less_than
    --------------------------------------------|-------------------------|----|-----------|----------
    nobody knocked                              |                         | 27 | 0.07      | 0.08
    one no reply where they are mostly in       | 26 0.9                  | 27 | 0.30      | 0.60
    one where they are hardly ever in           | 26 0.1                  | 27 | 0.07      | 0.09
    one where they are surely in                | 26 1.0                  | 27 | 0.85      | 1.00
    three in a row                              | 22 0.8, 24 0.8, 26 0.8  | 27 | 0.70      | 0.95
    the same, long ago                          | 2 0.8, 3 0.8, 4 0.8     | 27 | 0.15      | 0.40
    """)
def test_reading_an_absence(knocks, on, more_than, less_than):
    made = [
        (date(2026, 11, int(k.split()[0])), float(k.split()[1])) for k in filter(None, knocks.split(", "))
    ]
    got = away.absent(made, LAW, on=date(2026, 11, int(on)))
    assert float(more_than) <= got.probability <= float(less_than)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.floats(0, 1)), max_size=6), st.floats(0, 1))
def test_another_no_reply_never_makes_an_absence_less_likely(earlier, chance):
    made = sorted((ON - timedelta(days=days), p) for days, p in earlier)
    before = away.absent(made, LAW, on=ON).probability
    after = away.absent([*made, (ON, chance)], LAW, on=ON).probability
    assert 0 <= before <= after + 1e-12 <= 1 + 1e-9
