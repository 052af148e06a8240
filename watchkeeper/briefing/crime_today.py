"""What is owed in some crimes today, late or soon, by kind of work. Worked out from what is known now."""

from collections.abc import Iterable, Mapping
from datetime import date

from watchkeeper.briefing.crime_lines import HAND_OVER, UNKNOWN_CODE, crime_lines
from watchkeeper.briefing.facts import Line
from watchkeeper.crimes.facts import Case, Duty
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf

NOBODY, ARGUED, MOVES = "crimes nobody holds", "disputes to decide", "crimes to hand over"
BAIL, VICTIMS, REVIEWS = "bail and suspects", "victims to be told", "reviews"
DEVICES, ENQUIRIES, GRADES = "devices", "plans and lines of enquiry", "grades and offences"
KINDS: Mapping[str, frozenset[str]] = {
    NOBODY: frozenset({Duty.ALLOCATION}),
    ARGUED: frozenset({Duty.DISPUTE}),
    MOVES: frozenset({HAND_OVER}),
    BAIL: frozenset({Duty.BAIL, Duty.SUSPECT}),
    VICTIMS: frozenset({Duty.CONFIRMATION, Duty.NEEDS, Duty.REFERRAL, Duty.TELL_VICTIM}),
    REVIEWS: frozenset({Duty.INITIAL_REVIEW, Duty.REVIEW, Duty.SECOND_LOOK}),
    DEVICES: frozenset({Duty.DEVICE_SUBMITTED, Duty.DEVICE_EXAMINED}),
    ENQUIRIES: frozenset({Duty.PLAN, Duty.ENQUIRY}),
    GRADES: frozenset({Duty.GRADE, UNKNOWN_CODE}),
}
"""Every kind of work in a crime, in the order a page shows them, and the duties of each."""
WOULD_STAND_HERE: Mapping[str, str] = {
    NOBODY: "a crime of the unit that waits for somebody to hold it",
    ARGUED: "a dispute about who holds a crime, with its decider and last day",
    MOVES: "a crime whose holder may no longer hold it",
    BAIL: "bail that ends in the next 2 weeks, or a suspect still to be found",
    VICTIMS: "a victim who must be told something, or asked what they need",
    REVIEWS: "a supervisor's review, or a second look before a crime is closed",
    DEVICES: "a device to be sent for examination, or waiting for it",
    ENQUIRIES: "a plan to be set, or a line of enquiry that is open too long",
    GRADES: "a crime to be graded, or an offence code nobody knows",
}


def by_kind(
    cases: Iterable[Case], others: Iterable[Line], law: Shelf, calendar: Calendar, *, on: date
) -> dict[str, list[Line]]:
    """Every line of the cases, and the `others`, by kind of work; a line that stands in both, once.

    What cannot be worked out comes first, then what is late longest, then what is soonest.
    """
    kind_of = {duty: kind for kind, duties in KINDS.items() for duty in duties}
    found: dict[str, list[Line]] = {kind: [] for kind in KINDS}
    for line in dict.fromkeys((*crime_lines(cases, law, calendar, on=on, coming=True), *others)):
        found[kind_of[line.what]].append(line)
    for lines in found.values():
        lines.sort(key=lambda line: (line.by is not None, line.by or on, line.who, line.what, line.about))
    return found
