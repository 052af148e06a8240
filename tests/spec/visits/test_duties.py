"""Every duty that visits make for one person, in one list."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from watchkeeper.law import shelf
from watchkeeper.law.calendar import england_and_wales
from watchkeeper.law.due import Standing
from watchkeeper.people.facts import Away, AwayKind
from watchkeeper.risk.facts import Level, Outlook, Plan, SetLevel
from watchkeeper.visits.facts import Duty, NoticeReason, Outcome, Purpose, Visit
from watchkeeper.visits.rules.contact import contact
from watchkeeper.visits.rules.duties import duties

LAW = shelf.load()
CALENDAR = england_and_wales()
ON = date(2026, 3, 20)
WEEK = timedelta(weeks=1)
HIGH = Outlook(level=SetLevel("L1", Level.HIGH, date(2020, 1, 1), "O1"), registered_on=date(2020, 1, 1))
KNOCK = Visit(
    "V1",
    datetime(2026, 3, 2, 18, tzinfo=UTC),
    "1 High Street",
    Purpose.ROUTINE,
    False,
    Outcome.NO_REPLY,
    crew=("O1", "O2"),
)


def asked(visits=(), outlook=HIGH, away=(), marker="", **keywords):
    return duties(
        contact(visits, LAW, on=ON), outlook, away, LAW, CALENDAR, on=ON, safety_marker=marker, **keywords
    )


def test_somebody_visited_in_order_owes_the_next_visit_and_nothing_else():
    (got,) = asked([replace(KNOCK, outcome=Outcome.SEEN)])
    assert (got.duty, got.by) == (Duty.VISIT, date(2026, 6, 2))


def test_a_failed_visit_adds_nothing_when_its_record_is_whole():
    assert [due.duty for due in asked([KNOCK])] == [Duty.FIRST_VISIT]


def test_an_unfinished_record_of_a_failure_is_owed_its_rest():
    got = asked([replace(KNOCK, outcome=None)])
    assert [(due.duty, due.about) for due in got] == [(Duty.FIRST_VISIT, ""), (Duty.RECORD, "V1")]


def test_an_announced_visit_that_also_failed_is_told_once_of_each():
    told = replace(KNOCK, notice_hours=24, notice_reason=NoticeReason.OTHER, purpose=None)
    got = asked([told])
    assert [due.duty for due in got] == [Duty.FIRST_VISIT, Duty.NOTICE_AUTHORITY, Duty.RECORD]
    assert [due.about for due in got[1:]] == ["V1", "V1"]


def test_a_marker_travels_with_the_visit_and_its_words_do_not():
    (got,) = asked(marker="keeps a dog")
    assert got.because[-1].what == "officer-safety marker"
    assert "2 officers" in got.because[-1].value
    assert not any("dog" in given.value for given in got.because)
    (without,) = asked()
    assert got.by == without.by


def test_a_marker_says_nothing_while_no_visit_is_owed():
    inside = (Away("A1", AwayKind.CUSTODY, date(2026, 3, 1), None),)
    (got,) = asked(away=inside, marker="keeps a dog")
    assert got.standing is Standing.HELD
    assert not any(given.what == "officer-safety marker" for given in got.because)


def test_a_change_or_a_child_brings_visits_back():
    plan = Plan(
        "P1",
        date(2026, 1, 1),
        deviation_reason="settled",
        reactive=True,
        reactive_since=date(2026, 1, 1),
        approved_on=date(2026, 1, 1),
        approved_by="O2",
    )
    low = Outlook(
        level=SetLevel("L1", Level.LOW, date(2020, 1, 1), "O1"),
        level_low_since=date(2020, 1, 1),
        plan=plan,
        registered_on=date(2020, 1, 1),
    )
    assert [due.standing for due in asked(outlook=low)] == [Standing.NONE]
    for keyword in ("last_change_on", "child_since"):
        got = asked(outlook=low, **{keyword: date(2026, 1, 1)})
        assert [due.standing for due in got] == [Standing.OWED]


def weekly_at_ten(times: int = 9) -> list[Visit]:
    return [
        replace(KNOCK, ref=f"V{n}", at=datetime(2026, 3, 18, 10, tzinfo=UTC) - n * WEEK, outcome=Outcome.SEEN)
        for n in range(times)
    ]


def test_visits_that_can_be_guessed_are_a_finding_beside_the_next_visit():
    visit, pattern = asked(weekly_at_ten())
    assert (visit.duty, pattern.duty) == (Duty.VISIT, Duty.PATTERN)
    assert pattern.by == date(2026, 3, 18)
    assert pattern.because[-1].what == "suggestion"
    failed = replace(KNOCK, ref="V99", at=datetime(2026, 3, 19, 10, tzinfo=UTC), outcome=None)
    assert [due.duty for due in asked([*weekly_at_ten(), failed])] == [
        *(Duty.VISIT, Duty.PATTERN, Duty.RECORD)
    ]


def test_the_limit_a_pattern_is_held_against_is_that_of_the_level():
    def reasons(level: Level) -> list[str]:
        outlook = replace(HIGH, level=SetLevel("L1", level, date(2020, 1, 1), "O1"))
        made = [replace(one, at=KNOCK.at - n * 4 * WEEK) for n, one in enumerate(weekly_at_ten())]
        (found,) = (due for due in asked(made, outlook) if due.duty is Duty.PATTERN)
        return [given.value for given in found.because]

    assert any("just before the limit" in each for each in reasons(Level.VERY_HIGH))
    assert not any("just before the limit" in each for each in reasons(Level.LOW))


def test_nobody_is_asked_to_vary_visits_that_are_not_made():
    inside = (Away("A1", AwayKind.CUSTODY, date(2026, 3, 19), None),)
    (got,) = asked(weekly_at_ten(), away=inside)
    assert got.standing is Standing.HELD


visits = st.lists(
    st.builds(
        lambda ref, purpose, outcome, hours, reason, crew: replace(
            KNOCK,
            ref=ref,
            purpose=purpose,
            outcome=outcome,
            notice_hours=hours,
            notice_reason=reason,
            crew=crew,
        ),
        st.sampled_from("ABCDEF"),
        st.none() | st.sampled_from(Purpose),
        st.none() | st.sampled_from(Outcome),
        st.none() | st.integers(0, 48),
        st.none() | st.sampled_from(NoticeReason),
        st.sampled_from([(), ("O1",), ("O1", "O2")]),
    ),
    max_size=6,
    unique_by=lambda one: one.ref,
)


@settings(max_examples=100, deadline=None)
@given(visits)
def test_each_duty_is_told_once_with_a_reason_and_an_authority(made):
    got = asked(made)
    assert len({(due.duty, due.about) for due in got}) == len(got)
    assert all(due.because and due.cite for due in got)
    assert sum(due.duty in (Duty.VISIT, Duty.FIRST_VISIT) for due in got) == 1
