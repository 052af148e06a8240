"""Answers kept half-way, looks kept apart, differences settled: each an act, refused without the power."""

from datetime import date, timedelta

import pytest

from tests.conftest import NOON, ON
from tests.unit.inspection.conftest import (
    ALL_YES,
    COMMAND,
    ELSEWHERE,
    INSPECTOR,
    MANAGER,
    OFFENDERS,
    SECOND,
    THIRD,
)
from watchkeeper.audit.actions import entries
from watchkeeper.audit.facts import Kind
from watchkeeper.briefing.facts import Asked as Brief
from watchkeeper.briefing.inspection_night import of_inspection
from watchkeeper.inspection import models
from watchkeeper.inspection.reporting.actions import report
from watchkeeper.inspection.reporting.facts import Asked
from watchkeeper.inspection.reporting.forms import as_html, as_pdf
from watchkeeper.inspection.reporting.read_back import proposal_of
from watchkeeper.inspection.reporting.samples import finished
from watchkeeper.inspection.reporting.told import told
from watchkeeper.inspection.sample_actions import recommending
from watchkeeper.inspection.sample_actions.answering import answer_case, keep_answers, read_sample
from watchkeeper.inspection.sample_actions.drawing import preview_sample
from watchkeeper.inspection.sample_actions.finding import raise_finding, read_finding
from watchkeeper.inspection.sample_actions.following import read_recommendation
from watchkeeper.inspection.sample_actions.listing import listed
from watchkeeper.inspection.sample_actions.settling import settle_case
from watchkeeper.inspection.sampled import Answer, SampleState, Turn
from watchkeeper.inspection.tracked import Gravity
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.models import Officer

pytestmark = pytest.mark.django_db(transaction=True)

PLAN = "ask_offender_plan"
WORSE = {**ALL_YES, PLAN: Answer.NO}


def last():
    return list(entries())[-1]


def twice_in(sample):
    return next(each.ref for each in sample.drawing.cases if each.second)


@pytest.fixture
def answered(drawn, asked):
    """Every look is in: one officer took the first, another the second, and they differ on the plan."""
    sample = drawn(size=6)
    for each in sample.drawing.cases:
        answer_case(sample.ref, each.ref, Turn.FIRST, ALL_YES, note="seen", **asked())
        if each.second:
            answer_case(sample.ref, each.ref, Turn.SECOND, WORSE, **asked(SECOND))
    return sample


@pytest.fixture
def found(drawn, asked):
    sample = drawn()
    return raise_finding(
        sample.ref,
        question=PLAN,
        gravity=Gravity.SERIOUS,
        says="two plans name no owner",
        cases=[twice_in(sample)],
        owner="NW1",
        **asked(),
    )


@pytest.fixture
def recommended(found, asked, england):
    return recommending.recommend(
        found.ref,
        says="name a manager of everybody",
        measure="unmanaged",
        unit="NW",
        target=0.05,
        months=3,
        owner="NW1",
        calendar=england,
        **asked(),
    )


def test_a_preview_names_no_case_and_takes_what_a_draw_takes(drawn, asked, england, two_units):
    said = {"size": 5, "drawn_on": ON, "unit": "", "calendar": england}
    preview = preview_sample(OFFENDERS, **said, **asked())
    assert "P-" not in str(last().facts)
    assert (preview.strata, preview.second) == (drawn(keep=False).drawing.strata, 1)
    with pytest.raises(Refused, match="their own unit alone"):
        preview_sample(OFFENDERS, **said, **asked(COMMAND))
    with pytest.raises(Refused, match="offender manager"):
        preview_sample(OFFENDERS, **said, **asked(MANAGER))


def test_answers_kept_half_way_are_for_one_officer_alone_and_wait_on(drawn, asked):
    sample = drawn()
    case = twice_in(sample)
    keep_answers(sample.ref, case, {PLAN: Answer.NO}, **asked())
    keep_answers(sample.ref, case, {PLAN: Answer.CANNOT_TELL}, note="ask again", **asked())
    begun = read_sample(sample.ref, **asked()).begun[case]
    assert (begun.answers, begun.note) == ({PLAN: Answer.CANNOT_TELL}, "ask again")
    assert "ask again" not in str(last().facts)
    theirs = read_sample(sample.ref, **asked(SECOND))
    assert (theirs.begun, theirs.state, theirs.looks) == ({}, SampleState.DRAWN, 0)


@pytest.mark.parametrize(
    ("by", "case", "answers", "why"),
    [
        (MANAGER, "", {}, "offender manager"),
        (COMMAND, "", {}, "their own unit alone"),
        (INSPECTOR, "P9", {}, "a look at the case waits for them"),
        (INSPECTOR, "", {"ask_crime_plan": Answer.NO}, "the theme asks each question"),
    ],
)
def test_what_is_not_kept(drawn, asked, by, case, answers, why):
    sample = drawn()
    with pytest.raises(Refused, match=why):
        keep_answers(sample.ref, case or twice_in(sample), answers, **asked(by))
    assert (models.BegunAnswers.objects.count(), last().kind) == (0, Kind.REFUSED)


def test_a_third_settles_and_the_sample_is_finished(answered, asked):
    case = twice_in(answered)
    read = read_sample(answered.ref, **asked(THIRD))
    assert {each.question for each in read.open} == {PLAN}
    assert read.state is SampleState.DIFFERING
    for by, why in ((INSPECTOR, "neither look"), (SECOND, "neither look"), (MANAGER, "offender manager")):
        with pytest.raises(Refused, match=why):
            settle_case(answered.ref, case, {PLAN: Answer.NO}, because="the log", **asked(by))
    for each in (each.ref for each in answered.drawing.cases if each.second):
        settle_case(answered.ref, each, {PLAN: Answer.NO}, because="the log", **asked(THIRD))
    assert "the log" not in str(last().facts)
    after = read_sample(answered.ref, **asked())
    assert after.state is SampleState.FINISHED
    shares = {each.question: each.estimate.share for each in after.results}
    assert shares[PLAN] == pytest.approx(4 / 6)
    assert [each.settled for each in after.results if each.question == PLAN] == [2]
    assert next(each for each in after.results if each.question == PLAN).agreement.observed == 0


def test_a_finding_is_not_read_by_whoever_it_would_tell_the_first_look(found, asked):
    sample = models.Sample.objects.get().fact()
    case = twice_in(sample)
    answer_case(sample.ref, case, Turn.FIRST, WORSE, **asked())
    with pytest.raises(Refused, match="waits for a look of theirs"):
        read_finding(found.ref, **asked(SECOND))
    assert read_finding(found.ref, **asked(COMMAND)).says == "two plans name no owner"
    answer_case(sample.ref, case, Turn.SECOND, ALL_YES, **asked(SECOND))
    assert read_finding(found.ref, **asked(SECOND)).owner == "NW1"


def test_what_was_recommended_is_not_read_by_whoever_it_would_tell_the_first_look(
    found, recommended, asked, england
):
    sample = models.Sample.objects.get().fact()
    answer_case(sample.ref, twice_in(sample), Turn.FIRST, WORSE, **asked())
    with pytest.raises(Refused, match="waits for a look of theirs"):
        read_recommendation(recommended.ref, calendar=england, **asked(SECOND))
    assert read_recommendation(recommended.ref, calendar=england, **asked(COMMAND)).made.owner == "NW1"
    answer_case(sample.ref, twice_in(sample), Turn.SECOND, ALL_YES, **asked(SECOND))
    assert read_recommendation(recommended.ref, calendar=england, **asked(SECOND)).made.by == "HQ1"


@pytest.mark.parametrize("turn", Turn)
def test_whom_a_finding_was_put_to_takes_no_look_at_its_case(turn, drawn, asked):
    sample = drawn(by=COMMAND, unit="NW")
    case = twice_in(sample)
    if turn is Turn.SECOND:
        answer_case(sample.ref, case, Turn.FIRST, WORSE, **asked())
    assert read_sample(sample.ref, **asked(COMMAND)).turns[case] is turn
    said = {"question": PLAN, "gravity": Gravity.URGENT, "says": "no owner is named", "cases": [case]}
    made = raise_finding(sample.ref, owner="NW1", **said, **asked())
    assert read_finding(made.ref, **asked(COMMAND)).says == "no owner is named"
    assert case not in read_sample(sample.ref, **asked(COMMAND)).turns
    with pytest.raises(Refused, match="no finding of the case was put to them"):
        answer_case(sample.ref, case, turn, ALL_YES, **asked(COMMAND))
    with pytest.raises(Refused, match="a look at the case waits for them"):
        keep_answers(sample.ref, case, ALL_YES, **asked(COMMAND))
    assert models.CaseAnswers.objects.filter(by="NW1").count() == 0


def test_what_was_put_to_another_in_a_unit_one_does_not_inspect_is_not_theirs(
    found, recommended, asked, england
):
    made = recommended
    tries = (
        lambda: read_finding(found.ref, **asked(ELSEWHERE)),
        lambda: read_recommendation(made.ref, calendar=england, **asked(ELSEWHERE)),
        lambda: recommending.attach_evidence(made.ref, reference="DOC-1", says="", **asked(ELSEWHERE)),
        lambda: recommending.propose_closure(made.ref, because="x", calendar=england, **asked(ELSEWHERE)),
        lambda: recommending.refuse_closure(made.ref, because="x", **asked(ELSEWHERE)),
    )
    for each in tries:
        with pytest.raises(Refused, match="it was put to them, or they inspect its unit"):
            each()
    assert listed(england, **asked(ELSEWHERE)) == ((), ())
    findings, recommendations = listed(england, **asked(COMMAND))
    assert ([row.finding.ref for row in findings], [row.made.ref for row in recommendations]) == (
        [found.ref],
        [made.ref],
    )
    read = read_recommendation(made.ref, calendar=england, **asked(COMMAND))
    assert not read.may_close.allowed
    assert [each.says for each in read.may_close.unmet][-1] == "evidence is attached (0 pieces are)"
    assert read.values[-1] == (ON, 1.0)


def test_the_brief_puts_to_each_what_is_theirs_and_replays(found, asked, law, england):
    sample = models.Sample.objects.get().fact()
    answer_case(sample.ref, twice_in(sample), Turn.FIRST, ALL_YES, **asked())
    act = models.CaseAnswers.objects.get().act
    night = Brief(ON + timedelta(days=8), NOON + timedelta(days=8))
    lines = of_inspection(night, law, england, act)
    assert [(line.what, line.owner, line.unit, line.days) for line in lines] == [
        ("answer to a finding", "NW1", "NW", 1),
        ("second look at a sample", "HQ1", "no unit recorded", 0),
    ]
    assert all("plans" not in str(line.why) for line in lines)
    own = Brief(night.on, night.known_at, officer="NW1")
    assert [line.owner for line in of_inspection(own, law, england, act)] == ["NW1"]
    assert of_inspection(night, law, england, act - 2) == lines[:1]
    assert of_inspection(Brief(ON, NOON - timedelta(days=1)), law, england, act) == []
    before = {"recorded_at": NOON, "known_from": NOON - timedelta(days=1)}
    for ref in ("HQ1", "NW1"):
        Officer.objects.create(
            ref=ref, rank="inspector", role="inspection officer", unit="HQ", act=act + 1, **before
        )
    assert of_inspection(night, law, england, act) == lines  # a later load changes no night
    assert [line.unit for line in of_inspection(night, law, england, act + 1)] == ["HQ", "HQ"]


def test_a_report_has_a_finished_sample_beside_its_measures_and_says_of_none_that_there_is_none(
    answered, asked, law, england
):
    of = Asked(date(2026, 1, 1), ON, NOON, seed=7)
    assert finished(of, law) == ()  # answered, with differences to settle
    for each in (each.ref for each in answered.drawing.cases if each.second):
        settle_case(answered.ref, each, {PLAN: Answer.NO}, because="the log", **asked(THIRD))
    said = told(report(of, by=INSPECTOR, law=law, calendar=england, at=NOON))
    (offenders, *others) = said["grades"]
    read = {each["question"]: each for one in offenders["characteristics"] for each in one["read"]}
    assert len(read) == len(ALL_YES)
    assert read[PLAN]["value"] == "67% yes, every case looked at, of 6 answers"
    assert (read[PLAN]["standing"], read["ask_offender_assessed"]["standing"]) == ("against", "for")
    planned = next(one for one in offenders["characteristics"] if one["name"] == "good_offenders_planned")
    assert planned["standing"] == "against"
    assert all("No dip sample of it" in grade["because"][-1] for grade in others)
    again = proposal_of(offenders)
    assert [len(each.read) for each in again.characteristics] == [
        len(one["read"]) for one in offenders["characteristics"]
    ]
    assert b"Dip sample of 20 March 2026" in as_html(said)
    assert as_pdf(said).startswith(b"%PDF")
