"""Samples drawn, answered twice, found upon and closed: each an act, refused without the power, on the trail."""

import json
import threading
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from typer.testing import CliRunner

from tests.conftest import NOON, ON
from tests.unit.inspection.conftest import ALL_YES, COMMAND, INSPECTOR, MANAGER, SECOND
from tests.unit.workforce.records import CARRIED
from watchkeeper import today
from watchkeeper.audit.actions import entries
from watchkeeper.audit.facts import Kind
from watchkeeper.cli.main import app
from watchkeeper.inspection import models
from watchkeeper.inspection.sample_actions import recommending
from watchkeeper.inspection.sample_actions.answering import answer_case, read_sample
from watchkeeper.inspection.sample_actions.drawing import repeat_sample
from watchkeeper.inspection.sample_actions.finding import (
    answer_finding,
    raise_finding,
    read_finding,
    settle_finding,
)
from watchkeeper.inspection.sample_actions.listing import listed
from watchkeeper.inspection.sampled import Answer, Turn
from watchkeeper.inspection.tracked import Gravity
from watchkeeper.law.clocks import months_after
from watchkeeper.risk.models import SetLevel
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Officer as Who
from watchkeeper.workforce.facts import Power, Rank, Role
from watchkeeper.workforce.models import Officer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def small_force(two_units: None) -> None:
    """Every test here draws from it."""


def last():
    return list(entries())[-1]


def test_a_sample_is_drawn_by_unit_and_level_and_the_seed_is_on_the_trail(drawn):
    sample = drawn()
    strata = {(each.stratum.unit, each.stratum.kind): (each.of, each.drawn) for each in sample.drawing.strata}
    assert strata == {
        ("NW", "high"): (3, 2),
        ("NW", "none recorded"): (1, 1),
        ("SE", "none recorded"): (2, 2),
    }
    assert (last().kind, last().power) == (Kind.DONE, "draw a sample of cases")
    assert {("seed", "s"), ("drawn", "5"), ("of", "6"), ("frame", sample.drawing.digest)} <= {*last().facts}
    assert ("attempt", str(models.Sample.objects.get().act)) in last().facts


def test_what_is_not_kept_is_on_the_trail_alone(drawn):
    assert drawn(keep=False).drawing == drawn(keep=False).drawing
    assert models.Sample.objects.count() == 0
    assert last().kind is Kind.DONE


def test_a_sample_drawn_again_holds_though_the_force_has_changed(drawn, asked, england):
    ref = drawn().ref
    after = NOON + timedelta(days=1)
    known = {"recorded_at": after, "known_from": after, "act": 0}
    SetLevel.objects.create(ref="L9", person_ref="P-SE0", level="high", set_on=ON, **known)
    assert repeat_sample(ref, calendar=england, **asked(days=2)).holds


@pytest.mark.parametrize(
    ("by", "more", "why"),
    [
        (MANAGER, {}, "offender manager"),
        (COMMAND, {}, "their own unit alone"),
        (COMMAND, {"unit": "SE"}, "their own unit alone"),
        (INSPECTOR, {"seed": " "}, "seed"),
        (INSPECTOR, {"size": 0}, r"at least one case is asked for \(it was 0\)"),
        (INSPECTOR, {"unit": "XX"}, r"there is a case to draw from \(cases found: 0\)"),
        (INSPECTOR, {"drawn_on": ON + timedelta(days=1)}, "21 March 2026 is still to come"),
    ],
)
def test_what_is_refused_draws_nothing_and_the_attempt_is_kept(drawn, by, more, why):
    with pytest.raises(Refused, match=why):
        drawn(by, **more)
    assert (last().kind, models.Sample.objects.count()) == (Kind.REFUSED, 0)


def test_command_draws_from_its_own_unit(drawn):
    assert {each.stratum.unit for each in drawn(COMMAND, unit="NW").drawing.cases} == {"NW"}


def test_two_looks_stay_apart_until_both_are_in_and_results_wait_for_all(drawn, asked):
    sample = drawn()
    twice = next(each.ref for each in sample.drawing.cases if each.second)
    worse = {**ALL_YES, "ask_offender_plan": Answer.NO}
    for each in sample.drawing.cases:
        answer_case(sample.ref, each.ref, Turn.FIRST, ALL_YES, note="seen", **asked())
    with pytest.raises(Refused, match="another officer"):
        answer_case(sample.ref, twice, Turn.SECOND, worse, **asked())
    assert twice not in {each.case for each in read_sample(sample.ref, **asked(SECOND)).readable}
    assert read_sample(sample.ref, **asked()).results == ()
    answer_case(sample.ref, twice, Turn.SECOND, worse, **asked(SECOND))
    assert "seen" not in str(last().facts)
    read = read_sample(sample.ref, **asked(SECOND))
    assert len([each for each in read.readable if each.case == twice]) == 2
    assert [(each.estimate.share, each.agreement.pairs) for each in read.results] == [(1.0, 1)] * 5
    assert [each.agreement.observed for each in read.results] == [1.0, 0.0, 1.0, 1.0, 1.0]


def test_an_officer_without_the_power_answers_nothing(drawn, asked):
    sample = drawn()
    with pytest.raises(Refused, match="offender manager"):
        answer_case(sample.ref, sample.drawing.cases[0].ref, Turn.FIRST, ALL_YES, **asked(MANAGER))
    assert models.CaseAnswers.objects.count() == 0


@pytest.fixture
def found(drawn, asked):
    sample = drawn()
    return raise_finding(
        sample.ref,
        question="ask_offender_plan",
        gravity=Gravity.SERIOUS,
        says="two plans name no owner",
        cases=[sample.drawing.cases[0].ref],
        owner="NW1",
        **asked(),
    )


def test_a_finding_is_put_to_an_owner_who_alone_answers_it_once(found, asked):
    with pytest.raises(Refused, match="put to them"):
        answer_finding(
            found.ref, accepted=True, says="yes", **asked(Who("SE1", Rank.SERGEANT, Role.SUPERVISOR, "SE"))
        )
    answer_finding(found.ref, accepted=True, says="owners are named", **asked(COMMAND))
    with pytest.raises(Refused, match="one answer"):
        answer_finding(found.ref, accepted=False, says="no", **asked(COMMAND))
    assert models.FindingAnswer.objects.count() == 1


def test_another_than_its_owner_settles_a_finding_and_the_trail_has_both(found, asked):
    with pytest.raises(Refused, match="its owner answered it"):
        settle_finding(found.ref, agreed=True, says="seen", **asked())
    answer_finding(found.ref, accepted=True, says="owners are named", **asked(COMMAND))
    for by in (COMMAND, MANAGER, SECOND):
        with pytest.raises(Refused):
            settle_finding(found.ref, agreed=True, says="seen", **asked(by))
    settle_finding(found.ref, agreed=False, says="one is not", **asked())
    answer_finding(found.ref, accepted=True, says="now all are", **asked(COMMAND))
    with pytest.raises(Refused, match="a reason is given"):
        settle_finding(found.ref, agreed=True, says=" ", **asked())
    settle_finding(found.ref, agreed=True, says="seen in each plan", **asked())
    with pytest.raises(Refused, match="nobody else has said"):
        settle_finding(found.ref, agreed=True, says="seen", **asked())
    done = [
        (each.power, each.by)
        for each in entries()
        if each.kind is Kind.DONE and each.power in (Power.ANSWER_FINDING, Power.DECIDE_CLOSURE)
    ]
    owner, other = (Power.ANSWER_FINDING, COMMAND.ref), (Power.DECIDE_CLOSURE, INSPECTOR.ref)
    assert done == [owner, other, owner, other]
    assert "plan" not in str(last().facts)


def test_an_allocator_reads_what_was_put_to_them_and_no_other_finding_of_their_unit(
    found, drawn, asked, england
):
    of_unit = drawn(COMMAND, unit="NW")
    theirs = {
        "question": "ask_offender_plan",
        "gravity": Gravity.ROUTINE,
        "says": "x",
        "cases": [of_unit.drawing.cases[0].ref],
    }
    for ref in ("NWA1", "NWC1"):
        role = Role.ALLOCATOR if ref == "NWA1" else Role.COORDINATOR
        Officer.objects.create(ref=ref, rank="sergeant", role=role.value, unit="NW", **CARRIED)
        one = Who(ref, Rank.SERGEANT, role, "NW")
        own = raise_finding(of_unit.ref, owner=ref, **theirs, **asked(COMMAND))
        other = raise_finding(of_unit.ref, owner="NW1", **theirs, **asked(COMMAND))
        assert read_finding(own.ref, **asked(one)).owner == ref
        with pytest.raises(Refused, match="it was put to them, or they inspect its unit"):
            read_finding(other.ref, **asked(one))
        rows, _ = listed(england, **asked(one))
        assert [row.finding.ref for row in rows] == [own.ref]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"question": "ask_crime_plan"}, "the theme asks it"),
        ({"cases": ["P9"]}, "cases of the sample"),
        ({"cases": []}, "cases of the sample"),
        ({"says": " "}, "what was found is said"),
        ({"owner": "nobody"}, "on record as an officer"),
    ],
)
def test_what_no_finding_may_be(found, asked, more, why):
    said = {
        "question": found.question,
        "gravity": Gravity.URGENT,
        "says": "x",
        "cases": ["P-SE0"],
        "owner": "NW1",
    }
    with pytest.raises(Refused, match=why):
        raise_finding(found.sample_ref, **{**said, **more}, **asked())
    assert models.Finding.objects.count() == 1


@pytest.fixture
def advised(found, asked, england):
    """That nobody at all is managed is to become 5 in 100, and stay there for three month-ends."""
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


def test_a_recommendation_keeps_what_its_measure_said(advised):
    assert (advised.stood, advised.target, advised.unit) == (1.0, 0.05, "NW")


def test_it_is_not_closed_while_its_measure_has_not_moved(advised, asked, england):
    recommending.attach_evidence(advised.ref, reference="DOC-7", says="rota", **asked(COMMAND))
    with pytest.raises(Refused, match=r"at most 5\.0%"):
        recommending.propose_closure(advised.ref, because="done", calendar=england, **asked(COMMAND, 120))
    assert models.Closure.objects.count() == 0
    assert last().kind is Kind.REFUSED


def test_one_proposes_and_another_confirms_once_it_moved_and_stayed(advised, asked, england, monkeypatch):
    ends = [months_after(month, ON) for month in (1, 2, 3, 4)]
    monkeypatch.setattr(recommending, "measured", lambda *_: tuple((day, 0.02) for day in ends))
    with pytest.raises(Refused, match="0 pieces are"):
        recommending.propose_closure(advised.ref, because="done", calendar=england, **asked(COMMAND, 130))
    recommending.attach_evidence(advised.ref, reference="DOC-7", says="rota", **asked(COMMAND, 130))
    with pytest.raises(Refused, match="its closure is proposed"):
        recommending.confirm_closure(advised.ref, because="so", calendar=england, **asked(INSPECTOR, 130))
    recommending.propose_closure(advised.ref, because="done", calendar=england, **asked(COMMAND, 130))
    with pytest.raises(Refused, match="another officer"):
        recommending.confirm_closure(advised.ref, because="so", calendar=england, **asked(COMMAND, 131))
    recommending.refuse_closure(advised.ref, because="the rota ends in May", **asked(INSPECTOR, 131))
    recommending.propose_closure(advised.ref, because="a new rota", calendar=england, **asked(COMMAND, 132))
    recommending.confirm_closure(advised.ref, because="seen", calendar=england, **asked(INSPECTOR, 133))
    with pytest.raises(Refused, match="closed"):
        recommending.attach_evidence(advised.ref, reference="DOC-8", says="", **asked(COMMAND, 134))
    steps = [row.step for row in models.Closure.objects.order_by("id")]
    assert steps == ["proposed", "refused", "proposed", "confirmed"]


def test_the_command_prints_the_same_references_for_the_same_seed(monkeypatch, request):
    monkeypatch.setattr(today, "now", lambda: NOON)
    monkeypatch.setattr(today, "today", lambda: ON)
    monkeypatch.delenv("WATCHKEEPER_OFFICER", raising=False)
    register = settings.HOME / "watchkeeper.sqlite3"
    register.touch()
    request.addfinalizer(register.unlink)
    run = CliRunner()
    asked_for = ["inspect", "sample", "offenders", "--seed", "s", "--size", "5", "--on", str(ON)]
    first, again = (run.invoke(app, [*asked_for, "--json"]) for _ in range(2))
    assert first.exit_code == 0, first.output
    assert first.stdout == again.stdout
    assert len(json.loads(first.stdout)["cases"]) == 5
    plain = run.invoke(app, asked_for)
    assert "5 of 6 cases, the whole force" in plain.stdout
    assert all(each["ref"] in plain.stdout for each in json.loads(first.stdout)["cases"])
    assert run.invoke(app, ["inspect", "sample", "cheese", "--seed", "s"]).exit_code == 2
    nowhere = run.invoke(app, ["inspect", "sample", "offenders", "--seed", "s", "--unit", "NOPE"])
    assert nowhere.exit_code == 2
    assert "no unit is known as 'NOPE'" in nowhere.stderr


def at_once(*do):
    """Each in a thread of its own, begun together; what each gave back."""
    gate, came = threading.Barrier(len(do)), []

    def one(each):
        try:
            gate.wait(10)
            came.append(each())
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(each,)) for each in do]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return came


def test_a_button_pressed_twice_draws_one_sample_and_both_presses_show_it(drawn):
    first, again = drawn(), drawn()
    assert (again.ref, models.Sample.objects.count()) == (first.ref, 1)
    assert ("kept before", first.ref) in last().facts
    drawn(seed="another")
    drawn(COMMAND, unit="NW")
    assert models.Sample.objects.count() == 3


def test_two_presses_in_one_instant_draw_one_sample(drawn):
    came = at_once(drawn, drawn, drawn)
    assert len(came) == 3
    assert len({each.ref for each in came}) == models.Sample.objects.count() == 1


def test_a_finding_raised_twice_stands_once_until_it_is_settled(found, asked):
    said = {
        "question": found.question,
        "gravity": Gravity(found.gravity),
        "says": f" {found.says}",
        "cases": json.loads(found.cases),
        "owner": found.owner,
    }

    def press(**more):
        return raise_finding(found.sample_ref, **{**said, **more}, **asked())

    assert {each.ref for each in at_once(press, press)} == {found.ref}
    assert models.Finding.objects.count() == 1
    assert press(says="something else").ref != found.ref
    answer_finding(found.ref, accepted=True, says="owners are named", **asked(COMMAND))
    assert press().ref == found.ref
    settle_finding(found.ref, agreed=True, says="seen", **asked())
    assert press().ref != found.ref


def test_a_recommendation_made_twice_stands_once(advised, asked, england):
    fields = ("says", "measure", "unit", "target", "months", "owner")
    said = {name: getattr(advised, name) for name in fields}
    again = recommending.recommend(advised.finding_ref, calendar=england, **said, **asked(days=1))
    assert (again.ref, models.Recommendation.objects.count()) == (advised.ref, 1)
    other = {**said, "says": "another change"}
    assert (
        recommending.recommend(advised.finding_ref, calendar=england, **other, **asked()).ref != advised.ref
    )
