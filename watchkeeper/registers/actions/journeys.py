"""Recording journeys abroad: the notice, a change of it, the return. S.I. 2004/1220."""

from collections.abc import Sequence
from copy import copy
from datetime import date, datetime
from typing import Any

from watchkeeper.access.acts import act_about
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.registers import models
from watchkeeper.registers.actions.items import items_missing, keep_items
from watchkeeper.registers.facts import NotificationItem, Trip
from watchkeeper.workforce.actions.officers import person_known
from watchkeeper.workforce.facts import Officer, Power


def record_trip(
    trip: Trip,
    *,
    person_ref: str,
    said: Sequence[NotificationItem],
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.Trip:
    """Record a travel notice as it was given, complete or not: S.I. 2004/1220, regs.5 and 6.

    Raises Refused without the power, for a person not on record, and for a departure that is past.
    """
    with act_about(
        Power.RECORD_NOTIFICATION, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at
    ) as this:
        ahead = Reason(trip.departs_on >= on, "the departure is still to come", "S.I. 2004/1220, reg.5")
        this.require(Decision((person_known(person_ref, known_at=at), ahead)))
        row = this.store(
            models.Trip(
                person_ref=person_ref,
                departs_on=trip.departs_on,
                known_since=trip.known_since,
                notified_at=at,
                late_excuse=trip.late_excuse,
                items_missing=";".join(items_missing(said, "travel_notice_items", law, on)),
                return_stated_on=trip.return_stated_on,
                return_stated_point=trip.return_stated_point,
            )
        )
        keep_items(said, row.ref, person_ref, this)
        return row


def record_change(
    trip_ref: str,
    person_ref: str,
    *,
    changed_at: datetime,
    departs_on: date,
    return_stated_on: date | None,
    return_stated_point: str,
    excuse: str,
    said: Sequence[NotificationItem],
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.Trip:
    """Record the further notice that a journey already told has changed, S.I. 2004/1220, reg.7.

    What was told before is kept as it was known; the items stand as told now. Raises Refused
    without the power, for a journey not on record or never notified, for a change before the
    notice or still to come, once the person was to leave, and for a departure brought
    forward: that is the notice of another journey, with clocks of its own.
    """
    with act_about(
        Power.RECORD_NOTIFICATION, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at
    ) as this:
        rows: Any = models.Trip.objects.filter(ref=trip_ref, person_ref=person_ref)
        row = rows.as_known(at).first()
        told = row.notified_at if row is not None else None
        cite = "S.I. 2004/1220, reg.7"
        ahead = row is None or row.departs_on >= on
        later = row is None or departs_on >= row.departs_on
        this.require(
            Decision(
                (
                    Reason(row is not None, "the journey is on record", RECORDS),
                    Reason(told is not None, "a notice of it was given", cite),
                    Reason(ahead, "the departure is still to come", cite),
                    Reason(told is None or changed_at >= _minute(told), "it changed since the notice", cite),
                    Reason(changed_at <= at, "it has changed", cite),
                    Reason(later, "the departure is not brought forward", cite),
                )
            )
        )
        new: models.Trip = copy(row)
        new.id, new.changed_at, new.change_notified_at = None, changed_at, at
        new.departs_on, new.change_excuse = departs_on, excuse
        new.return_stated_on, new.return_stated_point = return_stated_on, return_stated_point
        new.items_missing = ";".join(items_missing(said, "travel_notice_items", law, on))
        stored = this.store(new)
        keep_items(said, stored.ref, person_ref, this)
        return stored


def _minute(at: datetime) -> datetime:
    """The minute of an instant: what is typed has no seconds."""
    return at.replace(second=0, microsecond=0)


def record_return(
    trip_ref: str,
    person_ref: str,
    *,
    returned_on: date,
    returned_point: str,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.Trip:
    """Record the notice of a return to the United Kingdom, S.I. 2004/1220, reg.8.

    Raises Refused without the power, for a trip not on record or already told, and for a
    return before the departure or still to come.
    """
    with act_about(
        Power.RECORD_NOTIFICATION, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at
    ) as this:
        rows: Any = models.Trip.objects.filter(ref=trip_ref, person_ref=person_ref)
        row = rows.as_known(at).first()
        begun = row is not None and row.departs_on <= returned_on
        told = row is not None and row.return_notified_on is not None
        cite = "S.I. 2004/1220, reg.8"
        this.require(
            Decision(
                (
                    Reason(row is not None, "the journey is on record", RECORDS),
                    Reason(not told, "the return has not been told before", RECORDS),
                    Reason(row is None or begun, "the return is not before the departure", cite),
                    Reason(returned_on <= on, "the return has happened", cite),
                )
            )
        )
        new: models.Trip = copy(row)
        new.id, new.returned_on, new.returned_point = None, returned_on, returned_point
        new.return_notified_on = on
        return this.store(new)
