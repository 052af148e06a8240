"""Stored facts of `workforce`: units, officers and their courses, who manages whom, vetting and conduct."""

from django.db import models

from watchkeeper.audit.models import AboutPerson, Fact
from watchkeeper.workforce import conduct, facts


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


class Clearance(Fact):
    officer_ref = models.TextField(default="")
    clearance = models.TextField(default="")
    granted_on = models.DateField(null=True)
    expires_on = models.DateField(null=True)

    def fact(self) -> conduct.Clearance:
        """Clearance as rules read it."""
        if self.granted_on is None:
            raise ValueError(f"{self._meta.model_name} {self.ref} lacks granted_on")
        level = conduct.VettingLevel(self.clearance)
        return conduct.Clearance(self.ref, self.officer_ref, level, self.granted_on, self.expires_on)


class ClearanceChange(Fact):
    officer_ref = models.TextField(default="")
    step = models.TextField(default="")
    on = models.DateField(null=True)
    by = models.TextField(default="")
    redeployment_considered = models.BooleanField(null=True)
    told_on = models.DateField(null=True)

    def fact(self) -> conduct.ClearanceChange:
        """ClearanceChange as rules read it."""
        if self.on is None:
            raise ValueError(f"{self._meta.model_name} {self.ref} lacks on")
        return conduct.ClearanceChange(
            self.ref,
            self.officer_ref,
            conduct.ClearanceStep(self.step),
            self.on,
            self.by,
            self.redeployment_considered,
            self.told_on,
        )


class Allegation(Fact):
    officer_ref = models.TextField(default="")
    kind = models.TextField(default="")
    made_on = models.DateField(null=True)
    severity = models.IntegerField(null=True)
    criminal = models.BooleanField(null=True)
    closed_on = models.DateField(null=True)

    def fact(self) -> conduct.Allegation:
        """Allegation as rules read it."""
        if self.made_on is None:
            raise ValueError(f"{self._meta.model_name} {self.ref} lacks made_on")
        return conduct.Allegation(
            self.ref,
            self.officer_ref,
            conduct.AllegationKind(self.kind),
            self.made_on,
            self.severity,
            self.criminal,
            self.closed_on,
        )


class SafeToWork(Fact):
    allegation_ref = models.TextField(default="")
    officer_ref = models.TextField(default="")
    by = models.TextField(default="")
    on = models.DateField(null=True)
    until = models.DateField(null=True)
    reason = models.TextField(default="")

    def fact(self) -> conduct.SafeToWork:
        """SafeToWork as rules read it."""
        if self.on is None or self.until is None:
            raise ValueError(f"{self._meta.model_name} {self.ref} lacks on or until")
        return conduct.SafeToWork(
            self.ref, self.allegation_ref, self.officer_ref, self.by, self.on, self.until, self.reason
        )


class Restricted(Fact):
    officer_ref = models.TextField(default="")
    excludes = models.TextField(default="")
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    def fact(self) -> conduct.Restricted:
        """Restricted as rules read it."""
        if self.since is None:
            raise ValueError(f"{self._meta.model_name} {self.ref} lacks since")
        return conduct.Restricted(
            self.ref,
            self.officer_ref,
            tuple(conduct.Excluded(each) for each in self.excludes.split(";") if each),
            self.since,
            self.until,
        )


class Suspension(Fact):
    officer_ref = models.TextField(default="")
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    def fact(self) -> conduct.Suspension:
        """Suspension as rules read it."""
        if self.since is None:
            raise ValueError(f"{self._meta.model_name} {self.ref} lacks since")
        return conduct.Suspension(self.ref, self.officer_ref, self.since, self.until)


class SuspensionReview(Fact):
    officer_ref = models.TextField(default="")
    suspension_ref = models.TextField(default="")
    on = models.DateField(null=True)
    by = models.TextField(default="")
    continued = models.BooleanField(null=True)

    def fact(self) -> conduct.SuspensionReview:
        """SuspensionReview as rules read it."""
        if self.on is None:
            raise ValueError(f"{self._meta.model_name} {self.ref} lacks on")
        return conduct.SuspensionReview(
            self.ref, self.officer_ref, self.suspension_ref, self.on, self.by, self.continued is not False
        )


class Dismissal(Fact):
    officer_ref = models.TextField(default="")
    on = models.DateField(null=True)
    reported_on = models.DateField(null=True)

    def fact(self) -> conduct.Dismissal:
        """Dismissal as rules read it."""
        if self.on is None:
            raise ValueError(f"{self._meta.model_name} {self.ref} lacks on")
        return conduct.Dismissal(self.ref, self.officer_ref, self.on, self.reported_on)


class Screening(Fact):
    officer_ref = models.TextField(default="")
    on = models.DateField(null=True)
    cleared = models.BooleanField(null=True)
    expires_on = models.DateField(null=True)

    def fact(self) -> conduct.Screening:
        """Screening as rules read it."""
        if self.on is None:
            raise ValueError(f"{self._meta.model_name} {self.ref} lacks on")
        return conduct.Screening(self.ref, self.officer_ref, self.on, self.cleared is True, self.expires_on)


class Tutored(Fact):
    trainee = models.TextField(default="")
    tutor = models.TextField(default="")
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    def fact(self) -> conduct.Tutored:
        """Tutored as rules read it."""
        if self.since is None:
            raise ValueError(f"{self._meta.model_name} {self.ref} lacks since")
        return conduct.Tutored(self.ref, self.trainee, self.tutor, self.since, self.until)


class Abstraction(Fact):
    officer_ref = models.TextField(default="")
    kind = models.TextField(default="")
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    def fact(self) -> conduct.Abstraction:
        """Abstraction as rules read it."""
        if self.since is None:
            raise ValueError(f"{self._meta.model_name} {self.ref} lacks since")
        return conduct.Abstraction(
            self.ref, self.officer_ref, conduct.AbstractionKind(self.kind), self.since, self.until
        )


class RecheckDraw(Fact):
    on = models.DateField(null=True)
    seed = models.TextField(default="")
    share = models.FloatField(null=True)
    of = models.IntegerField(null=True)
    drawn = models.TextField(default="")
    by = models.TextField(default="")

    def fact(self) -> conduct.RecheckDraw:
        """The draw, with what anybody can draw it again from."""
        if self.on is None or self.share is None or self.of is None:
            raise ValueError(f"{self._meta.model_name} {self.ref} lacks on, share or of")
        drawn = tuple(each for each in self.drawn.split(";") if each)
        return conduct.RecheckDraw(self.ref, self.on, self.seed, self.share, self.of, drawn, self.by)
