"""Stored facts of `access`: restrictions, conflicts of interest, openings by break-glass, their reviews."""

from django.db import models

from watchkeeper.access import facts
from watchkeeper.audit.models import AboutPerson


class Restriction(AboutPerson):
    by = models.TextField(default="")
    since = models.DateField(null=True)
    review_by = models.DateField(null=True)
    named = models.TextField(default="")
    reason = models.TextField(default="")
    until = models.DateField(null=True)
    lifted_on = models.DateField(null=True)

    def fact(self) -> facts.Restriction:
        """The restriction."""
        if self.since is None or self.review_by is None:
            raise ValueError(f"restriction {self.ref} has no first day or no day of review")
        return facts.Restriction(
            ref=self.ref,
            person=self.person_ref,
            by=self.by,
            since=self.since,
            review_by=self.review_by,
            named=tuple(filter(None, self.named.split(";"))),
            reason=self.reason,
            until=self.until,
            lifted_on=self.lifted_on,
        )


class ConflictDeclared(AboutPerson):
    officer_ref = models.TextField(default="")
    since = models.DateField(null=True)
    by = models.TextField(default="")
    reason = models.TextField(default="")  # read by nobody here: it is kept for whoever must account for it
    sealed = models.BooleanField(null=True)
    ended_on = models.DateField(null=True)

    def fact(self) -> facts.ConflictDeclared:
        """The conflict, without its reason. One that nobody marked is sealed."""
        if self.since is None:
            raise ValueError(f"conflict {self.ref} has no first day")
        return facts.ConflictDeclared(
            ref=self.ref,
            person=self.person_ref,
            officer=self.officer_ref,
            since=self.since,
            by=self.by,
            sealed=self.sealed is not False,
            ended_on=self.ended_on,
        )


class Opening(AboutPerson):
    officer_ref = models.TextField(default="")
    at = models.DateTimeField(null=True)
    until = models.DateTimeField(null=True)
    reason = models.TextField(default="")

    def fact(self) -> facts.Opening:
        """The opening."""
        if self.at is None or self.until is None:
            raise ValueError(f"opening {self.ref} has no beginning or no end")
        return facts.Opening(self.ref, self.person_ref, self.officer_ref, self.at, self.until, self.reason)


class OpeningReview(AboutPerson):
    opening_ref = models.TextField(default="")
    by = models.TextField(default="")
    on = models.DateField(null=True)
    justified = models.BooleanField(null=True)
    note = models.TextField(default="")

    def fact(self) -> facts.OpeningReview:
        """What the review found."""
        if self.on is None or self.justified is None:
            raise ValueError(f"review {self.ref} of an opening has no day or no finding")
        return facts.OpeningReview(self.ref, self.opening_ref, self.by, self.on, self.justified, self.note)
