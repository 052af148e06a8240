"""Vetting, conduct, absence and tutors are acts: refused without the power, on nobody themselves, sealed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import INSPECTOR, MANAGER, SERGEANT, SUPERINTENDENT, officer
from tests.unit.workforce.records import CARRIED, last, refused
from watchkeeper.audit.actions import check, entries
from watchkeeper.audit.facts import Kind
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce import models
from watchkeeper.workforce.actions.conduct import (
    allow_work,
    close_allegation,
    grade_allegation,
    lift_restriction,
    read_conduct,
    record_allegation,
    record_screening,
    restrict,
)
from watchkeeper.workforce.actions.staffing import end_absence, name_tutor, record_absence
from watchkeeper.workforce.actions.suspending import (
    dismiss,
    end_suspension,
    report_dismissal,
    review_suspension,
    suspend,
)
from watchkeeper.workforce.actions.vetting import (
    change_clearance,
    record_clearance,
    record_recheck_draw,
    repeat_recheck_draw,
    tell_change,
)
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.conduct import (
    AbstractionKind,
    AllegationKind,
    ClearanceStep,
    ConductPurpose,
    Excluded,
    VettingLevel,
)
from watchkeeper.workforce.facts import Officer, Rank, Role
from watchkeeper.workforce.rules.wash import draw_rechecks

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
STANDARDS = officer("O11", Rank.INSPECTOR, Role.STANDARDS)
VETTING = officer("O12", Rank.INSPECTOR, Role.VETTING)
COMMANDER = officer("O13", Rank.COMMANDER, Role.SENIOR_OFFICER)
BEFORE = ON - 9 * DAY


@pytest.fixture(autouse=True)
def staff() -> None:
    for one in (MANAGER, SERGEANT, INSPECTOR, SUPERINTENDENT, STANDARDS, VETTING, COMMANDER):
        models.Officer.objects.create(
            ref=one.ref, rank=one.rank.value, role=one.role.value, unit=one.unit, **CARRIED
        )
    rows: list[tuple[type[Any], str, dict[str, Any]]] = [
        (models.Clearance, "C1", {"clearance": "RV", "granted_on": BEFORE}),
        (models.ClearanceChange, "K1", {"step": "suspended", "on": BEFORE}),
        (models.Allegation, "A1", {"kind": "domestic abuse", "made_on": BEFORE, "severity": 3}),
        (models.Restricted, "R1", {"excludes": "women", "since": BEFORE}),
        (models.Suspension, "X1", {"since": BEFORE}),
        (models.Dismissal, "D1", {"on": BEFORE}),
        (models.Abstraction, "B1", {"kind": "leave", "since": BEFORE}),
    ]
    for model, ref, columns in rows:
        model.objects.create(ref=ref, officer_ref="O1", **columns, **CARRIED)


def changing(about: str, asked: Any) -> Any:
    return change_clearance(
        about,
        ClearanceStep.WITHDRAWN,
        decided_by=COMMANDER,
        changed_on=ON,
        redeployment_considered=None,
        told_on=None,
        **asked,
    )


def alleging(about: str, asked: Any) -> Any:
    return record_allegation(about, AllegationKind.SEXUAL, made_on=ON, severity=3, criminal=True, **asked)


type Do = Callable[[str, Any], Any]
ON_AN_OFFICER: dict[str, tuple[Do, Officer]] = {
    "clearance": (
        lambda about, asked: record_clearance(
            about, VettingLevel.MV, granted_on=ON, expires_on=ON + DAY, **asked
        ),
        VETTING,
    ),
    "change": (changing, VETTING),
    "allegation": (alleging, STANDARDS),
    "restriction": (
        lambda about, asked: restrict(about, [Excluded.WOMEN], since=ON, until=None, **asked),
        STANDARDS,
    ),
    "suspension": (lambda about, asked: suspend(about, since=ON, **asked), STANDARDS),
    "dismissal": (lambda about, asked: dismiss(about, dismissed_on=ON, **asked), STANDARDS),
    "screening": (
        lambda about, asked: record_screening(
            about, screened_on=ON, cleared=True, expires_on=ON + DAY, **asked
        ),
        STANDARDS,
    ),
    "absence": (
        lambda about, asked: record_absence(about, AbstractionKind.LEAVE, since=ON, until=None, **asked),
        SERGEANT,
    ),
    "tutor": (
        lambda about, asked: name_tutor(about, INSPECTOR, since=ON, until=None, **asked),
        SERGEANT,
    ),
    "reading": (
        lambda about, asked: read_conduct(about, purpose=ConductPurpose.WORK, **asked),
        STANDARDS,
    ),
}
ON_A_ROW: dict[str, tuple[Do, Officer, str]] = {
    "tell": (lambda ref, asked: tell_change(ref, told_on=ON, **asked), VETTING, "K1"),
    "grade": (lambda ref, asked: grade_allegation(ref, severity=1, **asked), STANDARDS, "A1"),
    "close": (lambda ref, asked: close_allegation(ref, closed_on=ON, **asked), STANDARDS, "A1"),
    "allow": (
        lambda ref, asked: allow_work(ref, until=ON + DAY, reason="desk work", **asked),
        COMMANDER,
        "A1",
    ),
    "lift": (lambda ref, asked: lift_restriction(ref, until=ON, **asked), STANDARDS, "R1"),
    "end": (lambda ref, asked: end_suspension(ref, until=ON, **asked), STANDARDS, "X1"),
    "review": (
        lambda ref, asked: review_suspension(ref, continued=True, of_clearance=False, **asked),
        STANDARDS,
        "X1",
    ),
    "review of clearance": (
        lambda ref, asked: review_suspension(ref, continued=True, of_clearance=True, **asked),
        VETTING,
        "K1",
    ),
    "report": (lambda ref, asked: report_dismissal(ref, reported_on=ON, **asked), STANDARDS, "D1"),
    "end of absence": (lambda ref, asked: end_absence(ref, until=ON, **asked), SERGEANT, "B1"),
}


def asking(by: Officer, law: Shelf) -> dict[str, Any]:
    return {"by": by, "on": ON, "law": law, "at": NOON}


@pytest.mark.parametrize("name", ON_AN_OFFICER)
def test_done_with_the_power_it_is_on_the_trail_and_vouched_for(name: str, law: Shelf):
    do, able = ON_AN_OFFICER[name]
    do("O1" if able is SERGEANT or name == "change" else "O2", asking(able, law))
    assert last().kind is Kind.DONE
    assert check().holds


@pytest.mark.parametrize("name", ON_AN_OFFICER)
def test_refused_without_the_power_and_on_oneself_and_of_nobody(name: str, law: Shelf):
    do, able = ON_AN_OFFICER[name]
    with pytest.raises(Refused):
        do("O2", asking(MANAGER, law))
    refused("needed:")
    with pytest.raises(Refused):
        do(able.ref, asking(able, law))
    refused("own work")
    with pytest.raises(Refused):
        do("O99", asking(able, law))
    refused("not on record: O99")


@pytest.mark.parametrize("name", ON_A_ROW)
def test_a_row_is_changed_by_a_new_version_with_the_power(name: str, law: Shelf):
    do, able, ref = ON_A_ROW[name]
    row = do(ref, asking(able, law))
    assert row.known_from == NOON
    assert last().kind is Kind.DONE
    assert last().about == "O1"
    assert check().holds


@pytest.mark.parametrize("name", ON_A_ROW)
def test_a_row_is_refused_without_the_power_on_oneself_and_where_there_is_none(name: str, law: Shelf):
    do, able, ref = ON_A_ROW[name]
    with pytest.raises(Refused):
        do(ref, asking(MANAGER, law))
    refused("needed:")
    with pytest.raises(Refused):
        do(ref, asking(replace(able, ref="O1"), law))
    refused("own work")
    with pytest.raises(Refused):
        do("nowhere", asking(able, law))
    refused("nothing is on record")
    with pytest.raises(Refused):
        do("nowhere", asking(MANAGER, law))
    assert not any("nothing is on record" in reason for reason in last().reasons)


def told(law: Shelf, by: Officer = VETTING, **more: Any) -> models.ClearanceChange:
    given = {
        "step": ClearanceStep.SUSPENDED,
        "decided_by": COMMANDER,
        "changed_on": ON,
        "redeployment_considered": True,
        "told_on": None,
        **more,
    }
    return change_clearance("O1", **given, **asking(by, law))


@pytest.mark.parametrize("step", [ClearanceStep.SUSPENDED, ClearanceStep.WITHDRAWN])
def test_clearance_is_suspended_and_withdrawn_by_a_senior_officer_alone(law: Shelf, step: ClearanceStep):
    with pytest.raises(Refused):
        told(law, step=step, decided_by=replace(COMMANDER, rank=Rank.CHIEF_SUPERINTENDENT))
    refused("commander or above is needed")
    told(law, step=step)
    assert last().kind is Kind.DONE


def test_redeployment_is_considered_first_and_nobody_decides_on_themselves(law: Shelf):
    for considered in (False, None):
        with pytest.raises(Refused):
            told(law, redeployment_considered=considered)
        refused("redeployment")
    with pytest.raises(Refused):
        told(law, decided_by=replace(COMMANDER, ref="O1"))
    refused("decided by another officer")
    told(law, step=ClearanceStep.RESTORED, redeployment_considered=None, decided_by=INSPECTOR)


@pytest.mark.parametrize("rank", [Rank.CHIEF_SUPERINTENDENT, Rank.COMMANDER])
def test_work_goes_on_in_spite_of_an_allegation_by_a_senior_officer_alone(law: Shelf, rank: Rank):
    by = replace(COMMANDER, rank=rank)
    if rank is Rank.COMMANDER:
        assert allow_work("A1", until=ON + DAY, reason="desk", **asking(by, law)).by == "O13"
    else:
        with pytest.raises(Refused):
            allow_work("A1", until=ON + DAY, reason="desk", **asking(by, law))
        refused("commander or above is needed")


@pytest.mark.parametrize(("until", "reason", "word"), [(0, "desk", "lapses"), (1, " ", "reason is given")])
def test_it_lapses_and_says_why(law: Shelf, until: int, reason: str, word: str):
    with pytest.raises(Refused):
        allow_work("A1", until=ON + until * DAY, reason=reason, **asking(COMMANDER, law))
    refused(word)


def test_what_is_alleged_is_nowhere_on_the_trail(law: Shelf):
    alleging("O2", asking(STANDARDS, law))
    allow_work("A1", until=ON + DAY, reason="away from Rosebud Lane", **asking(COMMANDER, law))
    restrict("O2", [Excluded.CHILDREN], since=ON, until=None, **asking(STANDARDS, law))
    text = " ".join(f"{entry.purpose} {entry.reasons} {entry.facts}" for entry in entries())
    for word in (*AllegationKind, "severity", "Rosebud", *Excluded):
        assert word not in text


def test_conduct_is_read_whole_and_the_look_is_on_the_trail_with_why(law: Shelf):
    record = read_conduct("O1", purpose=ConductPurpose.SUSPENSION, **asking(VETTING, law))
    assert [each.ref for each in record.fitness.allegations] == ["A1"]
    assert [each.ref for each in record.dismissals] == ["D1"]
    assert (last().about, last().purpose, last().by) == ("O1", "review of a suspension", "O12")


@pytest.mark.parametrize("by", [MANAGER, SERGEANT, INSPECTOR, SUPERINTENDENT, COMMANDER])
def test_nobody_but_standards_and_vetting_reads_conduct(law: Shelf, by: Officer):
    with pytest.raises(Refused):
        read_conduct("O2" if by is not SERGEANT else "O1", purpose=ConductPurpose.WORK, **asking(by, law))
    refused("needed:")


def test_a_draw_is_stored_with_its_seed_and_can_be_drawn_again(law: Shelf):
    draw = record_recheck_draw(seed="spring", **asking(VETTING, law)).fact()
    everybody = [row.ref for row in models.Officer.objects.as_known(NOON)]
    assert draw.of == len(everybody)
    assert draw.drawn == draw_rechecks(reversed(everybody), draw.share, seed=draw.seed, on=draw.on)
    assert len(draw.drawn) == 1
    found = repeat_recheck_draw(draw.ref, **asking(VETTING, law))
    assert (found.holds, found.again, found.of) == (True, draw.drawn, draw.of)
    assert ("holds", "True") in last().facts
    assert check().holds
    for seed, by in ((" ", VETTING), ("spring", SERGEANT)):
        with pytest.raises(Refused):
            record_recheck_draw(seed=seed, **asking(by, law))
    for ref, by in (("no such draw", VETTING), (draw.ref, SERGEANT)):
        with pytest.raises(Refused):
            repeat_recheck_draw(ref, **asking(by, law))


def test_one_tutor_at_a_time_and_never_oneself(law: Shelf):
    name_tutor("O1", INSPECTOR, since=BEFORE, until=None, **asking(SERGEANT, law))
    name_tutor("O1", SUPERINTENDENT, since=ON, until=None, **asking(SERGEANT, law))
    spells = {row.tutor: row.fact() for row in models.Tutored.objects.as_known(NOON)}
    assert spells["O3"].until == spells["O4"].since == ON
    for tutor, word in ((MANAGER, "another officer"), (replace(INSPECTOR, until=ON), "left post")):
        with pytest.raises(Refused):
            name_tutor("O1", tutor, since=ON, until=None, **asking(SERGEANT, law))
        refused(word)


def test_nobody_is_suspended_or_dismissed_twice_and_nothing_is_closed_twice(law: Shelf):
    for do, word in (
        (lambda: suspend("O1", since=ON, **asking(STANDARDS, law)), "suspended already"),
        (lambda: dismiss("O1", dismissed_on=ON, **asking(STANDARDS, law)), "no dismissal"),
    ):
        with pytest.raises(Refused):
            do()
        refused(word)
    close_allegation("A1", closed_on=ON, **asking(STANDARDS, law))
    later = {**asking(STANDARDS, law), "at": NOON + timedelta(hours=1)}
    with pytest.raises(Refused):
        close_allegation("A1", closed_on=ON, **later)
    refused("not closed")
    with pytest.raises(Refused):
        alleging("O2", {**asking(STANDARDS, law), "on": BEFORE})
    refused("the day has come")
