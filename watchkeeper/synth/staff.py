"""Everybody else of the force: their clearances, absences, and what was alleged of them and is over."""

from collections.abc import Iterator
from random import Random

from watchkeeper.synth import crime_rates as rates
from watchkeeper.synth.force import FORCE_UNIT, Force
from watchkeeper.synth.history import NO, YES, Row, iso
from watchkeeper.synth.teams import clearance, leave, stamped, supervisors
from watchkeeper.workforce.conduct import (
    AbstractionKind,
    AllegationKind,
    ClearanceStep,
    Excluded,
    VettingLevel,
)
from watchkeeper.workforce.facts import Rank, Role

NEAR_THE_REGISTER = frozenset({Role.OFFENDER_MANAGER, Role.SUPERVISOR, Role.VETTING, Role.STANDARDS})
RANKS = ((Rank.CONSTABLE, 0.86), (Rank.SERGEANT, 0.11), (Rank.INSPECTOR, 0.03))
STANDARDS, CHIEF = f"{FORCE_UNIT}-PS1", f"{FORCE_UNIT}-C1"
VETTERS = f"{FORCE_UNIT}-VT1"
LEAVE_DAYS = (1, 12)  # still to come: work is handed over from a fortnight
KINDS = tuple(AllegationKind)

type Rows = Iterator[tuple[str, Row]]


def cleared(officer: Row, force: Force) -> Row:
    """The clearance of a manager, a supervisor or anybody of the ranks above: the level their work asks."""
    level = VettingLevel.MV if officer["role"] in NEAR_THE_REGISTER else VettingLevel.RV
    return clearance(officer["ref"], level, force.on, Random(f"{force.seed}:cleared:{officer['ref']}"))


def others(force: Force, unit: int, managing: int) -> int:
    """How many of a unit do other work, `managing` of them being counted already."""
    whole = round(force.people * rates.STAFF_A_PERSON / force.units)
    investigating = force.investigators(unit)
    return max(rates.LEAST_OTHERS, whole - managing - investigating - supervisors(investigating))


def other_rows(force: Force, unit: int, number: int) -> Rows:
    """Rows of those who do other work in a unit, each with its table: all of them cleared, none of them barred.

    A few were alleged of something that is closed, some of something that bars from nothing, and
    some are away tonight.
    """
    rng, on = Random(f"{force.seed}:others:{unit}"), force.on
    ranks, shares = zip(*RANKS, strict=True)
    for at, rank in enumerate(rng.choices(ranks, shares, k=number)):
        ref, unit_ref = f"{force.unit_ref(unit)}-X{at + 1:04d}", force.unit_ref(unit)
        since = on - 200 - int(rng.random() * 9000)
        yield (
            "officers",
            stamped(ref, since, rank=rank, role=Role.OTHER, unit=unit_ref, hours_share=1, since=iso(since)),
        )
        yield "clearances", clearance(ref, VettingLevel.RV, on, rng)
        drawn = rng.random()
        if drawn < rates.AWAY_SHORT:
            yield "abstractions", leave(ref, on, rng, kind=AbstractionKind.LEAVE, days=LEAVE_DAYS)
        elif drawn < rates.AWAY_SHORT + rates.AWAY_LONG:
            yield "abstractions", leave(ref, on, rng, kind=AbstractionKind.SICKNESS, days=None)
        if rng.random() < rates.ALLEGED_ONCE or at == 0:
            yield from _long_ago(ref, on, rng)
        elif rng.random() < rates.ALLEGED_NOW:
            yield "allegations", allegation(ref, on - rng.randint(10, 300), severity=1, kind=rng.choice(KINDS))


def allegation(ref: str, made: int, *, severity: int | str, kind: AllegationKind, closed: str = "") -> Row:
    """Something alleged of an officer on a day; a blank severity was never graded."""
    return stamped(
        f"{ref}-AL",
        made,
        officer_ref=ref,
        kind=kind,
        made_on=iso(made),
        severity=severity,
        criminal=NO,
        closed_on=closed,
    )


def safe_rows(force: Force) -> Rows:
    """One officer alleged of something grave and let work on, by a commander, with the reason."""
    ref, made = f"{force.unit_ref(0)}-X0002", force.on - 90
    yield "allegations", {
        **allegation(ref, made, severity=2, kind=AllegationKind.OTHER),
        "ref": f"{ref}-AS",
    }
    yield (
        "safe_to_work",
        stamped(
            f"{ref}-SW",
            made + 5,
            allegation_ref=f"{ref}-AS",
            officer_ref=ref,
            by=CHIEF,
            on=iso(made + 5),
            until=iso(force.on + 90),
            reason="Work at a desk, away from the public, until it is decided.",
        ),
    )


def _long_ago(ref: str, on: int, rng: Random) -> Rows:
    """An allegation that was closed, and for some the suspension or restriction of the time, ended with it."""
    made = on - rng.randint(500, 1100)
    ended = made + rng.randint(60, 300)
    yield "allegations", {
        **allegation(ref, made, severity=rng.randint(1, 4), kind=rng.choice(KINDS)),
        "closed_on": iso(ended),
        "recorded_at": stamped("", ended)["recorded_at"],
    }
    drawn = rng.random()
    if drawn < 0.3:
        excludes = ";".join(rng.sample(tuple(Excluded), 2))
        yield (
            "restricted_duties",
            stamped(
                f"{ref}-RD", made, officer_ref=ref, excludes=excludes, since=iso(made + 0), until=iso(ended)
            ),
        )
    elif drawn < 0.5:
        yield (
            "suspensions",
            stamped(f"{ref}-SU", ended, officer_ref=ref, since=iso(made), until=iso(ended)),
        )
        for week, day in enumerate(range(made + 26, ended, 26)):
            yield (
                "suspension_reviews",
                stamped(
                    f"{ref}-SR{week}",
                    day,
                    officer_ref=ref,
                    suspension_ref=f"{ref}-SU",
                    on=iso(day),
                    by=STANDARDS,
                    continued=YES,
                ),
            )
    elif drawn < 0.7:
        for step, day in ((ClearanceStep.SUSPENDED, made), (ClearanceStep.RESTORED, ended)):
            yield (
                "clearance_changes",
                stamped(
                    f"{ref}-CC-{step}",
                    day,
                    officer_ref=ref,
                    step=step,
                    on=iso(day),
                    by=CHIEF,
                    redeployment_considered=YES,
                    told_on=iso(day),
                ),
            )


def left_rows(force: Force, unit: int) -> Rows:
    """Somebody dismissed half a year ago and reported to the College in time."""
    ref, day = f"{force.unit_ref(unit)}-X9001", force.on - 180
    since = force.on - 4000
    yield (
        "officers",
        stamped(
            ref,
            day,
            rank=Rank.CONSTABLE,
            role=Role.OTHER,
            unit=force.unit_ref(unit),
            since=iso(since),
            until=iso(day),
        ),
    )
    yield "dismissals", stamped(f"{ref}-DI", day, officer_ref=ref, on=iso(day), reported_on=iso(day))
