"""Facts of a record put in sentences."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from watchkeeper.law.wording import counted, day, every, instrument
from watchkeeper.visits.facts import LONDON, Ruling

type Row = Any


@dataclass(frozen=True, slots=True)
class Telling:
    """How one kind of fact is told: its name in the filter, the day it belongs to, and its sentence."""

    kind: str
    on: Callable[[Row], date | datetime | None]
    says: Callable[[Row], str]


def when(value: date | datetime | None) -> str:
    """A day, or an instant on London's clock, as it follows a verb."""
    if value is None:
        return "on a day not recorded"
    if isinstance(value, datetime):
        here = value.astimezone(LONDON)
        return f"on {day(here.date())} at {here:%H:%M}"
    return f"on {day(value)}"


def part(words: str, value: object) -> str:
    """Words about a value, where there is one."""
    if value in (None, "", False):
        return ""
    shown = day(value) if isinstance(value, date) else str(value)
    return f"{words} {shown}".strip()


def said(first: str, *parts: str) -> str:
    """A sentence and what is added to it."""
    return "; ".join([first, *(part for part in parts if part)])


def until(row: Row) -> str:
    """When a fact ends."""
    return f"until {day(row.until)}" if row.until else "with no end recorded"


def yes_no(value: bool | None) -> str:
    """A yes, a no, or that nobody recorded it."""
    return "nobody recorded it" if value is None else "yes" if value else "no"


def term(row: Row) -> str:
    """The length of a sentence."""
    parts = [
        counted(row.term_months, "month") if row.term_months else "",
        counted(row.term_days, "day") if row.term_days else "",
    ]
    return " ".join(part for part in parts if part)


def plan(row: Row) -> str:
    """A risk management plan."""
    often = f"visits {every(row.visit_every_months)}" if row.visit_every_months else "visits by force policy"
    return said(
        "Risk management plan made",
        "reactive: no home visits" if row.reactive else often,
        part("because", row.deviation_reason),
        part("approved", row.approved_on),
        part("by", row.approved_by),
        part("actions without an owner:", row.actions_without_owner),
    )


def visit(row: Row) -> str:
    """A visit."""
    notice = f"{row.notice_hours} hours' notice given" if row.notice_hours is not None else ""
    return said(
        f"Visit: {row.outcome or 'outcome not recorded'}",
        f"to {row.purpose}" if row.purpose else "purpose not recorded",
        "entry was sought in order to search" if row.sought_entry_to_search else "",
        notice,
        part("because of", row.notice_reason),
        part("by", row.crew.replace(";", ", ")),
    )


def ruled(row: Row) -> str:
    """What somebody decided of the records of a visit."""
    words = {
        Ruling.STANDS: f"Which record of visit {row.visit_ref} stands was decided",
        Ruling.APART: f"Visit {row.visit_ref} was told apart from one recorded before",
        Ruling.CORRECTED: f"Visit {row.visit_ref} was corrected",
        Ruling.WITHDRAWN: f"Visit {row.visit_ref} was withdrawn: it counts for nothing",
    }
    return said(words[Ruling(row.kind)], part("by", row.decided_by), part("because:", row.reason))


def trip(row: Row) -> str:
    """A journey abroad."""
    return said(
        f"Journey abroad, departing {when(row.departs_on)}",
        f"notified {when(row.notified_at)}" if row.notified_at else "not notified",
        part("not given:", row.items_missing),
        part("late because", row.late_excuse),
        part("to return", row.return_stated_on),
        part("returned", row.returned_on),
        part("return notified", row.return_notified_on),
    )


def notification(row: Row) -> str:
    """A notification."""
    return said(
        f"Notification given at a police station: {row.kind}",
        part("about", row.matter),
        part("happened", row.happened_on),
        part("told in advance for", row.stated_for),
        part("not given:", row.items_missing),
        "no written acknowledgement" if row.acknowledged is False else "",
        part("at", row.station),
        part("taken by", row.officer_ref),
    )


def person(row: Row) -> str:
    """Who somebody is."""
    return said(
        f"On record as {row.given_names} {row.family_name}".strip(),
        part("born", row.born_on) or "date of birth not recorded",
        part("unit", row.unit),
        part("officer-safety marker:", row.safety_marker),
        part("flagged in local intelligence", row.intelligence_flag_on),
        "on licence" if row.on_licence else "",
        part("parent under a direction:", row.parent_ref),
    )


def decided(row: Row) -> str:
    """A decision."""
    return said(
        f"Decision on {row.ground}: {row.choice}",
        f"by {row.decided_by}, {row.rank}",
        part("because", row.reason),
        part("holds until", row.expires_on),
        f"carried out {when(row.done_on)}" if row.done_on else "",
    )


def plain(first: str, field: str, *shown: str) -> Telling:
    """A fact of one sentence, and beside it the fields that say who and why."""
    kind, says = first.split(": ", 1)
    return Telling(
        kind,
        lambda row: getattr(row, field, None),
        lambda row: said(says, *(_field(row, name) for name in shown)),
    )


def _field(row: Row, name: str) -> str:
    """A column by its name, where it holds anything; a yes or no in words."""
    value = getattr(row, name)
    if isinstance(value, bool):
        value = yes_no(value)
    if name == "pack":
        return part("instrument:", instrument(value))
    return part(f"{name.replace('_', ' ')}:", value)
