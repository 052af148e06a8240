"""Recording what is told at a police station, item by item, and the days on which conditions were tested."""

from collections.abc import Sequence
from copy import copy
from datetime import date, datetime
from typing import Any

from watchkeeper.access.acts import act_about
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.people import models as people
from watchkeeper.people.facts import Address, AddressKind
from watchkeeper.registers import models
from watchkeeper.registers.facts import Notification, NotificationItem, NotificationKind, Trip
from watchkeeper.registers.rules.items import items, lacking
from watchkeeper.workforce.actions import RECORDS, person_known
from watchkeeper.workforce.acts import Act
from watchkeeper.workforce.facts import Officer, Power


def record_notification(
    notification: Notification,
    *,
    person_ref: str,
    station: str,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
    said: Sequence[NotificationItem] = (),
    identity: str = "",
    home: Address | None = None,
) -> models.Notification:
    """Record a notification, complete or not; an incomplete one is kept and does not count.

    A new `home` told with it is theirs from its day on, and the home before it ends that day:
    the next doorstep, journey and police area are of where the person says they live, whether
    the notification counts or not.

    Where the items are handed in as `said`, what is missing is worked out from them. A
    notification without a ref is given the act's. Raises Refused without the power, for a
    person not on record, for a day still to come, for a change that does not say what
    changed, and for a ref already used, which is a correction.
    """
    with act_about(
        Power.RECORD_NOTIFICATION, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at
    ) as this:
        ref, change = notification.ref, notification.kind is NotificationKind.CHANGE
        used = bool(ref) and models.Notification.objects.filter(ref=ref).exists()
        this.require(
            Decision(
                (
                    person_known(person_ref, known_at=at),
                    Reason(notification.notified_on <= on, "the notification has been given", RECORDS),
                    Reason(
                        not change or notification.matter is not None,
                        "a change says what changed",
                        "Sexual Offences Act 2003, s.84(1)",
                    ),
                    Reason(not used, "the notification has not been recorded before", RECORDS),
                )
            )
        )
        missing = _missing(said, "notification_items", law, on) if said else notification.items_missing
        this.require(_kept_elsewhere(said, law, on))
        row = this.store(
            models.Notification(
                ref=ref,
                person_ref=person_ref,
                notified_on=notification.notified_on,
                kind=notification.kind.value,
                matter=notification.matter.value if notification.matter else "",
                happened_on=notification.happened_on,
                stated_for=notification.stated_for,
                items_missing=";".join(missing),
                acknowledged=notification.acknowledged,
                station=station,
                officer_ref=by.ref,
            )
        )
        _keep(said, row.ref, person_ref, this)
        if home is not None:
            _move(home, person_ref, this)
        if identity:
            came = models.Attendance(ref="", person_ref=person_ref, notification_ref=row.ref)
            came.identity = identity
            this.store(came)
        return row


def _move(home: Address, person_ref: str, this: Act) -> None:
    """Store a home the person moved to, and end on that day the home it follows.

    Where the record has a later home already, the move was told out of turn and the home lasts
    until that one. What is on record as the home of that day is not stored again.
    """
    stored: Any = people.Address.objects.filter(person_ref=person_ref).as_known(this.at)
    homes = [row for row in stored.order_by("id") if row.kind != AddressKind.OTHER]
    day = home.since or date.min
    later = [row.since for row in homes if row.since is not None and row.since > day]
    before = [row for row in homes if (row.since or date.min) <= day and (row.until or date.max) > day]
    if any((row.line, row.postcode) == (home.line, home.postcode) for row in before):
        return
    for row in before:
        row.id, row.until = None, home.since
        this.store(row)
    new = people.Address(ref="", person_ref=person_ref, kind=home.kind.value, line=home.line)
    new.postcode, new.since, new.until = home.postcode, home.since, min(later, default=None)
    new.force, new.children_live_there = home.force, home.children_live_there
    this.store(new)


def acknowledge(
    notification_ref: str, person_ref: str, *, by: Officer, on: date, law: Shelf, purpose: str, at: datetime
) -> models.Notification:
    """Record that the written acknowledgement was handed over, s.87(3). Raises Refused the second time."""
    with act_about(
        Power.RECORD_NOTIFICATION, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at
    ) as this:
        rows: Any = models.Notification.objects.filter(ref=notification_ref, person_ref=person_ref)
        row = rows.as_known(at).first()
        there = Reason(row is not None, "the notification is on record", RECORDS)
        first = Reason(row is None or row.acknowledged is False, "not acknowledged before", RECORDS)
        this.require(Decision((there, first)))
        new: models.Notification = copy(row)
        new.id, new.acknowledged = None, True
        return this.store(new)


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
                items_missing=";".join(_missing(said, "travel_notice_items", law, on)),
                return_stated_on=trip.return_stated_on,
                return_stated_point=trip.return_stated_point,
            )
        )
        _keep(said, row.ref, person_ref, this)
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
                    Reason(told is None or changed_at >= told, "it changed since the notice", cite),
                    Reason(changed_at <= at, "it has changed", cite),
                    Reason(later, "the departure is not brought forward", cite),
                )
            )
        )
        new: models.Trip = copy(row)
        new.id, new.changed_at, new.change_notified_at = None, changed_at, at
        new.departs_on, new.change_excuse = departs_on, excuse
        new.return_stated_on, new.return_stated_point = return_stated_on, return_stated_point
        new.items_missing = ";".join(_missing(said, "travel_notice_items", law, on))
        stored = this.store(new)
        _keep(said, stored.ref, person_ref, this)
        return stored


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


def mark_tested(condition_ref: str, tested_on: date, this: Act) -> models.Condition | None:
    """Within an act under way, record that a condition was tested on a day; None where that says nothing new.

    A test of a day before the last one known changes nothing.
    """
    known: Any = models.Condition.objects.filter(ref=condition_ref).as_known(this.at).first()
    if known is None or (known.last_tested_on is not None and known.last_tested_on >= tested_on):
        return None
    return this.store(_tested(known, tested_on))


def unmark_tested(condition_ref: str, under: int, this: Act) -> models.Condition | None:
    """Within an act under way, take back a test recorded `under` an earlier act that does not stand.

    None where that act recorded none, or another test has been recorded since.
    """
    versions: Any = models.Condition.objects.filter(ref=condition_ref, known_from__lte=this.at)
    newest, *older = versions.order_by("-known_from", "-id")[:2] or (None,)
    if newest is None or newest.act != under or not older:
        return None
    return this.store(_tested(newest, older[0].last_tested_on))


def _missing(said: Sequence[NotificationItem], row: str, law: Shelf, on: date) -> tuple[str, ...]:
    return lacking({one.item: one.answer for one in said}, items(row, law, on=on))


def _kept_elsewhere(said: Sequence[NotificationItem], law: Shelf, on: date) -> Decision:
    """APP MOSOVO, notification requirements: money is noted as held on ViSOR, its numbers are never here."""
    money = {item.name for item in items("notification_items", law, on=on) if item.elsewhere}
    clean = all(not one.said for one in said if one.item in money)
    says = "details of accounts and cards are kept on ViSOR alone"
    return Decision((Reason(clean, says, "APP MOSOVO, notification requirements"),))


def _keep(said: Sequence[NotificationItem], of: str, person_ref: str, this: Act) -> None:
    for place, one in enumerate(said):
        row = models.NotificationItem(ref=f"{of}-{place:02}", person_ref=person_ref, notification_ref=of)
        row.item, row.answer, row.said = one.item, one.answer.value, one.said
        this.store(row)


def _tested(known: models.Condition, tested_on: date | None) -> models.Condition:
    new = copy(known)
    new.id, new.last_tested_on = None, tested_on
    return new
