"""Stored facts of `inspection`: samples drawn, answered, settled, found and recommended; grades signed."""

import json
from datetime import date

from django.db import models

from watchkeeper.audit.models import Fact
from watchkeeper.inspection import sampled, tracked
from watchkeeper.inspection.grades import facts as grading
from watchkeeper.law.clocks import LONDON


class Sample(Fact):
    """`strata` and `cases` are JSON: [unit, kind, of, drawn] and [ref, unit, kind, second look]."""

    theme = models.TextField(default="")
    on = models.DateField(null=True)
    unit = models.TextField(default="")
    seed = models.TextField(default="")
    size = models.IntegerField(null=True)
    digest = models.TextField(default="")
    strata = models.TextField(default="[]")
    cases = models.TextField(default="[]")
    by = models.TextField(default="")

    def fact(self) -> sampled.Sample:
        """The sample, with what anybody can draw it again from."""
        strata = tuple(
            sampled.StratumSize(sampled.Stratum(unit, kind), of, drawn)
            for unit, kind, of, drawn in json.loads(self.strata)
        )
        cases = tuple(
            sampled.SampleCase(ref, sampled.Stratum(unit, kind), second)
            for ref, unit, kind, second in json.loads(self.cases)
        )
        return sampled.Sample(
            self.ref,
            sampled.SampleTheme(self.theme),
            _given(self, self.on),
            self.unit,
            self.seed,
            self.size or 0,
            sampled.Drawing(self.digest, strata, cases),
            self.by,
            self.known_from.astimezone(LONDON).date(),
        )


class CaseAnswers(Fact):
    """`answers` is JSON: the answer to each question, by the row of policy that asks it."""

    sample_ref = models.TextField(default="")
    case_ref = models.TextField(default="")
    turn = models.TextField(default="")
    answers = models.TextField(default="{}")
    note = models.TextField(default="")
    by = models.TextField(default="")

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["sample_ref"], name="caseanswers_sample")]
        # Two who take the same look at once: the second is refused, and neither reads the other's.
        constraints = [
            models.UniqueConstraint(fields=["sample_ref", "case_ref", "turn"], name="inspection_one_look")
        ]

    def fact(self) -> sampled.CaseAnswers:
        """What one officer answered of one case."""
        answers = {name: sampled.Answer(said) for name, said in json.loads(self.answers).items()}
        on = self.known_from.astimezone(LONDON).date()
        return sampled.CaseAnswers(
            self.sample_ref, self.case_ref, sampled.Turn(self.turn), answers, self.note, self.by, on
        )


class BegunAnswers(Fact):
    """Answers kept half-way, of one officer for one case. `answers` is JSON: those given so far."""

    sample_ref = models.TextField(default="")
    case_ref = models.TextField(default="")
    answers = models.TextField(default="{}")
    note = models.TextField(default="")
    by = models.TextField(default="")

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["sample_ref", "by"], name="begunanswers_sample")]

    def fact(self) -> sampled.BegunAnswers:
        """What the officer had answered when they left it."""
        answers = {name: sampled.Answer(said) for name, said in json.loads(self.answers).items()}
        return sampled.BegunAnswers(self.sample_ref, self.case_ref, answers, self.note, self.by)


class Settled(Fact):
    """One question of one case on which two differed, as a third officer settled it."""

    sample_ref = models.TextField(default="")
    case_ref = models.TextField(default="")
    question = models.TextField(default="")
    answer = models.TextField(default="")
    because = models.TextField(default="")
    by = models.TextField(default="")

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["sample_ref"], name="settled_sample")]
        constraints = [
            models.UniqueConstraint(
                fields=["sample_ref", "case_ref", "question"], name="inspection_settled_once"
            )
        ]

    def fact(self) -> sampled.Settled:
        """What the third officer said."""
        return sampled.Settled(
            self.sample_ref,
            self.case_ref,
            self.question,
            sampled.Answer(self.answer),
            self.because,
            self.by,
            self.known_from.astimezone(LONDON).date(),
        )


class Finding(Fact):
    """`cases` is JSON: a list of references."""

    sample_ref = models.TextField(default="")
    question = models.TextField(default="")
    gravity = models.TextField(default="")
    says = models.TextField(default="")
    cases = models.TextField(default="[]")
    owner = models.TextField(default="")
    on = models.DateField(null=True)
    by = models.TextField(default="")

    def fact(self) -> tracked.Finding:
        """The finding as rules read it."""
        return tracked.Finding(
            self.ref,
            self.sample_ref,
            self.question,
            tracked.Gravity(self.gravity),
            self.says,
            tuple(json.loads(self.cases)),
            self.owner,
            _given(self, self.on),
            self.by,
        )


class FindingAnswer(Fact):
    finding_ref = models.TextField(default="")
    accepted = models.BooleanField(null=True)
    says = models.TextField(default="")
    on = models.DateField(null=True)
    by = models.TextField(default="")

    def fact(self) -> tracked.FindingAnswer:
        """What the owner said."""
        return tracked.FindingAnswer(
            self.ref, self.finding_ref, bool(self.accepted), self.says, _given(self, self.on), self.by
        )


class Recommendation(Fact):
    finding_ref = models.TextField(default="")
    says = models.TextField(default="")
    measure = models.TextField(default="")
    unit = models.TextField(default="")
    target = models.FloatField(null=True)
    months = models.IntegerField(null=True)
    stood = models.FloatField(null=True)
    owner = models.TextField(default="")
    on = models.DateField(null=True)
    by = models.TextField(default="")

    def fact(self) -> tracked.Recommendation:
        """The recommendation as rules read it."""
        if self.target is None or self.months is None:
            raise ValueError(f"{self._meta.model_name} {self.ref} lacks target or months")
        return tracked.Recommendation(
            self.ref,
            self.finding_ref,
            self.says,
            self.measure,
            self.unit,
            self.target,
            self.months,
            self.stood,
            self.owner,
            _given(self, self.on),
            self.by,
        )


class Evidence(Fact):
    recommendation_ref = models.TextField(default="")
    reference = models.TextField(default="")
    says = models.TextField(default="")
    on = models.DateField(null=True)
    by = models.TextField(default="")

    def fact(self) -> tracked.Evidence:
        """The evidence, by its reference."""
        return tracked.Evidence(
            self.ref, self.recommendation_ref, self.reference, self.says, _given(self, self.on), self.by
        )


class Closure(Fact):
    recommendation_ref = models.TextField(default="")
    step = models.TextField(default="")
    because = models.TextField(default="")
    on = models.DateField(null=True)
    by = models.TextField(default="")

    def fact(self) -> tracked.Closure:
        """One step towards closing."""
        return tracked.Closure(
            self.ref,
            self.recommendation_ref,
            tracked.ClosureStep(self.step),
            self.because,
            _given(self, self.on),
            self.by,
        )


class SignedGrade(Fact):
    theme = models.TextField()
    unit = models.TextField(default="")
    since = models.DateField()
    until = models.DateField()
    grade = models.TextField()
    reasons = models.TextField()
    proposed = models.TextField(default="")
    certainty = models.FloatField()
    proposal = models.JSONField()
    by = models.TextField()
    at = models.DateTimeField()
    policy_version = models.TextField()

    class Meta(Fact.Meta):
        indexes = [
            models.Index(fields=["ref", "known_from"], name="signedgrade_ref"),
            models.Index(fields=["theme", "unit", "until"], name="signedgrade_theme"),
        ]

    def fact(self) -> grading.Signed:
        """The signed grade as reports read it."""
        return grading.Signed(
            grading.Judged(self.theme),
            self.unit,
            self.since,
            self.until,
            grading.Grade(self.grade),
            self.reasons,
            grading.Grade(self.proposed) if self.proposed else None,
            self.certainty,
            self.by,
            self.at,
        )


def _given(row: Fact, on: date | None) -> date:
    if on is None:
        raise ValueError(f"{row._meta.model_name} {row.ref} lacks on")
    return on
