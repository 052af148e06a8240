"""Suspects nobody has dealt with, and bail that ends."""

from collections.abc import Iterator
from datetime import date

from watchkeeper.crimes.facts import AFTER_BAIL, DEALT_WITH, Case, CaseEvent, Duty, EventKind, Part
from watchkeeper.crimes.rules.holding import reported_on, undated
from watchkeeper.law.clocks import DAY, days_after, last_of_months
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import counted, day, days


def suspects_due(case: Case, law: Shelf, *, on: date) -> Iterator[Due]:
    """The last day to arrest or interview each suspect nobody has; force practice counts them after 28 days.

    Counted from the report: when a suspect came to be known is not recorded, so the clock starts
    no later than it should. An event that names no suspect counts for all of them.
    """
    row, told = law["suspect_outstanding_days"], reported_on(case.crime)
    for suspect in (party for party in case.parties if party.part is Part.SUSPECT):
        if any(e.kind in DEALT_WITH and e.on <= on and e.party in ("", suspect.ref) for e in case.events):
            continue
        if told is None:
            yield undated(Duty.SUSPECT, row, case.crime, suspect.ref)
            continue
        allowed = row.whole(told)
        because = (
            Given("reported", day(told)),
            Given("arrest or interview", "not recorded"),
            Given("dealt with", f"within {days(allowed)}", row.cite),
        )
        by = days_after(allowed, told)
        yield Due(Duty.SUSPECT, Standing.OWED, by, row.cite, because, suspect.ref, row.confirmed)


def bail_due(case: Case, law: Shelf, *, on: date) -> Iterator[Due]:
    """The last day of each bail that nothing has followed: what is undone by then runs out with it.

    PACE 1984 s.47ZB. Where nobody recorded until when, the longest first period of the law
    counts, from the day bail began; bail of before its first value on the shelf is then missing.
    """
    row, longer = law["bail_months"], law["bail_extension_ranks"]
    for bail in (e for e in case.events if e.kind is EventKind.BAIL and e.on <= on):
        if any(_follows(e, bail) and e.on <= on for e in case.events):
            continue
        by: date | None = None
        began = Given("bail", day(bail.on))
        because: tuple[Given, ...] = (began, Given("until", "not recorded", row.cite))
        if bail.until is not None:
            because = (began, Given("until", day(bail.until)))
            if bail.on >= longer.values[0][0]:
                ranks = ", then ".join(longer.words(bail.on))
                because = (*because, Given("extended by", f"{ranks}, then a court", longer.cite))
            by = bail.until - DAY
        elif bail.on >= row.values[0][0]:
            months = row.whole(bail.on)
            because = (
                began,
                Given("until", "not recorded"),
                Given("at most", counted(months, "month"), row.cite),
            )
            by = last_of_months(months, beginning_with=bail.on)
        standing = Standing.MISSING if by is None else Standing.OWED
        yield Due(Duty.BAIL, standing, by, row.cite, because, bail.ref, row.confirmed)


def _follows(event: CaseEvent, bail: CaseEvent) -> bool:
    if event.party and bail.party and event.party != bail.party:
        return False
    if event.kind is EventKind.BAIL:  # extended
        return event.ref != bail.ref and (event.on, event.ref) > (bail.on, bail.ref)
    return event.kind in AFTER_BAIL and event.on >= bail.on
