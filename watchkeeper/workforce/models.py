"""Stored facts of `workforce`: units, officers, what they are trained in, and who manages whom."""

from django.db import models

from watchkeeper.audit.models import AboutPerson, Fact
from watchkeeper.workforce import facts


class Unit(Fact):
    name = models.TextField(default="")
    boroughs = models.TextField(default="")


class Officer(Fact):
    rank = models.TextField(default="")
    role = models.TextField(default="")
    unit = models.TextField(default="")
    hours_share = models.FloatField(null=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    def fact(self, training: tuple[facts.Training, ...] = ()) -> facts.Officer:
        """The officer with the courses handed in; a blank share of hours is full time."""
        return facts.Officer(
            ref=self.ref,
            rank=facts.Rank(self.rank),
            role=facts.Role(self.role),
            unit=self.unit,
            hours_share=1.0 if self.hours_share is None else self.hours_share,
            since=self.since,
            until=self.until,
            training=training,
        )


class Training(Fact):
    officer_ref = models.TextField(default="")
    course = models.TextField(default="")
    awarded_on = models.DateField(null=True)
    expires_on = models.DateField(null=True)

    def fact(self) -> facts.Training:
        """The course passed. A row without the day of the award is turned away at intake."""
        if self.awarded_on is None:
            raise ValueError(f"training {self.ref} has no awarded_on")
        return facts.Training(facts.Course(self.course), self.awarded_on, self.expires_on)


class Shift(Fact):
    officer_ref = models.TextField(default="")
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)


class Managed(AboutPerson):
    officer_ref = models.TextField(default="")
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    def fact(self) -> facts.Managed:
        """The spell with one manager."""
        if self.since is None:
            raise ValueError(f"managers {self.ref} has no since")
        return facts.Managed(self.ref, self.officer_ref, self.since, self.until)


class Offer(AboutPerson):
    giver = models.TextField(default="")
    receiver = models.TextField(default="")
    offered_on = models.DateField(null=True)
    offered_by = models.TextField(default="")
    reason = models.TextField(default="")
    note = models.TextField(default="")

    def fact(self) -> facts.Offer:
        """The offer."""
        if self.offered_on is None:
            raise ValueError(f"offer {self.ref} has no day")
        return facts.Offer(
            self.ref,
            self.person_ref,
            self.giver,
            self.receiver,
            self.offered_on,
            self.offered_by,
            facts.HandoverReason(self.reason),
            self.note,
        )


class OfferAnswer(AboutPerson):
    offer_ref = models.TextField(default="")
    accepted = models.BooleanField(null=True)
    answered_on = models.DateField(null=True)
    answered_by = models.TextField(default="")
    reason = models.TextField(default="")

    def fact(self) -> facts.OfferAnswer:
        """The answer. One that says neither yes nor no is no answer."""
        if self.accepted is None or self.answered_on is None:
            raise ValueError(f"answer {self.ref} says neither yes nor no, or not when")
        return facts.OfferAnswer(
            self.ref, self.offer_ref, self.accepted, self.answered_on, self.answered_by, self.reason
        )
