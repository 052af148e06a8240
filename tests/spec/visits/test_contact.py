"""Two clocks: when somebody last knocked, and when the person was last seen."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.visits.facts import Outcome, Purpose, Visit
from watchkeeper.visits.rules.contact import contact

LAW = shelf.load()
ON = date(2026, 3, 20)


def visit(ref: str, outcome: str, on: date, hour: int = 18, notice: int | None = None) -> Visit:
    return Visit(
        ref,
        datetime(on.year, on.month, on.day, hour, tzinfo=UTC),
        "1 High Street",
        Purpose.ROUTINE,
        False,
        None if outcome == "not recorded" else Outcome(outcome),
        notice_hours=notice,
        crew=("O1", "O2"),
    )


def visits(text: str) -> list[Visit]:
    """Visits as `seen 1, no reply 9`: an outcome and a day of March 2026. Refs run A, B, C."""
    made = []
    for ref, each in zip("ABCDEFG", filter(None, text.split(", ")), strict=False):
        outcome, day = each.rsplit(" ", 1)
        made.append(visit(ref, outcome, date(2026, 3, int(day))))
    return made


@table("""
    case                                     | history                      | attempt | seen | failed
    -----------------------------------------|------------------------------|---------|------|-------
    nobody has ever gone                     |                              |         |      |
    one failure                              | no reply 1                   | 1       |      | A
    seen at the door                         | seen 1                       | 1       | 1    |
    entry given                              | entered 1                    | 1       | 1    |
    an attempt is not a contact              | seen 1, no reply 9           | 9       | 1    | B
    a contact ends the run of failures       | no reply 1, seen 9           | 9       | 9    |
    failures on both sides of a contact      | refused 1, seen 5, refused 9 | 9       | 5    | C
    oldest first, in whatever order recorded | refused 9, no reply 2        | 9       |      | B A
    seen twice: the later                    | seen 9, seen 2               | 9       | 9    |
    called off is not an attempt             | seen 1, called off 9         | 1       | 1    |
    called off alone is nothing              | called off 9                 |         |      |
    an outcome nobody recorded is no contact | seen 1, not recorded 9       | 9       | 1    | B
    somebody else answered                   | not at home 9                | 9       |      | A
    gone away                                | gone away 9                  | 9       |      | A
    no such address                          | no such address 9            | 9       |      | A
    on the same instant the higher ref last  | seen 9, no reply 9           | 9       | 9    | B
    on the same instant, the other way       | no reply 9, seen 9           | 9       | 9    |
    today counts                             | seen 20                      | 20      | 20   |
    tomorrow is not known                    | seen 1, seen 21, refused 22  | 1       | 1    |
    """)
def test_rule_60(history, attempt, seen, failed):
    got = contact(visits(history), LAW, on=ON)
    assert (str(got.last_attempt_on.day) if got.last_attempt_on else "") == attempt
    assert (str(got.last_seen_on.day) if got.last_seen_on else "") == seen
    assert " ".join(one.ref for one in got.failed) == failed


def test_the_visit_on_which_they_were_seen_is_named():
    assert contact(visits("seen 1, seen 9, refused 10"), LAW, on=ON).last_seen_ref == "B"
    assert contact(visits("refused 10"), LAW, on=ON).last_seen_ref == ""


@table("""
    case                                          | at                   | day
    ----------------------------------------------|----------------------|-----------
    in winter London keeps the day of Greenwich   | 2026-01-10T23:30:00Z | 2026-01-10
    in summer the day ends an hour sooner         | 2026-07-10T23:30:00Z | 2026-07-11
    a minute before it                            | 2026-07-10T22:59:00Z | 2026-07-10
    summer time has not begun                     | 2026-03-28T23:30:00Z | 2026-03-28
    the day it began                              | 2026-03-29T23:30:00Z | 2026-03-30
    """)
def test_the_day_of_a_visit_is_that_of_london(at, day):
    made = Visit("V1", datetime.fromisoformat(at), "A1", None, False, Outcome.SEEN)
    assert str(made.day) == day
    assert contact([made], LAW, on=date.fromisoformat(day)).last_seen_on == made.day
    assert contact([made], LAW, on=date.fromisoformat(day) - timedelta(days=1)).last_seen_on is None


def test_on_one_day_the_hour_decides():
    morning, evening = visit("A", "seen", ON, hour=8), visit("B", "no reply", ON, hour=18)
    assert [one.ref for one in contact([evening, morning], LAW, on=ON).failed] == ["B"]
    later = replace(morning, at=evening.at + timedelta(minutes=1))
    assert contact([evening, later], LAW, on=ON).failed == ()


@table("""
    case                                         | day        | notice | outcome    | listed
    ---------------------------------------------|------------|--------|------------|-------
    unannounced                                  | 2026-03-01 |        | seen       | no
    a day's notice                               | 2026-03-01 | 24     | seen       | yes
    told at the very hour is told                | 2026-03-01 | 0      | seen       | yes
    told, and then called off                    | 2026-03-01 | 24     | called off | yes
    a year ago to the day is out of sight        | 2025-03-20 | 24     | seen       | no
    a year ago tomorrow is in sight              | 2025-03-21 | 24     | seen       | yes
    tomorrow is not known                        | 2026-03-21 | 24     | seen       | no
    """)
def test_which_announced_visits_are_looked_back_on(day, notice, outcome, listed):
    one = visit("A", outcome, date.fromisoformat(day), notice=int(notice) if notice else None)
    assert (contact([one], LAW, on=ON).announced == (one,)) is (listed == "yes")


histories = st.lists(
    st.builds(
        visit,
        st.text("ABC", min_size=1, max_size=2),
        st.sampled_from([*Outcome, "not recorded"]),
        st.dates(date(2025, 1, 1), date(2026, 4, 1)),
        st.integers(0, 23),
        st.none() | st.integers(0, 48),
    ),
    max_size=10,
    unique_by=lambda one: one.ref,
)


@settings(max_examples=100, deadline=None)
@given(history=histories, data=st.data())
def test_the_order_of_the_records_changes_nothing(history, data):
    shuffled = data.draw(st.permutations(history))
    assert contact(shuffled, LAW, on=ON) == contact(history, LAW, on=ON)


@settings(max_examples=100, deadline=None)
@given(histories)
def test_an_unsuccessful_visit_never_moves_the_day_last_seen(history):
    seen_only = [one for one in history if one.outcome is not None and one.outcome.successful]
    one, other = contact(history, LAW, on=ON), contact(seen_only, LAW, on=ON)
    assert (one.last_seen_on, one.last_seen_ref) == (other.last_seen_on, other.last_seen_ref)


@settings(max_examples=100, deadline=None)
@given(histories)
def test_every_failure_is_an_attempt_after_the_last_contact(history):
    got = contact(history, LAW, on=ON)
    assert list(got.failed) == sorted(got.failed, key=lambda one: (one.at, one.ref))
    for one in got.failed:
        assert one.outcome is not Outcome.CALLED_OFF
        assert got.last_seen_on is None or one.day >= got.last_seen_on
        assert got.last_attempt_on is not None
        assert one.day <= got.last_attempt_on <= ON
