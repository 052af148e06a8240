"""Which grade the measures speak for, and what would change it."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.inspection.facts import Alarm
from watchkeeper.inspection.grades.facts import (
    GOOD,
    Characteristic,
    Evidence,
    Grade,
    Judged,
    Proposal,
    SampleEvidence,
    Standing,
)
from watchkeeper.inspection.grades.rules import characteristics, propose, sample_standing, speaks_of
from watchkeeper.inspection.measures.catalogue import BY_NAME, MEASURES
from watchkeeper.inspection.sampled import SUBJECTS
from watchkeeper.law import shelf

LAW = shelf.load()
ON = date(2026, 3, 20)
GRAVE = LAW["grade_causes"].words(ON)
FINE = {each.name: Evidence(each.name, each.title, 0, 100, 0.1, ()) for each in MEASURES}
NEAR = Evidence("plain", "Plain", 8, 100, 0.1, ())
SAID = {
    "fine": replace(NEAR, many=5),
    "more than half its limit": replace(NEAR, many=6),
    "against": replace(NEAR, many=11, alarms=(Alarm.OVER,)),
    "rose": replace(NEAR, alarms=(Alarm.ROSE,)),
    "missing": replace(NEAR, many=0, of=0),
    "cause": replace(NEAR, measure=GRAVE[0], many=11, alarms=(Alarm.OVER,)),
    "other cause": replace(NEAR, measure=GRAVE[1], many=11, alarms=(Alarm.OVER,)),
    "cause that rose": replace(NEAR, measure=GRAVE[0], alarms=(Alarm.ROSE,)),
}


def of(*evidence: Evidence) -> Characteristic:
    return Characteristic("good", "It is so.", "nobody", True, evidence)


def good(text: str) -> list[Characteristic]:
    """`fine x 4, missing x 1`: so many characteristics, each of one such measure."""
    return [
        of(SAID[word]) for run in text.split(", ") for word, n in [run.split(" x ")] for _ in range(int(n))
    ]


def proposed(characteristics: list[Characteristic]) -> Proposal:
    return propose(Judged.OFFENDERS, characteristics, LAW, on=ON)


@table("""
    case                                       | shown                                    | grade                | at_best
    -------------------------------------------|------------------------------------------|----------------------|---------------------
    all shown, each at half its limit          | fine x 5                                 | outstanding          | outstanding
    all shown, one above half its limit        | fine x 4, more than half its limit x 1   | good                 | good
    four fifths are substantially all          | fine x 4, against x 1                    | good                 | good
    three of four are not                      | fine x 3, against x 1                    | adequate             | adequate
    two fifths are some                        | fine x 2, against x 3                    | adequate             | adequate
    one of three is few                        | fine x 1, against x 2                    | requires improvement | requires improvement
    none                                       | against x 5                              | requires improvement | requires improvement
    above its own past speaks against as well  | fine x 3, rose x 1                       | adequate             | adequate
    one cause for concern, all else shown      | fine x 9, cause x 1                      | requires improvement | requires improvement
    two are inadequate                         | fine x 8, cause x 1, other cause x 1     | inadequate           | inadequate
    the same cause twice is one                | fine x 8, cause x 2                      | requires improvement | requires improvement
    within its limit a cause is none           | fine x 4, cause that rose x 1            | good                 | good
    what is missing is not credited            | fine x 3, missing x 1                    | adequate             | good
    missing beside a cause                     | cause x 1, missing x 1                   | requires improvement | requires improvement
    half with evidence are enough              | fine x 2, missing x 2                    | adequate             | good
    fewer are not                              | fine x 2, missing x 3                    | none                 | none
    nothing at all                             | missing x 5                              | none                 | none
    """)
def test_a_grade(shown, grade, at_best):
    found = proposed(good(shown))
    assert (str(found.grade or "none"), str(found.at_best or "none")) == (grade, at_best)


@table("""
    case                                       | measures                | standing
    -------------------------------------------|-------------------------|------------
    every measure speaks for it                | fine, fine              | for
    one speaks against                         | fine, against           | against
    one has nothing to look at                 | fine, missing           | no evidence
    against weighs more than missing           | missing, against        | against
    """)
def test_a_characteristic(measures, standing):
    assert str(of(*(SAID[word] for word in measures.split(", "))).standing) == standing


def read(low: float | None, high: float | None, *, enough: bool = True) -> SampleEvidence:
    stands = sample_standing(low, high, LAW, on=ON, enough=enough)
    return SampleEvidence("S1", "ask", "Was it so?", ON, low, low, high, 20, 0.8, stands)


@table("""
    case                                            | low   | high  | enough | standing
    ------------------------------------------------|-------|-------|--------|------------
    all of it at the share of policy                | 0.8   | 1     | yes    | for
    it begins just below                            | 0.799 | 1     | yes    | no evidence
    it ends there                                   | 0.5   | 0.8   | yes    | no evidence
    it ends just below                              | 0.5   | 0.799 | yes    | against
    too few answers, whatever they say              | 0.1   | 0.2   | no     | no evidence
    nothing to say                                  | none  | none  | yes    | no evidence
    """)
def test_how_a_sample_counts(low, high, enough, standing):
    ends = [None if each == "none" else float(each) for each in (low, high)]
    assert str(sample_standing(*ends, LAW, on=ON, enough=enough == "yes")) == standing


@table("""
    case                                            | measure | sample  | standing
    ------------------------------------------------|---------|---------|------------
    none is none: the measures speak alone          | fine    | none    | for
    a sample speaks for what is measured            | fine    | for     | for
    a sample against outweighs measures             | fine    | against | against
    neither side changes nothing                    | fine    | neither | for
    a sample makes up for no measure                | missing | for     | no evidence
    """)
def test_a_characteristic_with_a_sample(measure, sample, standing):
    ends = {"none": (), "for": (read(0.9, 1),), "against": (read(0.1, 0.2),), "neither": (read(0.5, 0.9),)}
    found = replace(of(SAID[measure]), read=ends[sample])
    assert str(found.standing) == standing


def test_what_samples_say_is_told_and_none_is_said_to_be_none():
    alone = good("fine x 4")
    assert "No dip sample of it was finished" in proposed(alone).because[-1]
    with_one = [replace(alone[0], read=(read(0.1, 0.2), read(0.9, 1))), *alone[1:]]
    found = proposed(with_one)
    assert "1 speak for, 1 against, 0 for neither" in found.because[-1]
    assert found.grade is Grade.ADEQUATE
    assert any("Was it so? (dip sample)" in each for each in found.changes)


def test_every_question_named_by_policy_speaks_of_a_characteristic_there_is():
    rows = {row for names in GOOD.values() for row in names}
    asked = [name for subject in SUBJECTS.values() for name in subject.questions]
    named = {name: speaks_of(name, LAW, on=ON) for name in asked}
    assert {each for each in named.values() if each} <= rows
    assert [name for name, each in named.items() if not each] == ["ask_crime_victim"]
    assert set(LAW["sample_speaks_of"].on(ON)) <= set(asked)


@table("""
    case                              | shown                                | says
    ----------------------------------|--------------------------------------|-----------------------------------------------------
    how many more for the next grade  | fine x 3, against x 2                | For good, 1 more of 5 characteristics to be shown
    how many fewer may count          | fine x 3, against x 2                | Plain: 11 of 100 count and 10 may, 1 fewer
    what its own past asks            | fine x 3, rose x 2                   | Plain: back to what its own past leads one to expect
    which evidence is lacking         | fine x 3, missing x 2                | Plain: nothing to look at, evidence is needed
    what must end first               | cause x 1, fine x 9                  | For better than requires improvement, these first: plain
    of two causes                     | cause x 1, other cause x 1, fine x 8 | For requires improvement, these first: plain, plain
    how far it is from falling        | fine x 4, against x 1                | It falls when 1 of what is shown no longer is
    """)
def test_what_would_change_it(shown, says):
    assert says in proposed(good(shown)).changes


def test_certainty_is_the_share_of_measures_with_evidence():
    assert proposed(good("fine x 3, missing x 1")).certainty == 0.75
    assert proposed([]).grade is None


def test_every_characteristic_of_policy_is_joined_to_measures_that_stand():
    for theme in Judged:
        for each in characteristics(theme, FINE, LAW, on=ON):
            assert each.evidence, each.name
            assert not each.confirmed
        assert proposed(list(characteristics(theme, FINE, LAW, on=ON))).grade is Grade.OUTSTANDING
    joined = {name for rows in GOOD.values() for row in rows for name in LAW[row].words(ON)}
    assert joined <= BY_NAME.keys()
    assert set(GRAVE) <= joined


def place(found: Proposal) -> int:
    return found.grade.place if found.grade else len(Grade)


CASES = st.lists(st.lists(st.sampled_from([*SAID.values()]), min_size=1, max_size=3), min_size=1, max_size=7)
PICKED = st.tuples(st.integers(0, 6), st.integers(0, 2))


def changed(lists: list[list[Evidence]], at: tuple[int, int], how) -> list[Characteristic]:
    row = at[0] % len(lists)
    column = at[1] % len(lists[row])
    return [
        of(*(how(one) if (i, j) == (row, column) else one for j, one in enumerate(each)))
        for i, each in enumerate(lists)
    ]


@settings(max_examples=60)
@given(CASES, PICKED, st.sampled_from([*Alarm]))
def test_one_more_alarm_never_improves_a_grade(lists, at, alarm):
    def alarmed(one: Evidence) -> Evidence:
        return one if one.standing is Standing.MISSING else replace(one, alarms=(*one.alarms, alarm))

    before, after = proposed([of(*each) for each in lists]), proposed(changed(lists, at, alarmed))
    assert place(after) >= place(before)
    if before.at_best and after.at_best:
        assert after.at_best.place >= before.at_best.place


@settings(max_examples=60)
@given(CASES, PICKED)
def test_losing_evidence_never_raises_a_grade_but_where_it_was_a_cause_for_concern(lists, at):
    def lost(one: Evidence) -> Evidence:
        return one if one.measure in GRAVE else replace(one, many=0, of=0, alarms=())

    before, after = proposed([of(*each) for each in lists]), proposed(changed(lists, at, lost))
    assert place(after) >= place(before)
    assert after.certainty <= before.certainty


@settings(max_examples=60)
@given(CASES, st.integers(0, 6), st.tuples(st.floats(0, 1), st.floats(0, 1)), st.booleans())
def test_a_sample_never_improves_what_the_measures_propose(lists, at, ends, enough):
    alone = [of(*each) for each in lists]
    one = read(min(ends), max(ends), enough=enough)
    beside = [
        replace(each, read=(one,)) if spot == at % len(alone) else each for spot, each in enumerate(alone)
    ]
    before, after = proposed(alone), proposed(beside)
    if before.grade:
        assert place(after) >= place(before)


@settings(max_examples=60)
@given(CASES)
def test_at_best_is_never_worse_than_the_grade(lists):
    found = proposed([of(*each) for each in lists])
    if found.grade and found.at_best:
        assert found.at_best.place <= found.grade.place
