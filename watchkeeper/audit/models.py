"""What every stored fact carries, and the trail: both are added to and never changed."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from watchkeeper.audit import facts as trail


class FactQuerySet[Stored: "Fact"](models.QuerySet[Stored]):
    """Stored facts, asked as they were known at an instant."""

    def as_known(self, known_at: datetime, through: int | None = None) -> Self:
        """The version of each ref that stood at `known_at`, leaving out what had been withdrawn.

        The newest `known_from` not later than `known_at` stands; the row stored last where two
        share it. Filter by what a version says only after this: an older version that matches
        is not what stands. Up to an act of the trail, `through`, where one is named: what was loaded
        after it is passed over, though it be known from an earlier instant.
        """
        upto = {} if through is None else {"act__lte": through}
        newer = self.model._default_manager.filter(
            Q(known_from__gt=OuterRef("known_from"))
            | Q(known_from=OuterRef("known_from"), id__gt=OuterRef("id")),
            ref=OuterRef("ref"),
            known_from__lte=known_at,
            **upto,
        )
        return self.filter(~Exists(newer), known_from__lte=known_at, withdrawn=False, **upto)

    def of(self, person_ref: str) -> Self:
        """Versions that name this person."""
        return self.filter(person_ref=person_ref)

    def facts(self) -> tuple[Any, ...]:
        """Each row as the frozen dataclass that rules read, in the order they were stored."""
        return tuple(row.fact() for row in self.order_by("id"))


if TYPE_CHECKING:

    class FactManager[Stored: "Fact"](FactQuerySet[Stored], models.Manager[Stored]):  # type: ignore[misc]
        """What `as_manager` makes. Said, for the order of imports decides what the checker sees."""


class Fact(models.Model):
    """One version of a recorded fact. A correction is a new row with the same `ref`.

    `recorded_at` is when the force says it recorded it; `known_from` is when Watchkeeper can
    have known. `act` is the number of the trail entry under which the row was stored.
    """

    id = models.BigAutoField(primary_key=True)
    ref = models.TextField()
    recorded_at = models.DateTimeField()
    known_from = models.DateTimeField()
    withdrawn = models.BooleanField(default=False)
    act = models.BigIntegerField()

    objects: ClassVar["FactManager[Self]"] = FactQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["ref", "known_from"], name="%(class)s_ref")]

    fact: Callable[[], Any]


class AboutPerson(Fact):
    """A fact about one person, by their ref."""

    person_ref = models.TextField()

    class Meta(Fact.Meta):
        abstract = True
        indexes = [
            *Fact.Meta.indexes,
            models.Index(fields=["person_ref", "known_from"], name="%(class)s_person"),
        ]


class Entry(models.Model):
    """One entry of the trail. `hash` covers every other field and the hash of the entry before."""

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    kind = models.TextField()
    power = models.TextField()
    by = models.TextField()
    about = models.TextField(default="")
    purpose = models.TextField(default="")
    reasons = models.JSONField(default=list)
    facts = models.JSONField(default=list)
    policy_version = models.TextField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=["about", "number"], name="entry_about"),
            models.Index(fields=["by", "number"], name="entry_by"),
            models.Index(fields=["power", "number"], name="entry_power"),
            models.Index(fields=["kind", "number"], name="entry_kind"),
            models.Index(fields=["at", "number"], name="entry_at"),
        ]
        # One successor each: a second writer that missed the lock is refused, not chained beside.
        constraints = [models.UniqueConstraint(fields=["previous"], name="entry_never_forks")]

    def fact(self) -> trail.Entry:
        """The entry as the chain's rules read it."""
        return trail.Entry(
            number=self.number,
            at=self.at,
            kind=trail.Kind(self.kind),
            power=self.power,
            by=self.by,
            about=self.about,
            purpose=self.purpose,
            reasons=tuple(self.reasons),
            facts=tuple((name, value) for name, value in self.facts),
            policy_version=self.policy_version,
            previous=self.previous,
            hash=self.hash,
        )
