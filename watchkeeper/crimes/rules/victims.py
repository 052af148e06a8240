"""What a victim is owed, by when: the Victims' Code, with enhanced rights where they hold."""

from collections.abc import Iterator
from datetime import date

from watchkeeper.crimes.facts import Case, Duty, Part, Party, Told
from watchkeeper.crimes.rules.holding import reported_on, undated
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import days_after, years_after
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, either, recorded


def enhanced(victim: Party, kinds: frozenset[str], law: Shelf, *, on: date) -> Decision:
    """Whether the victim has enhanced rights: any one of the reasons that are met gives them.

    Victims' Code: vulnerable or intimidated, persistently targeted, or victim of the most serious
    crime. An age nobody recorded gives no right and says so; `allowed` means all, so ask `has_enhanced`.
    """
    row, adult = law["enhanced_groups"], law["victim_adult_age"]
    age = adult.whole(on)
    born = victim.born_on
    child = born is not None and on < years_after(age, born)
    ages = "not recorded" if born is None else f"{'under' if child else 'not under'} {age}"
    return Decision(
        (
            Reason(not kinds.isdisjoint(row.words(on)), f"the crime is {either(sorted(kinds))}", row.cite),
            Reason(child, f"age: {ages}", row.cite),
            Reason(victim.disabled is True, _said("disability", victim.disabled), row.cite),
            Reason(
                victim.intimidated is True, _said("afraid of giving evidence", victim.intimidated), row.cite
            ),
            Reason(victim.repeat is True, _said("a victim before", victim.repeat), row.cite),
        )
    )


def has_enhanced(found: Decision) -> bool:
    """Whether any reason of `enhanced` is met."""
    return any(reason.met for reason in found.reasons)


def victims_due(
    case: Case, kinds: frozenset[str], law: Shelf, calendar: Calendar, *, on: date
) -> Iterator[Due]:
    """Every clock that runs for each victim: confirmation, needs, referral, and being told.

    A crime with no victim on record owes nobody anything here. Days after the report or the event
    do not count the day itself.
    """
    told_on = reported_on(case.crime)
    for victim in (party for party in case.parties if party.part is Part.VICTIM):
        yield from _once(case, victim, told_on, law, calendar, on)
        yield from _events(case, victim, kinds, law, calendar, on)


def _once(
    case: Case, victim: Party, told_on: date | None, law: Shelf, calendar: Calendar, on: date
) -> Iterator[Due]:
    clocks = (
        (Told.CONFIRMED, Duty.CONFIRMATION, "victim_confirmation_working_days", True),
        (Told.NEEDS, Duty.NEEDS, "victim_needs_days", False),
        (Told.REFERRED, Duty.REFERRAL, "victim_referral_working_days", True),
    )
    for told, duty, name, working in clocks:
        if any(t.told is told and t.on <= on and _is(t.party, victim) for t in case.told):
            continue
        row = law[name]
        if told_on is None:
            yield undated(duty, row, case.crime, victim.ref)
            continue
        allowed = row.whole(told_on)
        by = calendar.after(allowed, told_on) if working else days_after(allowed, told_on)
        because = (Given("reported", day(told_on)), Given(told, "not recorded", row.cite))
        yield Due(duty, Standing.OWED, by, row.cite, because, victim.ref, row.confirmed)


def _events(
    case: Case, victim: Party, kinds: frozenset[str], law: Shelf, calendar: Calendar, on: date
) -> Iterator[Due]:
    row, which = law["victim_told_working_days"], law["victim_told_events"]
    quick = has_enhanced(enhanced(victim, kinds, law, on=on))
    for event in case.events:
        if event.on > on or event.kind not in which.words(event.on):
            continue
        if any(
            t.told is Told.UPDATE and t.event == event.ref and t.on <= on and _is(t.party, victim)
            for t in case.told
        ):
            continue
        word = "enhanced" if quick else "other"
        allowed = row.of(word, event.on)
        because = (
            Given(event.kind, day(event.on)),
            Given("rights", word),
            Given("told", f"within {allowed} working day{'' if allowed == 1 else 's'}", row.cite),
        )
        by = calendar.after(allowed, event.on)
        yield Due(
            Duty.TELL_VICTIM, Standing.OWED, by, row.cite, because, f"{event.ref} {victim.ref}", row.confirmed
        )


def _is(named: str, victim: Party) -> bool:
    return named in ("", victim.ref)  # of whom nobody said which victim, all were told


def _said(what: str, value: bool | None) -> str:
    return f"{what}: {recorded(value)}"
