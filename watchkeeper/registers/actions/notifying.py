"""Recording what is told at a police station, item by item, and the home it moves."""

from collections.abc import Sequence
from copy import copy
from datetime import date, datetime
from typing import Any

from watchkeeper.access.acts import act_about
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.people import models as people
from watchkeeper.people.facts import Address, AddressKind
from watchkeeper.registers import models
from watchkeeper.registers.actions.items import items_missing, keep_items
from watchkeeper.registers.facts import Notification, NotificationItem, NotificationKind
from watchkeeper.registers.rules.items import items
from watchkeeper.workforce.actions.officers import person_known
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
        missing = items_missing(said, "notification_items", law, on) if said else notification.items_missing
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
        keep_items(said, row.ref, person_ref, this)
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


def _kept_elsewhere(said: Sequence[NotificationItem], law: Shelf, on: date) -> Decision:
    """APP MOSOVO, notification requirements: money is noted as held on ViSOR, its numbers are never here."""
    money = {item.name for item in items("notification_items", law, on=on) if item.elsewhere}
    clean = all(not one.said for one in said if one.item in money)
    says = "details of accounts and cards are kept on ViSOR alone"
    return Decision((Reason(clean, says, "APP MOSOVO, notification requirements"),))
