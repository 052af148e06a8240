"""Every duty that visits make for one person."""

from dataclasses import replace
from datetime import date

from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import months_after
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.facts import Away
from watchkeeper.risk.facts import Outlook
from watchkeeper.visits.facts import Contact
from watchkeeper.visits.rules.announced import notice_authority
from watchkeeper.visits.rules.crewing import crew_due
from watchkeeper.visits.rules.frequency import interval, visit_due
from watchkeeper.visits.rules.outcomes import record_due
from watchkeeper.visits.rules.predictable import pattern_due


def duties(
    contact: Contact,
    outlook: Outlook,
    away: tuple[Away, ...],
    law: Shelf,
    calendar: Calendar,  # noqa: ARG001  every slice is asked for its duties in the same words
    *,
    on: date,
    safety_marker: str = "",
    last_change_on: date | None = None,
    child_since: date | None = None,
) -> tuple[Due, ...]:
    """The next visit, a pattern in those before, notice without authority, unfinished records, short crews.

    An officer-safety marker travels with the visit as a reason for two officers; its words do
    not. `last_change_on` is the day a change was last notified and `child_since` the day a
    child came into the household: each ends reactive management. While no visits are made, on
    reactive management or away, nobody is asked to vary them.
    """
    visit = visit_due(
        contact, outlook, away, law, on=on, last_change_on=last_change_on, child_since=child_since
    )
    if safety_marker and visit.standing is Standing.OWED:
        row = law["crew_officers"]
        crew = Given("officer-safety marker", f"recorded: {row.whole(on)} officers, always", row.cite)
        visit = replace(visit, because=(*visit.because, crew))
    if contact.knocks and visit.standing is Standing.OWED:
        since = contact.last_seen_on or on
        limit = (months_after(interval(outlook, law, on=on).months, since) - since).days
        found = pattern_due(contact.knocks, limit, law, on=on)
        always = (visit, found) if found is not None else (visit,)
    else:
        always = (visit,)
    if not contact.announced and not contact.failed:
        return always
    notices = (notice_authority(one, law, on=on) for one in contact.announced)
    recorded = {one.ref: one for one in (*contact.failed, *contact.announced)}
    records = (record_due(one, law, on=on) for one in recorded.values())
    crews = (crew_due(one, law, on=on, safety_marker=safety_marker) for one in recorded.values())
    return (*always, *(due for due in (*notices, *records, *crews) if due is not None))
