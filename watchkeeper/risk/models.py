"""Stored facts of `risk`: levels set, assessments, plans, intelligence and reviews."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from django.db import models

from watchkeeper.audit.models import AboutPerson, Fact
from watchkeeper.risk import answers as made
from watchkeeper.risk import facts


class SetLevel(AboutPerson):
    level = models.TextField(default="")
    set_on = models.DateField(null=True)
    set_by = models.TextField(default="")

    def fact(self) -> facts.SetLevel:
        """The recorded decision of level."""
        return facts.SetLevel(
            self.ref, facts.Level(self.level), _needed(self.set_on, "set_on", self.ref), self.set_by
        )


class Assessment(AboutPerson):
    instrument = models.TextField(default="")
    completed_on = models.DateField(null=True)
    signed_off_on = models.DateField(null=True)

    def fact(self) -> facts.Assessment:
        """The completed assessment."""
        completed_on = _needed(self.completed_on, "completed_on", self.ref)
        return facts.Assessment(self.ref, self.instrument, completed_on, self.signed_off_on)


class Plan(AboutPerson):
    made_on = models.DateField(null=True)
    visit_every_months = models.IntegerField(null=True)
    deviation_reason = models.TextField(default="")
    reactive = models.BooleanField(null=True)
    reactive_since = models.DateField(null=True)
    pillars = models.TextField(default="")
    actions_without_owner = models.IntegerField(null=True)
    approved_on = models.DateField(null=True)
    approved_by = models.TextField(default="")

    def fact(self) -> facts.Plan:
        """The risk management plan; blanks never make somebody reactive."""
        return facts.Plan(
            ref=self.ref,
            made_on=_needed(self.made_on, "made_on", self.ref),
            visit_every_months=self.visit_every_months,
            deviation_reason=self.deviation_reason,
            reactive=bool(self.reactive),
            reactive_since=self.reactive_since,
            pillars=tuple(part.strip() for part in self.pillars.split(";") if part.strip()),
            actions_without_owner=self.actions_without_owner or 0,
            approved_on=self.approved_on,
            approved_by=self.approved_by,
        )


class Intelligence(AboutPerson):
    received_on = models.DateField(null=True)
    significant = models.BooleanField(null=True)
    reviewed_on = models.DateField(null=True)

    def fact(self) -> facts.Intelligence:
        """The item of intelligence: only that it came and was reviewed."""
        received_on = _needed(self.received_on, "received_on", self.ref)
        return facts.Intelligence(self.ref, received_on, bool(self.significant), self.reviewed_on)


class Review(AboutPerson):
    reviewed_on = models.DateField(null=True)
    reviewed_by = models.TextField(default="")

    def fact(self) -> facts.Review:
        """The supervisor's review."""
        return facts.Review(self.ref, _needed(self.reviewed_on, "reviewed_on", self.ref), self.reviewed_by)


class ReviewRecord(AboutPerson):
    review_ref = models.TextField(default="")
    reviewed_on = models.DateField(null=True)
    reviewed_by = models.TextField(default="")
    read = models.TextField(default="")
    directed = models.TextField(default="")
    next_on = models.DateField(null=True)

    def fact(self) -> facts.ReviewRecord:
        """What was read and directed."""
        return facts.ReviewRecord(
            self.ref,
            self.review_ref,
            _needed(self.reviewed_on, "reviewed_on", self.ref),
            self.reviewed_by,
            tuple(part for part in self.read.split(";") if part),
            self.directed,
            self.next_on,
        )


class Override(AboutPerson):
    kind = models.TextField(default="")
    about = models.TextField(default="")
    was = models.TextField(default="")
    now = models.TextField(default="")
    reason = models.TextField(default="")
    decided_by = models.TextField(default="")
    rank = models.TextField(default="")
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    def fact(self) -> facts.Override:
        """The override."""
        return facts.Override(
            self.ref,
            self.person_ref,
            facts.OverrideKind(self.kind),
            self.about,
            self.was,
            self.now,
            self.reason,
            self.decided_by,
            self.rank,
            _needed(self.since, "since", self.ref),
            _needed(self.until, "until", self.ref),
        )


class BegunAssessment(AboutPerson):
    pack = models.TextField(default="")
    begun_on = models.DateField(null=True)
    begun_by = models.TextField(default="")
    why = models.TextField(default="")
    supersedes = models.TextField(default="")
    ended_on = models.DateField(null=True)
    ended_why = models.TextField(default="")
    signed_off_by = models.TextField(default="")
    sign_off_says = models.TextField(default="")

    def fact(self) -> made.Begun:
        """The assessment as it was begun, and ended without a conclusion or signed off."""
        return made.Begun(
            ref=self.ref,
            pack=self.pack,
            begun_on=_needed(self.begun_on, "begun_on", self.ref),
            begun_by=self.begun_by,
            why=self.why,
            supersedes=self.supersedes,
            ended_on=self.ended_on,
            ended_why=self.ended_why,
            signed_off_by=self.signed_off_by,
            sign_off_says=self.sign_off_says,
        )


class Rating(AboutPerson):
    assessment_ref = models.TextField(default="")
    place = models.TextField(default="")
    pack = models.TextField(default="")
    on = models.DateField(null=True)
    by = models.TextField(default="")
    answers = models.TextField(default="")
    concluded = models.BooleanField(null=True)
    base_band = models.TextField(default="")
    adjusted_band = models.TextField(default="")
    band = models.TextField(default="")
    why = models.TextField(default="")
    provisional = models.BooleanField(null=True)
    stands = models.BooleanField(null=True)
    completes = models.TextField(default="")

    def fact(self) -> made.Rated:
        """What the rating came to."""
        return made.Rated(
            ref=self.ref,
            assessment=self.assessment_ref,
            place=made.Place(self.place),
            pack=self.pack,
            on=_needed(self.on, "on", self.ref),
            by=self.by,
            concluded=bool(self.concluded),
            base_band=self.base_band,
            adjusted_band=self.adjusted_band,
            band=self.band,
            why=self.why,
            provisional=bool(self.provisional),
            stands=bool(self.stands),
            completes=self.completes,
        )

    @property
    def given(self) -> tuple[made.Answer, ...]:
        """Each answer with its source, in the order the instrument asks."""
        return tuple(made.Answer(**each) for each in json.loads(self.answers or "[]"))

    @staticmethod
    def kept(given: Iterable[made.Answer]) -> str:
        """Answers as the column `answers` holds them."""
        return json.dumps([asdict(each) for each in given], ensure_ascii=False)


class LevelReason(AboutPerson):
    level_ref = models.TextField(default="")
    says = models.TextField(default="")
    points_to = models.TextField(default="")
    rating_ref = models.TextField(default="")

    def fact(self) -> made.LevelReason:
        """Why a level is below what a score points to."""
        return made.LevelReason(self.ref, self.level_ref, self.says, self.points_to, self.rating_ref)


class PlanAction(AboutPerson):
    assessment_ref = models.TextField(default="")
    says = models.TextField(default="")
    owner = models.TextField(default="")
    by = models.DateField(null=True)
    done_on = models.DateField(null=True)

    def fact(self) -> made.PlanAction:
        """The action: whose, and by when."""
        by = _needed(self.by, "by", self.ref)
        return made.PlanAction(self.ref, self.assessment_ref, self.says, self.owner, by, self.done_on)


class SecondRatingDraw(Fact):
    on = models.DateField(null=True)
    seed = models.TextField(default="")
    share = models.FloatField(null=True)
    pool = models.TextField(default="")
    drawn = models.TextField(default="")
    by = models.TextField(default="")

    def fact(self) -> made.SecondRatingDraw:
        """The draw, with what anybody can draw it again from."""
        on = _needed(self.on, "on", self.ref)
        pool, drawn = (tuple(part for part in cell.split(";") if part) for cell in (self.pool, self.drawn))
        return made.SecondRatingDraw(self.ref, on, self.seed, self.share or 0, pool, drawn, self.by)


def _needed(day: date | None, column: str, ref: str) -> date:
    """A day that intake insists on; its absence here is a row that went round intake."""
    if day is None:
        raise ValueError(f"{ref} has no {column}")
    return day
