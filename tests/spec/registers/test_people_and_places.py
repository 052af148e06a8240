"""Who carries the duties and which police area is responsible (Sexual Offences Act 2003, ss.88 and 89)."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.registers.subjects import LAW, convicted, on, one, subject, told
from tests.table import table
from watchkeeper.people.facts import Address, AddressKind
from watchkeeper.registers.facts import Duty, ParentalDirection
from watchkeeper.registers.rules.area import area, moved_area
from watchkeeper.registers.rules.duties import duties
from watchkeeper.registers.rules.parents import carrier

TODAY = date(2026, 11, 22)


@table("""
    case                               | born       | since      | until      | carries
    -----------------------------------|------------|------------|------------|--------
    from the day of the direction      | 2010-05-17 | 2026-11-22 | -          | parent
    the day before it                  | 2010-05-17 | 2026-11-23 | -          | person
    to the last day the court set      | 2010-05-17 | 2026-01-01 | 2026-11-23 | parent
    on the day it ends                 | 2010-05-17 | 2026-01-01 | 2026-11-22 | person
    the day before the birthday        | 2008-11-23 | 2026-01-01 | -          | parent
    on the eighteenth birthday         | 2008-11-22 | 2026-01-01 | -          | person
    date of birth missing              | -          | 2026-01-01 | -          | parent
    no direction                       | 2010-05-17 | -          | -          | person
    """)
def test_s89_who_must_notify(born, since, until, carries):
    direction = ParentalDirection("PD1", "P9", on(since), on(until)) if since != "-" else None
    who = subject(convicted(date(2026, 6, 1)), born_on=on(born), direction=direction)
    found = carrier(who, LAW, on=TODAY)
    assert (found.ref, found.parent) == (("P9", True) if carries == "parent" else ("P1", False))
    due = one(duties(who, LAW, on=TODAY), Duty.INITIAL)
    assert any(g.what == "carried by the parent" for g in due.because) == (carries == "parent")


def test_a_parent_carries_notifications_and_not_the_end_of_the_period():
    direction = ParentalDirection("PD1", "P9", date(2026, 6, 1), None)
    who = subject(convicted(date(2026, 6, 1)), born_on=date(2010, 5, 17), direction=direction)
    due = one(duties(who, LAW, on=TODAY), Duty.PERIOD)
    assert all(g.what != "carried by the parent" for g in due.because)


@table("""
    case                        | born       | until      | ends
    ----------------------------|------------|------------|-----------
    the birthday                | 2010-05-17 | -          | 2028-05-17
    the court's end comes first | 2010-05-17 | 2027-01-01 | 2027-01-01
    the birthday comes first    | 2010-05-17 | 2029-01-01 | 2028-05-17
    born on a leap day          | 2012-02-29 | -          | 2030-03-01
    """)
def test_s89_3_when_it_passes_to_the_person(born, until, ends):
    direction = ParentalDirection("PD1", "P9", date(2026, 6, 1), on(until))
    who = subject(convicted(date(2026, 6, 1)), born_on=on(born), direction=direction)
    assert carrier(who, LAW, on=TODAY).until == on(ends)
    assert not carrier(who, LAW, on=on(ends)).parent


def home(ref="H1", since="2020-01-01", until="-", force="", kind=AddressKind.HOME):
    return Address(ref, kind, "1 Low Road", "", on(since), on(until), force)


@table("""
    case                                     | homes        | force  | cite
    -----------------------------------------|--------------|--------|-----
    a home of our own                        | ours         | ours   | (a)
    a home elsewhere                         | theirs       | theirs | (a)
    moved away: the newest counts            | ours, theirs | theirs | (a)
    gone from home: where it last was        | left theirs  | theirs | (b)
    another place stayed at says nothing     | other        | nobody | (c)
    no home at all                           | -            | nobody | (c)
    """)
def test_s88_3_the_area(homes, force, cite):
    made = {
        "ours": home(),
        "theirs": home("H2", "2026-01-01", force="Kent"),
        "left theirs": home("H2", "2026-01-01", "2026-11-22", "Kent"),
        "other": home("H3", kind=AddressKind.OTHER),
    }
    who = subject(convicted(), addresses=tuple(made[name] for name in homes.split(", ") if name in made))
    found = area(who, on=TODAY)
    assert found.force == {"ours": "", "theirs": "Kent", "nobody": None}[force]
    assert found.ours is (force == "ours")
    assert found.cite.endswith(cite)


@table("""
    case                                        | first_until | second_until | force
    --------------------------------------------|-------------|--------------|-------
    the one left last, though earlier on record | 2026-10-02  | 2026-10-01   | theirs
    the other way about                         | 2026-10-01  | 2026-10-02   | ours
    both left on one day: the later on record   | 2026-10-01  | 2026-10-01   | ours
    """)
def test_of_several_homes_given_up_the_one_left_last_counts(first_until, second_until, force):
    homes = (home("H1", until=first_until, force="Kent"), home("H2", until=second_until))
    for addresses in (homes, homes[::-1]):
        found = area(subject(convicted(), addresses=addresses), on=TODAY)
        assert found.ours is (force == "ours")
        assert found.since == on(max(first_until, second_until))


def test_a_move_over_the_border_is_handed_over():
    who = subject(convicted(), addresses=(home(until="2026-11-22"), home("H2", "2026-11-22", force="Kent")))
    assert not moved_area(who, since=date(2026, 11, 1), on=date(2026, 11, 21))
    assert moved_area(who, since=date(2026, 11, 21), on=date(2026, 11, 22))
    assert moved_area(subject(convicted()), since=date(2026, 11, 21), on=TODAY)


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2009, 1, 1), date(2012, 1, 1)), st.dates(date(2026, 6, 1), date(2031, 1, 1)))
def test_either_the_parent_or_the_person_carries_them_and_never_both(born_on, day):
    direction = ParentalDirection("PD1", "P9", date(2026, 6, 1), None)
    who = subject(convicted(), born_on=born_on, direction=direction, notified=told("2026-06-02"))
    found = carrier(who, LAW, on=day)
    assert found.parent == (found.until is not None and day < found.until)
