"""Stored facts of `alerts`: each alert raised, each time one was shown, and who took it on."""

from django.db import models

from watchkeeper.alerts import facts
from watchkeeper.audit.models import AboutPerson, Fact
from watchkeeper.workforce.facts import Rank


class Alert(AboutPerson):
    kind = models.TextField()
    says = models.TextField()
    cause = models.TextField(default="")
    unit = models.TextField(default="")
    least_rank = models.TextField()
    officer_ref = models.TextField(default="")
    urgency = models.TextField()
    page = models.TextField(default="")
    raised_at = models.DateTimeField()

    class Meta(AboutPerson.Meta):
        indexes = [
            models.Index(fields=["ref", "known_from"], name="alert_ref"),
            models.Index(fields=["person_ref", "known_from"], name="alert_person"),
            models.Index(fields=["kind", "cause"], name="alert_cause"),
        ]

    def fact(self) -> facts.Alert:
        """The alert as its rules read it."""
        return facts.Alert(
            self.ref,
            self.raised_at,
            facts.Raising(
                kind=facts.Kind(self.kind),
                says=self.says,
                about=self.person_ref,
                cause=self.cause,
                unit=self.unit,
                least_rank=Rank(self.least_rank),
                urgency=facts.Urgency(self.urgency),
                page=self.page,
                officer=self.officer_ref,
            ),
        )


class Delivery(Fact):
    alert_ref = models.TextField()
    officer_ref = models.TextField()
    channel = models.TextField()
    at = models.DateTimeField()

    class Meta(Fact.Meta):
        indexes = [
            models.Index(fields=["ref", "known_from"], name="delivery_ref"),
            models.Index(fields=["alert_ref", "officer_ref"], name="delivery_alert"),
        ]

    def fact(self) -> facts.Delivery:
        """The delivery as rules read it."""
        return facts.Delivery(self.alert_ref, self.officer_ref, facts.Channel(self.channel), self.at)


class Acknowledgement(Fact):
    alert_ref = models.TextField()
    officer_ref = models.TextField()
    at = models.DateTimeField()

    class Meta(Fact.Meta):
        indexes = [
            models.Index(fields=["ref", "known_from"], name="acknowledgement_ref"),
            models.Index(fields=["alert_ref"], name="acknowledgement_alert"),
        ]

    def fact(self) -> facts.Acknowledgement:
        """The acknowledgement as rules read it."""
        return facts.Acknowledgement(self.alert_ref, self.officer_ref, self.at)
