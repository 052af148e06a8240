"""Stored facts of `registers`: why somebody is on the register and what they have told the police."""

from datetime import date

from django.db import models

from watchkeeper.audit.models import AboutPerson
from watchkeeper.registers import facts


class Disposal(AboutPerson):
    offence = models.TextField(default="")
    finding = models.TextField(default="")
    relevant_date = models.DateField(null=True)
    sentence = models.TextField(default="")
    term_months = models.IntegerField(null=True)
    term_days = models.IntegerField(null=True)
    term_begins_on = models.DateField(null=True)
    consecutive_to = models.TextField(default="")
    trial_ended_on = models.DateField(null=True)

    def fact(self) -> facts.Disposal:
        """The finding; a blank term is no months and no days, a blank sentence stays None."""
        return facts.Disposal(
            ref=self.ref,
            offence=self.offence,
            finding=facts.Finding(self.finding),
            relevant_date=self.relevant_date,
            sentence=facts.Sentence(self.sentence) if self.sentence else None,
            term_months=self.term_months or 0,
            term_days=self.term_days or 0,
            term_begins_on=self.term_begins_on,
            consecutive_to=self.consecutive_to,
            trial_ended_on=self.trial_ended_on,
        )


class Order(AboutPerson):
    kind = models.TextField(default="")
    made_on = models.DateField(null=True)
    until = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    travel_until = models.DateField(null=True)
    travel_total_ban = models.BooleanField(null=True)
    passports_surrendered_on = models.DateField(null=True)
    passports_returned_on = models.DateField(null=True)

    def fact(self) -> facts.Order:
        """The civil order."""
        return facts.Order(
            ref=self.ref,
            kind=facts.OrderKind(self.kind),
            made_on=_needed(self.made_on, "made_on", self.ref),
            until=self.until,
            ended_on=self.ended_on,
            travel_until=self.travel_until,
            travel_total_ban=bool(self.travel_total_ban),
            passports_surrendered_on=self.passports_surrendered_on,
            passports_returned_on=self.passports_returned_on,
        )


class Condition(AboutPerson):
    order_ref = models.TextField(default="")
    says = models.TextField(default="")
    positive = models.BooleanField(null=True)
    test_method = models.TextField(default="")
    last_tested_on = models.DateField(null=True)

    def fact(self) -> facts.Condition:
        """The term of the order."""
        return facts.Condition(
            self.ref, self.order_ref, self.says, bool(self.positive), self.test_method, self.last_tested_on
        )


class Notification(AboutPerson):
    notified_on = models.DateField(null=True)
    kind = models.TextField(default="")
    matter = models.TextField(default="")
    happened_on = models.DateField(null=True)
    stated_for = models.DateField(null=True)
    items_missing = models.TextField(default="")
    acknowledged = models.BooleanField(null=True)
    station = models.TextField(default="")
    officer_ref = models.TextField(default="")

    def fact(self) -> facts.Notification:
        """The notification; an acknowledgement nobody recorded is taken as given."""
        return facts.Notification(
            ref=self.ref,
            notified_on=_needed(self.notified_on, "notified_on", self.ref),
            kind=facts.NotificationKind(self.kind),
            matter=facts.Matter(self.matter) if self.matter else None,
            happened_on=self.happened_on,
            stated_for=self.stated_for,
            items_missing=_several(self.items_missing),
            acknowledged=self.acknowledged is not False,
        )


class Change(AboutPerson):
    matter = models.TextField(default="")
    happened_on = models.DateField(null=True)

    def fact(self) -> facts.Change:
        """The change as it came to be known; which notification answers it is derived."""
        return facts.Change(self.ref, facts.Matter(self.matter), self.happened_on)


class Stay(AboutPerson):
    at = models.TextField(default="")
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    notified = models.BooleanField(null=True)

    def fact(self) -> facts.Stay:
        """The nights away from home."""
        return facts.Stay(
            self.ref, self.at, _needed(self.since, "since", self.ref), self.until, bool(self.notified)
        )


class Trip(AboutPerson):
    departs_on = models.DateField(null=True)
    known_since = models.DateField(null=True)
    notified_at = models.DateTimeField(null=True)
    late_excuse = models.TextField(default="")
    items_missing = models.TextField(default="")
    changed_at = models.DateTimeField(null=True)
    change_notified_at = models.DateTimeField(null=True)
    return_stated_on = models.DateField(null=True)
    return_stated_point = models.TextField(default="")
    returned_on = models.DateField(null=True)
    returned_point = models.TextField(default="")
    return_notified_on = models.DateField(null=True)
    change_excuse = models.TextField(default="")

    def fact(self) -> facts.Trip:
        """The journey outside the United Kingdom."""
        return facts.Trip(
            ref=self.ref,
            departs_on=_needed(self.departs_on, "departs_on", self.ref),
            known_since=self.known_since,
            notified_at=self.notified_at,
            late_excuse=self.late_excuse,
            items_missing=_several(self.items_missing),
            changed_at=self.changed_at,
            change_notified_at=self.change_notified_at,
            return_stated_on=self.return_stated_on,
            return_stated_point=self.return_stated_point,
            returned_on=self.returned_on,
            returned_point=self.returned_point,
            return_notified_on=self.return_notified_on,
            change_excuse=self.change_excuse,
        )


class ReviewApplication(AboutPerson):
    received_on = models.DateField(null=True)
    acknowledged_on = models.DateField(null=True)
    bodies_notified_on = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    outcome = models.TextField(default="")
    notice_received_on = models.DateField(null=True)
    barred_years = models.IntegerField(null=True)

    def fact(self) -> facts.ReviewApplication:
        """The application to end an indefinite period."""
        return facts.ReviewApplication(
            ref=self.ref,
            received_on=_needed(self.received_on, "received_on", self.ref),
            acknowledged_on=self.acknowledged_on,
            bodies_notified_on=self.bodies_notified_on,
            decided_on=self.decided_on,
            outcome=facts.ReviewOutcome(self.outcome) if self.outcome else None,
            notice_received_on=self.notice_received_on,
            barred_years=self.barred_years,
        )


class NotificationItem(AboutPerson):
    notification_ref = models.TextField(default="")
    item = models.TextField(default="")
    answer = models.TextField(default="")
    said = models.TextField(default="")

    def fact(self) -> facts.NotificationItem:
        """The item and what was said of it."""
        return facts.NotificationItem(
            self.notification_ref, self.item, facts.ItemAnswer(self.answer), self.said
        )


class Attendance(AboutPerson):
    notification_ref = models.TextField(default="")
    identity = models.TextField(default="")

    def fact(self) -> facts.Attendance:
        """Who came, and how the officer knew."""
        return facts.Attendance(self.notification_ref, self.identity)


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _needed(day: date | None, column: str, ref: str) -> date:
    """A day that intake insists on; its absence here is a row that went round intake."""
    if day is None:
        raise ValueError(f"{ref} has no {column}")
    return day
