"""Faults of crimes: nobody holds it, looked at it, told the victim, or did the next thing."""

from watchkeeper.crimes.facts import CrimeKind, Duty, EventKind, Part, ReviewKind, Step
from watchkeeper.synth.history import NO, iso
from watchkeeper.synth.investigations import enquiry, happened, party
from watchkeeper.synth.planted.crime import (
    REGISTERED,
    UNKNOWN_CODE,
    By,
    CrimeKindOfFault,
    Ground,
)
from watchkeeper.synth.teams import Team


def _crime(duty: Duty) -> tuple[tuple[By, bool, str], ...]:
    return ((By.CRIME, True, duty),)


def _ungraded(g: Ground) -> None:
    g.crime.rows["crime_grades"] = []


def _unallocated(g: Ground) -> None:
    for table in ("crime_holdings", "crime_reviews", "crime_enquiries"):
        g.crime.rows[table] = []


def _no_first_look(g: Ground) -> None:
    g.crime.rows["crime_reviews"] = []


def _no_look_since(g: Ground) -> None:
    rows = g.crime.rows["crime_reviews"]
    g.crime.rows["crime_reviews"] = [row for row in rows if row["kind"] == ReviewKind.INITIAL]


def _no_plan(g: Ground) -> None:
    g.crime.rows["crime_enquiries"] = []


def _line_open(g: Ground) -> None:
    row = enquiry(g.crime, g.crime.reported + 2, 7)
    row["done_on"] = ""


def _not_told(g: Ground) -> None:
    arrest = next(row for row in g.crime.rows["crime_events"] if row["kind"] == EventKind.ARREST)
    rows = g.crime.rows["crime_victim_contacts"]
    g.crime.rows["crime_victim_contacts"] = [row for row in rows if row["event"] != arrest["ref"]]


def _bail_ran_out(g: Ground) -> None:
    for row in g.crime.rows["crime_events"]:
        if row["kind"] == EventKind.BAIL:
            row["until"] = iso(g.crime.on - 5)


def _outstanding(g: Ground) -> None:
    g.crime.rows["crime_events"] = []
    rows = g.crime.rows["crime_victim_contacts"]
    g.crime.rows["crime_victim_contacts"] = [row for row in rows if not row["event"]]


def _never_sent(g: Ground) -> None:
    day = g.crime.reported + 3
    g.crime.rows["crime_devices"] = []
    g.crime.add("crime_devices", day, device=f"{g.crime.ref}/1", step=Step.SEIZED, on=iso(day))


def _not_examined(g: Ground) -> None:
    day = g.crime.reported + 1
    g.crime.rows["crime_devices"] = []
    for step in (Step.SEIZED, Step.SUBMITTED):
        g.crime.add("crime_devices", day, device=f"{g.crime.ref}/1", step=step, on=iso(day))


def _no_second_look(g: Ground) -> None:
    day = g.crime.on - 12
    reason = "Nothing on the devices examined could be tied to the suspect."
    g.crime.add("crime_outcomes", day, outcome=15, on=iso(day), by=g.crime.holder.ref, reason=reason)


def _disputed(g: Ground) -> None:
    day, by = g.crime.on - 6, g.crime.holder
    g.crime.add(
        "allocation_disputes",
        day,
        officer_ref=by.ref,
        by=by.ref,
        on=iso(day),
        reason="It belongs to another unit.",
        decider=f"{by.unit}-I1",
    )


def _unknown_code(g: Ground) -> None:
    g.crime.crime["offence"] = "XQ9"


def _registered(g: Ground) -> None:
    suspect = party(g.crime, Part.SUSPECT, person=g.registered)
    day = min(g.crime.reported + 1, g.crime.last)
    happened(g.crime, EventKind.INTERVIEW, day, suspect["ref"])


def _no_confirmation(g: Ground) -> None:
    g.crime.rows["crime_victim_contacts"] = []
    g.crime.rows["crime_events"] = []
    g.crime.rows["crime_parties"] = [r for r in g.crime.rows["crime_parties"] if r["part"] == Part.VICTIM]
    for row in g.crime.rows["crime_parties"]:
        row["intimidated"] = NO


KINDS = (
    CrimeKindOfFault(
        "crime not graded",
        "Reported ten days ago, and nobody graded it.",
        _crime(Duty.GRADE),
        _ungraded,
        days_ago=10,
    ),
    CrimeKindOfFault(
        "crime not allocated",
        "Waiting for somebody to hold it for three days longer than its grade allows.",
        _crime(Duty.ALLOCATION),
        _unallocated,
        Team.LOCAL,
        CrimeKind.VOLUME,
        days_ago=5,
    ),
    CrimeKindOfFault(
        "no supervisor looked",
        "Held for weeks, and no supervisor has looked at it once.",
        _crime(Duty.INITIAL_REVIEW),
        _no_first_look,
    ),
    CrimeKindOfFault(
        "supervisor's review of a crime overdue",
        "A supervisor looked when it was allocated, two months ago, and never since.",
        _crime(Duty.REVIEW),
        _no_look_since,
        Team.CHILD,
        CrimeKind.CHILD_SEXUAL,
        days_ago=60,
    ),
    CrimeKindOfFault(
        "no plan of investigation",
        "Held for weeks with not one line of enquiry.",
        _crime(Duty.PLAN),
        _no_plan,
        days_ago=15,
    ),
    CrimeKindOfFault(
        "line of enquiry overdue",
        "A line of enquiry was to be done within a week, and is open a month later.",
        _crime(Duty.ENQUIRY),
        _line_open,
        days_ago=35,
    ),
    CrimeKindOfFault(
        "victim not told of an arrest",
        "A victim of enhanced rights was never told that the suspect was arrested.",
        _crime(Duty.TELL_VICTIM),
        _not_told,
        Team.CHILD,
        CrimeKind.CHILD_ABUSE,
        days_ago=40,
    ),
    CrimeKindOfFault(
        "victim never contacted",
        "The report was not confirmed, needs were not assessed and nobody was referred.",
        (*_crime(Duty.CONFIRMATION), *_crime(Duty.NEEDS), *_crime(Duty.REFERRAL)),
        _no_confirmation,
        Team.GENERAL,
        CrimeKind.HIGH_RISK_DOMESTIC,
        days_ago=14,
    ),
    CrimeKindOfFault(
        "bail ran out",
        "Bail ended five days ago, and nothing followed it.",
        _crime(Duty.BAIL),
        _bail_ran_out,
        Team.GENERAL,
        CrimeKind.HIGH_RISK_DOMESTIC,
        days_ago=50,
    ),
    CrimeKindOfFault(
        "suspect outstanding",
        "A suspect is known for 40 days and neither arrested nor interviewed.",
        _crime(Duty.SUSPECT),
        _outstanding,
        Team.GENERAL,
        CrimeKind.HIGH_RISK_DOMESTIC,
        days_ago=40,
    ),
    CrimeKindOfFault(
        "device never sent",
        "A device was seized a month ago and never sent for examination.",
        _crime(Duty.DEVICE_SUBMITTED),
        _never_sent,
        Team.ONLINE,
        CrimeKind.INDECENT_IMAGES,
        days_ago=33,
    ),
    CrimeKindOfFault(
        "device not examined",
        "A device was sent more than a quarter of a year ago and is not examined.",
        _crime(Duty.DEVICE_EXAMINED),
        _not_examined,
        Team.ONLINE,
        CrimeKind.INDECENT_IMAGES,
        days_ago=100,
    ),
    CrimeKindOfFault(
        "no second look",
        "No further action was proposed on indecent images twelve days ago, and nobody else looked.",
        _crime(Duty.SECOND_LOOK),
        _no_second_look,
        Team.ONLINE,
        CrimeKind.INDECENT_IMAGES,
        days_ago=40,
    ),
    CrimeKindOfFault(
        "dispute not decided",
        "The allocation was disputed six days ago, and its decider has not decided.",
        _crime(Duty.DISPUTE),
        _disputed,
    ),
    CrimeKindOfFault(
        "offence code nobody knows",
        "Recorded under a counting code that no table holds.",
        ((By.FINDING, True, UNKNOWN_CODE),),
        _unknown_code,
        Team.SEXUAL,
        CrimeKind.RAPE,
    ),
    CrimeKindOfFault(
        "registered offender suspected",
        "Somebody on the register is among the suspects.",
        ((By.FINDING, True, REGISTERED),),
        _registered,
        Team.LOCAL,
        CrimeKind.VOLUME,
        days_ago=6,
        registered=True,
    ),
)
