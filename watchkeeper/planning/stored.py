"""Plans as they stand at an instant, with changes made and doors knocked at; and studies of the planner."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from watchkeeper.access.rules import may_see
from watchkeeper.access.stored import conflicts, known_of, restrictions
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Person
from watchkeeper.planning import facts, models
from watchkeeper.planning.rules.present import Knock, present
from watchkeeper.planning.rules.seeing import minute_of
from watchkeeper.planning.study import Matter, Study
from watchkeeper.visits.facts import LONDON, Outcome
from watchkeeper.visits.models import Visit
from watchkeeper.workforce.facts import Officer
from watchkeeper.workforce.models import Unit

SUCCESSFUL = tuple(outcome.value for outcome in Outcome if outcome.successful)


def _every(model: Any) -> Any:
    return model.objects  # the manager of a model's own rows, which the checker takes for its parent's


def ref_of(unit: str, night: date) -> str:
    """What the plan of a unit's night is called, whichever revision of it stands.

    >>> ref_of("NW", date(2026, 3, 20))
    'NW 2026-03-20'
    """
    return f"{unit} {night.isoformat()}"


def row_of(unit: str, night: date, *, known_at: datetime) -> models.NightPlan | None:
    """The newest revision of the plan as it was frozen; None while nobody has planned the night."""
    return models.NightPlan.objects.filter(ref=ref_of(unit, night)).as_known(known_at).first()


def planned_units(night: date, *, known_at: datetime) -> frozenset[str]:
    """The units whose day is planned."""
    rows = models.NightPlan.objects.filter(night=night).as_known(known_at)
    return frozenset(rows.values_list("unit", flat=True))


def revisions(
    units: Iterable[str], first: date, last: date, *, known_at: datetime
) -> dict[tuple[str, date], int]:
    """The newest revision of each unit's plan of each day from the first to the last, where there is one."""
    rows = models.NightPlan.objects.filter(unit__in=list(units), night__range=(first, last)).as_known(
        known_at
    )
    told = rows.values_list("unit", "night", "revision")
    return {(unit, night): number for unit, night, number in told if night is not None and number is not None}


def past_days(units: Iterable[str], *, before: date, known_at: datetime) -> list[tuple[str, date]]:
    """Units and days before a day of which a plan stands or rounds were brought in, the newest first."""
    names, found = list(units), set()
    for model in (models.NightPlan, models.PlannedVisit):
        rows = _every(model).filter(unit__in=names, night__lt=before, known_from__lte=known_at)
        found |= set(rows.values_list("unit", "night").distinct())
    return sorted(found, key=lambda each: (-each[1].toordinal(), each[0]))


def brought(unit: str, night: date, *, known_at: datetime) -> int:
    """How many visits of a day's rounds the force's own files brought, of a day nobody planned here."""
    rows = _every(models.PlannedVisit).filter(unit=unit, night=night, came=facts.Came.PLANNED.value)
    return int(rows.as_known(known_at).count())


def peopled_units(*, known_at: datetime) -> tuple[str, ...]:
    """The units that hold anybody, in order: those whose days are planned."""
    people = set(_every(Person).all().as_known(known_at).values_list("unit", flat=True).distinct())
    known = set(_every(Unit).all().as_known(known_at).values_list("ref", flat=True))
    return tuple(sorted(known & people))


def frozen(unit: str, night: date, *, known_at: datetime) -> facts.NightPlan | None:
    """The newest revision of the plan as it was proposed, without what was changed since."""
    row = row_of(unit, night, known_at=known_at)
    return None if row is None else row.fact()


def changes_to(unit: str, night: date, *, known_at: datetime) -> tuple[facts.Altered, ...]:
    """Every change made to the plan of a night, whatever the revision, in the order they were made."""
    rows = models.Altered.objects.filter(plan_ref=ref_of(unit, night)).as_known(known_at)
    changed: tuple[facts.Altered, ...] = rows.facts()
    return changed


def crew_of(unit: str, night: date, crew: str, *, known_at: datetime) -> facts.Crew | None:
    """A crew of a day by its officers' refs, as the newest revision that holds a round of it knows it."""
    rows = models.NightPlan.objects.filter(ref=ref_of(unit, night), known_from__lte=known_at)
    for row in rows.order_by("-known_from", "-id"):
        for each in row.fact().rounds:
            if each.crew.ref == crew:
                return each.crew
    return None


def plan_now(unit: str, night: date, *, known_at: datetime) -> facts.NightPlan | None:
    """The plan as it stands at an instant: changes made to the newest revision and doors knocked at since."""
    row = row_of(unit, night, known_at=known_at)
    if row is None:
        return None
    plan = row.fact()
    people = {each.person for each in plan.candidates}
    knocks = knocks_on(night, people, since=row.known_from, known_at=known_at)
    return present(plan, changes_to(unit, night, known_at=known_at), knocks)


def knocks_on(
    night: date, people: Iterable[str], *, since: datetime | None, known_at: datetime
) -> dict[str, Knock]:
    """Who was knocked for on a day, of those asked about: the last knock of each, and whether they were seen.

    `since` leaves out what was already known at that instant.
    """
    asked = set(people)
    rows = _every(Visit).filter(at__date__range=(_before(night), _after(night))).as_known(known_at)
    if since is not None:
        rows = rows.filter(known_from__gt=since)
    found: dict[str, Knock] = {}
    told = rows.exclude(outcome=Outcome.CALLED_OFF.value).order_by("at", "id")
    for person, at, outcome in told.values_list("person_ref", "at", "outcome"):
        there = at.astimezone(LONDON)
        if person in asked and there.date() == night:
            before = found.get(person)
            found[person] = Knock(
                minute_of(at), outcome in SUCCESSFUL or (before is not None and before.seen)
            )
    return found


def issued(unit: str, night: date, *, known_at: datetime) -> tuple[facts.RoundIssued, ...]:
    """Every issue of a round of the night, the first first."""
    rows = models.RoundIssued.objects.filter(plan_ref=ref_of(unit, night)).as_known(known_at)
    found: tuple[facts.RoundIssued, ...] = rows.facts()
    return found


def nights_of(officer: Officer, night: date, *, known_at: datetime) -> tuple[facts.NightPlan, ...]:
    """The plans of a day on one of whose crews an officer is, as they stand: of whatever unit."""
    rows = models.NightPlan.objects.filter(night=night).as_known(known_at).values_list("unit", flat=True)
    plans = (plan_now(unit, night, known_at=known_at) for unit in sorted(set(rows)))
    return tuple(
        plan
        for plan in plans
        if plan is not None and any(officer.ref in each.crew.officers for each in plan.rounds)
    )


def looks_at(unit: str, night: date, *, known_at: datetime) -> tuple[facts.PlanLook, ...]:
    """Everybody who looked at the plan of a night, or at a round of it, in order."""
    rows = models.PlanLook.objects.filter(unit=unit, night=night).as_known(known_at)
    found: tuple[facts.PlanLook, ...] = rows.facts()
    return found


def shut_officers(
    officers: Iterable[Officer], people: Iterable[str], law: Shelf, *, on: date, known_at: datetime
) -> dict[str, frozenset[str]]:
    """To which of the officers each person's record is shut: by a restriction, or a conflict of interest.

    A few people of a force; nobody else is in the answer.
    """
    asked, staff = set(people), tuple(officers)
    closed = {one.person for one in restrictions(on=on, known_at=known_at)}
    closed |= {one.person for one in conflicts(on=on, known_at=known_at)}
    found = {}
    for person in sorted(closed & asked):
        known = known_of(person, on=on, known_at=known_at)
        shut = frozenset(each.ref for each in staff if not may_see(each, known, law, on=on).allowed)
        if shut:
            found[person] = shut
    return found


def _before(night: date) -> date:
    return night.fromordinal(night.toordinal() - 1)


def _after(night: date) -> date:
    return night.fromordinal(night.toordinal() + 1)


def study_of(ref: str, *, known_at: datetime) -> Study | None:
    """A study as it stands at an instant, done or not; None for one nobody asked for."""
    row = models.Study.objects.filter(ref=ref).as_known(known_at).defer("content").first()
    return None if row is None else row.fact()


def studies(matter: Matter, *, known_at: datetime) -> tuple[Study, ...]:
    """Every study of a matter, the one asked for last first."""
    rows = models.Study.objects.filter(matter=matter.value).as_known(known_at).defer("content")
    return tuple(row.fact() for row in rows.order_by("-at", "-ref"))


def waiting_studies(*, known_at: datetime) -> tuple[Study, ...]:
    """Studies asked for and not done, the first asked for first."""
    rows = models.Study.objects.as_known(known_at).filter(done_at=None).defer("content")
    return tuple(row.fact() for row in rows.order_by("at", "ref"))


def figures_of(ref: str, *, known_at: datetime) -> dict[str, Any] | None:
    """What a study found, as plain values; None while it is not done."""
    row = models.Study.objects.filter(ref=ref).as_known(known_at).first()
    return None if row is None else row.figures()
