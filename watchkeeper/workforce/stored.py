"""Who manages whom, and which offers wait, as known at an instant."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db.models import Q

from watchkeeper.audit.standing import AT_ONCE, in_parts, standing
from watchkeeper.workforce import facts, models


def officer_as_known(ref: str, *, known_at: datetime) -> facts.Officer | None:
    """The officer and their courses as known at an instant; None when there is no such officer."""
    row = next(iter(standing(models.Officer, ref=ref, known_at=known_at)), None)
    if row is None:
        return None
    courses = standing(models.Training, officer_ref=ref, known_at=known_at)
    return row.fact(tuple(course.fact() for course in courses))


def officers_as_known(
    *,
    known_at: datetime,
    roles: Collection[facts.Role] | None = None,
    refs: Collection[str] = (),
    units: Collection[str] | None = None,
) -> tuple[facts.Officer, ...]:
    """Every officer known at an instant with their courses, by ref.

    With `roles` those of some roles alone, with `units` those of them who are of some units, and
    whoever else `refs` names.
    """
    rows = models.Officer.objects.as_known(known_at)
    if units is not None:
        rows = rows.filter(unit__in=sorted(units))
    found = list(rows if roles is None else rows.filter(role__in=sorted(roles)))
    if roles is not None:
        known = {row.ref for row in found}
        for some in in_parts(sorted({*refs} - known)):
            found.extend(models.Officer.objects.filter(ref__in=some).as_known(known_at))
    courses: dict[str, list[facts.Training]] = {}
    asked = models.Training.objects.all()
    if roles is not None and len(found) <= AT_ONCE:
        asked = asked.filter(officer_ref__in=[row.ref for row in found])
    passed = asked.as_known(known_at).order_by("awarded_on", "id")
    for ref, course, awarded_on, expires_on in passed.values_list(
        "officer_ref", "course", "awarded_on", "expires_on"
    ):
        if awarded_on is None:
            raise ValueError(f"a course of {ref} has no awarded_on")
        training = facts.Training(facts.Course(course), awarded_on, expires_on)
        courses.setdefault(ref, []).append(training)
    found.sort(key=lambda row: row.ref)
    return tuple(row.fact(tuple(courses.get(row.ref, ()))) for row in found)


def manager_of(person_ref: str, *, on: date, known_at: datetime) -> facts.Managed | None:
    """The spell with a manager that holds on a day; the newest where two do, None where none does."""
    spells = [
        row
        for row in standing(models.Managed, person_ref=person_ref, known_at=known_at)
        if row.since is not None and row.since <= on < (row.until or date.max)
    ]
    newest = max(spells, key=lambda row: (row.since, row.id), default=None)
    return None if newest is None else newest.fact()


def managed_by(officers: Iterable[str], *, on: date, known_at: datetime) -> dict[str, str]:
    """Everybody the officers manage on a day, by the ref of the person: the officer."""
    rows = _holding(on, known_at).filter(officer_ref__in=list(officers)).order_by("since", "id")
    return dict(rows.values_list("person_ref", "officer_ref"))


def everybody_managed(*, on: date, known_at: datetime) -> dict[str, str]:
    """Everybody with a manager in post on a day, by the ref of the person: the officer."""
    gone = models.Officer.objects.as_known(known_at).filter(until__lte=on).values_list("ref", flat=True)
    return dict(
        _holding(on, known_at).exclude(officer_ref__in=list(gone)).values_list("person_ref", "officer_ref")
    )


def answered(offer_ref: str, *, known_at: datetime) -> bool:
    """Whether an offer has its answer."""
    return models.OfferAnswer.objects.filter(offer_ref=offer_ref).as_known(known_at).exists()


def offers_waiting(*, on: date, known_at: datetime, person: str = "") -> tuple[facts.Offer, ...]:
    """Offers without an answer whose giver is still the manager, oldest first."""
    rows = models.Offer.objects.filter(**({"person_ref": person} if person else {})).as_known(known_at)
    done = set(models.OfferAnswer.objects.as_known(known_at).values_list("offer_ref", flat=True))
    offers = [offer for offer in rows.facts() if offer.ref not in done]
    now = managed_by({offer.giver for offer in offers}, on=on, known_at=known_at)
    still = [offer for offer in offers if now.get(offer.person) == offer.giver]
    return tuple(sorted(still, key=lambda offer: (offer.offered_on, offer.person)))


def offers_answered(
    officers: Collection[str], *, known_at: datetime
) -> tuple[tuple[facts.Offer, facts.OfferAnswer], ...]:
    """The offers that officers gave or were given, each with its answer, where it has one; newest first."""
    named = sorted(officers)
    found: dict[str, facts.Offer] = {}
    for some in in_parts(named):
        rows = models.Offer.objects.filter(Q(giver__in=some) | Q(receiver__in=some)).as_known(known_at)
        found |= {offer.ref: offer for offer in rows.facts()}
    pairs: list[tuple[facts.Offer, facts.OfferAnswer]] = []
    for some in in_parts(sorted(found)):
        answers = models.OfferAnswer.objects.filter(offer_ref__in=some).as_known(known_at)
        answers = answers.exclude(accepted=None).exclude(answered_on=None)
        pairs += [(found[answer.offer], answer) for answer in answers.facts()]
    return tuple(sorted(pairs, key=lambda pair: (pair[1].answered_on, pair[1].ref), reverse=True))


def shifts_of(
    officers: Iterable[str], *, first: date, last: date, known_at: datetime
) -> dict[str, list[date]]:
    """The days from `first` to `last`, both counted, on which each officer has a shift."""
    found: dict[str, list[date]] = defaultdict(list)
    rows = models.Shift.objects.as_known(known_at).filter(
        officer_ref__in=list(officers),
        starts_at__gte=datetime.combine(first, time.min, UTC),
        starts_at__lt=datetime.combine(last + timedelta(days=1), time.min, UTC),
    )
    for officer, starts in rows.values_list("officer_ref", "starts_at"):
        if starts is not None:
            found[officer].append(starts.date())
    return found


def _holding(on: date, known_at: datetime) -> Any:
    rows = models.Managed.objects.as_known(known_at)
    return rows.filter(Q(until__isnull=True) | Q(until__gt=on), since__lte=on)
