"""Stored facts of `escalation`: decisions and what followed them, charges, excuses and prosecutions."""

import json
from datetime import date

from django.db import models

from watchkeeper.audit.models import AboutPerson
from watchkeeper.escalation import facts, failing
from watchkeeper.workforce.facts import Rank


class Decided(AboutPerson):
    ground = models.TextField(default="")
    choice = models.TextField(default="")
    decided_on = models.DateField(null=True)
    decided_by = models.TextField(default="")
    rank = models.TextField(default="")
    reason = models.TextField(default="")
    expires_on = models.DateField(null=True)
    done_on = models.DateField(null=True)

    def fact(self) -> facts.Decided:
        """The decision as recorded."""
        if self.decided_on is None:
            raise ValueError(f"decision {self.ref} has no decided_on")
        return facts.Decided(
            ref=self.ref,
            ground=facts.Ground(self.ground),
            choice=facts.Choice(self.choice),
            decided_on=self.decided_on,
            decided_by=self.decided_by,
            rank=Rank(self.rank),
            reason=self.reason,
            expires_on=self.expires_on,
            done_on=self.done_on,
        )


class Charge(AboutPerson):
    charged_on = models.DateField(null=True)
    review_commissioned_on = models.DateField(null=True)

    def fact(self) -> facts.Charge:
        """The charge with a serious further offence."""
        if self.charged_on is None:
            raise ValueError(f"charge {self.ref} has no charged_on")
        return facts.Charge(self.ref, self.charged_on, self.review_commissioned_on)


class Excuse(AboutPerson):
    duty = models.TextField(default="")
    about = models.TextField(default="")
    failed_on = models.DateField(null=True)
    given_on = models.DateField(null=True)
    says = models.TextField(default="")
    accepted = models.BooleanField(null=True)
    answered_on = models.DateField(null=True)
    answered_by = models.TextField(default="")
    rank = models.TextField(default="")
    reason = models.TextField(default="")
    review_on = models.DateField(null=True)

    def fact(self) -> failing.Excuse:
        """The excuse, and the answer to it."""
        return failing.Excuse(
            self.ref,
            self.duty,
            self.about,
            _day(self.failed_on, self),
            _day(self.given_on, self),
            self.says,
            self.accepted,
            self.answered_on,
            self.answered_by,
            _rank(self.rank),
            self.reason,
            self.review_on,
        )


class Prosecution(AboutPerson):
    duty = models.TextField(default="")
    about = models.TextField(default="")
    failed_on = models.DateField(null=True)
    kind = models.TextField(default="")
    begun_on = models.DateField(null=True)
    court = models.TextField(default="")
    outcome = models.TextField(default="")
    ended_on = models.DateField(null=True)
    says = models.TextField(default="")

    def fact(self) -> failing.Prosecution:
        """The charge, summons or caution, and how it ended."""
        return failing.Prosecution(
            self.ref,
            self.duty,
            self.about,
            _day(self.failed_on, self),
            failing.ProsecutionKind(self.kind),
            _day(self.begun_on, self),
            self.court,
            failing.ProsecutionOutcome(self.outcome) if self.outcome else None,
            self.ended_on,
            self.says,
        )


class Weighed(AboutPerson):
    ground = models.TextField(default="")
    weighed_on = models.DateField(null=True)
    weighed_by = models.TextField(default="")
    necessity = models.TextField(default="")
    alternatives = models.TextField(default="")
    premises = models.TextField(default="")
    need = models.TextField(default="")
    applicant = models.TextField(default="")
    applicant_rank = models.TextField(default="")
    answers = models.TextField(default="")

    def fact(self) -> facts.Weighed:
        """What was weighed, as last written."""
        return facts.Weighed(
            ref=self.ref,
            ground=facts.Ground(self.ground),
            weighed_on=_day(self.weighed_on, self),
            weighed_by=self.weighed_by,
            necessity=tuple(facts.Necessity(each) for each in _several(self.necessity)),
            alternatives=_pairs(self.alternatives),
            premises=self.premises,
            need=self.need,
            applicant=self.applicant,
            applicant_rank=_rank(self.applicant_rank),
            answers=_pairs(self.answers),
        )


class Drawn(AboutPerson):
    ground = models.TextField(default="")
    choice = models.TextField(default="")
    decided_on = models.DateField(null=True)
    decided_by = models.TextField(default="")
    rank = models.TextField(default="")
    reason = models.TextField(default="")
    expires_on = models.DateField(null=True)
    signer = models.TextField(default="")
    premises = models.TextField(default="")
    applicant = models.TextField(default="")

    def fact(self) -> facts.Drawn:
        """The decision as drawn up."""
        return facts.Drawn(
            ref=self.ref,
            ground=facts.Ground(self.ground),
            choice=facts.Choice(self.choice),
            decided_on=_day(self.decided_on, self),
            decided_by=self.decided_by,
            rank=Rank(self.rank),
            reason=self.reason,
            expires_on=self.expires_on,
            signer=_rank(self.signer),
            premises=self.premises,
            applicant=self.applicant,
        )


class Signature(AboutPerson):
    decision = models.TextField(default="")
    agreed = models.BooleanField(default=False)
    signed_on = models.DateField(null=True)
    signed_by = models.TextField(default="")
    rank = models.TextField(default="")
    reason = models.TextField(default="")

    def fact(self) -> facts.Signature:
        """The second officer's answer."""
        return facts.Signature(
            self.ref,
            self.decision,
            self.agreed,
            _day(self.signed_on, self),
            self.signed_by,
            Rank(self.rank),
            self.reason,
        )


class Pack(AboutPerson):
    sections = models.TextField(default="")
    rests_on = models.TextField(default="")
    saved_on = models.DateField(null=True)
    saved_by = models.TextField(default="")
    signed_by = models.TextField(default="")
    signed_rank = models.TextField(default="")
    signed_on = models.DateField(null=True)

    def fact(self) -> facts.Pack:
        """This version of the pack."""
        return facts.Pack(
            self.ref,
            _pairs(self.sections),
            _pairs(self.rests_on),
            _day(self.saved_on, self),
            self.saved_by,
            self.signed_by,
            _rank(self.signed_rank),
            self.signed_on,
        )


class CourtAnswer(AboutPerson):
    answered_on = models.DateField(null=True)
    granted = models.BooleanField(default=False)
    court = models.TextField(default="")
    premises = models.TextField(default="")
    until = models.DateField(null=True)
    reasons = models.TextField(default="")

    def fact(self) -> facts.CourtAnswer:
        """What the court answered."""
        return facts.CourtAnswer(
            self.ref,
            _day(self.answered_on, self),
            self.granted,
            self.court,
            self.premises,
            self.until,
            self.reasons,
        )


class Execution(AboutPerson):
    decision = models.TextField(default="")
    executed_at = models.DateTimeField(null=True)
    officers = models.TextField(default="")
    obtained = models.TextField(default="")
    found = models.TextField(default="")
    seized = models.TextField(default="")
    copy_left = models.BooleanField(default=False)

    def fact(self) -> facts.Execution:
        """The warrant carried out, or tried."""
        if self.executed_at is None:
            raise ValueError(f"execution {self.ref} has no instant")
        return facts.Execution(
            self.ref,
            self.decision,
            self.executed_at,
            _several(self.officers),
            facts.Obtained(self.obtained),
            self.found,
            self.seized,
            self.copy_left,
        )


class Outcome(AboutPerson):
    made = models.BooleanField(null=True)
    happened_on = models.DateField(null=True)
    says = models.TextField(default="")

    def fact(self) -> facts.Outcome:
        """What came of the decision."""
        return facts.Outcome(self.ref, bool(self.made), _day(self.happened_on, self), self.says)


def _day(day: date | None, row: AboutPerson) -> date:
    if day is None:
        raise ValueError(f"{row._meta.label} {row.ref} has no day")
    return day


def _rank(rank: str) -> Rank | None:
    return Rank(rank) if rank else None


def _several(text: str) -> tuple[str, ...]:
    return tuple(text.split(";")) if text else ()


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    """What was asked and what was answered. Kept as JSON text, which every database stores as it is."""
    return tuple((asked, words) for asked, words in json.loads(text or "[]"))
