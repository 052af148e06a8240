"""Stored facts of `visits`: visits made and attempted, and what was found at the door."""

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


class DoorstepRecord(AboutPerson):
    """A record as a device sent it, whole. The first of a key is the visit; others wait for a ruling."""

    visit_ref = models.TextField(default="")
    client_key = models.TextField(default="")
    digest = models.TextField(default="")
    content = models.TextField(default="")
    kept_at = models.DateTimeField(null=True)
    sent_by = models.TextField(default="")

    class Meta(AboutPerson.Meta):
        indexes = [
            *AboutPerson.Meta.indexes,
            models.Index(fields=["client_key"], name="doorsteprecord_key"),
        ]


class DoorstepRuling(AboutPerson):
    """Which of several records of one visit stands, as somebody decided. `considered` are records by ref.

    A correction is a record beside the others with the ruling that it stands; of a visit withdrawn
    none stands, and `stands` is empty.
    """

    visit_ref = models.TextField(default="")
    stands = models.TextField(default="")
    considered = models.TextField(default="")
    decided_by = models.TextField(default="")
    reason = models.TextField(default="")
    kind = models.TextField(default=facts.Ruling.STANDS.value)


class Present(AboutPerson):
    visit_ref = models.TextField(default="")
    age = models.TextField(default="")
    tie = models.TextField(default="")
    name = models.TextField(default="")

    def fact(self) -> facts.Present:
        """Who was there."""
        return facts.Present(facts.Age(self.age), facts.Tie(self.tie), self.name)


class DeviceCheck(AboutPerson):
    visit_ref = models.TextField(default="")
    kind = models.TextField(default="")
    method = models.TextField(default="")
    result = models.TextField(default="")
    follow_up = models.TextField(default="")

    def fact(self) -> facts.DeviceCheck:
        """The device, by what it was checked, what came of it and what follows."""
        return facts.DeviceCheck(
            facts.DeviceKind(self.kind),
            facts.DeviceMethod(self.method),
            facts.DeviceResult(self.result),
            facts.DeviceFollowUp(self.follow_up),
        )


class ConditionCheck(AboutPerson):
    visit_ref = models.TextField(default="")
    condition_ref = models.TextField(default="")
    complied = models.TextField(default="")
    how = models.TextField(default="")

    def fact(self) -> facts.ConditionCheck:
        """The term of the order and whether it was kept."""
        return facts.ConditionCheck(self.condition_ref, facts.Complied(self.complied), self.how)


class VisitNote(AboutPerson):
    visit_ref = models.TextField(default="")
    says = models.TextField(default="")

    def fact(self) -> str:
        """The officer's words."""
        return self.says
