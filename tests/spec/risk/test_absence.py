"""What an absence does to a clock of police policy: due on days of 2026, absences in custody or abroad."""

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.people.facts import Away, AwayKind
from watchkeeper.risk.rules.absence import Absence, absences, carried

ON = date(2026, 12, 31)


def day(text: str) -> date | None:
    """A day and month of 2026 as `1.6`; blank is None."""
    if not text:
        return None
    number, month = text.split(".")
    return date(2026, int(month), int(number))


def spells(text: str) -> tuple[Away, ...]:
    made = []
    for number, each in enumerate(filter(None, text.split(", "))):
        kind, days = each.split(" ")
        since, until = days.split("-")
        first = day(since)
        assert first is not None
        made.append(Away(f"A{number}", AwayKind(kind), first, day(until)))
    return tuple(made)


@table("""
    case                                               | due  | away                              | moves_to
    ---------------------------------------------------|------|-----------------------------------|---------
    never away                                         | 1.6  |                                   | 1.6
    missed the day before a short remand stays missed  | 30.4 | remand 1.5-10.5                   | 30.4
    falls on the first day of remand                   | 1.5  | remand 1.5-10.5                   | 25.5
    falls while on remand                              | 5.5  | remand 1.5-10.5                   | 25.5
    falls on the day of release                        | 10.5 | remand 1.5-10.5                   | 25.5
    falls soon after release: the whole 15 days        | 12.5 | remand 1.5-10.5                   | 25.5
    falls long after release: seen afresh all the same | 1.9  | remand 1.5-10.5                   | 25.5
    missed, then 27 days inside: still missed          | 30.4 | custody 1.5-28.5                  | 30.4
    missed, then 28 days inside: begins afresh         | 30.4 | custody 1.5-29.5                  | 13.6
    missed, then 28 days abroad: still missed          | 30.4 | abroad 1.5-29.5                   | 30.4
    falls while abroad                                 | 5.5  | abroad 1.5-10.5                   | 25.5
    falls 14 days after the return                     | 24.5 | abroad 1.5-10.5                   | 25.5
    falls 15 days after the return                     | 25.5 | abroad 1.5-10.5                   | 25.5
    falls long after the return: not moved             | 1.9  | abroad 1.5-10.5                   | 1.9
    hospital ends like custody                         | 5.5  | hospital 1.5-10.5                 | 25.5
    one release of remand that became custody          | 5.5  | remand 1.5-10.5, custody 10.5-1.7 | 16.7
    from prison straight abroad, met on return         | 5.5  | custody 1.5-1.6, abroad 1.6-1.7   | 16.7
    two absences, each in its turn                     | 5.5  | custody 1.5-10.5, abroad 20.5-1.7 | 16.7
    missed after the first release, before the second  | 5.5  | custody 1.5-10.5, remand 1.7-2.7  | 25.5
    a month that has not so many days                  | 1.2  | custody 15.1-16.2                 | 3.3
    no clock yet: release starts one                   |      | custody 1.5-10.5                  | 25.5
    no clock yet: a return starts none                 |      | abroad 1.5-10.5                   |
    an absence that runs on is not over                | 5.5  | custody 1.5-                      | 5.5
    """)
def test_where_a_last_day_moves(due, away, moves_to):
    got = carried(day(due), absences(spells(away), on=ON), after=None, days=15, short_days=28)
    assert got.by == day(moves_to)


@table("""
    case                                        | after | moves_to
    --------------------------------------------|-------|---------
    last seen before the release                | 9.5   | 25.5
    seen on the day of release: it is answered  | 10.5  | 1.8
    seen after the release                      | 11.5  | 1.8
    """)
def test_an_absence_answered_since_moves_nothing(after, moves_to):
    over = absences(spells("custody 1.5-10.5"), on=ON)
    assert carried(day("1.8"), over, after=day(after), days=15, short_days=28).by == day(moves_to)


def test_touching_spans_are_one_absence_and_any_custody_in_it_makes_a_release():
    assert absences(spells("custody 1.5-1.6, abroad 1.6-1.7"), on=ON) == (
        Absence(date(2026, 5, 1), date(2026, 7, 1), True),
    )
    assert absences(spells("abroad 1.5-1.6"), on=ON) == (Absence(date(2026, 5, 1), date(2026, 6, 1), False),)
    assert absences(spells("custody 1.5-10.5, abroad 11.5-1.6"), on=ON)[1].released is False


@table("""
    case                                   | on   | over
    ---------------------------------------|------|-----
    the day before release                 | 9.5  | 0
    the day of release                     | 10.5 | 1
    before it began                        | 30.4 | 0
    """)
def test_an_absence_is_over_on_the_day_of_release(on, over):
    today = day(on)
    assert today is not None
    assert len(absences(spells("custody 1.5-10.5"), on=today)) == int(over)


year = st.dates(date(2025, 1, 1), date(2026, 12, 31))
spans = st.lists(
    st.builds(
        lambda first, length, kind: Away("A", kind, first, date.fromordinal(first.toordinal() + length)),
        year,
        st.integers(1, 90),
        st.sampled_from(AwayKind),
    ),
    max_size=4,
).map(tuple)


@settings(max_examples=100, deadline=None)
@given(away=spans, one=year, other=year)
def test_a_later_last_day_never_gives_an_earlier_answer(away, one, other):
    over = absences(away, on=date(2027, 12, 31))
    early, late = (carried(due, over, after=None, days=15, short_days=28).by for due in sorted((one, other)))
    assert early is not None
    assert late is not None
    assert early <= late


@settings(max_examples=100, deadline=None)
@given(away=spans, due=year)
def test_nothing_falls_due_on_a_day_away(away, due):
    over = absences(away, on=date(2027, 12, 31))
    by = carried(due, over, after=None, days=15, short_days=28).by
    assert by is not None
    assert not any(one.since <= by < one.until for one in over)


@settings(max_examples=100, deadline=None)
@given(away=spans)
def test_absences_are_in_order_and_never_touch(away):
    over = absences(away, on=date(2027, 12, 31))
    assert all(one.until < other.since for one, other in pairwise(over))


def test_a_span_that_ends_the_day_it_begins_is_no_absence():
    assert absences(spells("custody 1.5-1.5"), on=ON) == ()


def test_a_day_that_falls_just_far_enough_after_a_return_stands_on_its_own():
    over = absences(spells("abroad 1.5-10.5"), on=ON)
    assert carried(day("24.5"), over, after=None, days=15, short_days=28).absence == over[0]
    assert carried(day("25.5"), over, after=None, days=15, short_days=28).absence is None
