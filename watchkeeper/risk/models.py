"""Stored facts of `risk`: levels set, assessments, plans, intelligence and reviews."""

from datetime import date

from django.db import models

from watchkeeper.audit.models import AboutPerson
from watchkeeper.risk import facts


class SetLevel(AboutPerson):
    level = models.TextField(default="")
    set_on = models.DateField(null=True)
    set_by = models.TextField(default="")

    def fact(self) -> facts.SetLevel:
        """The recorded decision of level."""
        return facts.SetLevel(
            self.ref, facts.Level(self.level), _needed(self.set_on, "set_on", self.ref), self.set_by
        )


class Assessment(AboutPerson):
    instrument = models.TextField(default="")
    completed_on = models.DateField(null=True)
    signed_off_on = models.DateField(null=True)

    def fact(self) -> facts.Assessment:
        """The completed assessment."""
        completed_on = _needed(self.completed_on, "completed_on", self.ref)
        return facts.Assessment(self.ref, self.instrument, completed_on, self.signed_off_on)


class Plan(AboutPerson):
    made_on = models.DateField(null=True)
    visit_every_months = models.IntegerField(null=True)
    deviation_reason = models.TextField(default="")
    reactive = models.BooleanField(null=True)
    reactive_since = models.DateField(null=True)
    pillars = models.TextField(default="")
    actions_without_owner = models.IntegerField(null=True)
    approved_on = models.DateField(null=True)
    approved_by = models.TextField(default="")

    def fact(self) -> facts.Plan:
        """The risk management plan; blanks never make somebody reactive."""
        return facts.Plan(
            ref=self.ref,
            made_on=_needed(self.made_on, "made_on", self.ref),
            visit_every_months=self.visit_every_months,
            deviation_reason=self.deviation_reason,
            reactive=bool(self.reactive),
            reactive_since=self.reactive_since,
            pillars=tuple(part.strip() for part in self.pillars.split(";") if part.strip()),
            actions_without_owner=self.actions_without_owner or 0,
            approved_on=self.approved_on,
            approved_by=self.approved_by,
        )


class Intelligence(AboutPerson):
    received_on = models.DateField(null=True)
    significant = models.BooleanField(null=True)
    reviewed_on = models.DateField(null=True)

    def fact(self) -> facts.Intelligence:
        """The item of intelligence: only that it came and was reviewed."""
        received_on = _needed(self.received_on, "received_on", self.ref)
        return facts.Intelligence(self.ref, received_on, bool(self.significant), self.reviewed_on)


class Review(AboutPerson):
    reviewed_on = models.DateField(null=True)
    reviewed_by = models.TextField(default="")

    def fact(self) -> facts.Review:
        """The supervisor's review."""
        return facts.Review(self.ref, _needed(self.reviewed_on, "reviewed_on", self.ref), self.reviewed_by)


class ReviewRecord(AboutPerson):
    review_ref = models.TextField(default="")
    reviewed_on = models.DateField(null=True)
    reviewed_by = models.TextField(default="")
    read = models.TextField(default="")
    directed = models.TextField(default="")
    next_on = models.DateField(null=True)

    def fact(self) -> facts.ReviewRecord:
        """What was read and directed."""
        return facts.ReviewRecord(
            self.ref,
            self.review_ref,
            _needed(self.reviewed_on, "reviewed_on", self.ref),
            self.reviewed_by,
            tuple(part for part in self.read.split(";") if part),
            self.directed,
            self.next_on,
        )


class Override(AboutPerson):
    kind = models.TextField(default="")
    about = models.TextField(default="")
    was = models.TextField(default="")
    now = models.TextField(default="")
    reason = models.TextField(default="")
    decided_by = models.TextField(default="")
    rank = models.TextField(default="")
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    def fact(self) -> facts.Override:
        """The override."""
        return facts.Override(
            self.ref,
            self.person_ref,
            facts.OverrideKind(self.kind),
            self.about,
            self.was,
            self.now,
            self.reason,
            self.decided_by,
            self.rank,
            _needed(self.since, "since", self.ref),
            _needed(self.until, "until", self.ref),
        )


def _needed(day: date | None, column: str, ref: str) -> date:
    """A day that intake insists on; its absence here is a row that went round intake."""
    if day is None:
        raise ValueError(f"{ref} has no {column}")
    return day
