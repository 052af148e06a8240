"""What an arrest for failing to notify needs (Sexual Offences Act 2003, s.91; PACE 1984, s.24)."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.escalation.facts import Failure, Necessity
from watchkeeper.escalation.failing import OFFENCES
from watchkeeper.escalation.rules.grounds import failures_in, grounds_for_arrest, open_failures
from watchkeeper.law import shelf
from watchkeeper.law.due import Due, Standing
from watchkeeper.registers.facts import Duty

LAW = shelf.load()
ON = date(2026, 3, 20)
DAY = timedelta(days=1)
COURSES = LAW["arrest_alternatives"].words(ON)
ANNUAL = Failure(Duty.ANNUAL, "", date(2026, 3, 2))


def grounds(failures=(ANNUAL,), necessity=(Necessity.INVESTIGATE,), considered=COURSES):
    return grounds_for_arrest(failures, necessity=necessity, considered=considered, law=LAW, on=ON)


def test_all_that_is_needed():
    decision = grounds()
    assert decision.allowed
    assert [reason.says for reason in decision.reasons][:4] == [
        "annual notification (s.85(1)) since 2 March 2026; up to 5 years' imprisonment",
        "no reasonable excuse is accepted",
        "not prosecuted before for the same failure",
        "necessary to allow a prompt and effective investigation",
    ]


@table("""
    case                               | failure              | needs     | unmet
    -----------------------------------|----------------------|-----------|---------------------------------
    an annual notification missed      | annual notification  | all       |
    nothing in default                 |                      | all       | offence
    a duty that is no offence          | order about to lapse | all       | offence
    an excuse is recorded              | excused              | all       | offence
    prosecuted before for this failure | prosecuted           | all       | once
    necessity not recorded             | annual notification  | no need   | need
    no alternative considered          | annual notification  | no others | others
    nothing at all                     |                      | none      | offence need others
    """)
def test_section_91(failure, needs, unmet):
    failures = {
        "": (),
        "excused": (Failure(Duty.ANNUAL, "", date(2026, 3, 2), excuse="in hospital, letter seen"),),
        "prosecuted": (Failure(Duty.ANNUAL, "", date(2026, 3, 2), prosecuted=True),),
    }.get(failure, (Failure(failure, "", date(2026, 3, 2)),))
    decision = grounds(
        failures,
        () if needs in ("no need", "none") else (Necessity.INVESTIGATE,),
        () if needs in ("no others", "none") else COURSES,
    )
    words = {"s.91(1)(a)": "offence", "s.91(3)": "once", "s.24": "need", "Code G": "other"}
    missing = [next(word for cite, word in words.items() if cite in reason.cite) for reason in decision.unmet]
    assert missing == unmet.replace("others", "other " * len(COURSES)).split()


@pytest.mark.parametrize("missing", COURSES)
def test_each_alternative_is_asked_for_by_name(missing):
    decision = grounds(considered=[course for course in COURSES if course != missing])
    assert [reason.says for reason in decision.unmet] == [f"{missing}: not yet considered"]


def test_an_excuse_for_one_failure_does_not_excuse_another():
    excused = Failure(Duty.INITIAL, "", date(2026, 1, 2), excuse="in hospital, letter seen")
    assert grounds((excused, ANNUAL)).allowed


def test_one_failure_prosecuted_and_another_excused_leave_nothing():
    excused = Failure(Duty.INITIAL, "", date(2026, 1, 2), excuse="in hospital, letter seen")
    prosecuted = Failure(Duty.ANNUAL, "", date(2026, 3, 2), prosecuted=True)
    assert not grounds((excused, prosecuted)).allowed
    assert open_failures((excused, prosecuted), on=ON) == ()


@table("""
    case                              | by | failures
    ----------------------------------|----|-----------
    the last lawful day is tomorrow   | 1  |
    the last lawful day is today      | 0  |
    the last lawful day was yesterday | -1 | 2026-03-20
    """)
def test_default_begins_the_day_after_the_last_lawful_day(by, failures):
    due = Due(Duty.ANNUAL, Standing.OWED, ON + int(by) * DAY, "s.85(1)", ())
    assert [str(failure.failed_on) for failure in failures_in([due], on=ON)] == failures.split()


@pytest.mark.parametrize("duty", Duty)
def test_only_a_requirement_of_section_91_is_an_offence(duty):
    due = Due(duty, Standing.OWED, date(2026, 1, 2), "", (), about="X1")
    found = failures_in([due], on=ON)
    assert bool(found) is (duty in OFFENCES)
    assert all((failure.duty, failure.ref) == (duty, "X1") for failure in found)


def test_a_held_or_missing_clock_is_no_failure():
    held = Due(Duty.ANNUAL, Standing.HELD, None, "s.85(3)", ())
    missing = Due(Duty.INITIAL, Standing.MISSING, None, "s.83(1)", ())
    assert failures_in([held, missing], on=ON) == ()


@settings(max_examples=100, deadline=None)
@given(
    st.sets(st.sampled_from(Necessity)),
    st.sets(st.sampled_from(COURSES)),
    st.sampled_from(Necessity),
    st.sampled_from(COURSES),
)
def test_recording_more_never_makes_an_arrest_harder_to_justify(necessity, considered, reason, course):
    before = grounds(necessity=necessity, considered=considered)
    after = grounds(necessity=necessity | {reason}, considered=considered | {course})
    assert len(after.unmet) <= len(before.unmet)
    assert before.allowed is (bool(necessity) and considered == set(COURSES))
