"""Faults of the force's own: who holds what they may not, whose clearance lapsed, what nobody decided."""

from watchkeeper.crimes.facts import CrimeKind, Part
from watchkeeper.synth.history import YES, Row, iso
from watchkeeper.synth.investigations import party
from watchkeeper.synth.planted.crime import By, CrimeKindOfFault, Ground
from watchkeeper.synth.staff import CHIEF, allegation
from watchkeeper.synth.teams import Team, screening, stamped
from watchkeeper.workforce.conduct import AllegationKind, ClearanceStep
from watchkeeper.workforce.facts import Duty
from watchkeeper.workforce.rules.eligibility import Ground as Why


def _washed(*grounds: Why, role: bool = True, crimes: bool = True) -> tuple[tuple[By, bool, str], ...]:
    about = [each for each, wanted in ((False, role), (True, crimes)) if wanted]
    return tuple((By.WASH, of_crimes, ground) for of_crimes in about for ground in grounds)


def _owed(duty: Duty) -> tuple[tuple[By, bool, str], ...]:
    return ((By.OFFICER, False, duty),)


def _night(g: Ground) -> int:
    return g.crime.on


def _nothing(_: Ground) -> None:
    """The crime in these hands is fault enough."""


def _recruit(g: Ground) -> None:
    day = _night(g) - 60
    g.post.update(since=iso(day), recorded_at=stamped("", day)["recorded_at"])
    g.officer["tutors"] = [stamped(f"{g.ref}-TU", day, trainee=g.ref, tutor=g.tutor, since=iso(day))]


def _alleged(g: Ground) -> None:
    g.officer["allegations"] = [
        allegation(g.ref, _night(g) - 30, severity=3, kind=AllegationKind.DOMESTIC_ABUSE)
    ]


def _not_graded(g: Ground) -> None:
    g.officer["allegations"] = [allegation(g.ref, _night(g) - 9, severity="", kind=AllegationKind.SEXUAL)]


def _expired(g: Ground) -> None:
    day = _night(g)
    (row,) = g.officer["clearances"]
    row.update(
        granted_on=iso(day - 3690),
        expires_on=iso(day - 40),
        recorded_at=stamped("", day - 3690)["recorded_at"],
    )


def _no_clearance(g: Ground) -> None:
    g.officer["clearances"] = []


def _screening_expired(g: Ground) -> None:
    day = _night(g)
    row = screening(g.ref, day, g.crime.rng)
    row.update(
        on=iso(day - 400), expires_on=iso(day - 35), recorded_at=stamped("", day - 400)["recorded_at"]
    )
    g.officer["screenings"] = [row]


def _witness(g: Ground) -> None:
    party(g.crime, Part.WITNESS, officer=g.ref)


def _left(g: Ground) -> None:
    day = _night(g) - 20
    g.post.update(until=iso(day), recorded_at=stamped("", day)["recorded_at"])
    g.officer["shifts"] = []


def _suspended(g: Ground) -> None:
    day = _night(g) - 10
    g.officer["suspensions"] = [stamped(f"{g.ref}-SU", day, officer_ref=g.ref, since=iso(day), until="")]


def _restricted(g: Ground) -> None:
    day = _night(g) - 10
    g.officer["restricted_duties"] = [
        stamped(f"{g.ref}-RD", day, officer_ref=g.ref, excludes="victims", since=iso(day), until="")
    ]


def _suspension_not_reviewed(g: Ground) -> None:
    day = _night(g) - 45
    g.officer["suspensions"] = [stamped(f"{g.ref}-SU", day, officer_ref=g.ref, since=iso(day), until="")]


def _clearance_suspended(g: Ground) -> None:
    day = _night(g) - 40
    row: Row = stamped(
        f"{g.ref}-CC",
        day,
        officer_ref=g.ref,
        step=ClearanceStep.SUSPENDED,
        on=iso(day),
        by=CHIEF,
        redeployment_considered=YES,
        told_on=iso(day),
    )
    g.officer["clearance_changes"] = [row]


def _dismissed(g: Ground) -> None:
    _left(g)
    day = _night(g) - 20
    g.officer["dismissals"] = [stamped(f"{g.ref}-DI", day, officer_ref=g.ref, on=iso(day), reported_on="")]


def _no_tutor(g: Ground) -> None:
    g.officer["tutors"] = []


KINDS = (
    CrimeKindOfFault(
        "recruit holds indecent images",
        "A recruit with basic training, recruitment vetting and no screening holds indecent images.",
        _washed(Why.ACCREDITATION, Why.VETTING, Why.SCREENING, role=False),
        _recruit,
        Team.LOCAL,
        CrimeKind.INDECENT_IMAGES,
    ),
    CrimeKindOfFault(
        "rape held with PIP 1",
        "A rape is held by an officer with PIP 1 and no specialism.",
        _washed(Why.ACCREDITATION, role=False),
        _nothing,
        Team.LOCAL,
        CrimeKind.RAPE,
    ),
    CrimeKindOfFault(
        "officer under investigation holds a domestic case",
        "Alleged of domestic abuse, severity 3, and holds a high-risk domestic case.",
        _washed(Why.ALLEGATION),
        _alleged,
        Team.GENERAL,
        CrimeKind.HIGH_RISK_DOMESTIC,
    ),
    CrimeKindOfFault(
        "vetting expired",
        "The clearance expired 40 days ago.",
        (*_washed(Why.VETTING), *_owed(Duty.VETTING_RENEWAL)),
        _expired,
    ),
    CrimeKindOfFault(
        "no vetting recorded",
        "No clearance was ever recorded.",
        (*_washed(Why.VETTING), *_owed(Duty.VETTING)),
        _no_clearance,
    ),
    CrimeKindOfFault(
        "screening expired",
        "Holds indecent images, and the psychological screening expired five weeks ago.",
        _washed(Why.SCREENING, role=False),
        _screening_expired,
        Team.ONLINE,
        CrimeKind.INDECENT_IMAGES,
    ),
    CrimeKindOfFault(
        "26 crimes with a trainee",
        "A trainee holds 26 crimes.",
        _washed(Why.LOAD, crimes=False),
        _nothing,
        Team.TRAINEES,
        CrimeKind.VOLUME,
        number=26,
    ),
    CrimeKindOfFault(
        "holder is a party",
        "Whoever holds the crime is a witness in it.",
        _washed(Why.CONFLICT, role=False),
        _witness,
    ),
    CrimeKindOfFault(
        "holder has left",
        "Whoever holds the crime left the force twenty days ago.",
        _washed(Why.POST, role=False),
        _left,
        days_ago=30,
    ),
    CrimeKindOfFault(
        "holder suspended",
        "Whoever holds the crime has been suspended from duty for ten days.",
        _washed(Why.SUSPENDED),
        _suspended,
    ),
    CrimeKindOfFault(
        "holder restricted",
        "Restricted duties keep the holder from victims, and there is one in the crime.",
        _washed(Why.RESTRICTED, role=False),
        _restricted,
        Team.GENERAL,
        CrimeKind.HIGH_RISK_DOMESTIC,
    ),
    CrimeKindOfFault(
        "suspension not reviewed",
        "Suspended from duty for six weeks, and nobody looked whether it goes on.",
        (*_washed(Why.SUSPENDED), *_owed(Duty.SUSPENSION_REVIEW)),
        _suspension_not_reviewed,
        days_ago=60,
    ),
    CrimeKindOfFault(
        "suspension of clearance not reviewed",
        "Clearance was suspended 40 days ago, and nobody looked whether it goes on.",
        (*_washed(Why.WITHDRAWN), *_owed(Duty.VETTING_REVIEW)),
        _clearance_suspended,
        days_ago=60,
    ),
    CrimeKindOfFault(
        "dismissal not reported",
        "Dismissed twenty days ago, and the College was not told; a crime is still in their name.",
        (*_washed(Why.POST, role=False), *_owed(Duty.BARRED_LIST)),
        _dismissed,
        days_ago=30,
    ),
    CrimeKindOfFault(
        "allegation not graded",
        "Something was alleged nine days ago, and nobody graded how severe it is.",
        (*_washed(Why.ALLEGATION), *_owed(Duty.SEVERITY)),
        _not_graded,
    ),
    CrimeKindOfFault(
        "trainee without a tutor",
        "A trainee holds a crime, and nobody is named to tutor them.",
        _washed(Why.ACCREDITATION),
        _no_tutor,
        Team.TRAINEES,
        CrimeKind.VOLUME,
    ),
)
