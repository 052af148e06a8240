"""What the page of one crime shows: what to do first and why, then everything on record of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from watchkeeper.audit.standing import standing
from watchkeeper.crimes import models
from watchkeeper.crimes.facts import Case, Duty, Part
from watchkeeper.crimes.rules.closing import closed_for_good, needs_second_look
from watchkeeper.crimes.rules.codes import title_of
from watchkeeper.crimes.rules.duties import duties
from watchkeeper.crimes.rules.holding import grade, holder, report_in_words, reported_on
from watchkeeper.crimes.rules.matrix import Placed, kind_of
from watchkeeper.crimes.rules.triage import LETTERS, Proposed, proposed
from watchkeeper.crimes.rules.vulnerability import victims
from watchkeeper.law.due import Due, Standing
from watchkeeper.law.wording import day, names
from watchkeeper.web.asking import Asking
from watchkeeper.web.components import sentence
from watchkeeper.web.unit_people import on_register

DONE_BY = {
    Duty.GRADE: "crime-grade",
    Duty.ALLOCATION: "allocate-one",
    Duty.INITIAL_REVIEW: "crime-review",
    Duty.REVIEW: "crime-review",
    Duty.PLAN: "crime-enquiry",
    Duty.ENQUIRY: "crime-enquiry",
    Duty.CONFIRMATION: "crime-victim",
    Duty.NEEDS: "crime-victim",
    Duty.REFERRAL: "crime-victim",
    Duty.TELL_VICTIM: "crime-victim",
    Duty.BAIL: "crime-event",
    Duty.SUSPECT: "crime-event",
    Duty.DEVICE_SUBMITTED: "crime-device",
    Duty.DEVICE_EXAMINED: "crime-device",
    Duty.SECOND_LOOK: "crime-second",
    Duty.DISPUTE: "allocate-dispute",
}
"""The page on which each duty is done."""


@dataclass(frozen=True, slots=True)
class CrimeDuty:
    """One clock of a crime: whether it is late, whose it is, whom it concerns in words, where it is done.

    `address` is blank for whoever may not do it, and `done_by` then says who may.
    """

    due: Due
    late: int
    mine: bool
    owner: str
    about: str
    address: str
    done_by: str


def duties_of(case: Case, placed: Placed, asking: Asking) -> tuple[Due, ...]:
    """Every clock of the case, what cannot be worked out first, then the one that is late longest."""
    law, on = asking.law, asking.on
    hard = law["matrix_gate"].word_of(placed.kind, on) == "hard"
    found = duties(case, placed.kinds, law, asking.calendar, hard=hard, on=on)
    return tuple(sorted(found, key=lambda due: (due.by is not None, due.by or date.min, due.duty, due.about)))


def proposal(case: Case, placed: Placed, asking: Asking) -> Proposed:
    """The grade proposed today, with suspects who are on the register."""
    people = [party.person for party in case.parties if party.person and party.part is Part.SUSPECT]
    registered = on_register(people, asking)
    return proposed(case, placed.kinds, asking.law, on=asking.on, registered=registered)


def named(case: Case, asking: Asking) -> dict[str, str]:
    """What each party is called on the page, by ref: what they are, and the name as it was told."""
    rows = standing(models.Party, crime_ref=case.crime.ref, known_at=asking.at)
    return {row.ref: f"{row.part}, {row.name or 'name not recorded'}" for row in rows}


def shown(case: Case, asking: Asking) -> dict[str, Any]:
    """Everything the page of a crime lays out."""
    law, on, ref = asking.law, asking.on, case.crime.ref
    placed, held, people = kind_of(case, law, on=on), holder(case, on=on), named(case, asking)
    row = next(iter(standing(models.Crime, ref=ref, known_at=asking.at)))
    lines = {each.ref: each.says for each in standing(models.Enquiry, crime_ref=ref, known_at=asking.at)}
    closed = closed_for_good(case, placed.kinds, law, on=on)
    waits = [
        each
        for each in case.finals
        if each.second_agrees is None and needs_second_look(each, placed.kinds, law, on=on)
    ]
    return {
        "case": case,
        "crime": case.crime,
        "told": report_in_words(case.crime),
        "row": row,
        "title_of": title_of(case.crime.offence, law, on=on),
        "placed": placed,
        "held": held,
        "closed": closed,
        "waits": waits if closed is None else [],
        "duties": list(_duties(case, placed, people, asking)),
        "people": people,
        "parties": case.parties,
        "weak": {each.party: each for each in victims(case, law, on=on)},
        "proposed": proposal(case, placed, asking),
        "graded": grade(case, on=on),
        "letters": LETTERS,
        "enquiries": sorted(
            case.enquiries, key=lambda each: (each.done_on is not None, each.set_on, each.ref)
        ),
        "lines": lines,
        "timeline": sorted(timeline(case, people, lines), key=_latest, reverse=True),
        "disputes": [each for each in case.disputes if each.decided_on is None],
        "on": on,
    }


def _duties(case: Case, placed: Placed, people: dict[str, str], asking: Asking) -> Iterator[CrimeDuty]:
    held, me = holder(case, on=asking.on), asking.officer.ref
    for due in duties_of(case, placed, asking):
        owner = due.owner or (held.officer if held is not None else "an allocator, since nobody holds it")
        about = next((people[ref] for ref in (due.about, *due.about.split()[-1:]) if ref in people), "")
        address = reverse(DONE_BY.get(Duty(due.duty), "crime"), args=[case.crime.ref])
        opens = asking.opens(address)
        yield CrimeDuty(
            due,
            max(due.days_late(asking.on), 0),
            owner == me,
            owner,
            about,
            address if opens else "",
            "" if opens else asking.who_opens(address),
        )


def first_due(case: Case, placed: Placed, asking: Asking) -> tuple[Due | None, int, int]:
    """The clock that comes first, by how many days it is late, and how many clocks are late or unknown."""
    found = duties_of(case, placed, asking)
    late = [due for due in found if due.late(asking.on) or due.standing is Standing.MISSING]
    first = next(iter(late or found), None)
    return first, max(first.days_late(asking.on), 0) if first else 0, len(late)


def timeline(
    case: Case, people: dict[str, str], lines: dict[str, str]
) -> Iterator[tuple[date | None, str, str]]:
    """Every fact on record of the case: its day, what happened, and by whom, where that is recorded."""
    crime = case.crime
    if crime.occurred_on is not None:
        yield crime.occurred_on, "It happened, or may first have", ""
    yield reported_on(crime), "Reported", ""
    for graded in case.grades:
        yield graded.on, f"Graded {graded.response}", graded.by
    for spell in case.holdings:
        yield (
            spell.since,
            f"Allocated to {spell.officer}, supervised by {spell.supervisor or 'nobody named'}",
            "",
        )
        if spell.until is not None:
            yield spell.until, f"No longer held by {spell.officer}", ""
    for review in case.reviews:
        yield review.on, sentence(review.kind), review.by
    for line in case.enquiries:
        yield line.set_on, f"Line of enquiry set: {lines.get(line.ref) or 'without words'}", ""
        if line.done_on is not None:
            yield line.done_on, f"Line of enquiry done: {lines.get(line.ref) or 'without words'}", ""
    for event in case.events:
        until = f", until {day(event.until)}" if event.until else ""
        yield event.on, f"{sentence(event.kind)}{_of(event.party, people)}{until}", ""
    for told in case.told:
        yield told.on, f"Victim: {told.told}{_of(told.party, people)}", ""
    for step in case.devices:
        yield step.on, f"Device {step.device}: {step.step}", ""
    for final in case.finals:
        code = "not recorded" if final.outcome is None else final.outcome
        yield final.on, f"Proposed to be closed, outcome {code}", final.by
        if final.second_on is not None:
            agrees = "agreed" if final.second_agrees else "sent back"
            yield final.second_on, f"Second look: {agrees}", final.second_by
    for dispute in case.disputes:
        yield dispute.on, f"Allocation to {dispute.officer} disputed", dispute.by
        if dispute.decided_on is not None:
            yield (
                dispute.decided_on,
                f"Dispute {'upheld' if dispute.upheld else 'not upheld'}",
                dispute.decider,
            )
    for leave in case.overrides:
        yield leave.on, f"Override for {leave.officer} until {day(leave.until)}", leave.by


def _latest(line: tuple[date | None, str, str]) -> tuple[bool, date, str]:
    return line[0] is None, line[0] or date.min, line[1]  # a day nobody recorded stands on top


def _of(party: str, people: dict[str, str]) -> str:
    return f", {people[party]}" if party in people else ""


def not_recorded(case: Case) -> str:
    """What of the report nobody recorded, in words; empty where nothing is missing."""
    crime = case.crime
    asked: Iterable[tuple[str, object]] = (
        ("offence", crime.offence or None),
        ("unit", crime.unit or None),
        ("where", crime.postcode or None),
        ("when it happened", crime.occurred_on),
        ("domestic abuse", crime.domestic),
        ("risk to the victim", crime.high_risk),
        ("lines of enquiry", crime.lines_of_enquiry),
        ("a victim", any(party.part is Part.VICTIM for party in case.parties) or None),
    )
    return names([what for what, value in asked if value is None])
