"""Recording a notification given at a police station, and the days on which conditions were tested."""

from copy import copy
from datetime import date, datetime
from typing import Any

from watchkeeper.access.acts import act_about
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.registers import models
from watchkeeper.registers.facts import Notification, NotificationKind
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
) -> models.Notification:
    """Record a notification, complete or not; an incomplete one is kept and does not count.

    A notification without a ref is given the act's. Raises Refused without the power, for a
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
        return this.store(
            models.Notification(
                ref=ref,
                person_ref=person_ref,
                notified_on=notification.notified_on,
                kind=notification.kind.value,
                matter=notification.matter.value if notification.matter else "",
                happened_on=notification.happened_on,
                stated_for=notification.stated_for,
                items_missing=";".join(notification.items_missing),
                acknowledged=notification.acknowledged,
                station=station,
                officer_ref=by.ref,
            )
        )


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


def _tested(known: models.Condition, tested_on: date | None) -> models.Condition:
    new = copy(known)
    new.id, new.last_tested_on = None, tested_on
    return new
