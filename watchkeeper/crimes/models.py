"""Stored facts of `crimes`. What an officer wrote in words stays here; rules read only what they need."""

from django.db import models

from watchkeeper.audit.models import Fact
from watchkeeper.crimes import facts


class OfCrime(Fact):
    """A fact about one crime, by its ref."""

    crime_ref = models.TextField()

    class Meta(Fact.Meta):
        abstract = True
        indexes = [
            *Fact.Meta.indexes,
            models.Index(fields=["crime_ref", "known_from"], name="%(class)s_crime"),
        ]


class Crime(Fact):
    reported_at = models.DateTimeField(null=True)
    reported_month = models.DateField(null=True)
    offence = models.TextField(default="")
    unit = models.TextField(default="")
    postcode = models.TextField(default="")
    occurred_on = models.DateField(null=True)
    domestic = models.BooleanField(null=True)
    high_risk = models.BooleanField(null=True)
    lines_of_enquiry = models.IntegerField(null=True)
    street = models.BooleanField(null=True)
    summary = models.TextField(default="")

    class Meta(Fact.Meta):
        # With the ref, so that the crimes of a unit or an offence are found without the rows themselves.
        indexes = [
            *Fact.Meta.indexes,
            models.Index(fields=["unit", "offence", "ref"], name="%(class)s_unit"),
            models.Index(fields=["offence", "ref"], name="%(class)s_offence"),
        ]

    def fact(self) -> facts.Crime:
        """Crime as rules read it."""
        return facts.Crime(
            self.ref,
            self.reported_at,
            self.offence,
            self.unit,
            self.postcode,
            self.occurred_on,
            self.domestic,
            self.high_risk,
            self.lines_of_enquiry,
            self.street,
            self.reported_month,
        )


class Party(OfCrime):
    part = models.TextField(default="")
    name = models.TextField(default="")
    person = models.TextField(default="")
    officer = models.TextField(default="")
    born_on = models.DateField(null=True)
    relationship = models.TextField(default="")
    in_care = models.BooleanField(null=True)
    disabled = models.BooleanField(null=True)
    repeat = models.BooleanField(null=True)
    intimidated = models.BooleanField(null=True)

    def fact(self) -> facts.Party:
        """Party as rules read it."""
        return facts.Party(
            self.ref,
            self.crime_ref,
            facts.Part(self.part),
            self.person,
            self.officer,
            self.born_on,
            facts.Relationship(self.relationship) if self.relationship else None,
            self.in_care,
            self.disabled,
            self.repeat,
            self.intimidated,
        )


class Graded(OfCrime):
    response = models.TextField(default="")
    on = models.DateField(null=True)
    by = models.TextField(default="")
    threat = models.TextField(default="")
    harm = models.TextField(default="")
    risk = models.TextField(default="")
    investigation = models.TextField(default="")
    vulnerability = models.TextField(default="")
    engagement = models.TextField(default="")

    def fact(self) -> facts.Graded:
        """Graded as rules read it."""
        if self.on is None:
            raise ValueError(f"{self._meta.model_name} {self.ref} lacks on")
        return facts.Graded(
            self.ref,
            self.crime_ref,
            facts.Response(self.response),
            self.on,
            self.by,
            self.threat,
            self.harm,
            self.risk,
            self.investigation,
            self.vulnerability,
            self.engagement,
        )


class Held(OfCrime):
    officer_ref = models.TextField(default="")
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    supervisor = models.TextField(default="")

    class Meta(Fact.Meta):
        indexes = [
            *Fact.Meta.indexes,
            models.Index(fields=["crime_ref", "known_from"], name="%(class)s_crime"),
            models.Index(fields=["supervisor", "crime_ref"], name="%(class)s_supervisor"),
        ]

    def fact(self) -> facts.Held:
        """Held as rules read it."""
        if self.since is None:
            raise ValueError(f"{self._meta.model_name} {self.ref} lacks since")
        return facts.Held(self.ref, self.crime_ref, self.officer_ref, self.since, self.until, self.supervisor)


class Reviewed(OfCrime):
    kind = models.TextField(default="")
    on = models.DateField(null=True)
    by = models.TextField(default="")
    next_on = models.DateField(null=True)
    note = models.TextField(default="")

    def fact(self) -> facts.Reviewed:
        """Reviewed as rules read it."""
        if self.on is None:
            raise ValueError(f"{self._meta.model_name} {self.ref} lacks on")
        return facts.Reviewed(
            self.ref, self.crime_ref, facts.ReviewKind(self.kind), self.on, self.by, self.next_on
        )


class Enquiry(OfCrime):
    says = models.TextField(default="")
    set_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    done_on = models.DateField(null=True)

    def fact(self) -> facts.Enquiry:
        """Enquiry as rules read it."""
        if self.set_on is None:
            raise ValueError(f"{self._meta.model_name} {self.ref} lacks set_on")
        return facts.Enquiry(self.ref, self.crime_ref, self.set_on, self.due_on, self.done_on)


class CaseEvent(OfCrime):
    kind = models.TextField(default="")
    on = models.DateField(null=True)
    party = models.TextField(default="")
    until = models.DateField(null=True)

    def fact(self) -> facts.CaseEvent:
        """CaseEvent as rules read it."""
        if self.on is None:
            raise ValueError(f"{self._meta.model_name} {self.ref} lacks on")
        return facts.CaseEvent(
            self.ref, self.crime_ref, facts.EventKind(self.kind), self.on, self.party, self.until
        )


class VictimTold(OfCrime):
    told = models.TextField(default="")
    on = models.DateField(null=True)
    party = models.TextField(default="")
    event = models.TextField(default="")
    note = models.TextField(default="")

    def fact(self) -> facts.VictimTold:
        """VictimTold as rules read it."""
        if self.on is None:
            raise ValueError(f"{self._meta.model_name} {self.ref} lacks on")
        return facts.VictimTold(
            self.ref, self.crime_ref, facts.Told(self.told), self.on, self.party, self.event
        )


class Device(OfCrime):
    device = models.TextField(default="")
    step = models.TextField(default="")
    on = models.DateField(null=True)

    def fact(self) -> facts.Device:
        """Device as rules read it."""
        if self.on is None:
            raise ValueError(f"{self._meta.model_name} {self.ref} lacks on")
        return facts.Device(self.ref, self.crime_ref, self.device, facts.Step(self.step), self.on)


class Finalised(OfCrime):
    outcome = models.IntegerField(null=True)
    on = models.DateField(null=True)
    by = models.TextField(default="")
    reason = models.TextField(default="")
    second_by = models.TextField(default="")
    second_on = models.DateField(null=True)
    second_agrees = models.BooleanField(null=True)
    safeguarding = models.BooleanField(null=True)

    class Meta(Fact.Meta):
        # All that says whether it closes a crime: a night passes by a year's in the order of their crimes.
        indexes = [
            *Fact.Meta.indexes,
            models.Index(
                fields=["crime_ref", "on", "outcome", "second_agrees", "withdrawn", "known_from", "act"],
                name="%(class)s_crime",
            ),
            # The few that close nothing yet, without all that closed for good.
            models.Index(fields=["on", "crime_ref"], name="%(class)s_on"),
            models.Index(
                fields=["crime_ref"], name="%(class)s_back", condition=models.Q(second_agrees=False)
            ),
        ]

    def fact(self) -> facts.Finalised:
        """Finalised as rules read it."""
        return facts.Finalised(
            self.ref,
            self.crime_ref,
            self.outcome,
            self.on,
            self.by,
            self.reason,
            self.second_by,
            self.second_on,
            self.second_agrees,
            self.safeguarding,
        )


class Disputed(OfCrime):
    officer_ref = models.TextField(default="")
    by = models.TextField(default="")
    on = models.DateField(null=True)
    reason = models.TextField(default="")
    decider = models.TextField(default="")
    decided_on = models.DateField(null=True)
    upheld = models.BooleanField(null=True)

    def fact(self) -> facts.Disputed:
        """Disputed as rules read it."""
        if self.on is None:
            raise ValueError(f"{self._meta.model_name} {self.ref} lacks on")
        return facts.Disputed(
            self.ref,
            self.crime_ref,
            self.officer_ref,
            self.by,
            self.on,
            self.reason,
            self.decider,
            self.decided_on,
            self.upheld,
        )


class AllocationOverride(OfCrime):
    officer_ref = models.TextField(default="")
    by = models.TextField(default="")
    on = models.DateField(null=True)
    until = models.DateField(null=True)
    reason = models.TextField(default="")

    def fact(self) -> facts.AllocationOverride:
        """AllocationOverride as rules read it."""
        if self.on is None or self.until is None:
            raise ValueError(f"{self._meta.model_name} {self.ref} lacks on or until")
        return facts.AllocationOverride(
            self.ref, self.crime_ref, self.officer_ref, self.by, self.on, self.until, self.reason
        )
