"""Stored facts of `visits`: visits made and attempted."""

from django.db import models

from watchkeeper.audit.models import AboutPerson
from watchkeeper.visits import facts


class Visit(AboutPerson):
    at = models.DateTimeField(null=True)
    address_ref = models.TextField(default="")
    purpose = models.TextField(default="")
    sought_entry_to_search = models.BooleanField(null=True)
    outcome = models.TextField(default="")
    notice_hours = models.IntegerField(null=True)
    notice_reason = models.TextField(default="")
    notice_authorised_by = models.TextField(default="")
    crew = models.TextField(default="")

    def fact(self, *, notice_authorised_rank: str = "") -> facts.Visit:
        """The visit, with the address as its premises and the rank of whoever authorised notice."""
        if self.at is None:
            raise ValueError(f"visit {self.ref} has no at")
        return facts.Visit(
            ref=self.ref,
            at=self.at,
            premises=self.address_ref,
            purpose=facts.Purpose(self.purpose) if self.purpose else None,
            sought_entry_to_search=bool(self.sought_entry_to_search),
            outcome=facts.Outcome(self.outcome) if self.outcome else None,
            notice_hours=self.notice_hours,
            notice_reason=facts.NoticeReason(self.notice_reason) if self.notice_reason else None,
            notice_authorised_by=self.notice_authorised_by,
            notice_authorised_rank=notice_authorised_rank,
            crew=tuple(part.strip() for part in self.crew.split(";") if part.strip()),
        )
