"""The cheap question before the pattern: it may let through too many, and never drops a finding (rule 68)."""

from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.visits.facts import LONDON, Knock, Outcome, Visit
from watchkeeper.visits.rules.contact import contact
from watchkeeper.visits.rules.knocks import bounds, guessable, knocks
from watchkeeper.visits.rules.predictable import pattern_due

LAW = shelf.load()
ON = date(2026, 11, 27)
HOURS = (10, 18, 8, 12, 19, 15, 9, 17, 11, 13, 16, 20)


def made(days: list[int], hours: list[int]) -> list[Visit]:
    """Visits on which the person was seen, on days counted from one long ago, at those hours in turn."""
    first = ON - timedelta(days=max(days) + 5)
    return [
        Visit(
            f"V{n}",
            datetime.combine(first + timedelta(days=day), datetime.min.time(), LONDON).replace(
                hour=hours[n % len(hours)]
            ),
            "A1",
            None,
            False,
            Outcome.SEEN,
        )
        for n, day in enumerate(days)
    ]


def spaced(*gaps: int) -> list[int]:
    return [sum(gaps[:n]) for n in range(len(gaps) + 1)]


EVEN, UNEVEN = (91,) * 8, (60, 91, 40, 120, 75, 105, 51, 83)
PLACES = {
    "91 days": spaced(*EVEN),
    "varied days": spaced(*UNEVEN),
    "varied days, 4 of one weekday": [0, 7, 21, 42, 72, 94, 137, 173, 216],
    "varied days, 3 of one weekday": [0, 7, 21, 43, 72, 94, 137, 173, 216],
    "6 gaps of 8 alike": spaced(90, 91, 92, 93, 94, 95, 40, 150),
    "7 gaps of 8 alike": spaced(90, 91, 92, 93, 94, 95, 96, 150),
    "7 of 8 a tenth apart": spaced(90, 91, 92, 93, 94, 95, 100, 150),
    "7 of 8 more than that apart": spaced(90, 91, 92, 93, 94, 95, 101, 150),
    "7 visits, 91 days": spaced(*EVEN[:6]),
}


@table("""
    case                                                 | days                          | hours  | passes
    -----------------------------------------------------|-------------------------------|--------|-------
    always at ten, always after 91 days                  | 91 days                       | ten    | yes
    the day alone is enough                              | 91 days                       | varied | yes
    neither                                              | varied days                   | varied | no
    one fewer than policy judges                         | 7 visits, 91 days             | ten    | no
    as many at ten on one weekday as entropy could allow | varied days, 4 of one weekday | ten    | yes
    fewer                                                | varied days, 3 of one weekday | ten    | no
    fewer gaps alike than either share asks              | 6 gaps of 8 alike             | varied | no
    as many                                              | 7 gaps of 8 alike             | varied | yes
    as far apart as the last part of an interval reaches | 7 of 8 a tenth apart          | varied | yes
    further                                              | 7 of 8 more than that apart   | varied | no
    """)
def test_who_is_let_through(days, hours, passes):
    visits = made(PLACES[days], [10] if hours == "ten" else list(HOURS))
    assert guessable(knocks(visits, LAW, on=ON), LAW, on=ON) is (passes == "yes")


def test_contact_carries_knocks_of_those_alone_who_are_let_through():
    assert contact(made(PLACES["varied days"], list(HOURS)), LAW, on=ON).knocks == ()
    got = contact(made(PLACES["91 days"], [10]), LAW, on=ON).knocks
    assert len(got) == len(PLACES["91 days"])
    assert list(got) == sorted(got, key=lambda one: one.at)


def test_the_lesser_of_the_two_shares_is_asked():
    asked = bounds(LAW, on=ON)
    assert (
        asked.share == LAW["predictable_deadline_share"].share(ON) < LAW["predictable_guess_share"].share(ON)
    )


def lives() -> st.SearchStrategy[list[Knock]]:
    """Visits near a habit of their own: some every so many days or at one hour, some not."""
    return st.builds(
        near_a_habit,
        st.integers(5, 120),
        st.integers(0, 12),
        st.lists(st.tuples(st.integers(-12, 12), st.integers(0, 8), st.booleans()), min_size=6, max_size=40),
        st.integers(0, 8),
    )


def near_a_habit(every: int, stray: int, drawn: list[tuple[int, int, bool]], hours: int) -> list[Knock]:
    found, day = [], ON
    for off, hour, seen in drawn:
        at = datetime(day.year, day.month, day.day, 9 + min(hour, hours), 30, tzinfo=LONDON)
        found.append(Knock(at, seen or hours < 4))
        day -= timedelta(days=max(every + max(-stray, min(stray, off)), 0))
    after = bounds(LAW, on=ON).after
    return sorted((one for one in found if one.at.date() > after), key=lambda one: (one.at, one.seen))


@settings(max_examples=250, deadline=None)
@given(lives(), st.sampled_from([30, 31, 60, 89, 91, 92, 120, 183, 365]))
def test_whoever_the_plain_rule_finds_was_let_through(life, interval):
    if pattern_due(life, interval, LAW, on=ON) is not None:
        assert guessable(life, LAW, on=ON)


def test_the_generated_lives_hold_both_kinds():
    """Or the property above would hold of nobody."""
    drawn = [(n % 5 - 2, n % 9, True) for n in range(12)]
    assert pattern_due(near_a_habit(30, 0, drawn, 8), 30, LAW, on=ON) is not None
    assert (
        pattern_due(near_a_habit(60, 0, [(0, n % 9, True) for n in range(12)], 0), 91, LAW, on=ON) is not None
    )
    wild = [(off, hour, True) for off, hour in zip((-12, 3, 12, -5, 8, -9, 0, 11, -2), HOURS, strict=False)]
    assert not guessable(near_a_habit(40, 12, wild, 8), LAW, on=ON)
