"""Whether somebody could guess their next visit from the ones before (rule 68)."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.law.due import Standing
from watchkeeper.visits.facts import LONDON, Duty, Outcome, Visit
from watchkeeper.visits.rules import predictable
from watchkeeper.visits.rules.knocks import knocks
from watchkeeper.visits.rules.predictable import varied
from watchkeeper.visits.rules.week import Part

LAW = shelf.load()
ON = date(2026, 11, 27)
LEAST = LAW["predictable_least_visits"].whole(ON)


def visits(days_ago, hours, outcome: Outcome | None = Outcome.SEEN) -> list[Visit]:
    made = []
    for number, (ago, hour) in enumerate(zip(days_ago, hours, strict=True)):
        day = ON - timedelta(days=ago)
        at = datetime(day.year, day.month, day.day, hour, 5, tzinfo=LONDON)
        made.append(Visit(f"V{number}", at, "A1", None, False, outcome))
    return made


def pattern(made, interval, law, *, on):
    return predictable.pattern(knocks(made, law, on=on), interval, law, on=on)


def pattern_due(made, interval, law, *, on):
    return predictable.pattern_due(knocks(made, law, on=on), interval, law, on=on)


def every(gap: int, times: int = LEAST, hour: int = 10) -> list[Visit]:
    return visits([10 + gap * n for n in range(times)], [hour] * times)


VARIED = visits([8, 75, 150, 201, 276, 330, 415, 468, 540], [10, 18, 8, 12, 19, 15, 9, 17, 11])


@table("""
    case                                              | visits                   | unmet
    --------------------------------------------------|--------------------------|------
    every 91 days at ten, as the diary said           | every 91                 | 5
    every 28 days at ten: guessed, not at a deadline  | every 28                 | 4
    the same hour, on days that vary                  | one hour                 | 2
    days that never vary, at any hour                 | one gap                  | 2
    varied in both                                    | varied                   | 0
    """)
def test_rule_68(visits, unmet):
    got = pattern(SETS[visits], 91, LAW, on=ON)
    assert got is not None
    decision = varied(got, LAW, on=ON)
    assert len(decision.unmet) == int(unmet), [reason.says for reason in decision.unmet]
    assert len(decision.reasons) == 5


HOURS = [10, 18, 8, 12, 19, 15, 9, 17, 11]
SETS = {
    "every 91": every(91),
    "every 28": every(28),
    "one hour": visits([7 * n for n in (1, 9, 18, 24, 35, 42, 55, 61, 74)], [10] * 9),
    "one gap": visits([10 + 60 * n for n in range(9)], HOURS),
    "varied": VARIED,
}


@table("""
    case                                  | visits | judged
    --------------------------------------|--------|-------
    one fewer than policy judges          | 7      | no
    as many                               | 8      | yes
    one more                              | 9      | yes
    """)
def test_few_visits_prove_nothing(visits, judged):
    shift = int(visits) - 8 + LEAST
    assert (pattern(every(28, shift), 30, LAW, on=ON) is not None) is (judged == "yes")


@table("""
    case                                         | outcome    | judged
    ---------------------------------------------|------------|-------
    seen                                         | seen       | yes
    nobody in, but somebody knocked at that hour | no reply   | yes
    nobody recorded what came of it              |            | yes
    called off: nobody came                      | called off | no
    """)
def test_which_visits_show_an_hour(outcome, judged):
    made = visits([10 + 28 * n for n in range(LEAST)], [10] * LEAST, Outcome(outcome) if outcome else None)
    got = pattern(made, 30, LAW, on=ON)
    assert (got is not None) is (judged == "yes")
    if got is not None:
        assert got.cell_share == 1
        assert (got.guess_share is None) is (outcome != "seen")


def test_the_finding_says_how_and_what_to_vary():
    due = pattern_due(every(91), 91, LAW, on=ON)
    assert due is not None
    assert (due.duty, due.standing, due.by) == (Duty.PATTERN, Standing.OWED, ON - timedelta(days=10))
    assert due.late(ON)
    assert due.owner == "sergeant"
    words = [f"{given_.what}: {given_.value}" for given_ in due.because]
    assert "could be guessed: 100% of 8 visits on a Tuesday at 10 o'clock" in words
    assert "could be guessed: 100% of visits came about 91 days after the last" in words
    assert words[-1] == "suggestion: vary the hour and the day: early and evening not tried"
    assert not due.confirmed


def test_varied_visits_are_no_finding():
    assert pattern_due(VARIED, 91, LAW, on=ON) is None
    got = pattern(VARIED, 91, LAW, on=ON)
    assert got is not None
    assert got.untried == ()


def test_the_hour_is_london_s_across_the_change_of_clocks():
    """Ten o'clock in summer and in winter is one hour to the person, and two to Greenwich."""
    got = pattern(every(91), 91, LAW, on=ON)
    assert got is not None
    assert got.cell == "Tuesday at 10 o'clock"
    assert got.spread == 0
    assert got.untried == (Part.EARLY, Part.EVENING)


def test_visits_before_the_months_looked_back_over_are_not_judged():
    months = LAW["predictable_looked_back_months"].whole(ON)
    edge = (ON - date(ON.year - months // 12, ON.month, ON.day)).days
    inside = visits([edge - 1, *(10 + 28 * n for n in range(LEAST - 1))], [10] * LEAST)
    outside = visits([edge, *(10 + 28 * n for n in range(LEAST - 1))], [10] * LEAST)
    assert pattern(inside, 30, LAW, on=ON) is not None
    assert pattern(outside, 30, LAW, on=ON) is None


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 23)), min_size=LEAST, max_size=30),
    st.sampled_from([30, 91, 183, 365]),
    st.randoms(use_true_random=False),
)
def test_every_measure_is_a_share_and_order_tells_nothing(made, interval, luck: Random):
    known = visits([ago for ago, _ in made], [hour for _, hour in made])
    got = pattern(known, interval, LAW, on=ON)
    assert got is not None
    for share in (got.cell_share, got.spread, got.guess_share, got.deadline_share):
        assert share is None or -1e-9 <= share <= 1 + 1e-9
    luck.shuffle(known)
    assert pattern(known, interval, LAW, on=ON) == got


@table("""
    case                                   | measure        | value | varied
    ---------------------------------------|----------------|-------|-------
    fewer visits in one hour than policy's | cell_share     | 0.59  | yes
    as many                                | cell_share     | 0.6   | no
    more                                   | cell_share     | 0.61  | no
    a little more spread than policy's     | spread         | 0.41  | yes
    just as spread                         | spread         | 0.4   | no
    less                                   | spread         | 0.39  | no
    gaps that vary a little more           | gap_spread     | 0.021 | yes
    as little                              | gap_spread     | 0.02  | no
    less                                   | gap_spread     | 0.019 | no
    a guess that hits less often           | guess_share    | 0.89  | yes
    as often                               | guess_share    | 0.9   | no
    more often                             | guess_share    | 0.91  | no
    fewer just before the limit            | deadline_share | 0.79  | yes
    as many                                | deadline_share | 0.8   | no
    more                                   | deadline_share | 0.81  | no
    """)
def test_the_edge_of_every_threshold(measure, value, varied):
    fine = pattern(VARIED, 91, LAW, on=ON)
    assert fine is not None
    assert decided(replace(fine, **{measure: float(value)})) is (varied == "yes")


def decided(found):
    return varied(found, LAW, on=ON).allowed


def test_a_guess_hits_a_day_on_either_side():
    gaps = [90, 91, 92, 91, 90, 92, 91]
    got = pattern(visits([10 + sum(gaps[:n]) for n in range(8)], HOURS[:8]), 91, LAW, on=ON)
    assert got is not None
    assert (got.guess_days, got.guess_share) == (91, 1)
    further = [*gaps[:-1], 93]
    got = pattern(visits([10 + sum(further[:n]) for n in range(8)], HOURS[:8]), 91, LAW, on=ON)
    assert got is not None
    assert got.guess_share == 6 / 7
