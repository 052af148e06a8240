"""Stored facts of `planning`: plans of nights, what was changed, who looked, the sealed keys, and studies."""

import json
import zlib
from datetime import date, datetime
from typing import Any

from django.db import models

from watchkeeper.audit.models import AboutPerson, Fact
from watchkeeper.planning import facts, study
from watchkeeper.planning.paper import read_back
from watchkeeper.planning.scenario import scenario_of


class Base(Fact):
    unit = models.TextField(default="")
    postcode = models.TextField(default="")

    def fact(self) -> tuple[str, str]:
        """The unit and the postcode its crews start from."""
        return self.unit, self.postcode


class OfficerSkill(Fact):
    officer_ref = models.TextField(default="")
    sex = models.TextField(default="")
    languages = models.TextField(default="")

    def fact(self) -> facts.Skill:
        """What the officer brings."""
        return facts.Skill(self.officer_ref, self.sex, _several(self.languages))


class VisitNeed(AboutPerson):
    officer_sex = models.TextField(default="")
    language = models.TextField(default="")

    def fact(self) -> facts.VisitNeed:
        """What a visit asks of the crew."""
        return facts.VisitNeed(self.person_ref, self.officer_sex, self.language)


class NightPlan(Fact):
    """A plan of one unit and night as proposed, frozen whole. Each re-plan is a version with the next number.

    `digest` is the SHA-256 of the content before it was compressed.
    """

    unit = models.TextField(default="")
    night = models.DateField(null=True)
    revision = models.IntegerField(null=True)
    policy_version = models.TextField(default="")
    commitment = models.TextField(default="")
    digest = models.TextField(default="")
    content = models.BinaryField(default=b"")

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["night", "unit"], name="nightplan_night")]
        # Two who plan a night at once: the second is refused, and neither revision is lost from sight.
        constraints = [
            models.UniqueConstraint(fields=["ref", "revision"], name="planning_nightplan_revision_once")
        ]

    def fact(self) -> facts.NightPlan:
        """The plan as it was frozen, without what was changed since."""
        return read_back(zlib.decompress(bytes(self.content)))


class PlannedVisit(AboutPerson):
    unit = models.TextField(default="")
    night = models.DateField(null=True)
    came = models.TextField(default="")
    crew = models.TextField(default="")
    part = models.TextField(default="")
    starts_at = models.DateTimeField(null=True)
    minutes = models.IntegerField(null=True)

    def fact(self) -> facts.PlanRecord:
        """What the night's plan made of the person."""
        return facts.PlanRecord(
            self.ref,
            self.person_ref,
            self.unit,
            _day(self.night, self.ref),
            facts.Came(self.came),
            _several(self.crew),
            self.part,
            self.starts_at,
            self.minutes,
        )


class PlanLook(Fact):
    unit = models.TextField(default="")
    night = models.DateField(null=True)
    officer_ref = models.TextField(default="")
    at = models.DateTimeField(null=True)
    crew = models.TextField(default="")

    def fact(self) -> facts.PlanLook:
        """The look."""
        return facts.PlanLook(
            self.ref,
            self.unit,
            _day(self.night, self.ref),
            self.officer_ref,
            _instant(self.at, self.ref),
            _several(self.crew),
        )


class Altered(Fact):
    """A change to a plan that stands, in the order they were made."""

    plan_ref = models.TextField(default="")
    revision = models.IntegerField(null=True)
    kind = models.TextField(default="")
    by = models.TextField(default="")
    at = models.DateTimeField(null=True)
    reason = models.TextField(default="")
    about = models.TextField(default="")
    crew = models.TextField(default="")
    part = models.TextField(default="")
    minutes = models.IntegerField(null=True)
    outside = models.BooleanField(null=True)
    notice_hours = models.IntegerField(null=True)
    notice_reason = models.TextField(default="")

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["plan_ref"], name="altered_plan")]

    def fact(self) -> facts.Altered:
        """The change."""
        return facts.Altered(
            ref=self.ref,
            plan=self.plan_ref,
            revision=self.revision or 0,
            kind=facts.Alteration(self.kind),
            by=self.by,
            at=_instant(self.at, self.ref),
            reason=self.reason,
            person=self.about,
            crew=self.crew,
            part=self.part,
            minutes=self.minutes or 0,
            outside=bool(self.outside),
            notice_hours=self.notice_hours,
            notice_reason=self.notice_reason,
        )


class RoundIssued(Fact):
    plan_ref = models.TextField(default="")
    crew = models.TextField(default="")
    by = models.TextField(default="")
    at = models.DateTimeField(null=True)
    digest = models.TextField(default="")

    def fact(self) -> facts.RoundIssued:
        """The issue of a round."""
        return facts.RoundIssued(
            self.ref, self.plan_ref, self.crew, self.by, _instant(self.at, self.ref), self.digest
        )


class NightKey(Fact):
    """The sealed key of a unit's night and the seed of its search, both locked. `keys.py` alone reads it."""

    unit = models.TextField(default="")
    night = models.DateField(null=True)
    key = models.TextField(default="")
    seed = models.TextField(default="")
    commitment = models.TextField(default="")

    class Meta(Fact.Meta):
        constraints = [models.UniqueConstraint(fields=["unit", "night"], name="planning_nightkey_once")]


class KeyRevealed(Fact):
    unit = models.TextField(default="")
    night = models.DateField(null=True)
    key = models.TextField(default="")
    seed = models.TextField(default="")
    by = models.TextField(default="")
    at = models.DateTimeField(null=True)

    def fact(self) -> facts.KeyRevealed:
        """The key, revealed."""
        return facts.KeyRevealed(
            self.unit,
            _day(self.night, self.ref),
            bytes.fromhex(self.key),
            int(self.seed),
            self.by,
            _instant(self.at, self.ref),
        )


class Study(Fact):
    """A study of the planner: stored when it is asked for, and again with its figures when it is done."""

    matter = models.TextField(default="")
    unit = models.TextField(default="")
    months = models.IntegerField(null=True)
    seeds = models.IntegerField(null=True)
    shifts = models.TextField(default="")
    by = models.TextField(default="")
    at = models.DateTimeField(null=True)
    policy_version = models.TextField(default="")
    done_at = models.DateTimeField(null=True)
    digest = models.TextField(default="")
    content = models.BinaryField(default=b"")
    crews = models.TextField(null=True)
    scenarios = models.TextField(null=True)

    def fact(self) -> study.Study:
        """The study without its figures."""
        return study.Study(
            ref=self.ref,
            asked=study.StudyAsked(
                study.Matter(self.matter),
                self.unit,
                self.months or 0,
                self.seeds or 0,
                tuple(int(each) for each in _several(self.shifts)),
                tuple(float(each) for each in _several(self.crews or "")),
                tuple(scenario_of(each) for each in json.loads(self.scenarios or "[]")),
            ),
            by=self.by,
            at=_instant(self.at, self.ref),
            policy_version=self.policy_version,
            done_at=self.done_at,
            digest=self.digest,
        )

    def figures(self) -> dict[str, Any] | None:
        """What it found, as plain values; None while it is not done."""
        content = bytes(self.content)
        return json.loads(zlib.decompress(content)) if content else None


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _day(day: date | None, ref: str) -> date:
    if day is None:
        raise ValueError(f"{ref} has no night")
    return day


def _instant(at: datetime | None, ref: str) -> datetime:
    if at is None:
        raise ValueError(f"{ref} has no instant")
    return at
