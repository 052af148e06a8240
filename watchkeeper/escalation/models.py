"""Stored facts of `escalation`: decisions people made, and charges that call for a review."""

from django.db import models

from watchkeeper.audit.models import AboutPerson
from watchkeeper.escalation import facts
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
