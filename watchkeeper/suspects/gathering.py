"""Referrals, with what other records say: who is on the register, where children live, which look alike."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime

from django.db.models import Q
from django.db.models.lookups import In

from watchkeeper.access.stored import shut_to
from watchkeeper.audit.standing import in_parts
from watchkeeper.crimes.rules.closing import may_close, proposed
from watchkeeper.law.clocks import DAY, london_day
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Address, Compact
from watchkeeper.registers.stored import registered_of
from watchkeeper.suspects import models
from watchkeeper.suspects.facts import ENFORCING, Band, Case, Known, Referral, Verdict
from watchkeeper.suspects.nearby import FEW, about, nearest_homes
from watchkeeper.suspects.rules.alike import alike
from watchkeeper.suspects.rules.clocks import band_due, band_time, enforced
from watchkeeper.suspects.rules.closing import KINDS
from watchkeeper.suspects.rules.forecast import Month, WaitingReferral
from watchkeeper.suspects.rules.standing import stands
from watchkeeper.suspects.stored import cases_stored, pairs_of
from watchkeeper.workforce.facts import Officer


def case_as_known(ref: str, law: Shelf, *, at: datetime, known_at: datetime) -> Case | None:
    """Everything on record of one referral at an instant; None when there is no such referral."""
    return cases_as_known([ref], law, at=at, known_at=known_at).get(ref)


def cases_as_known(refs: Iterable[str], law: Shelf, *, at: datetime, known_at: datetime) -> dict[str, Case]:
    """Everything on record of the referrals at an instant, by ref, with what other records say of them."""
    found = cases_stored(refs, at=at, known_at=known_at)
    people = {person for case in found.values() for person in suspects_of(case)}
    codes = {code for case in found.values() for code in postcodes_of(case)}
    on = london_day(at)
    registered = frozenset(registered_of(people, law, on=on, known_at=known_at))
    homes = homes_near(codes, law, on=on, known_at=known_at)
    children = nearest_homes(codes, homes, law, on=on)
    looks = alike(candidates([case.referral for case in found.values()], at=at, known_at=known_at))
    return {
        ref: replace(
            case,
            known=Known(
                registered & suspects_of(case),
                {code: children[code] for code in postcodes_of(case) if code in children},
                looks.get(ref, ()),
            ),
        )
        for ref, case in found.items()
    }


def suspects_of(case: Case) -> frozenset[str]:
    """Refs in people of whoever is a suspect in it."""
    each = (case.referral.person, *(r.person for r in case.also), *(p.person for p in case.people))
    return frozenset(filter(None, each))


def suspects_with(case: Case, *, at: datetime, known_at: datetime) -> frozenset[str]:
    """Refs in people of whoever is a suspect in it, or in a referral that is one with it."""
    ones = [each for each in case.pairs if each.verdict is Verdict.ONE and each.holds(at)]
    others = {ref for each in ones for ref in (each.referral, each.other)} - {case.referral.ref}
    found = cases_stored(others, at=at, known_at=known_at).values() if others else ()
    return suspects_of(case).union(*map(suspects_of, found))


def shut_referrals(officer: Officer, law: Shelf, *, on: date, known_at: datetime) -> frozenset[str]:
    """Refs of the referrals that no list may show the officer: a suspect in them is shut to them.

    The people are a few for a whole force: see `access.stored.shut_to`.
    """
    refs: set[str] = set()
    for some in in_parts(sorted(shut_to(officer, law, on=on, known_at=known_at))):
        first = models.Referral.objects.filter(person__in=some).as_known(known_at)
        more = models.SuspectPerson.objects.filter(person__in=some).as_known(known_at)
        refs.update(first.values_list("ref", flat=True), more.values_list("referral_ref", flat=True))
    pairs = pairs_of(refs, known_at=known_at) if refs else ()
    ones = (each for each in pairs if each.verdict is Verdict.ONE and each.holds(known_at))
    return frozenset(refs).union(*((each.referral, each.other) for each in ones))


def postcodes_of(case: Case) -> frozenset[str]:
    """Postcodes of its addresses, as recorded."""
    each = (case.referral.postcode, *(r.postcode for r in case.also), *(a.postcode for a in case.addresses))
    return frozenset(filter(None, each))


def homes_near(codes: Collection[str], law: Shelf, *, on: date, known_at: datetime) -> frozenset[str]:
    """The postcodes at which by the records of people a child lives on a day, of those that may be near.

    Of a FEW postcodes only the homes at them and about them are read, and perhaps one a little further
    off; for more it is quicker to read every home once.
    """
    if not codes:
        return frozenset()
    if len(codes) > FEW:
        return homes_of_children(on=on, known_at=known_at)
    found: frozenset[str] = frozenset()
    for some in in_parts(sorted(about(codes, law, on=on))):
        found |= homes_of_children(on=on, known_at=known_at, units=some)
    return found


def homes_of_children(
    *, on: date, known_at: datetime, units: Collection[str] | None = None
) -> frozenset[str]:
    """The postcodes at which by the records of people a child lives on a day, as written.

    `units`: only those of these, in the form of `compact`; all where left out.
    """
    lived = Q(since__isnull=True) | Q(since__lte=on)
    left = Q(until__isnull=True) | Q(until__gt=on)
    rows = Address.objects.filter(lived, left, children_live_there=True).exclude(postcode="")
    if units is not None:
        rows = rows.filter(In(Compact("postcode"), list(units)))
    return frozenset(rows.as_known(known_at).order_by().values_list("postcode", flat=True).distinct())


def candidates(referrals: Collection[Referral], *, at: datetime, known_at: datetime) -> list[Referral]:
    """The referrals, and every one received by an instant that may look like one of them."""
    found = {each.ref: each for each in referrals}
    numbers = sorted({each.sent_as for each in referrals if each.sent_as})
    people = sorted({each.person for each in referrals if each.person})
    births = sorted({each.who.rpartition(" ")[2] for each in referrals if each.who})
    for column, values in (("sent_as", numbers), ("person", people), ("born_on", births)):
        for some in in_parts(values):
            rows = models.Referral.objects.filter(**{f"{column}__in": some}).as_known(known_at)
            found |= {row.ref: row.fact() for row in rows.filter(received_at__lte=at)}
    return list(found.values())


def open_refs(unit: str = "", *, law: Shelf, at: datetime, known_at: datetime) -> list[str]:
    """Refs of the referrals of a unit, or of all, that are not closed, oldest receipt first.

    Closed is one closed under action, or after a second look that agreed; a referral others are part of
    is among them whatever was said before. Those of no unit that anybody recorded are every unit's.
    """
    on = london_day(at)
    finals = (row.fact() for row in models.Finalised.objects.as_known(known_at))
    done = {f.crime for f in finals if proposed(f, on=on) and may_close(f, KINDS, law, on=on).allowed}
    ones = models.Pair.objects.as_known(known_at).filter(verdict=Verdict.ONE)
    done -= set(ones.values_list("referral_ref", flat=True))
    rows = models.Referral.objects.filter(**({"unit__in": (unit, "")} if unit else {})).as_known(known_at)
    refs = rows.filter(received_at__lte=at).order_by("received_at", "ref").values_list("ref", flat=True)
    return [ref for ref in refs if ref not in done]


def month_of(unit: str, law: Shelf, *, at: datetime, known_at: datetime) -> Month:
    """The last days of policy of a unit, or of all: the band of each receipt, and how many were enforced."""
    days = law["suspect_forecast_days"].whole(london_day(at))
    window = (at - days * DAY, at)
    rows = models.Referral.objects.as_known(known_at)
    rows = rows.filter(unit__in=(unit, "")) if unit else rows
    came = list(rows.filter(received_at__range=window).order_by("ref").values_list("ref", flat=True))
    bands: dict[str, Band] = {}
    for some in in_parts(came):
        given = models.Banded.objects.filter(referral_ref__in=some).as_known(known_at).filter(at__lte=at)
        bands |= {
            ref: Band(band) for ref, band in given.order_by("at", "ref").values_list("referral_ref", "band")
        }
    steps = models.Step.objects.as_known(known_at).filter(kind__in=ENFORCING, at__range=window)
    done = set(steps.values_list("referral_ref", flat=True))
    if unit:
        done = {
            ref
            for some in in_parts(sorted(done))
            for ref in rows.filter(ref__in=some).values_list("ref", flat=True)
        }
    return Month(tuple(bands.get(ref) for ref in came), len(done), days)


def waits_of(cases: Iterable[Case], law: Shelf, *, at: datetime) -> list[WaitingReferral]:
    """Which of the cases wait for enforcement, each with the last instant of its time.

    Of one without a band that is the time in which it is to be given.
    """
    found = []
    for case in cases:
        if enforced(case, at=at) is None:
            band = stands(case, law, at=at).band
            due = band_due(case, law, at=at) if band is None else None
            last = band_time(band, case, law) if band is not None else due.at if due is not None else None
            found.append(WaitingReferral(case.referral.ref, band, last or case.received_at))
    return found
