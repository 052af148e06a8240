"""Parts of the pages of a visit: what may be asked of a person, who may be crew, a record in words."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from watchkeeper.briefing.facts import Line
from watchkeeper.law.wording import counted, day, days, names
from watchkeeper.people.models import Address
from watchkeeper.registers.models import Condition
from watchkeeper.visits.facts import Doorstep
from watchkeeper.web.asking import Asking
from watchkeeper.web.components import clock
from watchkeeper.web.visit_form import OUTCOMES
from watchkeeper.workforce import models as workforce
from watchkeeper.workforce.facts import Role

AT_DOORS = (Role.OFFENDER_MANAGER, Role.SUPERVISOR)


def asked_of(person_ref: str, *, known_at: datetime) -> list[str]:
    """The refs of every condition a visit to the person may hold against what it found."""
    rows: Any = Condition.objects.filter(person_ref=person_ref).as_known(known_at)
    return sorted(rows.values_list("ref", flat=True))


def officers_near(asking: Asking) -> list[str]:
    """Officers of the asker's unit in post who make visits, by ref, the asker first."""
    rows: Any = workforce.Officer.objects.as_known(asking.at)
    near = rows.filter(unit=asking.officer.unit, role__in=AT_DOORS).order_by("ref")
    refs = [row.ref for row in near if row.until is None or row.until > asking.on]
    return [asking.officer.ref, *(ref for ref in refs if ref != asking.officer.ref)]


def in_words(person_ref: str, *, known_at: datetime) -> dict[str, str]:
    """The addresses and the conditions of a person as one reads them, by ref: a ref alone says nothing."""
    homes: Any = Address.objects.filter(person_ref=person_ref).as_known(known_at)
    terms: Any = Condition.objects.filter(person_ref=person_ref).as_known(known_at)
    found = {one.ref: ", ".join(part for part in (one.line, one.postcode) if part) for one in homes}
    found |= {one.ref: one.says for one in terms}
    return {ref: words for ref, words in found.items() if words}


def said(doorstep: Doorstep, words: Mapping[str, str]) -> list[tuple[str, str]]:
    """A record in the words of the form, line by line, so that two can be laid side by side.

    `words` are the person's addresses and conditions, as `in_words` answers.
    """
    visit = doorstep.visit
    there = (f"{one.age}, {one.tie}{f': {one.name}' if one.name else ''}" for one in doorstep.present)
    devices = (f"{one.kind}, {one.method}: {one.result}; {one.follow_up}" for one in doorstep.devices)
    notice = f"{counted(visit.notice_hours or 0, 'hour')}, {visit.notice_reason or 'no ground recorded'}"
    authority = f", authorised by {visit.notice_authorised_by}" if visit.notice_authorised_by else ""
    return [
        ("Time at the door", clock(visit.at)),
        ("Address", words.get(visit.premises, visit.premises) or "not one on record"),
        ("Purpose", visit.purpose or "not recorded"),
        ("Entry sought to search", "yes" if visit.sought_entry_to_search else "no"),
        ("Outcome", OUTCOMES[visit.outcome] if visit.outcome else "not recorded"),
        ("Officers", names(list(visit.crew)) or "not recorded"),
        ("Who was there", "; ".join(there) or "nobody recorded"),
        ("Devices", "; ".join(devices) or "none checked"),
        *(
            (
                f"Condition: {words.get(one.condition, one.condition)}",
                f"{one.complied}{f': {one.how}' if one.how else ''}",
            )
            for one in doorstep.conditions
        ),
        ("Notice", f"{notice}{authority}" if visit.notice_hours is not None else "unannounced"),
        ("Notes", doorstep.notes or "none"),
    ]


def due_words(line: Line, on: date) -> str:
    """How a line of the brief stands on a day, in words: overdue, due, or what is missing."""
    if line.by is None:
        return f"no last day can be worked out: {line.why[0] if line.why else 'a fact is missing'}"
    late = (on - line.by).days
    if late > 0:
        return f"overdue by {days(late)}; the last day was {day(line.by)}"
    return f"last day {day(line.by)}"
