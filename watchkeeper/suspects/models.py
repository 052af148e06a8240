"""Stored facts of `suspects`. What somebody wrote in words stays here; rules read only what they need."""

from datetime import date

from django.db import models

from watchkeeper.audit.models import Fact
from watchkeeper.crimes import facts as crimes
from watchkeeper.people.models import Compact
from watchkeeper.suspects import facts


class OfReferral(Fact):
    """A fact about one referral, by its ref."""

    referral_ref = models.TextField(default="")

    class Meta(Fact.Meta):
        abstract = True
        indexes = [
            models.Index(fields=["ref", "known_from"], name="suspects_%(class)s_ref"),
            models.Index(fields=["referral_ref", "known_from"], name="suspects_%(class)s_of"),
        ]


class Referral(Fact):
    received_at = models.DateTimeField(null=True)
    sender = models.TextField(default="")
    sent_as = models.TextField(default="")
    unit = models.TextField(default="")
    family_name = models.TextField(default="")
    given_names = models.TextField(default="")
    born_on = models.DateField(null=True)
    person = models.TextField(default="")
    postcode = models.TextField(default="")
    children = models.BooleanField(null=True)
    works_with_children = models.BooleanField(null=True)
    platform = models.TextField(default="")
    summary = models.TextField(default="")

    class Meta(Fact.Meta):
        indexes = [
            models.Index(fields=["ref", "known_from"], name="suspects_referral_ref"),
            models.Index(fields=["received_at"], name="suspects_referral_received"),
            models.Index(fields=["person"], name="suspects_referral_person"),
            models.Index(Compact("postcode"), name="suspects_referral_at"),
        ]

    def fact(self) -> facts.Referral:
        """Referral as rules read it."""
        return facts.Referral(
            ref=self.ref,
            received_at=_given(self, self.received_at),
            sender=facts.Sender(self.sender) if self.sender else None,
            sent_as=self.sent_as,
            unit=self.unit,
            who=who(self.family_name, self.given_names, self.born_on),
            person=self.person,
            postcode=self.postcode,
            children=self.children,
            works_with_children=self.works_with_children,
        )


class SuspectPerson(OfReferral):
    at = models.DateTimeField(null=True)
    family_name = models.TextField(default="")
    given_names = models.TextField(default="")
    born_on = models.DateField(null=True)
    person = models.TextField(default="")
    works_with_children = models.BooleanField(null=True)
    by = models.TextField(default="")

    def fact(self) -> facts.SuspectPerson:
        """One more suspect as rules read them."""
        return facts.SuspectPerson(
            ref=self.ref,
            referral=self.referral_ref,
            at=_given(self, self.at),
            person=self.person,
            who=who(self.family_name, self.given_names, self.born_on),
            works_with_children=self.works_with_children,
        )


class SuspectAddress(OfReferral):
    at = models.DateTimeField(null=True)
    postcode = models.TextField(default="")
    children = models.BooleanField(null=True)
    by = models.TextField(default="")
    note = models.TextField(default="")

    class Meta(OfReferral.Meta):
        indexes = [*OfReferral.Meta.indexes, models.Index(Compact("postcode"), name="suspects_address_at")]

    def fact(self) -> facts.SuspectAddress:
        """One more address as rules read it."""
        return facts.SuspectAddress(
            self.ref, self.referral_ref, _given(self, self.at), self.postcode, self.children
        )


class ChildNear(OfReferral):
    at = models.DateTimeField(null=True)
    tie = models.TextField(default="")
    name = models.TextField(default="")
    born_on = models.DateField(null=True)
    postcode = models.TextField(default="")
    by = models.TextField(default="")
    note = models.TextField(default="")

    def fact(self) -> facts.ChildNear:
        """The child as rules read them."""
        return facts.ChildNear(
            self.ref, self.referral_ref, _given(self, self.at), facts.ChildTie(self.tie), self.born_on
        )


class Banded(OfReferral):
    band = models.TextField(default="")
    at = models.DateTimeField(null=True)
    by = models.TextField(default="")
    tool = models.TextField(default="")
    version = models.TextField(default="")
    reason = models.TextField(default="")

    def fact(self) -> facts.Banded:
        """The band as rules read it."""
        return facts.Banded(
            ref=self.ref,
            referral=self.referral_ref,
            band=facts.Band(self.band),
            at=_given(self, self.at),
            by=self.by,
            tool=self.tool,
            version=self.version,
        )


class Learned(OfReferral):
    kind = models.TextField(default="")
    at = models.DateTimeField(null=True)
    by = models.TextField(default="")
    note = models.TextField(default="")

    def fact(self) -> facts.Learned:
        """What was learned, as rules read it."""
        return facts.Learned(self.ref, self.referral_ref, facts.News(self.kind), _given(self, self.at))


class Step(OfReferral):
    kind = models.TextField(default="")
    at = models.DateTimeField(null=True)
    by = models.TextField(default="")
    crime = models.TextField(default="")
    note = models.TextField(default="")

    def fact(self) -> facts.Step:
        """The step as rules read it."""
        return facts.Step(
            self.ref, self.referral_ref, facts.StepKind(self.kind), _given(self, self.at), self.by
        )


class Delayed(OfReferral):
    at = models.DateTimeField(null=True)
    next_at = models.DateTimeField(null=True)
    by = models.TextField(default="")
    rank = models.TextField(default="")
    reason = models.TextField(default="")

    def fact(self) -> facts.Delayed:
        """The reason as rules read it."""
        return facts.Delayed(
            ref=self.ref,
            referral=self.referral_ref,
            at=_given(self, self.at),
            next_at=self.next_at,
            by=self.by,
            rank=self.rank,
            reason=self.reason,
        )


class Safeguarded(OfReferral):
    at = models.DateTimeField(null=True)
    authority = models.TextField(default="")
    by = models.TextField(default="")
    note = models.TextField(default="")

    def fact(self) -> facts.Safeguarded:
        """The referral of children as rules read it."""
        return facts.Safeguarded(self.ref, self.referral_ref, _given(self, self.at), self.authority)


class DeviceRecord(OfReferral):
    device = models.TextField(default="")
    step = models.TextField(default="")
    at = models.DateTimeField(null=True)
    by = models.TextField(default="")
    note = models.TextField(default="")

    def fact(self) -> facts.DeviceRecord:
        """The step of the device as rules read it."""
        return facts.DeviceRecord(
            self.ref, self.referral_ref, self.device, facts.DeviceStep(self.step), _given(self, self.at)
        )


class PromptAnswered(OfReferral):
    trigger = models.TextField(default="")
    at = models.DateTimeField(null=True)
    by = models.TextField(default="")
    answer = models.TextField(default="")
    note = models.TextField(default="")

    def fact(self) -> facts.PromptAnswered:
        """The answer as rules read it."""
        return facts.PromptAnswered(
            ref=self.ref,
            referral=self.referral_ref,
            trigger=self.trigger,
            at=_given(self, self.at),
            by=self.by,
            answer=facts.PromptAnswer(self.answer) if self.answer else None,
        )


class ManagerTold(OfReferral):
    person = models.TextField(default="")
    at = models.DateTimeField(null=True)
    officer = models.TextField(default="")
    by = models.TextField(default="")

    def fact(self) -> facts.ManagerTold:
        """The telling as rules read it."""
        return facts.ManagerTold(
            self.ref, self.referral_ref, self.person, _given(self, self.at), self.officer
        )


class Pair(OfReferral):
    other = models.TextField(default="")
    verdict = models.TextField(default="")
    at = models.DateTimeField(null=True)
    by = models.TextField(default="")
    reason = models.TextField(default="")
    undone_at = models.DateTimeField(null=True)
    undone_by = models.TextField(default="")

    def fact(self) -> facts.Pair:
        """The pair as rules read it."""
        return facts.Pair(
            ref=self.ref,
            referral=self.referral_ref,
            other=self.other,
            verdict=facts.Verdict(self.verdict),
            at=_given(self, self.at),
            by=self.by,
            undone_at=self.undone_at,
        )


class Finalised(OfReferral):
    outcome = models.IntegerField(null=True)
    on = models.DateField(null=True)
    by = models.TextField(default="")
    reason = models.TextField(default="")
    second_by = models.TextField(default="")
    second_on = models.DateField(null=True)
    second_agrees = models.BooleanField(null=True)
    safeguarding = models.BooleanField(null=True)

    def fact(self) -> crimes.Finalised:
        """The proposal to close as the rules of crimes read it: the same second look is asked for."""
        return crimes.Finalised(
            ref=self.ref,
            crime=self.referral_ref,
            outcome=self.outcome,
            on=self.on,
            by=self.by,
            reason=self.reason,
            second_by=self.second_by,
            second_on=self.second_on,
            second_agrees=self.second_agrees,
            safeguarding=self.safeguarding,
        )


def who(family_name: str, given_names: str, born_on: date | None) -> str:
    """A key of name, but for case and further given names, and birth; empty unless both are known."""
    family, first = family_name.split(), given_names.split()[:1]
    return f"{' '.join([*first, *family]).casefold()} {born_on}" if family and first and born_on else ""


def _given[When: date](row: Fact, value: When | None) -> When:
    """The day or instant without which the row says nothing."""
    if value is None:
        raise ValueError(f"{row._meta.model_name} {row.ref} lacks its day")
    return value
