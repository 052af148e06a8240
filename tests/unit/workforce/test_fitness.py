"""What is known of an officer at an instant: as known then, and never what was withdrawn."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.conftest import NOON, ON
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce import models
from watchkeeper.workforce.conduct import AllegationKind, ClearanceStep, Excluded, VettingLevel
from watchkeeper.workforce.facts import Course, Rank
from watchkeeper.workforce.fitness import conduct_as_known, fitness_as_known

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
EARLY = datetime(2026, 1, 5, 9, tzinfo=UTC)


def store(
    model: type[Any], ref: str, *, at: datetime = EARLY, withdrawn: bool = False, **columns: Any
) -> None:
    model.objects.create(ref=ref, recorded_at=at, known_from=at, withdrawn=withdrawn, act=1, **columns)


@pytest.fixture(autouse=True)
def staff() -> None:
    for ref, rank, unit in (
        ("O1", "constable", "NW"),
        ("O2", "sergeant", "SE"),
        ("O9", "commander", "HQ"),
    ):
        store(models.Officer, ref, rank=rank, role="investigator", unit=unit)
    store(models.Training, "T1", officer_ref="O2", course="PIP 2", awarded_on=date(2020, 1, 6))


def fitness(known_at: datetime = NOON, on: date = ON, **more: Any) -> Any:
    return fitness_as_known({"O1": 3.5}, on=on, known_at=known_at, **more)


EVERYTHING: tuple[tuple[str, type[Any], dict[str, Any]], ...] = (
    ("clearances", models.Clearance, {"clearance": "RV", "granted_on": date(2020, 1, 6)}),
    ("changes", models.ClearanceChange, {"step": "suspended", "on": date(2026, 1, 5)}),
    ("allegations", models.Allegation, {"kind": "domestic abuse", "made_on": date(2026, 1, 5)}),
    (
        "safe",
        models.SafeToWork,
        {"allegation_ref": "A1", "by": "O9", "on": date(2026, 1, 5), "until": date(2026, 9, 1)},
    ),
    ("restrictions", models.Restricted, {"excludes": "women;children", "since": date(2026, 1, 5)}),
    ("suspensions", models.Suspension, {"since": date(2026, 1, 5)}),
    ("screenings", models.Screening, {"on": date(2026, 1, 5), "cleared": True}),
    ("abstractions", models.Abstraction, {"kind": "leave", "since": date(2026, 1, 5)}),
)
parts = pytest.mark.parametrize(
    ("name", "model", "columns"), EVERYTHING, ids=[part[0] for part in EVERYTHING]
)


@parts
def test_each_part_is_read_as_it_was_known(name: str, model: type[Any], columns: dict[str, Any]):
    store(model, "Z1", at=NOON, officer_ref="O1", **columns)
    assert len(getattr(fitness()["O1"], name)) == 1
    assert getattr(fitness()["O2"], name) == ()
    assert getattr(fitness(NOON - DAY)["O1"], name) == ()


@parts
def test_a_row_withdrawn_stands_no_more_and_stood_before(
    name: str, model: type[Any], columns: dict[str, Any]
):
    store(model, "Z1", officer_ref="O1", **columns)
    store(model, "Z1", at=NOON, withdrawn=True, officer_ref="O1", **columns)
    assert getattr(fitness()["O1"], name) == ()
    assert len(getattr(fitness(NOON - DAY)["O1"], name)) == 1


@parts
def test_a_row_moved_to_another_officer_is_gone_from_the_first(
    name: str, model: type[Any], columns: dict[str, Any]
):
    store(model, "Z1", officer_ref="O1", **columns)
    store(model, "Z1", at=NOON, officer_ref="O2", **columns)
    assert getattr(fitness(officers=["O1"])["O1"], name) == ()
    assert len(getattr(fitness(officers=["O2"])["O2"], name)) == 1


def test_blanks_are_kept_as_missing_and_words_are_read():
    store(models.Clearance, "C1", officer_ref="O1", clearance="MV", granted_on=date(2020, 1, 6))
    store(models.Allegation, "A1", officer_ref="O1", kind="domestic abuse", made_on=ON)
    store(models.Restricted, "R1", officer_ref="O1", excludes="women;children", since=ON)
    store(models.Screening, "S1", officer_ref="O1", on=ON)
    store(models.ClearanceChange, "K1", officer_ref="O1", step="withdrawn", on=ON)
    one = fitness()["O1"]
    assert (one.clearances[0].level, one.clearances[0].expires_on) == (VettingLevel.MV, None)
    assert (one.allegations[0].kind, one.allegations[0].severity) == (AllegationKind.DOMESTIC_ABUSE, None)
    assert one.restrictions[0].excludes == (Excluded.WOMEN, Excluded.CHILDREN)
    assert one.screenings[0].cleared is False
    assert (one.changes[0].step, one.changes[0].redeployment_considered) == (ClearanceStep.WITHDRAWN, None)


def test_load_unit_and_names_narrow_who_is_read():
    assert fitness()["O1"].load == 3.5
    assert fitness()["O2"].load == 0.0
    assert set(fitness(unit="SE")) == {"O2"}
    assert set(fitness(officers=["O1", "O7"])) == {"O1"}


@pytest.mark.parametrize(("by", "rank"), [("O9", Rank.COMMANDER), ("O2", Rank.SERGEANT), ("O7", None)])
def test_whoever_let_work_go_on_is_read_with_their_rank(by: str, rank: Rank | None):
    columns = {"allegation_ref": "A1", "on": ON, "until": ON + DAY, "reason": "desk"}
    store(models.SafeToWork, "W1", officer_ref="O1", by=by, **columns)
    assert fitness()["O1"].safe[0].rank is rank


@pytest.mark.parametrize(
    ("since", "until", "named"),
    [(1, None, False), (0, None, True), (-1, None, True), (-9, 1, True), (-9, 0, False), (-9, -1, False)],
)
def test_a_tutor_is_read_with_their_courses_of_whichever_unit(since: int, until: int | None, named: bool):
    ends = None if until is None else ON + until * DAY
    store(models.Tutored, "U1", trainee="O1", tutor="O2", since=ON + since * DAY, until=ends)
    tutor = fitness(unit="NW")["O1"].tutor
    assert (tutor is not None) is named
    if tutor is not None:
        assert [each.course for each in tutor.training] == [Course.PIP2]


@pytest.mark.parametrize(
    ("since", "until", "stopped"), [(1, None, False), (0, None, True), (-1, 1, True), (-1, 0, False)]
)
def test_a_tutor_suspended_from_duty_is_told_apart(since: int, until: int | None, stopped: bool):
    store(models.Tutored, "U1", trainee="O1", tutor="O2", since=ON - 9 * DAY)
    ends = None if until is None else ON + until * DAY
    store(models.Suspension, "X1", officer_ref="O2", since=ON + since * DAY, until=ends)
    assert fitness()["O1"].tutor_stopped is stopped


@pytest.mark.parametrize(("ahead", "has"), [(-1, False), (0, True), (7, True), (8, False)])
def test_shifts_are_looked_for_in_the_days_policy_looks_ahead(law: Shelf, ahead: int, has: bool):
    def shift(ref: str, officer: str, days: int) -> None:
        begins = NOON + days * DAY
        store(models.Shift, ref, officer_ref=officer, starts_at=begins, ends_at=begins + timedelta(hours=8))

    store(models.Officer, "O3", rank="constable", role="investigator", unit="NW")
    shift("H1", "O1", ahead)
    shift("H2", "O3", 1)
    read = fitness(law=law)
    assert read["O1"].on_shift is has
    assert read["O3"].on_shift is True
    assert read["O2"].on_shift is None
    assert fitness()["O1"].on_shift is None


def test_reviews_and_dismissals_are_read_beside():
    columns = {"officer_ref": "O1", "on": ON}
    store(models.SuspensionReview, "V1", suspension_ref="X1", by="O9", **columns)
    store(models.Dismissal, "D1", **columns)
    record = conduct_as_known(["O1"], on=ON, known_at=NOON)["O1"]
    assert [each.suspension for each in record.reviews] == ["X1"]
    assert record.reviews[0].continued is True
    assert [each.ref for each in record.dismissals] == ["D1"]
    assert record.fitness.officer.ref == "O1"
    earlier = conduct_as_known(on=ON, known_at=EARLY - DAY)
    assert earlier == {}
